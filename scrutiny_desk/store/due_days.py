"""When things were due at one time and another: the first day promised, and every day it was moved to."""

from collections import defaultdict
from collections.abc import Sequence

from sqlite_utils import Database

from scrutiny_desk.domain.deadlines import DueDay
from scrutiny_desk.store import rows

KINDS = ("question", "undertaking", "action", "decision")


def add(db: Database, kind: str, row_id: int, day: DueDay) -> int:
    """Enter one more day for a "question", "undertaking", "action" or "decision"; its id."""
    return rows.insert(db, "due_day", {f"{kind}_id": row_id, "due": day.due, "how": day.how, "said_on": day.said_on})


def of(db: Database, kind: str, row_id: int) -> list[DueDay]:
    """The days of one thing, oldest first."""
    return load(db, kind, [row_id]).get(row_id, [])


def load(db: Database, kind: str, ids: Sequence[int]) -> dict[int, list[DueDay]]:
    """The days of each of these that has any, oldest first."""
    found: dict[int, list[DueDay]] = defaultdict(list)
    sql = f"SELECT {kind}_id, due, how, said_on FROM due_day WHERE {kind}_id {rows.IN} ORDER BY id"
    for row_id, *day in db.execute(sql, {"ids": rows.id_list(ids)}):
        found[row_id].append(DueDay(*day))
    return dict(found)


def everything(db: Database) -> list[tuple[str, int, DueDay]]:
    """Every day, with the kind and number of what it is of, in the order they were entered."""
    sql = f"SELECT {', '.join(f'{kind}_id' for kind in KINDS)}, due, how, said_on FROM due_day ORDER BY id"
    found = []
    for row in db.execute(sql):
        kind = next(at for at in range(len(KINDS)) if row[at] is not None)
        found.append((KINDS[kind], row[kind], DueDay(*row[len(KINDS) :])))
    return found
