"""What a search found: passages of papers, and the people and questions that hold the words."""

from html import escape

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.models.columns import question_columns, witness_columns
from scrutiny_desk.desk.panes.base import header
from scrutiny_desk.desk.panes.deeds import FindingDeeds
from scrutiny_desk.desk.panes.register import Register
from scrutiny_desk.desk.panes.tabs import Tab, Tabs
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.hits import HitList
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import meaning, searching, tables
from scrutiny_desk.services.searching import Hit

PAUSE = 30
LIMIT = 200
REST = 120
"""How long after the last passages came it is asked how many there are and what is on the other tabs: while a word is
still being typed that would hold up the passages of the next letter."""
LATER = 350
NOTHING = "No paragraph holds all these words. Try fewer words, or the beginning of a word with a star."
NOTHING_EXACT = f"{NOTHING} Questions that seem to mean the same are under Alike in meaning."
EXACT = 3
"""The tabs that hold what was typed; after them comes what only means the same."""


class SearchPane(FindingDeeds):
    """Tabs: Passages, Questions, People. The words are those of the field at the top."""

    register = ""
    concerns = (Kind.DOCUMENTS, Kind.QUESTIONS, Kind.PEOPLE)
    inspects = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._words = ""
        self._hits: tuple[Hit, ...] = ()
        head, self._title, self._under = header(tr("Search"), " ")
        self._under.setVisible(True)
        self.body.addWidget(head)
        self.passages = HitList(tr("Passages"))
        self.passages.picked.connect(self._open)
        calendar = self.calendar()
        self._columns = question_columns(calendar)
        self.tabs = Tabs(
            (
                Tab("Passages", self.passages),
                Tab("Questions", self._register(Kind.QUESTIONS, question_columns(calendar)), Kind.QUESTIONS),
                Tab("People", self._register(Kind.PEOPLE, witness_columns(calendar))),
                *self._alike(),
            ),
            tr("What was found"),
        )
        self.body.addWidget(self.tabs, 1)
        self.empty = EmptyState(
            "search", tr("Search every paper"),
            tr("Type words, a name, a minute number or a sum. Words in double quotes are found as they stand; "
               "AND, OR and NOT in capitals, and a star at the end of a word, work too."),
        )  # fmt: skip
        self.body.addWidget(self.empty, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0 if context.jobs.inline else REST)
        self._rest.timeout.connect(self._ask_rest)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER)
        self._later.timeout.connect(self._ask_alike)

    def _alike(self) -> tuple[Tab, ...]:
        """Questions that mean much the same though the words differ, where the model for it is installed."""
        if not meaning.is_there():
            return ()
        empty = EmptyState("search", tr("None found"), tr("No question without these words seems to mean the same."))
        return (Tab("Alike in meaning", self._register(Kind.QUESTIONS, self._columns, empty), Kind.QUESTIONS),)

    def _register(self, kind: Kind, columns: tuple, empty: EmptyState | None = None) -> Register:
        none = tr("Try fewer words, or the beginning of a word with a star.")
        empty = empty or EmptyState("search", tr("None found"), none)
        made = Register(self.context, tables.rows(self.context.library, kind), columns, tr(kind.value.title()), empty)
        if kind is Kind.QUESTIONS:
            made.list.opened.connect(lambda item: self.open_finding(kind, item))
            made.list.chosen.connect(lambda _item: self.abilities.emit())
        else:
            made.list.opened.connect(lambda item: self.context.go(Place("witness", id=item)))
        return made

    def show_place(self, place: Place) -> None:
        """Search for the place's words, after a short pause while they are still being typed."""
        self._words = place.words
        self.tabs.setVisible(bool(self._words))
        self.empty.setVisible(not self._words)
        self._title.setText(f"“{self._words}”" if self._words else tr("Search"))
        self._pause.start()

    def refresh(self, _change: Change) -> None:
        """Search again."""
        self._pause.start()

    def _ask(self) -> None:
        library, typed = self.context.library, self._words
        self._rest.stop()
        if not typed:
            self._under.setText(tr("Type in the field at the top."))
            return
        self.context.jobs.read(
            self,
            lambda: searching.search(library, as_typed(typed), LIMIT),
            lambda hits: None if hits is None else self._take(hits),
            key="search",
        )
        self._later.start()

    def _ask_rest(self) -> None:
        """Ask how many there are, and for what is on the other tabs, once the passages are there to be looked at."""
        library, typed = self.context.library, self._words
        self.context.jobs.read(
            self,
            lambda: searching.count(library, as_typed(typed)),
            lambda number: None if number is None else self._say_count(number),
            key="search-count",
        )
        for tab in self.tabs.tabs[1:EXACT]:
            tab.widget.ask(View(words=plain(typed)))

    def _ask_alike(self) -> None:
        """Offer what means the same once typing has rested; those that hold the words are under Questions already."""
        typed = self._words
        if len(self.tabs.tabs) == EXACT or not typed:
            return
        library, meanings = self.context.library, self.context.meanings
        exact = tables.rows(library, Kind.QUESTIONS)
        self.context.jobs.read(
            self,
            lambda: meanings.like([plain(typed)], without=frozenset(exact.ids(View(words=plain(typed))))),
            self._take_alike,
            key="alike",
            patient=True,
        )

    def _take_alike(self, ids: tuple[int, ...] | None) -> None:
        if ids is not None:
            self.tabs.tabs[EXACT].widget.model.show_ids(ids)
            self.passages.say_where_empty(tr(NOTHING_EXACT if ids else NOTHING))

    def _take(self, hits: tuple[Hit, ...]) -> None:
        self._hits = hits
        self.passages.fill([(n, _heading(hit), _marked(hit)) for n, hit in enumerate(hits)])
        self.passages.say_where_empty(tr(NOTHING))
        self._rest.start()

    def _say_count(self, number: int) -> None:
        self.tabs.say_count(0, number)
        shown = f", {tr('the first')} {len(self._hits)} {tr('shown')}" if number > len(self._hits) else ""
        self._under.setText(words.count(number, "paragraph holds these words", "paragraphs hold these words") + shown)

    def _open(self, number: int) -> None:
        hit = self._hits[number]
        self.context.go(Place("reader", id=hit.document_id, block=hit.block, words=_first_found(hit)))

    def chosen(self) -> tuple[Kind, list[int]]:
        """The selected questions."""
        tab = self.tabs.shown
        return (Kind.QUESTIONS, tab.widget.list.chosen_ids() if tab.kind else [])

    def first_focus(self) -> QWidget:
        """The list of the tab shown."""
        widget = self.tabs.shown.widget
        return widget.entrance(self.tabs.bar) if isinstance(widget, Register) else widget


def plain(words_: str) -> str:
    """What was typed without the marks of phrases and beginnings, which only passages are searched by."""
    return words_.replace('"', " ").replace("*", " ").strip()


def as_typed(words_: str) -> str:
    """While a word is being typed its beginning is enough; quotes, stars and operators are left as they are."""
    last = words_.split(" ")[-1]
    plain = last.isalpha() and last not in ("AND", "OR", "NOT") and words_.count('"') % 2 == 0
    return f"{words_}*" if plain and len(last) > 1 else words_


def _heading(hit: Hit) -> str:
    named = f"{hit.committee}, {words.day(hit.date)}" if hit.committee and hit.date else hit.title or hit.file_name
    parts = [named]
    if where := words.page_words(hit.page, hit.printed_page, hit.paragraph):
        parts.append(where)
    return " · ".join(parts)


def _marked(hit: Hit) -> str:
    parts, at = [], 0
    for start, end in hit.snippet_marks:
        parts.append(f"{escape(hit.snippet[at:start])}<b>{escape(hit.snippet[start:end])}</b>")
        at = end
    return "".join(parts) + escape(hit.snippet[at:])


def _first_found(hit: Hit) -> str:
    return hit.text[hit.marks[0][0] : hit.marks[0][1]] if hit.marks else ""
