"""Every paper of the library."""

from PySide6.QtWidgets import QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.models.columns import document_columns
from scrutiny_desk.desk.panes.base import Pane, header
from scrutiny_desk.desk.panes.register import Register
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.filter_bar import FilterBar
from scrutiny_desk.desk.widgets.parts import button
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import documents, tables


class DocumentsPane(Pane):
    """The list of documents; Enter reads one, R reviews it, Delete takes it out."""

    register = "documents"
    concerns = (Kind.DOCUMENTS, Kind.QUESTIONS, Kind.UNDERTAKINGS)
    inspects = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._review = button(tr("Review what was found"), self._go_review, icon_name="list-search")
        self._remove = button(tr("Remove"), self._withdraw, icon_name="trash")
        head, _title, _under = header(
            tr("Documents"), tr("Minutes, reports, agendas and letters, each kept as it came."),
            self._remove, self._review,
        )  # fmt: skip
        self.body.addWidget(head)
        self.filter = FilterBar(tr("Filter documents"))
        self.kind = DropDown()
        self.kind.setAccessibleName(tr("Kind of paper"))
        self.kind.addItem(tr("All kinds"), ())
        for kind in DocumentKind:
            self.kind.addItem(tr(words.DOCUMENT_WORDS[kind]), (kind.value,))
        self.filter.add(self.kind)
        self.body.addWidget(self.filter)
        empty = EmptyState(
            "files", tr("No papers yet"), tr("Minutes, reports, agendas and letters that you import are kept here."),
            (tr("Import papers…"), lambda: context.go(Place("import"))),
        )  # fmt: skip
        self.table = Register(
            context, tables.rows(context.library, Kind.DOCUMENTS), document_columns(), tr("Documents"), empty
        )
        self.body.addWidget(self.table, 1)
        self.filter.typed.connect(self.table.filter)
        self.kind.currentIndexChanged.connect(lambda _n: self._ask())
        self.table.model.arrived.connect(self._arrived)
        self.table.list.opened.connect(lambda item: context.go(Place("reader", id=item)))
        self.table.list.chosen.connect(lambda _item: self._chosen())
        self._chosen()

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
        self.table.ask(View(status=self.kind.currentData() or ()))

    def _arrived(self, count: int) -> None:
        self.filter.say_count(words.count(count, "document", "documents"))
        self._chosen()

    def _chosen(self) -> None:
        there = self.table.list.chosen_id() is not None
        self._review.setEnabled(there)
        self._remove.setEnabled(there)

    def _go_review(self) -> None:
        self.context.go(Place("review", id=self.table.list.chosen_id()))

    def _withdraw(self) -> None:
        library, item = self.context.library, self.table.list.chosen_id()
        if item is not None:
            self.context.jobs.write(self, lambda: documents.withdraw(library, item))
