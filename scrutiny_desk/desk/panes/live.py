"""At the meeting: one question at a time in large type, one key for each outcome, every keystroke kept."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.panes.base import Pane
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.turns import Turn, told, turns
from scrutiny_desk.desk.widgets.big_keys import BigKey
from scrutiny_desk.desk.widgets.flow import FlowLayout
from scrutiny_desk.desk.widgets.inspector import flow
from scrutiny_desk.desk.widgets.parts import box, button, column, label, row, scrolled
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.meetings import Meeting
from scrutiny_desk.domain.questions import Question, QuestionStatus
from scrutiny_desk.services import noting, tables
from scrutiny_desk.services.noting import Jot, Jotting

OUTCOMES = (
    ("1", "Answered", QuestionStatus.ANSWERED),
    ("2", "Part answered", QuestionStatus.PARTLY_ANSWERED),
    ("3", "Will write", QuestionStatus.PROMISED),
    ("4", "Not answered", QuestionStatus.NOT_ANSWERED),
)
SAID = {Jot.NOTE: "Note", Jot.QUESTION: "New question", Jot.ACTION: "New action"}
KEYS = {"Q": Jot.QUESTION, "A": Jot.ACTION}
LOW = 620
"""The height, at 100%, under which the keys lie low."""
LATER = {QuestionStatus.ANSWERED_LATER: QuestionStatus.ANSWERED}
"""A question of an earlier meeting is answered later; the key is the same."""


class LivePane(Pane):
    """The outstanding questions of one meeting's committee, to be asked and marked while it sits."""

    register = ""
    concerns = (Kind.QUESTIONS,)
    inspects = False
    alone = True
    comfort = 0

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._number: int | None = None
        self._meeting: Meeting | None = None
        self.turns: list[Turn] = []
        self._at = 0
        self._jotting: Jotting | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("At the meeting"))
        self._where, self._clock = label("", "soft"), label("", "soft", wrap=False)
        self._leave = button(tr("Leave"), self._go_back, key="Esc", compact=True)
        self._text, self._under = label("", "live"), label("", "live-soft")
        self.keys = {key: BigKey(key, tr(said), lambda key=key: self._press(key)) for key, said, _status in OUTCOMES}
        self.keys |= {key: BigKey(key, tr(SAID[jot]), lambda key=key: self._press(key)) for key, jot in KEYS.items()}
        keys = QWidget()
        lay = FlowLayout(keys, theme.px(10))
        for made in self.keys.values():
            lay.addWidget(made)
        self._jot_label = label("", "label")
        self.jot = QLineEdit()
        self.jot.setProperty("look", "live")
        self.jot.setAccessibleName(tr(SAID[Jot.NOTE]))
        self.jot.textEdited.connect(self._typed)
        self.jot.returnPressed.connect(self._end_jotting)
        self._before = button(tr("Previous"), lambda: self._move(-1), key="←", compact=True)
        self._next = button(tr("Next"), lambda: self._move(1), key="→", compact=True)
        self._next_words = label("", "soft")
        self._reads = self._to_read()
        self._work = self._laid_out(keys)
        self.body.addWidget(self._work, 1)
        self._tick = QTimer(self)
        self._tick.setInterval(5000)
        self._tick.timeout.connect(lambda: self._clock.setText(self.context.now()))

    def _laid_out(self, keys: QWidget) -> QWidget:
        whole = QWidget()
        work = QVBoxLayout(whole)
        work.setContentsMargins(*(theme.px(n) for n in (28, 2, 28, 0)))
        work.setSpacing(theme.px(10))
        head = row(gap=12)
        head.addWidget(self._where, 1)
        head.addWidget(self._clock)
        head.addWidget(self._leave)
        work.addLayout(head)
        work.addWidget(self._reads, 1)
        work.addWidget(keys)
        work.addWidget(box(column(self._jot_label, self.jot, gap=4)))
        work.addWidget(flow((self._before, self._next, label(tr("Every keystroke is kept"), "soft", wrap=False)), 12))
        return whole

    def _to_read(self) -> QScrollArea:
        """The question and what is known of it: a long one is scrolled, so that every key is in sight."""
        inner = QWidget()
        lay = QVBoxLayout(inner)
        lay.setContentsMargins(0, 0, theme.px(8), 0)
        lay.setSpacing(theme.px(16))
        for part in (self._text, self._under, self._next_words):
            lay.addWidget(part)
        lay.addStretch(1)
        return scrolled(inner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height the keys are low, with the word beside the key."""
        super().resizeEvent(event)
        for key in self.keys.values():
            key.lie_low(self.height() < theme.px(LOW))

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
            self.context.jobs.read(self, lambda: turns(library, number), lambda found: self._take(*found), key="live")

    def first_focus(self) -> QWidget:
        """The pane itself takes the keys."""
        return self

    def _take(self, meeting: Meeting, found: list[Turn]) -> None:
        same = self._meeting is not None and self._meeting.id == meeting.id
        marked = {turn.question_id: turn.outcome for turn in self.turns if turn.question_id} if same else {}
        self._at = min(self._at, max(0, len(found) - 1)) if same else 0
        self._meeting = meeting
        self.turns = [replace(turn, outcome=marked.get(turn.question_id)) for turn in found]
        self._show()

    def _show(self) -> None:
        meeting = self._meeting
        assert meeting is not None
        for key in self.keys:
            self.keys[key].setVisible(bool(self.turns) or key in KEYS)
        name = f"{meeting.committee or tr('Committee not known')}, {words.day(meeting.date)}"
        if not self.turns:
            self._where.setText(name)
            self._text.setText(tr("Nothing is outstanding before this committee"))
            self._under.setText(tr("Press Q for a question that is asked, A for an action, N for a note."))
            self._next_words.setText("")
        else:
            it = self.turns[self._at]
            self._where.setText(f"{name} · {tr('question')} {self._at + 1} {tr('of')} {len(self.turns)}")
            self._text.setText(it.text)
            self._under.setText("\n".join(told(it, self.context.today(), self.context.settings["nation"])))
            later = self.turns[self._at + 1 :]
            self._next_words.setText(f"{tr('Next:')} {later[0].text}" if later else tr("This is the last one"))
        self._before.setEnabled(self._at > 0)
        self._next.setEnabled(self._at + 1 < len(self.turns))
        self._show_outcome()
        self._reads.verticalScrollBar().setValue(0)
        self._begin(Jot.NOTE)

    def _show_outcome(self) -> None:
        marked = self.turns[self._at].outcome if self.turns else None
        for key, _said, status in OUTCOMES:
            self.keys[key].choose(marked is not None and LATER.get(marked, marked) is status)

    # --- marking

    def _press(self, key: str) -> None:
        if self._meeting is None:
            return
        if key in KEYS:
            self._begin(KEYS[key])
            self.jot.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.turns:
            self._mark(next(found for number, _said, found in OUTCOMES if number == key))

    def _mark(self, status: QuestionStatus) -> None:
        """Mark the turn shown; a line of the plan becomes a question of the register by it."""
        at, library, meeting = self._at, self.context.library, self._meeting
        assert meeting is not None
        turn = self.turns[at] = replace(self.turns[at], outcome=status)
        self._show_outcome()
        when = {"meeting_id": meeting.id, "time": self.context.now(), "today": self.context.today()}
        if turn.question is not None:
            number = turn.question.id
            self.context.jobs.write(self, lambda: noting.mark(library, number, status, **when))
        elif turn.planned is not None:
            line = turn.planned.id
            self.context.jobs.write(
                self,
                lambda: noting.ask_planned(library, line, status, **when),
                lambda made: self._became(line, made[0]),
            )

    def _became(self, line: int, question_id: int) -> None:
        library = self.context.library
        self.context.jobs.read(
            self, lambda: tables.questions(library, [question_id]), lambda found: self._join_turn(line, found)
        )

    def _join_turn(self, line: int, found: list[Question]) -> None:
        for at, turn in enumerate(self.turns):
            if found and turn.planned is not None and turn.planned.id == line:
                planned = replace(turn.planned, question_id=found[0].id)
                self.turns[at] = replace(turn, question=found[0], planned=planned, outcome=found[0].status)

    def _move(self, by: int) -> None:
        at = self._at + by
        if 0 <= at < len(self.turns):
            self._at = at
            self._show()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 mark the outcome, Q and A begin a new question or action, N a note; the arrows go on and back, Page Up
        and Page Down through a long question."""
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        moves = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        key = event.text().upper()
        if event.key() in moves:
            self._move(moves[Qt.Key(event.key())])
        elif event.key() in pages:
            bar = self._reads.verticalScrollBar()
            bar.setValue(bar.value() + pages[Qt.Key(event.key())] * bar.pageStep())
        elif key in self.keys:
            self._press(key)
        elif key == "N":
            self.jot.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    # --- jotting: kept as it is typed

    def _begin(self, what: Jot) -> None:
        """Let what is typed next be a note on the turn shown, a new question or a new action."""
        meeting, begun = self._meeting, self.context.now()
        assert meeting is not None
        turn = self.turns[self._at] if self.turns else Turn()
        on = f"{tr('on')} “{turn.text}”, " if turn.planned and turn.question is None else ""
        before = f"{SAID[what]}, {on}{words.day(self.context.today())}, {begun}: " if what is Jot.NOTE else ""
        self._jotting = Jotting(what, meeting.id, begun, turn.question_id if what is Jot.NOTE else None, before)
        self.jot.clear()
        self._jot_label.setText(f"{tr(SAID[what])}, {begun}")
        self.jot.setAccessibleName(tr(SAID[what]))
        hint = tr("N to write a note") if what is Jot.NOTE else tr("Type, and Enter puts it in the register")
        self.jot.setPlaceholderText(hint)

    def _typed(self, text: str) -> None:
        jotting, library, today = self._jotting, self.context.library, self.context.today()
        if jotting is not None:
            self.context.jobs.write(self, lambda: noting.keep(library, jotting, text, today))

    def _end_jotting(self) -> None:
        """Enter: a new question stands next in turn, so that its outcome can be marked like the others'."""
        jotting = self._jotting
        if jotting is not None and jotting.what is Jot.QUESTION and self.jot.text().strip():
            self.context.jobs.write(self, lambda: jotting.row_id, lambda made: self._asked(jotting, made))
        if self._meeting is not None:
            self._begin(Jot.NOTE)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asked(self, jotting: Jotting, question_id: int | None) -> None:
        library = self.context.library
        if question_id is not None:
            self.context.jobs.read(
                self, lambda: tables.questions(library, [question_id]), lambda found: self._insert(jotting, found)
            )

    def _insert(self, jotting: Jotting, found: list[Question]) -> None:
        meeting = self._meeting
        if not found or meeting is None or meeting.id != jotting.meeting_id:
            return
        live = f"{tr('at this meeting')}, {jotting.time}"
        self.turns.insert(self._at + 1 if self.turns else 0, Turn(found[0], None, meeting.date, live))
        self._show()

    def refresh(self, _change: Change) -> None:
        """What was marked stays in sight; undoing it is seen."""
        library, shown = self.context.library, [turn.question_id for turn in self.turns if turn.question_id]
        if self.isVisible() and shown:
            self.context.jobs.read(
                self,
                lambda: tables.questions(library, shown),
                lambda found: self._again(shown, found),
                key="live-again",
            )

    def _again(self, shown: list[int], questions: list[Question] | None) -> None:
        """Take the questions that were shown as they are now; one that is gone leaves its turn, or the plan's line in
        its place. One that was asked since they were looked up stays as it is."""
        if questions is None:
            return
        held = {question.id: question for question in questions}
        now = [turn.now(held.get(turn.question_id or 0)) if turn.question_id in shown else turn for turn in self.turns]
        gone = sum(1 for turn in now if not turn.question and not turn.planned)
        self.turns = [turn for turn in now if turn.question or turn.planned]
        if gone:
            self._at = min(self._at, max(0, len(self.turns) - 1))
            self._show()
        else:
            self._show_outcome()
