"""How long the papers of several meetings are kept: until one day for all, or for so many years after each meeting."""

import re
from collections.abc import Sequence
from datetime import date

from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services.dates import day
from scrutiny_desk.store import Database, Library, meetings

_YEARS = re.compile(r"(\d{1,3})\s*years?", re.I)


def keep_several(library: Library, meeting_ids: Sequence[int], until: str | None) -> tuple[int, Change]:
    """Say how long the papers of these meetings are to be kept, in one step: "2031-04-02" for all, "7 years" after
    each meeting's own day, None for no day. How many were passed over, because their own day is not known.

    Nothing is deleted by it. `Trouble` where it is neither a day nor a number of years, or no meeting is named.
    """
    if not meeting_ids:
        raise Trouble("No meeting is chosen.", "Choose the meetings whose papers are to be kept.")
    years = _YEARS.fullmatch(until.strip()) if until else None
    fixed = None if until is None or years else _day(until)

    def work(db: Database) -> int:
        undated = 0
        for meeting_id in meeting_ids:
            last = fixed
            if years:
                held = meetings.get(db, meeting_id).date
                last = _after(held, int(years[1])) if held else None
                if last is None:
                    undated += 1
                    continue
            meetings.update(db, meeting_id, keep_until=last)
        return undated

    many = "" if len(meeting_ids) == 1 else f" {len(meeting_ids)} meetings"
    return library.write(f"Set how long to keep{many}", work)


def _day(typed: str) -> str:
    try:
        return day(typed)
    except Trouble as fault:
        raise Trouble(fault.sentence, "Write a day as 2031-04-02, or how long as 7 years.") from fault


def _after(iso: str, years: int) -> str | None:
    """The same day so many years on; that of a 29 February is the 28th where the year has none."""
    met = date.fromisoformat(iso)
    if met.year + years > date.max.year:
        return None
    try:
        return met.replace(year=met.year + years).isoformat()
    except ValueError:
        return met.replace(year=met.year + years, day=28).isoformat()
