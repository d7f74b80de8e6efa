"""The tracker: what was asked for and where it stands, a row each, as councils keep it in a spreadsheet."""

from dataclasses import dataclass, field
from enum import StrEnum


class Column(StrEnum):
    """A column of a tracker, in the order it is given out."""

    REF = "ref"
    REGISTER = "register"
    MEETING = "meeting"
    DATE = "date"
    MINUTE = "minute"
    ASKED_BY = "asked_by"
    REQUEST = "request"
    OWNER = "owner"
    DUE = "due"
    PROGRESS = "progress"
    STATUS = "status"
    SOURCE = "source"


TAKEN_IN = (Column.REQUEST, Column.OWNER, Column.DUE, Column.PROGRESS, Column.STATUS)
"""The columns that a spreadsheet may change. The others are what the papers say, and stay as they are."""

NEEDED = (Column.REQUEST,)
"""Without these a spreadsheet is no tracker."""

Cells = dict[Column, str]
"""A row's words by column; days are ISO. A column that the row knows nothing of is not in it, or is empty."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a spreadsheet as it was read: rows of cells as words, days ISO; `first_row` is the number the
    spreadsheet itself gives the first of `rows`, so that a person finds it again."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    first_row: int = 1


@dataclass(frozen=True, slots=True)
class TrackerRow:
    """A row of the tracker as the library holds it. `kind` is "question", "undertaking", "action" or "decision"."""

    kind: str
    row_id: int
    cells: Cells

    @property
    def ref(self) -> str:
        """The council's own reference, else ours."""
        return self.cells.get(Column.REF, "")


@dataclass(frozen=True, slots=True)
class Tracked:
    """What is kept of a row for the exchange with spreadsheets: the council's reference, a person's words on its
    progress, and the mark of each cell as both sides last had it."""

    ref: str = ""
    progress: str = ""
    agreed: dict[Column, str] = field(default_factory=dict)


class Finding(StrEnum):
    """What a comparison found in one cell."""

    CHANGED = "changed"
    """The spreadsheet says something else than what both sides last had."""
    CONFLICT = "conflict"
    """Both sides say something else than what they last had, or nobody knows what that was."""
    OURS = "ours"
    """The spreadsheet still has what both sides last had; it was changed here since."""
    KEPT = "kept"
    """The spreadsheet differs in what the papers say themselves; it is told, and not taken."""
    UNCLEAR = "unclear"
    """The spreadsheet's words cannot be understood as what the column holds; they are told, and not taken."""


@dataclass(frozen=True, slots=True)
class CellDifference:
    """One cell that differs: the library's words and the spreadsheet's."""

    column: Column
    finding: Finding
    ours: str
    theirs: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class RowDifference:
    """A row of the spreadsheet beside the library's. `number` is its number in the spreadsheet.

    `ours` is None for a row the library does not have. `alike` says that it was known by its words, not its reference.
    """

    number: int
    ref: str
    request: str
    ours: TrackerRow | None
    cells: tuple[CellDifference, ...] = ()
    theirs: Cells = field(default_factory=dict)
    alike: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """A spreadsheet beside the library: nothing is taken yet.

    `missing` are the library's rows that were given out and are not in the spreadsheet; nothing happens to them.
    """

    name: str
    rows: int
    differing: tuple[RowDifference, ...]
    new: tuple[RowDifference, ...]
    missing: tuple[TrackerRow, ...]
    same: int
    doubled: tuple[RowDifference, ...] = ()

    @property
    def conflicts(self) -> int:
        """How many cells a person must decide on."""
        return sum(cell.finding is Finding.CONFLICT for row in self.differing for cell in row.cells)


@dataclass(frozen=True, slots=True)
class Matching:
    """Which column of a spreadsheet is which: its sheet, the row its headings stand in (from 0), and the number of
    the column (from 0) for each of ours. `remembered` says that a person has matched such headings before."""

    sheet: str
    heading_row: int
    headings: tuple[str, ...]
    columns: dict[Column, int]
    remembered: bool = False
