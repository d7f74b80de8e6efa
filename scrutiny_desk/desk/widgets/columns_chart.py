"""A small chart of columns: how many in each stretch of time, and how many of those are still outstanding."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from scrutiny_desk.desk.theme import theme

COLUMN = 40
WIDEST = 34


class Column(Protocol):
    """What a column is drawn from: its words in two lines, how many, and how many of them are outstanding."""

    @property
    def words(self) -> tuple[str, str]: ...

    @property
    def questions(self) -> int: ...

    @property
    def outstanding(self) -> int: ...

    def told(self) -> str:
        """The column in words."""
        ...


class ColumnsChart(QWidget):
    """The outstanding ones are the full part at the foot of a column; a screen reader is told each column in words."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[Column] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Draw these."""
        self._columns = columns
        told = "; ".join(column.told() for column in columns if column.questions)
        self.setAccessibleDescription(told)
        self.setToolTip(told.replace("; ", "\n"))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for a few columns, with room for figures above and words below."""
        return QSize(theme.px(180), theme.px(64) + 3 * QFontMetrics(theme.font(12)).height() + theme.px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the columns, the number on each, and the words of as many as there is room for."""
        if not self._columns:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font(12)
        painter.setFont(font)
        line = QFontMetrics(font).height()
        foot = self.height() - 2 * line - theme.px(4)
        high = foot - line - theme.px(2)
        step = self.width() / len(self._columns)
        most = max(column.questions for column in self._columns) or 1
        every = max(1, -(-self._widest(font) // max(1, int(step))))
        said = ""
        for number, column in enumerate(self._columns):
            left = number * step
            self._column(painter, column, QRectF(left, foot - high, step, high), high / most, line)
            if number % every == 0:
                room = QRect(int(left), foot + theme.px(4), int(step * every), line)
                painter.setPen(theme.colour("soft"))
                painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft), column.words[0])
                if column.words[1] != said:
                    said = column.words[1]
                    painter.drawText(room.translated(0, line), int(Qt.AlignmentFlag.AlignLeft), said)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.drawLine(0, foot, self.width(), foot)

    def _column(self, painter: QPainter, column: Column, room: QRectF, unit: float, line: int) -> None:
        if not column.questions:
            return
        wide = min(room.width() - theme.px(6), theme.px(WIDEST))
        tall = max(column.questions * unit, 2.0)
        whole = QRectF(room.left() + 1, room.bottom() - tall, wide, tall)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("accent_ground"))
        painter.drawRect(whole)
        if column.outstanding:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRect(whole.adjusted(0, tall - column.outstanding * unit, 0, 0))
        painter.setPen(theme.colour("ink"))
        above = QRectF(whole.left() - theme.px(8), whole.top() - line - 1, wide + theme.px(16), line)
        painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), f"{column.questions:,}")

    def _widest(self, font) -> int:  # noqa: ANN001 - Qt's font
        metrics = QFontMetrics(font)
        return max(metrics.horizontalAdvance(part) for column in self._columns for part in column.words) + theme.px(4)
