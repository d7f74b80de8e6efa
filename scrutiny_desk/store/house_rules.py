"""Rules of house styles that people made from corrections, each with the passage that taught it."""

from sqlite_utils import Database

from scrutiny_desk.domain.house_rules import HouseRule, KeptRule, RuleKind
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.store import rows

_COLUMNS = """id, kind, words, body, committee, name, post, capacity, person_id, document_id, block, active, made_at"""


def add(
    db: Database,
    rule: HouseRule,
    *,
    made_at: str,
    person_id: int | None = None,
    document_id: int | None = None,
    block: int | None = None,
    active: bool = True,
) -> int:
    """Keep a rule; its id. `document_id` and `block` say which passage taught it, `person_id` whom it names."""
    return rows.insert(
        db,
        "house_rule",
        {
            **rule.fields,
            "person_id": person_id,
            "document_id": document_id,
            "block": block,
            "active": int(active),
            "made_at": made_at,
        },
    )


def get(db: Database, rule_id: int) -> KeptRule:
    """One of them. Raises NotFound."""
    return rows.only(_load(db, "WHERE id = :id", {"id": rule_id}), "rule", rule_id)


def everything(db: Database) -> list[KeptRule]:
    """Every rule of the library, those switched off too, in the order they were made."""
    return _load(db, "", {})


def active(db: Database) -> tuple[HouseRule, ...]:
    """The rules that hold, in the order they were made."""
    return tuple(kept.rule for kept in _load(db, "WHERE active", {}))


def switch(db: Database, rule_id: int, on: bool) -> None:
    """Let a rule hold, or not."""
    rows.put(db, "house_rule", rule_id, {"active": int(on)})


def remove(db: Database, rule_id: int) -> None:
    """Take a rule out."""
    db.execute("DELETE FROM house_rule WHERE id = ?", [rule_id])


def _load(db: Database, where: str, params: dict[str, object]) -> list[KeptRule]:
    return [_kept(*row) for row in db.execute(f"SELECT {_COLUMNS} FROM house_rule {where} ORDER BY id", params)]


def _kept(
    row_id: int,
    kind: str,
    words: str,
    body: str,
    committee: str | None,
    name: str,
    post: str,
    capacity: str | None,
    person_id: int | None,
    document_id: int | None,
    block: int | None,
    holds: int,
    made_at: str,
) -> KeptRule:
    rule = HouseRule(RuleKind(kind), words, body, committee, name, post, Capacity(capacity) if capacity else None)
    return KeptRule(row_id, rule, bool(holds), person_id, document_id, block, made_at)
