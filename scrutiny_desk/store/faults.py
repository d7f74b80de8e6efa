"""SQLite's own faults, told as troubles a person can do something about."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.store import cipher, places

LOCKED = ("Another program is writing to the library {name}.", "Wait a moment, or close the other program.")
FULL = ("The disk is full, so nothing was changed in {name}.", "Free some space and try again.")
READ_ONLY = ("The library {name} cannot be written to.", "Check that you may write to its folder, or open a copy.")
DAMAGED = ("The library {name} is damaged.", "Restore the last good backup; the damaged file is kept beside it.")
STRANGER = ("{name} is not a Scrutiny Desk library.", "Choose a library file, or make a new library.")
GONE = ("The library {name} cannot be opened.", "Check that the file and its folder are still there.")
IO = (
    "The disk that holds the library {name} reported a fault.",
    "Check the disk or the network drive; then try again.",
)
STOPPED = ("The search was stopped.", "Start it again when you wish.")

BY_CODE = {
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_AUTH: READ_ONLY,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_FORMAT: DAMAGED,
    sqlite3.SQLITE_NOTADB: STRANGER,
    sqlite3.SQLITE_CANTOPEN: GONE,
    sqlite3.SQLITE_IOERR: IO,
    sqlite3.SQLITE_INTERRUPT: STOPPED,
}
WITHOUT_CODE = ("Could not decode to UTF-8", "invalid fts5 file format")
"""What Python and FTS5 say of damage without a code for it."""


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system raise about this file into LibraryTrouble; faults of ours pass through."""
    try:
        yield
    except cipher.database_errors() as fault:
        words = BY_CODE.get(getattr(fault, "sqlite_errorcode", 0) & 0xFF)
        if any(sign in str(fault) for sign in WITHOUT_CODE):
            words = DAMAGED
        if words is None:
            raise
        if words is GONE and places.is_closed(path):
            words = READ_ONLY
        raise trouble(words, path) from fault
    except UnicodeDecodeError as fault:  # a damaged file's own words, in a name or in SQLite's message
        raise trouble(DAMAGED, path) from fault
    except OSError as fault:
        raise trouble(FULL if fault.errno == errno.ENOSPC else READ_ONLY, path) from fault


def trouble(words: tuple[str, str], path: Path) -> LibraryTrouble:
    """The trouble these words tell, about this file."""
    return LibraryTrouble(words[0].format(name=path.name), words[1])
