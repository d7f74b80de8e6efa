"""Links between rows of the registers: a question that repeats another, a request that concerns a recommendation."""

from sqlite_utils import Database

from scrutiny_desk.store import rows

COLUMNS = {"question": "question_id", "undertaking": "undertaking_id", "decision": "decision_id", "action": "action_id"}
Row = tuple[str, int]
"""A row of a register: "question", "undertaking", "decision" or "action", and its number."""


def add(db: Database, relation: str, one: Row, other: Row) -> int:
    """Link two rows as `relation` ("repeats" between questions, "concerns" between others); its id. A link that is
    there already stays the only one. Two rows of one kind can be linked only where they are questions."""
    values = {COLUMNS[one[0]]: one[1]}
    values["other_question_id" if one[0] == other[0] == "question" else COLUMNS[other[0]]] = other[1]
    if len(values) < 2:
        raise ValueError(f"two of the kind {one[0]} cannot be linked")
    for found in of(db, *one):
        if found[1:] == (relation, other):
            return found[0]
    return rows.insert(db, "link", {"relation": relation, **values})


def of(db: Database, kind: str, row_id: int) -> list[tuple[int, str, Row]]:
    """The links of one row: the link's id, the relation, and the row at its other end."""
    wheres = [f"{COLUMNS[kind]} = :id", *(["other_question_id = :id"] if kind == "question" else [])]
    return [
        (link_id, relation, two[1] if two[0] == (kind, row_id) else two[0])
        for link_id, relation, two in _links(db, " OR ".join(wheres), row_id)
    ]


def everything(db: Database) -> list[tuple[str, Row, Row]]:
    """Every link, in the order they were made."""
    return [(relation, *two) for _id, relation, two in _links(db, "1", 0)]


def remove(db: Database, link_id: int) -> None:
    """Take a link away."""
    db.execute("DELETE FROM link WHERE id = ?", [link_id])


def _links(db: Database, where: str, row_id: int) -> list[tuple[int, str, tuple[Row, Row]]]:
    sql = f"""SELECT id, relation, question_id, other_question_id, undertaking_id, decision_id, action_id
        FROM link WHERE {where} ORDER BY id"""
    kinds = ("question", "question", "undertaking", "decision", "action")
    found = []
    for link_id, relation, *ends in db.execute(sql, {"id": row_id}):
        one, other = [(kind, end) for kind, end in zip(kinds, ends, strict=True) if end is not None]
        found.append((link_id, relation, (one, other)))
    return found
