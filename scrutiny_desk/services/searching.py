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
    so that no way of typing is an error. Nothing but spaces finds nothing.
    """
    with library.read() as db:
        return tuple(rows.find(db, words, limit=limit, offset=offset, document_id=document_id))


def count(library: Library, words: str, *, document_id: int | None = None) -> int:
    """How many paragraphs hold the words."""
    with library.read() as db:
        return rows.count(db, words, document_id=document_id)
