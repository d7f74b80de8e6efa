"""Every meeting the papers tell of."""

from PySide6.QtWidgets import QCheckBox, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.models.columns import meeting_columns
from scrutiny_desk.desk.panes.base import Pane, header
from scrutiny_desk.desk.panes.register import FilterBar, Register
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import tables


class MeetingsPane(Pane):
    """The list of meetings; Enter opens one."""

    register = "meetings"
    concerns = (Kind.MEETINGS, Kind.DOCUMENTS, Kind.QUESTIONS)
    inspects = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        head, _title, _under = header(tr("Meetings"), tr("What each meeting's papers hold, the latest first."))
        self.body.addWidget(head)
        self.filter = FilterBar(tr("Filter meetings"))
        self.open_only = QCheckBox(tr("Only with something outstanding"))
        self.filter.add(self.open_only)
        self.body.addWidget(self.filter)
        empty = EmptyState(
            "calendar-event", tr("No meetings yet"),
            tr("A meeting appears here once its minutes or agenda are imported."),
            (tr("Import papers…"), lambda: context.go(Place("import"))),
        )  # fmt: skip
        source = tables.rows(context.library, Kind.MEETINGS)
        self.table = Register(context, source, meeting_columns(), tr("Meetings"), empty)
        self.body.addWidget(self.table, 1)
        self.filter.typed.connect(self.table.filter)
        self.open_only.toggled.connect(lambda _on: self._ask())
        self.table.model.arrived.connect(lambda n: self.filter.say_count(words.count(n, "meeting", "meetings")))
        self.table.list.opened.connect(lambda item: context.go(Place("meeting", id=item)))

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
