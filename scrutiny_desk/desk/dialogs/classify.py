"""Saying who may see a document; lowering it needs a reason, which the history keeps."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.documents import Classification


class ClassifyDialog(QDialog):
    """`keep` is called with the classification and the reason."""

    def __init__(self, parent: QWidget, present: Classification, keep: Callable[[Classification, str], None]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Who may see it"))
        self._keep = keep
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Who may see it"))
        for classification in Classification:
            self.choice.addItem(tr(words.CLASS_WORDS[classification]), classification)
        self.choice.setCurrentIndex(list(Classification).index(present))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setPlaceholderText(tr("such as: published with the agenda"))
        self.reason.setMinimumWidth(theme.px(380))
        done, leave = button(tr("Keep"), self._done, primary=True), button(tr("Cancel"), self.reject)
        done.setDefault(True)
        self.setLayout(
            column(
                label(tr("Who may see this paper?"), "heading"),
                label(tr("What is not classified, exempt or confidential goes into no public briefing."), "soft"),
                self.choice, label(tr("Reason (needed to open it up)"), "label"), self.reason, row(1, leave, done),
                gap=10, margin=20,
            )
        )  # fmt: skip

    def _done(self) -> None:
        self._keep(self.choice.currentData(), self.reason.text().strip())
        self.accept()
