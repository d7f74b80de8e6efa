"""Reads shaped for one list each: ids in order, then pages of rows.

`ROWS["questions"](library.read)` is the RowSource of the questions; a list holds no rows and no connection, so that
one object serves every thread.
"""

from scrutiny_desk.store.queries.papers import DocumentRows, MeetingRows
from scrutiny_desk.store.queries.persons import PersonRows, WitnessRows
from scrutiny_desk.store.queries.rows import Rows
from scrutiny_desk.store.queries.statements import ActionRows, DecisionRows, QuestionRows, UndertakingRows
from scrutiny_desk.store.queries.topics import IssueRows, TagRows

__all__ = ["ROWS", "Rows"]

ROWS: dict[str, type[Rows]] = {
    "documents": DocumentRows,
    "meetings": MeetingRows,
    "witnesses": WitnessRows,
    "people": PersonRows,
    "questions": QuestionRows,
    "undertakings": UndertakingRows,
    "decisions": DecisionRows,
    "actions": ActionRows,
    "issues": IssueRows,
    "tags": TagRows,
}
"""The lists by name: the command line's kinds, and people and tags."""
