"""Choosing where in a new version something belongs that fits two places, and seeing what found none."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.dialogs.waiting import WaitingDialog
from scrutiny_desk.desk.widgets.parts import button, card, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.services import placing
from scrutiny_desk.services.placing import Choice, ToPlace

OWNER_WORDS = {
    "tag": "Tag",
    "note": "Note",
    "question": "Question",
    "undertaking": "Undertaking",
    "decision": "Decision",
    "action": "Action",
}


class PlacingDialog(WaitingDialog):
    """Everything of one new version that waits for a place, a card each; it closes when the last is settled."""

    def __init__(self, parent: QWidget, context: Context, document_id: int) -> None:
        told = tr("What you did with the old version stays there whatever you choose. Every choice can be undone.")
        self.leave_all = button(tr("Leave all with the old version"), self._leave_all)
        super().__init__(parent, context, tr("What wants a place in this version"), told, self.leave_all)
        self._document = document_id
        self.fetch()

    def load(self) -> tuple[ToPlace, ...]:
        """What of the old version fits two places in the new one, or none."""
        return placing.to_place(self._context.library, self._document)

    def head(self, waiting: Sequence[ToPlace]) -> str:
        """How many fit two places, and how many none."""
        self.leave_all.setEnabled(bool(waiting))
        if not waiting:
            return tr("Everything has its place")
        twice = sum(1 for one in waiting if one.choices)
        parts = [words.count(twice, "fits two places", "fit more than one place")] if twice else []
        if twice < len(waiting):
            parts.append(words.count(len(waiting) - twice, "is not in this version", "are not in this version"))
        return ", ".join(parts)

    def card(self, one: ToPlace) -> QFrame:
        """What wants a place, and the places that it fits."""
        made = card(label(f"{tr(OWNER_WORDS[one.owner])}: {one.words}", "label"), gap=6)
        lay = made.layout()
        if one.quote != one.words:
            lay.addWidget(label(f"“{one.quote}”"))
        for number, choice in enumerate(one.choices):
            lay.addWidget(label(self._where(choice), "plain-small"))
            here = button(tr("Put it here"), lambda n=number: self._place(one, n), compact=True)
            here.setAccessibleName(f"{tr('Put it here')}: {tr('paragraph')} {choice.paragraph}")
            show = button(tr("Show"), lambda c=choice: self._go(one.document_id, c.spans[0].block), compact=True)
            show.setAccessibleName(f"{tr('Show')}: {tr('paragraph')} {choice.paragraph}")
            lay.addLayout(row(here, show, 1))
        if not one.choices:
            lay.addWidget(label(tr("These words are not in the new version."), "plain-small"))
        old = button(tr("Show the old version"), lambda: self._go(one.old_document_id, None), look="link", compact=True)
        leave = button(tr("Leave it there"), lambda: self._leave((one.id,)), compact=True)
        leave.setAccessibleName(f"{tr('Leave it there')}: {one.words}")
        old.setAccessibleName(f"{tr('Show the old version')}: {one.words}")
        lay.addLayout(row(leave, old, 1))
        return made

    def _where(self, choice: Choice) -> str:
        page = f"{tr('page')} {choice.page}, " if choice.page else ""
        before = f"… {choice.before.strip()} " if choice.before.strip() else ""
        after = f" {choice.after.strip()} …" if choice.after.strip() else ""
        return f"{page}{tr('paragraph')} {choice.paragraph}: {before}[{choice.words}]{after}"

    def _place(self, one: ToPlace, choice: int) -> None:
        self.settle(lambda: placing.place(self._context.library, one.id, choice))

    def _leave(self, ids: tuple[int, ...]) -> None:
        self.settle(lambda: placing.leave(self._context.library, ids))

    def _leave_all(self) -> None:
        self._leave(tuple(one.id for one in self.waiting))

    def _go(self, document_id: int, block: int | None) -> None:
        self._context.go(Place("reader", id=document_id, block=block))
