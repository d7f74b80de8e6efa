"""Undertakings and actions: kept, overtaken, open again, and what falls due."""

from collections.abc import Sequence

from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.undertakings import State
from scrutiny_desk.services import due_days
from scrutiny_desk.services.dates import day
from scrutiny_desk.store import Database, Library
from scrutiny_desk.store import undertakings as rows

_UPDATE = {Kind.UNDERTAKINGS: rows.update, Kind.ACTIONS: rows.update_action}
_WORDS = {State.OPEN: "open", State.DONE: "done", State.OVERTAKEN: "overtaken"}


def set_state(library: Library, kind: Kind, ids: Sequence[int], state: State, *, on: str | None = None) -> Change:
    """Set the state of undertakings or actions (`kind` says which), in one step, as a person's word.

    `on` is the day (ISO) it was kept or overtaken, for "closed since last time"; none is kept of one that is open.
    """
    settled = day(on) if on and state is not State.OPEN else None

    def work(db: Database) -> None:
        for row_id in ids:
            _UPDATE[kind](db, row_id, state=str(state), settled_on=settled)

    return library.write(f"Mark as {_WORDS[state]}", work)[1]


def set_due(library: Library, kind: Kind, row_id: int, due: str | None) -> Change:
    """Set by when (ISO) an undertaking or action is owed; None where no day was named. The day before is kept."""
    return due_days.set_due(library, kind, row_id, due)
