"""Connections to the one file, with the settings that keep it safe; and the refusal of files that are not ours."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from scrutiny_desk.domain.troubles import LibraryTrouble, LockedLibrary
from scrutiny_desk.store import cipher, faults
from scrutiny_desk.store.places import Place, place_of

APPLICATION_ID = 0x53635265
"""Marks our files ("ScRe"), as SQLite's `application_id` is meant to."""
MAJOR, MINOR = 1, 5
"""The form of the library. A newer minor can still be read and written by this program; a newer major cannot."""
USER_VERSION = MAJOR * 1000 + MINOR
BUSY_MS = 5000


def writer(path: Path) -> Database:
    """The one connection that writes; it may be used from any thread, under the library's lock.

    On a network drive there is no shared memory between computers for WAL to stand on, so the older journal is used.
    Every step is on the disk before it counts as done, so that a power cut takes back no keystroke that was kept.
    """
    journal = "DELETE" if place_of(path) is Place.NETWORK else "WAL"
    connection = cipher.connect(path, timeout=BUSY_MS / 1000, check_same_thread=False)
    try:
        connection.execute(f"PRAGMA journal_mode = {journal}")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cache_size = -16000")
    except BaseException:
        connection.close()
        raise
    return Database(connection, execute_plugins=False, strict=True)


def examiner(path: Path) -> Database:
    """A connection for looking a library or a copy over, which changes no setting of the file.

    It is one that may write, since SQLite checks no CHECK on a connection that may not.
    """
    connection = cipher.connect(path, timeout=BUSY_MS / 1000)
    connection.execute("PRAGMA trusted_schema = OFF")
    return Database(connection, execute_plugins=False)


def reader(path: Path) -> Database:
    """A connection that cannot write."""
    connection = cipher.connect(path, read_only=True, timeout=BUSY_MS / 1000, check_same_thread=False)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cache_size = -16000")
    except BaseException:
        connection.close()
        raise
    return Database(connection, execute_plugins=False)


class Readers:
    """One reading connection a thread, made when first asked for; those of threads that have ended are let go."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._by_thread: dict[int, Database] = {}

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """The thread's connection, inside a transaction; a nested call shares the outer one's moment."""
        db = self._mine()
        if db.conn.in_transaction:
            yield db
            return
        db.execute("BEGIN")
        try:
            yield db
        finally:
            db.rollback()

    def interrupt(self) -> None:
        """Stop whatever the connections are reading."""
        with self._lock:
            for db in self._by_thread.values():
                db.conn.interrupt()

    def close(self) -> None:
        """Close them all."""
        with self._lock:
            for db in self._by_thread.values():
                db.close()
            self._by_thread.clear()

    def _mine(self) -> Database:
        me = threading.get_ident()
        with self._lock:
            if me not in self._by_thread:
                alive = {thread.ident for thread in threading.enumerate()}
                for ident in [ident for ident in self._by_thread if ident not in alive]:
                    self._by_thread.pop(ident).close()
                self._by_thread[me] = reader(self._path)
            return self._by_thread[me]


def settle(db: Database) -> None:
    """Move what WAL holds into the file and refresh what the query planner knows."""
    db.execute("PRAGMA analysis_limit = 1000")
    db.execute("PRAGMA optimize")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def refuse_strangers(path: Path) -> None:
    """Raise LibraryTrouble unless this file is a library that this program can read."""
    if not path.is_file():
        raise faults.trouble(faults.GONE, path)
    # Never by opening the file ourselves: closing it would drop the locks of every SQLite connection of this process.
    try:
        with faults.told_plainly(path), closing(reader(path)) as db:
            application_id = db.execute("PRAGMA application_id").fetchone()[0]
            version = db.execute("PRAGMA user_version").fetchone()[0]
    except LibraryTrouble as refused:
        no_library = refused.sentence == faults.trouble(faults.STRANGER, path).sentence
        raise (_locked(path) if no_library else None) or refused from None
    if application_id != APPLICATION_ID:
        raise faults.trouble(faults.STRANGER, path)
    if version // 1000 > MAJOR:
        raise LibraryTrouble(
            f"The library {path.name} was made by a newer Scrutiny Desk.",
            "Update the program on this computer; the library has not been touched.",
        )


def _locked(path: Path) -> LockedLibrary | None:
    if cipher.key_of(path) is not None:
        return LockedLibrary(f"The passphrase does not open {path.name}.", "Try again; capitals and spaces count.")
    if cipher.may_be_locked(path):
        return LockedLibrary(f"{path.name} is locked, or is not a Scrutiny Desk library.", "Give its passphrase.")
    return None
