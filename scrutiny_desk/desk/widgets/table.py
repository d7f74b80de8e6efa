"""The list every register is shown in: two-line rows, chips, a bar at the chosen row, headings that sort."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from scrutiny_desk.desk.icons import icon
from scrutiny_desk.desk.models.rows import Cell, Column, Heading, Role, RowModel
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.lines import wrapped
from scrutiny_desk.desk.widgets.sight import keep_in_sight
from scrutiny_desk.desk.words import tr

Index = QModelIndex | QPersistentModelIndex
SIDE = 8
ABOVE = 9
LEAST_ROWS = 3
"""How many rows, the headings among them, are always to be seen; where there is no room the pane scrolls."""


def row_height(columns: tuple[Column, ...]) -> int:
    """The height every row of these columns has: two lines where any cell has a second one, never under 44 px."""
    first, second = QFontMetrics(theme.font()).height(), QFontMetrics(theme.font(13)).height()
    tallest = max(c.lines * first + (second if _has_second(c) else 0) for c in columns)
    return max(theme.px(44), tallest + 2 * theme.px(ABOVE))


def _has_second(column: Column) -> bool:
    return column.second.__name__ != "_nothing"


class RowDelegate(QStyledItemDelegate):
    """Paints a cell: the first line (semibold where the column is strong), the soft second line, or a chip."""

    def __init__(self, model: RowModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the cell; the height is the same for every row."""
        column: Column = index.data(Role.COLUMN)
        return QSize(theme.px(8) * max(column.width, 12), row_height((column,)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        painter.save()
        rect, number = option.rect, index.column()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_ground"))
            if number == 0:
                painter.fillRect(QRect(rect.left(), rect.top(), theme.px(3), rect.height()), theme.colour("accent"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if heading := self._model.heading(index.row()):
            self._heading(painter, rect, heading)
        else:
            cell = self._model.cells(index.row())[number]
            inner = rect.adjusted(theme.px(SIDE), theme.px(ABOVE), -theme.px(SIDE), -theme.px(ABOVE) // 2)
            if cell.tone:
                paint_chip(painter, inner, cell.text, cell.tone)
            else:
                _words(painter, inner, cell)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        """The words of a group with how many it holds, and a mark that says whether they are shown."""
        inner = rect.adjusted(theme.px(SIDE), 0, -theme.px(SIDE), 0)
        side = theme.px(16)
        mark = icon("chevron-down" if heading.shown else "chevron-right", "soft")
        mark.paint(painter, QRect(inner.left(), inner.center().y() - side // 2, side, side))
        inner.setLeft(inner.left() + side + theme.px(8))
        font, small = theme.font(strong=True), theme.font(13)
        count = f"{heading.count:,}"
        room = inner.width() - QFontMetrics(small).horizontalAdvance(count) - theme.px(12)
        words = QFontMetrics(font).elidedText(heading.words, Qt.TextElideMode.ElideRight, room)
        middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(inner, middle, words)
        inner.setLeft(inner.left() + QFontMetrics(font).horizontalAdvance(words) + theme.px(12))
        painter.setFont(small)
        painter.setPen(theme.colour("soft"))
        painter.drawText(inner, middle, count)


def _words(painter: QPainter, inner: QRect, cell: Cell) -> None:
    """The words of a cell with the softer ones under them, and the dot of an issue before them."""
    if cell.colour:
        dot = theme.px(10)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.SolidPattern)
        painter.setBrush(_colour(cell.colour))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(inner.left(), inner.top() + theme.px(5), dot, dot)
        inner = inner.adjusted(dot + theme.px(8), 0, 0, 0)
    font = theme.font(strong=cell.column.strong)
    painter.setFont(font)
    painter.setPen(theme.colour("ink"))
    top = _lines(painter, inner, inner.top(), wrapped(cell.text, font, inner.width(), cell.column.lines), cell.column)
    if cell.second:
        font = theme.font(13)
        painter.setFont(font)
        painter.setPen(theme.colour("soft"))
        _lines(painter, inner, top + theme.px(1), wrapped(cell.second, font, inner.width(), 1), cell.column)


def _lines(painter: QPainter, inner: QRect, top: int, lines: tuple[str, ...], column: Column) -> int:
    """Paint lines one under another from `top` on; where the next would begin."""
    metrics = painter.fontMetrics()
    height, ascent = metrics.height(), metrics.ascent()
    for line in lines:
        left = inner.left()
        if column.number:
            left += inner.width() - metrics.horizontalAdvance(line)
        painter.drawText(left, top + ascent, line)
        top += height
    return top


def _colour(value: str):
    from PySide6.QtGui import QColor

    colour = QColor(value)
    return colour if colour.isValid() else theme.colour("edge")


def paint_chip(painter: QPainter, room: QRect, words: str, tone: str) -> int:
    """Paint words on a rounded ground of a tone ("late", "due", "good", "quiet", "accent"); how wide it is."""
    if not words:
        return 0
    font = theme.font(13, strong=True)
    metrics = QFontMetrics(font)
    (words,) = wrapped(words, font, room.width() - theme.px(16), 1)
    box = QRectF(
        room.left(),
        room.top(),
        metrics.horizontalAdvance(words) + theme.px(16),
        metrics.height() + theme.px(4),
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{tone}_ground"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(font)
    painter.setPen(theme.colour(tone))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
    return round(box.width())


class RegisterView(QTableView):
    """A list of rows: `chosen` says which thing is lit, `opened` that Enter or a double click asked for it."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, model: RowModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._kept: int | None = None
        self.setProperty("look", "list")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(model, self))
        self._arrange()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._lay_headings)
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self._choose())
        self.activated.connect(lambda index: self._open(index.row()))

    def _arrange(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(theme.px(24))
        rows.setDefaultSectionSize(row_height(self._model.columns))
        self.setMinimumHeight(round(row_height(self._model.columns) * LEAST_ROWS))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setMinimumSectionSize(theme.px(40))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._sort_by)

    def chosen_id(self) -> int | None:
        """The id of the lit row."""
        return self._model.id_at(self.currentIndex().row())

    def chosen_ids(self) -> list[int]:
        """The ids of every selected row, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [found for row in rows if (found := self._model.id_at(row)) is not None]

    def choose(self, item_id: int) -> bool:
        """Light the row of this id; whether it is there. Until the list has arrived it is kept in mind."""
        self._kept = item_id
        row = self._model.row_of(item_id)
        if row < 0:
            return False
        self._light(row)
        self.scrollTo(self._model.index(row, 0))
        return True

    def choose_first(self) -> None:
        """Light the first thing where none is lit: the keyboard coming to a list makes a row current, not lit."""
        if not self.selectionModel().hasSelection() and self._model.rowCount():
            self._light(next((row for row in range(2) if self._model.id_at(row) is not None), 0))

    def _light(self, row: int) -> None:
        """Make a row the one that is lit. `selectRow` does as the keys that are held say, and a page come to by keys
        may be filled while Shift is still down: it would light nothing."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._model.index(row, 0), flags.ClearAndSelect | flags.Rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their widths: those of no width share what the others leave; when narrow the last go."""
        super().resizeEvent(event)
        room = self.viewport().width()
        columns = self._model.columns
        wide = sum(1 for c in columns if not c.width) or 1
        least = sum(theme.px(c.least) for c in columns if not c.width)
        shown = [True] * len(columns)
        for number in sorted(range(len(columns)), key=lambda n: -columns[n].rank):
            if least + sum(_pixels(c) for c, on in zip(columns, shown, strict=True) if on and c.width) <= room:
                break
            shown[number] = columns[number].rank == 0
        fixed = sum(_pixels(c) for c, on in zip(columns, shown, strict=True) if on and c.width)
        for number, column in enumerate(columns):
            self.setColumnHidden(number, not shown[number])
            self.setColumnWidth(number, _pixels(column) if column.width else max((room - fixed) // wide, theme.px(120)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, or folds a group; so do Left and Right on its heading; Escape is left to the window."""
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(row)
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._model.heading(row):
            self._fold(row, event.key() == Qt.Key.Key_Left)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A list that is entered by keyboard lights its first row."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.ShortcutFocusReason):
            self.choose_first()

    def _fold(self, row: int, folded: bool | None = None) -> None:
        self._kept = None
        self._model.fold(row, folded)
        self.setCurrentIndex(self._model.index(row, 0))

    def _lay_headings(self) -> None:
        """A heading takes the whole width, and the height of one line.

        While it may update, the header works out anew after each height where every row is.
        """
        self.clearSpans()
        height = max(theme.px(40), QFontMetrics(theme.font()).height() + theme.px(16))
        rows = self.verticalHeader()
        rows.setUpdatesEnabled(False)
        for row in self._model.headings():
            self.setSpan(row, 0, 1, len(self._model.columns))
            rows.resizeSection(row, height)
        rows.setUpdatesEnabled(True)

    def _open(self, row: int) -> None:
        if self._model.heading(row):
            self._fold(row)
            return
        found = self._model.id_at(row)
        if found is not None:
            self.opened.emit(found)

    def _choose(self) -> None:
        found = self.chosen_id()
        if found is not None and self.selectionModel().hasSelection():
            self._kept = found
            if self.hasFocus():
                keep_in_sight(self.viewport(), self.visualRect(self.currentIndex()))
            self.chosen.emit(found)

    def _remember(self) -> None:
        self._kept = self.chosen_id() or self._kept

    def _restore(self) -> None:
        if self._kept is not None:
            self.choose(self._kept)

    def _sort_by(self, column: int) -> None:
        if not self._model.columns[column].sort:
            return
        head = self.horizontalHeader()
        down = self._model.view.order == self._model.columns[column].sort
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        head.setSortIndicatorShown(True)
        head.setSortIndicator(column, order)
        self._model.sort(column, order)


def _pixels(column: Column) -> int:
    heading = QFontMetrics(theme.font(13, strong=True)).horizontalAdvance(tr(column.heading)) + theme.px(2 * SIDE + 2)
    return max(heading, round(theme.px(15) * 0.53 * column.width) + theme.px(2 * SIDE))
