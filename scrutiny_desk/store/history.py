"""The record of who changed what and when, read from the change log."""

import json
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.store import change_log
from scrutiny_desk.store.change_log import Step


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that a step set: the table and row it is in, and its words before and after (None: not there)."""

    table: str
    row_id: int
    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Event:
    """One step that touched a thing. `origin` is "person", "import" or "program"; `kind` "do", "undo" or "redo"."""

    step: int
    at: str
    label: str
    origin: str
    kind: str
    changes: tuple[FieldChange, ...]


def of(db: Database, kind: Kind, row_id: int) -> list[Event]:
    """What has happened to one thing (a question with its people, sources and answers...), oldest first."""
    found = db.execute(
        """SELECT s.id, s.at, s.label, s.origin, s.kind, c.tbl, c.row_id, c.old, c.new
           FROM change_log c JOIN step s ON s.id = c.step_id WHERE c.kind = ? AND c.owner_id = ? ORDER BY c.id""",
        [str(kind), row_id],
    )
    events: dict[int, tuple[tuple[Any, ...], list[FieldChange]]] = {}
    for row in found:
        _, changes = events.setdefault(row[0], (row[:5], []))
        changes.extend(_fields(*row[5:]))
    return [Event(*head, tuple(changes)) for head, changes in events.values()]


def of_question(db: Database, question_id: int) -> list[Event]:
    """What has happened to one question, oldest first."""
    return of(db, Kind.QUESTIONS, question_id)


def latest(db: Database, limit: int = 100) -> list[Step]:
    """The latest steps of the whole library, newest first."""
    return change_log.steps(db, after=0)[::-1][:limit]


def _fields(table: str, row_id: int, old: str | None, new: str | None) -> list[FieldChange]:
    before: dict[str, Any] = json.loads(old) if old else {}
    after: dict[str, Any] = json.loads(new) if new else {}
    names = [name for name in (after or before) if name != "id" and before.get(name) != after.get(name)]
    return [FieldChange(table, row_id, name, before.get(name), after.get(name)) for name in names]
