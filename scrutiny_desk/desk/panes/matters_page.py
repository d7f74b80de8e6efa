"""Matters arising: one page for the chair with what is late, due, new and closed since the committee last met."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.bars import NewsRow, line_up
from scrutiny_desk.desk.widgets.parts import card, clear, label, scrolled
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.deadlines import Lateness
from scrutiny_desk.domain.registers import Entry
from scrutiny_desk.services import matters, registers

HEADINGS = (
    ("late", "Late", "Nothing is past its day."),
    ("due", "Falls due soon", "Nothing falls due soon."),
    ("new", "New since then", "Nothing new is open."),
    ("closed", "Closed since then", "Nothing was answered, kept or replied to since then."),
    ("waiting", "Still open", "Nothing else is open."),
)
MOST = 40
"""How many are shown under one heading; the rest are told by their number."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the page shows: the day since which, and under each heading how many there are and the first of them."""

    since: str
    until: str
    counts: dict[str, int]
    entries: dict[str, list[Entry]]


def gather(library, committee: str | None, today: str, nation: str) -> Gathered:  # noqa: ANN001 - the store's class
    """What arises for a committee, or for all."""
    found = matters.arising(library, committee, today=today)
    things = {name: getattr(found, name) for name, _heading, _none in HEADINGS}
    shown = {name: registers.entries(library, held[:MOST], today=today, nation=nation) for name, held in things.items()}
    return Gathered(found.since, found.until, {name: len(held) for name, held in things.items()}, shown)


class MattersPage(QWidget):
    """A card for each heading; `chosen` learns the row that is clicked."""

    def __init__(self, context: Context, chosen: Callable[[Kind, int], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._chosen = context, chosen
        self._since = label("", "soft")
        inner = QWidget()
        self._cards = QVBoxLayout(inner)
        self._cards.setContentsMargins(0, theme.px(8), theme.px(8), theme.px(8))
        self._cards.setSpacing(theme.px(14))
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, theme.px(8), 0, 0)
        lay.addWidget(self._since)
        lay.addWidget(scrolled(inner), 1)

    def ask(self, committee: str | None) -> None:
        """Gather anew, for a committee or for all."""
        library, today, nation = self._context.library, self._context.today(), self._context.settings["nation"]
        self._context.jobs.read(self, lambda: gather(library, committee, today, nation), self._fill, key="matters")

    def _fill(self, found: Gathered | None) -> None:
        if found is None:
            return
        said = tr("Since the last meeting, on {since}; due means by {until}.")
        self._since.setText(said.replace("{since}", words.day(found.since)).replace("{until}", words.day(found.until)))
        clear(self._cards)
        for name, heading, none in HEADINGS:
            self._cards.addWidget(self._card(tr(heading), tr(none), found.counts[name], found.entries[name]))
        self._cards.addStretch(1)

    def _card(self, heading: str, none: str, count: int, entries: list[Entry]) -> QFrame:
        made = card(label(f"{heading} · {count:,}" if count else heading, "heading"), gap=4)
        lay = made.layout()
        if not entries:
            lay.addWidget(label(none, "soft"))
        for entry in entries:
            said, tone = _chip(entry)
            go = partial(self._chosen, entry.kind, entry.id)
            lay.addWidget(NewsRow(said, tone, entry.text, _under(entry), go, lines=2))
        line_up(made.findChildren(NewsRow))
        if count > len(entries):
            lay.addWidget(label(f"{tr('And')} {count - len(entries):,} {tr('more; the lists have them all.')}", "soft"))
        return made


def _chip(entry: Entry) -> tuple[str, str]:
    if not entry.open:
        return f"{tr('closed')} {words.short_day(entry.settled_on)}".strip(), "good"
    if entry.lateness in (Lateness.LATE, Lateness.VERY_LATE):
        return words.count(entry.late, "working day late", "working days late"), "late"
    if entry.due:
        return f"{tr('due')} {words.short_day(entry.due)}", "due"
    return tr("no day set"), "quiet"


def _under(entry: Entry) -> str:
    parts = [entry.owner or tr("owner not recorded")]
    where = ", ".join(part for part in (entry.committee, words.short_day(entry.asked_on)) if part)
    if where:
        parts.append(where)
    if entry.chased:
        chased = words.count(entry.chased, "chaser", "chasers")
        parts.append(f"{chased}, {tr('the last on')} {words.short_day(entry.chased_on)}")
    if entry.moved:
        parts.append(words.count(entry.moved, "move of its day", "moves of its day"))
    return " · ".join(parts)
