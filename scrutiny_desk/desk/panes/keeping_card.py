"""The desk's list of meetings whose papers were to be kept no longer, for review; nothing is deleted by itself."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.widgets.bars import NewsRow
from scrutiny_desk.desk.widgets.parts import button, card, label
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.meetings import Meeting

SHOWN = 6


def past_keeping(parent: QWidget, context: Context, found: Sequence[tuple[Meeting, str]]) -> QFrame:
    """A card with the first few, each leading to its meeting, and a button to look through all of them."""
    made = card(label(tr("To be kept no longer"), "heading"), gap=8)
    lay = made.layout()
    said = words.count(len(found), "meeting is past its day", "meetings are past their day")
    lay.addWidget(label(f"{said}. {tr('Nothing is deleted by itself.')}", "soft"))
    for meeting, until in found[:SHOWN]:
        name = f"{meeting.committee or tr('Committee not known')}, {words.day(meeting.date)}"
        kept = f"{tr('until')} {words.short_day(until)}"
        lay.addWidget(NewsRow(kept, "due", name, "", lambda number=meeting.id: context.go(Place("meeting", id=number))))

    def look() -> None:
        from scrutiny_desk.desk.dialogs.retention import RetentionDialog

        RetentionDialog(parent.window(), context).open()

    lay.addWidget(button(tr("Look through them…"), look, compact=True), 0, Qt.AlignmentFlag.AlignLeft)
    return made
