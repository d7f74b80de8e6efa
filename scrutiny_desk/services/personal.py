"""Everything held about a person: seen, saved, made nameless, or erased with the papers that hold it."""

import csv
import io
import json
from pathlib import Path

from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.meetings import Meeting
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.store import Database, Library, documents, meetings
from scrutiny_desk.store import personal as rows
from scrutiny_desk.store.personal import Held

__all__ = [
    "COPIES",
    "Held",
    "erase_document",
    "erase_papers",
    "erase_person",
    "held_about",
    "held_rows",
    "kept_until",
    "make_nameless",
    "past_keeping",
    "write_held",
]

COPIES = "Copies and backups made before keep it until they are deleted."


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


def past_keeping(library: Library, today: str) -> tuple[tuple[Meeting, str], ...]:
    """The meetings whose papers were to be kept until a day before `today` (ISO), each with that day, for review."""
    with library.read() as db:
        return tuple(meetings.past_keeping(db, today))


def kept_until(library: Library, meeting_id: int) -> str | None:
    """The day (ISO) until which a meeting's papers are to be kept; None where nobody has said."""
    with library.read() as db:
        return meetings.kept_until(db, meeting_id)


def erase_papers(library: Library, meeting_id: int) -> Change:
    """Destroy every paper of a meeting and all that rests on them alone, in one step; no undo brings them back."""

    def work(db: Database) -> None:
        for document in documents.of_meeting(db, meeting_id):
            rows.erase_document(db, document.id)

    return library.write("Erase the papers of a meeting for good", work)[1]


def erase_person(library: Library, person_id: int) -> Change:
    """Take a person out for good, with the notes about them; nothing done before can be undone afterwards."""
    return library.write("Erase a person for good", lambda db: rows.erase_person(db, person_id))[1]


Row = dict[str, str]


def held_rows(library: Library, person_id: int) -> list[Row]:
    """Everything held about a person as a list: what sort of thing, where it stands, and its words."""
    found = held_about(library, person_id)
    with library.read() as db:
        papers = {
            each.id: each.file_name for each in documents.load(db, sorted({a.document_id for a in found.appearances}))
        }
    told = [{"held": "person", "where": "", "words": ", ".join(_of_person(found))}]
    told += [
        {"held": str(a.capacity), "where": papers[a.document_id], "words": a.post or ""} for a in found.appearances
    ]
    told += [{"held": role, "where": f"{kind} {number}", "words": text} for kind, number, role, text in found.named_in]
    told += [{"held": "note", "where": "", "words": note.text} for note in found.notes]
    return told + [
        {"held": "passage", "where": f"{hit.file_name}, paragraph {hit.paragraph}", "words": hit.text}
        for hit in found.passages
    ]


def _of_person(found: Held) -> list[str]:
    person = found.person
    return [each for each in dict.fromkeys((person.name, *person.aliases, person.post, person.organisation)) if each]


def write_held(library: Library, person_id: int, path: Path) -> int:
    """Write that list to a file, as JSON or, by its name, as a table (.csv); how many entries there are.

    `Trouble` where the file cannot be written.
    """
    told = held_rows(library, person_id)
    if path.suffix.casefold() == ".csv":
        kept = io.StringIO()
        table = csv.DictWriter(kept, ("held", "where", "words"))
        table.writeheader()
        table.writerows(told)
        text = "\ufeff" + kept.getvalue()
    else:
        text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as fault:
        raise Trouble(
            f"The list could not be written to {path}: {fault.strerror or 'the system refused'}.",
            "Choose another folder.",
        ) from fault
    return len(told)
