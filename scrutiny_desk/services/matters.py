"""Matters arising: what is new, due, late and closed since a committee last met, for the chair on one page."""

from dataclasses import dataclass
from datetime import date, timedelta

from scrutiny_desk.domain.changes import FOLLOWED, Kind
from scrutiny_desk.services.dates import day
from scrutiny_desk.store import Library
from scrutiny_desk.store.queries import register

Thing = tuple[Kind, int]
AHEAD = 28
"""For how many days ahead what falls due is told, where nobody says until when."""


@dataclass(frozen=True, slots=True)
class Arising:
    """What arises, as kinds and numbers, each heading oldest first; a thing stands under one of them only.

    `since` is the day of the last meeting, `until` the day up to which things are called due. `closed` is what was
    answered, kept or replied to since then; of what is open `late` is past its day, `due` falls due by `until`, `new`
    was raised since, and `waiting` is all the rest, so that nothing that is open is passed over.
    `registers.entries` makes rows of them.
    """

    since: str
    until: str
    new: tuple[Thing, ...]
    due: tuple[Thing, ...]
    late: tuple[Thing, ...]
    closed: tuple[Thing, ...]
    waiting: tuple[Thing, ...]


def arising(
    library: Library, committee: str | None, *, today: str, since: str | None = None, until: str | None = None
) -> Arising:
    """What arises for a committee (None for all of them) on a day (ISO).

    Without `since` it is since the committee's last meeting before today; without `until` for four weeks ahead.
    """
    ahead = day(until) if until else (date.fromisoformat(today) + timedelta(days=AHEAD)).isoformat()
    headings: dict[str, list[tuple[str, Thing]]] = {name: [] for name in ("new", "due", "late", "closed", "waiting")}
    with library.read() as db:
        last = day(since) if since else register.meeting_before(db, committee, today) or today
        for kind, noun in FOLLOWED.items():
            for row_id, asked_on, due, settled_on, is_open in register.arising(db, noun, committee, last, today):
                heading = _heading(asked_on, due, settled_on, is_open, last, ahead, today)
                if heading:
                    # What is owed by a day stands in the order of its days, the longest late first.
                    by = due if heading in ("late", "due") else asked_on
                    headings[heading].append((by or "", (kind, row_id)))
    found = {name: tuple(thing for _day, thing in sorted(rows, key=_by_day)) for name, rows in headings.items()}
    return Arising(last, ahead, **found)


def _by_day(row: tuple[str, Thing]) -> str:
    return row[0]


def _heading(
    asked_on: str | None,
    due: str | None,
    settled_on: str | None,
    is_open: bool,
    since: str,
    until: str,
    today: str,
) -> str:
    if not is_open:
        return "closed" if settled_on and since <= settled_on <= today else ""
    if due and due < today:
        return "late"
    if due and due <= until:
        return "due"
    return "new" if asked_on and asked_on >= since else "waiting"
