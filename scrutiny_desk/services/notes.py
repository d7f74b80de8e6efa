"""The user's own notes: private always, on whatever they are written about."""

from dataclasses import dataclass

from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services.times import now
from scrutiny_desk.store import Library
from scrutiny_desk.store import notes as rows

_COLUMNS = {
    Kind.DOCUMENTS: "document_id",
    Kind.MEETINGS: "meeting_id",
    Kind.PEOPLE: "person_id",
    Kind.QUESTIONS: "question_id",
    Kind.UNDERTAKINGS: "undertaking_id",
    Kind.ISSUES: "issue_id",
}
ABOUT = tuple(_COLUMNS)
"""The kinds of thing that a note may be about."""


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
    with library.read() as db:
        found = rows.about(db, **{_COLUMNS[about]: about_id})
    return tuple(Note(note.id, about, about_id, note.text, note.made_at) for note in found)


def add(library: Library, about: Kind, about_id: int, text: str) -> tuple[int, Change]:
    """Write a note; the new id and the Change. `Trouble` where there are no words in it."""
    if not text.strip():
        raise Trouble("The note is empty.", "Write something in it, or leave it out.")
    column = _COLUMNS[about]
    return library.write("Add note", lambda db: rows.add(db, text, at=now(), **{column: about_id}))


def change(library: Library, note_id: int, text: str) -> Change:
    """Change the words of a note; changes of one note that follow on each other are one step."""
    key = f"note {note_id}"
    return library.write("Change note", lambda db: rows.update(db, note_id, text, at=now()), merge_key=key)[1]


def delete(library: Library, note_id: int) -> Change:
    """Delete a note."""
    return library.write("Delete note", lambda db: rows.remove(db, note_id))[1]
