"""What can be done with a document as a whole: who may see it, its original file, taking it out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.readings import Reading
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.services import documents


class DocumentMenu(QMenu):
    """A menu on the document that `present` gives when an entry is chosen."""

    def __init__(self, context: Context, parent: QWidget, present: Callable[[], Reading | None]) -> None:
        super().__init__(parent)
        self._context, self._present = context, present
        self.addAction(tr("Who may see it…"), self._classify)
        self.addAction(tr("Save the original file…"), self._save_original)
        self.addSeparator()
        self.addAction(tr("Remove from the library"), self._withdraw)

    def _classify(self) -> None:
        from scrutiny_desk.desk.dialogs.classify import ClassifyDialog

        if (reading := self._present()) is None:
            return
        library, number = self._context.library, reading.document.id

        def keep(classification: Classification, reason: str) -> None:
            self._context.jobs.write(self, lambda: documents.classify(library, number, classification, reason))

        ClassifyDialog(self.parentWidget().window(), reading.document.classification, keep).open()

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
