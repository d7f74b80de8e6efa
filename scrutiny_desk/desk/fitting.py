"""Fits the parts of the window to the room there is: what stands beside what, what is folded, what scrolls."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QWidget,
)

from scrutiny_desk.desk.panes.base import Pane
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.pane_stack import PaneStack
from scrutiny_desk.desk.widgets.rail import Rail
from scrutiny_desk.desk.widgets.sight import show_whole
from scrutiny_desk.desk.widgets.strip import Strip
from scrutiny_desk.desk.widgets.topbar import TopBar

NARROW_RAIL = 1100
STACKED = 900
FOLDED = 760
"""The width under which the rail is folded behind a button."""
SHORT = 460
"""The height under which what only explains, or says that all is well, gives its room to the work."""
SMALL = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
"""What is shown whole when the keyboard comes to it; a list or a paper shows the line one is at."""
INSPECTOR = 340
INSPECTOR_HEIGHT = 380


@dataclass(frozen=True, slots=True)
class Parts:
    """What the window is put together from: `side` holds the inspector, `scroll` the splitter with pane and side."""

    rail: Rail
    top: TopBar
    strip: Strip
    scroll: QScrollArea
    splitter: QSplitter
    stack: PaneStack
    side: QWidget


class Fitting(QObject):
    """Measures in pixels at 100%: a window of 1280 by 720 at twice the text has the room of one of 640 by 360."""

    def __init__(self, window: QWidget, parts: Parts, present: Callable[[], Pane | None]) -> None:
        super().__init__(parts.splitter)
        self._window, self._parts, self._present = window, parts, present
        self._parted: tuple[list[int], list[int]] = ([], [])
        self._opened = False
        parts.scroll.verticalScrollBar().valueChanged.connect(lambda _at: self._say_details())
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._show_focus)
        QApplication.instance().focusChanged.connect(self._focus_moved)

    @property
    def short(self) -> bool:
        """Whether there is so little height that only the work itself has its place."""
        return self._window.height() * 100 / theme.percent < SHORT

    @property
    def folded(self) -> bool:
        """Whether the rail is folded behind its button."""
        return self._room() < FOLDED

    def _room(self) -> float:
        return self._window.width() * 100 / theme.percent

    def open_rail(self, opened: bool) -> bool:
        """Show the folded rail, or fold it again; whether that made a difference."""
        different = self.folded and opened is not self._opened
        self._opened = opened and self.folded
        if different:
            self.fit()
        return different

    @property
    def rail_opened(self) -> bool:
        """Whether the rail is shown only until something is chosen."""
        return self._opened

    def show_details(self) -> None:
        """Scroll to the inspector where it stands under the work; from there to the work again."""
        bar = self._parts.scroll.verticalScrollBar()
        bar.setValue(0 if self._at_details() else self._parts.side.y())

    def _at_details(self) -> bool:
        """Whether the inspector has most of what can be seen, or all that there is of it can be."""
        bar, side = self._parts.scroll.verticalScrollBar(), self._parts.side
        return bar.value() > 0 and bar.value() >= min(side.y() - self._parts.scroll.height() // 2, bar.maximum())

    def _say_details(self) -> None:
        self._parts.top.say_details(below=not self._at_details())

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Once all is laid out, show the field or button that the keyboard was put in."""
        if isinstance(new, SMALL) and self._parts.splitter.isAncestorOf(new):
            self._settling.start()

    def _show_focus(self) -> None:
        field = QApplication.focusWidget()
        if isinstance(field, SMALL) and self._parts.splitter.isAncestorOf(field):
            show_whole(field)

    def fit(self) -> None:
        """Fit everything."""
        parts, room, short, pane = self._parts, self._room(), self.short, self._present()
        stacked = room < STACKED
        parts.splitter.setOrientation(Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal)
        self._frame(pane, short=short, narrow=stacked)
        comfort = below = 0
        if pane is not None:
            pane.set_short(short)
            below = theme.px(INSPECTOR_HEIGHT) if stacked and pane.inspects else 0
            comfort = max(
                parts.stack.needed(self._pane_width()),
                theme.px(pane.short_comfort if short else pane.comfort),
                self._in_sight() if short and below else 0,
            )
        parts.splitter.setMinimumHeight(comfort + below + (parts.splitter.handleWidth() if below else 0))
        if stacked:
            parts.side.setMinimumWidth(0)
            self._split([max(comfort, parts.scroll.height()), below])
        else:
            wanted = theme.px(INSPECTOR if room > 1200 else INSPECTOR - 40)
            parts.side.setMinimumWidth(min(wanted, self._window.width() // 3))
            self._split([self._window.width() - wanted, wanted])

    def _in_sight(self) -> int:
        """The height that can be seen without scrolling: where it is short the pane has all of it, and no more."""
        parts = self._parts
        around = sum(part.sizeHint().height() for part in (parts.top, parts.strip) if not part.isHidden())
        return self._window.height() - around

    def _frame(self, pane: Pane | None, *, short: bool, narrow: bool) -> None:
        """The rail, the bar and the strip around the work; a pane that stands alone has none of them."""
        parts, alone, folded = self._parts, pane is not None and pane.alone, self.folded
        self._opened = self._opened and folded and not alone
        parts.rail.set_narrow(self._room() < NARROW_RAIL)
        parts.rail.setVisible(not alone and (not folded or self._opened))
        parts.top.setVisible(not alone)
        parts.top.set_narrow(narrow)
        parts.top.set_short(short)
        parts.top.fold(folded, opened=self._opened)
        parts.top.details.setVisible(narrow and pane is not None and pane.inspects)
        parts.strip.setVisible(not alone and (not short or parts.strip.telling))

    def _split(self, wanted: list[int]) -> None:
        """Part the room; where it is so parted already nothing is laid out anew."""
        splitter = self._parts.splitter
        if self._parted != (wanted, splitter.sizes()):
            splitter.setSizes(wanted)
            self._parted = (wanted, splitter.sizes())

    def _pane_width(self) -> int:
        parts = self._parts
        beside = parts.splitter.orientation() is Qt.Orientation.Horizontal and not parts.side.isHidden()
        return parts.scroll.viewport().width() - (parts.side.width() if beside else 0)
