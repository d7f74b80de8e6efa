"""Issues: matters a person follows across meetings, and the passages tagged with them."""

from dataclasses import dataclass

from scrutiny_desk.domain.sources import Source


@dataclass(frozen=True, slots=True)
class Issue:
    """A tag of the user's own, in a tree; `colour` is a hex value such as "#2b6437"."""

    id: int
    name: str
    parent_id: int | None
    colour: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """An issue laid on a passage, or on a question (then `question_id` says which)."""

    id: int
    issue_id: int
    source: Source
    question_id: int | None


@dataclass(frozen=True, slots=True)
class TagRule:
    """What suggests an issue: words in a person's own way of writing them, or a question that others are like."""

    id: int
    issue_id: int
    words: str = ""
    question_id: int | None = None


@dataclass(frozen=True, slots=True)
class TagOffer:
    """A question for which an issue is suggested, and why, in a sentence."""

    question_id: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """What was asked on an issue on one day before one committee; `date` (ISO), `body`, `committee` may be unknown."""

    date: str | None
    body: str | None
    committee: str | None
    questions: int
    outstanding: int
