"""The standings of questions: what a person said has become of each, in the order it was said."""

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Source
from scrutiny_desk.domain.standings import Standing, StandingChange
from scrutiny_desk.store import questions, rows, sources

COLUMNS = "id, question_id, state, day, detail, shown_by, closed, status, status_before, answer_id"


def add(db: Database, change: StandingChange, *, review: str) -> int:
    """Enter a change of standing and let the question stand so, as a person's word; its id. `change.id` is not
    looked at."""
    new = rows.insert(
        db,
        "standing",
        {
            "question_id": change.question_id,
            "answer_id": change.answer_id,
            "state": str(change.standing),
            "day": change.day,
            "detail": change.detail,
            "shown_by": change.shown_by,
            "closed": int(change.closed),
            "status": str(change.status),
            "status_before": str(change.status_before),
        },
    )
    for source in change.sources:
        sources.add(db, "standing", new, source)
    _stand(db, change.question_id, str(change.status), str(change.standing), change.closed, review)
    return new


def of_question(db: Database, question_id: int) -> list[StandingChange]:
    """How a question has stood, oldest first."""
    return _changes(db, "question_id = :id", {"id": question_id})


def latest(db: Database, question_ids: Sequence[int]) -> dict[int, StandingChange]:
    """The standing that holds now of each of these questions that has one."""
    where = f"""question_id {rows.IN}
        AND id = (SELECT max(s.id) FROM standing s WHERE s.question_id = standing.question_id)
        AND state = (SELECT standing FROM question q WHERE q.id = question_id)"""
    return {change.question_id: change for change in _changes(db, where, {"ids": rows.id_list(question_ids)})}


def everything(db: Database) -> list[StandingChange]:
    """Every change of standing, in the order they were entered."""
    return _changes(db, "1", {})


def forget(db: Database, ids: Iterable[int]) -> None:
    """Take standings away whose passage has left the library: a question whose latest one goes stands as before it,
    so that nothing is called answered by what is no longer there."""
    for standing_id in sorted(ids, reverse=True):
        found = db.execute("SELECT question_id, status_before FROM standing WHERE id = ?", [standing_id]).fetchone()
        if found is None:
            continue
        question_id, status = found
        held = of_question(db, question_id)
        db.execute("DELETE FROM standing WHERE id = ?", [standing_id])
        if held[-1].id == standing_id:
            before = held[-2] if len(held) > 1 else None
            standing, closed = (str(before.standing), before.closed) if before else ("", False)
            rows.put(db, "question", question_id, {"status": status, "standing": standing, "closed": int(closed)})


def _stand(db: Database, question_id: int, status: str, standing: str, closed: bool, review: str) -> None:
    questions.update(db, question_id, status=status, standing=standing, closed=int(closed), review=review)


def _changes(db: Database, where: str, params: dict[str, object]) -> list[StandingChange]:
    found = db.execute(f"SELECT {COLUMNS} FROM standing WHERE {where} ORDER BY id", params).fetchall()
    passages: dict[int, tuple[Source, ...]] = sources.load(db, "standing", [row[0] for row in found])
    return [
        StandingChange(
            row[0], row[1], Standing(row[2]), row[3], row[4], row[5], bool(row[6]), QuestionStatus(row[7]),
            QuestionStatus(row[8]), row[9], passages.get(row[0], ()),
        )
        for row in found
    ]  # fmt: skip
