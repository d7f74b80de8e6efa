"""Whether a person has made anything of a row of the register, so that no new reading may take it away."""

from sqlite_utils import Database

_BY_A_PERSON = {
    "question": (
        "tag note standing due_day charge chased link tracked plan_line noting".split(),
        (("link", "other_question_id"),),
    ),
    "undertaking": ("note due_day charge chased link tracked plan_line".split(), ()),
    "decision": ("response due_day chased link tracked".split(), ()),
    "action": ("due_day charge chased link tracked noting".split(), (("noting", "seems_action_id"),)),
}
"""The tables in which a person's word about each kind of row stands, and columns that point at it by another name."""


def is_laid(db: Database, noun: str, row_id: int) -> bool:
    """Whether a note, tag, standing, day, chaser, link, line of a plan or the like hangs on a "question",
    "undertaking", "decision" or "action"."""
    tables, others = _BY_A_PERSON[noun]
    columns = [(table, f"{noun}_id") for table in tables] + list(others)
    asked = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {column} = :id)" for table, column in columns)
    return bool(db.execute(f"SELECT {asked}", {"id": row_id}).fetchone()[0])
