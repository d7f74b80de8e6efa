"""To whom something passes: a successor in a post, or somebody else."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.dialogs.fields import FormDialog, day_field, day_of, words_field
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.people import Person, Who
from scrutiny_desk.services import posts


class PassDialog(FormDialog):
    """Passes things to a person from a day on; the papers still say whom they were asked of."""

    def __init__(self, context: Context, parent: QWidget, owed: Sequence[tuple[Kind, int]], what: str = "") -> None:
        super().__init__(parent, tr("Pass on"), what or tr("To whom does it pass?"), tr("Pass on"))
        self._context, self._owed = context, list(owed)
        self.name = words_field(hint=tr("the name of whoever owes it now"))
        self.day = day_field(context.today())
        self.reason = words_field(hint=tr("for example: took over the post"))
        for name, field in ((tr("To"), self.name), (tr("From"), self.day), (tr("Why"), self.reason)):
            self.add(name, field)

    def keep(self) -> None:
        """Pass them on, as one step."""
        name = self.name.text().strip()
        if not name:
            self.say_wrong(tr("Please write a name."))
            return
        library, owed, day, reason = self._context.library, self._owed, day_of(self.day), self.reason.text()
        self._context.jobs.write(
            self._context.jobs, lambda: posts.pass_on(library, owed, Who(name), day, reason=reason)
        )
        self.accept()


class LeaveDialog(FormDialog):
    """Says that a person has left their post, and who follows them, where that is known."""

    def __init__(self, context: Context, parent: QWidget, person: Person) -> None:
        heading = f"{person.name} {tr('has left the post')}"
        super().__init__(parent, tr("Has left the post"), heading, tr("Keep"))
        self._context, self._person = context, person
        self.day = day_field(context.today())
        self.name = words_field(hint=tr("leave empty where it is not known yet"))
        self.shown = words_field(hint=tr("for example: the council's announcement"))
        for name, field in ((tr("On"), self.day), (tr("Who follows"), self.name), (tr("Known from"), self.shown)):
            self.add(name, field)

    def keep(self) -> None:
        """What they owe is the post's from then on, or the successor's."""
        library, number, day = self._context.library, self._person.id, day_of(self.day)
        name, shown = self.name.text().strip(), self.shown.text()
        if name:
            self._context.jobs.write(
                self._context.jobs, lambda: posts.take_over(library, number, Who(name), day, shown_by=shown)
            )
        else:
            self._context.jobs.write(self._context.jobs, lambda: posts.leave(library, number, day, shown_by=shown))
        self.accept()
