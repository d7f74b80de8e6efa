"""A table model over a RowSource: the ids in order, and an LRU of pages of rows; what every list is built on."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from scrutiny_desk.desk.jobs import Jobs
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import RowSource, View

PAGE = 16
PAGES_KEPT = 320
GONE = "This row is no longer there"

Row = Mapping[str, Any]
Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """Roles beyond Qt's own, which the delegate paints by."""

    SECOND = Qt.ItemDataRole.UserRole + 1
    TONE = Qt.ItemDataRole.UserRole + 2
    COLUMN = Qt.ItemDataRole.UserRole + 3
    COLOUR = Qt.ItemDataRole.UserRole + 4
    HEADING = Qt.ItemDataRole.UserRole + 5


def _nothing(_row: Row) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the words of a cell, and how they are painted.

    `second` is a softer line under the first; `tone` makes the words a chip of that tone; `sort` is the order a
    View knows this column by ("" where it does not sort); `width` is in characters, 0 takes what is left; where there
    is little room the columns of the highest `rank` give way first, those of rank 0 never. `least` is what a column
    of no width wants before others give way, in pixels at 100%.
    """

    heading: str
    text: Callable[[Row], str]
    second: Callable[[Row], str] = _nothing
    tone: Callable[[Row], str] | None = None
    colour: Callable[[Row], str] | None = None
    sort: str = ""
    width: int = 0
    strong: bool = False
    number: bool = False
    lines: int = 1
    rank: int = 0
    least: int = 212


@dataclass(frozen=True, slots=True)
class Cell:
    """What is painted in one cell: its column, its words, the softer ones under them, a chip's tone, a dot's colour."""

    column: Column
    text: str
    second: str
    tone: str | None
    colour: str | None


HEADED = -1
"""Ids up to this one stand for headings: -1 for that of the first group, -2 for the next."""


class Groups:
    """Ids in their order, and the groups they fall into: each group's word with how many of the ids are its own."""

    def __init__(self, ids: Sequence[int] = (), named: list[tuple[str | None, int]] | None = None) -> None:
        self.ids = list(ids)
        self.named = named or []
        self.folded: set[str | None] = set()
        self.rows: list[int] = []

    def lines(self) -> list[int]:
        """The ids with a heading before each group, without those of groups folded away; `rows` are the headings'."""
        if not self.named:
            return self.ids
        lines: list[int] = []
        self.rows, first = [], 0
        for number, (word, count) in enumerate(self.named):
            self.rows.append(len(lines))
            lines.append(HEADED - number)
            if word not in self.folded:
                lines.extend(self.ids[first : first + count])
            first += count
        return lines


def _as_it_is(_group: str, word: str | None) -> str:
    return word or ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above a group: its words, how many are in it, and whether they are shown."""

    words: str
    count: int
    shown: bool

    def told(self) -> str:
        """How a screen reader tells it."""
        return f"{self.words}, {self.count:,}, {tr('shown') if self.shown else tr('folded away')}"


class RowModel(QAbstractTableModel):
    """A list of any length. `data` never raises: a row that is gone or cannot be read is shown as such.

    `arrived` says that another order or filter is in place, with how many things it has. Where the View groups them
    each group has a heading, a row without an id; `group_words` says in words what a group's own word means.
    """

    arrived = Signal(int)

    def __init__(self, source: RowSource, columns: Sequence[Column], jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.view = View()
        self._source = source
        self._jobs = jobs
        self._groups = Groups()
        self._ids: list[int] = []
        self._pages: OrderedDict[int, list[Row | None]] = OrderedDict()
        self._cells: dict[int, tuple[Cell, ...]] = {}
        self._key = f"rows-{id(self)}"
        self.group_words: Callable[[str, str | None], str] = _as_it_is

    def show(self, view: View) -> None:
        """Show what a View asks for; the list stays as it is until the ids are there."""
        self.view = view
        self._jobs.read(self, lambda: _fetched(self._source, view), self._take, key=self._key, pressing=True)

    def refresh(self) -> None:
        """Ask again for what is shown, as after a change: the same ids keep their places, other ids replace them."""
        self.show(self.view)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these rows in this order, whatever the View says."""
        self._take(Groups(ids))

    def id_at(self, row: int) -> int | None:
        """The library's id of the thing in a row; None for a heading."""
        found = self._ids[row] if 0 <= row < len(self._ids) else HEADED
        return found if found > HEADED else None

    def row_of(self, item_id: int) -> int:
        """The row of a thing by its id; -1 where it is not shown."""
        try:
            return self._ids.index(item_id)
        except ValueError:
            return -1

    def headings(self) -> list[int]:
        """The rows that are headings."""
        return self._groups.rows

    def heading(self, row: int) -> Heading | None:
        """The heading in a row; None where a thing is."""
        if not 0 <= row < len(self._ids) or self._ids[row] > HEADED:
            return None
        word, count = self._groups.named[HEADED - self._ids[row]]
        return Heading(self.group_words(self.view.group, word), count, word not in self._groups.folded)

    def fold(self, row: int, folded: bool | None = None) -> None:
        """Fold the group of a heading away, or show it again; without `folded` the other of the two."""
        if (heading := self.heading(row)) is None or folded is not heading.shown and folded is not None:
            return
        word, _count = self._groups.named[HEADED - self._ids[row]]
        self.beginResetModel()
        self._groups.folded ^= {word}
        self._ids = self._groups.lines()
        self._forget()
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """The values of a row by their names; None where the row is gone or cannot be read."""
        if not 0 <= number < len(self._ids):
            return None
        first = number // PAGE
        page = self._pages.get(first)
        if page is None:
            page = self._fetch(first)
        else:
            self._pages.move_to_end(first)
        return page[number - first * PAGE]

    def cells(self, number: int) -> tuple[Cell, ...]:
        """What is painted in a row of things, a cell for each column, as `data` tells it role by role.

        A list is painted anew with every step it is scrolled; what its rows say is put into words once.
        """
        found = self._cells.get(number)
        if found is None:
            if len(self._cells) > PAGE * PAGES_KEPT:
                self._cells.clear()
            row = self.row(number)
            found = self._cells[number] = tuple(_painted(column, row, n) for n, column in enumerate(self.columns))
        return found

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, or how it is painted."""
        if not index.isValid() or index.column() >= len(self.columns):
            return None
        column = self.columns[index.column()]
        if role == Role.COLUMN:
            return column
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignTop)
        if heading := self.heading(index.row()):
            return _of_heading(heading, role, index.column())
        row = self.row(index.row())
        if row is None:
            gone = role == Qt.ItemDataRole.DisplayRole and index.column() == 0
            return tr(GONE) if gone else None
        return _cell(column, row, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(column.heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column, where the library can."""
        if not 0 <= column < len(self.columns) or not self.columns[column].sort:
            return
        sign = "-" if order == Qt.SortOrder.DescendingOrder else ""
        self.show(replace(self.view, order=sign + self.columns[column].sort))

    def _take(self, found: "Groups | None") -> None:
        if found is None:
            return
        found.folded = self._groups.folded & {word for word, _count in found.named}
        lines = found.lines()
        self._forget()
        if lines == self._ids and found.named == self._groups.named:
            if lines:
                last = self.index(len(lines) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self._groups, self._ids = found, lines
            self.endResetModel()
        self.arrived.emit(len(found.ids))

    def _forget(self) -> None:
        self._pages.clear()
        self._cells.clear()

    def _fetch(self, first: int) -> list[Row | None]:
        lines = self._ids[first * PAGE : (first + 1) * PAGE]
        wanted = [line for line in lines if line > HEADED]
        try:
            found = self._source.page(wanted)
        except Trouble:
            found = [()] * len(wanted)
        names = self._source.columns
        rows = {
            item: dict(zip(names, row, strict=True)) if row else None for item, row in zip(wanted, found, strict=True)
        }
        page: list[Row | None] = [rows.get(line) for line in lines]
        self._pages[first] = page
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        return page


def _fetched(source: RowSource, view: View) -> Groups:
    """The ids, and their groups where the view has any; made where they are fetched, off the main thread."""
    if not view.group:
        return Groups(source.ids(view))
    ids, named = source.grouped(view)
    return Groups(ids, list(named))


def _of_heading(heading: Heading, role: int, column: int) -> Any:
    if role == Role.HEADING:
        return heading
    if role == Qt.ItemDataRole.DisplayRole:
        return heading.words if column == 0 else ""
    if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        return heading.told()
    return None


def _painted(column: Column, row: Row | None, number: int) -> Cell:
    if row is None:
        return Cell(column, tr(GONE) if number == 0 else "", "", None, None)
    tone = column.tone(row) if column.tone else None
    colour = column.colour(row) if column.colour else None
    return Cell(column, column.text(row) or "", column.second(row) or "", tone, colour)


def _cell(column: Column, row: Row, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return column.text(row)
    if role == Role.SECOND:
        return column.second(row)
    if role == Role.TONE:
        return column.tone(row) if column.tone else None
    if role == Role.COLOUR:
        return column.colour(row) if column.colour else None
    if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        return "\n".join(part for part in (column.text(row), column.second(row)) if part)
    return None
