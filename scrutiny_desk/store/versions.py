"""Two copies or versions of one thing: where they differ, what may be the same, and what reading again proposes."""

import json
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.store import rows


@dataclass(frozen=True, slots=True)
class Difference:
    """Two documents that say the same thing in different words; shown, never resolved by the program.

    `what` names what differs ("question", "answer", "status", "text"...). One of `question_id`, `undertaking_id`
    and `decision_id` is set, or none where the documents themselves differ. `settled` is a person's word on it.
    """

    id: int
    question_id: int | None
    undertaking_id: int | None
    decision_id: int | None
    what: str
    one_document_id: int
    one_text: str
    other_document_id: int
    other_text: str
    settled: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two rows of one kind ("people", "questions", "meetings", "documents", "items") that may be one.

    `verdict` is a person's: "" (not asked yet), "same" or "different".
    """

    id: int
    kind: str
    one_id: int
    other_id: int
    score: float
    reason: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What reading a document again found that differs from what a person has settled; `finding` is plain data."""

    id: int
    document_id: int
    kind: str
    row_id: int | None
    finding: dict[str, Any]
    reason: str
    made_at: str
    verdict: str


def add_difference(
    db: Database,
    what: str,
    one: tuple[int, str],
    other: tuple[int, str],
    *,
    question_id: int | None = None,
    undertaking_id: int | None = None,
    decision_id: int | None = None,
) -> int:
    """Enter a difference between two (document id, its words); the row's id. The very same one twice is one."""
    values = {
        "question_id": question_id,
        "undertaking_id": undertaking_id,
        "decision_id": decision_id,
        "what": what,
        "one_document_id": one[0],
        "one_text": one[1],
        "other_document_id": other[0],
        "other_text": other[1],
    }
    same = " AND ".join(f"{column} IS :{column}" for column in values)
    found = db.execute(f"SELECT id FROM difference WHERE {same}", values).fetchone()
    return int(found[0]) if found else rows.insert(db, "difference", values)


def settle(db: Database, difference_id: int, words: str) -> None:
    """Keep a person's word on a difference."""
    rows.put(db, "difference", difference_id, {"settled": words})


def differences_of_question(db: Database, question_id: int) -> list[Difference]:
    """Where the sources of one question differ."""
    return _differences(db, "question_id = :id", question_id)


def differences_of_document(db: Database, document_id: int) -> list[Difference]:
    """Where this document differs from its other copies and versions."""
    return _differences(db, "(one_document_id = :id OR other_document_id = :id)", document_id)


def add_likeness(db: Database, kind: str, one_id: int, other_id: int, *, score: float, reason: str = "") -> None:
    """Say that two rows of a kind may be one. A pair once judged by a person keeps its verdict."""
    one_id, other_id = sorted((one_id, other_id))
    db.execute(
        """INSERT INTO likeness (kind, one_id, other_id, score, reason) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (kind, one_id, other_id) DO UPDATE SET score = excluded.score, reason = excluded.reason
           WHERE score <> excluded.score OR reason <> excluded.reason""",
        [kind, one_id, other_id, round(score, 6), reason],
    )


def judge(db: Database, kind: str, one_id: int, other_id: int, verdict: str) -> None:
    """Keep a person's verdict ("same", "different" or "" to ask again) on a pair."""
    one_id, other_id = sorted((one_id, other_id))
    sql = "UPDATE likeness SET verdict = ? WHERE kind = ? AND one_id = ? AND other_id = ?"
    db.execute(sql, [verdict, kind, one_id, other_id])


def likenesses(db: Database, kind: str, *, open_only: bool = True) -> list[Likeness]:
    """The pairs of a kind that may be one, most alike first; those not judged yet, or all."""
    sql = """SELECT id, kind, one_id, other_id, score, reason, verdict FROM likeness
             WHERE kind = ? AND (verdict = '' OR NOT ?) ORDER BY score DESC, id"""
    return [Likeness(*row) for row in db.execute(sql, [kind, open_only])]


def propose(
    db: Database, document_id: int, kind: str, row_id: int | None, finding: dict[str, Any], *, at: str, reason: str = ""
) -> int:
    """Keep a finding that the program will not act on alone; its id. `row_id` is the row it would change, if any."""
    text = json.dumps(finding, ensure_ascii=False, sort_keys=True)
    sql = "SELECT id FROM proposal WHERE document_id = ? AND kind = ? AND row_id IS ? AND finding = ?"
    found = db.execute(sql, [document_id, kind, row_id, text]).fetchone()
    if found:
        return int(found[0])
    values = {"document_id": document_id, "kind": kind, "row_id": row_id, "finding": text, "reason": reason}
    return rows.insert(db, "proposal", values | {"made_at": at})


def proposals(db: Database, document_id: int | None = None, *, open_only: bool = True) -> list[Proposal]:
    """What has been proposed for one document, or for all."""
    sql = """SELECT id, document_id, kind, row_id, finding, reason, made_at, verdict FROM proposal
             WHERE (:document IS NULL OR document_id = :document) AND (verdict = '' OR NOT :open) ORDER BY id"""
    found = db.execute(sql, {"document": document_id, "open": open_only})
    return [Proposal(*row[:4], json.loads(row[4]), *row[5:]) for row in found]


def decide_proposal(db: Database, proposal_id: int, verdict: str) -> None:
    """Mark a proposal "taken" or "refused"."""
    rows.put(db, "proposal", proposal_id, {"verdict": verdict})


def _differences(db: Database, where: str, row_id: int) -> list[Difference]:
    sql = f"""SELECT id, question_id, undertaking_id, decision_id, what, one_document_id, one_text, other_document_id,
              other_text, settled FROM difference WHERE {where} ORDER BY id"""
    return [Difference(*row) for row in db.execute(sql, {"id": row_id})]
