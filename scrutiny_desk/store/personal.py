"""What is held about a person, making it nameless, and erasing a document for good: no undo brings these back."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.people import Appearance, Person, name_parts
from scrutiny_desk.store import change_log, documents, notes, people, rows, search, withdrawing


@dataclass(frozen=True, slots=True)
class Held:
    """Everything the library holds about one person: their own row, where they appear, what names them in which role
    (kind, id, role, text), the notes about them, and the passages in which one of their names stands."""

    person: Person
    appearances: tuple[Appearance, ...]
    named_in: tuple[tuple[str, int, str, str], ...]
    notes: tuple[notes.Note, ...]
    passages: tuple[search.Hit, ...]


MOST_PASSAGES = 10_000


def held_about(db: Database, person_id: int) -> Held:
    """Gather everything held about a person. Raises NotFound."""
    person = people.get(db, person_id)
    names = [name for name in dict.fromkeys((person.name, *person.aliases)) if name_parts(name).surname]
    passages = {
        (hit.document_id, hit.block): hit
        for name in names
        for hit in search.find(db, '"' + name.replace('"', " ") + '"', limit=MOST_PASSAGES)
    }
    return Held(
        person=person,
        appearances=tuple(people.appearances_of(db, person_id)),
        named_in=tuple(_named_in(db, person_id)),
        notes=tuple(notes.about(db, person_id=person_id)),
        passages=tuple(passages[place] for place in sorted(passages)),
    )


def _named_in(db: Database, person_id: int) -> list[tuple[str, int, str, str]]:
    sql = " UNION ALL ".join(
        f"SELECT '{noun}s', t.id, w.role, t.text FROM who w JOIN {noun} t ON t.id = w.{noun}_id WHERE w.person_id = :id"
        for noun in ("question", "answer", "undertaking", "action")
    )
    passed = " UNION ALL ".join(
        f"SELECT '{noun}s', t.id, 'passed_to', t.text FROM charge c JOIN {noun} t ON t.id = c.{noun}_id"
        " WHERE c.person_id = :id"
        for noun in ("question", "undertaking", "action")
    )
    own = """SELECT 'tenures', id, 'held', trim(coalesce(post, '') || ', ' || coalesce(organisation, ''), ', ')
        FROM tenure WHERE person_id = :id UNION ALL SELECT 'chasers', id, 'sent', words FROM chaser
        WHERE person_id = :id UNION ALL SELECT 'rules', id, 'stands_for', words FROM house_rule
        WHERE person_id = :id"""
    return db.execute(f"{sql} UNION ALL {passed} UNION ALL {own}", {"id": person_id}).fetchall()


def make_nameless(db: Database, person_id: int, pseudonym: str) -> None:
    """Put a pseudonym in a person's place: names, aliases, post and organisation go, in the record of changes too.

    What they were asked and promised stays. The documents keep their words: `held_about` lists those that have the
    name in them. For `Library.write`; undoing that step brings no name back.
    """
    person = people.get(db, person_id)
    db.execute("PRAGMA secure_delete = ON")
    _forget_exports(db, [person.name, *person.aliases])
    names = json.dumps([person.name, *person.aliases])
    own = {"name": pseudonym, "surname": name_parts(pseudonym).surname, "post": None, "organisation": None}
    rows.put(db, "person", person_id, own)
    db.execute("DELETE FROM alias WHERE person_id = ?", [person_id])
    db.execute("UPDATE appearance SET post = NULL, organisation = NULL WHERE person_id = ?", [person_id])
    db.execute("UPDATE who SET name = NULL, label = NULL WHERE person_id = ?", [person_id])
    named = "person_id = :id OR name IN (SELECT value FROM json_each(:names))"
    db.execute(f"DELETE FROM house_rule WHERE {named}", {"id": person_id, "names": names})
    for table in ("tenure", "charge"):
        db.execute(f"UPDATE {table} SET post = NULL, organisation = NULL WHERE person_id = ?", [person_id])
    db.execute("UPDATE chaser SET sent_to = '', words = '' WHERE person_id = ?", [person_id])
    _scrub(db, lambda table, row: _nameless(table, row, person_id, own, (person.name, *person.aliases)))


def erase_person(db: Database, person_id: int) -> None:
    """Take a person out for good: names, appearances, and the notes about them. What they asked and promised stays,
    with nobody named. For `Library.write`; nothing done before can be undone afterwards.

    The documents keep their words: `held_about` lists those that have the name in them.
    """
    make_nameless(db, person_id, "")
    db.execute("DELETE FROM note WHERE person_id = ?", [person_id])
    db.execute("DELETE FROM chaser WHERE person_id = ?", [person_id])
    db.execute("UPDATE who SET person_id = NULL WHERE person_id = ?", [person_id])
    db.execute("DELETE FROM person WHERE id = ?", [person_id])
    _scrub_gone(db)
    change_log.forbid_undo(db)


def _forget_exports(db: Database, names: Iterable[str] | None = None) -> None:
    """Forget what briefings said when they went out, which is kept to tell what has changed since: of all of them, or
    of those in which one of these names stands. The record of changes forgets it of all."""
    for draft_id, facts in db.execute("SELECT id, facts FROM draft").fetchall():
        if names is None or any(name and name in facts for name in names):
            rows.put(db, "draft", draft_id, {"facts": "[]"})
    _scrub(db, lambda table, row: row | {"facts": "[]"} if table == "draft" else row)


def _nameless(
    table: str, row: dict[str, Any], person_id: int, own: dict[str, Any], names: tuple[str, ...]
) -> dict[str, Any]:
    if table == "house_rule" and (row["person_id"] == person_id or row["name"] in names):
        return row | {"name": "", "post": ""}
    if table == "person" and row["id"] == person_id:
        return row | own
    if row.get("person_id") != person_id:
        return row
    if table == "alias":
        return row | {"name": own["name"], "surname": own["surname"]}
    if table == "who":
        return row | {"name": None, "label": None}
    if table == "chaser":
        return row | {"sent_to": "", "words": ""}
    return row | {"post": None, "organisation": None} if table in ("appearance", "tenure", "charge") else row


def erase_document(db: Database, document_id: int) -> None:
    """Take a document out with all that rests on it alone, and destroy its text, its original and their record.

    For `Library.write`. Nothing done before can be undone afterwards. What was erased is written over in the file once
    the library is closed; copies and backups made before keep it until they are thinned out.
    """
    documents.get(db, document_id)
    db.execute("PRAGMA secure_delete = ON")
    asked = "SELECT question_id FROM source WHERE document_id = :id AND question_id IS NOT NULL"
    db.execute(f"DELETE FROM plan_line WHERE question_id IN ({asked})", {"id": document_id})
    db.execute("DELETE FROM house_rule WHERE document_id = ?", [document_id])
    sent = f"SELECT chaser_id FROM chased WHERE question_id IN ({asked})"
    db.execute(f"UPDATE chaser SET words = '' WHERE id IN ({sent})", {"id": document_id})
    withdrawing.withdraw(db, document_id)
    documents.purge(db, document_id)
    db.execute("INSERT INTO block_words (block_words) VALUES ('optimize')")
    _forget_exports(db)
    _scrub(db, lambda table, row: row | {"words": ""} if table == "chaser" else row)
    _scrub_gone(db)
    change_log.forbid_undo(db)


PERSONAL = "'person', 'alias', 'who', 'appearance', 'tenure', 'charge', 'chaser', 'draft', 'house_rule'"
"""The tables, as SQL, of which a row may tell who somebody is."""
Rewrite = Callable[[str, dict[str, Any]], dict[str, Any]]


def _scrub(db: Database, rewrite: Rewrite) -> None:
    """Rewrite the rows about people that the change log keeps."""
    found = db.execute(f"SELECT id, tbl, old, new FROM change_log WHERE tbl IN ({PERSONAL})")
    for log_id, table, *kept in found.fetchall():
        before = [json.loads(text) if text else None for text in kept]
        after = [row and rewrite(table, row) for row in before]
        if after != before:
            made = [row and json.dumps(row, ensure_ascii=False) for row in after]
            db.execute("UPDATE change_log SET old = ?, new = ? WHERE id = ?", [*made, log_id])


def _scrub_gone(db: Database) -> None:
    """Empty what the change log keeps of rows that are no more."""
    for (table,) in db.execute("SELECT DISTINCT tbl FROM change_log").fetchall():
        gone = f"tbl = '{table}' AND row_id NOT IN (SELECT id FROM {table})"
        db.execute(f"UPDATE change_log SET old = NULL, new = NULL WHERE {gone}")
