"""What was promised, asked to be done, and decided."""

from PySide6.QtWidgets import QWidget

from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.models.columns import FINDING_COLUMNS, UNDERTAKING_GROUPS, words_of_group
from scrutiny_desk.desk.panes.base import header
from scrutiny_desk.desk.panes.deeds import FindingDeeds
from scrutiny_desk.desk.panes.register import GroupBy, Register
from scrutiny_desk.desk.panes.tabs import Tab, Tabs
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.filter_bar import FilterBar
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.undertakings import State
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import tables

SHOWN = (
    ("All", View()),
    ("Open", View(outstanding=True)),
    ("Late", View(overdue=True)),
    ("Kept", View(status=(State.DONE.value,))),
    ("Overtaken", View(status=(State.OVERTAKEN.value,))),
)
EMPTY = {
    Kind.UNDERTAKINGS: ("No undertakings here", "What witnesses promised to do or send is found in minutes."),
    Kind.ACTIONS: ("No actions here", "Tasks that the record gives to somebody are listed here."),
    Kind.DECISIONS: ("No decisions here", "What the committee resolved, recommended, agreed or noted is listed here."),
}


class UndertakingsPane(FindingDeeds):
    """Undertakings, actions and decisions under three tabs."""

    register = "undertakings"
    concerns = (Kind.UNDERTAKINGS, Kind.ACTIONS, Kind.DECISIONS, Kind.PEOPLE, Kind.MEETINGS)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        head, _title, _under = header(
            tr("Undertakings"), tr("What was promised and by when, what was asked to be done, and what was decided.")
        )
        self.body.addWidget(head)
        self.filter = FilterBar(tr("Filter undertakings"))
        self.shown = DropDown()
        self.shown.setAccessibleName(tr("Which of them"))
        for name, view in SHOWN:
            self.shown.addItem(tr(name), view)
        self.filter.add(self.shown)
        self.groups = GroupBy(UNDERTAKING_GROUPS)
        self.filter.add(self.groups)
        self.body.addWidget(self.filter)
        self.tabs = Tabs(
            (
                Tab("Undertakings", self._register(Kind.UNDERTAKINGS), Kind.UNDERTAKINGS),
                Tab("Actions", self._register(Kind.ACTIONS), Kind.ACTIONS),
                Tab("Decisions", self._register(Kind.DECISIONS), Kind.DECISIONS),
            ),
            tr("Undertakings, actions and decisions"),
        )
        self.body.addWidget(self.tabs, 1)
        self.filter.typed.connect(self._filter)
        self.groups.picked.connect(self.tabs.tabs[0].widget.group)
        self.shown.currentIndexChanged.connect(lambda _n: self._ask())
        self.tabs.turned.connect(self._turned)

    def _register(self, kind: Kind) -> Register:
        heading, sentence = EMPTY[kind]
        bring = (tr("Import papers…"), lambda: self.context.go(Place("import")))
        empty = EmptyState("checklist", tr(heading), tr(sentence), bring)
        columns = FINDING_COLUMNS[kind](self.calendar())
        made = Register(
            self.context, tables.rows(self.context.library, kind), columns, tr(heading[3:-5].title()), empty
        )
        made.model.group_words = words_of_group
        made.list.chosen.connect(lambda item: self.tell(kind, item))
        made.list.opened.connect(lambda item: self.open_finding(kind, item))
        return made

    def show_place(self, place: Place) -> None:
        """Show all, or what the place's view asks for."""
        for number, (_name, view) in enumerate(SHOWN):
            if place.view is not None and view == place.view:
                self.shown.setCurrentIndex(number)
        if place.tab:
            self.tabs.turn_to(place.tab)
        self._ask()
        self._turned()

    def refresh(self, _change: Change) -> None:
        """Ask again."""
        for tab in self.tabs.tabs:
            tab.widget.model.refresh()

    def chosen(self) -> tuple[Kind, list[int]]:
        """The selected rows of the tab shown."""
        tab = self.tabs.shown
        return tab.kind or Kind.UNDERTAKINGS, tab.widget.list.chosen_ids()

    def able(self) -> frozenset[str]:
        """Filtering, and what can be done with what is chosen."""
        return super().able() | {"filter"}

    def do_filter(self) -> None:
        """Go to the filter."""
        self.filter.field.setFocus()

    def first_focus(self) -> QWidget:
        """The list of the tab shown."""
        register = self.tabs.shown.widget
        return register.entrance(self.filter.field)

    def _ask(self) -> None:
        view = self.shown.currentData() or View()
        for tab in self.tabs.tabs:
            tab.widget.ask(View() if tab.kind is Kind.DECISIONS else view)

    def _filter(self, words_: str) -> None:
        for tab in self.tabs.tabs:
            tab.widget.filter(words_)

    def _turned(self) -> None:
        self.shown.setEnabled(self.tabs.shown.kind is not Kind.DECISIONS)
        self.groups.setEnabled(self.tabs.shown.kind is Kind.UNDERTAKINGS)
        kind, ids = self.chosen()
        if ids:
            self.tell(kind, ids[0])
        else:
            self.told.emit(None)
            self.abilities.emit()
