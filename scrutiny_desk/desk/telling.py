"""Lets the inspector tell of whatever the present pane has chosen, fetched off the main thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.panes.base import Pane
from scrutiny_desk.desk.passages import Passage
from scrutiny_desk.desk.stories import Offered, Story, offered, offered_to_undertaking, story
from scrutiny_desk.desk.widgets.inspector import Inspector
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.undertakings import State
from scrutiny_desk.services import answering, noting, undertakings
from scrutiny_desk.services.answering import Offer

REST = 400
"""How long a question must have been told of before later papers are searched for it: not for each one passed by."""
SETTLE = 150
"""While one is chosen after another within so many milliseconds, as a list is gone down or filtered by each letter
typed, only the first and the last are told of: to set the inspector anew takes as long as to paint the list."""


class Teller(QObject):
    """Stands between the panes and the inspector; `present` says which pane is shown."""

    def __init__(self, context: Context, inspector: Inspector, present: Callable[[], Pane | None]) -> None:
        super().__init__(inspector)
        self._context, self._inspector, self._present = context, inspector, present
        self.told: tuple[Kind, int] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(REST)
        self._pause.timeout.connect(self._ask_offers)
        self._shown: tuple[Kind, int] | None = None
        self._late = False
        self._settle_down = QTimer(self)
        self._settle_down.setSingleShot(True)
        self._settle_down.setInterval(SETTLE)
        self._settle_down.timeout.connect(self._ask_late)
        inspector.passage_wanted.connect(self._open)
        inspector.offer_taken.connect(self._take)
        inspector.offer_refused.connect(self._refuse)
        inspector.offer_keeps.connect(self._keep)
        inspector.noted_settled.connect(self._settle)

    def rest(self) -> None:
        """Nothing is chosen."""
        self.told = self._shown = None
        self._inspector.say(tr("Nothing is chosen"), tr("Choose a row to see where it comes from and why it is here."))

    def tell(self, pane: Pane, subject: object) -> None:
        """Tell of (Kind, id), show a QWidget of the pane's own, or rest where there is nothing."""
        if pane is not self._present():
            return
        if isinstance(subject, QWidget):
            self.told = self._shown = None
            self._inspector.show_widget(subject, getattr(subject, "foot", None))
        elif isinstance(subject, tuple):
            self.told = subject
            self._late = self._settle_down.isActive() and not self._context.jobs.inline
            if not self._late:
                self._ask()
            self._settle_down.start()
        else:
            self.rest()

    def again(self) -> None:
        """Something changed: tell of the same again."""
        if self.told is not None and self._present() is not None:
            self._ask()

    def _ask(self) -> None:
        if self.told is None:
            return
        library, (kind, thing) = self._context.library, self.told
        self._context.jobs.read(
            self, lambda: story(library, kind, thing), self._show, key="inspector", failed=self._gone, yielding=True
        )

    def _ask_late(self) -> None:
        if self._late and self.told != self._shown:
            self._ask()

    def _show(self, found: Story | None) -> None:
        pane = self._present()
        if found is not None and self.told == (found.kind, found.id) and pane is not None:
            self._shown = self.told
            able = pane.able()
            self._inspector.show_story(found, tuple(deed for deed in pane.deeds() if deed in able))
            self._pause.start()

    def _ask_offers(self) -> None:
        if self.told is None or self.told[0] not in (Kind.QUESTIONS, Kind.UNDERTAKINGS):
            return
        library, told = self._context.library, self.told
        find = offered if told[0] is Kind.QUESTIONS else offered_to_undertaking
        self._context.jobs.read(
            self,
            lambda: (told, find(library, told[1])),
            self._show_offers,
            key="offers",
            failed=_nothing,
            patient=True,
        )

    def _show_offers(self, found: tuple[tuple[Kind, int], tuple[Offered, ...]] | None) -> None:
        if found is not None and self.told == found[0]:
            self._inspector.show_offers(found[1])

    def _keep(self, undertaking_id: int) -> None:
        library, kind = self._context.library, Kind.UNDERTAKINGS
        self._context.jobs.write(self, lambda: undertakings.set_state(library, kind, [undertaking_id], State.DONE))

    def _take(self, offer: Offer, status: QuestionStatus) -> None:
        library = self._context.library
        self._context.jobs.write(self, lambda: answering.take(library, offer, status))

    def _refuse(self, offer: Offer) -> None:
        library = self._context.library
        self._context.jobs.write(self, lambda: answering.refuse(library, offer), lambda _done: self._ask_offers())

    def _settle(self, noting_id: int, same: bool) -> None:
        library, service = self._context.library, noting.join if same else noting.keep_apart
        self._context.jobs.write(self, lambda: service(library, [noting_id]))

    def _gone(self, trouble: Trouble) -> None:
        self._inspector.say(trouble.sentence, trouble.remedy)

    def _open(self, passage: Passage) -> None:
        self._context.go(Place("reader", id=passage.document_id, finding=self._shown, block=passage.block))


def _nothing(_trouble: Trouble) -> None:
    """The thing told of is gone; there is nothing to offer."""
