"""What a later reading says otherwise of what you settled: each beside your own words, to be taken or left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, card, clear, column, label, row
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
WIDE, HIGH = 620, 560


class BesideDialog(QDialog):
    """Everything of one paper that waits for a word, a card each; it closes when the last is settled."""

    def __init__(self, parent: QWidget, context: Context, document_id: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Read otherwise than you settled"))
        self._context, self._document = context, document_id
        self.waiting: tuple[Beside, ...] = ()
        self._heading = label("", "heading")
        inner = QWidget()
        self._lay = QVBoxLayout(inner)
        self._lay.setContentsMargins(0, 0, theme.px(8), 0)
        self._lay.setSpacing(theme.px(12))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close = button(tr("Close"), self.accept, primary=True)
        told = label(tr("What you settled stays unless you take the other reading. Either can be undone."), "soft")
        self.setLayout(column(self._heading, told, scroll, row(1, close), gap=10, margin=20))
        self.resize(theme.px(WIDE), min(theme.px(HIGH), parent.window().height() - theme.px(40)))
        self._fetch()

    def _fetch(self) -> None:
        library, number = self._context.library, self._document
        self._context.jobs.read(self, lambda: proposals.beside(library, number), self._show)

    def _show(self, waiting: tuple[Beside, ...]) -> None:
        had = bool(self.waiting)
        self.waiting = waiting
        clear(self._lay)
        if not waiting:
            self._heading.setText(tr("Nothing is read otherwise than you settled it"))
            if had:
                self.accept()
            return
        self._heading.setText(words.count(len(waiting), "thing is read otherwise", "things are read otherwise"))
        for one in waiting:
            self._lay.addWidget(self._card(one))
        self._lay.addStretch(1)

    def _card(self, one: Beside) -> QFrame:
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
        library = self._context.library
        self._context.jobs.write(self, lambda: proposals.take(library, number), lambda _change: self._fetch())

    def keep(self, number: int) -> None:
        """Leave the row as the person settled it."""
        library = self._context.library
        self._context.jobs.write(self, lambda: proposals.refuse(library, number), lambda _change: self._fetch())

    def _go(self, one: Beside) -> None:
        self._context.go(Place("reader", id=one.document_id, finding=(one.kind, one.row_id)))


def _said(name: str, value: str) -> str:
    """A field as a person reads it: a state by its word, a day spelt out, nothing as a dash."""
    if not value:
        return "–"
    if name == "status":
        return tr(words.STATUS_WORDS[QuestionStatus(value)])
    return words.day(value) if name == "due" else value
