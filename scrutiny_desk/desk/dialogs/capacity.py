"""In what capacity somebody was at a meeting: member, officer, witness; said where the paper was misread."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.dialogs.fields import FormDialog, choice
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.people import Appearance, Capacity, Person
from scrutiny_desk.services import people


class CapacityDialog(FormDialog):
    """Which appearance, and as what; `shown` says in words where each was, `kept` learns what was put right."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        person: Person,
        appearances: Sequence[Appearance],
        shown: Sequence[str],
        kept: Callable[[Appearance, Capacity], object],
    ) -> None:
        super().__init__(parent, tr("Was there as"), f"{person.name} {tr('was there as')}", tr("Keep"))
        self._context, self._person, self._appearances = context, person, tuple(appearances)
        self._kept = kept
        self.at = DropDown()
        self.at.addItems(list(shown))
        self.at.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.at.setMinimumContentsLength(40)
        self.as_what = choice(words.CAPACITY_WORDS)
        self.at.currentIndexChanged.connect(self._show)
        self.add(tr("At"), self.at)
        self.add(tr("As"), self.as_what)
        self._show(0)

    def _show(self, number: int) -> None:
        """Show as what the library has them there."""
        self.as_what.setCurrentIndex(max(self.as_what.findData(self._appearances[number].capacity), 0))

    def keep(self) -> None:
        """Keep it, as one step that can be undone."""
        seen, library, person = self._appearances[self.at.currentIndex()], self._context.library, self._person.id
        capacity = Capacity(self.as_what.currentData())
        if capacity is not seen.capacity:
            kept = self._kept
            self._context.jobs.write(
                self._context.jobs,
                lambda: people.set_capacity(library, person, seen.document_id, capacity),
                lambda _change: kept(seen, capacity),
            )
        self.accept()
