"""Findings: what recognition reads out of one document, each with the words it rests on.

Findings are evidence, not a second model: services turn them into the library's questions, undertakings and so on.
Within them `Who.person_id` is an index into `Findings.people`, `item` an index into `Findings.items` and
`question` an index into `Findings.questions`.
"""

from dataclasses import dataclass, field

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.documents import Classification, DocumentKind
from scrutiny_desk.domain.people import Capacity, Who
from scrutiny_desk.domain.questions import Given, QuestionStatus
from scrutiny_desk.domain.undertakings import DecisionKind


@dataclass(frozen=True, slots=True)
class FoundMeeting:
    """What the document says of its own meeting; None for whatever it does not say."""

    body: str | None = None
    committee: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class FoundItem:
    """A heading of business and the blocks it governs: `first` to `last`, inclusive, by block order."""

    number: str | None
    title: str | None
    first: int
    last: int
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody listed as there, apologising, or speaking. `item` is None for the whole meeting."""

    name: str
    capacity: Capacity
    post: str | None = None
    organisation: str | None = None
    aliases: tuple[str, ...] = ()
    item: int | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """A reply; `text` is verbatim, the words the spans cover."""

    by: tuple[Who, ...]
    given: Given
    text: str
    spans: tuple[Span, ...]
    date: str | None = None


@dataclass(frozen=True, slots=True)
class FoundQuestion:
    """A question; `spans` cover its lead-up and itself, verbatim; `text` is the question alone."""

    text: str
    asked_by: Who | None
    put_to: tuple[Who, ...]
    answered_by: tuple[Who, ...]
    status: QuestionStatus
    spans: tuple[Span, ...]
    answers: tuple[FoundAnswer, ...] = ()
    item: int | None = None
    question_recorded: bool = True
    confidence: float = 0.5
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FoundUndertaking:
    """A promise; `due` is ISO, worked out from `due_words` and the meeting's date, else None."""

    text: str
    made_by: tuple[Who, ...]
    made_to: Who | None
    spans: tuple[Span, ...]
    question: int | None = None
    item: int | None = None
    due: str | None = None
    due_words: str | None = None
    confidence: float = 0.5
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FoundDecision:
    """A decision of the meeting."""

    kind: DecisionKind
    text: str
    spans: tuple[Span, ...]
    item: int | None = None
    confidence: float = 0.5
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FoundAction:
    """A task the record gives to somebody."""

    owners: tuple[Who, ...]
    text: str
    spans: tuple[Span, ...]
    item: int | None = None
    due: str | None = None
    due_words: str | None = None
    confidence: float = 0.5
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Restriction:
    """Blocks `first` to `last` (inclusive) that a word of restriction covers, and that word.

    `paragraph` is the paragraph of the schedule as printed ("1 and 3"); `nation` whose schedule it is, by the words
    ("england", "wales", "scotland", "northern_ireland"), or "" where they do not say.
    """

    first: int
    last: int
    classification: Classification
    paragraph: str | None
    words: str
    nation: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything recognised in one document."""

    kind: DocumentKind
    title: str | None = None
    meeting: FoundMeeting = field(default_factory=FoundMeeting)
    items: tuple[FoundItem, ...] = ()
    people: tuple[FoundPerson, ...] = ()
    questions: tuple[FoundQuestion, ...] = ()
    undertakings: tuple[FoundUndertaking, ...] = ()
    decisions: tuple[FoundDecision, ...] = ()
    actions: tuple[FoundAction, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    classification: Classification = Classification.UNKNOWN
    house_style: str = ""
