"""Everything held about a person: seen, made nameless, or erased with the papers that hold it."""

from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.store import Library
from scrutiny_desk.store import personal as rows
from scrutiny_desk.store.personal import Held

__all__ = ["Held", "erase_document", "held_about", "make_nameless"]


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
