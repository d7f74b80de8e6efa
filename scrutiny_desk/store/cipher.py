"""Connections to a library, plain or locked with a passphrase; the only place that knows which it is.

A locked library is a SQLCipher file. Its key is made from the passphrase once; the passphrase itself is not kept.
"""

import hashlib
import os
import sqlite3
import sys
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.store import places

ROUNDS = 256_000
"""SQLCipher 4's own number of rounds of PBKDF2-HMAC-SHA512, so that its tools open our files too."""
SALT_BYTES = 16
PAGE = 4096


@dataclass(frozen=True, slots=True)
class Key:
    """The key of one locked library, and the salt that stands at the beginning of its file; both in hexadecimal."""

    key: str = field(repr=False)
    salt: str = field(repr=False)

    @property
    def sql(self) -> str:
        """As SQLCipher takes it, with nothing left for it to work out."""
        return f"\"x'{self.key}{self.salt}'\""


_known: dict[Path, Key] = {}


def key_from(passphrase: str, salt: bytes) -> Key:
    """The key that a passphrase gives with a salt; takes about a tenth of a second, on purpose."""
    words = unicodedata.normalize("NFC", passphrase).encode()
    made = hashlib.pbkdf2_hmac("sha512", words, salt, ROUNDS, 32)
    return Key(made.hex(), salt.hex())


def new_key(passphrase: str) -> Key:
    """A key for a library that is being locked, with a salt of its own."""
    return key_from(passphrase, os.urandom(SALT_BYTES))


def key_of(path: Path) -> Key | None:
    """The key this library was unlocked with since the program started, if it was."""
    return _known.get(path.absolute())


def remember(path: Path, key: Key | None) -> None:
    """Keep a library's key until `forget`; with None, as `forget`."""
    if key is None:
        forget(path)
    else:
        _known[path.absolute()] = key


def forget(path: Path) -> None:
    """Lose a library's key: it must be unlocked to be opened again."""
    _known.pop(path.absolute(), None)


def share(library: Path, copy: Path) -> None:
    """Say that a copy of a library has the library's key; a plain library's copy has none."""
    if copy.absolute() not in _known:
        remember(copy, key_of(library))


def may_be_locked(path: Path) -> bool:
    """Whether a file that is no plain SQLite file could be a locked library, by its size alone."""
    return path.is_file() and path.stat().st_size >= PAGE and path.stat().st_size % PAGE == 0


def connect(path: Path, *, read_only: bool = False, **options: Any) -> sqlite3.Connection:
    """A connection to a library with the key it was unlocked with, or to a plain one.

    A wrong key shows at the first statement, as SQLite's "not a database".
    """
    closed = places.is_closed(path) and not path.with_name(path.name + "-wal").exists()
    uri = read_only or closed
    target = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if closed else ''}" if uri else str(path)
    return open_with(key_of(path), target, uri=uri, isolation_level=None, **options)


def open_with(key: Key | None, target: str, **options: Any) -> sqlite3.Connection:
    """A connection with this key, or without one."""
    if key is None:
        return sqlite3.connect(target, **options)
    connection: sqlite3.Connection = driver().connect(target, **options)
    connection.execute(f"PRAGMA key = {key.sql}")
    connection.execute("PRAGMA temp_store = MEMORY")  # what is sorted or held for a while must not reach a plain file
    return connection


def driver() -> ModuleType:
    """SQLCipher's own module. Raises LibraryTrouble where this installation has none."""
    try:
        from sqlcipher3 import dbapi2
    except ImportError as missing:
        raise LibraryTrouble(
            "This copy of Scrutiny Desk cannot open locked libraries.", "Install it again with its package sqlcipher3."
        ) from missing
    return dbapi2


def database_errors() -> tuple[type[Exception], ...]:
    """What SQLite's faults are raised as, by either module; SQLCipher's are no relations of `sqlite3.Error`."""
    loaded = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, loaded.Error) if loaded else (sqlite3.Error,)
