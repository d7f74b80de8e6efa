"""What was noted at a meeting and seems to stand in its minutes too, for a person to join or keep apart."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.dialogs.waiting import WaitingDialog
from scrutiny_desk.desk.stories import noted_words
from scrutiny_desk.desk.widgets.parts import button, card, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.services import noting
from scrutiny_desk.services.noting import Pair


class NotedDialog(WaitingDialog):
    """Every pair of one meeting that waits for a word; it closes when the last is settled."""

    def __init__(self, parent: QWidget, context: Context, meeting_id: int) -> None:
        told = tr(
            "Until you say, each pair is in the register once, as the minutes have it. Joined, it keeps the passage "
            "and your note. Every choice can be undone."
        )
        every = button(tr("All are the same"), lambda: self._settle(True, [pair.noting.id for pair in self.waiting]))
        super().__init__(parent, context, tr("Noted at the meeting, and in the minutes"), told, every)
        self._meeting = meeting_id
        self.fetch()

    def load(self) -> tuple[Pair, ...]:
        """What was noted at this meeting and seems to stand in its minutes."""
        return noting.offered(self._context.library, self._meeting)

    def head(self, waiting: Sequence[Pair]) -> str:
        """How many seem to."""
        if not waiting:
            return tr("Nothing waits for your word")
        return words.count(len(waiting), "seems to be in the minutes", "seem to be in the minutes")

    def card(self, one: Pair) -> QFrame:
        """What was noted, over what the minutes have."""
        same = button(tr("It is the same"), lambda: self._settle(True, [one.noting.id]), compact=True)
        both = button(tr("Keep both"), lambda: self._settle(False, [one.noting.id]), compact=True)
        for made in (same, both):
            made.setAccessibleName(f"{made.text()}: {one.noting.words}")
        kind = tr("Question") if one.noting.kind == "question" else tr("Action")
        return card(
            label(f"{kind}: {one.noting.words}", "strong"), label(noted_words(one.noting), "plain-small"),
            label(tr("The minutes have"), "label"), label(f"“{one.recognised}”", "serif"), row(same, both, 1), gap=6,
        )  # fmt: skip

    def _settle(self, same: bool, ids: list[int]) -> None:
        service = noting.join if same else noting.keep_apart
        self.settle(lambda: service(self._context.library, ids))
