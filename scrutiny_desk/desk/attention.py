"""What needs attention, gathered in one go off the main thread."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from scrutiny_desk.desk import words
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.domain.meetings import Meeting
from scrutiny_desk.domain.work import CancelCheck, Cancelled, RowSource, View
from scrutiny_desk.services import figures, meetings, noting, personal, placing, proposals, tables
from scrutiny_desk.services.figures import Figures
from scrutiny_desk.services.working_days import working_days

T = TypeVar("T")
DUE_SHOWN = 5
"""How many undertakings the desk shows, those due first in front; the list of undertakings has them all."""


@dataclass(frozen=True, slots=True)
class Owes:
    """A witness who still owes answers: how many, and how many working days the oldest is old."""

    person_id: int
    name: str
    post: str
    outstanding: int
    age: int | None


@dataclass(frozen=True, slots=True)
class Due:
    """An open undertaking."""

    id: int
    text: str
    owed_by: str
    due: str | None
    late: bool


@dataclass(frozen=True, slots=True)
class Attention:
    """Everything the desk shows."""

    figures: Figures
    owing: tuple[Owes, ...]
    review: tuple[tuple[int, str, int], ...]
    due: tuple[Due, ...]
    undated: int
    latest: tuple[tuple[int, str, str], ...]
    unplaced: tuple[tuple[int, str, int], ...]
    beside: tuple[tuple[int, str, int], ...]
    past_keeping: tuple[tuple[Meeting, str], ...]
    next_meeting: Meeting | None
    days_to_it: int | None
    owed_by: tuple[int, int] = (0, 0)
    noted: tuple[tuple[int, str, int], ...] = ()
    papers: int = 0

    def owed_words(self) -> str:
        """Who owes what is outstanding: "from 3 witnesses, 2 with no witness named"."""
        witnesses, unnamed = self.owed_by
        parts = []
        if witnesses:
            parts.append(f"{tr('from')} {words.count(witnesses, 'witness', 'witnesses')}")
        if unnamed:
            parts.append(f"{unnamed:,} {tr('with no witness named')}")
        return ", ".join(parts)

    def review_words(self) -> str:
        """Where what is to be reviewed was found."""
        if not self.figures.to_review:
            return tr("everything has your word")
        return f"{tr('in')} {words.count(self.papers, 'paper', 'papers')}"


def _stays() -> bool:
    return False


def attention(library, today: str, nation: str, left: CancelCheck = _stays) -> Attention:  # noqa: ANN001 - the store's
    """Gather it; `today` is ISO, `nation` says whose bank holidays are kept. Once nobody looks (`left`) it is given up
    between two questions asked of the library, for what is looked at instead wants to be asked."""
    held = tables.rows(library, Kind.MEETINGS)
    coming = held.ids(View(since=today, order="date"))
    meeting = meetings.get(library, coming[0]) if coming else None
    papers = tables.rows(library, Kind.DOCUMENTS)
    counted = _unless(left, lambda: figures.figures(library, today))
    waiting, to_review = _unless(left, lambda: figures.papers_to_review(library))
    latest = papers.ids(View(order="-imported_at"))[:3]
    unplaced = Counter(one.document_id for one in placing.to_place(library))
    beside = proposals.waiting(library)
    named = _names(papers, [*latest, *unplaced, *beside, *(figure.document_id for figure in waiting)])
    owed = _unless(left, lambda: figures.open_undertakings(library, DUE_SHOWN))
    owing, witnesses, unnamed = _unless(left, lambda: figures.owed_by(library))
    return Attention(
        figures=counted,
        owing=tuple(
            Owes(w.person_id, w.name, w.post or "", w.outstanding, working_days(w.oldest, today, nation)) for w in owing
        ),
        review=tuple((f.document_id, named[f.document_id], f.waiting) for f in waiting if f.document_id in named),
        due=tuple(
            Due(d.undertaking_id, d.text, d.owed_by, d.due, bool(d.due and d.due < today)) for d in owed if d.due
        ),
        undated=figures.undated_undertakings(library),
        latest=tuple((number, named[number], "") for number in latest if number in named),
        unplaced=tuple((number, named[number], count) for number, count in unplaced.items() if number in named),
        beside=tuple((number, named[number], count) for number, count in beside.items() if number in named),
        past_keeping=personal.past_keeping(library, today),
        next_meeting=meeting,
        days_to_it=(date.fromisoformat(meeting.date) - date.fromisoformat(today)).days
        if meeting and meeting.date
        else None,
        owed_by=(witnesses, unnamed),
        noted=_noted(library),
        papers=to_review,
    )


def _unless(left: CancelCheck, ask: Callable[[], T]) -> T:
    if left():
        raise Cancelled
    return ask()


def _noted(library) -> tuple[tuple[int, str, int], ...]:  # noqa: ANN001 - see attention
    """The meetings of which something was noted live that seems to be in the minutes too, with how much."""
    waiting = Counter(pair.noting.meeting_id for pair in noting.offered(library) if pair.noting.meeting_id is not None)
    held = {number: meetings.get(library, number) for number in waiting}
    name = {n: f"{m.committee or tr('Committee not known')}, {words.short_day(m.date)}" for n, m in held.items()}
    return tuple((number, name[number], count) for number, count in waiting.items())


def _names(papers: RowSource, ids: list[int]) -> dict[int, str]:
    rows = [dict(zip(papers.columns, row, strict=True)) for row in papers.page(ids) if row]
    return {
        row["id"]: words.document_name(
            DocumentKind(row["kind"]), row["committee"], row["date"], row["title"], row["file_name"]
        )
        for row in rows
    }
