"""A short list of two-line choices, such as the items of a document."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.lines import wrapped

SECOND = Qt.ItemDataRole.UserRole + 1
KEY = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = self._lines(option, index)
        height = len(lines) * QFontMetrics(theme.font()).height()
        if index.data(SECOND):
            height += QFontMetrics(theme.font(13)).height()
        return QSize(theme.px(80), max(theme.px(32), height + theme.px(12)))

    def _lines(self, option: QStyleOptionViewItem, index: Index) -> tuple[str, ...]:
        view = option.widget
        width = (view.viewport().width() if view is not None else theme.px(200)) - theme.px(20)
        return wrapped(str(index.data() or ""), theme.font(strong=True), width, 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect.adjusted(0, 1, 0, -1)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_ground"))
            painter.drawRoundedRect(rect, theme.px(6), theme.px(6))
            painter.fillRect(QRect(rect.left(), rect.top() + 2, theme.px(3), rect.height() - 4), theme.colour("accent"))
        left, top = rect.left() + theme.px(10), rect.top() + theme.px(5)
        font = theme.font(strong=chosen)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        height = QFontMetrics(font).height()
        for line in self._lines(option, index):
            painter.drawText(QRect(left, top, rect.width() - theme.px(14), height), 0, line)
            top += height
        if second := index.data(SECOND):
            small = theme.font(13)
            painter.setFont(small)
            painter.setPen(theme.colour("soft"))
            room = QRect(left, top, rect.width() - theme.px(14), QFontMetrics(small).height())
            painter.drawText(room, 0, wrapped(second, small, room.width(), 1)[0])
        painter.restore()


class ChoiceList(QListWidget):
    """`picked` carries the key of the choice that was clicked or reached by keyboard."""

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("look", "list")
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemClicked.connect(lambda item: self.picked.emit(item.data(KEY)))
        self.itemActivated.connect(lambda item: self.picked.emit(item.data(KEY)))

    def fill(self, choices: Sequence[tuple[object, str, str]]) -> None:
        """Show these choices: (key, words, second line)."""
        self.clear()
        for key, words, second in choices:
            item = QListWidgetItem(words)
            item.setData(KEY, key)
            item.setData(SECOND, second)
            item.setToolTip(words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(p for p in (words, second) if p))
            self.addItem(item)

    def light(self, key: object) -> None:
        """Light the choice of this key without picking it."""
        for number in range(self.count()):
            if self.item(number).data(KEY) == key:
                if self.currentRow() != number:
                    self.setCurrentRow(number)
                return
