"""A council's own spreadsheet: read in a child process, and its columns matched to ours; once said, remembered."""

import re
import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from scrutiny_desk import locations
from scrutiny_desk.domain.people import folded
from scrutiny_desk.domain.tracker import NEEDED, Column, Matching, Sheet
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services.apart import Job, ReadingRoom, Taken
from scrutiny_desk.store import Library, tracker

SECONDS = 60.0
LOOKED_THROUGH = 15
"""How many rows from the top a heading row is looked for in: councils put titles and notes above."""


@dataclass(frozen=True, slots=True)
class _TakenSheets(Taken):
    sheets: tuple[Sheet, ...] = ()


def _read_sheets(job: Job) -> Taken:
    from scrutiny_desk.reading.sheets import read

    return _TakenSheets(job, sheets=read(job.path))


def read(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a spreadsheet. `UnreadableFile` where it cannot be read; whatever it holds harms its child only."""
    with ReadingRoom(1, seconds=SECONDS, work=_read_sheets) as room:
        taken = next(iter(room.read_all([Job(path)])))
    if not isinstance(taken, _TakenSheets):
        raise taken.trouble or Trouble(f"“{path.name}” could not be read.", "Save it as .xlsx, and try again.")
    return taken.sheets


def match(library: Library, sheets: tuple[Sheet, ...]) -> Matching:
    """Which column is which, for a person to look over: as it was matched before, else as the headings say."""
    best = max((_guess(sheet) for sheet in sheets), key=lambda made: len(made.columns))
    with library.read() as db:
        kept = tracker.matching(db, _print(best.headings))
    if kept is None:
        return best
    named = [folded(heading) for heading in best.headings]
    columns = {Column(ours): named.index(theirs) for ours, theirs in kept.items() if theirs in named}
    return replace(best, columns=columns, remembered=True)


def rematch(library: Library, matching: Matching, columns: dict[Column, int]) -> Matching:
    """The matching as a person says it, kept for the next spreadsheet with these headings.

    `Trouble` where what is asked for has no column, or two of ours have the same.
    """
    if any(column not in columns for column in NEEDED):
        raise Trouble("No column holds what was asked for.", "Choose the column for “Request”.")
    if len(set(columns.values())) < len(columns):
        raise Trouble("One column of the spreadsheet is chosen twice.", "Choose a column of its own for each.")
    named = {str(ours): folded(matching.headings[theirs]) for ours, theirs in columns.items()}
    if not library.read_only:
        library.upkeep(lambda db: tracker.remember_matching(db, _print(matching.headings), named))
    return replace(matching, columns=dict(columns), remembered=True)


def status_meaning(words: str) -> str | None:
    """What a status of a spreadsheet says: "open", "part", "done", "overtaken"; None where it cannot be told."""
    wanted = _plain(words)
    return next((meaning for meaning, known in _words()["statuses"].items() if wanted in known), None)


def _guess(sheet: Sheet) -> Matching:
    found = [_by_headings(sheet, at) for at in range(min(LOOKED_THROUGH, len(sheet.rows)))]
    return max(found, key=lambda made: (len(made.columns), -made.heading_row))


def _by_headings(sheet: Sheet, at: int) -> Matching:
    headings = sheet.rows[at]
    columns: dict[Column, int] = {}
    for ours, known in _words()["columns"].items():
        fitting = [
            (known.index(_plain(heading)), number)
            for number, heading in enumerate(headings)
            if _plain(heading) in known and number not in columns.values()
        ]
        if fitting:
            columns[Column(ours)] = min(fitting)[1]
    return Matching(sheet.name, at, headings, columns)


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s]+", " ", folded(words)).split())


def _print(headings: tuple[str, ...]) -> str:
    return "\n".join(folded(heading) for heading in headings)


def _words() -> dict[str, dict[str, list[str]]]:
    name = "tracker.toml"
    own = locations.data_folder() / name
    path = own if own.is_file() else locations.resources() / name
    return _loaded(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _loaded(path: Path, _changed: int) -> dict[str, dict[str, list[str]]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise Trouble(f"{path.name} cannot be read ({fault}).", f"Correct {path}, or take it away.") from fault
