"""Findings a person adds: what the program missed, from words marked in a document."""

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import Question, QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.undertakings import Action, Decision, DecisionKind, State, Undertaking
from scrutiny_desk.services import passages
from scrutiny_desk.services.dates import day
from scrutiny_desk.store import Database, Library, questions, restrictions, undertakings


def add_question(
    library: Library,
    document_id: int,
    spans: tuple[Span, ...],
    *,
    text: str | None = None,
    asked_by: Who | None = None,
    put_to: tuple[Who, ...] = (),
    answered_by: tuple[Who, ...] = (),
    status: QuestionStatus = QuestionStatus.NOT_ANSWERED,
    item_id: int | None = None,
) -> tuple[int, Change]:
    """Add a question the program missed, from words a person marked in a document; the new id and the Change.

    Without `text` the marked words are the text; without `item_id` it is the item whose passage they are in.
    """

    def work(db: Database) -> int:
        source = passages.source(db, document_id, spans)
        question = Question(
            id=0,
            item_id=item_id if item_id is not None else passages.item_at(db, document_id, spans),
            text=text or source.quote,
            asked_by=None if asked_by is None else passages.who(db, asked_by, document_id),
            put_to=tuple(passages.who(db, who, document_id) for who in put_to),
            answered_by=tuple(passages.who(db, who, document_id) for who in answered_by),
            status=status,
            question_recorded=True,
            sources=(source,),
            answers=(),
            follow_up_by=None,
            confidence=1.0,
            review=Review.ADDED,
            classification=restrictions.classification_of(db, document_id, {span.block for span in spans}),
            reason=passages.BY_A_PERSON,
        )
        return questions.add(db, question, by_person=True)

    return library.write("Add question", work)


def add_undertaking(
    library: Library,
    document_id: int,
    spans: tuple[Span, ...],
    *,
    text: str | None = None,
    made_by: tuple[Who, ...] = (),
    made_to: Who | None = None,
    due: str | None = None,
    question_id: int | None = None,
) -> tuple[int, Change]:
    """Add an undertaking the program missed, from words a person marked in a document."""
    owed_by = day(due) if due else None

    def work(db: Database) -> int:
        source = passages.source(db, document_id, spans)
        undertaking = Undertaking(
            id=0,
            question_id=question_id,
            item_id=passages.item_at(db, document_id, spans),
            made_by=tuple(passages.who(db, who, document_id) for who in made_by),
            made_to=None if made_to is None else passages.who(db, made_to, document_id),
            text=text or source.quote,
            due=owed_by,
            due_words=None,
            state=State.OPEN,
            sources=(source,),
            confidence=1.0,
            review=Review.ADDED,
            reason=passages.BY_A_PERSON,
        )
        held = restrictions.classification_of(db, document_id, {span.block for span in spans})
        return undertakings.add(db, undertaking, classification=held)

    return library.write("Add undertaking", work)


def add_decision(
    library: Library, document_id: int, spans: tuple[Span, ...], *, kind: DecisionKind, text: str | None = None
) -> tuple[int, Change]:
    """Add a decision the program missed, from words a person marked in a document."""

    def work(db: Database) -> int:
        source = passages.source(db, document_id, spans)
        item_id = passages.item_at(db, document_id, spans)
        decision = Decision(0, item_id, kind, text or source.quote, (source,), Review.ADDED)
        held = restrictions.classification_of(db, document_id, {span.block for span in spans})
        return undertakings.add_decision(db, decision, classification=held, reason=passages.BY_A_PERSON)

    return library.write("Add decision", work)


def add_action(
    library: Library,
    document_id: int,
    spans: tuple[Span, ...],
    *,
    text: str | None = None,
    owners: tuple[Who, ...] = (),
    due: str | None = None,
) -> tuple[int, Change]:
    """Add an action the program missed, from words a person marked in a document."""
    owed_by = day(due) if due else None

    def work(db: Database) -> int:
        source = passages.source(db, document_id, spans)
        action = Action(
            id=0,
            item_id=passages.item_at(db, document_id, spans),
            owners=tuple(passages.who(db, who, document_id) for who in owners),
            text=text or source.quote,
            due=owed_by,
            state=State.OPEN,
            sources=(source,),
            review=Review.ADDED,
        )
        held = restrictions.classification_of(db, document_id, {span.block for span in spans})
        return undertakings.add_action(db, action, classification=held, reason=passages.BY_A_PERSON)

    return library.write("Add action", work)
