"""Saying who somebody is: their name and post, two names that are one person, one name that is another person."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from scrutiny_desk.desk import words as said
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.dialogs.passing import LeaveDialog
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.people import Appearance, Capacity, Person
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import people, tables
from scrutiny_desk.services.people import WitnessPage


class PersonMenu(QMenu):
    """A menu on the person that `present` gives when it is opened; `listed` learns as what they were said to have been
    somewhere."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        present: Callable[[], Person | None],
        listed: Callable[[Appearance, Capacity], object],
    ) -> None:
        super().__init__(parent)
        self._context, self._present, self._listed = context, present, listed
        self.aboutToShow.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        self.addAction(tr("Change the name…"), self._rename)
        self.addAction(tr("Change the post…"), self._post)
        self.addAction(tr("Was at a meeting as…"), self._capacity)
        self.addAction(tr("Is the same person as…"), self._join)
        self.addAction(tr("Has left the post…"), self._left)
        person = self._present()
        self.addAction(tr("Everything held about them…"), self._held)
        others = [alias for alias in person.aliases if alias != person.name] if person else []
        if others:
            self.addSeparator()
        for alias in others:
            words = tr("“{name}” is somebody else").replace("{name}", alias)
            self.addAction(words, lambda alias=alias: self._part(alias))

    def _ask(self, heading: str, words: str, present: str, done: Callable[[str], None]) -> None:
        dialog = self._dialog(heading, words)
        dialog.setTextValue(present)
        dialog.textValueSelected.connect(done)
        dialog.open()

    def _dialog(self, heading: str, words: str) -> QInputDialog:
        dialog = QInputDialog(self.parentWidget().window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(heading)
        dialog.setLabelText(words)
        return dialog

    def _held(self) -> None:
        from scrutiny_desk.desk.dialogs.held import HeldDialog

        if (person := self._present()) is not None:
            HeldDialog(self.parentWidget().window(), self._context, person.id, person.name).open()

    def _rename(self) -> None:
        person, library = self._present(), self._context.library
        if person is not None:

            def rename(name: str) -> None:
                self._context.jobs.write(self, lambda: people.rename(library, person.id, name))

            self._ask(tr("Change the name"), tr("The name as you want it shown"), person.name, rename)

    def _post(self) -> None:
        person, library = self._present(), self._context.library
        if person is not None:

            def set_post(post: str) -> None:
                where = person.organisation
                self._context.jobs.write(self, lambda: people.set_post(library, person.id, post.strip() or None, where))

            self._ask(tr("Change the post"), tr("The post they hold now"), person.post or "", set_post)

    def _capacity(self) -> None:
        person, library = self._present(), self._context.library
        if person is not None:
            self._context.jobs.read(
                self, lambda: people.page(library, person.id), lambda found: self._ask_capacity(person, found)
            )

    def _ask_capacity(self, person: Person, found: WitnessPage | None) -> None:
        from scrutiny_desk.desk.dialogs.capacity import CapacityDialog

        if found is not None and found.appearances:
            shown = [": ".join(said.appearance(seen, found)) for seen in found.appearances]
            over = self.parentWidget().window()
            CapacityDialog(self._context, over, person, found.appearances, shown, self._listed).open()

    def _left(self) -> None:
        person = self._present()
        if person is not None:
            LeaveDialog(self._context, self.parentWidget().window(), person).open()

    def _join(self) -> None:
        person, library = self._present(), self._context.library
        if person is None:
            return
        rows = tables.rows(library, Kind.PEOPLE)
        self._context.jobs.read(
            self,
            lambda: [row for row in rows.page(rows.ids(View(order="name"))) if row],
            lambda f: self._choose(person, f),
        )

    def _choose(self, person: Person, rows: list[tuple]) -> None:
        library = self._context.library
        others = {f"{row[1]}, {row[2]}" if row[2] else row[1]: row[0] for row in rows if row[0] != person.id}
        dialog = self._dialog(tr("Is the same person as"), f"{person.name} {tr('and this person are one:')}")
        dialog.setComboBoxItems(list(others))
        dialog.setComboBoxEditable(False)

        def join(words: str) -> None:
            if (other := others.get(words)) is not None:
                self._context.jobs.write(self, lambda: people.merge(library, person.id, [other]))

        dialog.textValueSelected.connect(join)
        dialog.open()

    def _part(self, alias: str) -> None:
        person, library = self._present(), self._context.library
        if person is not None:
            self._context.jobs.write(
                self,
                lambda: people.split(library, person.id, alias),
                lambda made: self._context.go(Place("witness", id=made[0])),
            )
