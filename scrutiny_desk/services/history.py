"""Every step a person took: undone, redone, and who said what of a row and when."""

from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.store import Library
from scrutiny_desk.store import history as rows
from scrutiny_desk.store.change_log import Step
from scrutiny_desk.store.history import Event, FieldChange

__all__ = ["Event", "FieldChange", "Step", "latest", "of_row", "redo", "redo_label", "undo", "undo_label"]


def undo(library: Library) -> Change:
    """Undo the last step that is not undone; an empty Change where there is none."""
    return library.undo()


def redo(library: Library) -> Change:
    """Do the step again that was undone last; an empty Change where there is none."""
    return library.redo()


def undo_label(library: Library) -> str | None:
    """The name of the step that `undo` would undo; None where there is none."""
    return library.undo_label


def redo_label(library: Library) -> str | None:
    """The name of the step that `redo` would do again; None where there is none."""
    return library.redo_label


def of_row(library: Library, kind: Kind, row_id: int) -> tuple[Event, ...]:
    """What happened to one row, oldest first: when, by whom, and which fields changed from what to what."""
    with library.read() as db:
        return tuple(rows.of(db, kind, row_id))


def latest(library: Library, limit: int = 100) -> tuple[Step, ...]:
    """The latest steps of the whole library, newest first."""
    with library.read() as db:
        return tuple(rows.latest(db, limit))
