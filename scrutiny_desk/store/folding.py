"""Two meetings or items that turn out to be one: everything of the one becomes the other's."""

from sqlite_utils import Database

from scrutiny_desk.store import plans


def fold_meetings(db: Database, keep: int, other: int) -> None:
    """Make two meetings one; what `keep` does not know of itself it learns from `other`, which is gone then."""
    for table in (
        "document",
        "item",
        "appearance",
        "question",
        "undertaking",
        "decision",
        "action",
        "note",
        "noting",
        "pack_paper",
    ):
        db.execute(f"UPDATE {table} SET meeting_id = ? WHERE meeting_id = ?", [keep, other])
    plans.fold(db, "meeting", keep, other)
    columns = ("body", "committee", "date", "starts", "ends", "place")
    sets = ", ".join(f"{c} = coalesce({c}, (SELECT {c} FROM meeting WHERE id = :other))" for c in columns)
    db.execute(f"UPDATE meeting SET {sets} WHERE id = :keep", {"keep": keep, "other": other})
    db.execute("DELETE FROM meeting WHERE id = ?", [other])


def fold_items(db: Database, keep: int, other: int) -> None:
    """Make two items one: documents, statements and appearances of `other` become `keep`'s."""
    for table in ("question", "undertaking", "decision", "action", "appearance"):
        db.execute(f"UPDATE {table} SET item_id = ? WHERE item_id = ?", [keep, other])
    db.execute(
        """UPDATE item_document SET item_id = :keep WHERE item_id = :other AND document_id NOT IN
           (SELECT document_id FROM item_document WHERE item_id = :keep)""",
        {"keep": keep, "other": other},
    )
    for column in ("number", "title"):
        db.execute(
            f"UPDATE item SET {column} = coalesce({column}, (SELECT {column} FROM item WHERE id = :other))"
            " WHERE id = :keep",
            {"keep": keep, "other": other},
        )
    db.execute("DELETE FROM item WHERE id = ?", [other])


def documents_with_phrase(db: Database, words: str) -> list[int]:
    """The documents in which these words stand one after the other, case and punctuation apart."""
    phrase = '"' + words.replace('"', " ") + '"'
    sql = """SELECT DISTINCT block.document_id FROM block_words JOIN block ON block.id = block_words.rowid
              JOIN document ON document.id = block.document_id AND NOT document.withdrawn
              WHERE block_words MATCH ? ORDER BY block.document_id"""
    return [row[0] for row in db.execute(sql, [phrase])]
