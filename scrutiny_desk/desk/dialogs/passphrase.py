"""Asking for the passphrase of a locked library, and setting one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import locking


def _hidden(words: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(words)
    field.setPlaceholderText(words)
    field.setMinimumWidth(theme.px(340))
    return field


class UnlockDialog(QDialog):
    """Is accepted once the library is unlocked; a wrong passphrase is said and asked for again."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.setWindowTitle(f"{path.stem} – Scrutiny Desk")
        self.field = _hidden(tr("Passphrase"))
        self.said = label("", "soft")
        unlock, leave = button(tr("Unlock"), self.unlock, primary=True), button(tr("Cancel"), self.reject)
        unlock.setDefault(True)
        heading = label(f"{path.stem} {tr('is locked')}", "heading")
        self.setLayout(column(heading, self.field, self.said, row(1, leave, unlock), gap=12, margin=20))
        self.field.setFocus()

    def unlock(self) -> None:
        """Try what was typed."""
        try:
            locking.unlock(self._path, self.field.text())
        except Trouble as trouble:
            self.said.setText(str(trouble))
            self.field.selectAll()
            self.field.setFocus()
            return
        self.accept()


class LockDialog(QDialog):
    """`lock` is called with the new passphrase, typed twice alike; with None, to take it off."""

    def __init__(self, parent: QWidget, lock: Callable[[str | None], None]) -> None:
        super().__init__(parent)
        self._lock = lock
        self.setWindowTitle(tr("Passphrase"))
        self.first, self.second = _hidden(tr("New passphrase")), _hidden(tr("The same once more"))
        self.said = label("", "soft")
        keep, leave = button(tr("Lock the library"), self.keep, primary=True), button(tr("Cancel"), self.reject)
        off = button(tr("Take the passphrase off"), lambda: self._done(None))
        keep.setDefault(True)
        self.setLayout(
            column(
                label(tr("Lock the library with a passphrase"), "heading"),
                label(tr(locking.WARNING), "strong"),
                self.first,
                self.second,
                self.said,
                row(off, 1, leave, keep),
                gap=12,
                margin=20,
            )
        )

    def keep(self) -> None:
        """Lock with what was typed, if it was typed twice alike and is long enough."""
        if self.first.text() != self.second.text():
            self.said.setText(tr("The two passphrases differ."))
        elif len(self.first.text()) < locking.SHORTEST:
            self.said.setText(f"{tr('Letters needed at least:')} {locking.SHORTEST}")
        else:
            self._done(self.first.text())

    def _done(self, passphrase: str | None) -> None:
        self.accept()
        self._lock(passphrase)
