"""An invented council's library to try the store on."""

from datetime import datetime
from pathlib import Path

import pytest

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.documents import Classification, DocumentKind, ReadDocument
from scrutiny_desk.domain.people import Appearance, Capacity, Who
from scrutiny_desk.domain.questions import Answer, Given, Question, QuestionStatus
from scrutiny_desk.domain.sources import Review, Source
from scrutiny_desk.domain.undertakings import Action, Decision, DecisionKind, State, Undertaking
from scrutiny_desk.store import create_library, documents, meetings, people, questions, undertakings

WORDS = (
    "38. Bus stops in Fennimore Green",
    "Councillor Siân Ombersley asked when the stop at O'Connor Street, ref 25/0124, would be mended.",
    "Mr Dunstan Pell, Head of Highways, promised to write by the end of May.",
    "RESOLVED: that the report be noted.",
    "ACTION: Mr Pell to send the list of stops.",
)


@pytest.fixture
def library(tmp_path: Path):
    """An empty library."""
    with create_library(tmp_path / "fennimore.scrutiny") as made:
        yield made


def read_document(name: str = "minutes.txt", words: tuple[str, ...] = WORDS) -> ReadDocument:
    blocks = tuple(
        Block(order, BlockKind.HEADING if order == 0 else BlockKind.PARAGRAPH, text, page=1 + order // 3)
        for order, text in enumerate(words)
    )
    return ReadDocument(name, "text", blocks, pages=2, searchable_pages=2, notices=("One notice.",))


def source(document_id: int, block: int) -> Source:
    return Source(document_id, 1 + block // 3, block + 1, WORDS[block], (Span(block, 0, len(WORDS[block])),))


def put_minutes(db, name: str = "minutes.txt", data: bytes = b"the file") -> dict[str, int]:
    """One document with one of everything; the ids by noun."""
    meeting = meetings.add(db, body="Fennimore Council", committee="Roads Panel", date="2031-04-02", start="19:30")
    document = documents.add(
        db,
        read_document(name),
        data,
        imported_at="2031-04-09T10:00:00",
        kind=DocumentKind.MINUTES,
        title="Minutes",
        committee="Roads Panel",
        date="2031-04-02",
        meeting_id=meeting,
        classification=Classification.PUBLIC,
    )
    item = meetings.add_item(db, meeting_id=meeting, number="38", title="Bus stops in Fennimore Green")
    meetings.put_item_in(db, item, document, 0, 4)
    asker = people.add(db, "Siân Ombersley", aliases=["Councillor Ombersley"])
    witness = people.add(db, "Dunstan Pell", post="Head of Highways", organisation="Fennimore Council")
    people.appear(db, Appearance(asker, meeting, document, None, Capacity.MEMBER, None, None))
    people.appear(db, Appearance(witness, meeting, document, item, Capacity.WITNESS, "Head of Highways", None))
    pell = Who("Dunstan Pell", "Mr Dunstan Pell", witness)
    answer = Answer((pell,), Given.AT_MEETING, None, WORDS[2], source(document, 2))
    question = questions.add(db, a_question(document, item, asker, pell, (answer,)))
    promise = Undertaking(
        0, question, item, (pell,), Who("Siân Ombersley", None, asker), "to write", "2031-05-31", "by the end of May",
        State.OPEN, (source(document, 2),), 0.8, Review.SUGGESTED, "promised to",
    )  # fmt: skip
    undertaking = undertakings.add(db, promise)
    noted = Decision(0, item, DecisionKind.NOTED, WORDS[3], (source(document, 3),), Review.SUGGESTED)
    decision = undertakings.add_decision(db, noted)
    task = Action(0, item, (pell,), WORDS[4], None, State.OPEN, (source(document, 4),), Review.SUGGESTED)
    action = undertakings.add_action(db, task)
    return {
        "meeting": meeting, "document": document, "item": item, "asker": asker, "witness": witness,
        "question": question, "undertaking": undertaking, "decision": decision, "action": action,
    }  # fmt: skip


def a_question(document: int, item: int | None, asker: int, put_to: Who, answers: tuple[Answer, ...]) -> Question:
    return Question(
        id=0,
        item_id=item,
        text="When will the stop be mended?",
        asked_by=Who("Siân Ombersley", "Councillor Siân Ombersley", asker),
        put_to=(put_to,),
        answered_by=(put_to,) if answers else (),
        status=QuestionStatus.PROMISED,
        question_recorded=True,
        sources=(source(document, 1),),
        answers=answers,
        follow_up_by=None,
        confidence=0.9,
        review=Review.SUGGESTED,
        classification=Classification.PUBLIC,
        reason="asked when",
    )


@pytest.fixture
def put():
    """`put(db)` enters one document with one of everything and gives the ids by noun."""
    return put_minutes


@pytest.fixture
def ids(library):
    """The library with one document in it, entered as one import; the ids by noun."""
    return library.write("Import minutes.txt", put_minutes, "import")[0]


@pytest.fixture
def words():
    """The blocks' words of the document that `put` enters."""
    return WORDS


@pytest.fixture
def at():
    """`at(document_id, block)` is the source that covers a whole block."""
    return source


@pytest.fixture
def paper():
    """`paper(name, words)` is what a reader would hand over."""
    return read_document


@pytest.fixture
def now():
    """A moment of local time to reckon from."""
    return datetime(2031, 5, 4, 12, 0, 0)
