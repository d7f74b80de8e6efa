"""What becomes of a recommendation: put to the executive, its reply, and how far it has come."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.dialogs.fields import FormDialog, choice, day_field, day_of, words_field
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.recommendations import Progress, Reply
from scrutiny_desk.services import deadlines, recommendations


class PutDialog(FormDialog):
    """Says to whom recommendations were put and when; the day of the reply follows from the rule that is chosen."""

    def __init__(self, context: Context, parent: QWidget, ids: Sequence[int]) -> None:
        super().__init__(parent, tr("Put to the executive"), tr("To whom was it put, and when?"), tr("Keep"))
        self._context, self._ids = context, list(ids)
        self.to = words_field(hint=tr("for example: Cabinet"))
        self.day = day_field(context.today())
        self.rule = DropDown()
        self.rule.addItem(tr("No day yet"), None)
        for rule in deadlines.rules(context.settings["nation"]):
            if rule.period is not None:
                self.rule.addItem(rule.title, rule.key)
        self.rule.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for name, field in (
            (tr("Put to"), self.to), (tr("Received on"), self.day), (tr("Reply due by"), self.rule),
        ):  # fmt: skip
            self.add(name, field)

    def keep(self) -> None:
        """Keep it, as one step."""
        library, ids, day, to = self._context.library, self._ids, day_of(self.day), self.to.text()
        rule, nation = self.rule.currentData(), self._context.settings["nation"]
        self._context.jobs.write(
            self._context.jobs,
            lambda: recommendations.put(library, ids, day, put_to=to, rule=rule, nation=nation),
        )
        self.accept()


class ReplyToDialog(FormDialog):
    """Keeps the executive's reply with its reasons."""

    def __init__(self, context: Context, parent: QWidget, ids: Sequence[int]) -> None:
        super().__init__(parent, tr("The reply"), tr("What did the executive reply?"), tr("Keep"))
        self._context, self._ids = context, list(ids)
        said = {reply: words for reply, words in recommendations.WORDS.items() if reply is not Reply.AWAITED}
        self.reply = choice(said, Reply.ACCEPTED)
        self.day = day_field(context.today())
        self.reasons = words_field(hint=tr("the reasons, in the reply's own words"))
        for name, field in ((tr("Reply"), self.reply), (tr("On"), self.day), (tr("Reasons"), self.reasons)):
            self.add(name, field)

    def keep(self) -> None:
        """Keep it, as one step."""
        reply, reasons = Reply(self.reply.currentData()), self.reasons.text().strip()
        if reply in (Reply.REJECTED, Reply.PARTLY_ACCEPTED) and not reasons:
            self.say_wrong(tr("Please give the reasons: they are what members look for."))
            return
        library, ids, day = self._context.library, self._ids, day_of(self.day)
        self._context.jobs.write(
            self._context.jobs, lambda: recommendations.reply(library, ids, reply, day, reasons=reasons)
        )
        self.accept()


class ProgressDialog(FormDialog):
    """Keeps how far recommendations have come."""

    def __init__(self, context: Context, parent: QWidget, ids: Sequence[int]) -> None:
        super().__init__(parent, tr("Progress"), tr("How far has it come?"), tr("Keep"))
        self._context, self._ids = context, list(ids)
        self.progress = choice(recommendations.PROGRESS, Progress.UNDER_WAY)
        self.day = day_field(context.today())
        self.words = words_field(hint=tr("what was reported"))
        for name, field in ((tr("Progress"), self.progress), (tr("As of"), self.day), (tr("In words"), self.words)):
            self.add(name, field)

    def keep(self) -> None:
        """Keep it, as one step."""
        library, ids, day = self._context.library, self._ids, day_of(self.day)
        progress, words = Progress(self.progress.currentData()), self.words.text()
        self._context.jobs.write(
            self._context.jobs,
            lambda: recommendations.report_progress(library, ids, progress, day, words=words),
        )
        self.accept()
