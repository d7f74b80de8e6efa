"""Rules of a house style that a person made from a correction: what a council's own wording means in its papers."""

import re
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_desk.domain.people import Capacity


class RuleKind(StrEnum):
    """What a rule says of the wording it names."""

    ASKS = "asks"
    ASKS_NOTHING = "asks_nothing"
    ANSWERS = "answers"
    PUTS_OFF = "puts_off"
    PROMISES_NOTHING = "promises_nothing"
    STANDS_FOR = "stands_for"
    HOLDS_NO_QUESTION = "holds_no_question"
    HEADS_LIST = "heads_list"
    PROMISES = "promises"
    DECIDES = "decides"
    TASKS = "tasks"


@dataclass(frozen=True, slots=True)
class HouseRule:
    """One rule: in papers of `body` (and, where set, of its `committee`) the `words` mean what `kind` says.

    In the words of an opening, `{councillor}`, `{person}`, `{initials}`, `{number}` and `{date}` stand for any of
    theirs. `name`, `post` and `capacity` say for whom the words stand, or what those are whose list they head.
    Without a `body` the rule holds for any paper it is given with.
    """

    kind: RuleKind
    words: str
    body: str | None = None
    committee: str | None = None
    name: str = ""
    post: str = ""
    capacity: Capacity | None = None

    @property
    def sentence(self) -> str:
        """The rule in a sentence that a person understands."""
        where = " of the ".join(filter(None, (self.committee, self.body))) if self.body else ""
        return f"In papers of {where}, {self._says()}." if where else f"{self._says()[:1].upper()}{self._says()[1:]}."

    @property
    def fields(self) -> dict[str, str | None]:
        """The rule in plain words by field, as it is kept and handed on."""
        return {
            "kind": str(self.kind),
            "words": self.words,
            "body": self.body,
            "committee": self.committee,
            "name": self.name,
            "post": self.post,
            "capacity": None if self.capacity is None else str(self.capacity),
        }

    def _says(self) -> str:
        return _SAYS[self.kind].format(
            words=shown(self.words),
            who=", ".join(filter(None, (self.name, self.post))),
            capacity=_CAPACITIES.get(self.capacity, "of another capacity") if self.capacity else "",
        )


@dataclass(frozen=True, slots=True)
class KeptRule:
    """A rule of a library: whether it is switched on, whom it names, and the passage that taught it, if it is known."""

    id: int
    rule: HouseRule
    active: bool = True
    person_id: int | None = None
    document_id: int | None = None
    block: int | None = None
    made_at: str = ""


_SAYS = {
    RuleKind.ASKS: "a sentence that begins “{words}” is a question",
    RuleKind.ASKS_NOTHING: "a sentence that begins “{words}” asks nothing",
    RuleKind.ANSWERS: "a paragraph that begins “{words}” answers the question before it",
    RuleKind.PUTS_OFF: "a reply that ends “{words}” only promises an answer",
    RuleKind.PROMISES_NOTHING: "a sentence that begins “{words}” is no undertaking",
    RuleKind.STANDS_FOR: "“{words}” stands for {who}",
    RuleKind.HOLDS_NO_QUESTION: "a paragraph under “{words}” holds no question",
    RuleKind.HEADS_LIST: "those listed under “{words}” are {capacity}",
    RuleKind.PROMISES: "a sentence that begins “{words}” is an undertaking",
    RuleKind.DECIDES: "a sentence that begins “{words}” is a decision",
    RuleKind.TASKS: "a sentence that begins “{words}” is an action",
}
_CAPACITIES = {
    Capacity.MEMBER: "members of the committee",
    Capacity.OTHER_MEMBER: "other councillors",
    Capacity.OFFICER: "officers",
    Capacity.WITNESS: "witnesses",
    Capacity.APOLOGIES: "away with apologies",
}
LISTED = tuple(_CAPACITIES)
"""The capacities that a list of people may have."""
SLOTS = {
    "councillor": "Councillor NAME",
    "person": "NAME",
    "initials": "INITIALS",
    "number": "NUMBER",
    "date": "DATE",
}
"""What may stand for any of its kind in the words of a rule, and how it is shown."""


def shown(words: str) -> str:
    """The words of a rule for a person to read: "{councillor} queried" as "Councillor NAME queried"."""
    return re.sub(r"\{(\w+)\}", lambda slot: SLOTS.get(slot[1], slot[0]), words)


def same_body(one: str | None, other: str | None) -> bool:
    """Whether two printed names are one council's or committee's, capitals, "the" and punctuation aside."""
    return bool(one and other) and _bare(one or "") == _bare(other or "")


def _bare(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold().replace("&", " and "))).removeprefix("the ")
