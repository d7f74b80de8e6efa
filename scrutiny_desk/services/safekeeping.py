"""Keeping the library safe: its health, copies of it, and putting one back."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scrutiny_desk.store import Library, backups, places, soundness
from scrutiny_desk.store import safekeeping as rows
from scrutiny_desk.store.backups import Copy

__all__ = [
    "Copy",
    "Health",
    "backup",
    "check",
    "copies",
    "copy_if_due",
    "last_good",
    "losses",
    "place_warning",
    "restore",
]


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found: no sentence means that nothing is wrong."""

    sentences: tuple[str, ...] = ()

    @property
    def well(self) -> bool:
        """Whether nothing is wrong."""
        return not self.sentences


def check(library: Library | Path, *, full: bool = False) -> Health:
    """Look a library over, damaged ones too; `full` also holds originals against their fingerprints and the search
    index to the text."""
    faults = rows.check(_path(library), full=full)
    return Health(tuple(f"{fault.sentence} {fault.remedy}".strip() for fault in faults))


def backup(library: Library | Path, path: Path | None = None) -> Path:
    """Make a consistent copy while the library is in use; where it is. Without a path, beside the library."""
    return rows.backup(_path(library), path)


def restore(library_path: Path, backup_path: Path) -> Path | None:
    """Put a copy in the library's place; the present one is kept aside, and where is returned (None: there was none).

    The library must be closed. `LibraryTrouble` where the copy is no library or is damaged; nothing is changed then.
    """
    return rows.restore(library_path, backup_path)


def copies(library: Library | Path) -> list[Copy]:
    """The copies the program has made by itself, newest first."""
    return backups.of(_path(library))


def copy_if_due(library: Library | Path, now: datetime) -> Path | None:
    """Make an automatic copy if an hour has passed and something has changed; older ones are thinned out by age.

    The copy, or None where none was due. `now` is local time.
    """
    return backups.make_if_due(_path(library), now)


def last_good(library: Library | Path) -> Copy | None:
    """The newest automatic copy in which nothing is wrong."""
    return backups.last_good(_path(library))


def losses(library: Library | Path) -> tuple[str, ...]:
    """What of a damaged library can no longer be read, a sentence each; empty where nothing is lost."""
    return tuple(soundness.losses(_path(library)))


def place_warning(path: Path) -> str:
    """What can happen to a library in a folder that syncs or on a network drive; empty for a safe place."""
    return places.warning(path, places.place_of(path))


def _path(library: Library | Path) -> Path:
    return library if isinstance(library, Path) else library.path
