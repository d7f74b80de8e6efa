"""What a later reading says otherwise of what you settled: each beside your own words, to be taken or left."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.dialogs.waiting import WaitingDialog
from scrutiny_desk.desk.widgets.parts import button, card, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.services import proposals
from scrutiny_desk.services.proposals import Beside

FIELD_WORDS = {
    "text": "Its words",
    "status": "Status",
    "asked_by": "Asked by",
    "put_to": "Put to",
    "answered_by": "Answered by",
    "made_by": "Made by",
    "due": "Due",
    "answers": "Answer",
}


class BesideDialog(WaitingDialog):
    """Everything of one paper that waits for a word, a card each; it closes when the last is settled."""

    def __init__(self, parent: QWidget, context: Context, document_id: int) -> None:
        told = tr("What you settled stays unless you take the other reading. Either can be undone.")
        super().__init__(parent, context, tr("Read otherwise than you settled"), told)
        self._document = document_id
        self.fetch()

    def load(self) -> tuple[Beside, ...]:
        """What of this paper is read otherwise than it was settled."""
        return proposals.beside(self._context.library, self._document)

    def head(self, waiting: Sequence[Beside]) -> str:
        """How many things are read otherwise."""
        if not waiting:
            return tr("Nothing is read otherwise than you settled it")
        return words.count(len(waiting), "thing is read otherwise", "things are read otherwise")

    def card(self, one: Beside) -> QFrame:
        """Both readings of a row, and what can be done."""
        noun = tr("Question") if one.kind is Kind.QUESTIONS else tr("Undertaking")
        made = card(label(noun, "label"), label(f"“{one.words}”"), gap=6)
        lay = made.layout()
        for name, now, then in one.differs:
            lay.addWidget(label(f"{tr(FIELD_WORDS[name])}: {_said(name, now)} → {_said(name, then)}", "plain-small"))
        take = button(tr("Take the other reading"), lambda: self.take(one.id), compact=True)
        keep = button(tr("Keep mine"), lambda: self.keep(one.id), compact=True)
        show = button(tr("Show the passage"), lambda: self._go(one), look="link", compact=True)
        take.setEnabled(one.may_take)
        if not one.may_take:
            lay.addWidget(label(tr("Read the paper again to be able to take this."), "plain-small"))
        for part in (take, keep, show):
            part.setAccessibleName(f"{part.text()}: {one.words}")
        lay.addLayout(row(take, keep, show, 1))
        return made

    def take(self, number: int) -> None:
        """Let the row say what the other reading says."""
        self.settle(lambda: proposals.take(self._context.library, number))

    def keep(self, number: int) -> None:
        """Leave the row as the person settled it."""
        self.settle(lambda: proposals.refuse(self._context.library, number))

    def _go(self, one: Beside) -> None:
        self._context.go(Place("reader", id=one.document_id, finding=(one.kind, one.row_id)))


def _said(name: str, value: str) -> str:
    """A field as a person reads it: a state by its word, a day spelt out, nothing as a dash."""
    if not value:
        return "–"
    if name == "status":
        return tr(words.STATUS_WORDS[QuestionStatus(value)])
    return words.day(value) if name == "due" else value
