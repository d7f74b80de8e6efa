"""A large button that shows the key which does the same, for use at a meeting."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from scrutiny_desk.desk.theme import theme


class BigKey(QAbstractButton):
    """A card with a key and a word; the chosen one has a heavy frame and a tick in words for screen readers."""

    def __init__(self, key: str, words: str, act: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setText(words)
        self.setCheckable(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{words}, {key}")
        self._chosen = self._low = False
        self.clicked.connect(lambda: act())

    def choose(self, chosen: bool) -> None:
        """Show that this is the outcome that was marked."""
        self._chosen = chosen
        self.setAccessibleDescription("chosen" if chosen else "")
        self.update()

    def lie_low(self, low: bool) -> None:
        """Show the word beside the key and not under it, where there is little height."""
        if low is not self._low:
            self._low = low
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for its words."""
        if self._low:
            beside = QFontMetrics(theme.font(14, strong=True)).horizontalAdvance(self.text() + self._key)
            return QSize(beside + theme.px(46), theme.px(38))
        words = QFontMetrics(theme.font(18)).horizontalAdvance(self.text())
        return QSize(max(theme.px(150), words + theme.px(36)), theme.px(92))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it; the pane's own keys are left to the pane."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, the key and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heavy = self._chosen or self.hasFocus()
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(
            QPen(theme.colour("accent" if self._chosen else "focus" if heavy else "edge"), 3 if heavy else 1)
        )
        painter.setBrush(theme.colour("accent_ground" if self._chosen else "panel"))
        painter.drawRoundedRect(frame, theme.px(8), theme.px(8))
        font = theme.font(15, strong=True)
        metrics = QFontMetrics(font)
        width, height = metrics.horizontalAdvance(self._key) + theme.px(18), metrics.height() + theme.px(6)
        cap = QRect((self.width() - width) // 2, theme.px(13), width, height)
        room = QRect(0, cap.bottom() + theme.px(4), self.width(), self.height() - cap.bottom() - theme.px(8))
        if self._low:
            cap = QRect(theme.px(10), (self.height() - height) // 2, width, height)
            room = QRect(cap.right() + theme.px(8), 0, self.width() - cap.right() - theme.px(14), self.height())
        painter.setPen(theme.colour("edge"))
        painter.setBrush(theme.colour("ground"))
        painter.drawRoundedRect(cap, theme.px(4), theme.px(4))
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self._key)
        painter.setFont(theme.font(14 if self._low else 18, strong=self._chosen))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self.text())
