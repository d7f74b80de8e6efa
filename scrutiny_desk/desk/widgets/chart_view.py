"""A chart in the window: bars with their figures, read out whole by a screen reader; a bar may lead to a witness."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.lines import wrapped
from scrutiny_desk.domain.charts import Bar, Chart

ROW, GAP, FIGURE = 22, 12, 64
ROLES = ("accent", "bar", "due")


class ChartView(QWidget):
    """Paints a Chart as wide as it is. `go` is called with the person of a bar that is clicked, where it is one's."""

    def __init__(self, chart: Chart, go: Callable[[int], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart, self._go = chart, go
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.told)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def _line(self) -> int:
        return max(theme.px(ROW), QFontMetrics(theme.font()).height())

    @property
    def _head(self) -> int:
        return self._line + theme.px(GAP) if len(self._chart.series) > 1 else 0

    def sizeHint(self) -> QSize:
        """A line for each figure of each bar, and one for the names of the figures."""
        rows = sum(self._height(bar) for bar in self._chart.bars)
        return QSize(theme.px(320), self._head + rows + theme.px(4))

    def minimumSizeHint(self) -> QSize:
        """As high; narrower where it must be."""
        return QSize(theme.px(220), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that wrap otherwise need another height."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _labels(self) -> int:
        return min(theme.px(300), max(self.width() * 2 // 5, theme.px(90)))

    def _words(self, bar: Bar) -> tuple[str, ...]:
        return wrapped(bar.label, theme.font(), self._labels() - theme.px(8), 2)

    def _height(self, bar: Bar) -> int:
        return self._line * max(len(bar.values), len(self._words(bar))) + theme.px(GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the legend and the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font())
        if len(self._chart.series) > 1:
            self._legend(painter)
        top = self._head
        for bar in self._chart.bars:
            self._bar(painter, bar, top)
            top += self._height(bar)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(4), theme.px(4))

    def _legend(self, painter: QPainter) -> None:
        painter.setFont(theme.font(13))
        metrics, left = QFontMetrics(theme.font(13)), 0
        for number, name in enumerate(self._chart.series):
            side = theme.px(12)
            self._ground(painter, number, QRectF(left, (self._line - side) / 2, side, side))
            painter.setPen(theme.colour("soft"))
            width = metrics.horizontalAdvance(name)
            room = QRect(left + side + theme.px(6), 0, width + 2, self._line)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), name)
            left += side + theme.px(22) + width
        painter.setFont(theme.font())

    def _bar(self, painter: QPainter, bar: Bar, top: int) -> None:
        painter.setPen(theme.colour("ink"))
        for number, line in enumerate(self._words(bar)):
            room = QRect(0, top + number * self._line, self._labels() - theme.px(8), self._line)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), line)
        left = self._labels()
        room_for_bars = max(self.width() - left - theme.px(FIGURE), 10)
        for number, value in enumerate(bar.values):
            y = top + number * self._line
            length = room_for_bars * value / self._chart.largest
            if value:
                self._ground(painter, number, QRectF(left, y + theme.px(3), max(length, 2), self._line - theme.px(6)))
            painter.setPen(theme.colour("ink"))
            at = QRect(int(left + length + theme.px(6)), y, theme.px(FIGURE), self._line)
            painter.drawText(at, int(Qt.AlignmentFlag.AlignVCenter), f"{value:,}")

    def _ground(self, painter: QPainter, number: int, rect: QRectF) -> None:
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour(ROLES[number % len(ROLES)]))
        painter.drawRoundedRect(rect, 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the witness of the bar that was clicked."""
        top = self._head
        for bar in self._chart.bars:
            if top <= event.position().y() < top + self._height(bar):
                if bar.person_id is not None:
                    self._go(bar.person_id)
                return
            top += self._height(bar)
