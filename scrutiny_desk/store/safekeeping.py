"""The library's health, copies of it, and putting one back."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.store import cipher, connection, migrations, soundness
from scrutiny_desk.store.faults import told_plainly
from scrutiny_desk.store.soundness import Fault

BESIDE = ("-wal", "-shm", "-journal")


def check(path: Path, *, full: bool = False) -> list[Fault]:
    """What is wrong with a library; empty where nothing is. Never raises for a damaged file.

    Quick: the file's own structure and references. Full, besides: the search index against the text, each original
    against its sha256, and rows that belong to nothing.
    """
    try:
        connection.refuse_strangers(path)
        migrations.refuse_changed_tables(path)
        with told_plainly(path), closing(connection.examiner(path)) as db:
            faults = list(soundness.structure(db, full))
            if full and not faults:
                faults += [*soundness.originals(db), *soundness.texts(db), *soundness.log(db), *soundness.orphans(db)]
            if full and not faults:
                faults += soundness.search_index(db)
        return faults
    except LibraryTrouble as trouble:
        return [Fault(trouble.sentence, trouble.remedy)]


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
            to_disk(part)
            part.replace(target)
            cipher.share(path, target)
        finally:
            part.unlink(missing_ok=True)
    return target


def restore(path: Path, copy: Path, *, now: datetime | None = None) -> Path | None:
    """Put a copy in the library's place; where the present one is now kept aside (None if there was none).

    Raises LibraryTrouble where the copy is no library or is damaged, or the library is in use; then nothing changes.
    """
    cipher.share(path, copy)
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
    refuse_if_open(path)
    aside = path.with_name(f"{path.stem}.replaced-{_stamp(now)}{path.suffix}")
    for tail in BESIDE:
        beside = path.with_name(path.name + tail)
        if beside.exists():
            shutil.move(beside, aside.with_name(aside.name + tail))
    path.replace(aside)
    return aside


def refuse_if_open(path: Path) -> None:
    """Only the last connection may leave WAL, which tells whether anybody else has the file open."""
    try:
        with closing(cipher.connect(path, timeout=0)) as alone:
            alone.execute("PRAGMA journal_mode = DELETE")
    except cipher.database_errors() as fault:
        if fault.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return  # too damaged to be open anywhere
        raise LibraryTrouble(
            f"The library {path.name} is open elsewhere, so it was not replaced.", "Close Scrutiny Desk and try again."
        ) from fault


def _stamp(now: datetime | None) -> str:
    return (now or datetime.now(UTC).astimezone()).strftime("%Y-%m-%d-%H%M%S")


def to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
