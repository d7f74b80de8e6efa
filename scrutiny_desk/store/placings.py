"""What a person did that a new version has no sure place for: several places, or none; for the person to settle."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.store import rows

OWNERS = ("question", "undertaking", "decision", "action", "tag", "note")
Place = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Placing:
    """A row ("tag", "note", "question"...) whose words in the old document fit several `places` of the new one, or
    none. `settled` is "" until a person has said: "placed" or "left"."""

    id: int
    owner: str
    row_id: int
    old_document_id: int
    document_id: int
    quote: str
    places: tuple[Place, ...]
    settled: str


def add(db: Database, owner: str, row_id: int, old: int, new: int, quote: str, places: Sequence[Place]) -> int:
    """Enter what is to be settled; its id."""
    text = json.dumps([[[s.block, s.start, s.end] for s in place] for place in places], separators=(",", ":"))
    values = {f"{owner}_id": row_id, "old_document_id": old, "document_id": new, "quote": quote, "places": text}
    return rows.insert(db, "placing", values)


def get(db: Database, placing_id: int) -> Placing:
    """One of them. Raises NotFound."""
    return rows.only(_load(db, "id = :id", {"id": placing_id}), "place to settle", placing_id)


def to_settle(db: Database, document_id: int | None = None) -> list[Placing]:
    """Those that nobody has settled, of one new version or of all, in the order they came."""
    where = "settled = '' AND (:document IS NULL OR document_id = :document)"
    return _load(db, where, {"document": document_id})


def settle(db: Database, placing_id: int, how: str) -> None:
    """Say that it was "placed", or "left" where it was."""
    rows.put(db, "placing", placing_id, {"settled": how})


def _load(db: Database, where: str, params: dict[str, object]) -> list[Placing]:
    owners = ", ".join(f"{owner}_id" for owner in OWNERS)
    sql = f"""SELECT id, old_document_id, document_id, quote, places, settled, {owners} FROM placing
              WHERE {where} ORDER BY id"""
    found = []
    for row_id, old, new, quote, places, settled, *ids in db.execute(sql, params):
        owner, owned = next((name, held) for name, held in zip(OWNERS, ids, strict=True) if held is not None)
        spans = tuple(tuple(Span(*span) for span in place) for place in json.loads(places))
        found.append(Placing(row_id, owner, owned, old, new, quote, spans, settled))
    return found
