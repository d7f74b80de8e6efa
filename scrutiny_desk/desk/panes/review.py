"""The review: one finding after another with its passage lit, until every one has a person's word."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.panes.base import header
from scrutiny_desk.desk.panes.body import Body
from scrutiny_desk.desk.panes.deeds import FindingDeeds
from scrutiny_desk.desk.panes.forms import FindingForm
from scrutiny_desk.desk.readings import Found, Reading, name_of
from scrutiny_desk.desk.stories import Story, story
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.lesson_line import LessonLine
from scrutiny_desk.desk.widgets.parts import button, chip
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import figures, reviewing

CORRECT = {
    Kind.QUESTIONS: reviewing.correct_question,
    Kind.UNDERTAKINGS: reviewing.correct_undertaking,
    Kind.DECISIONS: reviewing.correct_decision,
    Kind.ACTIONS: reviewing.correct_action,
}


class ReviewPane(FindingDeeds):
    """Goes through a document's findings in the order of the text; without a document, through that with most."""

    register = "documents"
    concerns = (Kind.QUESTIONS, Kind.UNDERTAKINGS, Kind.DECISIONS, Kind.ACTIONS, Kind.TAGS, Kind.DOCUMENTS)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._queue: list[Found] = []
        self._key: tuple[Kind, int] | None = None
        self._step: Callable[[], None] | None = None
        self._form: FindingForm | None = None
        self._to_meeting = button(tr("Next paper"), lambda: self._open_any(), icon_name="arrow-right")
        self._tally = chip("", "accent")
        head, self._title, self._under = header("", " ", self._tally, self._to_meeting)
        self._under.setVisible(True)
        self._head = head
        self.content = Body(context)
        self.content.page.installEventFilter(self)
        self.done = EmptyState(
            "circle-check", tr("Nothing waits for review"),
            tr("What the program finds in papers you import is shown here, one finding after another."),
            (tr("Import papers…"), lambda: context.go(Place("import"))),
            (tr("Back to the desk"), lambda: context.go(Place("desk"))),
        )  # fmt: skip
        self.lesson = LessonLine(self.do_rule)
        self.body.addWidget(head)
        self.body.addWidget(self.lesson)
        self.body.addWidget(self.content, 1)
        self.body.addWidget(self.done, 1)
        self.done.hide()
        self.content.loaded.connect(self._loaded)
        self.content.failed.connect(lambda _trouble: self._finished())
        self.content.chosen.connect(self._go_to)

    def show_place(self, place: Place) -> None:
        """Review the document the place names, from its finding; or the one with most to review."""
        self._key = place.finding
        self._step = None
        self.lesson.leave()
        if place.id is not None:
            self.content.load(place.id)
        else:
            self._open_any()

    def _open_any(self) -> None:
        library = self.context.library
        here = self.content.reading.document.id if self.content.reading else None
        self._key = None
        self.context.jobs.read(self, lambda: figures.to_review(library), lambda found: self._any(found, here))

    def _any(self, found: list, here: int | None) -> None:
        others = [figure.document_id for figure in found if figure.document_id != here] or [
            figure.document_id for figure in found
        ]
        if others:
            self.content.load(others[0])
        else:
            self._finished()

    def _finished(self) -> None:
        self._head.hide()
        self.content.hide()
        self.done.show()
        self._queue, self._key = [], None
        self.told.emit(None)
        self.abilities.emit()

    def refresh(self, _change: Change) -> None:
        """Fetch the findings again, and stay at the one that is lit."""
        if self.isVisible():
            self.content.reload()

    def first_focus(self) -> QWidget:
        """The page, where the arrows go from finding to finding."""
        return self.content.page

    # --- going through them

    def _loaded(self, reading: Reading) -> None:
        for part, shown in ((self._head, True), (self.content, True), (self.done, False)):
            part.setVisible(shown)
        self._queue = [found for found in reading.found if found.review is not Review.REJECTED and found.spans]
        document = reading.document
        self._title.setText(name_of(document))
        parts = [tr(words.DOCUMENT_WORDS[document.kind]), document.file_name]
        parts.append(words.count(len(self._queue), "finding", "findings"))
        self._under.setText(" · ".join(parts))
        keys = [found.key for found in self._queue]
        if self._key not in keys:
            waiting = [found.key for found in self._queue if found.review is Review.SUGGESTED]
            self._key = (waiting or keys or [None])[0]
        if self._key is None:
            self._finished()
            return
        self._light()

    def _light(self) -> None:
        if self._key is None:
            return
        self.content.light(self._key)
        number = [found.key for found in self._queue].index(self._key) + 1
        waiting = sum(1 for found in self._queue if found.review is Review.SUGGESTED)
        tally = f"{tr('Reviewing')} {number} {tr('of')} {len(self._queue)}"
        self._tally.setText(f"{tally}, {waiting} {tr('to go')}" if waiting else f"{tally}, {tr('all have your word')}")
        library, key = self.context.library, self._key
        self.context.jobs.read(self, lambda: story(library, *key), self._form_of, key="review", failed=self._lost)
        self.abilities.emit()

    def _form_of(self, found: Story | None) -> None:
        if found is None or self.content.reading is None or (found.kind, found.id) != self._key:
            return
        self._form = FindingForm(found, self.content.reading.people, self.able())
        self._form.asked.connect(self._asked)
        self.told.emit(self._form)

    def _lost(self, _trouble: Trouble) -> None:
        self._key = None
        self.content.reload()

    def _asked(self, name: str) -> None:
        if name in self.able():
            getattr(self, f"do_{name}")()

    def _go_to(self, key: tuple[Kind, int]) -> None:
        if any(found.key == key for found in self._queue):
            self._key = key
            self._light()

    def _move(self, by: int) -> None:
        keys = [found.key for found in self._queue]
        if self._key in keys:
            at = keys.index(self._key) + by
            if 0 <= at < len(keys):
                self._key = keys[at]
                self._light()

    def _next_waiting(self) -> None:
        keys = [found.key for found in self._queue]
        if self._key not in keys:
            return
        at = keys.index(self._key)
        later = [f.key for f in [*self._queue[at + 1 :], *self._queue[:at]] if f.review is Review.SUGGESTED]
        if later:
            self._key = later[0]
        elif at + 1 < len(keys):
            self._key = keys[at + 1]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the page the plain arrows go from finding to finding."""
        if watched is self.content.page and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(event.key())
            if plain and by is not None:
                self._move(by)
                return True
        return super().eventFilter(watched, event)

    # --- deeds

    def chosen(self) -> tuple[Kind, list[int]]:
        """The finding under review."""
        return (self._key[0], [self._key[1]]) if self._key else (Kind.QUESTIONS, [])

    def able(self) -> frozenset[str]:
        """What can be done with the finding under review."""
        taught = {"rule"} if self.lesson.about else set()
        if self._key is None:
            return frozenset(taught)
        found = taught | {"confirm", "correct", "reject", "next_finding", "previous_finding"}
        if self._key[0] is Kind.QUESTIONS:
            found |= {"tag", "split"}
            if self._above() is not None:
                found.add("merge")
        return frozenset(found)

    def do_confirm(self) -> None:
        """Say that it is right; or keep what was corrected."""
        if self._key is None:
            return
        (kind, thing), library = self._key, self.context.library
        changed = self._form.changed() if self._form else {}
        self._next_waiting()
        if changed:
            self.context.jobs.write(
                self,
                lambda: CORRECT[kind](library, thing, **changed),
                lambda _done: self._offer(kind, thing, "corrected"),
            )
        else:
            self.context.jobs.write(self, lambda: reviewing.confirm(library, kind, [thing]))
        self.content.page.setFocus()

    def do_correct(self) -> None:
        """Go to the form's fields."""
        if self._form is not None:
            self._form.focus_first()

    def do_reject(self) -> None:
        """Say that it is none."""
        if self._key is not None:
            (kind, thing), library = self._key, self.context.library
            self._next_waiting()
            self.context.jobs.write(
                self,
                lambda: reviewing.reject(library, kind, [thing]),
                lambda _done: self._offer(kind, thing, "rejected"),
            )

    def _offer(self, kind: Kind, thing: int, how: str) -> None:
        reading = self.content.reading
        self.lesson.offer(kind, thing, how, reading.document.body if reading else None)
        self.abilities.emit()

    def do_merge(self) -> None:
        """Make it one with the question above."""
        above, key, library = self._above(), self._key, self.context.library
        if above is not None and key is not None:
            self._key = (Kind.QUESTIONS, above)
            self.context.jobs.write(self, lambda: reviewing.merge_questions(library, above, [key[1]]))

    def do_split(self) -> None:
        """Make a second question of the marked words."""
        spans, key, library = self.content.page.chosen_spans(), self._key, self.context.library
        reading = self.content.reading
        if key is None or reading is None:
            return
        if not spans:
            self.context.jobs.troubled.emit(
                Trouble(
                    tr("To split a question, mark the words of the second one first."),
                    tr("Mark them with the mouse, or with Shift and the arrows, then press S."),
                )
            )
            return
        text = " ".join(reading.blocks[s.block].text[s.start : s.end] for s in spans)
        self.context.jobs.write(self, lambda: reviewing.split_question(library, key[1], spans, text))

    def do_next_finding(self) -> None:
        """Go to the next finding."""
        self._move(1)

    def do_previous_finding(self) -> None:
        """Go to the finding before."""
        self._move(-1)

    def _above(self) -> int | None:
        questions = [found.key for found in self._queue if found.kind is Kind.QUESTIONS]
        if self._key not in questions or questions.index(self._key) == 0:
            return None
        return questions[questions.index(self._key) - 1][1]
