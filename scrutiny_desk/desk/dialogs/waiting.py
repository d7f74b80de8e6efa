"""A dialog of things that wait for a person's word, a card each: fetched off the main thread, closed with the last."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, clear, column, label, row
from scrutiny_desk.desk.words import tr

WIDE, HIGH = 620, 560


class WaitingDialog(QDialog):
    """The frame of such a dialog. One that is made of it says what to fetch, what stands over the cards, and each card.

    `told` is what holds for all of them; `extra` are buttons beside "Close". It closes when the last is settled, where
    `closes` says so.
    """

    closes = True

    def __init__(self, parent: QWidget, context: Context, title: str, told: str, *extra: QPushButton) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._context = context
        self.waiting: Sequence[Any] = ()
        self.heading, self.told = label("", "heading"), label(told, "soft")
        inner = QWidget()
        self._lay = QVBoxLayout(inner)
        self._lay.setContentsMargins(0, 0, theme.px(8), 0)
        self._lay.setSpacing(theme.px(12))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close = button(tr("Close"), self.accept, primary=True)
        self.setLayout(column(self.heading, self.told, scroll, row(*extra, 1, close), gap=10, margin=20))
        self.resize(theme.px(WIDE), min(theme.px(HIGH), parent.window().height() - theme.px(40)))

    def load(self) -> Sequence[Any]:
        """What waits; asked off the main thread."""
        raise NotImplementedError

    def head(self, waiting: Sequence[Any]) -> str:
        """What the heading says of those that wait, or of none."""
        raise NotImplementedError

    def card(self, one: Any) -> QFrame:
        """The card of one of them."""
        raise NotImplementedError

    def fetch(self) -> None:
        """Fetch what waits and show it."""
        self._context.jobs.read(self, self.load, self._show)

    def settle(self, write: Callable[[], Any]) -> None:
        """Write what was chosen, and show what still waits."""
        self._context.jobs.write(self, write, lambda _change: self.fetch())

    def _show(self, waiting: Sequence[Any]) -> None:
        had, self.waiting = bool(self.waiting), waiting
        clear(self._lay)
        self.heading.setText(self.head(waiting))
        if had and not waiting and self.closes:
            self.accept()
        for one in waiting:
            self._lay.addWidget(self.card(one))
        self._lay.addStretch(1)
