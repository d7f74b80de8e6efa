"""A reply that has come in: the marked words, and what they do for each question they may answer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.dialogs.fields import choice, words_field
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import box, button, column, label, row, scrolled
from scrutiny_desk.desk.widgets.ticked import Ticked
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.standings import NEEDS_DETAIL, Standing
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import receiving, standings, tables
from scrutiny_desk.services.receiving import Likely, Outcome

OFFERED = (
    Standing.ANSWERED_IN_FULL, Standing.PART_ANSWERED, Standing.HOLDING_REPLY, Standing.REFUSED, Standing.TRANSFERRED,
    Standing.CORRECTED, Standing.ANSWERED_ELSEWHERE, Standing.SEE_WEBCAST, Standing.DISPUTED,
)  # fmt: skip
MOST = 8
WIDE, HIGH, DETAIL = 640, 420, 160
MORE = "if there is more to say"


class ReplyDialog(QDialog):
    """Offers the open questions that the marked words may answer; each that is ticked is answered as its line says."""

    def __init__(self, context: Context, parent: QWidget, document: int, spans: tuple[Span, ...]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Attach as a reply"))
        self._context, self._document, self._spans = context, document, spans
        self.lines: list[tuple[int, Ticked, QComboBox, QLineEdit]] = []
        held = QWidget()
        self._lines = QVBoxLayout(held)
        self._lines.setContentsMargins(0, 0, theme.px(8), 0)
        self._lines.setSpacing(theme.px(12))
        self._lines.addStretch(1)
        self._said = label(tr("Looking for questions it may answer…"), "soft")
        self.find = words_field(hint=tr("Look for another open question by its words"))
        self.find.setAccessibleName(tr("Look for another open question by its words"))
        self.find.returnPressed.connect(self._look)
        self.wrong = label("", "small")
        self.wrong.hide()
        done = button(tr("Attach"), self.keep, primary=True)
        inner = column(
            label(tr("Which questions does this answer?"), "heading"), self._said, scrolled(held), self.find,
            self.wrong,
            row(1, button(tr("Cancel"), self.reject), done), gap=12, margin=20,
        )  # fmt: skip
        self.setLayout(inner)
        self.setMinimumWidth(min(theme.px(WIDE), parent.window().width()))
        self.resize(theme.px(WIDE), min(theme.px(HIGH), parent.window().height() - theme.px(40)))
        library = context.library
        context.jobs.read(self, lambda: _offered(library, document, spans), self._offer)

    def _offer(self, found: list[tuple[Likely, Question]]) -> None:
        self._said.setText(
            tr("The likeliest first; nothing is taken until you tick it.")
            if found
            else tr("No open question is like it. Look for the one it answers by its words.")
        )
        for likely, question in found:
            self._line(question, likely.reason)

    def _look(self) -> None:
        library, typed = self._context.library, self.find.text().strip()
        shown = {number for number, *_rest in self.lines}
        if typed:
            self._context.jobs.read(self, lambda: _search(library, typed), lambda found: self._more(found, shown))

    def _more(self, found: list[Question], shown: set[int]) -> None:
        for question in found:
            if question.id not in shown and len(self.lines) < MOST:
                self._line(question, tr("Found by your words."))

    def _line(self, question: Question, reason: str) -> None:
        tick = Ticked(question.text)
        standing = choice({each: standings.WORDS[each] for each in OFFERED}, Standing.PART_ANSWERED)
        standing.setAccessibleName(f"{tr('It stands as')}: {question.text}")
        detail = words_field(hint=tr("which part is still open, or why"))
        detail.setAccessibleName(f"{tr('In detail')}: {question.text}")
        detail.setMinimumWidth(theme.px(DETAIL))
        standing.currentIndexChanged.connect(
            lambda _n: detail.setPlaceholderText(tr(NEEDS_DETAIL.get(Standing(standing.currentData()), MORE)))
        )
        for field in (standing, detail):
            field.setEnabled(False)
            tick.toggled.connect(field.setEnabled)
        line = row(standing, gap=8)
        line.addWidget(detail, 1)
        whole = box(column(tick, label(reason, "small"), line, gap=4))
        self._lines.insertWidget(self._lines.count() - 1, whole)
        self.lines.append((question.id, tick, standing, detail))

    def keep(self) -> None:
        """Attach it to each that is ticked, as one step."""
        outcomes = [
            Outcome(number, Standing(standing.currentData()), detail.text().strip())
            for number, tick, standing, detail in self.lines
            if tick.isChecked()
        ]
        if not outcomes:
            self._wrong(tr("Please tick the question it answers."))
            return
        lacking = next((o for o in outcomes if o.standing in NEEDS_DETAIL and not o.detail), None)
        if lacking is not None:
            self._wrong(f"{tr('Please say')} {tr(NEEDS_DETAIL[lacking.standing])}.")
            return
        library, document, spans, today = self._context.library, self._document, self._spans, self._context.today()
        self._context.jobs.write(
            self._context.jobs, lambda: receiving.receive(library, outcomes, document, spans, today=today)
        )
        self.accept()

    def _wrong(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.show()


def _offered(library, document: int, spans: tuple[Span, ...]) -> list[tuple[Likely, Question]]:  # noqa: ANN001 - the store's class
    found = receiving.likely(library, document, spans)
    held = {question.id: question for question in tables.questions(library, [each.question_id for each in found])}
    return [(each, held[each.question_id]) for each in found if each.question_id in held]


def _search(library, typed: str) -> list[Question]:  # noqa: ANN001 - the store's class
    source = tables.rows(library, Kind.QUESTIONS)
    return tables.questions(library, list(source.ids(View(outstanding=True, words=typed)))[:MOST])
