"""Everything held about a person: seen, made nameless, or erased with the papers that hold it."""

from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.meetings import Meeting
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services.dates import day
from scrutiny_desk.store import Library, meetings
from scrutiny_desk.store import personal as rows
from scrutiny_desk.store.personal import Held

__all__ = ["Held", "erase_document", "held_about", "keep_until", "make_nameless", "past_keeping"]


def held_about(library: Library, person_id: int) -> Held:
    """Everything the library holds about a person, with every passage in which one of their names stands."""
    with library.read() as db:
        return rows.held_about(db, person_id)


def make_nameless(library: Library, person_id: int, pseudonym: str) -> Change:
    """Put a pseudonym in a person's place, in the record of changes too; undoing it brings no name back."""
    words = " ".join(pseudonym.split())
    if not words:
        raise Trouble("A pseudonym is needed.", "Write one, such as “A resident”.")
    return library.write("Make a person nameless", lambda db: rows.make_nameless(db, person_id, words))[1]


def erase_document(library: Library, document_id: int) -> Change:
    """Destroy a document and all that rests on it alone; nothing done before can be undone afterwards."""
    return library.write("Erase a document for good", lambda db: rows.erase_document(db, document_id))[1]


def keep_until(library: Library, meeting_id: int, until: str | None) -> Change:
    """Say until which day (ISO) a meeting's papers are to be kept; None takes that back. Nothing is deleted by it."""
    checked = day(until) if until else None
    return library.write("Set how long to keep", lambda db: meetings.update(db, meeting_id, keep_until=checked))[1]


def past_keeping(library: Library, today: str) -> tuple[tuple[Meeting, str], ...]:
    """The meetings whose papers were to be kept until a day before `today` (ISO), each with that day, for review."""
    with library.read() as db:
        return tuple(meetings.past_keeping(db, today))
