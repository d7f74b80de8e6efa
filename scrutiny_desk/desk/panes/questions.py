"""The register of questions: filtered by how they stand, by committee and by words."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.models.columns import QUESTION_GROUPS, question_columns, words_of_group
from scrutiny_desk.desk.panes.base import header
from scrutiny_desk.desk.panes.deeds import FindingDeeds
from scrutiny_desk.desk.panes.register import GroupBy, Register
from scrutiny_desk.desk.panes.views import ViewMenu
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.filter_bar import FilterBar
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.people import Person
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import meetings, people, tables

SHOWN = (
    ("All questions", View()),
    ("Outstanding", View(outstanding=True)),
    ("Past its date", View(overdue=True)),
    ("To review", View(review=(Review.SUGGESTED.value,))),
    ("Rejected", View(review=(Review.REJECTED.value,))),
    *((words.STATUS_WORDS[status], View(status=(status.value,))) for status in QuestionStatus),
)

ELSEWHERE = "elsewhere"


class QuestionsPane(FindingDeeds):
    """Every question; a row lit is told of in the inspector, Enter opens its passage."""

    register = "questions"
    concerns = (Kind.QUESTIONS, Kind.TAGS, Kind.ISSUES, Kind.PEOPLE, Kind.MEETINGS)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        head, _title, _under = header(tr("Questions"), tr("Everything asked, with what was said in reply."))
        self.body.addWidget(head)
        self.filter = FilterBar(tr("Filter questions"))
        self.shown, self.committee = DropDown(), DropDown()
        self.shown.setAccessibleName(tr("Which questions"))
        self.committee.setAccessibleName(tr("Committee"))
        for name, view in SHOWN:
            self.shown.addItem(tr(name), view)
        self.committee.addItem(tr("All committees"), None)
        self.filter.add(self.shown)
        self.filter.add(self.committee)
        self.groups = GroupBy(QUESTION_GROUPS)
        self.filter.add(self.groups)
        self.views = ViewMenu(context, Kind.QUESTIONS, self._view_now, self._show_view)
        self.filter.add(self.views.button)
        self.body.addWidget(self.filter)
        empty = EmptyState(
            "message-question", tr("No questions here"),
            tr("Questions that members asked are found in minutes and question papers when you import them."),
            (tr("Import papers…"), lambda: context.go(Place("import"))),
        )  # fmt: skip
        source = tables.rows(context.library, Kind.QUESTIONS)
        self.table = Register(context, source, question_columns(self.calendar()), tr("Questions"), empty)
        self.table.model.group_words = words_of_group
        self.body.addWidget(self.table, 1)
        self.groups.picked.connect(self.table.group)
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
                    break
            else:
                self._only(place.words, place.view)
        self.context.jobs.read(self, lambda: meetings.committees(self.context.library), self._committees)
        self._ask()
        if (chosen := self.table.list.chosen_id()) is not None:
            self.tell(Kind.QUESTIONS, chosen)

        own = self.context.settings["own_name"]
        if own:
            library = self.context.library
            self.context.jobs.read(self, lambda: people.find(library, own), self._own)

    def _only(self, name: str, view: View) -> None:
        """Show what another pane has put together, under its name, among what can be shown."""
        at = self.shown.findData(ELSEWHERE, Qt.ItemDataRole.UserRole + 1)
        if at < 0:
            self.shown.addItem("")
            at = self.shown.count() - 1
            self.shown.setItemData(at, ELSEWHERE, Qt.ItemDataRole.UserRole + 1)
        if view.committee and self.committee.findData(view.committee) < 0:
            self.committee.addItem(view.committee, view.committee)
        self.committee.setCurrentIndex(max(self.committee.findData(view.committee), 0))
        self.shown.setItemText(at, name or tr("As chosen elsewhere"))
        self.shown.setItemData(at, view)
        self.shown.setCurrentIndex(at)

    def _own(self, found: tuple[Person, ...]) -> None:
        if found and self.shown.findText(tr("Asked by me")) < 0:
            self.shown.addItem(tr("Asked by me"), View(asker=found[0].id))

    def _view_now(self) -> View:
        return self.table.model.view

    def _show_view(self, view: View) -> None:
        """Show a view that was kept: its words, its order, its filter."""
        for combo in (self.shown, self.committee):
            combo.blockSignals(True)
        self.shown.setCurrentIndex(0)
        self.committee.setCurrentIndex(max(self.committee.findData(view.committee), 0))
        for combo in (self.shown, self.committee):
            combo.blockSignals(False)
        self.groups.show_picked(view.group)
        self.table.show_view(view)
        self.filter.show_words(view.words)

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
        self.table.ask(replace(self.shown.currentData() or View(), committee=self.committee.currentData()))
