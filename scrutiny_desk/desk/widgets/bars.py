"""A witness on the desk: name and post, a bar for how much is outstanding, and the age of the oldest."""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.lines import wrapped
from scrutiny_desk.desk.widgets.table import paint_chip


class Owing(Protocol):
    """What a row is made of."""

    name: str
    post: str
    outstanding: int
    age: int | None


class _Row(QAbstractButton):
    """A row that a click or Enter follows."""

    def __init__(self, go: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: go())

    def keyPressEvent(self, event) -> None:  # noqa: ANN001 - Qt's name and event
        """Enter follows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _frame(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(4), theme.px(4))

    def _words(self, painter: QPainter, room: QRect, font: QFont, role: str, text: str) -> None:
        painter.setFont(font)
        painter.setPen(theme.colour(role))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), wrapped(text, font, room.width(), 1)[0])


class NewsRow(_Row):
    """A chip, a name that leads somewhere, and the words under it; the name takes no more than so many `lines`, by
    itself one with words under it and two without."""

    def __init__(
        self,
        said: str,
        tone: str,
        name: str,
        under: str,
        go: Callable[[], object],
        parent: QWidget | None = None,
        *,
        lines: int = 0,
    ) -> None:
        super().__init__(go, parent)
        self._most = lines or (1 if under else 2)
        self._said, self._tone, self._name, self._under = said, tone, name, under
        self._column = 0
        self.setAccessibleName(", ".join(part for part in (said, name, under) if part))
        self.setToolTip("\n".join(part for part in (name, under) if part))

    def chip_width(self) -> int:
        """How wide its chip is; 0 where it has none."""
        wide = QFontMetrics(theme.font(13, strong=True)).horizontalAdvance(self._said)
        return wide + theme.px(16) if self._said else 0

    def line_up(self, column: int) -> None:
        """Let its words begin where those of the other rows do, after chips that are up to so wide."""
        self._column = column
        self._fit()

    def sizeHint(self) -> QSize:
        """One line, or two."""
        return QSize(theme.px(240), self._height(max(self.width(), theme.px(240))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A name with nothing under it may take two lines where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._height(self.width()))

    def _height(self, width: int) -> int:
        beside = max(self.chip_width(), self._column) + theme.px(10) if self._said else 0
        lines = len(self._named(width - beside - theme.px(8)))
        height = lines * QFontMetrics(theme.font(strong=True)).height() + theme.px(10)
        if self._under:
            height += QFontMetrics(theme.font(13)).height()
        return max(theme.px(32), height)

    def _named(self, width: int) -> tuple[str, ...]:
        return wrapped(self._name, theme.font(strong=True), width, self._most)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("block_ground"))
        inner = self.rect().adjusted(theme.px(4), theme.px(5), -theme.px(4), 0)
        left = inner.left()
        if self._said:
            left += max(paint_chip(painter, inner, self._said, self._tone), self._column) + theme.px(10)
        strong = theme.font(strong=True)
        height = QFontMetrics(strong).height()
        named = self._named(inner.right() - left)
        for number, line in enumerate(named):
            room = QRect(left, inner.top() + number * height, inner.right() - left, height)
            self._words(painter, room, strong, "accent", line)
        if self._under:
            small = theme.font(13)
            room = QRect(left, inner.top() + len(named) * height, inner.right() - left, QFontMetrics(small).height())
            self._words(painter, room, small, "soft", self._under)
        self._frame(painter)


def line_up(rows: Iterable[NewsRow]) -> None:
    """Let the words of these rows begin at one line, after the widest of their chips."""
    held = list(rows)
    column = max((row.chip_width() for row in held), default=0)
    for row in held:
        row.line_up(column)


class OwingRow(_Row):
    """One row; a click or Enter opens the witness's page."""

    def __init__(self, owes: Owing, most: int, go: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(go, parent)
        self._owes, self._most = owes, most
        age = "" if owes.age is None else f", oldest {owes.age} working days"
        self.setAccessibleName(f"{owes.name}, {owes.post}, {owes.outstanding} outstanding{age}")

    def sizeHint(self) -> QSize:
        """Two lines."""
        lines = QFontMetrics(theme.font(strong=True)).height() + QFontMetrics(theme.font(13)).height()
        return QSize(theme.px(300), max(theme.px(48), lines + theme.px(16)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, the bar and the figures."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, pad = self.rect(), theme.px(10)
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.topLeft(), rect.topRight())
        if self.underMouse():
            painter.fillRect(rect.adjusted(0, 1, 0, 0), theme.colour("block_ground"))
        inner = rect.adjusted(pad, theme.px(7), -pad, -theme.px(7))
        first, last = inner.width() * 5 // 11, inner.width() * 2 // 11
        strong, small = theme.font(strong=True), theme.font(13)
        height = QFontMetrics(strong).height()
        self._words(painter, QRect(inner.left(), inner.top(), first - pad, height), strong, "ink", self._owes.name)
        below = QRect(inner.left(), inner.top() + height, first - pad, QFontMetrics(small).height())
        self._words(painter, below, small, "soft", self._owes.post)
        room = inner.width() - first - last - theme.px(44)
        length = max(theme.px(6), room * self._owes.outstanding // max(self._most, 1))
        bar = QRectF(inner.left() + first, inner.top() + height / 2 - theme.px(4), length, theme.px(9))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("bar"))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        beside = QRect(int(bar.right()) + theme.px(8), inner.top(), theme.px(40), height)
        self._words(painter, beside, theme.font(), "ink", f"{self._owes.outstanding:,}")
        painter.setPen(theme.colour("ink"))
        age = "–" if self._owes.age is None else f"{self._owes.age:,}"
        painter.drawText(QRect(inner.right() - last, inner.top(), last, height), int(Qt.AlignmentFlag.AlignRight), age)
        self._frame(painter)
