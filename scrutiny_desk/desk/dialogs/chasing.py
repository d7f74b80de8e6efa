"""A chaser: the next step, its e-mail to copy and its letter to save, and the record that it went. Nothing is sent."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.dialogs.fields import day_field, day_of
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.inspector import flow
from scrutiny_desk.desk.widgets.parts import button, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.chasing import NextChaser
from scrutiny_desk.services import chasing
from scrutiny_desk.services.chasing import Drafted

WIDE, HIGH = 560, 520
SHORT = 460
"""The height of the window, at 100%, under which the e-mail has the room of what the title of the dialog says too."""


class ChaseDialog(QDialog):
    """Chases what somebody owes. The step that comes next is chosen; another may be."""

    def __init__(
        self, context: Context, parent: QWidget, things: Sequence[tuple[Kind, int]], person_id: int | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Chase"))
        self._context, self._things, self._person = context, list(things), person_id
        self._drafted: Drafted | None = None
        self._said = label("", "soft")
        self.step = DropDown()
        self.step.setAccessibleName(tr("Step"))
        for each in chasing.steps():
            self.step.addItem(each.title, each.key)
        self.to = label("", "soft")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("The e-mail"))
        self.text.setTabChangesFocus(True)
        self.day = day_field(context.today())
        self.day.setAccessibleName(tr("The day it went"))
        self.wrong = label("", "small")
        self.wrong.hide()
        short = parent.window().height() < theme.px(SHORT)
        copy = button(tr("Copy the e-mail"), self.copy, icon_name="copy", compact=short)
        letter = button(tr("Save the letter…"), self._ask_file, icon_name="file-export", compact=short)
        self.record = button(tr("It went: keep on record"), self.keep, primary=True, compact=short)
        self.anyway = button(tr("It went all the same"), lambda: self.keep(anyway=True))
        self.anyway.hide()
        went = row(
            label(tr("It went on"), wrap=False),
            self.day,
            1,
            button(tr("Close"), self.reject, compact=short),
            self.record,
        )
        heading = label(tr("Chase what is owed"), "heading")
        heading.setVisible(not short)
        self.setLayout(
            column(
                heading, self._said, self.step, self.to, self.text,
                flow([copy, letter]), self.wrong, row(1, self.anyway), went,
                gap=6 if short else 10, margin=12 if short else 20,
            )
        )  # fmt: skip
        self.layout().setStretchFactor(self.text, 1)
        self.resize(theme.px(WIDE), min(theme.px(HIGH), parent.window().height() - theme.px(40)))
        library, nation = context.library, context.settings["nation"]
        kind, first = self._things[0]
        context.jobs.read(self, lambda: chasing.next_step(library, kind, first, nation=nation), self._next)

    def _next(self, following: NextChaser) -> None:
        if following.step is None:
            self._said.setText(following.how)
        elif following.not_before:
            first = words.day(following.not_before)
            self._said.setText(f"{tr('Next:')} {following.step.title}, {tr('not before')} {first} ({following.how}).")
        else:
            self._said.setText(f"{tr('Next:')} {following.step.title}. {following.how}")
        if following.step is not None:
            self.step.setCurrentIndex(max(self.step.findData(following.step.key), 0))
        self.step.currentIndexChanged.connect(lambda _n: self._draft())
        self._draft()

    def _draft(self) -> None:
        library, today = self._context.library, self._context.today()
        key, things, person = self.step.currentData(), self._things, self._person
        self._context.jobs.read(
            self, lambda: chasing.draft(library, key, things, today=today, person_id=person), self._show, key="chaser"
        )

    def _show(self, drafted: Drafted | None) -> None:
        if drafted is None:
            return
        self._drafted = drafted
        self.to.setText(f"{tr('To')} {drafted.sent_to or tr('whoever owes it')} · {tr('subject')}: {drafted.subject}")
        self.text.setPlainText(drafted.email)

    def copy(self) -> None:
        """Put the e-mail on the clipboard, as it now reads."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _ask_file(self) -> None:
        if self._drafted is None:
            return
        dialog = QFileDialog(self, tr("Save the letter"), f"{self._drafted.subject}.docx", tr("Word document (*.docx)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("docx")
        dialog.fileSelected.connect(self.save)
        dialog.open()

    def save(self, path: str) -> None:
        """Write the letter to this file."""
        drafted, template = self._drafted, self._context.settings["briefing_template"]
        if drafted is not None:
            look = Path(template) if template else None
            self._context.jobs.read(self, lambda: chasing.save(drafted, Path(path), template=look), lambda _done: None)

    def keep(self, *, anyway: bool = False) -> None:
        """Keep on record that it went; where that is too soon after the last one, say so and ask."""
        drafted = self._drafted
        if drafted is None:
            return
        library, things, day = self._context.library, self._things, day_of(self.day)
        person, text, nation = self._person, self.text.toPlainText(), self._context.settings["nation"]
        self._context.jobs.write(
            self,
            lambda: chasing.record(
                library, drafted.step.key, things, day, person_id=person, sent_to=drafted.sent_to, words=text,
                anyway=anyway, nation=nation,
            ),
            lambda _change: self.accept(),
            failed=self._refused,
        )  # fmt: skip

    def _refused(self, trouble: Exception) -> None:
        self.wrong.setText(str(trouble))
        self.wrong.show()
        self.anyway.show()
