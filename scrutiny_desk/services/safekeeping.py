"""Keeping the library safe: its health, copies of it, and putting one back."""

from dataclasses import dataclass
from pathlib import Path

from scrutiny_desk.store import Library


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found: no sentence means that nothing is wrong."""

    sentences: tuple[str, ...] = ()

    @property
    def well(self) -> bool:
        """Whether nothing is wrong."""
        return not self.sentences


def check(library: Library, *, full: bool = False) -> Health:
    """Look the library over; `full` also holds originals against their hashes and the search index to the text."""
    raise NotImplementedError


def backup(library: Library, path: Path | None = None) -> Path:
    """Make a consistent copy while the library is in use; where it is. Without a path, beside the library."""
    raise NotImplementedError


def restore(library_path: Path, backup_path: Path) -> Path:
    """Put a copy in the library's place; the present one is kept aside, and where is returned.

    The library must be closed. `LibraryTrouble` where the copy is no library or is damaged; nothing is changed then.
    """
    raise NotImplementedError
