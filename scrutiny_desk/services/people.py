"""People: their names, posts, and which rows are one person; all of it the user's word."""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.meetings import Meeting
from scrutiny_desk.domain.people import Appearance, Person
from scrutiny_desk.store import Library


@dataclass(frozen=True, slots=True)
class WitnessPage:
    """Everything held of one person, for the witness page: outstanding questions oldest first.

    The ids are of questions and undertakings; `meetings` are those the appearances are at, by id.
    """

    person: Person
    appearances: tuple[Appearance, ...]
    meetings: dict[int, Meeting]
    outstanding: tuple[int, ...]
    asked: tuple[int, ...]
    undertakings: tuple[int, ...]


def get(library: Library, person_id: int) -> Person:
    """The person; `NotFound` where there is none."""
    raise NotImplementedError


def find(library: Library, words: str) -> tuple[Person, ...]:
    """The people who may be meant by a typed name, the surest first; none where nobody fits."""
    raise NotImplementedError


def page(library: Library, person_id: int) -> WitnessPage:
    """Everything held of one person."""
    raise NotImplementedError


def rename(library: Library, person_id: int, name: str) -> Change:
    """Set the name a person is shown by; the old one stays as an alias."""
    raise NotImplementedError


def set_post(library: Library, person_id: int, post: str | None, organisation: str | None) -> Change:
    """Set the post and organisation a person is shown with; each appearance keeps its own."""
    raise NotImplementedError


def merge(library: Library, keep: int, others: Sequence[int]) -> Change:
    """Make several people one; the others' names become aliases, and the next import remembers it."""
    raise NotImplementedError


def split(library: Library, person_id: int, alias: str) -> tuple[int, Change]:
    """Make another person of one of a person's aliases, with what was said under that name; remembered."""
    raise NotImplementedError
