"""Words to passages: full-text search over every paragraph of the library."""

from scrutiny_desk.store import Library
from scrutiny_desk.store import search as rows
from scrutiny_desk.store.search import Hit

__all__ = ["Hit", "count", "search"]


def search(
    library: Library, words: str, limit: int = 100, *, offset: int = 0, document_id: int | None = None
) -> tuple[Hit, ...]:
    """The paragraphs that hold the words, the best first; within one document, in reading order.

    Words all have to be there; "phrases", AND, OR, NOT and prefix* work; anything else is taken as plain words,
    so that no way of typing is an error. Nothing but spaces finds nothing. Where the number of an item was typed and
    nothing else, the items that bear it come first.
    """
    with library.read() as db:
        found = rows.find(db, words, limit=limit, offset=offset, document_id=document_id)
        heads = [] if offset or document_id is not None else rows.numbered(db, words)
    places = {(hit.document_id, hit.block): hit for hit in found}
    first = [places.pop((head.document_id, head.block), head) for head in heads]
    return (*first, *places.values())[:limit]


def count(library: Library, words: str, *, document_id: int | None = None) -> int:
    """How many paragraphs hold the words, or are the head of the item whose number was typed."""
    with library.read() as db:
        number = rows.count(db, words, document_id=document_id)
        heads = [] if document_id is not None else rows.numbered(db, words)
        holding = {
            (hit.document_id, hit.block) for head in heads[:1] for hit in rows.find(db, words, limit=min(number, 500))
        }
    return number + sum((head.document_id, head.block) not in holding for head in heads)
