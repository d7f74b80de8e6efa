"""Counts and figures: for the rail, and for the first page."""

from dataclasses import dataclass

from sqlite_utils import Database

from scrutiny_desk.store.queries.persons import OWED_TABLE
from scrutiny_desk.store.queries.rows import OUTSTANDING, people_of


@dataclass(frozen=True, slots=True)
class WitnessFigure:
    """How many questions a witness still owes, and since when (the oldest meeting's date)."""

    person_id: int
    name: str
    post: str | None
    outstanding: int
    oldest: str | None


@dataclass(frozen=True, slots=True)
class ReviewFigure:
    """How many findings of a document wait for a person's word."""

    document_id: int
    file_name: str
    title: str | None
    date: str | None
    waiting: int


@dataclass(frozen=True, slots=True)
class DueFigure:
    """An open undertaking and who owes it."""

    undertaking_id: int
    text: str
    owed_by: str
    due: str | None
    meeting_date: str | None


STANDING = "review <> 'rejected'"
COUNTS = {
    "documents": "document WHERE NOT withdrawn",
    "meetings": "meeting",
    "people": "person",
    "questions": f"question WHERE {STANDING}",
    "outstanding": f"question WHERE {STANDING} AND status IN ({OUTSTANDING}) AND NOT closed",
    "undertakings": f"undertaking WHERE {STANDING}",
    "undertakings_open": f"undertaking WHERE {STANDING} AND state = 'open'",
    "undertakings_overdue": f"undertaking WHERE {STANDING} AND state = 'open' AND due < :today",
    "decisions": f"decision WHERE {STANDING}",
    "actions": f"action WHERE {STANDING}",
    "actions_open": f"action WHERE {STANDING} AND state = 'open'",
    "issues": "issue",
    "tags": "tag",
    "notes": "note",
    "likenesses": "likeness WHERE verdict = ''",
    "witnesses": """person p WHERE EXISTS (SELECT 1 FROM appearance WHERE person_id = p.id AND capacity = 'witness')
        OR EXISTS (SELECT 1 FROM who WHERE person_id = p.id AND role IN ('put_to', 'answered_by', 'made_by'))
        OR EXISTS (SELECT 1 FROM charge WHERE person_id = p.id)""",
}


def counts(db: Database, *, today: str) -> dict[str, int]:
    """For the rail: documents, meetings, witnesses, people, questions, outstanding, to_review, undertakings,
    undertakings_open, undertakings_overdue (due before `today`, ISO), decisions, actions, actions_open, issues, tags,
    notes, likenesses (pairs not judged yet). Rejected findings are not counted."""
    each = ", ".join(f"(SELECT count(*) FROM {rest})" for rest in COUNTS.values())
    waiting = " + ".join(
        f"(SELECT count(*) FROM {noun} WHERE review = 'suggested')"
        for noun in ("question", "undertaking", "decision", "action")
    )
    row = db.execute(f"SELECT {each}, {waiting}", {"today": today}).fetchone()
    return dict(zip((*COUNTS, "to_review"), row, strict=True))


def outstanding_by_witness(db: Database, limit: int = 20) -> list[WitnessFigure]:
    """Who still owes answers, the oldest first."""
    return _owing(db, limit)[0]


def outstanding_by_whom(db: Database, limit: int = 20) -> tuple[list[WitnessFigure], int, int]:
    """Who still owes answers, how many witnesses do, and how many outstanding questions name nobody who does."""
    owing, witnesses = _owing(db, limit)
    sql = f"""SELECT count(*) FROM question q WHERE q.status IN ({OUTSTANDING}) AND q.{STANDING}
        AND NOT EXISTS (SELECT 1 FROM who w
            WHERE w.question_id = q.id AND w.role IN ('put_to', 'answered_by') AND w.person_id IS NOT NULL)"""
    return owing, witnesses, int(db.execute(sql).fetchone()[0])


def _owing(db: Database, limit: int) -> tuple[list[WitnessFigure], int]:
    sql = f"""WITH {OWED_TABLE} SELECT (SELECT count(*) FROM owed), p.id, p.name, p.post, owed.outstanding, owed.oldest
        FROM owed JOIN person p ON p.id = owed.person_id
        ORDER BY owed.oldest NULLS LAST, owed.outstanding DESC, p.surname, p.id LIMIT ?"""
    found = db.execute(sql, [limit]).fetchall()
    return [WitnessFigure(*row[1:]) for row in found], int(found[0][0]) if found else 0


def to_review(db: Database, limit: int = 20) -> tuple[list[ReviewFigure], int]:
    """The documents with findings that wait for a person's word, most first, and how many such documents there are.

    A finding counts in each document that is a source of it. Each kind is counted by document before they are put
    together: so there are no more rows to put in order than there are documents.
    """
    each = " UNION ALL ".join(
        f"""SELECT s.document_id, count(DISTINCT t.id) AS found FROM {noun} t JOIN source s ON s.{noun}_id = t.id
            WHERE t.review = 'suggested' GROUP BY s.document_id"""
        for noun in ("question", "undertaking", "decision", "action")
    )
    sql = f"""SELECT count(*) OVER (), d.id, d.file_name, d.title, d.date, sum(f.found) AS waiting FROM ({each}) f
        JOIN document d ON d.id = f.document_id AND NOT d.withdrawn
        GROUP BY d.id ORDER BY waiting DESC, d.id LIMIT ?"""
    found = db.execute(sql, [limit]).fetchall()
    return [ReviewFigure(*row[1:]) for row in found], int(found[0][0]) if found else 0


def undated_undertakings(db: Database) -> int:
    """How many open undertakings name no day."""
    sql = f"SELECT count(*) FROM undertaking WHERE {STANDING} AND state = 'open' AND due IS NULL"
    return int(db.execute(sql).fetchone()[0])


def open_undertakings(db: Database, limit: int = 20) -> list[DueFigure]:
    """Undertakings not yet kept, those due first in front, those without a date last."""
    sql = f"""SELECT t.id, t.text, coalesce({people_of("undertaking", "made_by")}, ''), t.due, first.date FROM (
            SELECT u.id, row_number() OVER (ORDER BY u.due NULLS LAST, m.date NULLS LAST, u.id) AS place, m.date
            FROM undertaking u LEFT JOIN meeting m ON m.id = u.meeting_id
            WHERE u.{STANDING} AND u.state = 'open' ORDER BY place LIMIT ?) first
        JOIN undertaking t ON t.id = first.id ORDER BY first.place"""
    return [DueFigure(*row) for row in db.execute(sql, [limit])]
