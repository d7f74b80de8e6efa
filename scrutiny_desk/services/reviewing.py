"""What a person says of a finding: confirmed, corrected, rejected, added, merged or split."""

from collections.abc import Callable, Sequence
from typing import Any

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import Question, QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.undertakings import Action, Decision, DecisionKind, State, Undertaking
from scrutiny_desk.services import passages
from scrutiny_desk.services.adding import add_action, add_decision, add_question, add_undertaking
from scrutiny_desk.services.dates import day
from scrutiny_desk.store import Database, Library, questions, undertakings

__all__ = [
    "REVIEWED",
    "UNSET",
    "Unset",
    "add_action",
    "add_decision",
    "add_question",
    "add_undertaking",
    "confirm",
    "correct_action",
    "correct_decision",
    "correct_question",
    "correct_undertaking",
    "merge_questions",
    "reject",
    "restore",
    "split_question",
]

REVIEWED = (Kind.QUESTIONS, Kind.UNDERTAKINGS, Kind.DECISIONS, Kind.ACTIONS)
"""The kinds of finding that a person reviews."""

_NOUNS = {
    Kind.QUESTIONS: ("question", "questions"),
    Kind.UNDERTAKINGS: ("undertaking", "undertakings"),
    Kind.DECISIONS: ("decision", "decisions"),
    Kind.ACTIONS: ("action", "actions"),
}
_UPDATE: dict[Kind, Callable[..., tuple[str, ...]]] = {
    Kind.QUESTIONS: questions.update,
    Kind.UNDERTAKINGS: undertakings.update,
    Kind.DECISIONS: undertakings.update_decision,
    Kind.ACTIONS: undertakings.update_action,
}
_GET: dict[Kind, Callable[[Database, int], Question | Undertaking | Decision | Action]] = {
    Kind.QUESTIONS: questions.get,
    Kind.UNDERTAKINGS: undertakings.get,
    Kind.DECISIONS: undertakings.decision,
    Kind.ACTIONS: undertakings.action,
}


class Unset:
    """Says that a field is to stay as it is; None means that it is to be unknown."""


UNSET = Unset()


def confirm(library: Library, kind: Kind, ids: Sequence[int]) -> Change:
    """Say that these findings are right as they stand, in one step."""
    return _review(library, "Confirm", kind, ids, Review.CONFIRMED)


def reject(library: Library, kind: Kind, ids: Sequence[int]) -> Change:
    """Say that these findings are none; they are kept, marked rejected, and no list or briefing shows them."""
    return _review(library, "Reject", kind, ids, Review.REJECTED)


def restore(library: Library, kind: Kind, ids: Sequence[int]) -> Change:
    """Take rejected findings back as suggestions."""
    return _review(library, "Take back", kind, ids, Review.SUGGESTED)


def correct_question(
    library: Library,
    question_id: int,
    *,
    text: str | Unset = UNSET,
    asked_by: Who | None | Unset = UNSET,
    put_to: tuple[Who, ...] | Unset = UNSET,
    answered_by: tuple[Who, ...] | Unset = UNSET,
    status: QuestionStatus | Unset = UNSET,
    item_id: int | None | Unset = UNSET,
    follow_up_by: str | None | Unset = UNSET,
) -> Change:
    """Change what is given of a question and mark it corrected; its sources stay as the documents have them.

    A `Who` with a name and no `person_id` is matched with the library's people, or added to them.
    """
    follow_up_by = day(follow_up_by) if isinstance(follow_up_by, str) else follow_up_by
    fields = _given(
        text=text,
        asked_by=asked_by,
        put_to=put_to,
        answered_by=answered_by,
        status=status,
        item_id=item_id,
        follow_up_by=follow_up_by,
    )
    return _correct(library, Kind.QUESTIONS, question_id, fields)


def correct_undertaking(
    library: Library,
    undertaking_id: int,
    *,
    text: str | Unset = UNSET,
    made_by: tuple[Who, ...] | Unset = UNSET,
    made_to: Who | None | Unset = UNSET,
    due: str | None | Unset = UNSET,
    state: State | Unset = UNSET,
    question_id: int | None | Unset = UNSET,
) -> Change:
    """Change what is given of an undertaking and mark it corrected."""
    due = day(due) if isinstance(due, str) else due
    fields = _given(text=text, made_by=made_by, made_to=made_to, due=due, state=state, question_id=question_id)
    return _correct(library, Kind.UNDERTAKINGS, undertaking_id, fields)


def correct_decision(
    library: Library, decision_id: int, *, text: str | Unset = UNSET, kind: DecisionKind | Unset = UNSET
) -> Change:
    """Change what is given of a decision and mark it corrected."""
    return _correct(library, Kind.DECISIONS, decision_id, _given(text=text, kind=kind))


def correct_action(
    library: Library,
    action_id: int,
    *,
    text: str | Unset = UNSET,
    owners: tuple[Who, ...] | Unset = UNSET,
    due: str | None | Unset = UNSET,
    state: State | Unset = UNSET,
) -> Change:
    """Change what is given of an action and mark it corrected."""
    due = day(due) if isinstance(due, str) else due
    return _correct(library, Kind.ACTIONS, action_id, _given(text=text, owners=owners, due=due, state=state))


def merge_questions(library: Library, keep: int, others: Sequence[int]) -> Change:
    """Make several rows one: `keep` takes over the sources, answers, tags and undertakings of the others."""

    def work(db: Database) -> None:
        for other in others:
            if other != keep:
                questions.merge(db, keep, other)
        questions.update(db, keep, review=str(_reviewed(questions.get(db, keep), Review.CORRECTED)))

    return library.write("Join questions", work)[1]


def split_question(library: Library, question_id: int, spans: tuple[Span, ...], text: str) -> tuple[int, Change]:
    """Make a second question of part of one: the new row has these spans of the first source, and this text."""

    def work(db: Database) -> int:
        first = questions.get(db, question_id)
        source = passages.source(db, first.sources[0].document_id, spans)
        second = Question(
            id=0,
            item_id=first.item_id,
            text=text,
            asked_by=first.asked_by,
            put_to=first.put_to,
            answered_by=first.answered_by,
            status=first.status,
            question_recorded=first.question_recorded,
            sources=(source,),
            answers=first.answers,
            follow_up_by=first.follow_up_by,
            confidence=1.0,
            review=Review.ADDED,
            classification=first.classification,
            reason=passages.BY_A_PERSON,
        )
        return questions.add(db, second, by_person=True)

    return library.write("Split question", work)


def _review(library: Library, verb: str, kind: Kind, ids: Sequence[int], review: Review) -> Change:
    update = _UPDATE[kind]

    def work(db: Database) -> None:
        for row_id in ids:
            update(db, row_id, review=str(review))

    one, several = _NOUNS[kind]
    return library.write(f"{verb} {one if len(ids) == 1 else f'{len(ids)} {several}'}", work)[1]


def _given(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if not isinstance(value, Unset)}


def _correct(library: Library, kind: Kind, row_id: int, fields: dict[str, Any]) -> Change:
    if isinstance(fields.get("text"), str) and not fields["text"].strip():
        raise Trouble(f"The words of a {_NOUNS[kind][0]} cannot be empty.", "To take it out, reject it.")

    def work(db: Database) -> None:
        row = _GET[kind](db, row_id)
        ready = {name: _ready(db, row, value) for name, value in fields.items()}
        _UPDATE[kind](db, row_id, **ready, review=str(_reviewed(row, Review.CORRECTED)))

    return library.write(f"Correct {_NOUNS[kind][0]}", work)[1]


def _reviewed(row: Question | Undertaking | Decision | Action, review: Review) -> Review:
    """A row that a person added stays one that a person added."""
    return Review.ADDED if row.review is Review.ADDED else review


def _ready(db: Database, row: Question | Undertaking | Decision | Action, value: object) -> object:
    """A field as the store takes it: people found or added, states as their words."""
    if isinstance(value, Who):
        return passages.who(db, value, row.sources[0].document_id if row.sources else None)
    if isinstance(value, tuple):
        return tuple(_ready(db, row, each) for each in value)
    return str(value) if isinstance(value, QuestionStatus | State | DecisionKind) else value
