"""The strip at the foot: which library, what is going on, with a way to stop it, and that changes are kept."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, grounded, label, row


class _Going(QWidget):
    """What is going on, painted in whatever room there is.

    A label would have the whole window laid out anew each time it says something else, ten times a second.
    """

    def __init__(self) -> None:
        super().__init__()
        self._said = ""

    def say(self, words: str) -> None:
        """Say this."""
        self._said = words
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """One line, however long."""
        return QSize(0, QFontMetrics(theme.font(13)).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words at the right, cut where there is too little room."""
        painter, font = QPainter(self), theme.font(13)
        painter.setFont(font)
        painter.setPen(theme.colour("soft"))
        words = QFontMetrics(font).elidedText(self._said, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)


class Strip(QWidget):
    """Says nothing by itself but what is going on; `stop` asks for the work to end."""

    stop = Signal()

    def __init__(self, place: str, kept: str, cancel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grounded(self, "foot")
        self._said = place
        self._place, self._kept = label(place, "small", wrap=False), label(kept, "small", wrap=False)
        for words in (self._place, self._kept):
            words.setContentsMargins(0, 0, theme.px(4), 0)  # the last letter may lean out of its advance
        self._going = _Going()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.px(120))
        self._bar.setAccessibleName(kept)
        self._cancel = button(cancel, self.stop.emit, compact=True, look="link")
        kept_room = self._cancel.sizePolicy()
        kept_room.setRetainSizeWhenHidden(True)
        self._cancel.setSizePolicy(kept_room)
        whole = row(self._place, self._kept, gap=16)
        whole.addWidget(self._going, 1000)
        whole.addWidget(self._bar)
        whole.addWidget(self._cancel)
        whole.addStretch(1)
        whole.setContentsMargins(theme.px(20), theme.px(3), theme.px(20), theme.px(3))
        self.setLayout(whole)
        self.setMinimumHeight(theme.px(32))
        self.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the name of the library is enough."""
        super().resizeEvent(event)
        others = sum(part.sizeHint().width() for part in (self._kept, self._cancel)) + theme.px(240)
        self._place.setText(self._said)
        if self._place.sizeHint().width() + others > self.width():
            self._place.setText(self._said.partition(" · ")[0])

    @property
    def telling(self) -> bool:
        """Whether something is going on that it tells of."""
        return not self._going.isHidden()

    def rest(self) -> None:
        """Nothing is going on."""
        for part in (self._going, self._bar, self._cancel):
            part.hide()

    def going(self, words: str, done: int, total: int) -> None:
        """Something is going on: `done` of `total`, or no telling how much where `total` is 0."""
        self._going.say(words)
        self._bar.setAccessibleName(words)
        if (self._bar.minimum(), self._bar.maximum()) != (0, total):
            self._bar.setRange(0, total)
        self._bar.setUpdatesEnabled(False)  # else Qt paints the bar, and whatever else waits, at once and not in turn
        self._bar.setValue(done)
        self._bar.setUpdatesEnabled(True)
        if self._going.isHidden():
            for part in (self._going, self._bar, self._cancel):
                part.show()

    def say_kept(self, words: str) -> None:
        """Say whether changes are kept."""
        self._kept.setText(words)
