"""Every meeting the papers tell of."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.models.columns import meeting_columns
from scrutiny_desk.desk.panes.base import Pane, header
from scrutiny_desk.desk.panes.register import Register
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.filter_bar import FilterBar
from scrutiny_desk.desk.widgets.parts import button
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import retention, tables


class MeetingsPane(Pane):
    """The list of meetings; Enter opens one."""

    register = "meetings"
    concerns = (Kind.MEETINGS, Kind.DOCUMENTS, Kind.QUESTIONS)
    inspects = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._keep = button(tr("Keep papers until…"), self._ask_how_long, icon_name="calendar-event")
        head, _title, self._under = header(
            tr("Meetings"), tr("What each meeting's papers hold, the latest first."), self._keep
        )
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
        self.table.model.arrived.connect(self._arrived)
        self.table.list.chosen.connect(lambda _item: self._chosen())
        self._chosen()
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

    def _arrived(self, count: int) -> None:
        self.filter.say_count(words.count(count, "meeting", "meetings"))
        self._chosen()

    def _chosen(self) -> None:
        self._keep.setEnabled(self.table.list.chosen_id() is not None)

    def _ask_how_long(self) -> None:
        from scrutiny_desk.desk.dialogs.retention import KeepUntilDialog

        chosen = self.table.list.chosen_ids()
        if chosen:
            KeepUntilDialog(self, None, lambda until: self.keep(chosen, until), len(chosen)).open()

    def keep(self, chosen: Sequence[int], until: str | None) -> None:
        """Have the papers of these meetings kept until a day, or for so many years after each."""
        library = self.context.library
        self.context.jobs.write(
            self, lambda: retention.keep_several(library, chosen, until), lambda done: self._say(len(chosen), done[0])
        )

    def _say(self, chosen: int, undated: int) -> None:
        """What was done, and what could not be."""
        said = [words.count(chosen - undated, "meeting set", "meetings set")]
        if undated:
            said.append(words.count(undated, "has no day of its own and was left", "have no day and were left"))
        self._under.setText("; ".join(said) + ".")

    def _ask(self) -> None:
        self.table.ask(View(outstanding=self.open_only.isChecked()))
