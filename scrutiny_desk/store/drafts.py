"""Drafts of briefings, each under the name of what it is about."""

import json
from dataclasses import asdict

from sqlite_utils import Database

from scrutiny_desk.domain.drafts import Chosen, Draft
from scrutiny_desk.store import rows

COLUMNS = "subject, title, sections, final, number, exported_at, facts, details"


def get(db: Database, subject: str) -> Draft:
    """The draft under this name; an empty one where nothing has been kept."""
    found = db.execute(f"SELECT {COLUMNS} FROM draft WHERE subject = ?", [subject]).fetchone()
    return Draft(subject) if found is None else _draft(found)


def everything(db: Database) -> list[Draft]:
    """Every draft, in order of its first keeping."""
    return [_draft(row) for row in db.execute(f"SELECT {COLUMNS} FROM draft ORDER BY id")]


def keep(db: Database, draft: Draft) -> int:
    """Keep a draft under its name, in place of the one before; its id."""
    values = {
        "title": draft.title,
        "sections": json.dumps([asdict(chosen) for chosen in draft.sections], ensure_ascii=False),
        "final": int(draft.final),
        "number": draft.number,
        "exported_at": draft.exported_at,
        "facts": json.dumps(draft.facts, ensure_ascii=False),
        "details": json.dumps(draft.details, ensure_ascii=False),
    }
    found = db.execute("SELECT id FROM draft WHERE subject = ?", [draft.subject]).fetchone()
    if found is None:
        return rows.insert(db, "draft", {"subject": draft.subject, **values})
    rows.put(db, "draft", found[0], values)
    return int(found[0])


def remove(db: Database, subject: str) -> None:
    """Forget a draft."""
    db.execute("DELETE FROM draft WHERE subject = ?", [subject])


def _draft(row: tuple[str, str, str, int, int, str, str, str]) -> Draft:
    subject, title, sections, final, number, exported_at, facts, details = row
    chosen = tuple(Chosen(**{**held, "own": tuple(held["own"])}) for held in json.loads(sections))
    own = tuple((label, words) for label, words in json.loads(details))
    return Draft(subject, title, chosen, bool(final), number, exported_at, tuple(json.loads(facts)), own)
