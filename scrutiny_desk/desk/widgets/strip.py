"""The strip at the foot: which library, what is going on, with a way to stop it, and that changes are kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, grounded, label, row


class Strip(QWidget):
    """Says nothing by itself but what is going on; `stop` asks for the work to end."""

    stop = Signal()

    def __init__(self, place: str, kept: str, cancel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grounded(self, "foot")
        self._place, self._kept = label(place, "small", wrap=False), label(kept, "small", wrap=False)
        self._going = label("", "small", wrap=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.px(120))
        self._bar.setAccessibleName(kept)
        self._cancel = button(cancel, self.stop.emit, compact=True, look="link")
        whole = row(self._place, self._kept, 1, self._going, self._bar, self._cancel, gap=16)
        whole.setContentsMargins(theme.px(20), theme.px(3), theme.px(20), theme.px(3))
        self.setLayout(whole)
        self.setMinimumHeight(theme.px(32))
        self.rest()

    def rest(self) -> None:
        """Nothing is going on."""
        for part in (self._going, self._bar, self._cancel):
            part.hide()

    def going(self, words: str, done: int, total: int) -> None:
        """Something is going on: `done` of `total`, or no telling how much where `total` is 0."""
        self._going.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        for part in (self._going, self._bar, self._cancel):
            part.show()

    def say_kept(self, words: str) -> None:
        """Say whether changes are kept."""
        self._kept.setText(words)
