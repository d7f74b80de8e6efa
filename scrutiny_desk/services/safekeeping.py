"""Keeping the library safe: its health, copies of it, and putting one back."""

from dataclasses import dataclass
from pathlib import Path

from scrutiny_desk.store import Library
from scrutiny_desk.store import safekeeping as rows


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


def _path(library: Library | Path) -> Path:
    return library if isinstance(library, Path) else library.path
