"""The head of a briefing: its title, and the header paragraphs of the person's own."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import column, label
from scrutiny_desk.desk.words import tr

PAUSE = 400
"""Milliseconds after the last key before what is typed is kept."""


class NoteHead(QWidget):
    """`named` carries a title, empty for the usual one; `detailed` the header paragraphs, label and words."""

    named = Signal(str)
    detailed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLineEdit()
        self.title.setAccessibleName(tr("Title"))
        self.details = QPlainTextEdit()
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(tr("Header lines of your own"))
        self.details.setPlaceholderText(tr("One a line: Author: your name"))
        self.details.setFixedHeight(theme.px(70))
        self.setLayout(
            column(
                label(tr("Title"), "label"),
                self.title,
                label(tr("Header lines of your own"), "label"),
                self.details,
                gap=6,
            )
        )
        self._pauses = {}
        for field, tell in ((self.title, self._tell_title), (self.details, self._tell_details)):
            pause = QTimer(self)
            pause.setSingleShot(True)
            pause.setInterval(PAUSE)
            pause.timeout.connect(tell)
            self._pauses[field] = pause
        self.title.textEdited.connect(lambda _text: self._pauses[self.title].start())
        self.details.textChanged.connect(lambda: self._pauses[self.details].start())

    def show_head(self, title: str, usual: str, details: Sequence[tuple[str, str]]) -> None:
        """Show these; what is being typed is left alone."""
        self.title.setPlaceholderText(usual)
        if not self._pauses[self.title].isActive() and self.title.text().strip() != title:
            self.title.setText(title)
        if not self._pauses[self.details].isActive() and self.rows() != tuple(details):
            self.details.blockSignals(True)
            self.details.setPlainText("\n".join(f"{name}: {words}" for name, words in details))
            self.details.blockSignals(False)

    def rows(self) -> tuple[tuple[str, str], ...]:
        """The header paragraphs as they are typed; a line without a colon is none yet."""
        parted = (line.partition(":") for line in self.details.toPlainText().split("\n"))
        return tuple((name.strip(), words.strip()) for name, _, words in parted if name.strip() and words.strip())

    def keep(self) -> None:
        """Say at once what was typed last."""
        for field, tell in ((self.title, self._tell_title), (self.details, self._tell_details)):
            if self._pauses[field].isActive():
                self._pauses[field].stop()
                tell()

    def _tell_title(self) -> None:
        self.named.emit(self.title.text())

    def _tell_details(self) -> None:
        self.detailed.emit(self.rows())
