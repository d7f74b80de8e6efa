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
    "witnesses": """(SELECT person_id FROM appearance WHERE capacity = 'witness' UNION SELECT person_id FROM who
        WHERE role IN ('put_to', 'answered_by', 'made_by') AND person_id IS NOT NULL
        UNION SELECT person_id FROM charge WHERE person_id IS NOT NULL)""",
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
    sql = f"""WITH {OWED_TABLE} SELECT p.id, p.name, p.post, owed.outstanding, owed.oldest
        FROM owed JOIN person p ON p.id = owed.person_id
        ORDER BY owed.oldest NULLS LAST, owed.outstanding DESC, p.surname, p.id LIMIT ?"""
    return [WitnessFigure(*row) for row in db.execute(sql, [limit])]


def outstanding_by_whom(db: Database) -> tuple[int, int]:
    """How many witnesses owe an answer, and how many outstanding questions name nobody who does."""
    sql = f"""WITH {OWED_TABLE} SELECT (SELECT count(*) FROM owed), (SELECT count(*) FROM question q
        WHERE q.status IN ({OUTSTANDING}) AND q.{STANDING} AND NOT EXISTS (SELECT 1 FROM who w
            WHERE w.question_id = q.id AND w.role IN ('put_to', 'answered_by') AND w.person_id IS NOT NULL))"""
    witnesses, unnamed = db.execute(sql).fetchone()
    return int(witnesses), int(unnamed)


def to_review(db: Database, limit: int = 20) -> list[ReviewFigure]:
    """The documents with findings that wait for a person's word, most first. A finding counts in each document that
    is a source of it."""
    sql = """SELECT d.id, d.file_name, d.title, d.date, count(*) AS waiting FROM (
            SELECT DISTINCT s.document_id, 'question', q.id FROM question q
                JOIN source s ON s.question_id = q.id WHERE q.review = 'suggested'
            UNION ALL SELECT DISTINCT s.document_id, 'undertaking', u.id FROM undertaking u
                JOIN source s ON s.undertaking_id = u.id WHERE u.review = 'suggested'
            UNION ALL SELECT DISTINCT s.document_id, 'decision', c.id FROM decision c
                JOIN source s ON s.decision_id = c.id WHERE c.review = 'suggested'
            UNION ALL SELECT DISTINCT s.document_id, 'action', a.id FROM action a
                JOIN source s ON s.action_id = a.id WHERE a.review = 'suggested') f
        JOIN document d ON d.id = f.document_id AND NOT d.withdrawn
        GROUP BY d.id ORDER BY waiting DESC, d.id LIMIT ?"""
    return [ReviewFigure(*row) for row in db.execute(sql, [limit])]


def papers_to_review(db: Database) -> int:
    """How many documents have findings that wait for a person's word."""
    held = " UNION ".join(
        f"SELECT s.document_id FROM {noun} t JOIN source s ON s.{noun}_id = t.id WHERE t.review = 'suggested'"
        for noun in ("question", "undertaking", "decision", "action")
    )
    sql = f"SELECT count(*) FROM document WHERE NOT withdrawn AND id IN ({held})"
    return int(db.execute(sql).fetchone()[0])


def undated_undertakings(db: Database) -> int:
    """How many open undertakings name no day."""
    sql = f"SELECT count(*) FROM undertaking WHERE {STANDING} AND state = 'open' AND due IS NULL"
    return int(db.execute(sql).fetchone()[0])


def open_undertakings(db: Database, limit: int = 20) -> list[DueFigure]:
    """Undertakings not yet kept, those due first in front, those without a date last."""
    sql = f"""SELECT t.id, t.text, coalesce({people_of("undertaking", "made_by")}, ''), t.due, m.date
        FROM undertaking t LEFT JOIN meeting m ON m.id = t.meeting_id WHERE t.{STANDING} AND t.state = 'open'
        ORDER BY t.due NULLS LAST, m.date NULLS LAST, t.id LIMIT ?"""
    return [DueFigure(*row) for row in db.execute(sql, [limit])]
