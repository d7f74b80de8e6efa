"""Counts and figures: for the rail, and for the first page."""

from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class WitnessFigure:
    """How many questions a witness still owes, and since when (the oldest meeting's date)."""

    person_id: int
    name: str
    post: str | None
    outstanding: int
    oldest: str | None


@dataclass(frozen=True, slots=True)
class ReviewFigure:
    """How many findings of a document wait for a person's word."""

    document_id: int
    file_name: str
    title: str | None
    date: str | None
    waiting: int


@dataclass(frozen=True, slots=True)
class DueFigure:
    """An open undertaking and who owes it."""

    undertaking_id: int
    text: str
    owed_by: str
    due: str | None
    meeting_date: str | None


def counts(db: Database, *, today: str) -> dict[str, int]:
    """For the rail: documents, meetings, witnesses, people, questions, outstanding, to_review, undertakings,
    undertakings_open, undertakings_overdue (due before `today`, ISO), decisions, actions, issues, tags, notes,
    likenesses. Rejected findings are not counted."""
    raise NotImplementedError


def outstanding_by_witness(db: Database, limit: int = 20) -> list[WitnessFigure]:
    """Who still owes answers, the oldest first."""
    raise NotImplementedError


def to_review(db: Database, limit: int = 20) -> list[ReviewFigure]:
    """The documents with findings that wait for a person's word, most first."""
    raise NotImplementedError


def open_undertakings(db: Database, limit: int = 20) -> list[DueFigure]:
    """Undertakings not yet kept, those due first in front, those without a date last."""
    raise NotImplementedError
