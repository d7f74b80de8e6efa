"""Lets the inspector tell of whatever the present pane has chosen, fetched off the main thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.panes.base import Pane
from scrutiny_desk.desk.stories import Passage, Story, story
from scrutiny_desk.desk.widgets.inspector import Inspector
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.troubles import Trouble


class Teller(QObject):
    """Stands between the panes and the inspector; `present` says which pane is shown."""

    def __init__(self, context: Context, inspector: Inspector, present: Callable[[], Pane | None]) -> None:
        super().__init__(inspector)
        self._context, self._inspector, self._present = context, inspector, present
        self.told: tuple[Kind, int] | None = None
        inspector.passage_wanted.connect(self._open)

    def rest(self) -> None:
        """Nothing is chosen."""
        self.told = None
        self._inspector.say(tr("Nothing is chosen"), tr("Choose a row to see where it comes from and why it is here."))

    def tell(self, pane: Pane, subject: object) -> None:
        """Tell of (Kind, id), show a QWidget of the pane's own, or rest where there is nothing."""
        if pane is not self._present():
            return
        if isinstance(subject, QWidget):
            self.told = None
            self._inspector.show_widget(subject, getattr(subject, "foot", None))
        elif isinstance(subject, tuple):
            self.told = subject
            library, (kind, thing) = self._context.library, subject
            self._context.jobs.read(
                self, lambda: story(library, kind, thing), self._show, key="inspector", failed=self._gone
            )
        else:
            self.rest()

    def again(self) -> None:
        """Something changed: tell of the same again."""
        pane = self._present()
        if self.told is not None and pane is not None:
            self.tell(pane, self.told)

    def _show(self, found: Story | None) -> None:
        pane = self._present()
        if found is not None and self.told == (found.kind, found.id) and pane is not None:
            self._inspector.show_story(found, tuple(deed for deed in pane.deeds() if deed in pane.able()))

    def _gone(self, trouble: Trouble) -> None:
        self._inspector.say(trouble.sentence, trouble.remedy)

    def _open(self, passage: Passage) -> None:
        self._context.go(Place("reader", id=passage.document_id, finding=self.told, block=passage.block))
