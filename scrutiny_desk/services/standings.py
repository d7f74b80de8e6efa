"""How a question stands: set by a person with the passage or letter that shows it, each change dated and kept."""

from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.documents import strictest
from scrutiny_desk.domain.questions import Answer, Given, Question, QuestionStatus
from scrutiny_desk.domain.sources import Review, Source
from scrutiny_desk.domain.standings import (
    ALWAYS_CLOSED,
    MAY_CLOSE,
    NEEDS_DETAIL,
    NEEDS_SHOWING,
    Standing,
    StandingChange,
    status_under,
)
from scrutiny_desk.domain.troubles import NotFound, Trouble
from scrutiny_desk.services import passages
from scrutiny_desk.services.dates import day as checked_day
from scrutiny_desk.store import Database, Library, documents, questions, restrictions
from scrutiny_desk.store import standings as rows

WORDS: dict[Standing, str] = {
    Standing.OPEN: "open",
    Standing.ANSWERED_IN_FULL: "answered in full",
    Standing.PART_ANSWERED: "part answered",
    Standing.HOLDING_REPLY: "holding reply",
    Standing.REFUSED: "refused",
    Standing.TRANSFERRED: "passed to another body",
    Standing.CORRECTED: "answer corrected",
    Standing.ANSWERED_ELSEWHERE: "answered elsewhere",
    Standing.SEE_WEBCAST: "see the webcast",
    Standing.DISPUTED: "answer disputed",
    Standing.OVERTAKEN: "overtaken",
    Standing.WITHDRAWN: "withdrawn",
}
"""Each standing in the words a person reads."""

UNDER_STATUS: dict[QuestionStatus, Standing] = {
    QuestionStatus.ANSWERED: Standing.ANSWERED_IN_FULL,
    QuestionStatus.ANSWERED_LATER: Standing.ANSWERED_IN_FULL,
    QuestionStatus.PARTLY_ANSWERED: Standing.PART_ANSWERED,
    QuestionStatus.PROMISED: Standing.HOLDING_REPLY,
}
"""The standing that a status comes to where an answer that shows it is attached."""


def stand(
    library: Library,
    question_ids: Sequence[int],
    standing: Standing,
    *,
    day: str,
    detail: str = "",
    document_id: int | None = None,
    spans: tuple[Span, ...] = (),
    answer: int | None = None,
    shown_by: str = "",
    closed: bool = False,
) -> Change:
    """Say what has become of these questions, in one step; the contract's status follows (`status_under`).

    `day` (ISO) is from when it holds. What shows it is a passage (`document_id` and `spans`), an answer of the
    question (`answer`, counted from 0), or words for what is not in the library (`shown_by`: "letter of 3 June").
    `detail` is what `NEEDS_DETAIL` asks for, or which part is still open. `closed` takes a refusal off what is
    outstanding; overtaken and withdrawn always are. `Trouble` where something that is needed is missing.
    """
    on = checked_day(day)
    _refuse(standing, " ".join(detail.split()), bool(spans or shown_by.strip() or answer is not None), closed)

    def work(db: Database) -> None:
        passage = (passages.source(db, document_id, spans),) if document_id is not None and spans else ()
        for question_id in question_ids:
            answer_id, shown = _answer(db, question_id, answer)
            enter(
                db,
                question_id,
                standing,
                day=on,
                detail=" ".join(detail.split()),
                shown_by=" ".join(shown_by.split()),
                sources=passage or shown,
                answer_id=answer_id,
                closed=closed,
            )

    return library.write(f"Mark as {WORDS[standing]}", work)[1]


def history(library: Library, question_id: int) -> tuple[StandingChange, ...]:
    """How a question has stood, as people said it, oldest first; what the record shows is not among it."""
    with library.read() as db:
        return tuple(rows.of_question(db, question_id))


def enter(
    db: Database,
    question_id: int,
    standing: Standing,
    *,
    day: str,
    detail: str = "",
    shown_by: str = "",
    sources: tuple[Source, ...] = (),
    answer_id: int | None = None,
    closed: bool = False,
    status: QuestionStatus | None = None,
) -> int:
    """`stand` for one question, within a write; a passage that is held back holds the question back too.

    `status` is the status it comes to where the person has said that as well.
    """
    question = questions.get(db, question_id)
    later = _came_later(db, question, sources, answer_id)
    change = StandingChange(
        id=0,
        question_id=question_id,
        standing=standing,
        day=day,
        detail=detail,
        shown_by=shown_by,
        closed=closed or standing in ALWAYS_CLOSED,
        status=status or status_under(standing, question.status, later=later),
        status_before=question.status,
        answer_id=answer_id,
        sources=sources,
    )
    for source in sources:
        held = restrictions.classification_of(db, source.document_id, {span.block for span in source.spans})
        strict = strictest(questions.get(db, question_id).classification, held)
        questions.update(db, question_id, by_person=False, classification=str(strict))
    return rows.add(db, change, review=str(_reviewed(question, change.status)))


def _refuse(standing: Standing, detail: str, shown: bool, closed: bool) -> None:
    if standing in NEEDS_DETAIL and not detail:
        raise Trouble(f"To mark it as {WORDS[standing]}, say {NEEDS_DETAIL[standing]}.", "Write it, and try again.")
    if standing in NEEDS_SHOWING and not shown:
        raise Trouble(
            f"To mark it as {WORDS[standing]}, say what shows it.",
            "Mark the passage, or name the letter, the e-mail or the conversation.",
        )
    if closed and standing not in MAY_CLOSE:
        raise Trouble(
            f"A question marked as {WORDS[standing]} is not closed by that.",
            "Only a refusal, or a question overtaken or withdrawn, can be closed without an answer.",
        )


def _answer(db: Database, question_id: int, answer: int | None) -> tuple[int | None, tuple[Source, ...]]:
    if answer is None:
        return None, ()
    ids = questions.answer_ids(db, question_id)
    if not 0 <= answer < len(ids):
        raise NotFound("The question has no such answer.", "It may have been removed; look at the question again.")
    source = questions.get(db, question_id).answers[answer].source
    return ids[answer], (source,) if source.document_id else ()


def _came_later(db: Database, question: Question, sources: tuple[Source, ...], answer_id: int | None) -> bool:
    """Whether what shows it came after the meeting: a passage of the meeting's own papers did not."""
    if answer_id is not None:
        ids = questions.answer_ids(db, question.id)
        answers: dict[int, Answer] = dict(zip(ids, question.answers, strict=True))
        return answers[answer_id].given is Given.LATER
    if not sources:
        return True
    first = question.sources[0].document_id if question.sources else None
    meeting = questions.meeting_of(db, question.item_id, first)
    return meeting is None or documents.get(db, sources[0].document_id).meeting_id != meeting


def _reviewed(question: Question, status: QuestionStatus) -> Review:
    """What the person's word makes of a finding: the same status confirms it, another corrects it."""
    if question.review is Review.ADDED:
        return Review.ADDED
    if question.status is not status:
        return Review.CORRECTED
    settled = (Review.CORRECTED, Review.CONFIRMED)
    return question.review if question.review in settled else Review.CONFIRMED
