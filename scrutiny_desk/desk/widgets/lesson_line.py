"""The line under a pane's head that offers to make a rule of what was just corrected; quiet, and gone once left."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QWidget

from scrutiny_desk.desk.actions import keys_of
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.beside import Header
from scrutiny_desk.desk.widgets.inspector import flow
from scrutiny_desk.desk.widgets.parts import button, column, label
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.house_rules import LISTED
from scrutiny_desk.domain.people import Capacity

SAID = {
    (Kind.QUESTIONS, "corrected"): "You corrected a question.",
    (Kind.QUESTIONS, "rejected"): "You said that something is no question.",
    (Kind.QUESTIONS, "added"): "You added a question that was missed.",
    (Kind.UNDERTAKINGS, "rejected"): "You said that something is no undertaking.",
    (Kind.UNDERTAKINGS, "added"): "You added an undertaking that was missed.",
    (Kind.DECISIONS, "added"): "You added a decision that was missed.",
    (Kind.ACTIONS, "added"): "You added an action that was missed.",
}
"""What a person did that a rule can be learnt from, and how it is said."""
SAID_LISTED = "You corrected how {name} is listed."


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody who is in a list of those there, and as what they were there."""

    document_id: int
    person_id: int
    capacity: Capacity


About = tuple[Kind, int] | Listed
"""What was corrected: the kind and id of a finding, or as what somebody was there."""


class LessonLine(QFrame):
    """Hidden until something was corrected. `about` says what, None while there is nothing."""

    def __init__(self, make: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about: About | None = None
        self.setProperty("look", "quote")
        self._said = label("", "soft")
        self.make = button(tr("Make this a rule…"), make, key=keys_of("rule"), compact=True)
        self.close_button = button(tr("Not now"), self.leave, compact=True, look="link")
        lay = column(Header(self._said, flow([self.make, self.close_button], 8)))
        lay.setContentsMargins(theme.px(10), 0, 0, 0)
        self.setLayout(lay)
        self.hide()

    def offer(self, kind: Kind, row_id: int, how: str, council: str | None) -> None:
        """Offer to make a rule of this, for this council, if one can be made of its kind."""
        said = SAID.get((kind, how))
        if said is not None:
            self._offer((kind, row_id), tr(said), council)

    def offer_listed(self, listed: Listed, name: str, council: str | None) -> None:
        """Offer to make a rule of as what somebody was there, if a list can say so."""
        if listed.capacity in LISTED:
            self._offer(listed, tr(SAID_LISTED).replace("{name}", name), council)

    def _offer(self, about: About, said: str, council: str | None) -> None:
        self.about = about
        words = f"{tr('Make this a rule for')} {council or tr('this council')}?"
        self._said.setText(f"{said} {words}")
        self.make.setAccessibleName(words)
        self.setAccessibleName(self._said.text())
        self.show()

    def leave(self) -> None:
        """Offer nothing any more."""
        self.about = None
        self.hide()
