"""A register: a list with its empty state; most panes are one with other columns."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.models.rows import Column, RowModel
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.table import RegisterView
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.work import RowSource, View
from scrutiny_desk.services import tables

LONG = 5_000
"""From how many rows on a list is put in each of its orders beforehand, while nothing else is asked of the library."""
IDLE = 1_500


class Register(QWidget):
    """A RegisterView over a RowSource with its empty state; `view` is what is asked for, without the typed words."""

    def __init__(
        self,
        context: Context,
        source: RowSource,
        columns: tuple[Column, ...],
        name: str,
        empty: EmptyState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = RowModel(source, columns, context.jobs, self)
        self.list = RegisterView(self.model, name)
        self.empty = empty
        self._words, self._group = "", ""
        self._base = View()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(empty)
        self._none = EmptyState("filter", tr("Nothing fits this filter"), tr("Clear it to see everything again."))
        self._stack.addWidget(self._none)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.addWidget(self._stack)
        self._jobs, self._source = context.jobs, source
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE)
        self._idle.timeout.connect(self._make_ready)
        self._unready: list[str] = []
        self.model.arrived.connect(self._arrived)

    def ask(self, view: View) -> None:
        """Show what a view asks for."""
        self._base = view
        typed = " ".join(part for part in (view.words, self._words) if part)
        self.model.show(replace(view, words=typed, order=self._order(), group=self._group))

    def show_view(self, view: View) -> None:
        """Show a view as it was kept, its words and order with it."""
        self._base, self._words, self._group = replace(view, words="", order="", group=""), view.words, view.group
        self.model.show(view)

    def filter(self, words: str) -> None:
        """Show only rows that hold these words."""
        self._words = words
        self.ask(self._base)

    def group(self, name: str) -> None:
        """Put the rows together by one of what the list can be grouped by; "" for one list."""
        self._group = name
        self.ask(self._base)

    def entrance(self, otherwise: QWidget) -> QWidget:
        """Where the keyboard belongs on entering: the list, unless it is known to be empty."""
        return self.list if self._stack.currentWidget() is self.list else otherwise

    def _order(self) -> str:
        return self.model.view.order or self._base.order

    def _arrived(self, count: int) -> None:
        if count > LONG:
            orders = dict.fromkeys(sign + c.sort for c in self.model.columns if c.sort for sign in ("", "-"))
            self._unready = ["", *orders]
            self._idle.start()
        if count:
            self._stack.setCurrentWidget(self.list)
            if self.isVisible():
                self.list.choose_first()
        else:
            filtered = self._words or replace(self._base, order="") != View()
            self._stack.setCurrentWidget(self._none if filtered and self._words else self.empty)

    def _make_ready(self) -> None:
        """Have the next order got ready, one at a time, so that no click waits behind more than one of them."""
        if not self._unready or not self.isVisible():
            return
        order, source = self._unready.pop(0), self._source
        self._jobs.read(self, lambda: tables.make_ready(source, order), lambda _done: self._make_ready(), patient=True)


class GroupBy(DropDown):
    """What the rows of a list are put together by; `picked` carries its name, "" for none."""

    picked = Signal(str)

    def __init__(self, groups: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Group by"))
        self.addItem(tr("No groups"), "")
        for name, words in groups:
            self.addItem(tr(words), name)
        self.currentIndexChanged.connect(lambda _n: self.picked.emit(self.currentData()))

    def show_picked(self, name: str) -> None:
        """Show which one is in force without asking for it again."""
        self.blockSignals(True)
        self.setCurrentIndex(max(self.findData(name), 0))
        self.blockSignals(False)
