"""The lists of the library: a RowSource for each, and the things themselves by id."""

from collections.abc import Sequence

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.undertakings import Action, Decision, Undertaking
from scrutiny_desk.domain.work import RowSource
from scrutiny_desk.store import Library, versions
from scrutiny_desk.store import questions as question_rows
from scrutiny_desk.store import undertakings as undertaking_rows
from scrutiny_desk.store.queries import ROWS, Rows
from scrutiny_desk.store.versions import Difference


def rows(library: Library, kind: Kind) -> RowSource:
    """The list of one kind: ids in the order a View asks for, and a row of plain values for each.

    The columns are named by the source's `columns`; every kind's first column is "id". Any thread may ask it.
    """
    return ROWS[str(kind)](library.read, kept=library.kept_orders)


def make_ready(source: RowSource, order: str) -> None:
    """Put the whole of a long list in this order once, so that a view in this order is there at once."""
    if isinstance(source, Rows):
        source.make_ready(order)


def witnesses(library: Library) -> RowSource:
    """The people who were asked or who answered, with how many questions are outstanding."""
    return ROWS["witnesses"](library.read)


def question(library: Library, question_id: int) -> Question:
    """A question with its sources and answers; `NotFound` where there is none."""
    with library.read() as db:
        return question_rows.get(db, question_id)


def questions(library: Library, ids: Sequence[int]) -> list[Question]:
    """These questions, in the order of the ids; those that are gone are left out."""
    with library.read() as db:
        found = {row.id: row for row in question_rows.load(db, ids)}
    return [found[row_id] for row_id in ids if row_id in found]


def differences(library: Library, question_id: int) -> list[Difference]:
    """Where the copies of a question or of its answers are worded differently; a person may settle which is right."""
    with library.read() as db:
        return versions.differences_of_question(db, question_id)


def undertaking(library: Library, undertaking_id: int) -> Undertaking:
    """An undertaking; `NotFound` where there is none."""
    with library.read() as db:
        return undertaking_rows.get(db, undertaking_id)


def undertakings(library: Library, ids: Sequence[int]) -> list[Undertaking]:
    """These undertakings, in the order of the ids; those that are gone are left out."""
    with library.read() as db:
        found = {row.id: row for row in undertaking_rows.load(db, ids)}
    return [found[row_id] for row_id in ids if row_id in found]


def decision(library: Library, decision_id: int) -> Decision:
    """A decision; `NotFound` where there is none."""
    with library.read() as db:
        return undertaking_rows.decision(db, decision_id)


def action(library: Library, action_id: int) -> Action:
    """An action; `NotFound` where there is none."""
    with library.read() as db:
        return undertaking_rows.action(db, action_id)
