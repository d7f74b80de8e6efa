"""Everything held about a person, to be looked at, saved, made nameless or erased."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.dialogs.confirm import ConfirmDialog
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.choices import ChoiceList
from scrutiny_desk.desk.widgets.parts import button, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.services import personal

WIDE, HIGH = 780, 560
SHOWN = 2_000
"""Rows that are shown; the saved list has all."""


class HeldDialog(QDialog):
    """`name` and `person` say whom it is about."""

    def __init__(self, parent: QWidget, context: Context, person: int, name: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{tr('Held about')} {name}")
        self._context, self._person, self._name = context, person, name
        self._count = label("", "soft")
        self.list = ChoiceList(tr("Everything held about this person"))
        save = button(tr("Save the list…"), self._save)
        nameless = button(tr("Make nameless…"), self._nameless)
        erase = button(tr("Erase…"), self._erase)
        close = button(tr("Close"), self.accept, primary=True)
        close.setDefault(True)
        heading = label(f"{tr('Everything held about')} {name}", "heading")
        self.setLayout(column(heading, self._count, self.list, row(save, nameless, erase, 1, close), gap=10, margin=20))
        self.resize(theme.px(WIDE), min(theme.px(HIGH), parent.window().height() - theme.px(40)))
        library = context.library
        context.jobs.read(self, lambda: personal.held_rows(library, person), self._show)

    def _show(self, found: list[personal.Row]) -> None:
        more = f"; {tr('the first are shown, the saved list has all')}" if len(found) > SHOWN else ""
        self._count.setText(f"{words.count(len(found), 'entry', 'entries')}{more}")
        self.list.fill([(at, entry["words"] or "–", _what(entry)) for at, entry in enumerate(found[:SHOWN])])

    def _save(self) -> None:
        dialog = QFileDialog(self, tr("Save the list"), str(self._context.path.parent / f"{self._name}.csv"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters((tr("Table (*.csv)"), tr("Open form (*.json)")))
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, path: str) -> None:
        """Write the list to this file."""
        library, person = self._context.library, self._person
        self._context.jobs.read(
            self,
            lambda: personal.write_held(library, person, Path(path)),
            lambda count: self._count.setText(f"{words.count(count, 'entry', 'entries')}: {path}"),
            failed=lambda trouble: self._count.setText(f"{trouble.sentence} {trouble.remedy}"),
        )

    def _nameless(self) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Make nameless"))
        told = tr("What to call them instead. Undo brings no name back; the papers keep their words.")
        dialog.setLabelText(f"{told}\n{tr(personal.COPIES)}")
        dialog.setTextValue(tr("A resident"))
        dialog.textValueSelected.connect(self.make_nameless)
        dialog.open()

    def make_nameless(self, pseudonym: str) -> None:
        """Put this in their place."""
        library, person = self._context.library, self._person
        self._context.jobs.write(
            self, lambda: personal.make_nameless(library, person, pseudonym), lambda _change: self.accept()
        )

    def _erase(self) -> None:
        told = tr(
            "Their name, appearances and your notes about them are destroyed. What they asked and promised stays, with "
            "nobody named. The papers keep their words: to be rid of those, erase the papers."
        )
        end = tr("Nothing you did before can be undone afterwards.")
        ConfirmDialog(
            self,
            f"{tr('Erase')} {self._name}?",
            (told, f"{end} {tr(personal.COPIES)}"),
            tr("Erase for good"),
            self.erase,
        ).open()

    def erase(self) -> None:
        """Take them out for good."""
        library, person, context = self._context.library, self._person, self._context

        def gone(_change: object) -> None:
            self.accept()
            context.go(Place("witnesses"))

        context.jobs.write(self, lambda: personal.erase_person(library, person), gone)


def _what(entry: personal.Row) -> str:
    """What sort of thing an entry is, and where it stands."""
    return " · ".join(filter(None, (tr(words.HELD_WORDS.get(entry["held"], entry["held"])), entry["where"])))
