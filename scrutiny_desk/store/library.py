"""One library file: opened once, read from any thread, written by one step at a time."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.store import backups, change_log, cipher, claims, connection, migrations, notings, places, soundness
from scrutiny_desk.store.faults import DAMAGED, told_plainly, trouble
from scrutiny_desk.store.kept_orders import KeptOrders

T = TypeVar("T")
LOOKED_OVER_AT_ONCE = 20_000_000
"""Up to this size in bytes a library that was not closed is looked over when it is opened (half a second)."""
MOST_TOLD = 3
"""How many of its losses a damaged library tells when it is opened; a check tells them all."""
ELSEWHERE = "The library {name} was moved, renamed, deleted or replaced while it was open, so nothing was changed."
CLOSED = "The library {name} is in a folder that cannot be written to, so nothing can be changed."
NO_BACKUP = "There is no automatic backup of it."


class Library:
    """An open library. `path` is its file; `read_only` says that nothing can be written, `notices` why (sentences);
    `damaged` says that it was found so when it was opened.

    Any thread may read and write. Every method raises LibraryTrouble where the file cannot be read or written.
    """

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool = False,
        notices: tuple[str, ...] = (),
        damaged: bool = False,
        claim: claims.Claim | None = None,
    ) -> None:
        self.path = path
        self._claim = claim
        self.read_only = read_only
        self.notices = notices
        self.damaged = damaged
        self.kept_orders = KeptOrders(threading.Lock)
        self._lock = threading.RLock()
        self._readers = connection.Readers(path)
        self._writer: Database | None = None
        self._seen_version = 0
        self._settled = places.place_of(path) is not places.Place.NETWORK  # there a file's number may change by itself
        self._file = _file_of(path)
        if not read_only:
            with told_plainly(path):
                self._writer = connection.writer(path)
                change_log.lay_triggers(self._writer)
        self.data_version()

    @contextmanager
    def read(self) -> Iterator[Database]:
        """A read-only database, the thread's own, that shows one moment of the library while the block runs."""
        with told_plainly(self.path), self._readers.reading() as db:
            try:
                yield db
            except (ValueError, TypeError, LookupError) as fault:
                # A damaged file yields values that no code expects; in a sound one the fault is ours.
                if soundness.is_sound(self.path):
                    raise
                raise trouble(DAMAGED, self.path) from fault

    def write(
        self, label: str, work: Callable[[Database], T], origin: str = "person", merge_key: str = ""
    ) -> tuple[T, Change]:
        """Run `work` as one named step, whole or not at all; its result, and what it made different.

        `label` is what Undo will say ("Mark as answered"); `origin` is "person", "import" or "program". A step with
        the same non-empty `merge_key` as the one before it joins that one, so that typing is one step.
        An exception in `work` leaves the library as it was.
        """
        with self._writing() as db:
            step = change_log.begin_step(db, label, origin, merge_key)
            result = work(db)
            notings.release(db)
            return result, change_log.end_step(db, step)

    def undo(self) -> Change:
        """Take back the latest step that has not been taken back; an empty Change where there is none."""
        with self._writing() as db:
            return change_log.undo(db)

    def redo(self) -> Change:
        """Do the step last undone again; an empty Change where there is none."""
        with self._writing() as db:
            return change_log.redo(db)

    def upkeep(self, work: Callable[[Database], T]) -> T:
        """Run `work` whole or not at all, outside the log: for facts about the library, never for its content."""
        with self._writing() as db:
            return work(db)

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back, or None."""
        with self.read() as db:
            return change_log.stacks(db).undo_label

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again, or None."""
        with self.read() as db:
            return change_log.stacks(db).redo_label

    def data_version(self) -> int:
        """A number that changes when another process has written to the file; never waits for a write to end."""
        if self._lock.acquire(blocking=False):
            try:
                with told_plainly(self.path):
                    self._seen_version = self._ask_version()
            finally:
                self._lock.release()
        return self._seen_version

    def last_step(self) -> int:
        """The number of the latest step, for `changes_since`."""
        with self.read() as db:
            return change_log.last_step(db)

    def changes_since(self, step: int) -> Change:
        """What all steps after this one, whoever made them, have made different."""
        with self.read() as db:
            return change_log.changes_since(db, step)

    def interrupt(self) -> None:
        """Stop the reads now running, in whatever thread; they raise LibraryTrouble. Writes are never stopped."""
        self._readers.interrupt()

    def close(self) -> None:
        """Write everything into the one file and let go of it. Closing twice does no harm.

        A full disk or another program's lock does not hinder it: what is not tidied now is the next time.
        """
        with self._lock:
            self._readers.close()
            if self._writer is not None:
                with suppress(LibraryTrouble):
                    self.upkeep(change_log.thin)
                with suppress(LibraryTrouble), told_plainly(self.path):
                    connection.settle(self._writer)
                self._writer.close()
                self._writer = None
            if self._claim is not None:
                self._claim.release()

    def __enter__(self) -> "Library":
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        with self._lock, told_plainly(self.path):
            if self._writer is None:
                raise LibraryTrouble(
                    f"The library {self.path.name} is open for reading only.",
                    "Close the other window that has it, see that its folder may be written to, or open another.",
                )
            now = _file_of(self.path)
            if now is None or self._settled and now != self._file:
                raise LibraryTrouble(
                    ELSEWHERE.format(name=self.path.name), "Put it back where it was, or close it and open it anew."
                )
            db = self._writer
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.commit()
            except BaseException:
                db.rollback()
                raise

    def _ask_version(self) -> int:
        if self._writer is not None:
            return int(self._writer.execute("PRAGMA data_version").fetchone()[0])
        with self._readers.reading() as db:
            return int(db.execute("PRAGMA data_version").fetchone()[0])


def _file_of(path: Path) -> tuple[int, int] | None:
    """Which file stands at this path; None where there is none. A file that is gone can still be written to on some
    systems, and what is written is lost."""
    try:
        held = path.stat()
    except OSError:
        return None
    return held.st_dev, held.st_ino


def open_library(path: Path, *, read_only: bool = False, as_window: bool = False) -> Library:
    """Open a library that exists, bringing an older one up to date (a copy of it is kept first).

    `as_window` is for a window that stays: the second one on the same library opens for reading only. So does a
    damaged library, as far as it can be read. `Library.notices` says which, and warns of a folder that is unsafe.
    Raises LibraryTrouble for a file that is missing, no library, in use, too damaged, or made by a newer program.
    """
    connection.refuse_strangers(path)
    place = places.place_of(path)
    notices = [warning for warning in [places.warning(path, place)] if warning]
    claim = None
    if not read_only and places.is_closed(path):
        notices.append(CLOSED.format(name=path.name))
        read_only = True
    if as_window and not read_only:
        claim, words = _claim(path)
        notices += words
        read_only = claim is None
    damaged = not read_only and _was_left_open(path) and not soundness.is_whole(path)
    if damaged:
        notices.append(_damaged(path))
        read_only = True
    with told_plainly(path):
        if not read_only:
            migrations.bring_up_to_date(path)
        migrations.refuse_changed_tables(path)
    return Library(path, read_only=read_only, notices=tuple(notices), damaged=damaged, claim=claim)


def _claim(path: Path) -> tuple[claims.Claim | None, list[str]]:
    try:
        claim = claims.claim(path)
    except OSError:
        return None, [CLOSED.format(name=path.name)]
    if claim is None:
        return None, [f"The library {path.name} is open in another window, so this one shows it for reading only."]
    return claim, []


def _was_left_open(path: Path) -> bool:
    """Whether the last program to have it open did not close it, or still has it open."""
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0 and path.stat().st_size < LOOKED_OVER_AT_ONCE


def _damaged(path: Path) -> str:
    good = backups.last_good(path)
    offer = f"The last good backup is {good.path.name} in {good.path.parent}." if good else NO_BACKUP
    lost = soundness.losses(path)
    told = " ".join(lost[:MOST_TOLD]) or "Everything in it can still be read."
    more = f" And {len(lost) - MOST_TOLD} more." if len(lost) > MOST_TOLD else ""
    return f"The library {path.name} is damaged and was opened for reading only. {told}{more} {offer}"


def create_library(path: Path, *, passphrase: str | None = None) -> Library:
    """Make a new, empty library and open it; with a passphrase, one that is locked from its first byte on.

    Raises LibraryTrouble if a file of that name is there already.
    """
    if path.exists():
        raise LibraryTrouble(f"There is already a file called {path.name}.", "Choose another name for the library.")
    cipher.remember(path, cipher.new_key(passphrase) if passphrase else None)
    with told_plainly(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        migrations.make(path)
    return Library(path)
