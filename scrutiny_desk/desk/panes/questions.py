"""The register of questions: filtered by how they stand, by committee and by words."""

from PySide6.QtWidgets import QComboBox, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.models.columns import question_columns
from scrutiny_desk.desk.panes.base import header
from scrutiny_desk.desk.panes.deeds import FindingDeeds
from scrutiny_desk.desk.panes.register import FilterBar, Register
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import meetings, tables

SHOWN = (
    ("All questions", View()),
    ("Outstanding", View(outstanding=True)),
    ("Past its date", View(overdue=True)),
    ("To review", View(review=(Review.SUGGESTED.value,))),
    ("Rejected", View(review=(Review.REJECTED.value,))),
    *((words.STATUS_WORDS[status], View(status=(status.value,))) for status in QuestionStatus),
)


class QuestionsPane(FindingDeeds):
    """Every question; a row lit is told of in the inspector, Enter opens its passage."""

    register = "questions"
    concerns = (Kind.QUESTIONS, Kind.TAGS, Kind.ISSUES, Kind.PEOPLE, Kind.MEETINGS)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        head, _title, _under = header(tr("Questions"), tr("Everything asked, with what was said in reply."))
        self.body.addWidget(head)
        self.filter = FilterBar(tr("Filter questions"))
        self.shown, self.committee = QComboBox(), QComboBox()
        self.shown.setAccessibleName(tr("Which questions"))
        self.committee.setAccessibleName(tr("Committee"))
        for name, view in SHOWN:
            self.shown.addItem(tr(name), view)
        self.committee.addItem(tr("All committees"), None)
        self.filter.add(self.shown)
        self.filter.add(self.committee)
        self.body.addWidget(self.filter)
        empty = EmptyState(
            "message-question", tr("No questions here"),
            tr("Questions that members asked are found in minutes and question papers when you import them."),
            (tr("Import papers…"), lambda: context.go(Place("import"))),
        )  # fmt: skip
        source = tables.rows(context.library, Kind.QUESTIONS)
        self.table = Register(context, source, question_columns(self.calendar()), tr("Questions"), empty)
        self.body.addWidget(self.table, 1)
        self.filter.typed.connect(self.table.filter)
        self.shown.currentIndexChanged.connect(lambda _n: self._ask())
        self.committee.currentIndexChanged.connect(lambda _n: self._ask())
        self.table.model.arrived.connect(lambda n: self.filter.say_count(words.count(n, "question", "questions")))
        self.table.list.chosen.connect(lambda item: self.tell(Kind.QUESTIONS, item))
        self.table.list.opened.connect(lambda item: self.open_finding(Kind.QUESTIONS, item))

    def show_place(self, place: Place) -> None:
        """Show all, or what the place's view asks for."""
        if place.view is not None:
            for number, (_name, view) in enumerate(SHOWN):
                if view == place.view:
                    self.shown.setCurrentIndex(number)
        self.context.jobs.read(self, lambda: meetings.committees(self.context.library), self._committees)
        self._ask()
        if (chosen := self.table.list.chosen_id()) is not None:
            self.tell(Kind.QUESTIONS, chosen)

    def _committees(self, names: tuple[str, ...]) -> None:
        known = {self.committee.itemData(n) for n in range(self.committee.count())}
        for name in names:
            if name not in known:
                self.committee.addItem(name, name)

    def refresh(self, _change: Change) -> None:
        """Ask again."""
        self.table.model.refresh()

    def chosen(self) -> tuple[Kind, list[int]]:
        """The selected questions."""
        return Kind.QUESTIONS, self.table.list.chosen_ids()

    def able(self) -> frozenset[str]:
        """Filtering, and what can be done with questions."""
        return super().able() | {"filter"}

    def do_filter(self) -> None:
        """Go to the filter."""
        self.filter.field.setFocus()

    def first_focus(self) -> QWidget:
        """The list."""
        return self.table.entrance(self.filter.field)

    def _ask(self) -> None:
        from dataclasses import replace

        self.table.ask(replace(self.shown.currentData() or View(), committee=self.committee.currentData()))
