"""Follow-up: matters arising, recommendations, whose it is, the figures, and the tracker as a spreadsheet."""

from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.panes.base import header
from scrutiny_desk.desk.panes.deeds import FindingDeeds
from scrutiny_desk.desk.panes.figures_page import FiguresPage
from scrutiny_desk.desk.panes.matters_page import MattersPage
from scrutiny_desk.desk.panes.owners_page import OwnersPage
from scrutiny_desk.desk.panes.recommendations_page import RecommendationsPage
from scrutiny_desk.desk.panes.sheet_page import SheetPage
from scrutiny_desk.desk.panes.tabs import Tab, Tabs
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.parts import button
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import calendars, meetings
from scrutiny_desk.services.times import now

MATTERS, RECOMMENDED, OWNERS, FIGURES, SHEET = (
    "Matters arising", "Recommendations", "Whose it is", "Figures", "Spreadsheet",
)  # fmt: skip


class FollowingPane(FindingDeeds):
    """Tabs over one committee, or over all of them; a row that is clicked is told of, with what can be done with it."""

    register = "following"
    concerns = (Kind.QUESTIONS, Kind.UNDERTAKINGS, Kind.ACTIONS, Kind.DECISIONS, Kind.PEOPLE, Kind.MEETINGS)
    comfort = 560

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._chosen: tuple[Kind, list[int]] = (Kind.QUESTIONS, [])
        self.committee = DropDown()
        self.committee.setAccessibleName(tr("Committee"))
        self.committee.addItem(tr("All committees"), None)
        self.committee.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        dates = button(tr("Dates for a calendar…"), self._ask_dates, icon_name="calendar-event")
        dates.setToolTip(tr("Meetings and what falls due, as a file (.ics) that any calendar program takes in"))
        head, _title, _under = header(
            tr("Follow-up"), tr("What has become of what was asked, promised and recommended."), self.committee, dates
        )
        self.body.addWidget(head)
        self.matters, self.owners = MattersPage(context, self._choose), OwnersPage(context)
        self.recommended = RecommendationsPage(context, lambda number: self._choose(Kind.DECISIONS, number))
        self.figures, self.sheet = FiguresPage(context), SheetPage(context, self._say)
        self.tabs = Tabs(
            (
                Tab(MATTERS, self.matters),
                Tab(RECOMMENDED, self.recommended),
                Tab(OWNERS, self.owners),
                Tab(FIGURES, self.figures),
                Tab(SHEET, self.sheet),
            ),
            tr("What is followed up"),
        )
        self.body.addWidget(self.tabs, 1)
        self.tabs.turned.connect(self._turned)
        self.committee.currentIndexChanged.connect(lambda _n: self._ask())

    def show_place(self, place: Place) -> None:
        """Show the tab and the committee that the place names."""
        if place.tab:
            self.tabs.turn_to(place.tab)
        library = self.context.library
        self.context.jobs.read(
            self, lambda: meetings.committees(library), lambda found: self._committees(found, place.words)
        )

    def _committees(self, found: tuple[str, ...] | list[str], wanted: str) -> None:
        present = wanted or self.committee.currentData()
        self.committee.blockSignals(True)
        while self.committee.count() > 1:
            self.committee.removeItem(1)
        for name in found:
            self.committee.addItem(name, name)
        self.committee.setCurrentIndex(max(self.committee.findData(present), 0))
        self.committee.blockSignals(False)
        self._ask()

    def refresh(self, _change: Change) -> None:
        """Ask again."""
        self._ask()

    def _ask(self) -> None:
        self.tabs.shown.widget.ask(self.committee.currentData())

    def _choose(self, kind: Kind, number: int) -> None:
        self._chosen = (kind, [number])
        self.tell(kind, number)

    def chosen(self) -> tuple[Kind, list[int]]:
        """The row that was clicked last."""
        return self._chosen

    def _turned(self) -> None:
        self._chosen = (Kind.QUESTIONS, [])
        self.told.emit(None)
        self.abilities.emit()
        self._ask()

    def first_focus(self) -> QWidget:
        """The tabs."""
        return self.tabs.bar

    def _say(self, sentence: str) -> None:
        banner = getattr(self.window(), "banner", None)
        if banner is not None:
            banner.say(sentence)

    def _ask_dates(self) -> None:
        dialog = QFileDialog(self, tr("Dates for a calendar"), f"{self.context.path.stem}.ics", tr("Calendar (*.ics)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.fileSelected.connect(self.write_dates)
        dialog.open()

    def write_dates(self, path: str) -> None:
        """Write the calendar to this file."""
        from pathlib import Path

        library = self.context.library
        self.context.jobs.read(
            self,
            lambda: calendars.write(library, Path(path), now()),
            lambda _done: self._say(f"{tr('The dates are written to')} {path}."),
            failed=lambda trouble: self._say(_both(trouble)),
        )


def _both(trouble: Trouble) -> str:
    return f"{trouble.sentence} {trouble.remedy}".strip()
