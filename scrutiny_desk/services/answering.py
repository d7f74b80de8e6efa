"""Answers: the passage that answers a question, and where the question then stands."""

from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.documents import strictest
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import Answer, Given, Question, QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.troubles import NotFound
from scrutiny_desk.services import due_days, offering, passages, standings
from scrutiny_desk.services.dates import day
from scrutiny_desk.services.offering import Offer
from scrutiny_desk.services.times import now
from scrutiny_desk.store import Database, Library, documents, questions, restrictions, undertakings, versions

__all__ = [
    "Offer",
    "attach",
    "detach",
    "offers",
    "offers_to_undertaking",
    "refuse",
    "repeats",
    "set_follow_up",
    "set_status",
    "take",
]

_WORDS = {
    QuestionStatus.ANSWERED: "answered",
    QuestionStatus.PARTLY_ANSWERED: "partly answered",
    QuestionStatus.PROMISED: "promised",
    QuestionStatus.ANSWERED_LATER: "answered later",
    QuestionStatus.ANSWER_NOT_MINUTED: "answered, not minuted",
    QuestionStatus.NOT_ANSWERED: "not answered",
}


def set_status(library: Library, question_ids: Sequence[int], status: QuestionStatus) -> Change:
    """Set where these questions stand, in one step, as a person's word."""

    def work(db: Database) -> None:
        for question_id in question_ids:
            _mark(db, question_id, status)

    return library.write(f"Mark as {_WORDS[status]}", work)[1]


def attach(
    library: Library,
    question_ids: Sequence[int],
    document_id: int,
    spans: tuple[Span, ...],
    *,
    by: tuple[Who, ...] = (),
    date: str | None = None,
    status: QuestionStatus | None = None,
) -> Change:
    """Attach a passage as a later answer to each of these questions; with `status`, set it in the same step.

    Without `date` the answer bears its document's.
    """
    given_on = day(date) if date else None

    def work(db: Database) -> None:
        source = passages.source(db, document_id, spans)
        on = given_on or documents.get(db, document_id).date
        whos = tuple(passages.who(db, who, document_id) for who in by)
        held = restrictions.classification_of(db, document_id, {span.block for span in spans})
        for question_id in question_ids:
            question = questions.get(db, question_id)
            answer = Answer(whos, Given.LATER, on, source.quote, source)
            answer_id = questions.add_answer(db, question_id, answer, by_person=True)
            strict = strictest(question.classification, held)
            if strict is not question.classification:
                questions.update(db, question_id, by_person=False, classification=str(strict))
            standing = None if status is None else standings.UNDER_STATUS.get(status)
            if standing is not None and status is not None and on:
                shown = {"sources": (source,), "answer_id": answer_id}
                standings.enter(db, question_id, standing, day=on, status=status, **shown)
            elif status is not None:
                _mark(db, question_id, status)

    return library.write("Attach an answer", work)[1]


def detach(library: Library, question_id: int, answer_index: int) -> Change:
    """Take an answer (counted from 0, as `Question.answers` has them) off a question; its status stays."""

    def work(db: Database) -> None:
        ids = questions.answer_ids(db, question_id)
        if not 0 <= answer_index < len(ids):
            raise NotFound("The question has no such answer.", "It may have been removed; look at the question again.")
        questions.remove_answer(db, ids[answer_index])

    return library.write("Take an answer off", work)[1]


def set_follow_up(library: Library, question_id: int, date: str | None) -> Change:
    """Set the day (ISO) by which a person means to follow the question up; None for no day. The day before is kept."""
    return due_days.set_due(library, Kind.QUESTIONS, question_id, date, label="Set the follow-up day")


def offers(library: Library, question_id: int, limit: int = 5) -> tuple[Offer, ...]:
    """Passages of other documents that may answer this question or ask it again, the likeliest first."""
    with library.read() as db:
        return offering.offers_to_question(db, question_id, limit)


def offers_to_undertaking(library: Library, undertaking_id: int, limit: int = 5) -> tuple[Offer, ...]:
    """Passages of other documents that may show that an undertaking was kept, the likeliest first."""
    with library.read() as db:
        return offering.offers_to_undertaking(db, undertakings.get(db, undertaking_id), limit)


def repeats(library: Library, question_id: int) -> list[tuple[Question, float]]:
    """Questions of other meetings that ask the same again, with how alike they are (0 to 1), the likest first."""
    with library.read() as db:
        found = offering.repeats(db, questions.get(db, question_id))
        held = {question.id: question for question in questions.load(db, [each for each, _likeness in found])}
    return [(held[each], likeness) for each, likeness in found]


def take(library: Library, offer: Offer, status: QuestionStatus) -> Change:
    """Accept an offer: its passage becomes an answer to the question, which then stands as the person says."""
    source = offer.source
    return attach(library, [offer.question_id], source.document_id, source.spans, by=offer.by, status=status)


def refuse(library: Library, offer: Offer) -> Change:
    """Say that the passage is no answer to the question, nor asks it again: it is not offered for it any more."""
    source = offer.source

    def work(db: Database) -> None:
        finding = {offering.PASSAGE: source.spans[0].block}
        kept = versions.propose(
            db, source.document_id, str(Kind.QUESTIONS), offer.question_id, finding, at=now(), reason=offer.reason
        )
        versions.decide_proposal(db, kept, "refused")

    return library.write("Say that this is no answer", work)[1]


def _mark(db: Database, question_id: int, status: QuestionStatus) -> None:
    question = questions.get(db, question_id)
    review = Review.ADDED if question.review is Review.ADDED else Review.CORRECTED
    if question.status is status and question.review is not Review.REJECTED:
        review = question.review if question.review is not Review.SUGGESTED else Review.CONFIRMED
    questions.update(db, question_id, status=str(status), review=str(review))
