"""Answers coming in: a letter, an e-mail, later minutes or a conversation, attached to the questions it answers.

Two actions: mark the passage, for which `likely` offers the questions; then `receive` says what it does for each.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.documents import Classification, DocumentKind, ReadDocument, strictest
from scrutiny_desk.domain.people import Appearance, Capacity, Who
from scrutiny_desk.domain.questions import Answer, Given, Question
from scrutiny_desk.domain.sources import Source
from scrutiny_desk.domain.standings import NEEDS_DETAIL, Standing
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import echoes, offering, passages, standings
from scrutiny_desk.services.dates import day, spoken
from scrutiny_desk.store import Database, Library, charges, documents, people, questions, restrictions

_ENOUGH = 0.3
_FROM_WHO_OWES = 0.2


@dataclass(frozen=True, slots=True)
class Likely:
    """An open question that a passage may answer: offered with the reason, never taken on its own account."""

    question_id: int
    likeness: float
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a reply does for one question; `detail` as `standings.stand` has it (the part still open, the ground...)."""

    question_id: int
    standing: Standing
    detail: str = ""
    closed: bool = False


def likely(library: Library, document_id: int, spans: tuple[Span, ...], limit: int = 5) -> tuple[Likely, ...]:
    """The open questions that a marked passage may answer, the likeliest first; all its author owes are among those
    looked at."""
    with library.read() as db:
        passage = passages.source(db, document_id, spans).quote
        writers = offering.authors(db, document_id)
        owed = {
            question_id: who.words
            for who in writers
            if who.person_id is not None
            for question_id in charges.owed_by(db, "question", who.person_id)
        }
        found = {question.id: question for question in _near(db, passage, document_id)}
        found |= {question.id: question for question in questions.load(db, list(owed))}
        offers = [_likely(db, question, passage, owed.get(question.id, "")) for question in found.values()]
    kept = [offer for offer in offers if offer.likeness >= _ENOUGH]
    return tuple(sorted(kept, key=lambda offer: (-offer.likeness, offer.question_id))[:limit])


def receive(
    library: Library,
    outcomes: Sequence[Outcome],
    document_id: int,
    spans: tuple[Span, ...],
    *,
    by: tuple[Who, ...] = (),
    date: str | None = None,
    today: str,
) -> Change:
    """Attach one passage as the reply to each of these questions, and let each stand as its outcome says, in one step.

    Without `by` those who wrote the document are taken as who replied; without `date` it bears the document's day,
    and where that is not known its standing is dated `today` (ISO). One passage may answer one question in full,
    another in part, and be disputed for a third.
    """
    if not outcomes:
        raise Trouble("No question is chosen.", "Choose the question that this answers.")
    for outcome in outcomes:
        if outcome.standing in NEEDS_DETAIL and not outcome.detail.strip():
            raise Trouble(
                f"To mark it as {standings.WORDS[outcome.standing]}, say {NEEDS_DETAIL[outcome.standing]}.",
                "Write it, and try again.",
            )
    given = day(date) if date else None

    def work(db: Database) -> None:
        source = passages.source(db, document_id, spans)
        on = given or documents.get(db, document_id).date
        whos = tuple(passages.who(db, who, document_id) for who in by) or offering.authors(db, document_id)
        answer = Answer(whos, Given.LATER, on, source.quote, source)
        for outcome in outcomes:
            answer_id = questions.add_answer(db, outcome.question_id, answer, by_person=True)
            _close_with(db, outcome.question_id, source)
            standings.enter(
                db,
                outcome.question_id,
                outcome.standing,
                day=on or today,
                detail=" ".join(outcome.detail.split()),
                sources=(source,),
                answer_id=answer_id,
                closed=outcome.closed,
            )

    return library.write("Attach a reply", work)[1]


def _close_with(db: Database, question_id: int, source: Source) -> None:
    """A question is from now on held as strictly as the reply to it."""
    here = restrictions.classification_of(db, source.document_id, {span.block for span in source.spans})
    held = questions.get(db, question_id).classification
    if (strict := strictest(held, here)) is not held:
        questions.update(db, question_id, by_person=False, classification=str(strict))


def note_conversation(
    library: Library, words: str, *, with_whom: Who, on: str, at: str
) -> tuple[int, tuple[Span, ...], Change]:
    """Keep a note of what somebody said on a day (ISO), as a document of its own that a reply can rest on.

    Its number and the spans of the words come back, for `receive`. It is not classified, so that it goes into nothing
    public until a person says that it may. `at` is the time (ISO) of writing.
    """
    said_on, lines = day(on), [" ".join(line.split()) for line in words.splitlines() if line.strip()]
    name = with_whom.words.strip()
    if not lines or not name:
        raise Trouble("A note of a conversation needs words and a name.", "Write what was said, and by whom.")
    title = f"Note of a conversation with {name}, {spoken(said_on)}"
    blocks = [Block(0, BlockKind.HEADING, title)]
    blocks += [Block(number, BlockKind.PARAGRAPH, line) for number, line in enumerate(lines, 1)]

    def work(db: Database) -> int:
        read = ReadDocument(f"{title}.txt", "text", tuple(blocks))
        data = "\n".join([*(block.text for block in blocks), at]).encode()
        document_id = documents.add(
            db, read, data, imported_at=at, kind=DocumentKind.CORRESPONDENCE, title=title, date=said_on,
            classification=Classification.UNKNOWN,
        )  # fmt: skip
        who = passages.who(db, with_whom, None)
        if who.person_id is not None:
            known = people.get(db, who.person_id)
            there = Appearance(known.id, None, document_id, None, Capacity.AUTHOR, known.post, known.organisation)
            people.appear(db, there)
        return document_id

    document_id, change = library.write("Note a conversation", work)
    return document_id, tuple(Span(block.order, 0, len(block.text)) for block in blocks[1:]), change


def _near(db: Database, passage: str, document_id: int) -> Iterable[Question]:
    """The open questions of paragraphs that share words with a passage."""
    for other, block in echoes.near(db, passage, without={document_id}):
        question = offering.question_at(db, other, block)
        if question is not None and question.outstanding:
            yield question


def _likely(db: Database, question: Question, passage: str, owed_by: str) -> Likely:
    likeness, shared = echoes.share(db, question.text, passage)
    reasons = [f"Both speak of {', '.join(shared[:4])}"] if shared else []
    if owed_by:
        likeness += _FROM_WHO_OWES
        reasons.append(f"{owed_by} owes an answer to it")
    return Likely(question.id, min(1.0, round(likeness, 3)), "; ".join(reasons) + "." if reasons else "")
