"""Counts: for the desk's first page and for the rail of lists."""

from dataclasses import dataclass

from scrutiny_desk.store import Library
from scrutiny_desk.store import figures as rows
from scrutiny_desk.store.figures import DueFigure, ReviewFigure, WitnessFigure

__all__ = [
    "DueFigure",
    "Figures",
    "ReviewFigure",
    "WitnessFigure",
    "figures",
    "open_undertakings",
    "owed_by",
    "owing",
    "papers_to_review",
    "to_review",
    "undated_undertakings",
]


@dataclass(frozen=True, slots=True)
class Figures:
    """How many of each the library holds; `to_review` are findings nobody has said a word about yet.

    Rejected findings are not counted.
    """

    documents: int = 0
    meetings: int = 0
    witnesses: int = 0
    people: int = 0
    questions: int = 0
    outstanding: int = 0
    to_review: int = 0
    undertakings: int = 0
    undertakings_open: int = 0
    undertakings_overdue: int = 0
    decisions: int = 0
    actions: int = 0
    actions_open: int = 0
    issues: int = 0
    tags: int = 0
    notes: int = 0
    likenesses: int = 0


def figures(library: Library, today: str) -> Figures:
    """Every count at once; `today` (ISO) says what is overdue."""
    with library.read() as db:
        return Figures(**rows.counts(db, today=today))


def owing(library: Library, limit: int = 20) -> list[WitnessFigure]:
    """The witnesses who still owe answers, the oldest first."""
    with library.read() as db:
        return rows.outstanding_by_witness(db, limit)


def owed_by(library: Library, limit: int = 20) -> tuple[list[WitnessFigure], int, int]:
    """The witnesses who still owe answers, how many there are, and how many outstanding questions name nobody."""
    with library.read() as db:
        return rows.outstanding_by_whom(db, limit)


def to_review(library: Library, limit: int = 20) -> list[ReviewFigure]:
    """The documents with findings that wait for a person's word, most first."""
    return papers_to_review(library, limit)[0]


def papers_to_review(library: Library, limit: int = 20) -> tuple[list[ReviewFigure], int]:
    """The same, and how many such documents there are."""
    with library.read() as db:
        return rows.to_review(db, limit)


def undated_undertakings(library: Library) -> int:
    """How many open undertakings name no day."""
    with library.read() as db:
        return rows.undated_undertakings(db)


def open_undertakings(library: Library, limit: int = 20) -> list[DueFigure]:
    """Undertakings not yet kept, those due first in front."""
    with library.read() as db:
        return rows.open_undertakings(db, limit)
