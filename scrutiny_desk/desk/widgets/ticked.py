"""A box to tick with as many words beside it as there are: those of a check box of Qt's never wrap."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from scrutiny_desk.desk.widgets.parts import label, row


class Ticked(QWidget):
    """`toggled` says whether it is ticked now. A click on the words ticks it too."""

    toggled = Signal(bool)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.setAccessibleName(words)
        self.box.toggled.connect(self.toggled.emit)
        self.words = label(words)
        self.setFocusProxy(self.box)
        lay = row(gap=8)
        lay.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        lay.addWidget(self.words, 1)
        self.setLayout(lay)

    def text(self) -> str:
        """The words."""
        return self.words.text()

    def isChecked(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def setChecked(self, ticked: bool) -> None:
        """Tick it, or no longer."""
        self.box.setChecked(ticked)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.toggle()
