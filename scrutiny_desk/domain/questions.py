"""Questions, their answers, and the states a question may be in as the record leaves it."""

from dataclasses import dataclass
from enum import StrEnum

from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.sources import Review, Source


class QuestionStatus(StrEnum):
    """Where a question stands; the first three of `OUTSTANDING` still want something from a witness."""

    ANSWERED = "answered"
    PARTLY_ANSWERED = "partly_answered"
    PROMISED = "promised"
    ANSWERED_LATER = "answered_later"
    ANSWER_NOT_MINUTED = "answer_not_minuted"
    NOT_ANSWERED = "not_answered"


OUTSTANDING = frozenset({QuestionStatus.PARTLY_ANSWERED, QuestionStatus.PROMISED, QuestionStatus.NOT_ANSWERED})


class Given(StrEnum):
    """When an answer was given."""

    AT_MEETING = "at_meeting"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply on record, in the record's words."""

    by: tuple[Who, ...]
    given: Given
    date: str | None
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the register, said once however many documents hold it.

    `standing` is what a person last said has become of it (a `Standing`, or empty), `closed` whether nothing more is
    wanted of it though the record shows no answer.
    """

    id: int
    item_id: int | None
    text: str
    asked_by: Who | None
    put_to: tuple[Who, ...]
    answered_by: tuple[Who, ...]
    status: QuestionStatus
    question_recorded: bool
    sources: tuple[Source, ...]
    answers: tuple[Answer, ...]
    follow_up_by: str | None
    confidence: float
    review: Review
    classification: Classification
    reason: str = ""
    standing: str = ""
    closed: bool = False

    @property
    def outstanding(self) -> bool:
        """Whether it still wants something of a witness."""
        return self.status in OUTSTANDING and not self.closed
