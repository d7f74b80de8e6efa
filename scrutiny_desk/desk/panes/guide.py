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

SHOWN = 12


class Guide(QWidget):
    """`wanted` carries the Span of a difference to be shown in the text, `other` the id of another copy to open,
    `placing` that the person would settle what has no place in this version, `settling` what is read otherwise than
    they settled it; `unplaced` and `beside` say how many there are."""

    wanted = Signal(object)
    other = Signal(int)
    placing = Signal()
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

    def _showing(self, span: Span, here: str) -> QWidget:
        made = button(tr("Show"), lambda: self.wanted.emit(span), look="link", compact=True)
        made.setAccessibleName(f"{tr('Show')}: {here}")
        return made
