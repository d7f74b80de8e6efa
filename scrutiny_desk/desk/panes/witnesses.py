"""Everybody who was asked, with what they still owe."""

from PySide6.QtWidgets import QCheckBox, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.models.columns import witness_columns
from scrutiny_desk.desk.panes.base import Pane, header
from scrutiny_desk.desk.panes.register import Register
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.filter_bar import FilterBar
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import tables


class WitnessesPane(Pane):
    """The list of witnesses, who has owed longest first; Enter opens a witness's page."""

    register = "witnesses"
    concerns = (Kind.PEOPLE, Kind.QUESTIONS, Kind.UNDERTAKINGS)
    inspects = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        head, _title, _under = header(tr("Witnesses"), tr("Who was asked, and who has owed an answer longest."))
        self.body.addWidget(head)
        self.filter = FilterBar(tr("Filter witnesses"))
        self.open_only = QCheckBox(tr("Only who still owe an answer"))
        self.filter.add(self.open_only)
        self.body.addWidget(self.filter)
        empty = EmptyState(
            "user-question", tr("No witnesses yet"),
            tr("Officers, cabinet members and guests who were asked something appear here with what they still owe."),
            (tr("Import papers…"), lambda: context.go(Place("import"))),
        )  # fmt: skip
        source = tables.witnesses(context.library)
        self.table = Register(context, source, witness_columns(self.calendar()), tr("Witnesses"), empty)
        self.body.addWidget(self.table, 1)
        self.filter.typed.connect(self.table.filter)
        self.open_only.toggled.connect(lambda _on: self._ask())
        self.table.model.arrived.connect(lambda n: self.filter.say_count(words.count(n, "witness", "witnesses")))
        self.table.list.opened.connect(lambda item: context.go(Place("witness", id=item)))

    def show_place(self, _place: Place) -> None:
        """Show the list."""
        self._ask()

    def refresh(self, _change: Change) -> None:
        """Ask again."""
        self.table.model.refresh()

    def able(self) -> frozenset[str]:
        """Filtering."""
        return frozenset({"filter"})

    def do_filter(self) -> None:
        """Go to the filter."""
        self.filter.field.setFocus()

    def first_focus(self) -> QWidget:
        """The list."""
        return self.table.entrance(self.filter.field)

    def _ask(self) -> None:
        self.table.ask(View(outstanding=self.open_only.isChecked()))
