"""How long the papers of a meeting are to be kept, and those whose day has passed, for review."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.dialogs.confirm import ConfirmDialog
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, card, clear, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.meetings import Meeting
from scrutiny_desk.services import personal, retention

WIDE, HIGH = 620, 520
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


class RetentionDialog(QDialog):
    """The meetings whose day has passed: look at one, keep it longer, or erase its papers."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What was to be kept no longer"))
        self._context = context
        self.found: Found = ()
        self._told = label("", "soft")
        inner = QWidget()
        self._lay = QVBoxLayout(inner)
        self._lay.setContentsMargins(0, 0, theme.px(8), 0)
        self._lay.setSpacing(theme.px(12))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        close = button(tr("Close"), self.accept, primary=True)
        heading = label(tr("What was to be kept no longer"), "heading")
        self.setLayout(column(heading, self._told, scroll, row(1, close), gap=10, margin=20))
        self.resize(theme.px(WIDE), min(theme.px(HIGH), parent.window().height() - theme.px(40)))
        self._fetch()

    def _fetch(self) -> None:
        library, today = self._context.library, self._context.today()
        self._context.jobs.read(self, lambda: personal.past_keeping(library, today), self._show)

    def _show(self, found: Found) -> None:
        self.found = found
        clear(self._lay)
        none = tr(
            "No meeting is past the day until which its papers were to be kept. The day is set on a meeting's page."
        )
        self._told.setText(tr(personal.COPIES) if found else none)
        for meeting, until in found:
            self._lay.addWidget(self._card(meeting, until))
        self._lay.addStretch(1)

    def _card(self, meeting: Meeting, until: str) -> QFrame:
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
        library = self._context.library
        self._context.jobs.write(
            self, lambda: retention.keep_several(library, [meeting], day), lambda _done: self._fetch()
        )

    def _erase(self, meeting: Meeting, name: str) -> None:
        told = tr("Every paper of this meeting is destroyed, with what was found in it and your tags on it.")
        end = tr("Nothing you did before can be undone afterwards.")
        ConfirmDialog(
            self, f"{tr('Erase the papers of')} {name}?", (told, f"{end} {tr(personal.COPIES)}"), tr("Erase for good"),
            lambda: self.erase(meeting.id),
        ).open()  # fmt: skip

    def erase(self, meeting: int) -> None:
        """Destroy a meeting's papers."""
        library = self._context.library
        self._context.jobs.write(self, lambda: personal.erase_papers(library, meeting), lambda _change: self._fetch())
