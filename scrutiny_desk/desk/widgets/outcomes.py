"""A growing list of files with what became of each."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.lines import wrapped
from scrutiny_desk.desk.widgets.table import paint_chip

SECOND, TONE, SAID, KEY = (Qt.ItemDataRole.UserRole + n for n in range(1, 5))
CHIP = 200
Index = QModelIndex | QPersistentModelIndex


class _Delegate(QStyledItemDelegate):
    def _second(self, width: int, index: Index) -> tuple[str, ...]:
        text = str(index.data(SECOND) or "")
        return wrapped(text, theme.font(13), width, 3) if text else ()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = (view.viewport().width() if view else theme.px(500)) - theme.px(CHIP + 36)
        lines = len(self._second(width, index))
        height = QFontMetrics(theme.font(strong=True)).height() + lines * QFontMetrics(theme.font(13)).height()
        return QSize(theme.px(300), max(theme.px(44), height + theme.px(18)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_ground"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(theme.px(12), theme.px(8), -theme.px(12), -theme.px(6))
        width = inner.width() - theme.px(CHIP + 12)
        font, small = theme.font(strong=True), theme.font(13)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        top, height = inner.top(), QFontMetrics(font).height()
        painter.drawText(QRect(inner.left(), top, width, height), 0, wrapped(str(index.data()), font, width, 1)[0])
        top += height
        painter.setFont(small)
        painter.setPen(theme.colour("soft"))
        for line in self._second(width, index):
            painter.drawText(QRect(inner.left(), top, width, QFontMetrics(small).height()), 0, line)
            top += QFontMetrics(small).height()
        room = QRect(inner.right() - theme.px(CHIP), inner.top(), theme.px(CHIP), inner.height())
        paint_chip(painter, room, str(index.data(SAID)), str(index.data(TONE)))
        painter.restore()


class OutcomeList(QListWidget):
    """`picked` carries the document a file became, or None."""

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("look", "list")
        self.setItemDelegate(_Delegate(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(lambda item: self.picked.emit(item.data(KEY)))

    def add(self, key: int | None, name: str, second: str, said: str, tone: str) -> None:
        """One more file."""
        item = QListWidgetItem(name)
        item.setData(SECOND, second)
        item.setData(TONE, tone)
        item.setData(SAID, said)
        item.setData(KEY, key)
        item.setToolTip(second)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(p for p in (name, said, second) if p))
        self.addItem(item)
        self.scrollToBottom()
