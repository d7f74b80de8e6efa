"""The library's health, copies of it, and putting one back."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong: a plain sentence, what to do, and the document it concerns, if one."""

    sentence: str
    remedy: str = ""
    document_id: int | None = None


def check(path: Path, *, full: bool = False) -> list[Fault]:
    """What is wrong with a library; empty where nothing is. Never raises for a damaged file.

    Quick: the file's own structure and references. Full, besides: the search index against the text, each original
    against its sha256, and rows that belong to nothing.
    """
    raise NotImplementedError


def backup(path: Path, target: Path | None = None) -> Path:
    """Write a consistent copy of a library, open or not, to `target` (by default beside it, named by date and time);
    where it stands. Nothing half-written is left. Raises LibraryTrouble."""
    raise NotImplementedError


def restore(path: Path, copy: Path) -> Path | None:
    """Put a copy in the library's place; where the present one is now kept aside (None if there was none).

    Raises LibraryTrouble where the copy is no library or is damaged, or the library is in use; then nothing changes.
    """
    raise NotImplementedError
