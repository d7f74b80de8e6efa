"""Undertakings and actions: kept, overtaken, open again, and what falls due."""

from collections.abc import Sequence

from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.undertakings import State
from scrutiny_desk.store import Library


def set_state(library: Library, kind: Kind, ids: Sequence[int], state: State) -> Change:
    """Set the state of undertakings or actions (`kind` says which), in one step, as a person's word."""
    raise NotImplementedError


def set_due(library: Library, kind: Kind, item_id: int, due: str | None) -> Change:
    """Set by when (ISO) an undertaking or action is owed; None where no day was named."""
    raise NotImplementedError
