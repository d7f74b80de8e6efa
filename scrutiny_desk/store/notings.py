"""What was noted at live meetings, and which entry recognised in the minutes each seems to be."""

from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.notings import Noting, Settled
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.store import questions, rows, undertakings

COLUMNS = (
    "id, iif(question_id IS NULL, 'action', 'question'), coalesce(question_id, action_id), meeting_id, day, time,"
    " words, coalesce(seems_question_id, seems_action_id), settled"
)
KINDS = ("question", "action")
UPDATE = {"question": questions.update, "action": undertakings.update_action}


def add(db: Database, kind: str, row_id: int, *, meeting_id: int, day: str, time: str, words: str) -> int:
    """Say that a "question" or an "action" was noted at a meeting; the noting's id."""
    values = {f"{kind}_id": row_id, "meeting_id": meeting_id, "day": day, "time": time, "words": words}
    return rows.insert(db, "noting", values)


def get(db: Database, noting_id: int) -> Noting:
    """The noting with this number, or NotFound."""
    return rows.only(_notings(db, "id = :id", {"id": noting_id}), "noting", noting_id)


def of(db: Database, kind: str, row_id: int) -> list[Noting]:
    """The notings that one entry rests on, in the order they were made."""
    return _notings(db, f"{kind}_id = :id", {"id": row_id})


def seen_in(db: Database, kind: str, row_id: int) -> list[Noting]:
    """The notings that seem to be this recognised entry and wait for a person's word."""
    return _notings(db, f"seems_{kind}_id = :id AND settled = 'offered'", {"id": row_id})


def of_meeting(db: Database, meeting_id: int) -> list[Noting]:
    """The notings of one meeting, in the order they were made."""
    return _notings(db, "meeting_id = :id", {"id": meeting_id})


def offered(db: Database) -> list[Noting]:
    """Every noting that seems to stand in minutes too and waits for a person's word."""
    return _notings(db, "settled = 'offered'", {})


def everything(db: Database) -> list[Noting]:
    """Every noting, in order of number."""
    return _notings(db, "1", {})


def reword(db: Database, kind: str, row_id: int, words: str) -> None:
    """Set the words of an entry that is still being typed, and of its noting."""
    UPDATE[kind](db, row_id, text=words)
    db.execute(f"UPDATE noting SET words = ? WHERE {kind}_id = ?", [words, row_id])


def remove(db: Database, kind: str, row_id: int) -> None:
    """Take an entry away of which no word is left; its noting goes with it."""
    db.execute(f"DELETE FROM {kind} WHERE id = ?", [row_id])


def is_there(db: Database, kind: str, row_id: int) -> bool:
    """Whether the entry is in the library still."""
    return db.execute(f"SELECT 1 FROM {kind} WHERE id = ?", [row_id]).fetchone() is not None


def offer(db: Database, noting: Noting, seems: int) -> None:
    """Offer that a noted entry is the recognised one; until a person says, the noted one is held aside."""
    rows.put(db, "noting", noting.id, {f"seems_{noting.kind}_id": seems, "settled": str(Settled.OFFERED)})
    rows.put(db, noting.kind, noting.row_id, {"review": str(Review.REJECTED)})


def keep_apart(db: Database, noting: Noting) -> None:
    """Let the noted entry stand beside the recognised one; it is not offered again."""
    rows.put(db, "noting", noting.id, {"settled": str(Settled.APART)})
    rows.put(db, noting.kind, noting.row_id, {"review": str(Review.ADDED)})


def release(db: Database) -> None:
    """Bring back what is held aside for an entry that is no more, or that nobody believes in: nothing is lost by an
    offer. Every write ends with it."""
    for kind in KINDS:
        sql = f"""SELECT id, {kind}_id FROM noting WHERE settled = 'offered' AND {kind}_id IS NOT NULL AND NOT EXISTS
            (SELECT 1 FROM {kind} t WHERE t.id = noting.seems_{kind}_id AND t.review <> 'rejected')"""
        for noting_id, row_id in db.execute(sql).fetchall():
            rows.put(db, "noting", noting_id, {f"seems_{kind}_id": None, "settled": str(Settled.OPEN)})
            rows.put(db, kind, row_id, {"review": str(Review.ADDED)})


def _notings(db: Database, where: str, params: dict[str, Any]) -> list[Noting]:
    found = db.execute(f"SELECT {COLUMNS} FROM noting WHERE {where} ORDER BY id", params)
    return [Noting(*row[:8], Settled(row[8])) for row in found]
