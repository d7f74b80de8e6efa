"""What every pane is: something the window can show, tell of changes, and ask to do a deed."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.models.columns import Calendar
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.beside import Explanation, Header
from scrutiny_desk.desk.widgets.filter_bar import FilterBar
from scrutiny_desk.desk.widgets.inspector import flow
from scrutiny_desk.desk.widgets.parts import grounded, label
from scrutiny_desk.domain.changes import Change, Kind


class Pane(QWidget):
    """One pane. `told` carries what the inspector should show: (Kind, id), a QWidget, or None for nothing.

    `abilities` says that `able` may answer differently now. A deed that `able` names is done by the method
    `do_<name>`. `comfort` is the height, at 100%, below which the window scrolls the pane rather than squeeze it,
    `short_comfort` the same where the window is not high: most panes hold one part that scrolls by itself.
    A pane that stands `alone` has the window to itself, without rail, bar and strip.
    """

    told = Signal(object)
    abilities = Signal()
    register: ClassVar[str] = ""
    concerns: ClassVar[tuple[Kind, ...]] = ()
    inspects: ClassVar[bool] = True
    comfort: ClassVar[int] = 430
    short_comfort: int = 0
    alone: ClassVar[bool] = False

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        grounded(self, "ground")
        self.body = QVBoxLayout(self)
        self._short: bool | None = None
        self.set_short(False)

    def show_place(self, place: Place) -> None:
        """Show what the place asks for."""

    def set_short(self, short: bool) -> None:
        """Give the work the room of what only explains, where the window is not high."""
        if short is self._short:
            return
        self._short = short
        self.body.setContentsMargins(*(theme.px(n) for n in ((14, 8, 14, 8) if short else (24, 18, 24, 16))))
        self.body.setSpacing(theme.px(8 if short else 12))
        for part in (*self.findChildren(Header), *self.findChildren(FilterBar)):
            part.set_short(short)

    def refresh(self, change: Change) -> None:
        """Something of `concerns` is different now."""

    def able(self) -> frozenset[str]:
        """The deeds that can be done now."""
        return frozenset()

    def deeds(self) -> tuple[str, ...]:
        """The deeds the inspector offers for what is chosen, most wanted first."""
        return ()

    def leave(self) -> None:
        """The window is closing: keep what is not kept yet."""

    def first_focus(self) -> QWidget:
        """Where the keyboard belongs when the pane is entered."""
        return self

    def calendar(self) -> Calendar:
        """What ages are counted by."""
        return Calendar(self.context.today(), self.context.settings["nation"])


def header(title: str, sentence: str = "", *actions: QWidget) -> tuple[QWidget, QWidget, QWidget]:
    """The head of a pane: (the whole, the title's label, the sentence's label)."""
    name = label(title, "title")
    under = Explanation(sentence) if sentence.strip() else label(sentence, "soft")
    if not sentence:
        under.hide()
    for words in (name, under):
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        words.setSizePolicy(policy)
    return Header(name, flow(actions, 10) if actions else None, under), name, under
