"""Choosing the issues to lay on something; a new issue is one word and Enter away."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QDialog, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.issues import Issue
from scrutiny_desk.services import tagging

NUMBER = Qt.ItemDataRole.UserRole


class TagDialog(QDialog):
    """`done_with` is called with the ids of the issues to lay on; those on it already are ticked."""

    def __init__(
        self, context: Context, parent: QWidget, done_with: Callable[[list[int]], None], question: int | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Tag with issues"))
        self._context, self._done, self._question = context, done_with, question
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(tr("Issues"))
        self.tree.setProperty("look", "list")
        self.tree.setMinimumSize(theme.px(360), theme.px(240))
        self.new = QLineEdit()
        self.new.setPlaceholderText(tr("New issue"))
        self.new.setAccessibleName(tr("New issue"))
        self.new.returnPressed.connect(self._add)
        adder = button(tr("Add"), self._add)
        adder.setAutoDefault(False)
        keep, leave = button(tr("Tag"), self._keep, primary=True), button(tr("Cancel"), self.reject)
        keep.setDefault(True)
        line = row()
        line.addWidget(self.new, 1)
        line.addWidget(adder)
        self.setLayout(
            column(label(tr("Which issues does this belong to?"), "heading"), self.tree, line, row(1, leave, keep),
                   gap=12, margin=20)
        )  # fmt: skip
        self._there: frozenset[int] = frozenset()
        self._fetch()
        self.tree.setFocus()

    def _fetch(self) -> None:
        library, question = self._context.library, self._question
        self._context.jobs.read(
            self,
            lambda: (
                tagging.issues(library),
                frozenset(tag.issue_id for tag in tagging.tags_of_question(library, question))
                if question
                else frozenset(),
            ),
            lambda found: self._fill(*found),
        )

    def _fill(self, issues: tuple[Issue, ...], there: frozenset[int]) -> None:
        ticked = {item.data(0, NUMBER) for item in self._items() if item.checkState(0) is Qt.CheckState.Checked}
        self._there = there
        self.tree.clear()
        made: dict[int, QTreeWidgetItem] = {}
        for issue in issues:
            above = made.get(issue.parent_id or 0)
            item = QTreeWidgetItem(above or self.tree, [issue.name])  # type: ignore[call-overload]
            item.setData(0, NUMBER, issue.id)
            item.setIcon(0, swatch(issue.colour))
            on = issue.id in there or issue.id in ticked
            item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            made[issue.id] = item
        self.tree.expandAll()
        if self.tree.topLevelItemCount():
            self.tree.setCurrentItem(self.tree.topLevelItem(0))
        else:
            self.new.setFocus()

    def _items(self) -> list[QTreeWidgetItem]:
        return self.tree.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)

    def _add(self) -> None:
        name, library = self.new.text().strip(), self._context.library
        if name:
            self._context.jobs.write(self, lambda: tagging.add_issue(library, name), self._added)

    def _added(self, result: tuple) -> None:
        self.new.clear()
        item = QTreeWidgetItem(self.tree, [""])
        item.setData(0, NUMBER, result[0])
        item.setCheckState(0, Qt.CheckState.Checked)
        self._fetch()
        self.tree.setFocus()

    def _keep(self) -> None:
        ticked = {item.data(0, NUMBER) for item in self._items() if item.checkState(0) is Qt.CheckState.Checked}
        if self.new.text().strip():
            self._add()
            return
        off, library, question = sorted(self._there - ticked), self._context.library, self._question
        if off and question is not None:
            self._context.jobs.write(self._context.jobs, lambda: tagging.untag_questions(library, off, [question]))
        if added := sorted(ticked - self._there):
            self._done(added)
        self.accept()


def swatch(colour: str) -> QIcon:
    """A square of an issue's colour."""
    pixmap = QPixmap(theme.px(14), theme.px(14))
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)
