"""Whose a thing is: the history of each, and who held which post when."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.charges import Charge, Tenure
from scrutiny_desk.store import rows
from scrutiny_desk.store.queries.rows import OUTSTANDING, OWING

KINDS = ("question", "undertaking", "action")
STILL_OPEN = {
    "question": f"q.status IN ({OUTSTANDING}) AND NOT q.closed AND q.review <> 'rejected'",
    "undertaking": "q.state = 'open' AND q.review <> 'rejected'",
    "action": "q.state = 'open' AND q.review <> 'rejected'",
}
"""What is still owed of each kind, of the row called `q`, as SQL."""


def add(
    db: Database,
    kind: str,
    row_id: int,
    *,
    since: str,
    person_id: int | None = None,
    post: str | None = None,
    organisation: str | None = None,
    reason: str = "",
) -> int:
    """Give a "question", "undertaking" or "action" to somebody, or to a post nobody is known to hold; its id."""
    db.execute(f"UPDATE charge SET latest = 0 WHERE {kind}_id = ? AND latest", [row_id])
    values = {"person_id": person_id, "post": post, "organisation": organisation, "since": since, "reason": reason}
    return rows.insert(db, "charge", {f"{kind}_id": row_id, **values})


def history(db: Database, kind: str, row_id: int) -> list[Charge]:
    """Whose a thing has been since it was first passed on, oldest first."""
    return _charges(db, f"c.{kind}_id = :id", {"id": row_id})


def latest(db: Database, kind: str, ids: Sequence[int]) -> dict[int, Charge]:
    """Whose each of these is now, of those that were passed on."""
    where = f"c.{kind}_id {rows.IN} AND c.latest"
    return {charge.row_id: charge for charge in _charges(db, where, {"ids": rows.id_list(ids)})}


def of_nobody(db: Database) -> list[Charge]:
    """What is still owed by a post that nobody is known to hold: the program asks to whom it passes."""
    still = " OR ".join(
        f"c.{kind}_id IN (SELECT q.id FROM {kind} q WHERE {condition})" for kind, condition in STILL_OPEN.items()
    )
    return _charges(db, f"c.latest AND c.person_id IS NULL AND ({still})", {})


def everything(db: Database) -> list[Charge]:
    """Every passing on, in the order they were entered."""
    return _charges(db, "1", {})


def owed_by(db: Database, kind: str, person_id: int) -> list[int]:
    """What a person still owes of a kind: put to them and not passed on, or passed to them; in order of number."""
    sql = f"""SELECT DISTINCT q.id FROM {kind} q WHERE {STILL_OPEN[kind]} AND (
        q.id IN (SELECT {kind}_id FROM charge WHERE person_id = :id AND latest AND {kind}_id IS NOT NULL)
        OR q.id IN (SELECT {kind}_id FROM who WHERE person_id = :id AND role IN ({OWING[kind]}))
            AND NOT EXISTS (SELECT 1 FROM charge c WHERE c.{kind}_id = q.id AND c.latest)) ORDER BY q.id"""
    return [row[0] for row in db.execute(sql, {"id": person_id})]


def first_owing(db: Database, kind: str, row_id: int) -> int | None:
    """The first person of the library in the roles of those who owe a thing, charges apart."""
    sql = f"""SELECT person_id FROM who WHERE {kind}_id = ? AND role IN ({OWING[kind]}) AND person_id IS NOT NULL
        ORDER BY role = 'answered_by', position, id LIMIT 1"""
    found = db.execute(sql, [row_id]).fetchone()
    return found[0] if found else None


def ever_owing(db: Database, kind: str, row_id: int) -> frozenset[int]:
    """The people who owe a thing or have owed it."""
    sql = f"""SELECT person_id FROM who WHERE {kind}_id = :id AND role IN ({OWING[kind]})
        UNION SELECT person_id FROM charge WHERE {kind}_id = :id"""
    return frozenset(row[0] for row in db.execute(sql, {"id": row_id}) if row[0] is not None)


def post_then(db: Database, person_id: int, kind: str, row_id: int) -> tuple[str | None, str | None]:
    """The post and organisation a person had at the meeting of a thing, else the latest known."""
    sql = f"""SELECT a.post, a.organisation FROM {kind} q JOIN appearance a ON a.meeting_id = q.meeting_id
        WHERE q.id = ? AND a.person_id = ? AND a.post IS NOT NULL
        UNION ALL SELECT post, organisation FROM person WHERE id = ?"""
    found = db.execute(sql, [row_id, person_id, person_id]).fetchone()
    return (found[0], found[1]) if found else (None, None)


def meeting_day(db: Database, kind: str, row_id: int) -> str | None:
    """The day (ISO) of the meeting of a thing."""
    sql = f"SELECT m.date FROM {kind} q JOIN meeting m ON m.id = q.meeting_id WHERE q.id = ?"
    found = db.execute(sql, [row_id]).fetchone()
    return found[0] if found else None


def add_tenure(db: Database, tenure: Tenure) -> int:
    """Enter that a person held a post; its id. `tenure.id` is not looked at."""
    names = ("person_id", "post", "organisation", "since", "until", "shown_by")
    return rows.insert(db, "tenure", {name: getattr(tenure, name) for name in names})


def tenures_of(db: Database, person_id: int) -> list[Tenure]:
    """The posts a person held as somebody has entered them, in the order of entry."""
    return _tenures(db, "person_id = :id", {"id": person_id})


def every_tenure(db: Database) -> list[Tenure]:
    """Every entry of a post held."""
    return _tenures(db, "1", {})


def names_of(db: Database, ids: Iterable[int]) -> dict[int, str]:
    """The names of people by number."""
    sql = f"SELECT id, name FROM person WHERE id {rows.IN}"
    return dict(db.execute(sql, {"ids": rows.id_list(ids)}).fetchall())


def _charges(db: Database, where: str, params: dict[str, Any]) -> list[Charge]:
    sql = f"""SELECT c.id, c.question_id, c.undertaking_id, c.action_id, c.person_id, p.name, c.post, c.organisation,
        c.since, c.reason, c.latest FROM charge c LEFT JOIN person p ON p.id = c.person_id
        WHERE {where} ORDER BY c.id"""
    found = []
    for row in db.execute(sql, params):
        at = next(n for n in range(1, 4) if row[n] is not None)
        found.append(Charge(row[0], KINDS[at - 1], row[at], *row[4:10], bool(row[10])))
    return found


def _tenures(db: Database, where: str, params: dict[str, Any]) -> list[Tenure]:
    sql = f"SELECT id, person_id, post, organisation, since, until, shown_by FROM tenure WHERE {where} ORDER BY id"
    return [Tenure(*row) for row in db.execute(sql, params)]
