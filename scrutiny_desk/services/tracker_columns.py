"""A council's own spreadsheet: read in a child process, and its columns matched to ours; once said, remembered."""

from dataclasses import dataclass, replace
from pathlib import Path

from scrutiny_desk.domain.people import folded
from scrutiny_desk.domain.tracker import NEEDED, Column, Matching, Sheet
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import data_files
from scrutiny_desk.services.apart import Job, ReadingRoom, Taken
from scrutiny_desk.services.tracker_words import FILE, plain
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


def _guess(sheet: Sheet) -> Matching:
    found = [_by_headings(sheet, at) for at in range(min(LOOKED_THROUGH, len(sheet.rows)))]
    return max(found, key=lambda made: (len(made.columns), -made.heading_row))


def _by_headings(sheet: Sheet, at: int) -> Matching:
    headings = sheet.rows[at]
    columns: dict[Column, int] = {}
    for ours, known in data_files.table(FILE)["columns"].items():
        fitting = [
            (known.index(plain(heading)), number)
            for number, heading in enumerate(headings)
            if plain(heading) in known and number not in columns.values()
        ]
        if fitting:
            columns[Column(ours)] = min(fitting)[1]
    return Matching(sheet.name, at, headings, columns)


def _print(headings: tuple[str, ...]) -> str:
    return "\n".join(folded(heading) for heading in headings)
