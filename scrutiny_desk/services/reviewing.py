"""What a person says of a finding: confirmed, corrected, rejected, added, merged or split."""

from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.undertakings import DecisionKind, State
from scrutiny_desk.store import Library

REVIEWED = (Kind.QUESTIONS, Kind.UNDERTAKINGS, Kind.DECISIONS, Kind.ACTIONS)
"""The kinds of finding that a person reviews."""


class Unset:
    """Says that a field is to stay as it is; None means that it is to be unknown."""


UNSET = Unset()


def confirm(library: Library, kind: Kind, ids: Sequence[int]) -> Change:
    """Say that these findings are right as they stand, in one step."""
    raise NotImplementedError


def reject(library: Library, kind: Kind, ids: Sequence[int]) -> Change:
    """Say that these findings are none; they are kept, marked rejected, and no list or briefing shows them."""
    raise NotImplementedError


def restore(library: Library, kind: Kind, ids: Sequence[int]) -> Change:
    """Take rejected findings back as suggestions."""
    raise NotImplementedError


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
    raise NotImplementedError


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
    raise NotImplementedError


def correct_decision(
    library: Library, decision_id: int, *, text: str | Unset = UNSET, kind: DecisionKind | Unset = UNSET
) -> Change:
    """Change what is given of a decision and mark it corrected."""
    raise NotImplementedError


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
    raise NotImplementedError


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
    raise NotImplementedError


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
    raise NotImplementedError


def add_decision(
    library: Library, document_id: int, spans: tuple[Span, ...], *, kind: DecisionKind, text: str | None = None
) -> tuple[int, Change]:
    """Add a decision the program missed, from words a person marked in a document."""
    raise NotImplementedError


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
    raise NotImplementedError


def merge_questions(library: Library, keep: int, others: Sequence[int]) -> Change:
    """Make several rows one: `keep` takes over the sources, answers, tags and undertakings of the others."""
    raise NotImplementedError


def split_question(library: Library, question_id: int, spans: tuple[Span, ...], text: str) -> tuple[int, Change]:
    """Make a second question of part of one: the new row has these spans of the first source, and this text."""
    raise NotImplementedError
