"""A register: a list with its filter, its empty state and its deeds; most panes are one with other columns."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.icons import icon
from scrutiny_desk.desk.models.rows import Column, RowModel
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.flow import FlowLayout
from scrutiny_desk.desk.widgets.parts import label
from scrutiny_desk.desk.widgets.table import RegisterView
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.work import RowSource, View

PAUSE = 180


class FilterBar(QWidget):
    """A field to filter by words, whatever switches a pane adds, and how many rows are left."""

    typed = Signal(str)
    leave: ClassVar[str] = ""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("filter", "soft"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setMinimumWidth(theme.px(230))
        self._count = label("", "small", wrap=False)
        self._lay = FlowLayout(self, theme.px(12))
        self._lay.addWidget(self.field)
        self._lay.addWidget(self._count)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(lambda: self.typed.emit(self.field.text().strip()))
        self.field.textChanged.connect(lambda _text: self._pause.start())

    def add(self, widget: QWidget) -> None:
        """Add a switch."""
        self._lay.removeWidget(self._count)
        self._lay.addWidget(widget)
        self._lay.addWidget(self._count)

    def show_words(self, words: str) -> None:
        """Show words in the field without asking for them again."""
        self.field.blockSignals(True)
        self.field.setText(words)
        self.field.blockSignals(False)

    def say_count(self, words: str) -> None:
        """Say how many rows are shown."""
        self._count.setText(words)


class Register(QWidget):
    """A RegisterView over a RowSource with its empty state; `view` is what is asked for, without the typed words."""

    def __init__(
        self,
        context: Context,
        source: RowSource,
        columns: tuple[Column, ...],
        name: str,
        empty: EmptyState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = RowModel(source, columns, context.jobs, self)
        self.list = RegisterView(self.model, name)
        self.empty = empty
        self._words = ""
        self._base = View()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(empty)
        self._none = EmptyState("filter", tr("Nothing fits this filter"), tr("Clear it to see everything again."))
        self._stack.addWidget(self._none)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.addWidget(self._stack)
        self.model.arrived.connect(self._arrived)

    def ask(self, view: View) -> None:
        """Show what a view asks for."""
        self._base = view
        self.model.show(replace(view, words=" ".join(p for p in (view.words, self._words) if p), order=self._order()))

    def show_view(self, view: View) -> None:
        """Show a view as it was kept, its words and order with it."""
        self._base, self._words = replace(view, words="", order=""), view.words
        self.model.show(view)

    def filter(self, words: str) -> None:
        """Show only rows that hold these words."""
        self._words = words
        self.ask(self._base)

    def entrance(self, otherwise: QWidget) -> QWidget:
        """Where the keyboard belongs on entering: the list, unless it is known to be empty."""
        return self.list if self._stack.currentWidget() is self.list else otherwise

    def _order(self) -> str:
        return self.model.view.order or self._base.order

    def _arrived(self, count: int) -> None:
        if count:
            self._stack.setCurrentWidget(self.list)
            if self.isVisible():
                self.list.choose_first()
        else:
            filtered = self._words or replace(self._base, order="") != View()
            self._stack.setCurrentWidget(self._none if filtered and self._words else self.empty)
