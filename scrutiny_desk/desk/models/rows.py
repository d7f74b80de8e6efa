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

PAGE = 32
PAGES_KEPT = 160

Row = Mapping[str, Any]
Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """Roles beyond Qt's own, which the delegate paints by."""

    SECOND = Qt.ItemDataRole.UserRole + 1
    TONE = Qt.ItemDataRole.UserRole + 2
    COLUMN = Qt.ItemDataRole.UserRole + 3
    COLOUR = Qt.ItemDataRole.UserRole + 4


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


class RowModel(QAbstractTableModel):
    """A list of any length. `data` never raises: a row that is gone or cannot be read is shown as such.

    `arrived` says that another order or filter is in place, with how many rows it has.
    """

    arrived = Signal(int)

    def __init__(self, source: RowSource, columns: Sequence[Column], jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.view = View()
        self._source = source
        self._jobs = jobs
        self._ids: Sequence[int] = ()
        self._row_of: dict[int, int] = {}
        self._pages: OrderedDict[int, list[Row | None]] = OrderedDict()
        self._key = f"rows-{id(self)}"

    def show(self, view: View) -> None:
        """Show what a View asks for; the list stays as it is until the ids are there."""
        self.view = view
        self._jobs.read(self, lambda: _numbered(self._source.ids(view)), self._take, key=self._key)

    def refresh(self) -> None:
        """Ask again for what is shown, as after a change: the same ids keep their places, other ids replace them."""
        self.show(self.view)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these rows in this order, whatever the View says."""
        self._take(_numbered(ids))

    def id_at(self, row: int) -> int | None:
        """The library's id of the thing in a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, item_id: int) -> int:
        """The row of a thing by its id; -1 where it is not shown."""
        return self._row_of.get(item_id, -1)

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
        row = self.row(index.row())
        if row is None:
            gone = role == Qt.ItemDataRole.DisplayRole and index.column() == 0
            return tr("This row is no longer there") if gone else None
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

    def _take(self, found: tuple[Sequence[int], dict[int, int]] | None) -> None:
        if found is None:
            return
        ids, rows = found
        self._pages.clear()
        if list(ids) == list(self._ids):
            if len(ids):
                last = self.index(len(ids) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self._ids = ids
            self._row_of = rows
            self.endResetModel()
        self.arrived.emit(len(ids))

    def _fetch(self, first: int) -> list[Row | None]:
        wanted = list(self._ids[first * PAGE : (first + 1) * PAGE])
        try:
            found = self._source.page(wanted)
        except Trouble:
            found = [()] * len(wanted)
        names = self._source.columns
        page: list[Row | None] = [dict(zip(names, row, strict=True)) if row else None for row in found]
        self._pages[first] = page
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        return page


def _numbered(ids: Sequence[int]) -> tuple[Sequence[int], dict[int, int]]:
    """The ids and the row of each, made where the ids are fetched, off the main thread."""
    return ids, {item: number for number, item in enumerate(ids)}


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
