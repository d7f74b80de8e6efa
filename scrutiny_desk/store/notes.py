"""A person's private notes on a document, passage, meeting, person, question, undertaking or issue."""

from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.sources import Source
from scrutiny_desk.store import rows, sources

ABOUT = ("document_id", "meeting_id", "person_id", "question_id", "undertaking_id", "issue_id")
COLUMNS = "id, text, document_id, meeting_id, person_id, question_id, undertaking_id, issue_id, made_at, changed_at"


@dataclass(frozen=True, slots=True)
class Note:
    """A private note; it goes into no output unless asked for by name. Times are ISO text."""

    id: int
    text: str
    document_id: int | None
    meeting_id: int | None
    person_id: int | None
    question_id: int | None
    undertaking_id: int | None
    issue_id: int | None
    made_at: str
    changed_at: str
    source: Source | None = None


def add(db: Database, text: str, *, at: str, source: Source | None = None, **about: int) -> int:
    """Enter a note made `at` a time (ISO) about document_id, meeting_id, person_id, question_id, undertaking_id or
    issue_id, or on a passage; its id."""
    new = rows.insert(db, "note", {"text": text, "made_at": at, "changed_at": at, **about})
    if source is not None:
        sources.add(db, "note", new, source)
    return new


def update(db: Database, note_id: int, text: str, *, at: str) -> None:
    """Set the words of a note."""
    rows.put(db, "note", note_id, {"text": text, "changed_at": at})


def remove(db: Database, note_id: int) -> None:
    """Take a note away."""
    db.execute("DELETE FROM note WHERE id = ?", [note_id])


def get(db: Database, note_id: int) -> Note:
    """The note with this number, or NotFound."""
    return rows.only(_notes(db, "id = :id", {"id": note_id}), "note", note_id)


def about(db: Database, **what: int) -> list[Note]:
    """The notes about one thing: `about(db, person_id=3)`."""
    ((column, row_id),) = what.items()
    if column not in ABOUT:
        raise ValueError(f"no note is about a {column}")
    return _notes(db, f"{column} = :id", {"id": row_id})


def everything(db: Database) -> list[Note]:
    """Every note, in order of number."""
    return _notes(db, "1", {})


def holding(db: Database, words: str) -> list[Note]:
    """The notes in which these words stand, upper and lower case alike."""
    return _notes(db, "instr(lower(text), lower(:words))", {"words": words})


def _notes(db: Database, where: str, params: dict[str, Any]) -> list[Note]:
    found = db.execute(f"SELECT {COLUMNS} FROM note WHERE {where} ORDER BY id", params).fetchall()
    passages = sources.load(db, "note", [row[0] for row in found])
    return [Note(*row, next(iter(passages.get(row[0], ())), None)) for row in found]
