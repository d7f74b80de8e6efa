"""An exchange as it is being read: who asked what, which words are the question, what was said to it."""

from dataclasses import dataclass, field

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.people import Who, may_be_same


@dataclass(frozen=True, slots=True)
class Reply:
    """Words said to a question, by whom, and whether they only promise."""

    by: tuple[Who, ...]
    spans: tuple[Span, ...]
    strong: bool = False
    implied: bool = False
    promise: str = ""
    date: str | None = None


@dataclass(slots=True, eq=False)
class Exchange:
    """One question and what followed it. `asked` are the words that ask, `lead_up` what led to them.

    Each is itself alone, however like another it is: long papers hold thousands of them and look for one.

    `reopened` are the words by which it was said after a reply that the reply would not do; a further reply clears it.
    """

    asker: Who | None
    put_to: tuple[Who, ...]
    asked: list[Span]
    cue: str
    item: int | None = None
    lead_up: list[Span] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    asides: list[Reply] = field(default_factory=list)
    plain: list[Span] = field(default_factory=list)
    late: list[Reply] = field(default_factory=list)
    unminuted: str = ""
    unminuted_by: tuple[Who, ...] = ()
    recorded: bool = True
    direct: bool = False
    listed: int = 0
    sheet: bool = False
    anonymous: bool = False
    block: int = 0
    proxy: bool = False
    addressed: bool = False
    from_witness: bool = False
    ends_block: bool = False
    heads_point: bool = False
    answers_himself: bool = False
    by_rule: bool = False
    came_back: bool = False
    reopened: str = ""
    own: list[Span] = field(default_factory=list)
    promises: list[int] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether nothing has been said to it yet."""
        return not self.replies and not self.unminuted and not self.late

    def ask_more(self, span: Span) -> None:
        """The same person asks on before anybody has replied."""
        if self.asked and self.asked[-1].block == span.block:
            last = self.asked[-1]
            self.lead_up.append(Span(last.block, last.end, span.start))
        self.asked.append(span)
        self.plain.clear()


def same_who(one: Who | None, other: Who | None) -> bool:
    """Whether two mentions are the same person, or the same unnamed words."""
    if one is None or other is None:
        return False
    if one.person_id is not None and other.person_id is not None:
        return one.person_id == other.person_id
    if one.name and other.name:
        return may_be_same(one.name, other.name)
    left, right = (one.label or one.name or "").casefold(), (other.label or other.name or "").casefold()
    return bool(left) and left.removeprefix("the ") == right.removeprefix("the ")
