"""What has become of a question, said by a person, with what shows it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.dialogs.fields import FormDialog, choice, day_field, day_of, words_field
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.standings import ALWAYS_CLOSED, MAY_CLOSE, NEEDS_DETAIL, NEEDS_SHOWING, Standing
from scrutiny_desk.services import standings

IN_WORDS = -1


class StandingDialog(FormDialog):
    """Sets how questions stand. Where there is one, an answer on record can show it; else words name the letter, the
    e-mail or the conversation."""

    def __init__(self, context: Context, parent: QWidget, ids: Sequence[int], question: Question) -> None:
        super().__init__(parent, tr("How it stands"), tr("What has become of it?"), tr("Keep"))
        self._context, self._ids = context, list(ids)
        present = Standing(question.standing) if question.standing else None
        self.standing = choice(standings.WORDS, present)
        self.day = day_field(context.today())
        self.shown = DropDown()
        if len(self._ids) == 1:
            for number, answer in enumerate(question.answers):
                said = f"{tr('The reply')} {words.short_day(answer.date)}: “{answer.text}”"
                self.shown.addItem(said if len(said) < 70 else said[:68] + "…”", number)
        self.shown.addItem(tr("A letter, an e-mail or a conversation"), IN_WORDS)
        self.shown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.words = words_field(hint=tr("for example: letter of 3 June"))
        self.detail = words_field()
        self.closed = QCheckBox(tr("Nothing more is owed"))
        for name, field in (
            (tr("It stands as"), self.standing),
            (tr("Since"), self.day),
            (tr("Shown by"), self.shown),
            (tr("Which"), self.words),
            (tr("In detail"), self.detail),
            (tr("Closed"), self.closed),
        ):
            self.add(name, field)
        self.standing.currentIndexChanged.connect(lambda _n: self._fit())
        self.shown.currentIndexChanged.connect(lambda _n: self._fit())
        self._fit()

    def _fit(self) -> None:
        """Ask only for what this standing needs."""
        standing = Standing(self.standing.currentData())
        self.form.setRowVisible(self.shown, standing in NEEDS_SHOWING)
        in_words = standing in NEEDS_SHOWING and self.shown.currentData() == IN_WORDS
        self.form.setRowVisible(self.words, in_words)
        self.detail.setPlaceholderText(tr(NEEDS_DETAIL.get(standing, "if there is more to say")))
        self.form.setRowVisible(self.closed, standing in MAY_CLOSE - ALWAYS_CLOSED)
        self.wrong.hide()
        self.adjustSize()

    def keep(self) -> None:
        """Set it, as one step."""
        standing, detail = Standing(self.standing.currentData()), self.detail.text().strip()
        answer = self.shown.currentData() if standing in NEEDS_SHOWING else IN_WORDS
        shown_by = self.words.text().strip() if answer == IN_WORDS else ""
        if standing in NEEDS_DETAIL and not detail:
            self.say_wrong(f"{tr('Please say')} {tr(NEEDS_DETAIL[standing])}.")
            return
        if standing in NEEDS_SHOWING and answer == IN_WORDS and not shown_by:
            self.say_wrong(tr("Please name the letter, the e-mail or the conversation that shows it."))
            return
        library, ids, day = self._context.library, self._ids, day_of(self.day)
        closed = self.closed.isChecked() and standing in MAY_CLOSE
        number = None if answer == IN_WORDS else answer
        self._context.jobs.write(
            self._context.jobs,
            lambda: standings.stand(
                library, ids, standing, day=day, detail=detail, answer=number, shown_by=shown_by, closed=closed
            ),
        )
        self.accept()
