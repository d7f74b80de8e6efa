"""The user's own notes on one thing, kept as they are typed."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import label
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.services import notes
from scrutiny_desk.services.notes import Note

PAUSE = 700


class NotesPage(QWidget):
    """One field; what is typed is kept after a short pause, and when the page is left."""

    def __init__(self, context: Context, about: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._about = context, about
        self._about_id: int | None = None
        self._note: int | None = None
        self._kept = ""
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(tr("Your private notes"))
        self.field.setPlaceholderText(tr("Write what you want to remember."))
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, theme.px(10), 0, 0)
        lay.setSpacing(theme.px(8))
        lay.addWidget(label(tr("Private to you: notes go into no briefing unless you ask for it by name."), "small"))
        lay.addWidget(self.field, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.keep)
        self.field.textChanged.connect(self._pause.start)

    def show_of(self, about_id: int) -> None:
        """Show the notes on this thing."""
        if about_id != self._about_id:
            self.keep()
            self._about_id, self._note = about_id, None
            self._set("")
        library, about = self._context.library, self._about
        self._context.jobs.read(self, lambda: notes.of(library, about, about_id), self._take, key=f"notes-{id(self)}")

    def keep(self) -> None:
        """Keep what is typed now."""
        self._pause.stop()
        text, about_id, library = self.field.toPlainText(), self._about_id, self._context.library
        if text == self._kept or about_id is None:
            return
        self._kept = text
        note, about = self._note, self._about
        if note is None and text.strip():
            self._context.jobs.write(self, lambda: notes.add(library, about, about_id, text), self._added)
        elif note is not None and text.strip():
            self._context.jobs.write(self, lambda: notes.change(library, note, text))
        elif note is not None:
            self._note = None
            self._context.jobs.write(self, lambda: notes.delete(library, note))

    def _added(self, result: tuple) -> None:
        self._note = result[0]

    def _take(self, found: tuple[Note, ...] | None) -> None:
        if found is None or self.field.toPlainText() != self._kept:
            return
        last = found[-1] if found else None
        self._note = last.id if last else None
        if (last.text if last else "") != self._kept:
            self._set(last.text if last else "")

    def _set(self, text: str) -> None:
        self._kept = text
        if self.field.toPlainText() != text:
            self.field.blockSignals(True)
            self.field.setPlainText(text)
            self.field.blockSignals(False)
