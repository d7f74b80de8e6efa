"""Every step a person took: undone, redone, and who said what of a row and when."""

from dataclasses import dataclass

from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.store import Library


@dataclass(frozen=True, slots=True)
class Event:
    """One step as it touched one row: when (ISO, UTC), its name, who began it, and which fields changed how."""

    at: str
    label: str
    origin: str
    changes: tuple[tuple[str, str | None, str | None], ...] = ()


def undo(library: Library) -> Change:
    """Undo the last step that is not undone; an empty Change where there is none."""
    raise NotImplementedError


def redo(library: Library) -> Change:
    """Do the step again that was undone last; an empty Change where there is none."""
    raise NotImplementedError


def undo_label(library: Library) -> str | None:
    """The name of the step that `undo` would undo; None where there is none."""
    raise NotImplementedError


def redo_label(library: Library) -> str | None:
    """The name of the step that `redo` would do again; None where there is none."""
    raise NotImplementedError


def of_row(library: Library, kind: Kind, row_id: int) -> tuple[Event, ...]:
    """What happened to one row, oldest first."""
    raise NotImplementedError
