"""The register of recommendations: each with the executive's reply, when it is due, and how far it has come."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.dialogs.recommending import ProgressDialog, PutDialog, ReplyToDialog
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.choices import KEY, ChoiceList
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.inspector import flow
from scrutiny_desk.desk.widgets.parts import button
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.recommendations import Progress, Response
from scrutiny_desk.domain.registers import Entry, Register
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import recommendations, registers

Row = tuple[Entry, Response]


class RecommendationsPage(QWidget):
    """A list, and what can be said of those that are chosen; `chosen` learns the one in front."""

    def __init__(self, context: Context, chosen: Callable[[int], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._chosen = context, chosen
        self._committee: str | None = None
        self.awaited = QCheckBox(tr("Only those whose reply is awaited"))
        self.awaited.toggled.connect(lambda _on: self.ask(self._committee))
        self.list = ChoiceList(tr("Recommendations"))
        self.list.setSelectionMode(ChoiceList.SelectionMode.ExtendedSelection)
        self.list.picked.connect(lambda number: chosen(int(str(number))))
        self.list.currentItemChanged.connect(lambda item, _old: chosen(item.data(KEY)) if item else None)
        self.list.itemSelectionChanged.connect(self._fit)
        self._buttons = [
            button(tr("Put to the executive…"), lambda: self._say(PutDialog), compact=True),
            button(tr("The reply…"), lambda: self._say(ReplyToDialog), compact=True),
            button(tr("Progress…"), lambda: self._say(ProgressDialog), compact=True),
        ]
        self.empty = EmptyState(
            "gavel", tr("No recommendations here"),
            tr("What a committee recommended to the executive is found in minutes, and its reply is followed here."),
        )  # fmt: skip
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, theme.px(10), 0, 0)
        lay.setSpacing(theme.px(10))
        lay.addWidget(self.awaited)
        lay.addWidget(self.list, 1)
        lay.addWidget(self.empty, 1)
        lay.addWidget(flow(self._buttons))
        self._fit()

    def ask(self, committee: str | None) -> None:
        """List anew, of a committee or of all."""
        self._committee = committee
        library, today, awaited = self._context.library, self._context.today(), self.awaited.isChecked()
        nation = self._context.settings["nation"]
        self._context.jobs.read(
            self, lambda: _gather(library, committee, today, nation, awaited=awaited), self._fill, key="recommendations"
        )

    def _fill(self, rows: list[Row] | None) -> None:
        if rows is None:
            return
        kept = self.ids()
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.list.blockSignals(True)
        self.list.fill([(entry.id, entry.text, _told(entry, response)) for entry, response in rows])
        for number in range(self.list.count()):
            self.list.item(number).setSelected(self.list.item(number).data(KEY) in kept)
        self.list.blockSignals(False)
        self._fit()

    def ids(self) -> list[int]:
        """The recommendations that are chosen."""
        return [item.data(KEY) for item in self.list.selectedItems()]

    def _fit(self) -> None:
        for made in self._buttons:
            made.setEnabled(bool(self.ids()))

    def _say(self, dialog: type) -> None:
        dialog(self._context, self, self.ids()).open()


def _gather(library, committee: str | None, today: str, nation: str, *, awaited: bool) -> list[Row]:  # noqa: ANN001 - the store's class
    things = registers.ids(library, Register.RECOMMENDATIONS, View(committee=committee, outstanding=awaited))
    entries = registers.entries(library, things, today=today, nation=nation)
    responses = recommendations.load(library, [entry.id for entry in entries])
    return [(entry, responses[entry.id]) for entry in entries]


def _told(entry: Entry, response: Response) -> str:
    said = recommendations.WORDS[response.reply].capitalize()
    if response.progress is not Progress.NOT_STARTED:
        said += f", {recommendations.PROGRESS[response.progress]}"
    parts = [tr(said)]
    if response.put_to:
        parts.append(f"{tr('put to')} {response.put_to}")
    if entry.open and response.due:
        late = words.count(entry.late, "working day late", "working days late")
        parts.append(f"{tr('reply due')} {words.short_day(response.due)}" + (f", {late}" if entry.late else ""))
    elif response.replied_on:
        parts.append(f"{tr('replied on')} {words.short_day(response.replied_on)}")
    parts.append(", ".join(p for p in (entry.committee, words.short_day(entry.asked_on)) if p))
    return " · ".join(part for part in parts if part)
