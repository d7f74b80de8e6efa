"""The chasers on record: which step was taken when, to whom, and what it asked for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.chasing import Chaser
from scrutiny_desk.store import rows

KINDS = ("question", "undertaking", "action", "decision")


def add(db: Database, chaser: Chaser) -> int:
    """Enter a chaser with what it asks for; its id. `chaser.id` is not looked at."""
    names = ("person_id", "step", "title", "day", "sent_to", "words")
    new = rows.insert(db, "chaser", {name: getattr(chaser, name) for name in names})
    for kind, row_id in chaser.asked_for:
        rows.insert(db, "chased", {"chaser_id": new, f"{kind}_id": row_id})
    return new


def of(db: Database, kind: str, row_id: int) -> list[Chaser]:
    """The chasers that asked for one thing, oldest first."""
    return _chasers(db, f"id IN (SELECT chaser_id FROM chased WHERE {kind}_id = :id)", {"id": row_id})


def of_person(db: Database, person_id: int) -> list[Chaser]:
    """The chasers a person was sent, oldest first."""
    return _chasers(db, "person_id = :id", {"id": person_id})


def everything(db: Database) -> list[Chaser]:
    """Every chaser, oldest first."""
    return _chasers(db, "1", {})


def tally(db: Database, kind: str, ids: Sequence[int]) -> dict[int, tuple[int, str]]:
    """How often each of these was chased and on what day last, of those that were."""
    sql = f"""SELECT d.{kind}_id, count(*), max(c.day) FROM chased d JOIN chaser c ON c.id = d.chaser_id
        WHERE d.{kind}_id {rows.IN} GROUP BY d.{kind}_id"""
    return {row[0]: (row[1], row[2]) for row in db.execute(sql, {"ids": rows.id_list(ids)})}


def _chasers(db: Database, where: str, params: dict[str, Any]) -> list[Chaser]:
    sql = f"SELECT id, person_id, step, title, day, sent_to, words FROM chaser WHERE {where} ORDER BY day, id"
    found = db.execute(sql, params).fetchall()
    asked = _asked_for(db, (row[0] for row in found))
    return [Chaser(*row, tuple(asked[row[0]])) for row in found]


def _asked_for(db: Database, ids: Iterable[int]) -> dict[int, list[tuple[str, int]]]:
    sql = f"SELECT chaser_id, {', '.join(f'{k}_id' for k in KINDS)} FROM chased WHERE chaser_id {rows.IN} ORDER BY id"
    found: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for chaser_id, *owners in db.execute(sql, {"ids": rows.id_list(ids)}):
        found[chaser_id] += [(kind, owner) for kind, owner in zip(KINDS, owners, strict=True) if owner is not None]
    return found
