"""Taking a document out of the library, with what rests on nothing else."""

from sqlite_utils import Database

from scrutiny_desk.store import responses, rows, standings

SAYINGS = ("standing", "response")
"""What a person said on the strength of a passage; it cannot stand once the passage is gone."""
STATEMENTS = ("question", "undertaking", "decision", "action", "tag")
HANGING = {
    "meeting": ("document", "item", "appearance", "question", "undertaking", "decision", "action", "note", "plan"),
    "item": ("item_document", "appearance", "question", "undertaking", "decision", "action"),
    "person": ("appearance", "who", "note", "tenure", "charge", "chaser", "plan"),
}
"""What keeps a meeting, an item or a person in the library."""


def withdraw(db: Database, document_id: int) -> None:
    """Take a document out, with its passages and whatever then has no source left, people and meetings included.

    What a person entered or changed without any document stays. Undo brings all of it back.
    """
    held = {noun: _held(db, noun, document_id) for noun in (*STATEMENTS, "answer", *SAYINGS)}
    near = {noun: _near(db, noun, document_id) for noun in HANGING}
    for table in ("source", "appearance", "item_document", "restriction", "proposal"):
        db.execute(f"DELETE FROM {table} WHERE document_id = ?", [document_id])
    db.execute("DELETE FROM placing WHERE :id IN (document_id, old_document_id)", {"id": document_id})
    db.execute("DELETE FROM difference WHERE :id IN (one_document_id, other_document_id)", {"id": document_id})
    _forget(db, {noun: held.pop(noun) for noun in SAYINGS})
    for noun, ids in held.items():
        db.execute(
            f"DELETE FROM {noun} WHERE id {rows.IN} AND id NOT IN"
            f" (SELECT {noun}_id FROM source WHERE {noun}_id IS NOT NULL)",
            {"ids": rows.id_list(ids)},
        )
    _pass_on_joined(db, document_id)
    db.execute("UPDATE document SET withdrawn = 1, joined_to = NULL, meeting_id = NULL WHERE id = ?", [document_id])
    for noun in ("item", "meeting", "person"):
        _drop_bare(db, noun, near[noun])


def _forget(db: Database, held: dict[str, list[int]]) -> None:
    """Take back what a person said, where no passage and no words of theirs show it any more."""
    bare = f"SELECT id FROM standing WHERE id {rows.IN} AND shown_by = '' AND id NOT IN (SELECT standing_id FROM source"
    sql = f"{bare} WHERE standing_id IS NOT NULL)"
    standings.forget(db, [row[0] for row in db.execute(sql, {"ids": rows.id_list(held["standing"])}).fetchall()])
    for response_id in held["response"]:
        if not db.execute("SELECT 1 FROM source WHERE response_id = ?", [response_id]).fetchone():
            responses.forget_reply(db, response_id)


def _held(db: Database, noun: str, document_id: int) -> list[int]:
    sql = f"SELECT DISTINCT {noun}_id FROM source WHERE document_id = ? AND {noun}_id IS NOT NULL"
    return [row[0] for row in db.execute(sql, [document_id])]


def _near(db: Database, noun: str, document_id: int) -> list[int]:
    """The meeting, items or people that this document tells of."""
    sql = {
        "meeting": "SELECT meeting_id FROM document WHERE id = :id AND meeting_id IS NOT NULL",
        "item": "SELECT item_id FROM item_document WHERE document_id = :id",
        "person": """SELECT person_id FROM appearance WHERE document_id = :id UNION SELECT w.person_id FROM who w
            JOIN source s ON s.question_id = w.question_id OR s.undertaking_id = w.undertaking_id
                OR s.action_id = w.action_id OR s.answer_id = w.answer_id
            WHERE s.document_id = :id AND w.person_id IS NOT NULL""",
    }[noun]
    return [row[0] for row in db.execute(sql, {"id": document_id})]


def _pass_on_joined(db: Database, document_id: int) -> None:
    """The other copies that were joined to this document are joined to the first of them instead."""
    others = [row[0] for row in db.execute("SELECT id FROM document WHERE joined_to = ? ORDER BY id", [document_id])]
    if others:
        db.execute("UPDATE document SET joined_to = NULL, joined_as = '' WHERE id = ?", [others[0]])
        sql = f"UPDATE document SET joined_to = :head WHERE id {rows.IN}"
        db.execute(sql, {"head": others[0], "ids": rows.id_list(others[1:])})


def _drop_bare(db: Database, noun: str, ids: list[int]) -> None:
    """Delete those of these that nothing hangs on any more and that no person has changed."""
    bare = " AND ".join(f"NOT EXISTS (SELECT 1 FROM {table} WHERE {noun}_id = {noun}.id)" for table in HANGING[noun])
    db.execute(f"DELETE FROM {noun} WHERE id {rows.IN} AND edited = '' AND {bare}", {"ids": rows.id_list(ids)})


def withdrawn(db: Database) -> list[int]:
    """Documents that are out of the library but can still come back by undo or redo."""
    return [row[0] for row in db.execute("SELECT id FROM document WHERE withdrawn ORDER BY id")]
