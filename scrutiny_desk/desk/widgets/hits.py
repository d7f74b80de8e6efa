"""A list of passages found, the words that were sought in bold."""

from collections.abc import Callable, Sequence
from html import unescape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scrutiny_desk.desk.theme import theme

RICH = Qt.ItemDataRole.UserRole + 1
KEY = Qt.ItemDataRole.UserRole + 2
PLAIN = Qt.ItemDataRole.UserRole + 3
SIDE = 12
Index = QModelIndex | QPersistentModelIndex


class _Delegate(QStyledItemDelegate):
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
        self._room = 0
        self._head = QFontMetrics(theme.font(13)).height() + theme.px(22)
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
        sizes = self._sizes()
        for key, where, rich in hits:
            item = QListWidgetItem(where)
            item.setData(KEY, key)
            item.setData(RICH, rich)
            plain = unescape(rich.replace("<b>", "").replace("</b>", ""))
            item.setData(PLAIN, plain)
            item.setSizeHint(sizes(plain))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{where}: {plain}")
            self.addItem(item)
        if self.count():
            self.setCurrentRow(0)

    def _sizes(self) -> Callable[[str], QSize]:
        """How large a passage is of these words, at the present width: as many lines as they need, two at the most.

        They are measured as if all were bold, so that none is cut; each item keeps its size, which Qt asks for often.
        """
        self._room = self.viewport().width()
        bold, room = QFontMetrics(theme.font(15, serif=True, strong=True)), self._room - 2 * theme.px(SIDE)
        line = QFontMetrics(theme.font(15, serif=True)).height()
        one, two = (QSize(theme.px(200), self._head + lines * line) for lines in (1, 2))
        most = room * 5 // (4 * max(bold.averageCharWidth(), 1))  # to measure takes longer than all the rest
        return lambda plain: one if len(plain) <= most and bold.horizontalAdvance(plain) <= room else two

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At another width words may need another line."""
        super().resizeEvent(event)
        if self.viewport().width() != self._room:
            sizes = self._sizes()
            self.model().blockSignals(True)
            for row in range(self.count()):
                self.item(row).setSizeHint(sizes(self.item(row).data(PLAIN)))
            self.model().blockSignals(False)
            self.scheduleDelayedItemsLayout()
