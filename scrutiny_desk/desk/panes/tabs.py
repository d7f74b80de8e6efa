"""Several registers under tabs, one shown at a time; the tab says how many rows it has."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from scrutiny_desk.desk.panes.register import Register
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind


@dataclass(frozen=True)
class Tab:
    """One tab: its name, what is under it, and what kind of finding that lists (None where it lists none)."""

    name: str
    widget: QWidget
    kind: Kind | None = None


class Tabs(QWidget):
    """A bar of tabs over what they show; `turned` says that another tab is shown."""

    turned = Signal()

    def __init__(self, tabs: tuple[Tab, ...], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = tabs
        self.bar = QTabBar()
        self.bar.setAccessibleName(name)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self.stack = QStackedWidget()
        for number, tab in enumerate(tabs):
            self.bar.addTab(tr(tab.name))
            self.stack.addWidget(tab.widget)
            if isinstance(tab.widget, Register):
                tab.widget.model.arrived.connect(lambda count, n=number: self.say_count(n, count))
        self.bar.currentChanged.connect(self._turn)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.addWidget(self.bar)
        lay.addWidget(self.stack, 1)

    @property
    def shown(self) -> Tab:
        """The tab that is shown."""
        return self.tabs[max(self.bar.currentIndex(), 0)]

    def say_count(self, number: int, count: int) -> None:
        """Say how many there are under a tab."""
        self.bar.setTabText(number, f"{tr(self.tabs[number].name)} {count:,}")

    def turn_to(self, name: str) -> None:
        """Show the tab of this name."""
        for number, tab in enumerate(self.tabs):
            if tab.name == name:
                self.bar.setCurrentIndex(number)

    def _turn(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        self.turned.emit()
