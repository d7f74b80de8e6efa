"""The library's health, copies of it, and putting one back."""

import hashlib
import os
import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.store import connection
from scrutiny_desk.store.faults import told_plainly

BESIDE = ("-wal", "-shm", "-journal")
RESTORE = "Restore the last good backup; the present file is kept beside it."


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong: a plain sentence, what to do, and the document it concerns, if one."""

    sentence: str
    remedy: str = ""
    document_id: int | None = None


def check(path: Path, *, full: bool = False) -> list[Fault]:
    """What is wrong with a library; empty where nothing is. Never raises for a damaged file.

    Quick: the file's own structure and references. Full, besides: the search index against the text, each original
    against its sha256, and rows that belong to nothing.
    """
    try:
        connection.refuse_strangers(path)
        with told_plainly(path), closing(connection.reader(path)) as db:
            faults = list(_structure(db, full))
            if full and not faults:
                faults += [*_originals(db), *_orphans(db)]
        if full and not faults:
            faults += _search_index(path)
        return faults
    except LibraryTrouble as trouble:
        return [Fault(trouble.sentence, trouble.remedy)]


def _structure(db: Database, full: bool) -> Iterator[Fault]:
    said = [row[0] for row in db.execute(f"PRAGMA {'integrity_check' if full else 'quick_check'}(20)")]
    if said != ["ok"]:
        yield Fault(f"The library's file is damaged in {len(said)} place(s).", RESTORE)
        return
    broken = db.execute('SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY 1').fetchall()
    for table, times in broken:
        yield Fault(f"{times} row(s) of the table {table} refer to something that is gone.", RESTORE)


def _originals(db: Database) -> Iterator[Fault]:
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


def _orphans(db: Database) -> Iterator[Fault]:
    for words, rest in ORPHANS.items():
        times = db.execute(f"SELECT count(*) FROM {rest}").fetchone()[0]
        if times:
            yield Fault(f"{times} {words}.", RESTORE)


def _search_index(path: Path) -> list[Fault]:
    """FTS5 compares its index with the text by a statement that needs a connection that may write."""
    with told_plainly(path), closing(connection.untouching(path)) as db:
        db.execute("BEGIN IMMEDIATE")
        try:
            db.execute("INSERT INTO block_words (block_words, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            return [Fault("The search index does not agree with the text.", "Rebuild it: `check --full` offers to.")]
        finally:
            db.rollback()
    return []


def rebuild_search(db: Database) -> None:
    """Make the search index anew from the text; for `Library.write`."""
    db.execute("INSERT INTO block_words (block_words) VALUES ('rebuild')")


def backup(path: Path, target: Path | None = None, *, now: datetime | None = None) -> Path:
    """Write a consistent copy of a library, open or not, to `target` (by default beside it, named by date and time);
    where it stands. A file already there is replaced only by a whole copy. Raises LibraryTrouble."""
    connection.refuse_strangers(path)
    target = target or path.with_name(f"{path.stem}.backup-{_stamp(now)}{path.suffix}")
    with told_plainly(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(target.name + ".part")
        part.unlink(missing_ok=True)
        try:
            with closing(connection.reader(path)) as db:
                db.execute("PRAGMA query_only = OFF")
                db.execute("VACUUM INTO ?", [str(part)])
            _to_disk(part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    return target


def restore(path: Path, copy: Path, *, now: datetime | None = None) -> Path | None:
    """Put a copy in the library's place; where the present one is now kept aside (None if there was none).

    Raises LibraryTrouble where the copy is no library or is damaged, or the library is in use; then nothing changes.
    """
    faults = check(copy)
    if faults:
        raise LibraryTrouble(f"{copy.name} cannot be restored: {faults[0].sentence}", "Choose another backup.")
    with told_plainly(path):
        part = path.with_name(path.name + ".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            backup(copy, part)
            aside = _put_aside(path, now) if path.exists() else None
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    return aside


def _put_aside(path: Path, now: datetime | None) -> Path:
    _refuse_if_open(path)
    aside = path.with_name(f"{path.stem}.replaced-{_stamp(now)}{path.suffix}")
    for tail in BESIDE:
        beside = path.with_name(path.name + tail)
        if beside.exists():
            shutil.move(beside, aside.with_name(aside.name + tail))
    path.replace(aside)
    return aside


def _refuse_if_open(path: Path) -> None:
    """Only the last connection may leave WAL, which tells whether anybody else has the file open."""
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as alone:
            alone.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as fault:
        raise LibraryTrouble(
            f"The library {path.name} is open elsewhere, so it was not replaced.", "Close Scrutiny Desk and try again."
        ) from fault
    except sqlite3.DatabaseError:
        return


def _stamp(now: datetime | None) -> str:
    return (now or datetime.now(UTC).astimezone()).strftime("%Y-%m-%d-%H%M%S")


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
