"""A list of passages found, the words that were sought in bold."""

from collections.abc import Sequence
from html import unescape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scrutiny_desk.desk.theme import theme

RICH = Qt.ItemDataRole.UserRole + 1
KEY = Qt.ItemDataRole.UserRole + 2
PLAIN = Qt.ItemDataRole.UserRole + 3
SIDE = 12
Index = QModelIndex | QPersistentModelIndex


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view
        self._bold = QFontMetrics(theme.font(15, serif=True, strong=True))
        self._line = QFontMetrics(theme.font(15, serif=True)).height()
        self._head = QFontMetrics(theme.font(13)).height() + theme.px(22)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As many lines as the words need, two at the most. They are measured as if all were bold, so never cut."""
        room = self._view.viewport().width() - 2 * theme.px(SIDE)
        lines = 1 if self._bold.horizontalAdvance(index.data(PLAIN)) <= room else 2
        return QSize(theme.px(200), self._head + lines * self._line)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_ground"))
            painter.fillRect(QRect(rect.left(), rect.top(), theme.px(3), rect.height()), theme.colour("accent"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(theme.px(SIDE), theme.px(8), -theme.px(SIDE), -theme.px(6))
        small = theme.font(13)
        painter.setFont(small)
        painter.setPen(theme.colour("soft"))
        height = QFontMetrics(small).height()
        heading = QFontMetrics(small).elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, inner.width())
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), height), 0, heading)
        text = QTextDocument()
        text.setDefaultFont(theme.font(15, serif=True))
        text.setDocumentMargin(0)
        text.setTextWidth(inner.width())
        text.setHtml(f'<span style="color:{theme.colours.ink}">{index.data(RICH)}</span>')
        painter.translate(inner.left(), inner.top() + height + theme.px(2))
        painter.setClipRect(0, 0, inner.width(), 2 * QFontMetrics(text.defaultFont()).height() + theme.px(2))
        text.drawContents(painter)
        painter.restore()


class HitList(QListWidget):
    """`picked` carries the key of the passage that Enter or a double click asked for."""

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = ""
        self.setAccessibleName(name)
        self.setProperty("look", "list")
        self.setItemDelegate(_Delegate(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(lambda item: self.picked.emit(item.data(KEY)))

    def say_where_empty(self, words: str) -> None:
        """What stands here while there is nothing to show."""
        self._nothing = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The passages, or the words that say why there are none."""
        super().paintEvent(event)
        if self.count() or not self._nothing:
            return
        painter = QPainter(self.viewport())
        painter.setFont(theme.font())
        painter.setPen(theme.colour("soft"))
        room = self.viewport().rect().adjusted(theme.px(24), theme.px(24), -theme.px(24), -theme.px(24))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), self._nothing)

    def fill(self, hits: Sequence[tuple[object, str, str]]) -> None:
        """Show these: (key, where, the words as rich text)."""
        self.clear()
        for key, where, rich in hits:
            item = QListWidgetItem(where)
            item.setData(KEY, key)
            item.setData(RICH, rich)
            plain = unescape(rich.replace("<b>", "").replace("</b>", ""))
            item.setData(PLAIN, plain)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{where}: {plain}")
            self.addItem(item)
        if self.count():
            self.setCurrentRow(0)
