"""What the registers ask beyond a list's own columns: who owes each thing now, and what arises from before."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.registers import Owner
from scrutiny_desk.store.queries.rows import OUTSTANDING, OWING
from scrutiny_desk.store.queries.statements import DUE
from scrutiny_desk.store.rows import IN, id_list


def owners(db: Database, noun: str, ids: Sequence[int]) -> dict[int, tuple[Owner, ...]]:
    """Who owes each "question", "undertaking" or "action" now: whom it was passed to, else those it was put to.

    Those it was put to come before those who answered, each once, with the post they had at the meeting.
    """
    params = {"ids": id_list(ids)}
    passed = f"""SELECT c.{noun}_id, coalesce(p.name, ''), coalesce(c.post, ''), coalesce(c.organisation, ''),
        c.person_id FROM charge c LEFT JOIN person p ON p.id = c.person_id WHERE c.latest AND c.{noun}_id {IN}"""
    found = {row[0]: (Owner(*row[1:]),) for row in db.execute(passed, params)}
    put = f"""SELECT t.id, coalesce(p.name, w.name, w.label, ''), p.post, p.organisation, w.person_id, t.meeting_id
        FROM {noun} t JOIN who w ON w.{noun}_id = t.id LEFT JOIN person p ON p.id = w.person_id
        WHERE t.id {IN} AND w.role IN ({OWING[noun]}) ORDER BY t.id, w.role = 'answered_by', w.position"""
    then = _posts_then(db, noun, params)
    held: dict[int, dict[str, Owner]] = defaultdict(dict)
    for row_id, name, post, organisation, person_id, meeting_id in db.execute(put, params):
        if row_id not in found and name not in held[row_id] and name:
            post_then, theirs = then.get((person_id, meeting_id), (None, None))
            held[row_id][name] = Owner(name, post_then or post or "", theirs or organisation or "", person_id)
    return found | {row_id: tuple(whos.values()) for row_id, whos in held.items()}


def _posts_then(
    db: Database, noun: str, params: dict[str, Any]
) -> dict[tuple[int, int], tuple[str | None, str | None]]:
    """The post and organisation of those who were at the meetings of these things, by person and meeting."""
    sql = f"""SELECT person_id, meeting_id, max(post), max(organisation) FROM appearance
        WHERE (post IS NOT NULL OR organisation IS NOT NULL)
            AND meeting_id IN (SELECT DISTINCT t.meeting_id FROM {noun} t WHERE t.id {IN})
        GROUP BY person_id, meeting_id"""
    return {(row[0], row[1]): (row[2], row[3]) for row in db.execute(sql, params)}


def askers(db: Database, noun: str, ids: Sequence[int]) -> dict[int, str]:
    """Who asked, or to whom it was promised, by the name or the record's words."""
    role = "asked_by" if noun == "question" else "made_to"
    sql = f"""SELECT w.{noun}_id, coalesce(p.name, w.name, w.label) FROM who w LEFT JOIN person p ON p.id = w.person_id
        WHERE w.{noun}_id {IN} AND w.role = '{role}' ORDER BY w.position DESC"""
    return {row_id: name for row_id, name in db.execute(sql, {"ids": id_list(ids)}) if name}


def committees(db: Database, noun: str, ids: Sequence[int]) -> dict[int, str]:
    """The committee of each of these."""
    sql = f"SELECT t.id, m.committee FROM {noun} t JOIN meeting m ON m.id = t.meeting_id WHERE t.id {IN}"
    return {row_id: name for row_id, name in db.execute(sql, {"ids": id_list(ids)}) if name}


def issues(db: Database, noun: str, ids: Sequence[int]) -> dict[int, list[str]]:
    """The issues of each of these, an undertaking's by its question."""
    question = "t.id" if noun == "question" else "t.question_id"
    sql = f"""SELECT DISTINCT t.id, i.name FROM {noun} t JOIN tag g ON g.question_id = {question}
        JOIN issue i ON i.id = g.issue_id WHERE t.id {IN} ORDER BY t.id, i.name"""
    found: dict[int, list[str]] = defaultdict(list)
    for row_id, name in db.execute(sql, {"ids": id_list(ids)}):
        found[row_id].append(name)
    return found


def days(db: Database, noun: str, ids: Sequence[int]) -> dict[int, tuple[str | None, str | None]]:
    """The day each was asked, and the day it is due."""
    due = {"question": DUE, "decision": RESPONSE_DUE}.get(noun, "t.due")
    sql = f"SELECT t.id, m.date, {due} FROM {noun} t LEFT JOIN meeting m ON m.id = t.meeting_id WHERE t.id {IN}"
    return {row[0]: (row[1], row[2]) for row in db.execute(sql, {"ids": id_list(ids)})}


def promised(db: Database, question_ids: Sequence[int]) -> dict[int, int]:
    """Of each question without a day of its own the open undertaking in reply to it that is due first."""
    sql = f"""SELECT u.question_id, u.id FROM undertaking u JOIN question q ON q.id = u.question_id
        WHERE u.question_id {IN} AND q.follow_up_by IS NULL AND u.state = 'open' AND u.review <> 'rejected'
            AND u.due IS NOT NULL ORDER BY u.due DESC, u.id DESC"""
    return dict(db.execute(sql, {"ids": id_list(question_ids)}).fetchall())


RESPONSE_DUE = "(SELECT due FROM response WHERE decision_id = t.id)"
LATEST_STANDING = "(SELECT day FROM standing WHERE question_id = t.id ORDER BY id DESC LIMIT 1)"
LATEST_ANSWER = "(SELECT max(date) FROM answer WHERE question_id = t.id AND given = 'later')"
LATELY = """t.id IN (SELECT question_id FROM standing WHERE day >= :since
    UNION SELECT question_id FROM answer WHERE given = 'later' AND date >= :since)"""
"""Questions that may have been settled since; the few whose dates are then looked at one by one."""
ARISING = {
    "question": (
        f"t.status IN ({OUTSTANDING}) AND NOT t.closed",
        DUE,
        LATELY,
        f"coalesce({LATEST_STANDING}, {LATEST_ANSWER})",
    ),
    "undertaking": ("t.state = 'open'", "t.due", "t.settled_on >= :since", "t.settled_on"),
    "action": ("t.state = 'open'", "t.due", "t.settled_on >= :since", "t.settled_on"),
    "decision": (
        "t.id NOT IN (SELECT decision_id FROM response WHERE reply <> 'awaited')",
        RESPONSE_DUE,
        "t.id IN (SELECT decision_id FROM response WHERE replied_on >= :since)",
        "(SELECT replied_on FROM response WHERE decision_id = t.id)",
    ),
}
"""Of each kind whether it is open, when it is due, what may have been settled since, and when that was, as SQL."""


def arising(
    db: Database, noun: str, committee: str | None, since: str, today: str
) -> list[tuple[int, str | None, str | None, str | None, bool]]:
    """What is open of a committee (or of all), and what was settled on `since` or later: the number, the day of its
    meeting, the day it is due, the day it was settled, and whether it is open; what is open first, each oldest first.
    Nothing of a meeting after `today` is among it."""
    still, due, lately, settled = ARISING[noun]
    only = "t.kind = 'recommended' AND" if noun == "decision" else ""
    of_committee = "" if committee is None else "m.committee = :committee COLLATE NOCASE AND"
    tables = f"FROM meeting m CROSS JOIN {noun} t ON t.meeting_id = m.id"
    of_all = f"{of_committee} {only} t.review <> 'rejected' AND (m.date IS NULL OR m.date <= :today)"
    params = {"committee": committee, "since": since, "today": today}
    opened = f"SELECT t.id, m.date, {due} {tables} WHERE {of_all} AND {still} ORDER BY m.date, t.id"
    found = [(*row, None, True) for row in db.execute(opened, params)]
    closed = f"""SELECT t.id, m.date, NULL, {settled} FROM {noun} t JOIN meeting m ON m.id = t.meeting_id
        WHERE {of_all} AND {lately} AND NOT ({still}) ORDER BY m.date, t.id"""
    return found + [(*row, False) for row in db.execute(closed, params)]


def meeting_before(db: Database, committee: str | None, day: str) -> str | None:
    """The day of the last meeting before this one, of a committee or of any."""
    of_committee = "" if committee is None else "committee = :committee COLLATE NOCASE AND"
    sql = f"SELECT max(date) FROM meeting WHERE {of_committee} date < :day"
    found = db.execute(sql, {"committee": committee, "day": day}).fetchone()
    return found[0] if found else None
