"""What rests on the passages of a document whose text goes on in other documents: which of it is a person's, and how
it keeps its place there."""

from collections.abc import Sequence

from sqlite_utils import Database

from scrutiny_desk.domain.sources import Source
from scrutiny_desk.store import logged, rows, sources

STATEMENTS = ("question", "undertaking", "decision", "action")
"""What the program finds by itself, and will find again."""

_FOUND_WITH_IT = frozenset({"who", "source", "answer", "difference", "proposal", "placing", "tag_offer", *STATEMENTS})
"""Tables whose rows about a statement are no sign that a person has worked on it."""


def passages(db: Database, document_id: int) -> list[tuple[str, int, Source]]:
    """Every passage of a document that something rests on: what that is ("question", "tag"...), its id, the source."""
    found = []
    for owner in sources.OWNERS:
        sql = f"SELECT {owner}_id, {sources.COLUMNS} FROM source WHERE document_id = ? AND {owner}_id IS NOT NULL"
        found += [
            (owner, row[0], sources.source_of(*row[1:])) for row in db.execute(f"{sql} ORDER BY id", [document_id])
        ]
    return found


def is_persons(db: Database, owner: str, row_id: int) -> bool:
    """Whether a person has entered, settled or changed this statement, or laid anything on it."""
    sql = f"SELECT review <> 'suggested' OR edited <> '' FROM {owner} WHERE id = ?"
    found = db.execute(sql, [row_id]).fetchone()
    if found is None or found[0]:
        return found is not None
    return any(
        db.execute(f"SELECT 1 FROM {table} WHERE {owner}_id = ? LIMIT 1", [row_id]).fetchone()
        for table in logged.OWNERS
        if table not in _FOUND_WITH_IT and f"{owner}_id" in db.table(table).columns_dict
    )


def question_of(db: Database, answer_id: int) -> int:
    """The question that an answer belongs to."""
    return int(db.execute("SELECT question_id FROM answer WHERE id = ?", [answer_id]).fetchone()[0])


def stands_in(db: Database, owner: str, row_id: int, document_ids: Sequence[int]) -> bool:
    """Whether this rests on a passage of one of these documents."""
    sql = f"SELECT 1 FROM source WHERE {owner}_id = :id AND document_id {rows.IN} LIMIT 1"
    return db.execute(sql, {"id": row_id, "ids": rows.id_list(document_ids)}).fetchone() is not None


def take_place(db: Database, owner: str, row_id: int, source: Source) -> None:
    """Let a person's statement stand at this passage, in the place of what the program has found at the same words."""
    same = [
        found
        for found, quote in db.execute(
            f"""SELECT DISTINCT {owner}_id, quote FROM source
                WHERE document_id = ? AND {owner}_id IS NOT NULL AND {owner}_id <> ?""",
            [source.document_id, row_id],
        ).fetchall()
        if quote == source.quote and not is_persons(db, owner, found)
    ]
    sources.add(db, owner, row_id, source)
    for found in same:
        sql = f"""UPDATE {owner} SET (meeting_id, item_id) = (SELECT meeting_id, item_id FROM {owner} WHERE id = :found)
                  WHERE id = :id"""
        db.execute(sql, {"found": found, "id": row_id})
        db.execute(f"DELETE FROM {owner} WHERE id = ?", [found])


def about(db: Database, old_id: int, new_id: int) -> None:
    """Let what a person has laid on a document as a whole, a note or its place in a committee's pack, be of another."""
    for table in ("note", "pack_paper"):
        db.execute(f"UPDATE {table} SET document_id = ? WHERE document_id = ?", [new_id, old_id])
