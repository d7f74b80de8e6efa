"""Questions and their answers, with who asked, of whom, and every passage they rest on."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.documents import Classification, strictest
from scrutiny_desk.domain.questions import Answer, Given, Question, QuestionStatus
from scrutiny_desk.domain.sources import Review, Source
from scrutiny_desk.store import rows, sources, whos

COLUMNS = (
    "id, item_id, text, status, question_recorded, follow_up_by, confidence, review, classification, reason,"
    " standing, closed"
)
ROLES = ("asked_by", "put_to", "answered_by")


def add(db: Database, question: Question, *, meeting_id: int | None = None, by_person: bool = False) -> int:
    """Enter a question with its people, sources and answers; `question.id` is not looked at; the new id comes back.

    Without `meeting_id` the question belongs to the meeting of its item, else of its first source's document.
    """
    return add_all(db, [question], meeting_id=meeting_id, by_person=by_person)[0]


def add_all(
    db: Database, questions: Sequence[Question], *, meeting_id: int | None = None, by_person: bool = False
) -> range:
    """Enter questions as `add` does, all at once, which is several times as fast; their ids, in order."""
    found = [_row(db, question, meeting_id) for question in questions]
    columns = (
        "meeting_id, item_id, text, status, question_recorded, follow_up_by, confidence, review, classification, reason"
    )
    ids = rows.insert_all(db, "question", found, columns)
    entered = list(zip(ids, questions, strict=True))
    people = [(n, role, whos.as_whos(getattr(question, role))) for n, question in entered for role in ROLES]
    whos.add_all(db, "question", people)
    sources.add_all(db, "question", [(n, question.sources) for n, question in entered])
    answers = [(n, position, answer) for n, question in entered for position, answer in enumerate(question.answers)]
    _enter_answers(db, answers, by_person)
    return ids


def _row(db: Database, question: Question, meeting_id: int | None) -> tuple[Any, ...]:
    first = question.sources[0].document_id if question.sources else None
    return (
        meeting_id or meeting_of(db, question.item_id, first),
        question.item_id,
        question.text,
        str(question.status),
        int(question.question_recorded),
        question.follow_up_by,
        question.confidence,
        str(question.review),
        str(question.classification),
        question.reason,
    )


def get(db: Database, question_id: int) -> Question:
    """The question with this number, or NotFound."""
    return rows.only(load(db, [question_id]), "question", question_id)


def load(db: Database, ids: Sequence[int]) -> list[Question]:
    """The questions with these numbers, in order of number."""
    return _questions(db, f"id {rows.IN}", {"ids": rows.id_list(ids)})


def everything(db: Database) -> list[Question]:
    """Every question, rejected ones too, in order of number."""
    return _questions(db, "1", {})


def of_document(db: Database, document_id: int) -> list[Question]:
    """The questions that have a source in this document, as they stand there."""
    sql = "id IN (SELECT question_id FROM source WHERE document_id = :id)"
    return _questions(db, sql, {"id": document_id})


def of_meeting(db: Database, meeting_id: int) -> list[Question]:
    """The questions of one meeting."""
    return _questions(db, "meeting_id = :id", {"id": meeting_id})


def of_item(db: Database, item_id: int) -> list[Question]:
    """The questions of one item of business."""
    return _questions(db, "item_id = :id", {"id": item_id})


def of_person(db: Database, person_id: int, role: str = "put_to") -> list[Question]:
    """The questions in which a person has this role ("asked_by", "put_to", "answered_by"), oldest meeting first."""
    sql = "id IN (SELECT question_id FROM who WHERE person_id = :id AND role = :role)"
    order = "(SELECT date FROM meeting WHERE meeting.id = question.meeting_id), id"
    return _questions(db, sql, {"id": person_id, "role": role}, order)


def of_issue(db: Database, issue_id: int) -> list[Question]:
    """The questions tagged with this issue or one under it."""
    sql = f"id IN (SELECT question_id FROM tag WHERE issue_id IN ({UNDER}))"
    return _questions(db, sql, {"issue": issue_id})


def texts(db: Database) -> list[tuple[int, str]]:
    """Every question that is not rejected, as its id and its text, in one piece."""
    sql = "SELECT json_group_array(json_array(id, text)) FROM question WHERE review <> 'rejected'"
    return [(row_id, text) for row_id, text in json.loads(db.execute(sql).fetchone()[0])]


UNDER = """WITH RECURSIVE under(id) AS
(SELECT :issue UNION SELECT issue.id FROM issue JOIN under ON issue.parent_id = under.id) SELECT id FROM under"""
"""SQL for the issue whose id is the parameter `issue`, and all that stand under it."""


def update(db: Database, question_id: int, *, by_person: bool = True, **fields: Any) -> tuple[str, ...]:
    """Set fields of a question: any of the domain's, and meeting_id; `asked_by`, `put_to` and `answered_by` take a
    Who, a sequence of them, or None.

    The program (`by_person=False`) passes over what a person has set; the names of the fields set come back. A person
    who sets a status without a standing takes the standing that there was as overruled.
    """
    done = whos.update(db, "question", question_id, ROLES, fields, by_person)
    if by_person and "status" in fields and "standing" not in fields:
        rows.put(db, "question", question_id, {"standing": "", "closed": 0})
    return done


def edited(db: Database, question_id: int) -> frozenset[str]:
    """The fields of this question that a person has set."""
    return rows.edited(db, "question", question_id)


FOLLOWED = frozenset({"status", "standing", "closed", "follow_up_by", "review"})
"""The fields of a question that are set when something has become of it."""
_BECAME = """SELECT json_extract(new, '$.status') AS status, json_extract(new, '$.standing') AS standing FROM change_log
    WHERE tbl = 'question' AND row_id = ? AND op = 'U' AND json_extract(new, '$.review') = 'corrected'
        AND json_extract(old, '$.review') <> 'corrected' ORDER BY id DESC LIMIT 1"""


def only_followed_up(db: Database, question_id: int) -> bool:
    """Whether a question that counts as corrected does so for what has become of it since, and not for what was wrong
    in it as it was found; False where the log no longer tells."""
    if not edited(db, question_id) <= FOLLOWED:
        return False
    became = db.execute(_BECAME, [question_id]).fetchone()
    return became is not None and (became[0] == "answered_later" or bool(became[1]))


def add_source(db: Database, question_id: int, source: Source) -> None:
    """Give a question one more source, unless it has the very same one."""
    sources.add(db, "question", question_id, source)


def add_answer(db: Database, question_id: int, answer: Answer, *, by_person: bool = False) -> int:
    """Put one more answer under a question; the answer's id."""
    sql = "SELECT count(*) FROM answer WHERE question_id = ?"
    position = db.execute(sql, [question_id]).fetchone()[0]
    return _enter_answers(db, [(question_id, position, answer)], by_person)[0]


def _enter_answers(db: Database, answers: Sequence[tuple[int, int, Answer]], by_person: bool) -> range:
    found = [(n, place, str(one.given), one.date, one.text, int(by_person)) for n, place, one in answers]
    ids = rows.insert_all(db, "answer", found, "question_id, position, given, date, text, by_person")
    entered = [(new, answer) for new, (_n, _place, answer) in zip(ids, answers, strict=True)]
    whos.add_all(db, "answer", [(new, "by", answer.by) for new, answer in entered])
    sources.add_all(db, "answer", [(new, [answer.source]) for new, answer in entered])
    return ids


def add_answer_source(db: Database, answer_id: int, source: Source) -> None:
    """Give an answer one more source: another copy of the paper that holds it."""
    sources.add(db, "answer", answer_id, source)


def answer_ids(db: Database, question_id: int) -> list[int]:
    """The numbers of a question's answers, in the order of `Question.answers`."""
    sql = "SELECT id FROM answer WHERE question_id = ? ORDER BY position, id"
    return [row[0] for row in db.execute(sql, [question_id])]


def update_answer(db: Database, answer_id: int, **fields: Any) -> None:
    """Set given, date, text or by (whos) of an answer, as a person's own change."""
    if "by" in fields:
        whos.save(db, "answer", answer_id, "by", whos.as_whos(fields.pop("by")))
    rows.put(db, "answer", answer_id, {**fields, "by_person": 1})


def remove_answer(db: Database, answer_id: int) -> None:
    """Take an answer away."""
    db.execute("DELETE FROM answer WHERE id = ?", [answer_id])


def remove(db: Database, question_id: int) -> None:
    """Take a question and all that hangs on it away. A finding a person rejects is kept as rejected instead."""
    db.execute("DELETE FROM question WHERE id = ?", [question_id])


def merge(db: Database, keep: int, other: int) -> None:
    """Make two questions one: sources, answers, tags, notes, undertakings and the history of `other` become `keep`'s.

    `keep` stands as it stood, and stays with whom it was; where nobody has said either of it, as they said of `other`.
    """
    _take_standing(db, keep, other)
    for table in ("answer", "undertaking", "tag", "note", "standing", "due_day", "chased", "link", "plan_line"):
        db.execute(f"UPDATE {table} SET question_id = ? WHERE question_id = ?", [keep, other])
    passed = "EXISTS (SELECT 1 FROM charge WHERE question_id = :keep AND latest)"
    db.execute(
        f"UPDATE charge SET latest = latest AND NOT {passed} WHERE question_id = :other", {"keep": keep, "other": other}
    )
    db.execute("UPDATE charge SET question_id = ? WHERE question_id = ?", [keep, other])
    db.execute("UPDATE link SET other_question_id = ? WHERE other_question_id = ?", [keep, other])
    db.execute("DELETE FROM link WHERE question_id = other_question_id")
    for table in ("tracked", "tag_rule", "tag_offer"):
        db.execute(f"UPDATE OR IGNORE {table} SET question_id = ? WHERE question_id = ?", [keep, other])
    _take_notings(db, keep, other)
    for source in sources.load(db, "question", [other]).get(other, ()):
        sources.add(db, "question", keep, source)
    strict = strictest(get(db, keep).classification, get(db, other).classification)
    update(db, keep, by_person=False, classification=str(strict))
    remove(db, other)


def _take_standing(db: Database, keep: int, other: int) -> None:
    mine, theirs = get(db, keep), get(db, other)
    if theirs.standing and not mine.standing:
        stands = {"status": str(theirs.status), "standing": theirs.standing, "closed": int(theirs.closed)}
        update(db, keep, **stands)


def _take_notings(db: Database, keep: int, other: int) -> None:
    """What was noted of either was noted of the one; a noted row that was held aside stands again."""
    db.execute("UPDATE noting SET seems_question_id = ? WHERE seems_question_id = ?", [keep, other])
    held = db.execute("SELECT 1 FROM noting WHERE question_id = ? AND settled = 'offered'", [keep]).fetchone()
    sql = """UPDATE noting SET question_id = :keep, seems_question_id = NULL, settled = 'joined'
        WHERE question_id = :other OR question_id = :keep AND seems_question_id = :keep"""
    db.execute(sql, {"keep": keep, "other": other})
    if held and not db.execute("SELECT 1 FROM noting WHERE question_id = ? AND settled = 'offered'", [keep]).fetchone():
        rows.put(db, "question", keep, {"review": str(Review.ADDED)})


def meeting_of(db: Database, item_id: int | None, document_id: int | None) -> int | None:
    """The meeting that a statement of this item, else of this document, belongs to."""
    sql = """SELECT coalesce((SELECT meeting_id FROM item WHERE id = ?),
             (SELECT meeting_id FROM document WHERE id = ?))"""
    return db.execute(sql, [item_id, document_id]).fetchone()[0]


def _questions(db: Database, where: str, params: dict[str, Any], order: str = "id") -> list[Question]:
    found = db.execute(f"SELECT {COLUMNS} FROM question WHERE {where} ORDER BY {order}", params).fetchall()
    ids = [row[0] for row in found]
    people = whos.load(db, "question", ids)
    passages = sources.load(db, "question", ids)
    answers = _answers(db, ids)
    return [
        Question(
            id=row[0],
            item_id=row[1],
            text=row[2],
            asked_by=next(iter(people.get((row[0], "asked_by"), ())), None),
            put_to=people.get((row[0], "put_to"), ()),
            answered_by=people.get((row[0], "answered_by"), ()),
            status=QuestionStatus(row[3]),
            question_recorded=bool(row[4]),
            sources=passages.get(row[0], ()),
            answers=tuple(answers.get(row[0], ())),
            follow_up_by=row[5],
            confidence=row[6],
            review=Review(row[7]),
            classification=Classification(row[8]),
            reason=row[9],
            standing=row[10],
            closed=bool(row[11]),
        )
        for row in found
    ]


def _answers(db: Database, question_ids: Sequence[int]) -> dict[int, list[Answer]]:
    found = db.execute(
        f"""SELECT id, question_id, given, date, text FROM answer WHERE question_id {rows.IN}
            ORDER BY question_id, position, id""",
        {"ids": rows.id_list(question_ids)},
    ).fetchall()
    ids = [row[0] for row in found]
    people, passages = whos.load(db, "answer", ids), sources.load(db, "answer", ids)
    answers: dict[int, list[Answer]] = defaultdict(list)
    for answer_id, question_id, given, date, text in found:
        source = next(iter(passages.get(answer_id, ())), NO_SOURCE)
        answer = Answer(people.get((answer_id, "by"), ()), Given(given), date, text, source)
        answers[question_id].append(answer)
    return answers


NO_SOURCE = Source(0, None, None, "", ())
"""Stands where an answer's only source was in a document that has been taken out of the library."""


def spans_in(db: Database, document_id: int) -> dict[int, tuple[Span, ...]]:
    """Question id to the characters it covers in this document, for finding the same question again."""
    sql = "SELECT question_id, spans FROM source WHERE document_id = ? AND question_id IS NOT NULL ORDER BY id"
    found: dict[int, tuple[Span, ...]] = {}
    for question_id, spans in db.execute(sql, [document_id]):
        found[question_id] = found.get(question_id, ()) + sources.spans_of(spans)
    return found
