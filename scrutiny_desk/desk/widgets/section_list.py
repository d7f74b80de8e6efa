"""The sections of a briefing: shown or left out, in the person's order, under the person's names, with their words."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.drafts import Chosen

PAUSE = 400
"""Milliseconds after the last key before what is typed is kept."""
SECTION = Qt.ItemDataRole.UserRole
FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsUserCheckable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
)


class SectionList(QWidget):
    """The list, its buttons, and the field for the person's own words in the section that is chosen.

    `arranged` says that the sections stand otherwise now; `sections` gives how.
    """

    arranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Sections of the briefing"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.list.setProperty("look", "list")
        self.list.setSpacing(theme.px(2))
        self.list.setMinimumHeight(theme.px(190))
        self.own = QPlainTextEdit()
        self.own.setTabChangesFocus(True)
        self.own.setAccessibleName(tr("Your words in this section"))
        self.own.setPlaceholderText(tr("A paragraph a line. They are marked as your own."))
        self.own.setFixedHeight(theme.px(96))
        self.up = button(tr("Up"), lambda: self.move(-1), compact=True)
        self.down = button(tr("Down"), lambda: self.move(1), compact=True)
        self.add = button(tr("Add section"), self.add_section, compact=True)
        self.up.setToolTip(tr("Move the section up (Alt+Up)"))
        self.down.setToolTip(tr("Move the section down (Alt+Down)"))
        self._words = label(tr("Your words in this section"), "label")
        self.setLayout(
            column(
                label(tr("Sections"), "label"), self.list, row(self.up, self.down, self.add, 1), self._words, self.own
            )
        )
        for key, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=step: self.move(by))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.keep)
        self.list.currentItemChanged.connect(self._chosen)
        self.list.itemChanged.connect(lambda _item: self._changed())
        self.list.model().rowsMoved.connect(lambda *_moved: self._changed())
        self.own.textChanged.connect(self._typed)

    # --- what stands in it

    def show_sections(self, sections: Sequence[Chosen]) -> None:
        """Show these; what is being typed or renamed is left alone."""
        if self._pause.isActive() or self.list.state() == QAbstractItemView.State.EditingState:
            return
        if tuple(sections) == self.sections():
            return
        at = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for chosen in sections:
            self.list.addItem(_item(chosen))
        self.list.setCurrentRow(min(max(at, 0), self.list.count() - 1))
        self.list.blockSignals(False)
        self._chosen(self.list.currentItem(), None)

    def sections(self) -> tuple[Chosen, ...]:
        """The sections as they stand now."""
        return tuple(_read(self.list.item(n)) for n in range(self.list.count()))

    def keep(self) -> None:
        """Say at once what was typed last."""
        if self._pause.isActive():
            self._pause.stop()
            self.arranged.emit()

    # --- deeds

    def move(self, by: int) -> None:
        """Move the chosen section up (-1) or down (1)."""
        at = self.list.currentRow()
        to = at + by
        if at < 0 or not 0 <= to < self.list.count():
            return
        self.list.model().moveRow(QModelIndex(), at, QModelIndex(), to + 1 if by > 0 else to)
        self.list.setCurrentRow(to)

    def add_section(self) -> None:
        """Add a section of the person's own, ready to be named."""
        item = _item(Chosen("", tr("New section")))
        self.list.insertItem(self.list.currentRow() + 1, item)
        self.list.setCurrentItem(item)
        self.list.editItem(item)

    # --- what the person does

    def _chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        self.keep()
        self.own.blockSignals(True)
        self.own.setPlainText("\n".join(item.data(SECTION).own) if item else "")
        self.own.blockSignals(False)
        for part in (self.own, self.up, self.down):
            part.setEnabled(item is not None)

    def _typed(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        own = tuple(line for line in self.own.toPlainText().split("\n") if line.strip())
        self.list.blockSignals(True)
        item.setData(SECTION, replace(item.data(SECTION), own=own))
        self.list.blockSignals(False)
        self._pause.start()

    def _changed(self) -> None:
        self._pause.stop()
        self.arranged.emit()


def _item(chosen: Chosen) -> QListWidgetItem:
    item = QListWidgetItem(chosen.heading or chosen.key)
    item.setFlags(FLAGS)
    item.setData(SECTION, chosen)
    item.setCheckState(Qt.CheckState.Checked if chosen.shown else Qt.CheckState.Unchecked)
    return item


def _read(item: QListWidgetItem) -> Chosen:
    held: Chosen = item.data(SECTION)
    name = " ".join(item.text().split())
    heading = (held.heading if not held.key else "") if name in ("", held.key) else name
    return replace(held, heading=heading, shown=item.checkState() == Qt.CheckState.Checked)
