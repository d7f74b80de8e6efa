"""What was noted at a meeting and seems to stand in its minutes too, for a person to join or keep apart."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.stories import noted_words
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, card, clear, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.services import noting
from scrutiny_desk.services.noting import Pair

WIDE, HIGH = 620, 560


class NotedDialog(QDialog):
    """Every pair of one meeting that waits for a word; it closes when the last is settled."""

    def __init__(self, parent: QWidget, context: Context, meeting_id: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Noted at the meeting, and in the minutes"))
        self._context, self._meeting = context, meeting_id
        self.waiting: tuple[Pair, ...] = ()
        self._heading = label("", "heading")
        inner = QWidget()
        self._lay = QVBoxLayout(inner)
        self._lay.setContentsMargins(0, 0, theme.px(8), 0)
        self._lay.setSpacing(theme.px(12))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        every = button(tr("All are the same"), lambda: self._settle(True, self._ids()))
        close = button(tr("Close"), self.accept, primary=True)
        told = label(
            tr("Until you say, each pair is in the register once, as the minutes have it. Joined, it keeps the passage "
               "and your note. Every choice can be undone."), "soft"
        )  # fmt: skip
        self.setLayout(column(self._heading, told, scroll, row(every, 1, close), gap=10, margin=20))
        self.resize(theme.px(WIDE), min(theme.px(HIGH), parent.window().height() - theme.px(40)))
        self._fetch()

    def _ids(self) -> list[int]:
        return [pair.noting.id for pair in self.waiting]

    def _fetch(self) -> None:
        library, number = self._context.library, self._meeting
        self._context.jobs.read(self, lambda: noting.offered(library, number), self._show)

    def _show(self, waiting: tuple[Pair, ...]) -> None:
        had, self.waiting = bool(self.waiting), waiting
        clear(self._lay)
        if not waiting:
            self._heading.setText(tr("Nothing waits for your word"))
            if had:
                self.accept()
            return
        self._heading.setText(words.count(len(waiting), "seems to be in the minutes", "seem to be in the minutes"))
        for pair in waiting:
            self._lay.addWidget(self._card(pair))
        self._lay.addStretch(1)

    def _card(self, pair: Pair) -> QFrame:
        same = button(tr("It is the same"), lambda: self._settle(True, [pair.noting.id]), compact=True)
        both = button(tr("Keep both"), lambda: self._settle(False, [pair.noting.id]), compact=True)
        for made in (same, both):
            made.setAccessibleName(f"{made.text()}: {pair.noting.words}")
        kind = tr("Question") if pair.noting.kind == "question" else tr("Action")
        return card(
            label(f"{kind}: {pair.noting.words}", "strong"), label(noted_words(pair.noting), "plain-small"),
            label(tr("The minutes have"), "label"), label(f"“{pair.recognised}”", "serif"), row(same, both, 1), gap=6,
        )  # fmt: skip

    def _settle(self, same: bool, ids: list[int]) -> None:
        library, service = self._context.library, noting.join if same else noting.keep_apart
        self._context.jobs.write(self, lambda: service(library, ids), lambda _change: self._fetch())
