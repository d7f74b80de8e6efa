"""Meetings: what the papers do not say of them, a person may."""

from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.documents import Document
from scrutiny_desk.domain.meetings import Item, Meeting
from scrutiny_desk.domain.people import Appearance
from scrutiny_desk.services.dates import clock, day
from scrutiny_desk.services.reviewing import UNSET, Unset
from scrutiny_desk.store import Database, Library, folding, people
from scrutiny_desk.store import documents as papers
from scrutiny_desk.store import meetings as rows


def get(library: Library, meeting_id: int) -> Meeting:
    """The meeting; `NotFound` where there is none."""
    with library.read() as db:
        return rows.get(db, meeting_id)


def item(library: Library, item_id: int) -> Item:
    """The item of business; `NotFound` where there is none."""
    with library.read() as db:
        return rows.item(db, item_id)


def items(library: Library, meeting_id: int) -> tuple[Item, ...]:
    """The items of a meeting in order."""
    with library.read() as db:
        return tuple(rows.items_of_meeting(db, meeting_id))


def documents(library: Library, meeting_id: int) -> tuple[Document, ...]:
    """The papers of a meeting."""
    with library.read() as db:
        return tuple(papers.of_meeting(db, meeting_id))


def attendance(library: Library, meeting_id: int) -> tuple[Appearance, ...]:
    """Who was there, or sent apologies."""
    with library.read() as db:
        return tuple(people.appearances_at(db, meeting_id))


def committees(library: Library) -> tuple[str, ...]:
    """Every committee the library knows by name, in order of name."""
    with library.read() as db:
        return tuple(sorted(rows.committees(db), key=str.casefold))


def set_details(
    library: Library,
    meeting_id: int,
    *,
    body: str | None | Unset = UNSET,
    committee: str | None | Unset = UNSET,
    date: str | None | Unset = UNSET,
    start: str | None | Unset = UNSET,
    end: str | None | Unset = UNSET,
    place: str | None | Unset = UNSET,
) -> Change:
    """Set what is given of a meeting (date ISO, times as 19:30); `Trouble` where a date or time is none."""
    given = {"body": body, "committee": committee, "date": date, "start": start, "end": end, "place": place}
    checks = {"date": day, "start": clock, "end": clock}
    fields = {
        name: checks.get(name, str.strip)(value) if value else None
        for name, value in given.items()
        if not isinstance(value, Unset)
    }

    def work(db: Database) -> None:
        rows.update(db, meeting_id, **fields)
        shared = {name: value for name, value in fields.items() if name in ("body", "committee", "date")}
        for paper in papers.of_meeting(db, meeting_id) if shared else ():
            papers.update(db, paper.id, by_person=False, **shared)

    return library.write("Set the meeting's details", work)[1]


def merge(library: Library, keep: int, other: int) -> Change:
    """Say that two meetings are one; what `keep` does not know of itself it learns from `other`."""
    return library.write("Join meetings", lambda db: folding.fold_meetings(db, keep, other))[1]
