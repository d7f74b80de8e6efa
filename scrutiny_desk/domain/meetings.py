"""Meetings and the items of business on them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of one committee; whatever the papers do not say is None. Date ISO, times as 19:30."""

    id: int
    body: str | None
    committee: str | None
    date: str | None
    start: str | None = None
    end: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One heading of business, and the documents that hold it."""

    id: int
    meeting_id: int | None
    document_ids: tuple[int, ...]
    number: str | None
    title: str | None
