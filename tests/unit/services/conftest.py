"""Invented papers, built a line at a time, and an empty library to take them in."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.documents import Classification, DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import (
    Findings,
    FoundAction,
    FoundAnswer,
    FoundDecision,
    FoundItem,
    FoundMeeting,
    FoundPerson,
    FoundQuestion,
    FoundUndertaking,
    Restriction,
)
from scrutiny_desk.domain.people import Capacity, Who
from scrutiny_desk.domain.questions import Given, QuestionStatus
from scrutiny_desk.domain.undertakings import DecisionKind
from scrutiny_desk.services import keeping
from scrutiny_desk.store import Library, create_library

REPLIES = (
    "The Director replied that the two centres at Marl Street and Quay Road had been kept open through the winter.",
    "She added that the families who used the third centre had each been written to by the end of that October.",
    "Members heard that the outreach van had visited eleven villages and that its rota was printed every month.",
    "It was explained that the new timetable had been agreed with the three head teachers before the summer term.",
    "The Committee was told that the lease on the old library would be surrendered when the roof had been mended.",
    "The report set out that the number of visits had risen by a tenth while the cost of each had stayed the same.",
    "A full list of the opening hours had been laid round the table and was to be found on the Council's own pages.",
    "Concern had been expressed by the parish councils about the bus that no longer called at the hospital gates.",
)
"""Enough prose, of no other paper, for two copies of one item to be known by it."""


@dataclass
class Paper:
    """A paper being written: each `say` is a block, each finding points at words that were said."""

    name: str
    kind: DocumentKind = DocumentKind.MINUTES
    meeting: FoundMeeting = field(default_factory=FoundMeeting)
    classification: Classification = Classification.PUBLIC
    blocks: list[Block] = field(default_factory=list)
    items: list[FoundItem] = field(default_factory=list)
    people: list[FoundPerson] = field(default_factory=list)
    questions: list[FoundQuestion] = field(default_factory=list)
    undertakings: list[FoundUndertaking] = field(default_factory=list)
    decisions: list[FoundDecision] = field(default_factory=list)
    actions: list[FoundAction] = field(default_factory=list)
    restrictions: list[Restriction] = field(default_factory=list)

    def say(self, text: str) -> tuple[Span, ...]:
        """A paragraph; the spans of all of it."""
        self.blocks.append(Block(len(self.blocks), BlockKind.PARAGRAPH, text, page=1 + len(self.blocks) // 20))
        return (Span(len(self.blocks) - 1, 0, len(text)),)

    def item(self, number: str | None, title: str) -> int:
        """A heading of business; what is said until the next belongs to it."""
        self.close()
        self.say(title)
        at = len(self.blocks) - 1
        self.items.append(FoundItem(number, title, at, at, (Span(at, 0, len(title)),)))
        return len(self.items) - 1

    def close(self) -> None:
        """Let the last item reach to the last paragraph."""
        if self.items:
            last = self.items[-1]
            self.items[-1] = FoundItem(last.number, last.title, last.first, len(self.blocks) - 1, last.spans)

    def there(self, name: str, capacity: Capacity = Capacity.MEMBER, **more) -> Who:
        """Somebody present."""
        self.people.append(FoundPerson(name, capacity, **more))
        return Who(name, None, len(self.people) - 1)

    def ask(self, text: str, asker: Who | None = None, answerer: Who | None = None, reply: str = "", **more) -> int:
        """A question in a paragraph of its own, and its reply in the next."""
        spans = self.say(text)
        answers: tuple[FoundAnswer, ...] = ()
        if reply:
            answers = (FoundAnswer((answerer,) if answerer else (), Given.AT_MEETING, reply, self.say(reply)),)
        status = QuestionStatus.ANSWERED if reply else QuestionStatus.NOT_ANSWERED
        self.questions.append(
            FoundQuestion(
                text=text,
                asked_by=asker,
                put_to=(answerer,) if answerer else (),
                answered_by=(answerer,) if answerer and reply else (),
                status=more.pop("status", status),
                spans=spans,
                answers=answers,
                item=len(self.items) - 1 if self.items else None,
                confidence=0.9,
                reason="It asks.",
                **more,
            )
        )
        return len(self.questions) - 1

    def promise(self, text: str, maker: Who, question: int | None = None, due: str | None = None) -> None:
        """An undertaking in a paragraph of its own."""
        item = len(self.items) - 1 if self.items else None
        self.undertakings.append(
            FoundUndertaking(text, (maker,), None, self.say(text), question=question, item=item, due=due)
        )

    def resolve(self, text: str, kind: DecisionKind = DecisionKind.RESOLVED) -> None:
        """A decision in a paragraph of its own."""
        self.decisions.append(FoundDecision(kind, text, self.say(text), len(self.items) - 1 if self.items else None))

    def task(self, text: str, owner: Who) -> None:
        """An action in a paragraph of its own."""
        self.actions.append(FoundAction((owner,), text, self.say(text), len(self.items) - 1 if self.items else None))

    def restrict(self, first: int, last: int, classification: Classification = Classification.EXEMPT) -> None:
        """Blocks that a word of restriction covers."""
        self.restrictions.append(Restriction(first, last, classification, "3", "NOT FOR PUBLICATION"))

    @property
    def document(self) -> ReadDocument:
        return ReadDocument(self.name, "text", tuple(self.blocks), pages=1, searchable_pages=1)

    @property
    def findings(self) -> Findings:
        self.close()
        return Findings(
            kind=self.kind,
            meeting=self.meeting,
            items=tuple(self.items),
            people=tuple(self.people),
            questions=tuple(self.questions),
            undertakings=tuple(self.undertakings),
            decisions=tuple(self.decisions),
            actions=tuple(self.actions),
            restrictions=tuple(self.restrictions),
            classification=self.classification,
        )

    def take_into(self, library: Library) -> keeping.Kept:
        """Take it into a library as an import does."""
        data = "\n".join([self.name, *(block.text for block in self.blocks)]).encode()

        def work(db):
            return keeping.keep(db, self.document, self.findings, data, at="2025-07-01T09:00:00+00:00")

        return library.write(f"Import {self.name}", work, origin="import")[0]


MEETING = FoundMeeting("Wexcombe County Council", "Overview and Scrutiny Committee", "2025-06-12", "10:00")


def exchange(paper: Paper, titled: str = "Family hubs", word: str = "she") -> None:
    """One item with two questions, a promise and enough prose to be known by; `word` is where copies differ."""
    paper.item("38", titled)
    asker = paper.there("Councillor Dorothy Ames")
    witness = paper.there(
        "Maria Okafor", Capacity.WITNESS, post="Director of Early Help", organisation="Wexcombe Health Trust"
    )
    paper.ask("Councillor Ames asked how many families had moved.", asker, witness, REPLIES[0])
    for prose in REPLIES[1:7]:
        paper.say(prose)
    second = paper.ask(
        "Councillor Ames wanted to know when the third centre would open again.",
        asker,
        witness,
        f"Ms Okafor said {word} would find out and write to all members of the committee.",
        status=QuestionStatus.PROMISED,
    )
    paper.promise("Ms Okafor undertook to send the figures for each of the three centres.", witness, second)


def page_of_item(**more) -> Paper:
    """A saved web page of one item: it names no day, committee or council."""
    paper = Paper("item 38.html", **more)
    exchange(paper, word="her")
    return paper


def full_minutes(**more) -> Paper:
    """The minutes of the whole meeting, that item among others."""
    paper = Paper("minutes.pdf", **{"meeting": MEETING, **more})
    paper.say("WEXCOMBE COUNTY COUNCIL Overview and Scrutiny Committee, 12 June 2025")
    paper.item("37", "Minutes of the last meeting")
    paper.say("That the minutes of the meeting held in April be taken as read and signed by the Chairman as correct.")
    exchange(paper, titled="FAMILY HUBS")
    paper.item("39", "Thornley pool")
    officer = paper.there("Tom Hargreave", Capacity.OFFICER, post="Head of Leisure")
    paper.ask("Councillor Vickers asked what the new roof would cost.", None, officer, REPLIES[7])
    paper.resolve("That the report be noted and the roof be mended before the winter.")
    return paper


@pytest.fixture
def library(tmp_path) -> Iterator[Library]:
    """An empty library."""
    with create_library(tmp_path / "test.scrutiny") as made:
        yield made


@pytest.fixture
def papers():
    """The makers of papers, for tests that build their own."""

    class Makers:
        Paper = Paper
        MEETING = MEETING
        REPLIES = REPLIES
        exchange = staticmethod(exchange)
        page_of_item = staticmethod(page_of_item)
        full_minutes = staticmethod(full_minutes)

    return Makers
