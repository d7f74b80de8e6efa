"""The rules that suggest an issue, in a person's own words: added, taken away, and run over the library."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import box, button, clear, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.issues import Issue
from scrutiny_desk.services import suggesting
from scrutiny_desk.services.suggesting import Told

WIDE, HIGH = 600, 520


class TagRulesDialog(QDialog):
    """The rules of one issue; `like` are the questions chosen behind it, that others may be like."""

    def __init__(self, parent: QWidget, context: Context, issue: Issue, like: list[int]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Rules that suggest this issue"))
        self._context, self._issue, self._like = context, issue, like
        inner = QWidget()
        self._lay = QVBoxLayout(inner)
        self._lay.setContentsMargins(0, 0, theme.px(8), 0)
        self._lay.setSpacing(theme.px(8))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("school transport, “home to school”"))
        self.field.setAccessibleName(tr("Words that questions on this issue hold"))
        self.field.returnPressed.connect(self._add)
        add = button(tr("Add rule"), self._add)
        line = row()
        line.addWidget(self.field, 1)
        line.addWidget(add)
        self.alike = button(tr("Suggest questions like those selected"), self._add_likeness, compact=True)
        self.alike.setEnabled(bool(like))
        look = button(tr("Look through the library again"), self._look)
        close = button(tr("Close"), self.accept, primary=True)
        for made in (add, self.alike, look):
            made.setAutoDefault(False)
        close.setAutoDefault(False)
        self._said = label("", "plain-small")
        self._said.hide()
        told = label(
            tr("Words side by side must all stand in a question, its reply or its item; words in “quotation marks” in "
               "that order; a comma stands between one way of saying it and another; a star ends the beginning of a "
               "word. Rules only suggest: you tag. They look at every paper that comes in."), "soft",
        )  # fmt: skip
        self.setLayout(
            column(label(issue.name, "heading"), told, line, box(row(self.alike, 1)), scroll, self._said,
                   row(look, 1, close), gap=10, margin=20)
        )  # fmt: skip
        self.resize(theme.px(WIDE), min(theme.px(HIGH), parent.window().height() - theme.px(40)))
        self._fetch()
        self.field.setFocus()

    def _fetch(self) -> None:
        library, issue = self._context.library, self._issue.id
        self._context.jobs.read(self, lambda: suggesting.rules(library, issue), self._show)

    def _show(self, rules: tuple[Told, ...]) -> None:
        clear(self._lay)
        for told in rules:
            text = f"{tr('Like')}: “{told.words}”" if told.rule.question_id else told.words
            away = button(tr("Remove"), lambda number=told.rule.id: self._remove(number), compact=True)
            away.setAccessibleName(f"{tr('Remove')}: {text}")
            away.setAutoDefault(False)
            line = row()
            line.addWidget(label(text), 1)
            line.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
            self._lay.addLayout(line)
        if not rules:
            self._lay.addWidget(label(tr("No rules yet."), "soft"))
        self._lay.addStretch(1)

    def _add(self) -> None:
        library, issue, typed = self._context.library, self._issue.id, self.field.text()
        if typed.strip():
            self._context.jobs.write(self, lambda: suggesting.add_rule(library, issue, typed), self._added)

    def _added(self, _change: Change) -> None:
        self.field.clear()
        self._fetch()

    def _add_likeness(self) -> None:
        library, issue, like = self._context.library, self._issue.id, self._like
        self._context.jobs.write(
            self, lambda: suggesting.add_likeness(library, issue, like), lambda _change: self._fetch()
        )

    def _remove(self, rule: int) -> None:
        library = self._context.library
        self._context.jobs.write(self, lambda: suggesting.remove_rule(library, rule), lambda _change: self._fetch())

    def _look(self) -> None:
        library, issue = self._context.library, self._issue.id
        self._context.jobs.write(self, lambda: suggesting.look(library, issue), lambda found: self._say(found[0]))

    def _say(self, found: int) -> None:
        self._said.setText(
            words.count(found, "question is newly suggested", "questions are newly suggested")
            if found
            else tr("Nothing new to suggest.")
        )
        self._said.show()
