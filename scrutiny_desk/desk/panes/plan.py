"""Before the meeting: lines of enquiry with their evidence at the left, the question plan at the right."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.panes.base import Pane, header
from scrutiny_desk.desk.panes.forms import TextField
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.beside import Beside
from scrutiny_desk.desk.widgets.inspector import flow
from scrutiny_desk.desk.widgets.parts import box, button, card, chip, clear, column, label, row, scrolled
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.people import post_in_words
from scrutiny_desk.domain.plans import Evidence, LineOfEnquiry, Plan, PlannedQuestion, Reason
from scrutiny_desk.services import meetings, people, plans, tagging

REASONS = {
    Reason.NOW_DUE: ("Promised and now due", "late"),
    Reason.PART_ANSWERED: ("Part answered", "due"),
    Reason.SAID_DIFFERENTLY: ("Said differently before", "due"),
    Reason.ASKED_REPEATEDLY: ("Asked repeatedly", "quiet"),
    Reason.OUTSTANDING: ("Outstanding", "quiet"),
}
KINDS = {"meeting": Kind.MEETINGS, "witness": Kind.PEOPLE, "issue": Kind.ISSUES}
REGISTERS = {Kind.MEETINGS: "meetings", Kind.PEOPLE: "witnesses", Kind.ISSUES: "issues"}
FOLLOW_UPS = (("if_yes", "If yes"), ("if_no", "If no"), ("if_evaded", "If it is not answered"))


class PlanPane(Pane):
    """Nobody is assigned by the program: the asker of every line is empty until a person writes it."""

    register = "meetings"
    concerns = (Kind.PLANS, Kind.QUESTIONS, Kind.UNDERTAKINGS)
    inspects = False
    comfort = short_comfort = 560

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._about, self._id = Kind.MEETINGS, 0
        self.plan = Plan()
        self.offered: tuple[LineOfEnquiry, ...] = ()
        back = button(tr("Back"), self._back, icon_name="arrow-left")
        sheet = button(tr("The plan as a page"), self.do_brief, primary=True)
        head, self._title, self._under = header(tr("Question plan"), " ", back, sheet)
        self.body.addWidget(head)
        self.big = QLineEdit()
        self.big.setPlaceholderText(tr("The one question this session is to answer"))
        self.big.setAccessibleName(tr("The big question"))
        self.big.editingFinished.connect(self._aim)
        self.time = Minutes(None, tr("Minutes there are"))
        self.time.editingFinished.connect(self._aim)
        self._sum = label("", "small", wrap=False)
        aim = row(gap=8)
        aim.addWidget(self.big, 1)
        aim.addWidget(self.time)
        self.body.addWidget(box(column(label(tr("The big question"), "label"), aim, self._sum, gap=4)))
        self._suggestions, self._lines = QVBoxLayout(), QVBoxLayout()
        new = button(tr("Write a question of your own"), lambda: self._change([*self.plan.lines, PlannedQuestion("…")]),
                     icon_name="plus", compact=True)  # fmt: skip
        left = column(label(tr("Suggested lines of enquiry"), "heading"), scrolled(_stacked(self._suggestions)), gap=6)
        right = column(label(tr("The plan"), "heading"), scrolled(_stacked(self._lines)), new, gap=6)
        self.body.addWidget(Beside(box(left), box(right), 360, 700), 1)

    # --- showing

    def show_place(self, place: Place) -> None:
        """Show the plan for what the place names: `tab` says whether that is a meeting, a witness or an issue."""
        self._about, self._id = KINDS[place.tab or "meeting"], place.id or 0
        self.register = REGISTERS[self._about]  # type: ignore[misc]
        self._fetch()

    def refresh(self, change: Change) -> None:
        """Fetch again, unless it is the words being written here that changed."""
        if self.isVisible() and not (change.concerns(Kind.PLANS) and len(change.touched) == 1 and self._is_writing()):
            self._fetch()

    def _is_writing(self) -> bool:
        field = self.focusWidget()
        return isinstance(field, QLineEdit | QPlainTextEdit)

    def _fetch(self) -> None:
        library, about, number, today = self.context.library, self._about, self._id, self.context.today()
        if not number:
            return
        self.context.jobs.read(
            self,
            lambda: (
                _name(library, about, number),
                plans.plan(library, about, number),
                plans.suggested(library, about, number, today=today),
            ),
            lambda found: self._take(*found),
            key="plan",
        )

    def _take(self, name: str, plan: Plan, offered: tuple[LineOfEnquiry, ...]) -> None:
        self.plan, self.offered = plan, offered
        self._under.setText(name)
        self._under.setVisible(True)
        if not self.big.hasFocus():
            self.big.setText(plan.big_question)
        if not self.time.hasFocus():
            self.time.put(plan.minutes)
        planned = words.count(plan.planned, "minute", "minutes")
        self._sum.setText(f"{planned} {tr('planned')}" + (f" {tr('of')} {plan.minutes}" if plan.minutes else ""))
        clear(self._suggestions)
        taken = {line.question_id for line in plan.lines if line.question_id}
        for found in offered:
            self._suggestions.addWidget(self._suggestion(found, taken=found.question_id in taken))
        if not offered:
            none = tr("Nothing is outstanding, part answered or now due here.")
            self._suggestions.addWidget(label(none, "soft"))
        self._suggestions.addStretch(1)
        clear(self._lines)
        for at, line in enumerate(plan.lines):
            self._lines.addWidget(self._line(at, line))
        if not plan.lines:
            none = tr("Nothing is planned yet. Take a line of enquiry, or write your own.")
            self._lines.addWidget(label(none, "soft"))
        self._lines.addStretch(1)

    def _suggestion(self, found: LineOfEnquiry, *, taken: bool) -> QFrame:
        said, tone = REASONS[found.reason]
        parts: list[QWidget] = [flow([chip(tr(said), tone)])]
        if found.witness:
            parts.append(label(found.witness, "small"))
        parts += [label(found.words, "strong"), label(found.why, "plain-small")]
        for piece in found.evidence[:4]:
            parts.append(self._evidence(piece))
        take = button(tr("In the plan") if taken else tr("Take into the plan"), lambda: self._add(found), compact=True)
        take.setEnabled(not taken)
        take.setAccessibleName(f"{take.text()}: {found.words}")
        return card(*parts, flow([take]), gap=4, margin=12)

    def _evidence(self, piece: Evidence) -> QWidget:
        head = ", ".join(p for p in (tr(piece.what), piece.who, words.short_day(piece.day)) if p)
        text = piece.source.quote if len(piece.source.quote) < 240 else piece.source.quote[:238] + "…"
        block = piece.source.spans[0].block if piece.source.spans else (piece.source.paragraph or 1) - 1
        place = Place("reader", id=piece.source.document_id, block=block)
        opener = button(tr("Open"), lambda: self.context.go(place), look="link", compact=True)
        opener.setAccessibleName(f"{tr('Open')}: {head}")
        return box(column(label(head, "small"), label(f"“{text}”", "serif"), flow([opener]), gap=1))

    # --- the plan's lines

    def _line(self, at: int, line: PlannedQuestion) -> QFrame:
        text = TextField(line.text)
        text.setAccessibleName(f"{tr('Question')} {at + 1}")
        theme_field = _words(line.theme, tr("Theme"))
        asker = _words(line.asker, tr("Who asks it"))
        minutes = Minutes(line.minutes, tr("Minutes"))
        fields = {name: _words(getattr(line, name), tr(said)) for name, said in FOLLOW_UPS}

        def kept() -> PlannedQuestion:
            written = {name: field.text().strip() for name, field in fields.items()}
            return replace(
                line, text=" ".join(text.toPlainText().split()) or line.text, theme=theme_field.text().strip(),
                asker=asker.text().strip(), minutes=minutes.minutes, **written,
            )  # fmt: skip

        def keep() -> None:
            now = kept()
            if now != self.plan.lines[at]:
                lines = list(self.plan.lines)
                lines[at] = now
                self._change(lines)

        for field in (theme_field, asker, *fields.values()):
            field.editingFinished.connect(keep)
        minutes.editingFinished.connect(keep)
        text.left.connect(keep)
        up = button(tr("Up"), lambda: self._move(at, -1), icon_name="arrow-up", compact=True)
        down = button(tr("Down"), lambda: self._move(at, 1), icon_name="arrow-down", compact=True)
        out = button(tr("Take out"), lambda: self._drop(at), compact=True)
        up.setEnabled(at > 0)
        down.setEnabled(at < len(self.plan.lines) - 1)
        for made in (up, down, out):
            made.setAccessibleName(f"{made.text()}: {line.text}")
        said = [label(line.why, "small")] if line.why else []
        first = row(gap=6)
        first.addWidget(theme_field, 2)
        first.addWidget(asker, 2)
        first.addWidget(minutes)
        return card(text, first, *fields.values(), *said, flow([up, down, out]), gap=6, margin=12)

    def _change(self, lines: list[PlannedQuestion]) -> None:
        library, about, number = self.context.library, self._about, self._id
        self.plan = replace(self.plan, lines=tuple(lines))
        self.context.jobs.write(
            self, lambda: plans.keep(library, about, number, lines), lambda _change: self._fetch_when_new(lines)
        )

    def _fetch_when_new(self, lines: list[PlannedQuestion]) -> None:
        if any(not line.id for line in lines):
            self._fetch()

    def _move(self, at: int, by: int) -> None:
        lines = list(self.plan.lines)
        lines[at], lines[at + by] = lines[at + by], lines[at]
        self._change(lines)
        self._fetch()

    def _drop(self, at: int) -> None:
        lines = list(self.plan.lines)
        del lines[at]
        self._change(lines)
        self._fetch()

    def _add(self, found: LineOfEnquiry) -> None:
        library, about, number = self.context.library, self._about, self._id
        self.context.jobs.write(self, lambda: plans.take(library, about, number, found), lambda _change: self._fetch())

    def _aim(self) -> None:
        big, minutes = " ".join(self.big.text().split()), self.time.minutes
        if (big, minutes) == (self.plan.big_question, self.plan.minutes):
            return
        self.plan = replace(self.plan, big_question=big, minutes=minutes)
        library, about, number = self.context.library, self._about, self._id
        self.context.jobs.write(self, lambda: plans.set_aim(library, about, number, big, minutes))

    # --- deeds

    def able(self) -> frozenset[str]:
        """The plan can always be made a page."""
        return frozenset({"brief", "export"})

    def do_brief(self) -> None:
        """The plan as a page to take along."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # what is being written is kept first
        about = next(name for name, kind in KINDS.items() if kind is self._about)
        self.context.go(Place("briefings", id=self._id, tab=BriefingKind.QUESTION_PLAN.value, words=about))

    do_export = do_brief

    def _back(self) -> None:
        pane = {Kind.MEETINGS: "meeting", Kind.PEOPLE: "witness", Kind.ISSUES: "issues"}[self._about]
        self.context.go(Place(pane, id=self._id))

    def leave(self) -> None:
        """What is being written is kept."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._aim()

    def first_focus(self) -> QWidget:
        """The big question."""
        return self.big


def _name(library, about: Kind, number: int) -> str:  # noqa: ANN001 - the store's class
    if about is Kind.PEOPLE:
        person = people.get(library, number)
        return ", ".join(filter(None, (person.name, post_in_words(person.post, person.organisation))))
    if about is Kind.ISSUES:
        return next((issue.name for issue in tagging.issues(library) if issue.id == number), "")
    meeting = meetings.get(library, number)
    return f"{meeting.committee or tr('Committee not known')}, {words.day(meeting.date)}"


def _words(present: str, name: str) -> QLineEdit:
    made = QLineEdit(present)
    made.setPlaceholderText(name)
    made.setAccessibleName(name)
    return made


class Minutes(QLineEdit):
    """A number of minutes, or nothing."""

    def __init__(self, present: int | None, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(QIntValidator(1, 600, self))
        self.setPlaceholderText(tr("minutes"))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedWidth(theme.px(92))
        self.put(present)

    @property
    def minutes(self) -> int | None:
        """The number, where there is one."""
        return int(self.text()) if self.text().isdecimal() else None

    def put(self, number: int | None) -> None:
        """Show a number, or nothing."""
        self.setText(str(number) if number else "")


def _stacked(lay: QVBoxLayout) -> QWidget:
    lay.setContentsMargins(0, 0, theme.px(8), 0)
    lay.setSpacing(theme.px(10))
    made = QWidget()
    made.setLayout(lay)
    return made
