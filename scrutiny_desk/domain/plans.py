"""A question plan: what members mean to ask, with the evidence the program can show for each line of enquiry."""

from dataclasses import dataclass, field
from enum import StrEnum

from scrutiny_desk.domain.sources import Source


class Reason(StrEnum):
    """Why a line of enquiry is suggested."""

    OUTSTANDING = "outstanding"
    PART_ANSWERED = "part_answered"
    NOW_DUE = "now_due"
    SAID_DIFFERENTLY = "said_differently"
    ASKED_REPEATEDLY = "asked_repeatedly"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage behind a suggestion: what it is ("Asked", "Said then"), by whom, when (ISO), in which words."""

    what: str
    who: str
    day: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class LineOfEnquiry:
    """A suggestion: the record's own words for it, why it is suggested, and the evidence. Nobody is assigned to it."""

    reason: Reason
    words: str
    why: str
    evidence: tuple[Evidence, ...]
    question_id: int | None = None
    undertaking_id: int | None = None
    witness: str = ""


@dataclass(frozen=True, slots=True)
class PlannedQuestion:
    """A line of the plan, in the user's own words; `minutes` and `asker` are for the user to fill.

    `question_id` or `undertaking_id` is what it rests on, where it came from a suggestion, and `why` what that said.
    """

    text: str
    id: int = 0
    theme: str = ""
    asker: str = ""
    minutes: int | None = None
    why: str = ""
    if_yes: str = ""
    if_no: str = ""
    if_evaded: str = ""
    question_id: int | None = None
    undertaking_id: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan for a meeting, a witness or an issue: one big question, the time there is, and its lines in order."""

    big_question: str = ""
    minutes: int | None = None
    lines: tuple[PlannedQuestion, ...] = field(default=())

    @property
    def planned(self) -> int:
        """The minutes given to its lines so far."""
        return sum(line.minutes or 0 for line in self.lines)

    @property
    def themes(self) -> tuple[str, ...]:
        """Its themes in the order they first come."""
        return tuple(dict.fromkeys(line.theme for line in self.lines))
