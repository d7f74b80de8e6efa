"""A witness on the desk: name and post, a bar for how much is outstanding, and the age of the oldest."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.lines import wrapped


class Owing(Protocol):
    """What a row is made of."""

    name: str
    post: str
    outstanding: int
    age: int | None


class OwingRow(QAbstractButton):
    """One row; a click or Enter opens the witness's page."""

    def __init__(self, owes: Owing, most: int, go: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owes, self._most = owes, most
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        age = "" if owes.age is None else f", oldest {owes.age} working days"
        self.setAccessibleName(f"{owes.name}, {owes.post}, {owes.outstanding} outstanding{age}")
        self.clicked.connect(lambda: go())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two lines."""
        lines = QFontMetrics(theme.font(strong=True)).height() + QFontMetrics(theme.font(13)).height()
        return QSize(theme.px(300), max(theme.px(48), lines + theme.px(16)))

    def keyPressEvent(self, event) -> None:  # noqa: ANN001, N802 - Qt's name and event
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
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
        if self.hasFocus():
            painter.setPen(theme.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.px(4), theme.px(4))

    def _words(self, painter: QPainter, room: QRect, font, role: str, text: str) -> None:  # noqa: ANN001 - QFont
        painter.setFont(font)
        painter.setPen(theme.colour(role))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), wrapped(text, font, room.width(), 1)[0])
