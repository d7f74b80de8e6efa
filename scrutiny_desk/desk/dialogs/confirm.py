"""Asking once more before something that no undo brings back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, column, label, row
from scrutiny_desk.desk.words import tr


class ConfirmDialog(QDialog):
    """`act` is called where the person says the word on the button; Cancel is what Return does."""

    def __init__(self, parent: QWidget, heading: str, sentences: tuple[str, ...], word: str, act: Callable[[], object]):
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(heading)
        self._act = act
        self.do = button(word, self._done)
        self.do.setAutoDefault(False)
        leave = button(tr("Cancel"), self.reject, primary=True)
        leave.setDefault(True)
        said = [label(sentence) for sentence in sentences]
        for each in said:
            each.setMinimumWidth(theme.px(420))
        self.setLayout(column(label(heading, "heading"), *said, row(self.do, 1, leave), gap=12, margin=20))
        leave.setFocus()

    def _done(self) -> None:
        self.accept()
        self._act()
