"""Counts: for the desk's first page and for the rail of lists."""

from dataclasses import dataclass

from scrutiny_desk.store import Library


@dataclass(frozen=True, slots=True)
class Figures:
    """How many of each the library holds; `to_review` are findings nobody has said a word about yet."""

    documents: int = 0
    meetings: int = 0
    witnesses: int = 0
    questions: int = 0
    outstanding: int = 0
    undertakings: int = 0
    undertakings_open: int = 0
    overdue: int = 0
    decisions: int = 0
    actions: int = 0
    issues: int = 0
    to_review: int = 0
    undated_meetings: int = 0


@dataclass(frozen=True, slots=True)
class Owing:
    """A witness with questions outstanding: how many, and the date of the oldest (None where unknown)."""

    person_id: int
    name: str
    post: str | None
    organisation: str | None
    outstanding: int
    oldest: str | None


def figures(library: Library, today: str) -> Figures:
    """Every count at once; `today` (ISO) says what is overdue."""
    raise NotImplementedError


def owing(library: Library, limit: int = 10) -> tuple[Owing, ...]:
    """The witnesses with most questions outstanding."""
    raise NotImplementedError
