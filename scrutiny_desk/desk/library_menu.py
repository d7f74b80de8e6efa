"""What can be done with the library as a whole: another one, a copy, putting one back, its health, an open export."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu

from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.dialogs.passphrase import LockDialog
from scrutiny_desk.desk.start_again import open_library, open_sample
from scrutiny_desk.desk.words import tr
from scrutiny_desk.services import exporting, locking, safekeeping
from scrutiny_desk.services.safekeeping import Health

FILES = "Libraries (*.scrutiny)"


class LibraryMenu(QMenu):
    """Shown under More."""

    def __init__(self, context: Context, window: QMainWindow) -> None:
        super().__init__(tr("The library"), window)
        self._context, self._window = context, window
        self.addAction(tr("Open another library…"), self._open)
        self.addAction(tr("New library…"), self._new)
        self.addAction(tr("Open the sample library"), open_sample)
        self.addSeparator()
        self.addAction(tr("Make a copy…"), self._copy)
        self.addAction(tr("Put a copy back…"), self._put_back)
        self.addAction(tr("Passphrase…"), self._passphrase)
        self.addAction(tr("Export everything…"), self._export)
        self.addAction(tr("Rules from your corrections"), lambda: context.go(Place("rules")))
        self.addAction(tr("Look whether all is well"), self._check)
        self.addAction(tr("What was to be kept no longer…"), self._retention)

    def _dialog(self, heading: str, *, save: bool = False, name: str = "", kinds: str = FILES) -> QFileDialog:
        dialog = QFileDialog(self._window, heading, str(self._context.path.parent / name), tr(kinds))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if save:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix("scrutiny" if kinds == FILES else "json")
        return dialog

    def _open(self) -> None:
        dialog = self._dialog(tr("Open another library"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(open_library)
        dialog.open()

    def _new(self) -> None:
        dialog = self._dialog(tr("New library"), save=True, name="New library.scrutiny")
        dialog.fileSelected.connect(open_library)
        dialog.open()

    def _copy(self) -> None:
        name = f"{self._context.path.stem} {self._context.today()}.scrutiny"
        dialog = self._dialog(tr("Make a copy"), save=True, name=name)
        dialog.fileSelected.connect(self._copy_to)
        dialog.open()

    def _copy_to(self, path: str) -> None:
        library = self._context.library
        self._context.jobs.long(
            self,
            tr("Copying the library"),
            lambda _report, _stop: safekeeping.backup(library, Path(path)),
            self._say_copy,
        )

    def _say_copy(self, path: Path) -> None:
        self._window.banner.say(f"{tr('A copy of the library is at')} {path}.")  # type: ignore[attr-defined]

    def _put_back(self) -> None:
        dialog = self._dialog(tr("Put a copy back; the library as it is now is kept beside it"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.put_back)
        dialog.open()

    def put_back(self, copy: str) -> None:
        """Put this copy in the library's place."""
        path = self._context.path
        self._context.anew(lambda: safekeeping.restore(path, Path(copy)))

    def _passphrase(self) -> None:
        LockDialog(self._window, self.lock).open()

    def lock(self, passphrase: str | None) -> None:
        """Lock the library with this passphrase; with None, take the one it has off."""
        path = self._context.path
        work = (lambda: locking.remove(path)) if passphrase is None else (lambda: locking.lock(path, passphrase))
        self._context.anew(work)

    def _export(self) -> None:
        dialog = self._dialog(
            tr("Export everything"), save=True, name=f"{self._context.path.stem}.json", kinds="Open form (*.json)"
        )
        dialog.fileSelected.connect(self._export_to)
        dialog.open()

    def _export_to(self, path: str) -> None:
        library = self._context.library
        self._context.jobs.long(
            self,
            tr("Exporting the library"),
            lambda _report, _stop: exporting.write(library, Path(path)),
            lambda _done: self._window.banner.say(f"{tr('Everything is written to')} {path}."),  # type: ignore[attr-defined]
        )

    def _retention(self) -> None:
        from scrutiny_desk.desk.dialogs.retention import RetentionDialog

        RetentionDialog(self._window, self._context).open()

    def _check(self) -> None:
        library = self._context.library
        self._context.jobs.long(
            self,
            tr("Looking the library over"),
            lambda _report, _stop: safekeeping.check(library, full=True),
            self._say,
        )

    def _say(self, health: Health) -> None:
        banner = self._window.banner  # type: ignore[attr-defined]
        if health.well:
            banner.say(tr("All is well: the papers, their text and the search agree."))
        else:
            banner.say(" ".join(health.sentences), trouble=True)
