"""At the meeting: one outstanding question at a time in large type, one key for each outcome, every keystroke kept."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.panes.base import Pane
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.big_keys import BigKey
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.flow import FlowLayout
from scrutiny_desk.desk.widgets.inspector import flow
from scrutiny_desk.desk.widgets.parts import box, button, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.meetings import Meeting
from scrutiny_desk.domain.plans import PlannedQuestion
from scrutiny_desk.domain.questions import Question, QuestionStatus
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import answering, meetings, notes, plans, tables
from scrutiny_desk.services.working_days import working_days

OUTCOMES = (
    ("1", "Answered", QuestionStatus.ANSWERED),
    ("2", "Part answered", QuestionStatus.PARTLY_ANSWERED),
    ("3", "Will write", QuestionStatus.PROMISED),
    ("4", "Not answered", QuestionStatus.NOT_ANSWERED),
)
NOTE, QUESTION, ACTION = "Note", "New question", "New action"


@dataclass
class Jotting:
    """What is being typed: which note it is kept as, once it has been kept at all."""

    about: Kind
    about_id: int
    label: str
    begun: str
    note: int | None = None
    waiting: str | None = None


class LivePane(Pane):
    """The outstanding questions of one meeting's committee, to be asked and marked while it sits."""

    register = ""
    concerns = (Kind.QUESTIONS,)
    inspects = False
    alone = True
    comfort = 520

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._number: int | None = None
        self._meeting: Meeting | None = None
        self._questions: list[Question] = []
        self._asked_on: dict[int, str | None] = {}
        self._at = 0
        self._jotting: Jotting | None = None
        self._outcome: dict[int, QuestionStatus] = {}
        self._planned: dict[int, PlannedQuestion] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("At the meeting"))
        self._where, self._clock = label("", "soft"), label("", "soft", wrap=False)
        self._leave = button(tr("Leave"), self._go_back, key="Esc", compact=True)
        self._text, self._under = label("", "live"), label("", "live-soft")
        self.keys = {key: BigKey(key, tr(said), lambda key=key: self._press(key)) for key, said, _status in OUTCOMES}
        self.keys["Q"] = BigKey("Q", tr(QUESTION), lambda: self._press("Q"))
        self.keys["A"] = BigKey("A", tr(ACTION), lambda: self._press("A"))
        keys = QWidget()
        lay = FlowLayout(keys, theme.px(14))
        for made in self.keys.values():
            lay.addWidget(made)
        self._jot_label = label("", "label")
        self.jot = QLineEdit()
        self.jot.setProperty("look", "live")
        self.jot.setAccessibleName(tr(NOTE))
        self.jot.textEdited.connect(self._typed)
        self.jot.returnPressed.connect(self._end_jotting)
        self._before = button(tr("Previous"), lambda: self._move(-1), key="←", compact=True)
        self._next = button(tr("Next"), lambda: self._move(1), key="→", compact=True)
        self._next_words = label("", "soft")
        self._work = self._laid_out(keys)
        self._none = EmptyState(
            "circle-check", tr("Nothing is outstanding before this committee"),
            tr("Questions that still want an answer are put before you here, one at a time, while the meeting sits."),
            (tr("Back to the meeting"), self._go_back),
        )  # fmt: skip
        self._none.hide()
        self.body.addWidget(self._work, 1)
        self.body.addWidget(self._none, 1)
        self._tick = QTimer(self)
        self._tick.setInterval(5000)
        self._tick.timeout.connect(lambda: self._clock.setText(self.context.now()))

    def _laid_out(self, keys: QWidget) -> QWidget:
        whole = QWidget()
        work = QVBoxLayout(whole)
        work.setContentsMargins(*(theme.px(n) for n in (28, 14, 28, 10)))
        work.setSpacing(theme.px(16))
        head = row(gap=12)
        head.addWidget(self._where, 1)
        head.addWidget(self._clock)
        head.addWidget(self._leave)
        work.addLayout(head)
        for part in (self._text, self._under, keys):
            work.addWidget(part)
        work.addWidget(box(column(self._jot_label, self.jot, gap=4)))
        work.addWidget(flow((self._before, self._next, label(tr("Every keystroke is kept"), "soft", wrap=False)), 12))
        work.addWidget(self._next_words)
        work.addStretch(1)
        return whole

    def _go_back(self) -> None:
        if self._number is not None:
            self.context.go(Place("meeting", id=self._number))

    # --- showing

    def show_place(self, place: Place) -> None:
        """Fetch the questions that are outstanding before the meeting's committee."""
        self._clock.setText(self.context.now())
        self._tick.start()
        library, number = self.context.library, place.id
        self._number = number
        if number is not None:
            self.context.jobs.read(self, lambda: _plan(library, number), lambda found: self._take(*found), key="live")

    def first_focus(self) -> QWidget:
        """The pane itself takes the keys."""
        return self

    def _take(
        self,
        meeting: Meeting,
        questions: list[Question],
        asked_on: dict[int, str | None],
        planned: dict[int, PlannedQuestion],
    ) -> None:
        if self._meeting is None or self._meeting.id != meeting.id:
            self._at, self._outcome = 0, {}
        self._meeting, self._questions, self._asked_on, self._planned = meeting, questions, asked_on, planned
        self._work.setVisible(bool(questions))
        self._none.setVisible(not questions)
        if questions:
            self._show()

    def _show(self) -> None:
        it, meeting = self._questions[self._at], self._meeting
        assert meeting is not None
        name = f"{meeting.committee or tr('Committee not known')}, {words.day(meeting.date)}"
        self._where.setText(f"{name} · {tr('question')} {self._at + 1} {tr('of')} {len(self._questions)}")
        self._text.setText(it.text)
        asked_on = self._asked_on.get(it.id)
        asked = f"{tr('Asked by')} {words.who(it.asked_by)}, {words.day(asked_on)}"
        parts = [f"{asked} · {tr('put to')} {words.names(it.put_to)}" if it.put_to else asked]
        parts += _next(it, self._planned.get(it.id))
        if it.answers:
            parts.append(f"{tr('Said then:')} “{it.answers[-1].text}”")
        age = working_days(asked_on, self.context.today(), self.context.settings["nation"])
        if age is not None:
            parts.append(words.count(age, "working day ago", "working days ago"))
        self._under.setText("\n".join(parts))
        for key, _said, status in OUTCOMES:
            self.keys[key].choose(self._outcome.get(it.id) is status)
        later = self._questions[self._at + 1 :]
        self._next_words.setText(f"{tr('Next:')} {later[0].text}" if later else tr("This is the last one"))
        self._before.setEnabled(self._at > 0)
        self._next.setEnabled(bool(later))
        self._begin(NOTE, Kind.QUESTIONS, it.id)

    # --- marking

    def _press(self, key: str) -> None:
        if not self._questions:
            return
        if key in ("Q", "A"):
            if self._meeting is not None:
                self._begin(QUESTION if key == "Q" else ACTION, Kind.MEETINGS, self._meeting.id)
                self.jot.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        it, library = self._questions[self._at], self.context.library
        status = next(found for number, _said, found in OUTCOMES if number == key)
        self._outcome[it.id] = status
        for number, made in self.keys.items():
            made.choose(number == key)
        self.context.jobs.write(self, lambda: answering.set_status(library, [it.id], status))

    def _move(self, by: int) -> None:
        at = self._at + by
        if 0 <= at < len(self._questions):
            self._at = at
            self._show()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 mark the outcome, Q and A begin a new question or action, N a note; the arrows go on and back."""
        moves = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        key = event.text().upper()
        if event.key() in moves:
            self._move(moves[Qt.Key(event.key())])
        elif key in self.keys:
            self._press(key)
        elif key == "N":
            self.jot.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    # --- jotting: kept as it is typed

    def _begin(self, what: str, about: Kind, about_id: int) -> None:
        self._jotting = Jotting(about, about_id, what, self.context.now())
        self.jot.clear()
        self._jot_label.setText(f"{tr(what)}, {self._jotting.begun}")
        self.jot.setAccessibleName(tr(what))
        self.jot.setPlaceholderText(tr("Type, and Enter goes on") if what != NOTE else tr("N to write a note"))

    def _typed(self, text: str) -> None:
        jotting, library = self._jotting, self.context.library
        if jotting is None or not text.strip():
            return
        day = words.day(self.context.today())
        whole = f"{jotting.label}, {day}, {jotting.begun}: {text}"
        if jotting.note is not None:
            note = jotting.note
            self.context.jobs.write(self, lambda: notes.change(library, note, whole))
        elif jotting.waiting is None:
            jotting.waiting = whole
            self.context.jobs.write(
                self,
                lambda: notes.add(library, jotting.about, jotting.about_id, whole),
                lambda made: self._kept(jotting, made[0]),
            )
        else:
            jotting.waiting = whole

    def _kept(self, jotting: Jotting, note: int) -> None:
        jotting.note = note
        library, latest = self.context.library, jotting.waiting
        if latest:
            self.context.jobs.write(self, lambda: notes.change(library, note, latest))

    def _end_jotting(self) -> None:
        if self._questions:
            self._begin(NOTE, Kind.QUESTIONS, self._questions[self._at].id)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, _change: Change) -> None:
        """What was marked stays in sight; undoing it is seen."""
        library, shown = self.context.library, [question.id for question in self._questions]
        if self.isVisible() and shown:
            self.context.jobs.read(self, lambda: tables.questions(library, shown), self._again, key="live-again")

    def _again(self, questions: list[Question]) -> None:
        for question in questions:
            if question.id in self._outcome:
                self._outcome[question.id] = question.status
        if self._questions:
            now = self._outcome.get(self._questions[self._at].id)
            for key, _said, status in OUTCOMES:
                self.keys[key].choose(now is status)


def _next(it: Question, planned: PlannedQuestion | None) -> list[str]:
    """What the question plan has for a question: its own words, who asks it, and what to ask next."""
    if planned is None:
        return []
    said = [f"{tr('Planned')}: {planned.text}"] if planned.text != it.text else []
    if planned.asker:
        said.append(f"{tr('To be asked by')} {planned.asker}")
    follow_ups = ((tr("If yes"), planned.if_yes), (tr("If no"), planned.if_no), (tr("If not"), planned.if_evaded))
    said += [f"{name}: {words_}" for name, words_ in follow_ups if words_]
    return said


def _plan(
    library,  # noqa: ANN001 - the store's class
    number: int,
) -> tuple[Meeting, list[Question], dict[int, str | None], dict[int, PlannedQuestion]]:
    """The questions outstanding before a meeting's committee, those of its question plan first and in its order."""
    meeting = meetings.get(library, number)
    planned = {line.question_id: line for line in plans.plan(library, Kind.MEETINGS, number).lines if line.question_id}
    rows = tables.rows(library, Kind.QUESTIONS)
    ids = list(rows.ids(View(outstanding=True, committee=meeting.committee, until=meeting.date)))
    ids = [*planned, *(each for each in ids if each not in planned)]
    day = rows.columns.index("date")
    return meeting, tables.questions(library, ids), {row[0]: row[day] for row in rows.page(ids) if row}, planned
