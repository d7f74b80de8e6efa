"""The panes one behind another, of which only the one in front says how much room it needs."""

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget


class PaneStack(QStackedWidget):
    """`asked` says that the pane in front may need another height than it was given."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.asked)

    def addWidget(self, pane: QWidget) -> int:
        """Take a pane in."""
        pane.installEventFilter(self)
        return super().addWidget(pane)

    def eventFilter(self, pane: QObject, event: QEvent) -> bool:
        """A pane whose parts have changed is asked anew what it needs."""
        if event.type() == QEvent.Type.LayoutRequest and pane is self.currentWidget():
            self._later.start()
        return super().eventFilter(pane, event)

    def needed(self, width: int) -> int:
        """The height below which the pane in front would lay its parts over one another, at this width."""
        pane = self.currentWidget()
        lay = pane.layout() if pane is not None else None
        if lay is None:
            return 0
        least = lay.totalMinimumSize().height()
        return max(least, lay.totalMinimumHeightForWidth(width)) if lay.hasHeightForWidth() else least

    def minimumSizeHint(self) -> QSize:
        """What the pane in front needs; a wide one behind it must not push it out of the window."""
        pane = self.currentWidget()
        return pane.minimumSizeHint() if pane is not None else super().minimumSizeHint()
