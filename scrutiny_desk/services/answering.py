"""Answers: the passage that answers a question, and where the question then stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Source
from scrutiny_desk.store import Library


@dataclass(frozen=True, slots=True)
class Offer:
    """A passage that may answer an open question, or ask it again: offered, never taken on its own account.

    `likeness` is from 0 to 1; `reason` says in a sentence why it is offered; `repeat_of` is the other question
    where the passage asks the same again.
    """

    question_id: int
    source: Source
    likeness: float
    reason: str
    by: tuple[Who, ...] = ()
    repeat_of: int | None = None


def set_status(library: Library, question_ids: Sequence[int], status: QuestionStatus) -> Change:
    """Set where these questions stand, in one step, as a person's word."""
    raise NotImplementedError


def attach(
    library: Library,
    question_ids: Sequence[int],
    document_id: int,
    spans: tuple[Span, ...],
    *,
    by: tuple[Who, ...] = (),
    date: str | None = None,
    status: QuestionStatus | None = None,
) -> Change:
    """Attach a passage as a later answer to each of these questions; with `status`, set it in the same step."""
    raise NotImplementedError


def detach(library: Library, question_id: int, answer_index: int) -> Change:
    """Take an answer (counted from 0, as `Question.answers` has them) off a question; its status stays."""
    raise NotImplementedError


def set_follow_up(library: Library, question_id: int, date: str | None) -> Change:
    """Set the day (ISO) by which a person means to follow the question up; None for no day."""
    raise NotImplementedError


def offers(library: Library, question_id: int, limit: int = 5) -> tuple[Offer, ...]:
    """Passages of other documents that may answer this question or ask it again, the likeliest first."""
    raise NotImplementedError
