"""Two parts side by side where there is room, one over the other where there is not."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import Words

FREE = 16_777_215
LINE = 420
"""A pane's name that is longer may break into lines of at least this width, in pixels at 100%."""
SENTENCE = 220
"""The width that what is said under it needs to be read."""
TITLES = ("title", "title-short")


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
    """The head of a pane: its name, what is said under it, and what can be done, beside them or below.

    An Explanation under it is left out where the window is not high.
    """

    def __init__(
        self, name: QLabel, actions: QWidget | None, under: QLabel | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._under, self._actions = name, under, actions
        self._short = False
        made = actions.findChildren(QPushButton) if actions is not None else []
        self._large = [one for one in made if not one.property("compact")]
        self._laid: tuple[int, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(name, 0, 0)
        if under is not None:
            self._grid.addWidget(under, 1, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange()

    def set_short(self, short: bool) -> None:
        """Take little height."""
        if short is self._short:
            return
        self._short = short
        if isinstance(self._under, Explanation):
            self._under.set_short(short)
        if self._name.property("look") in TITLES:
            _look_anew(self._name, "look", TITLES[int(short)])
        for made in self._large:
            _look_anew(made, "compact", short)
        self._arrange()

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
        """What can be done stands beside both, beside what is said under the name, or below, as there is room."""
        if self._actions is None:
            return
        under = self._under is not None and not self._under.isHidden()
        left = self.width() - self._actions.sizeHint().width() - self._grid.horizontalSpacing()
        name = self._name.fontMetrics().horizontalAdvance(self._name.text())
        if left >= min(max(name, theme.px(SENTENCE) if under else 0), theme.px(LINE)):
            laid = (0, 1, 2, 1)
        elif self._short and under and left >= theme.px(SENTENCE):
            laid = (1, 1, 1, 1)
        else:
            laid = (3, 0, 1, 2)
        if self._laid == (*laid, under):
            return
        self._laid = (*laid, under)
        self._grid.removeWidget(self._name)
        beside = laid[0] == 0
        self._grid.addWidget(self._name, 0, 0, 1 if under or not beside else 2, 1 if beside else 2)
        self._grid.setRowMinimumHeight(2, theme.px(6) if laid[0] == 3 else 0)
        self._grid.removeWidget(self._actions)
        self._grid.addWidget(self._actions, *laid)


def _look_anew(widget: QWidget, name: str, value: object) -> None:
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Explanation(Words):
    """A sentence that tells what a pane is for. Where it says something else for once, that is always shown."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._first, self._short = text, False
        self.setProperty("look", "soft")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def set_short(self, short: bool) -> None:
        """Whether there is no room for what only explains."""
        self._short = short
        self.setVisible(not short or self.text() != self._first)

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(text)
        self.set_short(self._short)
