"""The bar over a list: a field to filter by words, switches beside it, and how many rows are left."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.flow import FlowLayout
from scrutiny_desk.desk.widgets.parts import button, label, leading_icon
from scrutiny_desk.desk.words import tr

PAUSE = 40
GAP = 12


class FilterBar(QWidget):
    """`typed` carries the words. Where the window is not high, switches that want a line more are folded away."""

    typed = Signal(str)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setClearButtonEnabled(True)
        leading_icon(self.field, "filter")
        self.field.setMinimumWidth(theme.px(230))
        self._count = label("", "small", wrap=False)
        self._switches: list[QWidget] = []
        self._short = False
        self.fold = button("", self._fold, compact=True)
        self.fold.setCheckable(True)
        self.fold.hide()
        self._lay = FlowLayout(self, theme.px(GAP))
        for part in (self.field, self.fold, self._count):
            self._lay.addWidget(part)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(lambda: self.typed.emit(self.field.text().strip()))
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self._say_set()

    def add(self, widget: QWidget) -> None:
        """Add a switch."""
        self._lay.removeWidget(self._count)
        self._lay.addWidget(widget)
        self._lay.addWidget(self._count)
        self._switches.append(widget)
        if isinstance(widget, QComboBox):
            widget.currentIndexChanged.connect(lambda _at: self._say_set())
        elif isinstance(widget, QAbstractButton):
            widget.toggled.connect(lambda _on: self._say_set())

    def show_words(self, words: str) -> None:
        """Show words in the field without asking for them again."""
        self.field.blockSignals(True)
        self.field.setText(words)
        self.field.blockSignals(False)

    def say_count(self, words: str) -> None:
        """Say how many rows are shown."""
        self._count.setText(words)

    def set_short(self, short: bool) -> None:
        """Keep to one line, where the window is not high."""
        self._short = short
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for the switches, or none."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Show the switches, unless they are folded; those that fit beside the field stay."""
        whole = (self.field, *self._switches, self._count)
        wanted = sum(part.sizeHint().width() + theme.px(GAP) for part in whole) - theme.px(GAP)
        folds = self._short and bool(self._switches) and wanted > self.width()
        self.fold.setVisible(folds)
        for switch in self._switches:
            switch.setVisible(not folds or self.fold.isChecked())

    def _say_set(self) -> None:
        """A switch that is folded away is told of where it leaves rows out."""
        combos = (switch for switch in self._switches if isinstance(switch, QComboBox) and switch.currentIndex() > 0)
        ticked = (s for s in self._switches if isinstance(s, QAbstractButton) and s.isCheckable() and s.isChecked())
        many = len([*combos, *ticked])
        self.fold.setText(f"{tr('Filters')} · {many}" if many else tr("Filters"))
        self.fold.setAccessibleName(f"{tr('Filters')}, {many} {tr('in force')}" if many else tr("Filters"))
