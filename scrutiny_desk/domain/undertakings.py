"""Undertakings, decisions and actions: what somebody bound themselves, or was asked, to do."""

from dataclasses import dataclass
from enum import StrEnum

from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.sources import Review, Source


class State(StrEnum):
    """What has become of an undertaking or an action."""

    OPEN = "open"
    DONE = "done"
    OVERTAKEN = "overtaken"


class DecisionKind(StrEnum):
    """What sort of decision the record shows."""

    RESOLVED = "resolved"
    RECOMMENDED = "recommended"
    AGREED = "agreed"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A promise: who owes it, to whom, what, and by when (ISO, None where nothing is said).

    `settled_on` is the day (ISO) on which it was kept or overtaken, where somebody has said it.
    """

    id: int
    question_id: int | None
    item_id: int | None
    made_by: tuple[Who, ...]
    made_to: Who | None
    text: str
    due: str | None
    due_words: str | None
    state: State
    sources: tuple[Source, ...]
    confidence: float
    review: Review
    reason: str = ""
    settled_on: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What the committee decided."""

    id: int
    item_id: int | None
    kind: DecisionKind
    text: str
    sources: tuple[Source, ...]
    review: Review


@dataclass(frozen=True, slots=True)
class Action:
    """A task the record gives to somebody; it may have no owner. `settled_on` as for an undertaking."""

    id: int
    item_id: int | None
    owners: tuple[Who, ...]
    text: str
    due: str | None
    state: State
    sources: tuple[Source, ...]
    review: Review
    settled_on: str | None = None
