"""Undertakings, decisions and actions: what somebody bound themselves, or was asked, to do."""

from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.sources import Review, Source
from scrutiny_desk.domain.undertakings import Action, Decision, DecisionKind, State, Undertaking
from scrutiny_desk.store import rows, sources, whos
from scrutiny_desk.store.questions import UNDER, meeting_of

UNKNOWN = Classification.UNKNOWN


def add(
    db: Database, undertaking: Undertaking, *, meeting_id: int | None = None, classification: Classification = UNKNOWN
) -> int:
    """Enter an undertaking with its people and sources; its id. `undertaking.id` is not looked at."""
    values = _common(db, undertaking, meeting_id, classification) | {
        "question_id": undertaking.question_id,
        "due": undertaking.due,
        "due_words": undertaking.due_words,
        "state": str(undertaking.state),
        "confidence": undertaking.confidence,
        "reason": undertaking.reason,
    }
    new = _insert(db, "undertaking", values, undertaking.sources)
    made_to = whos.as_whos(undertaking.made_to)
    whos.add_all(db, "undertaking", [(new, "made_by", undertaking.made_by), (new, "made_to", made_to)])
    return new


def add_decision(
    db: Database,
    decision: Decision,
    *,
    meeting_id: int | None = None,
    classification: Classification = UNKNOWN,
    confidence: float = 1.0,
    reason: str = "",
) -> int:
    """Enter a decision with its sources; its id."""
    values = _common(db, decision, meeting_id, classification)
    values |= {"kind": str(decision.kind), "confidence": confidence, "reason": reason}
    return _insert(db, "decision", values, decision.sources)


def add_action(
    db: Database,
    action: Action,
    *,
    meeting_id: int | None = None,
    classification: Classification = UNKNOWN,
    due_words: str | None = None,
    confidence: float = 1.0,
    reason: str = "",
) -> int:
    """Enter an action with its owners and sources; its id."""
    values = _common(db, action, meeting_id, classification)
    values |= {"due": action.due, "due_words": due_words, "state": str(action.state)}
    values |= {"confidence": confidence, "reason": reason}
    new = _insert(db, "action", values, action.sources)
    whos.add_all(db, "action", [(new, "owner", action.owners)])
    return new


def get(db: Database, undertaking_id: int) -> Undertaking:
    """The undertaking with this number, or NotFound."""
    return rows.only(load(db, [undertaking_id]), "undertaking", undertaking_id)


def decision(db: Database, decision_id: int) -> Decision:
    """The decision with this number, or NotFound."""
    return rows.only(load_decisions(db, [decision_id]), "decision", decision_id)


def action(db: Database, action_id: int) -> Action:
    """The action with this number, or NotFound."""
    return rows.only(load_actions(db, [action_id]), "action", action_id)


def load(db: Database, ids: Sequence[int]) -> list[Undertaking]:
    """The undertakings with these numbers, in order of number."""
    return _undertakings(db, f"id {rows.IN}", {"ids": rows.id_list(ids)})


def load_decisions(db: Database, ids: Sequence[int]) -> list[Decision]:
    """The decisions with these numbers, in order of number."""
    return _decisions(db, f"id {rows.IN}", {"ids": rows.id_list(ids)})


def load_actions(db: Database, ids: Sequence[int]) -> list[Action]:
    """The actions with these numbers, in order of number."""
    return _actions(db, f"id {rows.IN}", {"ids": rows.id_list(ids)})


def everything(db: Database) -> list[Undertaking]:
    """Every undertaking, rejected ones too, in order of number."""
    return _undertakings(db, "1", {})


def every_decision(db: Database) -> list[Decision]:
    """Every decision, in order of number."""
    return _decisions(db, "1", {})


def every_action(db: Database) -> list[Action]:
    """Every action, in order of number."""
    return _actions(db, "1", {})


def of_document(db: Database, document_id: int) -> list[Undertaking]:
    """The undertakings that have a source in this document."""
    return _undertakings(db, _in_document("undertaking"), {"id": document_id})


def decisions_of_document(db: Database, document_id: int) -> list[Decision]:
    """The decisions that have a source in this document."""
    return _decisions(db, _in_document("decision"), {"id": document_id})


def actions_of_document(db: Database, document_id: int) -> list[Action]:
    """The actions that have a source in this document."""
    return _actions(db, _in_document("action"), {"id": document_id})


def of_meeting(db: Database, meeting_id: int) -> list[Undertaking]:
    """The undertakings of one meeting."""
    return _undertakings(db, "meeting_id = :id", {"id": meeting_id})


def decisions_of_meeting(db: Database, meeting_id: int) -> list[Decision]:
    """The decisions of one meeting."""
    return _decisions(db, "meeting_id = :id", {"id": meeting_id})


def actions_of_meeting(db: Database, meeting_id: int) -> list[Action]:
    """The actions of one meeting."""
    return _actions(db, "meeting_id = :id", {"id": meeting_id})


def of_question(db: Database, question_id: int) -> list[Undertaking]:
    """The undertakings made in reply to one question."""
    return _undertakings(db, "question_id = :id", {"id": question_id})


def of_person(db: Database, person_id: int) -> list[Undertaking]:
    """The undertakings this person made, oldest meeting first."""
    sql = "id IN (SELECT undertaking_id FROM who WHERE person_id = :id AND role = 'made_by')"
    order = "(SELECT date FROM meeting WHERE meeting.id = undertaking.meeting_id), id"
    return _undertakings(db, sql, {"id": person_id}, order)


def of_issue(db: Database, issue_id: int) -> list[Undertaking]:
    """The undertakings made in reply to questions tagged with this issue or one under it."""
    sql = f"question_id IN (SELECT question_id FROM tag WHERE issue_id IN ({UNDER}))"
    return _undertakings(db, sql, {"issue": issue_id})


def update(db: Database, undertaking_id: int, *, by_person: bool = True, **fields: Any) -> tuple[str, ...]:
    """Set fields of an undertaking; `made_by` and `made_to` take Whos. The program passes over what a person set."""
    return whos.update(db, "undertaking", undertaking_id, ("made_by", "made_to"), fields, by_person)


def update_decision(db: Database, decision_id: int, *, by_person: bool = True, **fields: Any) -> tuple[str, ...]:
    """Set fields of a decision; the program passes over what a person has set."""
    return whos.update(db, "decision", decision_id, (), fields, by_person)


def update_action(db: Database, action_id: int, *, by_person: bool = True, **fields: Any) -> tuple[str, ...]:
    """Set fields of an action; `owners` takes Whos. The program passes over what a person has set."""
    if "owners" in fields:
        fields["owner"] = fields.pop("owners")
    return whos.update(db, "action", action_id, ("owner",), fields, by_person)


def merge_actions(db: Database, keep: int, other: int) -> None:
    """Make two actions one: sources, days, chasers, links and what was noted of `other` become `keep`'s."""
    for table in ("due_day", "charge", "chased", "link", "tracked"):
        db.execute(f"UPDATE OR IGNORE {table} SET action_id = ? WHERE action_id = ?", [keep, other])
    sql = "UPDATE noting SET action_id = ?, seems_action_id = NULL, settled = 'joined' WHERE action_id = ?"
    db.execute(sql, [keep, other])
    for source in sources.load(db, "action", [other]).get(other, ()):
        sources.add(db, "action", keep, source)
    remove(db, "action", other)


def add_source(db: Database, owner: str, owner_id: int, source: Source) -> None:
    """Give an "undertaking", "decision" or "action" one more source, unless it has the very same one."""
    sources.add(db, owner, owner_id, source)


def remove(db: Database, owner: str, owner_id: int) -> None:
    """Take an "undertaking", "decision" or "action" away with all that hangs on it."""
    db.execute(f"DELETE FROM {owner} WHERE id = ?", [owner_id])


def extras(db: Database, owner: str, owner_id: int) -> dict[str, Any]:
    """meeting_id, classification, confidence, reason and `edited` (names of fields a person set) of an "undertaking",
    "decision" or "action"; empty where it is gone."""
    sql = f"SELECT meeting_id, classification, confidence, reason, edited FROM {owner} WHERE id = ?"
    for row in rows.dicts(db, sql, [owner_id]):
        row["classification"] = Classification(row["classification"])
        row["edited"] = tuple(name for name in row["edited"].split(",") if name)
        return row
    return {}


def _in_document(owner: str) -> str:
    return f"id IN (SELECT {owner}_id FROM source WHERE document_id = :id)"


def _common(
    db: Database, statement: Undertaking | Decision | Action, meeting_id: int | None, classification: Classification
) -> dict[str, Any]:
    first = statement.sources[0].document_id if statement.sources else None
    return {
        "meeting_id": meeting_id or meeting_of(db, statement.item_id, first),
        "item_id": statement.item_id,
        "text": statement.text,
        "review": str(statement.review),
        "classification": str(classification),
    }


def _insert(db: Database, owner: str, values: dict[str, Any], passages: Sequence[Source]) -> int:
    new = rows.insert(db, owner, values)
    sources.add_all(db, owner, [(new, passages)])
    return new


def _undertakings(db: Database, where: str, params: dict[str, Any], order: str = "id") -> list[Undertaking]:
    found = db.execute(
        f"""SELECT id, question_id, item_id, text, due, due_words, state, confidence, review, reason,
            settled_on FROM undertaking WHERE {where} ORDER BY {order}""",
        params,
    ).fetchall()
    ids = [row[0] for row in found]
    people, passages = whos.load(db, "undertaking", ids), sources.load(db, "undertaking", ids)
    return [
        Undertaking(
            *row[:3],
            people.get((row[0], "made_by"), ()),
            next(iter(people.get((row[0], "made_to"), ())), None),
            *row[3:6],
            State(row[6]),
            passages.get(row[0], ()),
            row[7],
            Review(row[8]),
            row[9],
            row[10],
        )
        for row in found
    ]


def _decisions(db: Database, where: str, params: dict[str, Any]) -> list[Decision]:
    sql = f"SELECT id, item_id, kind, text, review FROM decision WHERE {where} ORDER BY id"
    found = db.execute(sql, params).fetchall()
    passages = sources.load(db, "decision", [row[0] for row in found])
    return [
        Decision(row[0], row[1], DecisionKind(row[2]), row[3], passages.get(row[0], ()), Review(row[4]))
        for row in found
    ]


def _actions(db: Database, where: str, params: dict[str, Any]) -> list[Action]:
    sql = f"SELECT id, item_id, text, due, state, review, settled_on FROM action WHERE {where} ORDER BY id"
    found = db.execute(sql, params).fetchall()
    ids = [row[0] for row in found]
    people, passages = whos.load(db, "action", ids), sources.load(db, "action", ids)
    return [
        Action(
            row[0], row[1], people.get((row[0], "owner"), ()), row[2], row[3], State(row[4]),
            passages.get(row[0], ()), Review(row[5]), row[6],
        )
        for row in found
    ]  # fmt: skip
