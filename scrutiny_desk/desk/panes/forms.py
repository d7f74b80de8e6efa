"""The form in which a finding is looked at and put right: who asked, who answered, how it stands, and why."""

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.actions import keys_of
from scrutiny_desk.desk.stories import Story
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.inspector import flow, issue_chip
from scrutiny_desk.desk.widgets.parts import KeyButton, button, chip, label
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.undertakings import DecisionKind, State

People = tuple[tuple[int, str, str], ...]


@dataclass
class Field:
    """One field of the form: what it edits, the widget, and what stood there."""

    name: str
    widget: QWidget
    before: object
    people: bool = False
    many: bool = False
    original: tuple[Who, ...] = field(default=())

    def value(self) -> object:
        """What stands there now."""
        if isinstance(self.widget, QPlainTextEdit):
            return " ".join(self.widget.toPlainText().split())
        if isinstance(self.widget, QLineEdit):
            return self.widget.text().strip()
        if isinstance(self.widget, QComboBox) and not self.widget.isEditable():
            return self.widget.currentData()
        return self.widget.currentText().strip() if isinstance(self.widget, QComboBox) else None


class FindingForm(QWidget):
    """`asked` carries the name of a deed whose button was clicked; `touched` says that something is changed.

    `foot` holds the buttons; it stands under the form, always in sight.
    """

    asked = Signal(str)
    touched = Signal()

    def __init__(self, story: Story, people: People, able: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.story, self._people = story, people
        self._fields: list[Field] = []
        self._lay = QVBoxLayout(self)
        self._lay.setContentsMargins(0, 0, 0, 0)
        self._lay.setSpacing(theme.px(4))
        self._lay.addWidget(label(f"{tr('Is this right?')}  {story.heading}", "label"))
        self._lay.addWidget(flow([chip(text, tone) for text, tone in story.chips]))
        {
            Kind.QUESTIONS: self._question,
            Kind.UNDERTAKINGS: self._undertaking,
            Kind.DECISIONS: self._decision,
            Kind.ACTIONS: self._action,
        }[story.kind](story.thing)
        if story.why:
            self._section(tr("Why the program thinks so"), label(story.why, "plain-small"))
        if story.issues:
            self._section(tr("Issues"), flow([issue_chip(name, colour) for name, colour in story.issues]))
        self.confirm = button(tr("Confirm"), lambda: self.asked.emit("confirm"), primary=True, key=keys_of("confirm"))
        not_one = {Kind.QUESTIONS: "Not a question", Kind.UNDERTAKINGS: "Not an undertaking",
                   Kind.DECISIONS: "Not a decision", Kind.ACTIONS: "Not an action"}[story.kind]  # fmt: skip
        names = (("correct", "Correct"), ("reject", not_one), ("merge", "Merge with above"), ("split", "Split"),
                 ("tag", "Tag"), ("previous_finding", "Back"), ("next_finding", "Next"))  # fmt: skip
        self.foot = flow([self.confirm, *(self._deed(*pair) for pair in names if pair[0] in able)])
        for passage in story.passages[1:]:
            self._section(tr("Also in"), label(passage.where, "plain-small"))
        self._lay.addStretch(1)

    def _deed(self, name: str, text: str) -> KeyButton:
        return button(tr(text), lambda: self.asked.emit(name), key=keys_of(name), compact=True)  # type: ignore[return-value]

    # --- what each kind shows

    def _question(self, it: Any) -> None:
        self._text(it.text)
        self._who("asked_by", tr("Asked by"), (it.asked_by,) if it.asked_by else ())
        self._who("put_to", tr("Put to"), it.put_to, many=True)
        self._who("answered_by", tr("Answered by"), it.answered_by, many=True)
        self._pick("status", tr("Status in this paper"), words.STATUS_WORDS, QuestionStatus, it.status)
        for answer in it.answers:
            said = label(f"“{answer.text}”", "serif")
            self._section(tr("What was said") if not answer.date else f"{tr('Said')} {words.day(answer.date)}", said)

    def _undertaking(self, it: Any) -> None:
        self._text(it.text)
        self._who("made_by", tr("Owed by"), it.made_by, many=True)
        self._who("made_to", tr("Promised to"), (it.made_to,) if it.made_to else ())
        self._day("due", tr("Due (year-month-day)"), it.due)
        self._pick("state", tr("State"), words.STATE_WORDS, State, it.state)

    def _decision(self, it: Any) -> None:
        self._text(it.text)
        self._pick("kind", tr("Kind of decision"), words.DECISION_WORDS, DecisionKind, it.kind)

    def _action(self, it: Any) -> None:
        self._text(it.text)
        self._who("owners", tr("Owner"), it.owners, many=True)
        self._day("due", tr("Due (year-month-day)"), it.due)
        self._pick("state", tr("State"), words.STATE_WORDS, State, it.state)

    # --- fields

    def _text(self, text: str) -> None:
        made = TextField(text)
        made.setAccessibleName(tr("Words"))
        made.textChanged.connect(self._touch)
        self._section(tr("In a sentence"), made)
        self._fields.append(Field("text", made, made.toPlainText()))

    def _who(self, name: str, heading: str, present: tuple[Who, ...], *, many: bool = False) -> None:
        made = DropDown()
        made.setEditable(True)
        made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        made.setMinimumContentsLength(12)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setAccessibleName(heading)
        made.addItem("")
        for _number, person, post in self._people:
            made.addItem(person)
            made.setItemData(made.count() - 1, post, Qt.ItemDataRole.ToolTipRole)
        made.setCurrentText("; ".join(who.words for who in present))
        made.lineEdit().setPlaceholderText(tr("not named"))
        made.lineEdit().setCursorPosition(0)
        made.editTextChanged.connect(lambda _text: self._touch())
        self._section(heading, made)
        self._fields.append(Field(name, made, made.currentText(), people=True, many=many, original=present))

    def _pick(self, name: str, heading: str, spoken: dict, kind: type, present: object) -> None:
        made = DropDown()
        made.setAccessibleName(heading)
        for value in kind:
            made.addItem(tr(spoken[value]), value)
        made.setCurrentIndex(list(kind).index(present))
        made.currentIndexChanged.connect(lambda _n: self._touch())
        self._section(heading, made)
        self._fields.append(Field(name, made, made.currentData()))

    def _day(self, name: str, heading: str, present: str | None) -> None:
        made = QLineEdit(present or "")
        made.setPlaceholderText(tr("no day was named"))
        made.setAccessibleName(heading)
        made.textChanged.connect(lambda _text: self._touch())
        self._section(heading, made)
        self._fields.append(Field(name, made, made.text()))

    def _section(self, heading: str, *parts: QWidget) -> None:
        self._lay.addSpacing(theme.px(6))
        for part in (label(heading, "label"), *parts):
            self._lay.addWidget(part)

    # --- what was changed

    def changed(self) -> dict[str, object]:
        """The fields a person changed, by the names of the service's arguments."""
        found: dict[str, object] = {}
        for one in self._fields:
            value = one.value()
            if value == one.before:
                continue
            if one.people:
                people = tuple(self._person(part, one.original) for part in str(value).split(";") if part.strip())
                found[one.name] = people if one.many else (people[0] if people else None)
            else:
                found[one.name] = value or None
        return found

    def focus_first(self) -> None:
        """Go to the field that most often needs putting right."""
        people = [one.widget for one in self._fields if one.people]
        target = people[0] if people else self._fields[0].widget
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _person(self, text: str, original: tuple[Who, ...]) -> Who:
        name = " ".join(text.split())
        same = next((who for who in original if who.words == name), None)
        if same is not None:
            return same
        known = next((number for number, person, _post in self._people if person == name), None)
        return Who(name=name, label=None, person_id=known)

    def _touch(self) -> None:
        self.confirm.setText(tr("Keep correction") if self.changed() else tr("Confirm"))
        self.confirm.setAccessibleName(self.confirm.text())
        self.confirm.updateGeometry()
        self.touched.emit()


class TextField(QPlainTextEdit):
    """A few lines of text; Tab leaves it. `left` says that the keyboard has gone elsewhere."""

    left = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say so when the keyboard leaves."""
        super().focusOutEvent(event)
        self.left.emit()

    def sizeHint(self) -> QSize:
        """Room for about three lines."""
        return QSize(theme.px(200), self.fontMetrics().lineSpacing() * 4 + theme.px(12))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()
