"""How long the papers of a meeting are to be kept, and those whose day has passed, for review."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.dialogs.confirm import ConfirmDialog
from scrutiny_desk.desk.dialogs.waiting import WaitingDialog
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, card, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.meetings import Meeting
from scrutiny_desk.services import personal, retention

Found = tuple[tuple[Meeting, str], ...]


class KeepUntilDialog(QDialog):
    """Asks for a day, or for so many years after each meeting; `keep` is called with it, or with None where none is
    wanted any more. `many` says for how many meetings."""

    def __init__(self, parent: QWidget, present: str | None, keep: Callable[[str | None], None], many: int = 1) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("How long to keep it"))
        self._keep = keep
        self.day = QLineEdit(present or "")
        self.day.setPlaceholderText(tr("2031-04-02, or 7 years"))
        self.day.setAccessibleName(tr("Keep until"))
        self.day.setMinimumWidth(theme.px(300))
        done, leave = button(tr("Keep"), self._done, primary=True), button(tr("Cancel"), self.reject)
        done.setDefault(True)
        self.setLayout(
            column(
                label(
                    tr("Until which day are this meeting's papers to be kept?")
                    if many == 1
                    else f"{tr('Until which day are the papers kept of')} {words.count(many, 'meeting', 'meetings')}?",
                    "heading",
                ),
                label(tr("A day, or so many years after each meeting; empty for no day."), "soft"),
                label(
                    tr("Nothing is deleted by itself: past that day the meeting is listed for you to look at."), "soft"
                ),
                self.day,
                row(1, leave, done),
                gap=12,
                margin=20,
            )
        )

    def _done(self) -> None:
        self.accept()
        self._keep(self.day.text().strip() or None)


class RetentionDialog(WaitingDialog):
    """The meetings whose day has passed: look at one, keep it longer, or erase its papers."""

    closes = False

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent, context, tr("What was to be kept no longer"), "")
        self.fetch()

    def load(self) -> Found:
        """The meetings past their day, each with it."""
        return personal.past_keeping(self._context.library, self._context.today())

    def head(self, waiting: Sequence[tuple[Meeting, str]]) -> str:
        """What the list is of; what holds for them, or for none, is told under it."""
        none = tr(
            "No meeting is past the day until which its papers were to be kept. The day is set on a meeting's page."
        )
        self.told.setText(tr(personal.COPIES) if waiting else none)
        return tr("What was to be kept no longer")

    def card(self, one: tuple[Meeting, str]) -> QFrame:
        """A meeting and its day, and what can be done."""
        meeting, until = one
        name = f"{meeting.committee or tr('Committee not known')}, {words.day(meeting.date)}"
        parts = (
            button(tr("Look at it"), lambda: self._context.go(Place("meeting", id=meeting.id)), compact=True),
            button(tr("Keep longer…"), lambda: self._longer(meeting, until), compact=True),
            button(tr("Erase its papers…"), lambda: self._erase(meeting, name), compact=True),
        )
        for part in parts:
            part.setAccessibleName(f"{part.text()}: {name}")
        return card(label(name, "strong"), label(f"{tr('to be kept until')} {words.day(until)}", "plain-small"),
                    row(*parts, 1), gap=6)  # fmt: skip

    def _longer(self, meeting: Meeting, until: str) -> None:
        KeepUntilDialog(self, until, lambda day: self.keep(meeting.id, day)).open()

    def keep(self, meeting: int, day: str | None) -> None:
        """Keep a meeting's papers until another day, or for as long as one likes."""
        self.settle(lambda: retention.keep_several(self._context.library, [meeting], day))

    def _erase(self, meeting: Meeting, name: str) -> None:
        told = tr("Every paper of this meeting is destroyed, with what was found in it and your tags on it.")
        end = tr("Nothing you did before can be undone afterwards.")
        ConfirmDialog(
            self, f"{tr('Erase the papers of')} {name}?", (told, f"{end} {tr(personal.COPIES)}"), tr("Erase for good"),
            lambda: self.erase(meeting.id),
        ).open()  # fmt: skip

    def erase(self, meeting: int) -> None:
        """Destroy a meeting's papers."""
        self.settle(lambda: personal.erase_papers(self._context.library, meeting))
