"""What the figures ask: of every question when it was asked, when its answer was due, and when it came."""

from typing import NamedTuple

from sqlite_utils import Database

from scrutiny_desk.store.queries.rows import OUTSTANDING


class Span(NamedTuple):
    """A question in time; days are ISO, None where the library does not know them."""

    question_id: int
    asked_on: str | None
    due: str | None
    settled_on: str | None
    is_open: bool
    at_once: bool


def spans(db: Database, *, committee: str | None = None, since: str | None = None) -> list[Span]:
    """The questions of a committee or of all, asked on `since` or later where that is given, each in time.

    `due` is the day first named for the answer, so that moving it makes nothing timely; `at_once` says that the answer
    was given at the meeting itself.
    """
    sql = f"""SELECT t.id, m.date,
        coalesce((SELECT due FROM due_day WHERE question_id = t.id AND due IS NOT NULL ORDER BY id LIMIT 1),
            t.follow_up_by,
            (SELECT min(due) FROM undertaking WHERE question_id = t.id AND review <> 'rejected')),
        coalesce((SELECT day FROM standing WHERE question_id = t.id ORDER BY id DESC LIMIT 1),
            (SELECT min(date) FROM answer WHERE question_id = t.id AND given = 'later')),
        t.status IN ({OUTSTANDING}) AND NOT t.closed,
        t.status IN ('answered', 'answer_not_minuted') AND t.standing = ''
        FROM question t LEFT JOIN meeting m ON m.id = t.meeting_id
        WHERE t.review <> 'rejected' AND t.question_recorded
            AND (:committee IS NULL OR m.committee = :committee COLLATE NOCASE)
            AND (:since IS NULL OR m.date >= :since) ORDER BY m.date, t.id"""
    found = db.execute(sql, {"committee": committee, "since": since})
    return [Span(*row[:4], bool(row[4]), bool(row[5])) for row in found]
