"""Meetings: what the papers do not say of them, a person may."""

from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.documents import Document
from scrutiny_desk.domain.meetings import Item, Meeting
from scrutiny_desk.domain.people import Appearance
from scrutiny_desk.services.reviewing import UNSET, Unset
from scrutiny_desk.store import Library


def get(library: Library, meeting_id: int) -> Meeting:
    """The meeting; `NotFound` where there is none."""
    raise NotImplementedError


def item(library: Library, item_id: int) -> Item:
    """The item of business; `NotFound` where there is none."""
    raise NotImplementedError


def items(library: Library, meeting_id: int) -> tuple[Item, ...]:
    """The items of a meeting in order."""
    raise NotImplementedError


def documents(library: Library, meeting_id: int) -> tuple[Document, ...]:
    """The papers of a meeting."""
    raise NotImplementedError


def attendance(library: Library, meeting_id: int) -> tuple[Appearance, ...]:
    """Who was there, or sent apologies."""
    raise NotImplementedError


def committees(library: Library) -> tuple[str, ...]:
    """Every committee the library knows by name, in order of name."""
    raise NotImplementedError


def set_details(
    library: Library,
    meeting_id: int,
    *,
    body: str | None | Unset = UNSET,
    committee: str | None | Unset = UNSET,
    date: str | None | Unset = UNSET,
    start: str | None | Unset = UNSET,
    end: str | None | Unset = UNSET,
    place: str | None | Unset = UNSET,
) -> Change:
    """Set what is given of a meeting (date ISO, times as 19:30); `Trouble` where a date or time is none."""
    raise NotImplementedError
