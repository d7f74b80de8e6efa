"""The council's spreadsheet beside the library, cell by cell, before anything is taken.

What both sides last had is kept as marks, so that an edit on one side is a change and an edit on both a conflict.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from rapidfuzz import fuzz, process

from scrutiny_desk.domain.people import folded
from scrutiny_desk.domain.tracker import (
    TAKEN_IN,
    CellDifference,
    Cells,
    Column,
    Comparison,
    Finding,
    Matching,
    RowDifference,
    Sheet,
    Tracked,
    TrackerRow,
)
from scrutiny_desk.services import tracker_words
from scrutiny_desk.services.trackers import kept_rows, mark, thing
from scrutiny_desk.store import Library, tracker

ALIKE = 92
"""From this likeness on (of 100) a row without a known reference is taken for one of the library's."""
SAME_REF = 45
"""Below this likeness a row of the same reference is about something else: councils count from 1 as well."""
STATED = (Column.MEETING, Column.DATE, Column.MINUTE, Column.ASKED_BY)
_DAY_FORMS = ("%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%A %d %B %Y")


def compare(library: Library, sheets: Sequence[Sheet], matching: Matching) -> Comparison:
    """Where the spreadsheet and the library differ. Nothing is changed but that cells which agree are marked so."""
    sheet = next(sheet for sheet in sheets if sheet.name == matching.sheet)
    with library.read() as db:
        ours, kept = kept_rows(db), tracker.everything(db)
    known = _Known(ours, kept)
    differing: list[RowDifference] = []
    new: list[RowDifference] = []
    doubled: list[RowDifference] = []
    seen: dict[tracker.Thing, int] = {}
    agreeing: list[tuple[tracker.Thing, dict[Column, str]]] = []
    theirs = _rows(sheet, matching)
    for number, cells in theirs:
        held, alike = known.of(cells)
        row = RowDifference(number, cells.get(Column.REF, ""), cells.get(Column.REQUEST, ""), held, (), cells, alike)
        if held is None:
            new.append(row)
            continue
        if thing(held) in seen:
            doubled.append(row)
            continue
        seen[thing(held)] = number
        found = tuple(_differences(held, cells, kept.get(thing(held), Tracked())))
        agreeing.append((thing(held), _agreeing(held, cells, found)))
        if found:
            differing.append(replace(row, cells=found))
    if not library.read_only:
        library.upkeep(lambda db: tracker.agree(db, agreeing))
    missing = tuple(row for row in ours if thing(row) not in seen and kept.get(thing(row), Tracked()).agreed)
    same = len(seen) - len(differing)
    return Comparison(
        sheet.name, len(theirs), tuple(differing), tuple(new), missing, same, tuple(doubled)
    )  # fmt: skip


class _Known:
    """The library's rows by reference and by words."""

    def __init__(self, rows: Sequence[TrackerRow], kept: dict[tracker.Thing, Tracked]) -> None:
        self._theirs = {
            folded(kept[thing(row)].ref): row for row in rows if thing(row) in kept and kept[thing(row)].ref
        }
        self._by_ref = {folded(row.ref): row for row in rows}
        self._rows = list(rows)
        self._texts = [_bare(row.cells[Column.REQUEST]) for row in rows]

    def of(self, cells: Cells) -> tuple[TrackerRow | None, bool]:
        """The row meant, and whether it was known by its words alone."""
        ref, text = folded(cells.get(Column.REF, "")).strip(), _bare(cells.get(Column.REQUEST, ""))
        if ref and ref in self._theirs:
            return self._theirs[ref], False
        held = self._by_ref.get(ref) if ref else None
        if held is not None and fuzz.token_set_ratio(_bare(held.cells[Column.REQUEST]), text) >= SAME_REF:
            return held, False
        found = process.extractOne(text, self._texts, scorer=fuzz.ratio, score_cutoff=ALIKE) if text else None
        return (self._rows[found[2]], True) if found else (None, False)


def _bare(words: str) -> str:
    return " ".join(folded(words).split())


def _rows(sheet: Sheet, matching: Matching) -> list[tuple[int, Cells]]:
    """The rows under the headings, each with its number in the spreadsheet; a row without any word we know is none."""
    found = []
    for at, row in enumerate(sheet.rows[matching.heading_row + 1 :], matching.heading_row + 1):
        cells = {ours: row[number].strip() if number < len(row) else "" for ours, number in matching.columns.items()}
        for column in (Column.DATE, Column.DUE):
            if column in cells:
                cells[column] = day_of(cells[column]) or cells[column]
        if any(cells.values()):
            found.append((sheet.first_row + at, cells))
    return found


def day_of(words: str) -> str | None:
    """The ISO day that these words are, as British papers and spreadsheets write days; None where they are none."""
    typed = " ".join(words.split())
    try:
        return date.fromisoformat(typed[:10]).isoformat() if typed[4:5] == "-" else _spoken(typed)
    except ValueError:
        return _spoken(typed)


def _spoken(typed: str) -> str | None:
    for form in _DAY_FORMS:
        try:
            return datetime.strptime(typed, form).date().isoformat()
        except ValueError:
            continue
    return None


def _differences(ours: TrackerRow, theirs: Cells, kept: Tracked) -> list[CellDifference]:
    found = []
    for column in (*STATED, *TAKEN_IN):
        if column not in theirs:
            continue
        mine, other = ours.cells.get(column, ""), theirs[column]
        if mark(mine) == mark(other) or _SAME.get(column, _never)(ours, other):
            continue
        if column in STATED:
            if other:
                found.append(CellDifference(column, Finding.KEPT, mine, other, "the papers say it; correct it there"))
            continue
        found.append(_judged(column, ours, mine, other, kept))
    return found


def _judged(column: Column, ours: TrackerRow, mine: str, other: str, kept: Tracked) -> CellDifference:
    unclear = _unclear(column, ours, other)
    if unclear:
        return CellDifference(column, Finding.UNCLEAR, mine, other, unclear)
    last = kept.agreed.get(column)
    if last == mark(mine):
        return CellDifference(column, Finding.CHANGED, mine, other)
    if last == mark(other):
        return CellDifference(column, Finding.OURS, mine, other, "changed here since it was given out")
    if last is None and not mine:
        return CellDifference(column, Finding.CHANGED, mine, other)
    why = "never compared before" if last is None else "changed on both sides"
    return CellDifference(column, Finding.CONFLICT, mine, other, why)


def _unclear(column: Column, ours: TrackerRow, other: str) -> str:
    """Why the words cannot be taken as what the column holds, or nothing."""
    if column is Column.DUE and other and day_of(other) is None:
        return "is no day"
    if column is Column.REQUEST and not other:
        return "is empty"
    if column is Column.STATUS:
        found = tracker_words.meaning(ours.kind, other)
        if found is None:
            return "is no status known here"
        if not tracker_words.may_be_taken(found):
            return "says too little: set it here, where you can say why"
    return ""


def _same_status(ours: TrackerRow, other: str) -> bool:
    return tracker_words.same(ours.kind, ours.cells[Column.STATUS], other)


def _same_owner(ours: TrackerRow, other: str) -> bool:
    parts = {_bare(name) for name in ours.cells.get(Column.OWNER, "").split(";")}
    return parts == {_bare(name) for name in other.replace("\n", ";").split(";")}


def _same_day(ours: TrackerRow, other: str) -> bool:
    return day_of(other) == ours.cells.get(Column.DUE)


def _never(_ours: TrackerRow, _other: str) -> bool:
    return False


_SAME: dict[Column, Callable[[TrackerRow, str], bool]] = {
    Column.STATUS: _same_status,
    Column.OWNER: _same_owner,
    Column.DUE: _same_day,
}


def _agreeing(ours: TrackerRow, theirs: Cells, found: Sequence[CellDifference]) -> dict[Column, str]:
    """The marks of the cells in which both sides say the same."""
    differ = {cell.column for cell in found}
    return {
        column: mark(ours.cells.get(column, "")) for column in TAKEN_IN if column in theirs and column not in differ
    }
