"""Copies the program makes by itself: when one is due, which are kept as they age, and which can be trusted."""

import re
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.store import change_log, cipher, connection, safekeeping

EVERY = timedelta(hours=1)
AGES = (
    (timedelta(days=1), "%Y-%m-%d %H"),
    (timedelta(days=14), "%Y-%m-%d"),
    (timedelta(days=70), "%G-%V"),
    (timedelta(days=36500), "%Y-%m"),
)
"""Up to each age one copy is kept for each of: hour, day, week, month."""
_NAME = re.compile(r"^(?P<stem>.+)\.auto-(?P<at>\d{4}-\d\d-\d\d-\d{6})$")
_STAMP = "%Y-%m-%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Copy:
    """One automatic copy and when it was made (local time)."""

    path: Path
    at: datetime


def folder_of(library: Path) -> Path:
    """Where a library's automatic copies are kept unless another folder is chosen: beside it."""
    return library.with_name(f"{library.stem} backups")


def of(library: Path, folder: Path | None = None) -> list[Copy]:
    """The automatic copies of a library, newest first."""
    folder = folder or folder_of(library)
    found = []
    for path in folder.glob(f"*{library.suffix}") if folder.is_dir() else ():
        named = _NAME.match(path.stem)
        if named and named["stem"] == library.stem:
            found.append(Copy(path, datetime.strptime(named["at"], _STAMP)))
    return sorted(found, key=lambda copy: copy.at, reverse=True)


def make_if_due(library: Path, now: datetime, *, folder: Path | None = None, every: timedelta = EVERY) -> Path | None:
    """Make a copy if the library has changed since the latest and that is `every` old; then thin the copies out.

    A library in which nothing has been done yet needs none.

    The copy, or None if none was due. `now` is local time. A clock that was set back makes no copy unsafe: copies from
    "the future" are kept. Raises LibraryTrouble where the copy cannot be written; the older ones are all there then.
    """
    copies = of(library, folder)
    past = [copy for copy in copies if copy.at <= now]
    if past and now - past[0].at < every:
        return None
    if (_last_step(copies[0].path, library) if copies else 0) == _last_step(library, library):
        return None
    folder = folder or folder_of(library)
    made = safekeeping.backup(library, folder / f"{library.stem}.auto-{now.strftime(_STAMP)}{library.suffix}")
    stamps = kept((copy.at for copy in of(library, folder)), now)
    for copy in of(library, folder):
        if copy.at not in stamps:
            copy.path.unlink()
    return made


def kept(stamps: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which of the copies made at these times are kept: of each hour, day, week or month the oldest, by age; the
    newest of all; and any from the future."""
    keep: set[datetime] = set()
    taken: set[str] = set()
    ordered = sorted(stamps)
    keep.update(ordered[-1:])
    for stamp in ordered:
        age = now - stamp
        period = next((spelling for limit, spelling in AGES if age <= limit), "%Y-%m")
        slot = f"{period} {stamp.strftime(period)}"
        if age < timedelta(0) or slot not in taken:
            keep.add(stamp)
            taken.add(slot)
    return keep


def last_good(library: Path, folder: Path | None = None) -> Copy | None:
    """The newest automatic copy in which the quick check finds nothing wrong."""
    for copy in of(library, folder):
        cipher.share(library, copy.path)
        if not safekeeping.check(copy.path):
            return copy
    return None


def _last_step(path: Path, library: Path) -> int | None:
    """The number of the latest step; None where the file cannot be read, which never counts as unchanged."""
    cipher.share(library, path)
    try:
        connection.refuse_strangers(path)
        with closing(connection.reader(path)) as db:
            return change_log.last_step(db)
    except LibraryTrouble:
        return None
