"""How a question stands in the register: what a person says has become of it, each change dated and shown by something.

What the record itself shows is a question's `status`, one of six; a standing says more, and moves the status with it.
"""

from dataclasses import dataclass
from enum import StrEnum

from scrutiny_desk.domain.questions import OUTSTANDING, QuestionStatus
from scrutiny_desk.domain.sources import Source


class Standing(StrEnum):
    """What a person says has become of a question."""

    OPEN = "open"
    ANSWERED_IN_FULL = "answered_in_full"
    PART_ANSWERED = "part_answered"
    HOLDING_REPLY = "holding_reply"
    REFUSED = "refused"
    TRANSFERRED = "transferred"
    CORRECTED = "corrected"
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    SEE_WEBCAST = "see_webcast"
    DISPUTED = "disputed"
    OVERTAKEN = "overtaken"
    WITHDRAWN = "withdrawn"


NEEDS_DETAIL: dict[Standing, str] = {
    Standing.REFUSED: "the ground on which it was refused",
    Standing.TRANSFERRED: "the body or person it was passed to",
    Standing.SEE_WEBCAST: "the time in the webcast, such as 1:12:40",
    Standing.DISPUTED: "what is disputed",
}
"""What a person must say along with these, in the words to ask for it with."""

NEEDS_SHOWING = frozenset(Standing) - {Standing.OPEN, Standing.OVERTAKEN, Standing.WITHDRAWN, Standing.DISPUTED}
"""The standings that say what somebody else did: a passage, an answer, or words for a letter must show them."""

ALWAYS_CLOSED = frozenset({Standing.OVERTAKEN, Standing.WITHDRAWN})
MAY_CLOSE = ALWAYS_CLOSED | {Standing.REFUSED}
"""Those that can close a question though nobody answered it; a refusal does so only where the person says so."""

ANSWERED = frozenset({Standing.ANSWERED_IN_FULL, Standing.CORRECTED, Standing.ANSWERED_ELSEWHERE, Standing.SEE_WEBCAST})
"""The standings under which nothing more is owed because it was answered."""


def status_under(standing: Standing, before: QuestionStatus, *, later: bool) -> QuestionStatus:
    """The status a question has once it stands so; `before` is the one it had, `later` whether the answer came after
    the meeting.

    What closes without an answer leaves the status as the record has it: nothing is called answered that was not.
    """
    still_owed = before if before in OUTSTANDING else QuestionStatus.NOT_ANSWERED
    match standing:
        case Standing.ANSWERED_IN_FULL:
            return QuestionStatus.ANSWERED_LATER if later else QuestionStatus.ANSWERED
        case Standing.CORRECTED | Standing.ANSWERED_ELSEWHERE:
            return QuestionStatus.ANSWERED_LATER
        case Standing.SEE_WEBCAST:
            return QuestionStatus.ANSWER_NOT_MINUTED
        case Standing.PART_ANSWERED | Standing.DISPUTED:
            return QuestionStatus.PARTLY_ANSWERED
        case Standing.HOLDING_REPLY:
            return QuestionStatus.PROMISED
        case Standing.REFUSED:
            return QuestionStatus.NOT_ANSWERED
        case Standing.OPEN | Standing.TRANSFERRED:
            return still_owed
        case Standing.OVERTAKEN | Standing.WITHDRAWN:
            return before


@dataclass(frozen=True, slots=True)
class StandingChange:
    """One entry of a question's history in the register.

    `day` (ISO) is from when it holds. `detail` is the ground, the body, the time in the webcast, the part still
    open, or what is disputed. `shown_by` are a person's words for what shows it where no passage does; `sources` the
    passages; `answer_id` the answer it rests on. `status` is the contract's status it led to.
    """

    id: int
    question_id: int
    standing: Standing
    day: str
    detail: str
    shown_by: str
    closed: bool
    status: QuestionStatus
    status_before: QuestionStatus
    answer_id: int | None
    sources: tuple[Source, ...] = ()
