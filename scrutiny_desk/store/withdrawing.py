"""Taking a document out of the library, with what rests on nothing else."""

from sqlite_utils import Database


def withdraw(db: Database, document_id: int) -> None:
    """Take a document out, with its passages and whatever then has no source left, people and meetings included.

    What a person entered or changed without any document stays. Undo brings all of it back.
    """
    raise NotImplementedError


def withdrawn(db: Database) -> list[int]:
    """Documents that are out of the library but can still come back by undo or redo."""
    return [row[0] for row in db.execute("SELECT id FROM document WHERE withdrawn ORDER BY id")]
