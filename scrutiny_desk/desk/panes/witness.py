"""The page of one witness: what they owe, oldest first, everything asked of them, promised, and where they appeared."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.dialogs.chasing import ChaseDialog
from scrutiny_desk.desk.models.columns import question_columns, undertaking_columns
from scrutiny_desk.desk.panes.base import header
from scrutiny_desk.desk.panes.deeds import FindingDeeds
from scrutiny_desk.desk.panes.notes import NotesPage
from scrutiny_desk.desk.panes.person_menu import PersonMenu
from scrutiny_desk.desk.panes.register import Register
from scrutiny_desk.desk.panes.tabs import Tab, Tabs
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.choices import ChoiceList
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.lesson_line import LessonLine, Listed
from scrutiny_desk.desk.widgets.parts import button, label
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.documents import Document, DocumentKind
from scrutiny_desk.domain.people import Appearance, Capacity, Person, post_in_words
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import documents, people, posts, tables
from scrutiny_desk.services.people import WitnessPage

UNLISTED = (DocumentKind.CORRESPONDENCE, DocumentKind.REPORT)
"""Papers that have no list of those who were there."""
HINT = "Enter opens the passage · A marks as answered · D sets a date · T tags"


class WitnessPane(FindingDeeds):
    """Tabs: Outstanding, Everything asked, Undertakings, Appearances, Notes."""

    register = "witnesses"
    concerns = (Kind.QUESTIONS, Kind.UNDERTAKINGS, Kind.PEOPLE, Kind.NOTES, Kind.TAGS)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._person: int | None = None
        self._appearances: tuple[Appearance, ...] = ()
        brief = button(tr("Brief on this witness"), self.do_brief, primary=True)
        self._of: Person | None = None
        self.more = button(tr("More"), icon_name="dots")
        self.more.setMenu(PersonMenu(context, self.more, lambda: self._of, self._offer_rule))
        plan = button(tr("Question plan"), self._go_plan)
        chase = button(tr("Chase…"), self._chase)
        chase.setToolTip(tr("A letter that asks for what is outstanding"))
        head, self._title, self._under = header("", " ", self.more, plan, chase, brief)
        self._under.setVisible(True)
        self.lesson = LessonLine(self.do_rule)
        self.body.addWidget(head)
        self.body.addWidget(self.lesson)
        self.appearances = ChoiceList(tr("Appearances"))
        self.appearances.picked.connect(lambda number: self._open_appearance(number))
        self.notes = NotesPage(context, Kind.PEOPLE)
        calendar = self.calendar()
        questions, undertakings = (
            question_columns(calendar, witness=False),
            undertaking_columns(calendar, witness=False),
        )
        self.tabs = Tabs(
            (
                Tab("Outstanding", self._register(Kind.QUESTIONS, questions, "Nothing is outstanding",
                    "Every question the papers hold for this witness has an answer on record."), Kind.QUESTIONS),
                Tab("Everything asked", self._register(Kind.QUESTIONS, questions, "Nothing asked yet",
                    "No paper in the library records a question to this witness."), Kind.QUESTIONS),
                Tab("Undertakings", self._register(Kind.UNDERTAKINGS, undertakings, "No undertakings",
                    "No paper in the library records a promise by this witness."), Kind.UNDERTAKINGS),
                Tab("Appearances", self._lined(self.appearances)),
                Tab("Notes", self.notes),
            ),
            tr("What is held of this witness"),
        )  # fmt: skip
        self.body.addWidget(self.tabs, 1)
        self._hint = label(tr(HINT), "small")
        self.body.addWidget(self._hint)
        self.tabs.turned.connect(self._turned)

    def _lined(self, inner: QWidget) -> QWidget:
        made = QWidget()
        lay = QVBoxLayout(made)
        lay.setContentsMargins(0, theme.px(8), 0, 0)
        lay.addWidget(inner)
        return made

    def _register(self, kind: Kind, columns: tuple, heading: str, sentence: str) -> Register:
        empty = EmptyState("circle-check", tr(heading), tr(sentence))
        made = Register(self.context, tables.rows(self.context.library, kind), columns, tr(heading), empty)
        made.list.setAccessibleName(tr("Questions") if kind is Kind.QUESTIONS else tr("Undertakings"))
        made.list.chosen.connect(lambda item: self.tell(kind, item))
        made.list.opened.connect(lambda item: self.open_finding(kind, item))
        made.model.arrived.connect(lambda _n, made=made: self._light_first(made))
        return made

    def _light_first(self, register: Register) -> None:
        if register is self.tabs.shown.widget and self.isVisible():
            register.list.choose_first()

    # --- showing

    def show_place(self, place: Place) -> None:
        """Show the witness the place names."""
        if place.id != self._person:
            self.tabs.bar.setCurrentIndex(0)
            self.lesson.leave()
        self._person = place.id
        if place.tab:
            self.tabs.turn_to(place.tab)
        self._fetch()

    def refresh(self, _change: Change) -> None:
        """Fetch it again."""
        if self._person is not None:
            self._fetch()

    def _fetch(self) -> None:
        library, person = self.context.library, self._person
        if person is not None:
            self.context.jobs.read(
                self, lambda: people.page(library, person), self._take, key="witness", failed=self._gone
            )
            self.notes.show_of(person)

    def _gone(self, trouble: Trouble) -> None:
        self._title.setText(trouble.sentence)
        self._under.setText(trouble.remedy)

    def _take(self, page: WitnessPage | None) -> None:
        if page is None:
            return
        person = self._of = page.person
        self._title.setText(person.name)
        known = [alias for alias in person.aliases if alias != person.name]
        under = post_in_words(person.post, person.organisation) or tr("post not known")
        if known:
            under += f" · {tr('also printed as')} {', '.join(known[:4])}"
        self._under.setText(under)
        for tab, ids in zip(self.tabs.tabs, (page.outstanding, page.asked, page.undertakings), strict=False):
            tab.widget.model.show_ids(ids)
        self._appearances = page.appearances
        self.appearances.fill([(n, *words.appearance(a, page)) for n, a in enumerate(page.appearances)])
        self.tabs.say_count(3, len(page.appearances))

    def _open_appearance(self, number: int) -> None:
        self.context.go(Place("reader", id=self._appearances[number].document_id))

    def _turned(self) -> None:
        kind, ids = self.chosen()
        self._hint.setVisible(self.tabs.shown.kind is not None)
        register = self.tabs.shown.widget
        if isinstance(register, Register):
            register.list.choose_first()
            kind, ids = self.chosen()
        if ids and self.tabs.shown.kind is not None:
            self.tell(kind, ids[0])
        else:
            self.told.emit(None)
            self.abilities.emit()

    def _offer_rule(self, seen: Appearance, capacity: Capacity) -> None:
        """As what they were at a meeting was put right: the others of the list may be that too."""
        library, person = self.context.library, self._of
        if person is None or person.id != seen.person_id:
            return
        listed = Listed(seen.document_id, seen.person_id, capacity)
        self.context.jobs.read(
            self,
            lambda: documents.get(library, seen.document_id),
            lambda paper: self._offer(listed, person.name, paper),
        )

    def _offer(self, listed: Listed, name: str, paper: Document) -> None:
        if listed.person_id == self._person and paper.kind not in UNLISTED:
            self.lesson.offer_listed(listed, name, paper.body)
            self.abilities.emit()

    # --- deeds

    def chosen(self) -> tuple[Kind, list[int]]:
        """The selected rows of the tab shown."""
        tab = self.tabs.shown
        return (tab.kind, tab.widget.list.chosen_ids()) if tab.kind else (Kind.QUESTIONS, [])

    def able(self) -> frozenset[str]:
        """A briefing can always be made."""
        return super().able() | {"brief", "export"} | ({"rule"} if self.lesson.about else set())

    def do_brief(self) -> None:
        """Brief on this witness."""
        if self._person is not None:
            self.context.go(Place("briefings", id=self._person, tab="witness"))

    do_export = do_brief

    def _go_plan(self) -> None:
        if self._person is not None:
            self.context.go(Place("plan", id=self._person, tab="witness"))

    def _chase(self) -> None:
        """Chase everything this witness owes; a letter of the older kind where they owe nothing now."""
        library, person = self.context.library, self._person
        if person is not None:
            self.context.jobs.read(self, lambda: posts.owed_by(library, person), lambda owed: self._ask(person, owed))

    def _ask(self, person: int, owed: tuple[tuple[Kind, int], ...]) -> None:
        if owed:
            ChaseDialog(self.context, self, owed, person).open()
        else:
            self.context.go(Place("briefings", id=person, tab=BriefingKind.LETTER.value))

    def leave(self) -> None:
        """Keep a note that is being written."""
        self.notes.keep()

    def first_focus(self) -> QWidget:
        """The list of the tab shown."""
        widget = self.tabs.shown.widget
        if isinstance(widget, Register):
            return widget.entrance(self.tabs.bar)
        return self.appearances if self.tabs.shown.name == "Appearances" else self.notes.findChild(QPlainTextEdit)
