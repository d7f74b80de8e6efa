"""The user's own notes: private always, on whatever they are written about."""

from dataclasses import dataclass

from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.store import Library


@dataclass(frozen=True, slots=True)
class Note:
    """A private note on a thing of the library: `about` is its kind and `about_id` which."""

    id: int
    about: Kind
    about_id: int
    text: str
    written_at: str


def of(library: Library, about: Kind, about_id: int) -> tuple[Note, ...]:
    """The notes on one thing, oldest first."""
    raise NotImplementedError


def add(library: Library, about: Kind, about_id: int, text: str) -> tuple[int, Change]:
    """Write a note; the new id and the Change."""
    raise NotImplementedError


def change(library: Library, note_id: int, text: str) -> Change:
    """Change the words of a note; changes that follow on each other are one step until `history` sees another."""
    raise NotImplementedError


def delete(library: Library, note_id: int) -> Change:
    """Delete a note."""
    raise NotImplementedError
