"""The four registers, kept apart: questions, requests, recommendations, decisions; and one row of any of them."""

from dataclasses import dataclass
from enum import StrEnum

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.deadlines import Lateness


class Register(StrEnum):
    """A register. Requests are what somebody undertook or was asked to do: undertakings and actions."""

    QUESTIONS = "questions"
    REQUESTS = "requests"
    RECOMMENDATIONS = "recommendations"
    DECISIONS = "decisions"


KINDS: dict[Register, tuple[Kind, ...]] = {
    Register.QUESTIONS: (Kind.QUESTIONS,),
    Register.REQUESTS: (Kind.UNDERTAKINGS, Kind.ACTIONS),
    Register.RECOMMENDATIONS: (Kind.DECISIONS,),
    Register.DECISIONS: (Kind.DECISIONS,),
}
"""The kinds of thing each register holds; recommendations are the decisions that recommend, and in no other."""


class Grouping(StrEnum):
    """What a register may be put together by."""

    PERSON = "person"
    POST = "post"
    ORGANISATION = "organisation"
    ASKER = "asker"
    COMMITTEE = "committee"
    ISSUE = "issue"


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who owes a thing now: the name in words, the post and the organisation; empty where not known."""

    name: str = ""
    post: str = ""
    organisation: str = ""
    person_id: int | None = None

    @property
    def words(self) -> str:
        """Who it is, as a tracker's cell has it; an organisation that the post already names is not said twice."""
        place = "" if self.organisation and self.organisation in self.post else self.organisation
        return ", ".join(filter(None, (self.name, self.post, place)))


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a register, as lists and trackers show it. Days are ISO; what is not known is None or empty.

    `asked_on` is the day of its meeting, `state` the contract's status, state or reply, `standing` what a person said
    of a question. `due` is when it is due, `how` how that day was come by, `first_due` the day first promised, `moved`
    how often it was moved; `late` the working days past it. `chased` counts chasers, `chased_on` is the last one's
    day. `settled_on` is when it was answered, kept or replied to, where somebody has said it.
    """

    register: Register
    kind: Kind
    id: int
    asked_on: str | None
    committee: str | None
    item: str
    text: str
    asked_by: str
    owners: tuple[Owner, ...]
    state: str
    standing: str
    open: bool
    due: str | None
    how: str
    first_due: str | None
    moved: int
    lateness: Lateness
    late: int
    chased: int
    chased_on: str | None
    settled_on: str | None
    reply: str
    review: str
    classification: str
    document_id: int | None
    page: int | None
    paragraph: int | None

    @property
    def owner(self) -> str:
        """Who owes it, each with post and organisation, parted by semicolons; empty where nobody is recorded."""
        return "; ".join(filter(None, (owner.words for owner in self.owners)))


@dataclass(frozen=True, slots=True)
class Group:
    """Things put together by one word: how many are owed, how many of them are late, since when the oldest.

    `label` is empty for those of which it is not recorded.
    """

    label: str
    ids: tuple[int, ...]
    late: int
    oldest: str | None
