"""Every change as a named step in an append-only log that triggers write: the ground of undo and of the history.

Undo writes a new step that inverts an old one, redo one that inverts the undo; nothing is ever struck from the log
but by `thin`. Document text and original bytes are not logged: undoing an import marks the document withdrawn.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.store import documents, logged

KEPT_STEPS = 500
MANY = 5000
"""A step that touched more rows than this tells only the kinds of thing it touched."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the log; `undoes` is the step it inverts. `at` is ISO text in UTC."""

    id: int
    label: str
    origin: str
    kind: str
    undoes: int | None
    at: str
    merge_key: str = ""


@dataclass(frozen=True, slots=True)
class Stacks:
    """The steps that can be undone and redone, the next one last."""

    undo: tuple[Step, ...]
    redo: tuple[Step, ...]

    @property
    def undo_label(self) -> str | None:
        return self.undo[-1].label if self.undo else None

    @property
    def redo_label(self) -> str | None:
        return self.redo[-1].label if self.redo else None


def lay_triggers(db: Database) -> None:
    """Lay the triggers that log this connection's changes. They are the connection's own, never in the file."""
    db.execute("CREATE TEMP TABLE pen (step_id INTEGER)")
    db.execute("INSERT INTO pen VALUES (NULL)")
    for trigger in logged.triggers(db):
        db.execute(trigger)


def begin_step(db: Database, label: str, origin: str, merge_key: str = "") -> int:
    """Start a step inside the open transaction; its number. It joins the last one of the same `merge_key`."""
    last = stacks(db).undo[-1:] if merge_key else ()
    if last and last[0].merge_key == merge_key and last[0].id == last_step(db):
        step = last[0].id
    else:
        step = _enter(db, label, origin, "do", None, merge_key)
    db.execute("UPDATE pen SET step_id = ?", [step])
    return step


def end_step(db: Database, step: int) -> Change:
    """Lay the pen down; what the step made different. A step that changed nothing leaves no trace."""
    db.execute("UPDATE pen SET step_id = NULL")
    row = db.execute("SELECT label, origin FROM step WHERE id = ?", [step]).fetchone()
    change = _change(db, row[0], row[1], "step_id = :step", {"step": step})
    if not change:
        db.execute("DELETE FROM step WHERE id = ?", [step])
    return change


def undo(db: Database) -> Change:
    """Invert the latest step not undone yet, as a step of its own."""
    can = stacks(db).undo
    return _invert(db, can[-1], "undo") if can else Change()


def redo(db: Database) -> Change:
    """Invert the latest undo not redone yet, as a step of its own."""
    can = stacks(db).redo
    return _invert(db, can[-1], "redo") if can else Change()


def stacks(db: Database) -> Stacks:
    """What can be undone and redone now, worked out from the log."""
    done: list[Step] = []
    undone: list[Step] = []
    for step in steps(db, after=_horizon(db)):
        if step.kind == "do":
            done.append(step)
            undone.clear()
        elif step.kind == "undo":
            if done:
                done.pop()
            undone.append(step)
        else:
            if undone:
                undone.pop()
            done.append(step)
    return Stacks(tuple(done), tuple(undone))


def steps(db: Database, *, after: int = 0) -> list[Step]:
    """The steps of the log after this number, oldest first."""
    sql = "SELECT id, label, origin, kind, undoes, at, merge_key FROM step WHERE id > ? ORDER BY id"
    return [Step(*row) for row in db.execute(sql, [after])]


def last_step(db: Database) -> int:
    """The number of the latest step, 0 where there is none."""
    return int(db.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()[0])


def changes_since(db: Database, step: int) -> Change:
    """What the steps after this one have made different."""
    newer = steps(db, after=step)
    if not newer:
        return Change()
    return _change(db, newer[-1].label, newer[-1].origin, "step_id > :step", {"step": step})


def thin(db: Database, keep: int = KEPT_STEPS) -> None:
    """Move the undo horizon up so that at most `keep` steps can be undone, and empty the log of what no undo and no
    history needs any more: documents whose import can no longer be redone go for good."""
    can = stacks(db)
    if len(can.undo) > keep:
        horizon = can.undo[-keep].id - 1
        db.execute("UPDATE meta SET value = ? WHERE key = 'undo_horizon'", [str(horizon)])
    wanted = {row for step in can.redo for row in _documents_of(db, step.id)}
    for (document_id,) in db.execute("SELECT id FROM document WHERE withdrawn").fetchall():
        if document_id not in wanted and not _withdrawn_by_undoable(db, document_id):
            documents.purge(db, document_id)


def forbid_undo(db: Database) -> None:
    """Let nothing done until now, this step included, be undone; the record of it stays."""
    db.execute("UPDATE meta SET value = ? WHERE key = 'undo_horizon'", [str(last_step(db))])


def _withdrawn_by_undoable(db: Database, document_id: int) -> bool:
    horizon = _horizon(db)
    sql = "SELECT max(step_id) FROM change_log WHERE tbl = 'document' AND row_id = ?"
    step = db.execute(sql, [document_id]).fetchone()[0]
    return step is not None and step > horizon and step in {s.id for s in stacks(db).undo}


def _documents_of(db: Database, step: int) -> list[int]:
    sql = "SELECT DISTINCT row_id FROM change_log WHERE step_id = ? AND tbl = 'document'"
    return [row[0] for row in db.execute(sql, [step])]


def _horizon(db: Database) -> int:
    return int(db.execute("SELECT value FROM meta WHERE key = 'undo_horizon'").fetchone()[0])


def _enter(db: Database, label: str, origin: str, kind: str, undoes: int | None, merge_key: str = "") -> int:
    at = datetime.now(UTC).isoformat(timespec="seconds")
    cursor = db.execute(
        "INSERT INTO step (label, origin, kind, undoes, merge_key, at) VALUES (?, ?, ?, ?, ?, ?)",
        [label, origin, kind, undoes, merge_key, at],
    )
    return int(cursor.lastrowid or 0)


def _invert(db: Database, step: Step, kind: str) -> Change:
    # Cascades were logged parent first, so that children may come back before their parent does.
    db.execute("PRAGMA defer_foreign_keys = ON")
    inverse = _enter(db, step.label, step.origin, kind, step.id)
    db.execute("UPDATE pen SET step_id = ?", [inverse])
    sql = "SELECT tbl, row_id, op, old FROM change_log WHERE step_id = ? ORDER BY id DESC"
    for table, row_id, op, old in db.execute(sql, [step.id]).fetchall():
        _invert_row(db, table, row_id, op, json.loads(old) if old else {})
    return end_step(db, inverse)


def _invert_row(db: Database, table: str, row_id: int, op: str, old: dict[str, Any]) -> None:
    if op == "I" and table == "document":
        db.execute("UPDATE document SET withdrawn = 1 WHERE id = ?", [row_id])
    elif op == "I":
        db.execute(f"DELETE FROM {table} WHERE id = ?", [row_id])
    elif op == "U":
        sets = ", ".join(f"{column} = :{column}" for column in old)
        db.execute(f"UPDATE {table} SET {sets} WHERE id = :id", old)
    else:
        columns, marks = ", ".join(old), ", ".join(f":{column}" for column in old)
        db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", old)


def _change(db: Database, label: str, origin: str, where: str, params: dict[str, Any]) -> Change:
    sql = f"""SELECT kind, owner_id FROM change_log WHERE {where}
        UNION SELECT kind, owner_before FROM change_log WHERE {where} AND owner_before IS NOT NULL"""
    touched: dict[Kind, set[int]] = {}
    for kind, owner in db.execute(sql, params):
        touched.setdefault(Kind(kind), set()).update(() if owner is None else (owner,))
    if sum(len(ids) for ids in touched.values()) > MANY:
        return Change(label, {kind: frozenset() for kind in touched}, origin)
    return Change(label, {kind: frozenset(ids) for kind, ids in touched.items()}, origin)
