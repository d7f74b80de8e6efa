"""Question plans: one for a meeting, a witness or an issue, with its lines in their order."""

from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.plans import Plan, PlannedQuestion
from scrutiny_desk.store import rows

ABOUT = ("meeting", "person", "issue")
LINE = ("theme", "asker", "minutes", "why", "if_yes", "if_no", "if_evaded", "question_id", "undertaking_id")


def get(db: Database, about: str, row_id: int) -> Plan:
    """The plan for a "meeting", "person" or "issue"; an empty one where nothing has been planned."""
    found = db.execute(f"SELECT id, big_question, minutes FROM plan WHERE {about}_id = ?", [row_id]).fetchone()
    if found is None:
        return Plan()
    sql = f"SELECT text, id, {', '.join(LINE)} FROM plan_line WHERE plan_id = ? ORDER BY position, id"
    return Plan(found[1], found[2], tuple(PlannedQuestion(*row) for row in db.execute(sql, [found[0]])))


def head(db: Database, about: str, row_id: int, **fields: Any) -> None:
    """Set the `big_question` or the `minutes` of a plan."""
    rows.put(db, "plan", _id(db, about, row_id), fields)


def keep(db: Database, about: str, row_id: int, lines: tuple[PlannedQuestion, ...]) -> None:
    """Make these the lines of the plan, in this order: those with an id are changed, others new, the rest go."""
    plan_id = _id(db, about, row_id)
    wanted = {line.id for line in lines if line.id}
    for (line_id,) in db.execute("SELECT id FROM plan_line WHERE plan_id = ?", [plan_id]).fetchall():
        if line_id not in wanted:
            db.execute("DELETE FROM plan_line WHERE id = ?", [line_id])
    for position, line in enumerate(lines):
        values = {"text": line.text, "position": position} | {name: getattr(line, name) for name in LINE}
        if line.id:
            rows.put(db, "plan_line", line.id, values)
        else:
            rows.insert(db, "plan_line", {"plan_id": plan_id, **values})


def fold(db: Database, about: str, keep: int, other: int) -> None:
    """Let what was planned for `other` stand in the plan for `keep`, after its own lines."""
    found = db.execute(f"SELECT id FROM plan WHERE {about}_id = ?", [other]).fetchone()
    if found is None:
        return
    own = db.execute(f"SELECT id, (SELECT max(position) FROM plan_line WHERE plan_id = plan.id) FROM plan WHERE"
                     f" {about}_id = ?", [keep]).fetchone()  # fmt: skip
    if own is None:
        db.execute(f"UPDATE plan SET {about}_id = ? WHERE id = ?", [keep, found[0]])
        return
    db.execute(
        "UPDATE plan_line SET plan_id = ?, position = position + ? WHERE plan_id = ?",
        [own[0], (own[1] or 0) + 1, found[0]],
    )
    db.execute("DELETE FROM plan WHERE id = ?", [found[0]])


def _id(db: Database, about: str, row_id: int) -> int:
    found = db.execute(f"SELECT id FROM plan WHERE {about}_id = ?", [row_id]).fetchone()
    return int(found[0]) if found else rows.insert(db, "plan", {f"{about}_id": row_id})


def rest_on(db: Database, line_id: int, question_id: int) -> None:
    """Let a line of a plan rest on a question of the register."""
    rows.put(db, "plan_line", line_id, {"question_id": question_id})
