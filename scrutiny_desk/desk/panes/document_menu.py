"""What can be done with a document as a whole: who may see it, its original file, taking it out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.readings import Reading
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.findings import Restriction
from scrutiny_desk.services import documents, personal

Keep = Callable[[Classification, str, documents.Under], None]


class DocumentMenu(QMenu):
    """A menu on the document that `present` gives when an entry is chosen, and on the words `marked` in it."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        present: Callable[[], Reading | None],
        marked: Callable[[], tuple[Span, ...]] = tuple,
    ) -> None:
        super().__init__(parent)
        self._context, self._present = context, present
        self.addAction(tr("Who may see it…"), self._classify)
        self._of_words = self.addAction(tr("Who may see the marked words…"), self._classify_words)
        self._marked = marked
        self.aboutToShow.connect(lambda: self._of_words.setEnabled(bool(self._marked())))
        self.addAction(tr("Save the original file…"), self._save_original)
        self.addAction(tr("Read it again…"), self._again)
        self._parts = self.addAction(tr("Where its papers begin…"), self._papers)
        self.aboutToShow.connect(self._offer)
        self.addSeparator()
        self.addAction(tr("Remove from the library"), self._withdraw)
        self.addAction(tr("Erase for good…"), self._erase)

    def _offer(self) -> None:
        """Only what has pages can be parted by them."""
        reading = self._present()
        self._parts.setVisible(reading is not None and reading.document.format == "pdf")

    def _papers(self) -> None:
        from scrutiny_desk.desk.dialogs.pack_papers import PackPapersDialog

        if (reading := self._present()) is not None:
            PackPapersDialog(self._context, self.parentWidget().window(), reading.document.id).open()

    def _classify(self) -> None:
        if (reading := self._present()) is None:
            return
        library, number = self._context.library, reading.document.id

        def keep(level: Classification, reason: str, under: documents.Under) -> None:
            self._context.jobs.write(self, lambda: documents.classify(library, number, level, reason, under))

        def ask(held: tuple[Restriction, ...]) -> None:
            self._ask(reading.document.classification, keep, held=held)

        self._context.jobs.read(self, lambda: documents.restrictions(library, number), ask)

    def _classify_words(self) -> None:
        reading, spans, library = self._present(), self._marked(), self._context.library
        if reading is None or not spans:
            return
        number = reading.document.id

        def keep(level: Classification, reason: str, under: documents.Under) -> None:
            self._context.jobs.write(
                self, lambda: documents.classify_passage(library, number, spans, level, reason, under)
            )

        def ask(level: Classification) -> None:
            self._ask(level, keep, passage=True)

        self._context.jobs.read(self, lambda: documents.class_of_passage(library, number, spans), ask)

    def _ask(self, level: Classification, keep: Keep, **more: Any) -> None:
        from scrutiny_desk.desk.dialogs.classify import ClassifyDialog

        nation = self._context.settings["nation"]
        ClassifyDialog(self.parentWidget().window(), level, keep, nation=nation, **more).open()

    def _save_original(self) -> None:
        if (reading := self._present()) is None:
            return
        library, number = self._context.library, reading.document.id

        def save(folders: list[str]) -> None:
            folder = Path(folders[0])
            self._context.jobs.read(self, lambda: documents.save_original(library, number, folder), _show_in_folder)

        dialog = QFileDialog(self.parentWidget().window(), tr("Save the original file in a folder"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(save)
        dialog.open()

    def _erase(self) -> None:
        from scrutiny_desk.desk.dialogs.confirm import ConfirmDialog

        if (reading := self._present()) is None:
            return
        library, number = self._context.library, reading.document.id

        def erase() -> None:
            self._context.jobs.write(
                self,
                lambda: personal.erase_document(library, number),
                lambda _change: self._context.go(Place("documents")),
            )

        told = tr("Its text, its original and all that was found in it alone are destroyed.")
        inside = tr("A paper that came inside another, a pack or a message, stays in that one too.")
        end = tr("Nothing you did before can be undone afterwards.")
        sentences = (told, inside, f"{end} {tr(personal.COPIES)}")
        heading = f"{tr('Erase')} {reading.document.file_name}?"
        ConfirmDialog(self.parentWidget().window(), heading, sentences, tr("Erase for good"), erase).open()

    def _again(self) -> None:
        from scrutiny_desk.desk.dialogs.again import AgainDialog

        if (reading := self._present()) is not None:
            AgainDialog(self.parentWidget().window(), self._context, reading.document.id).open()

    def _withdraw(self) -> None:
        if (reading := self._present()) is not None:
            library, number = self._context.library, reading.document.id
            self._context.jobs.write(
                self,
                lambda: documents.withdraw(library, number),
                lambda _change: self._context.go(Place("documents")),
            )


def _show_in_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
