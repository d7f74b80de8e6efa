"""What stands beside the text of a document: its contents, and the marks in its margin."""

from dataclasses import dataclass

from scrutiny_desk.domain.meetings import Item
from scrutiny_desk.store import Library, marks, meetings
from scrutiny_desk.store.marks import Mark

__all__ = ["Entry", "Mark", "contents", "margin"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of business in a document: the blocks it governs, `first` to `last` by order."""

    item: Item
    first: int
    last: int


def contents(library: Library, document_id: int) -> tuple[Entry, ...]:
    """The items of business a document holds, in its order, and where each begins and ends."""
    with library.read() as db:
        found = meetings.items_of_document(db, document_id)
    return tuple(Entry(i, first, first if last is None else last) for i, first, last in found if first is not None)


def margin(library: Library, document_id: int) -> tuple[Mark, ...]:
    """Every mark of a document in reading order: findings, answers, tags and notes, stretch by stretch."""
    with library.read() as db:
        return tuple(marks.of_document(db, document_id))
