"""A change: which kinds of thing and which ids now differ; the only thing that travels back up to the desk."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of thing the library holds, as the command line names their lists."""

    DOCUMENTS = "documents"
    MEETINGS = "meetings"
    ITEMS = "items"
    PEOPLE = "people"
    QUESTIONS = "questions"
    UNDERTAKINGS = "undertakings"
    DECISIONS = "decisions"
    ACTIONS = "actions"
    ISSUES = "issues"
    TAGS = "tags"
    NOTES = "notes"
    DRAFTS = "drafts"
    PLANS = "plans"
    RULES = "rules"


FOLLOWED: dict[Kind, str] = {
    Kind.QUESTIONS: "question",
    Kind.UNDERTAKINGS: "undertaking",
    Kind.ACTIONS: "action",
    Kind.DECISIONS: "decision",
}
"""What the registers follow: each kind with the word for one of it."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one step made different. An empty set of ids means "any of this kind"."""

    step: str = ""
    touched: dict[Kind, frozenset[int]] = field(default_factory=dict)
    origin: str = "person"

    def concerns(self, *kinds: Kind) -> bool:
        """Whether anything of these kinds differs."""
        return any(kind in self.touched for kind in kinds)

    def __bool__(self) -> bool:
        return bool(self.touched)
