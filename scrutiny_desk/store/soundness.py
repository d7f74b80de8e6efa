"""What can be wrong inside a library, each kind of fault found and told in words."""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from scrutiny_desk.store import cipher, connection, documents, logged

RESTORE = "Restore the last good backup; the present file is kept beside it."


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong: a plain sentence, what to do, and the document it concerns, if one."""

    sentence: str
    remedy: str = ""
    document_id: int | None = None


def is_sound(path: Path) -> bool:
    """Whether a library's structure, texts and record of changes are all as they should be; may take seconds."""
    with closing(connection.examiner(path)) as db:
        return not (any(structure(db, False)) or any(texts(db)) or any(log(db)))


def is_whole(path: Path) -> bool:
    """Whether SQLite finds the file's structure whole; false for a file it cannot read."""
    try:
        with closing(connection.examiner(path)) as db:
            return not any(structure(db, False))
    except cipher.database_errors():
        return False


NOUNS = {
    "question": "questions",
    "answer": "answers",
    "undertaking": "undertakings",
    "decision": "decisions",
    "action": "actions",
    "person": "witnesses and members",
    "meeting": "meetings",
    "source": "passages that questions rest on",
    "issue": "issues",
    "tag": "tags",
    "note": "notes",
    "standing": "entries of what has become of questions",
    "response": "replies to recommendations",
    "due_day": "days on which things were due",
    "charge": "entries of who owes what",
    "tenure": "entries of who held which post",
    "chaser": "chasers",
    "house_rule": "rules of house styles",
    "chased": "entries of what was chased",
    "link": "links between entries",
    "noting": "entries noted at meetings",
    "tag_rule": "rules that suggest tags",
    "tag_offer": "suggested tags",
}


def losses(path: Path) -> list[str]:
    """What of a damaged library can no longer be read or is not what it was, a sentence each; empty where nothing is
    lost. Never raises for a damaged file."""
    faults = cipher.database_errors()
    with closing(connection.examiner(path)) as db:
        try:
            papers = db.execute("SELECT id, file_name, text_sha256 FROM document WHERE NOT withdrawn").fetchall()
        except (*faults, ValueError):
            return ["The list of documents cannot be read."]
        lost = [name for document_id, name, digest in papers if not _is_readable(db, document_id, digest, faults)]
        said = [f"The text of {name} is damaged." for name in lost]
        for table, noun in NOUNS.items():
            try:
                db.execute(f"SELECT * FROM {table} NOT INDEXED").fetchall()
            except (*faults, ValueError):
                said.append(f"Some {noun} cannot be read.")
    return said


def _is_readable(db: Database, document_id: int, digest: str, faults: tuple[type[Exception], ...]) -> bool:
    try:
        return documents.text_digest(db, document_id) == digest
    except (*faults, ValueError, TypeError, AttributeError):  # a damaged file yields values that no code expects
        return False


def structure(db: Database, full: bool) -> Iterator[Fault]:
    said = [row[0] for row in db.execute(f"PRAGMA {'integrity_check' if full else 'quick_check'}(20)")]
    if said != ["ok"]:
        yield Fault(f"The library's file is damaged in {len(said)} place(s).", RESTORE)
        return
    broken = db.execute('SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY 1').fetchall()
    for table, times in broken:
        yield Fault(f"{times} row(s) of the table {table} refer to something that is gone.", RESTORE)


def originals(db: Database) -> Iterator[Fault]:
    for document_id, name, sha256 in db.execute("SELECT id, file_name, sha256 FROM document").fetchall():
        row = db.execute("SELECT size, data FROM original WHERE document_id = ?", [document_id]).fetchone()
        if row is None:
            yield Fault(f"The kept copy of {name} is missing.", "Import the file again.", document_id)
        elif not _is_whole(row[1], row[0], sha256):
            yield Fault(
                f"The kept copy of {name} is damaged.", "Import the file again, or restore a backup.", document_id
            )


def _is_whole(kept: bytes, size: int, sha256: str) -> bool:
    try:
        data = zlib.decompress(kept)
    except zlib.error:
        return False
    return len(data) == size and hashlib.sha256(data).hexdigest() == sha256


ORPHANS = {
    "question(s) rest on no passage": """question WHERE review <> 'added' AND id NOT IN
        (SELECT question_id FROM source WHERE question_id IS NOT NULL)""",
    "undertaking(s) rest on no passage": """undertaking WHERE review <> 'added' AND id NOT IN
        (SELECT undertaking_id FROM source WHERE undertaking_id IS NOT NULL)""",
    "decision(s) rest on no passage": """decision WHERE review <> 'added' AND id NOT IN
        (SELECT decision_id FROM source WHERE decision_id IS NOT NULL)""",
    "action(s) rest on no passage": """action WHERE review <> 'added' AND id NOT IN
        (SELECT action_id FROM source WHERE action_id IS NOT NULL)""",
    "passage(s) are in a document that has been taken out": """source WHERE document_id IN
        (SELECT id FROM document WHERE withdrawn)""",
}


def orphans(db: Database) -> Iterator[Fault]:
    for words, rest in ORPHANS.items():
        times = db.execute(f"SELECT count(*) FROM {rest}").fetchone()[0]
        if times:
            yield Fault(f"{times} {words}.", RESTORE)


def texts(db: Database) -> Iterator[Fault]:
    """Documents whose text is no longer what was read from the file."""
    # Undoing an import takes its digest back with the rest; the text is there still, for a redo.
    held = "SELECT id, file_name, text_sha256 FROM document WHERE NOT (withdrawn AND text_sha256 = '')"
    for document_id, name, digest in db.execute(held).fetchall():
        if documents.text_digest(db, document_id) != digest:
            yield Fault(f"The text of {name} is damaged.", RESTORE, document_id)


def log(db: Database) -> Iterator[Fault]:
    """Tables whose rows are not what the record of changes says they became."""
    for table in logged.OWNERS:
        latest = f"""SELECT row_id, new FROM change_log WHERE id IN
            (SELECT max(id) FROM change_log WHERE tbl = '{table}' GROUP BY row_id)"""
        wrong = sum(not _agrees(_row(db, table, row_id), new) for row_id, new in db.execute(latest).fetchall())
        if wrong:
            yield Fault(f"{wrong} row(s) of the table {table} are not what the record of changes says.", RESTORE)


def _agrees(row: dict[str, object] | None, new: str | None) -> bool:
    try:
        kept = json.loads(new) if new else None
    except json.JSONDecodeError:
        return False
    if row is None:
        return kept is None or kept.get("withdrawn") == 1  # a document taken out may have gone for good since
    return kept is not None and all(row[name] == value for name, value in kept.items() if name in row)


def _row(db: Database, table: str, row_id: int) -> dict[str, object] | None:
    cursor = db.execute(f"SELECT * FROM {table} WHERE id = ?", [row_id])
    row = cursor.fetchone()
    return row and dict(zip((column[0] for column in cursor.description), row, strict=True))


def search_index(db: Database) -> list[Fault]:
    """Whether the search index agrees with the text; FTS5 says so by a statement that looks like a write."""
    db.execute("BEGIN IMMEDIATE")
    try:
        db.execute("INSERT INTO block_words (block_words, rank) VALUES ('integrity-check', 1)")
    except cipher.database_errors() as fault:
        if getattr(fault, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY:
            return []  # in a folder that may not be written to, FTS5 cannot be asked
        return [Fault("The search index does not agree with the text.", "Make it anew; nothing else is lost.")]
    finally:
        db.rollback()
    return []
