"""What a person did with an old version and the new one has no sure place for: choosing a place, or leaving it."""

from dataclasses import dataclass

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import carrying, passages
from scrutiny_desk.store import Database, Library, documents, issues, notes, placings, questions, undertakings
from scrutiny_desk.store.placings import Placing

__all__ = ["Choice", "ToPlace", "leave", "place", "place_at", "to_place"]

_GET = {
    "question": questions.get,
    "undertaking": undertakings.get,
    "decision": undertakings.decision,
    "action": undertakings.action,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One place of the new version that fits: the words there, what stands before and after them, and where."""

    spans: tuple[Span, ...]
    before: str
    words: str
    after: str
    page: int | None
    paragraph: int


@dataclass(frozen=True, slots=True)
class ToPlace:
    """One thing to settle: what it is ("tag", "note", "question"...), its own words (the issue's name, the note), the
    words it was laid on, and the places that fit, if any."""

    id: int
    owner: str
    words: str
    quote: str
    old_document_id: int
    document_id: int
    choices: tuple[Choice, ...]


def to_place(library: Library, document_id: int | None = None) -> tuple[ToPlace, ...]:
    """All that waits to be settled, in one new version or in the whole library."""
    with library.read() as db:
        held: dict[int, list[Block]] = {}
        found = []
        for one in placings.to_settle(db, document_id):
            blocks = held.setdefault(one.document_id, documents.blocks(db, one.document_id))
            choices = tuple(_choice(blocks, spans) for spans in one.places)
            found.append(
                ToPlace(one.id, one.owner, _words(db, one), one.quote, one.old_document_id, one.document_id, choices)
            )
    return tuple(found)


def place(library: Library, placing_id: int, choice: int) -> Change:
    """Give it the place chosen, in the new version too; the old keeps its own."""
    with library.read() as db:
        held = placings.get(db, placing_id)
    if not 0 <= choice < len(held.places):
        raise Trouble("There is no such place.", "Choose one of those that are shown.")
    return place_at(library, placing_id, held.places[choice])


def place_at(library: Library, placing_id: int, spans: tuple[Span, ...]) -> Change:
    """Give it these words of the new version."""

    def work(db: Database) -> None:
        held = placings.get(db, placing_id)
        source = passages.source(db, held.document_id, spans)
        carrying.lay(db, held.owner, held.row_id, source)
        placings.settle(db, placing_id, "placed")

    return library.write("Choose a place", work)[1]


def leave(library: Library, placing_ids: tuple[int, ...]) -> Change:
    """Leave these with the old version alone."""

    def work(db: Database) -> None:
        for each in placing_ids:
            placings.settle(db, placings.get(db, each).id, "left")

    return library.write("Leave with the old version", work)[1]


def _words(db: Database, one: Placing) -> str:
    """What is to be placed, in its own words."""
    if one.owner == "note":
        return notes.get(db, one.row_id).text
    if one.owner == "tag":
        return ", ".join(issues.get(db, tag.issue_id).name for tag in issues.load_tags(db, [one.row_id]))
    return _GET[one.owner](db, one.row_id).text


def _choice(blocks: list[Block], spans: tuple[Span, ...]) -> Choice:
    first, last = spans[0], spans[-1]
    block = blocks[first.block]
    before = [blocks[first.block - 1].text] if first.block else []
    after = [blocks[last.block + 1].text] if last.block + 1 < len(blocks) else []
    return Choice(
        spans,
        " ".join([*before, block.text[: first.start]])[-_AROUND:],
        " ".join(blocks[span.block].text[span.start : span.end] for span in spans),
        " ".join([blocks[last.block].text[last.end :], *after])[:_AROUND],
        block.page,
        block.paragraph,
    )


_AROUND = 160
"""How many letters before and after tell a place from another."""
