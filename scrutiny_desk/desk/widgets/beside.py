"""Two parts side by side where there is room, one over the other where there is not."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QWidget

from scrutiny_desk.desk.theme import theme

FREE = 16_777_215
LINE = 420
"""A pane's name that is longer may break into lines of at least this width, in pixels at 100%."""


class Beside(QWidget):
    """`side` is `width` pixels wide at 100% while the whole is at least `room`; else it stands above `main`."""

    def __init__(self, side: QWidget, main: QWidget, width: int, room: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._width, self._room = side, width, room
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(16))
        self._box.addWidget(side)
        self._box.addWidget(main, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._arrange(wide=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction by the room there is."""
        super().resizeEvent(event)
        self._arrange(wide=self.width() >= theme.px(self._room))

    def _arrange(self, *, wide: bool) -> None:
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._side.setMinimumWidth(theme.px(self._width) if wide else 0)
        self._side.setMaximumWidth(theme.px(self._width) if wide else FREE)


class Header(QWidget):
    """The head of a pane: its name, a sentence under it, and what can be done, beside them or below."""

    def __init__(self, words: QWidget, actions: QWidget | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(10))
        self._box.addWidget(words, 1)
        self._actions = actions
        if actions is not None:
            self._box.addWidget(actions)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction by the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Another name may want another direction."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """Choose the direction by the room the words would have left."""
        if self._actions is None:
            return
        left = self.width() - self._actions.sizeHint().width() - self._box.spacing()
        wide = left >= min(self._title_width(), theme.px(LINE))
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _title_width(self) -> int:
        """The width of the pane's name in one line, never less than what its sentence needs to be read."""
        title = self.findChild(QLabel)
        return max(theme.px(240), title.fontMetrics().horizontalAdvance(title.text()) if title is not None else 0)
