"""A paper read again after the program has learnt: what would change is shown first, and what you settled stays."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.dialogs.beside import BesideDialog
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, clear, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.services import again
from scrutiny_desk.services.again import Step

WIDE, HIGH = 620, 520
SHOWN = 60
STEP_WORDS = {
    "restrict": "Would be held back",
    "add": "Would be found as well",
    "change": "Would be suggested otherwise",
    "drop": "Would no longer be suggested",
    "propose": "Differs from what you settled, which stays",
}


class AgainDialog(QDialog):
    """Shows what reading a document again would do, and does it when asked to."""

    def __init__(self, parent: QWidget, context: Context, document_id: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Read it again"))
        self._context, self._document = context, document_id
        self.told = label(tr("Reading…"), "heading")
        inner = QWidget()
        self._lay = QVBoxLayout(inner)
        self._lay.setContentsMargins(0, 0, theme.px(8), 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        self.follow = button(tr("Let the suggestions follow"), self.apply, primary=True)
        self.follow.setEnabled(False)
        close = button(tr("Close"), self.reject)
        self.setLayout(column(self.told, scroll, row(1, close, self.follow), gap=10, margin=20))
        self.resize(theme.px(WIDE), min(theme.px(HIGH), parent.window().height() - theme.px(40)))
        library = context.library
        context.jobs.read(self, lambda: again.compare(library, document_id), self._show)

    def _show(self, steps: tuple[Step, ...]) -> None:
        clear(self._lay)
        self.follow.setEnabled(bool(steps))
        if not steps:
            self.told.setText(tr("Read again, it says the same."))
        else:
            self.told.setText(words.count(len(steps), "thing would differ", "things would differ"))
        for what, heading in STEP_WORDS.items():
            group = [step for step in steps if step.what == what]
            if group:
                self._lay.addWidget(label(f"{tr(heading)} ({len(group)})", "label"))
            for step in group[:SHOWN]:
                self._lay.addWidget(label(_told(step), "plain-small", rich=True))
        self._lay.addStretch(1)

    def apply(self) -> None:
        """Do it, as one step."""
        library, number = self._context.library, self._document
        self._context.jobs.write(self, lambda: again.apply(library, number), lambda done: self._done(done[0]))

    def _done(self, steps: tuple[Step, ...]) -> None:
        """Go on to what differs from the person's own words, if anything does."""
        self.accept()
        if any(step.what == "propose" for step in steps):
            BesideDialog(self.parentWidget(), self._context, self._document).show()


def _told(step: Step) -> str:
    differs = "; ".join(
        f"{escape(_plain(name, before))} → {escape(_plain(name, after))}" for name, before, after in step.differs
    )
    return f"“{escape(step.words[:200])}”" + (f"<br>{differs}" if differs else "")


def _plain(name: str, value: str) -> str:
    """A state by its word; nothing as a dash."""
    if name == "status" and value:
        return tr(words.STATUS_WORDS[QuestionStatus(value)])
    if name == "classification" and value in list(Classification):
        return tr(words.CLASS_WORDS[Classification(value)])
    return value or "–"
