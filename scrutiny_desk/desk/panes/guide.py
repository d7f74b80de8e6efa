"""What the inspector shows of a document while no mark in it is chosen: what to do, and where its copies differ."""

from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.readings import Copy
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, label
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.questions import QuestionStatus

SHOWN = 12
MATTER = 20
ROOM = 90
OF_A_ROW = frozenset({"status", "asked_by", "answered_by", "made_by", "due"})
"""What says too little without the words of its row."""
WHAT_WORDS = {
    "question": "The question",
    "answer": "The answer",
    "new_answer": "Another answer",
    "status": "Status",
    "asked_by": "Asked by",
    "answered_by": "Answered by",
    "made_by": "Made by",
    "due": "Due",
    "undertaking": "The undertaking",
    "decision": "The decision",
    "missing": "In one version only",
}


def changed_words(what: str, text: str) -> str:
    """A state by its word, a day spelt out, other words as the papers have them."""
    if what == "status" and text in list(QuestionStatus):
        return tr(words.STATUS_WORDS[QuestionStatus(text)])
    return words.day(text) if what == "due" and text else text


class Guide(QWidget):
    """`row` carries what is told otherwise in another version (Changed), `wanted` the Span of a difference to be shown
    in the text, `other` the id of another copy to open, `placing` that the person would settle what has no place in
    this version, `settling` what is read otherwise than they settled it; `unplaced` and `beside` say how many there
    are."""

    wanted = Signal(object)
    other = Signal(int)
    placing = Signal()
    row = Signal(object)
    settling = Signal()

    def __init__(self, notices: tuple[str, ...], copies: tuple[Copy, ...], unplaced: int = 0, beside: int = 0) -> None:
        super().__init__()
        self._lay = QVBoxLayout(self)
        self._lay.setContentsMargins(0, 0, 0, 0)
        self._lay.setSpacing(theme.px(6))
        sentence = tr(
            "Choose a mark in the margin to see why it is there. To add what the program missed, mark the words with "
            "the mouse, or with Shift and the arrows, and say what they are."
        )
        self._lay.addWidget(label(sentence, "soft"))
        for notice in notices:
            self._lay.addWidget(label(notice))
        if unplaced:
            sentence = words.count(
                unplaced, "thing you did with an earlier version wants a place here",
                "things you did with an earlier version want a place here",
            )  # fmt: skip
            self._lay.addWidget(label(sentence, "strong"))
            self._lay.addWidget(button(tr("Choose the place…"), self.placing.emit, compact=True))
        if beside:
            sentence = words.count(
                beside, "thing you settled is read otherwise now", "things you settled are read otherwise now"
            )
            self._lay.addWidget(label(sentence, "strong"))
            self._lay.addWidget(button(tr("Look at it…"), self.settling.emit, compact=True))
        for copy in copies:
            self._copy(copy)
        self._lay.addStretch(1)

    def _copy(self, copy: Copy) -> None:
        self._lay.addSpacing(theme.px(10))
        self._lay.addWidget(label(tr("The same business is also in"), "label"))
        opener = button(copy.where, lambda: self.other.emit(copy.document_id), look="link", compact=True)
        self._lay.addWidget(label(copy.where))
        opener.setText(tr("Open it"))
        opener.setAccessibleName(f"{tr('Open it')}: {copy.where}")
        self._lay.addWidget(opener)
        self._matters(copy)
        if not copy.differences:
            self._lay.addWidget(label(tr("Joined. What both tell is worded alike."), "plain-small"))
            return
        count = words.count(len(copy.differences), "place is worded differently", "places are worded differently")
        self._lay.addWidget(label(f"{tr('Joined.')} {count}; {tr('both are kept.')}", "plain-small"))
        for one in copy.differences[:SHOWN]:
            here, there = one.here or tr("nothing"), one.there or tr("nothing")
            text = f"<b>{escape(here)}</b> {tr('here')}, <b>{escape(there)}</b> {tr('there')}"
            if one.context:
                text += f": “{escape(one.context)}”"
            self._lay.addWidget(label(text, "plain-small", rich=True))
            if one.here_span is not None:
                self._lay.addWidget(self._showing(one.here_span, here))

    def _matters(self, copy: Copy) -> None:
        """What of the differences a person would want to know first, each with a way to its row."""
        if not copy.matters:
            return
        said = words.count(len(copy.matters), "difference that matters", "differences that matter")
        self._lay.addWidget(label(said, "strong"))
        for one in copy.matters[:MATTER]:
            here, there = (changed_words(one.what, text) or tr("nothing") for text in (one.here, one.there))
            text = f"{escape(tr(WHAT_WORDS.get(one.what, one.what)))}: <b>{escape(here)}</b> {tr('here')}, "
            text += f"<b>{escape(there)}</b> {tr('there')}"
            if one.what in OF_A_ROW:
                text += f": “{escape(one.words[:ROOM])}{'…' if len(one.words) > ROOM else ''}”"
            self._lay.addWidget(label(text, "plain-small", rich=True))
            show = button(tr("Show"), lambda one=one: self.row.emit(one), look="link", compact=True)
            show.setAccessibleName(f"{tr('Show')}: {one.words}")
            self._lay.addWidget(show)

    def _showing(self, span: Span, here: str) -> QWidget:
        made = button(tr("Show"), lambda: self.wanted.emit(span), look="link", compact=True)
        made.setAccessibleName(f"{tr('Show')}: {here}")
        return made
