"""Locking a library with a passphrase, unlocking it for this session, changing and removing the passphrase.

There is no way into a locked library without its passphrase; whoever locks one is to be told so before.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

from scrutiny_desk.domain.troubles import LibraryTrouble, LockedLibrary
from scrutiny_desk.store import backups, cipher, connection, safekeeping
from scrutiny_desk.store.faults import told_plainly

SHORTEST = 8


def is_locked(path: Path) -> bool:
    """Whether a library needs a passphrase that has not been given since the program started."""
    try:
        connection.refuse_strangers(path)
    except LockedLibrary:
        return True
    except LibraryTrouble:
        return False
    return False


def was_unlocked(path: Path) -> bool:
    """Whether a library has a passphrase and it has been given."""
    return cipher.key_of(path) is not None


def unlock(path: Path, passphrase: str) -> None:
    """Let this library be opened until `forget`. Raises LockedLibrary where the passphrase is not the one."""
    with told_plainly(path), path.open("rb") as file:  # no connection of ours can have it open yet
        salt = file.read(cipher.SALT_BYTES)
    cipher.remember(path, cipher.key_from(passphrase, salt))
    try:
        connection.refuse_strangers(path)
    except LibraryTrouble:
        cipher.forget(path)
        raise


def forget(path: Path) -> None:
    """Lock the door again: a closed library must be unlocked to be opened."""
    cipher.forget(path)


def lock(path: Path, passphrase: str) -> None:
    """Lock a library, or change its passphrase; its automatic copies and kept older forms with it.

    The library must be closed everywhere, and unlocked if it is locked. The plain file is written over before it is
    removed, as far as the disk lets that reach the old words. Raises LibraryTrouble, and nothing has changed then.
    """
    if len(passphrase) < SHORTEST:
        raise LibraryTrouble(f"The passphrase is shorter than {SHORTEST} letters.", "Choose a longer one.")
    _rewrite_all(path, cipher.new_key(passphrase))


def remove(path: Path) -> None:
    """Take the passphrase off a library that has been unlocked: anybody who has the file can read it then."""
    _rewrite_all(path, None)


def _rewrite_all(path: Path, key: cipher.Key | None) -> None:
    connection.refuse_strangers(path)
    safekeeping.refuse_if_open(path)
    old = cipher.key_of(path)
    # The copies first: were they last, a fault half-way could leave plain words beside a locked library.
    for copy in _copies(path):
        cipher.share(path, copy)
        if cipher.key_of(copy) == old:
            _rewrite(copy, key)
    _rewrite(path, key)


def _copies(path: Path) -> Iterator[Path]:
    """Every copy of a library that the program has made beside it, readable ones only."""
    made = [copy.path for copy in backups.of(path)]
    for kind in ("before", "backup", "replaced"):
        made += path.parent.glob(f"{path.stem}.{kind}-*{path.suffix}")
    for copy in sorted(made):
        try:
            connection.refuse_strangers(copy)
        except LockedLibrary:
            cipher.share(path, copy)
            yield copy
        except LibraryTrouble:
            continue
        else:
            yield copy


def _rewrite(path: Path, key: cipher.Key | None) -> None:
    """Write a file anew with another key or none, look the new one over, and put it in the old one's place."""
    part, old = path.with_name(path.name + ".part"), path.with_name(path.name + ".old")
    part.unlink(missing_ok=True)
    with told_plainly(path):
        try:
            _export(path, part, key)
            cipher.remember(part, key)
            if faults := safekeeping.check(part):
                raise LibraryTrouble(f"{path.name} could not be rewritten: {faults[0].sentence}", faults[0].remedy)
            safekeeping.to_disk(part)
            _keep_as(path, old)
            part.replace(path)
            cipher.remember(path, key)
            _wipe(old)
        finally:
            cipher.forget(part)
            part.unlink(missing_ok=True)


def _export(path: Path, part: Path, key: cipher.Key | None) -> None:
    with closing(_by_cipher(path)) as db:
        db.execute(f"ATTACH DATABASE ? AS made KEY {key.sql if key else repr('')}", [str(part)])
        db.execute("SELECT sqlcipher_export('made')")
        db.execute(f"PRAGMA made.application_id = {connection.APPLICATION_ID}")
        db.execute(f"PRAGMA made.user_version = {db.execute('PRAGMA main.user_version').fetchone()[0]}")
        db.execute("DETACH DATABASE made")


def _by_cipher(path: Path) -> Connection:
    key = cipher.key_of(path)
    if key is not None:
        return cipher.open_with(key, str(path), isolation_level=None)
    db = cipher.driver().connect(str(path), isolation_level=None)
    db.execute("PRAGMA temp_store = MEMORY")
    return db


def _keep_as(path: Path, old: Path) -> None:
    """Give the file a second name, so that the library's own name is never without a file, where the disk can."""
    old.unlink(missing_ok=True)
    try:
        old.hardlink_to(path)
    except OSError:
        path.replace(old)


def _wipe(path: Path) -> None:
    """Write over a file and remove it."""
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(bytes(min(left, 1 << 20)))
    safekeeping.to_disk(path)
    path.unlink()
