"""What is kept for the exchange of the tracker with spreadsheets, and how a person has matched their columns."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.tracker import Column, Tracked
from scrutiny_desk.store import rows

OWNERS = ("question", "undertaking", "action", "decision")
Thing = tuple[str, int]
"""A kind ("question", "undertaking", "action", "decision") and a number of it."""


def everything(db: Database) -> dict[Thing, Tracked]:
    """What is kept of each row that has ever been given out, taken in or written on."""
    owners = ", ".join(f"{owner}_id" for owner in OWNERS)
    written = {_thing(row): row for row in rows.dicts(db, f"SELECT {owners}, ref, progress FROM tracked")}
    agreed = {_thing(row): row["marks"] for row in rows.dicts(db, f"SELECT {owners}, marks FROM agreed")}
    found = {}
    for thing in {**written, **agreed}:
        row = written.get(thing, {"ref": "", "progress": ""})
        found[thing] = Tracked(row["ref"], row["progress"], _marks(agreed.get(thing, "{}")))
    return found


def put(db: Database, thing: Thing, **fields: str) -> None:
    """Set the council's `ref` of a row, or a person's words on its `progress`."""
    rows.put(db, "tracked", _id(db, "tracked", thing), fields)


def agree(db: Database, marks: Iterable[tuple[Thing, Mapping[Column, str]]]) -> None:
    """Keep the marks of these rows' cells as what both sides have now; cells not named keep theirs. For `upkeep`:
    no undo brings a spreadsheet back that has been given out."""
    for thing, cells in marks:
        row_id = _id(db, "agreed", thing)
        kept = json.loads(db.execute("SELECT marks FROM agreed WHERE id = ?", [row_id]).fetchone()[0])
        wanted = kept | {str(column): mark for column, mark in cells.items()}
        if wanted != kept:
            rows.put(db, "agreed", row_id, {"marks": json.dumps(wanted, sort_keys=True)})


def matching(db: Database, headings: str) -> dict[str, str] | None:
    """How a person has matched a spreadsheet of these headings: our column to its heading; None where nobody has."""
    found = db.execute("SELECT columns FROM matching WHERE headings = ?", [headings]).fetchone()
    return json.loads(found[0]) if found else None


def remember_matching(db: Database, headings: str, columns: Mapping[str, str]) -> None:
    """Keep how a person has matched a spreadsheet of these headings."""
    kept = json.dumps(dict(columns), ensure_ascii=False, sort_keys=True)
    found = db.execute("SELECT id FROM matching WHERE headings = ?", [headings]).fetchone()
    if found is None:
        rows.insert(db, "matching", {"headings": headings, "columns": kept})
    else:
        rows.put(db, "matching", found[0], {"columns": kept})


def _id(db: Database, table: str, thing: Thing) -> int:
    owner, row_id = thing
    found = db.execute(f"SELECT id FROM {table} WHERE {owner}_id = ?", [row_id]).fetchone()
    return int(found[0]) if found else rows.insert(db, table, {f"{owner}_id": row_id})


def _thing(row: dict[str, Any]) -> Thing:
    owner = next(owner for owner in OWNERS if row[f"{owner}_id"] is not None)
    return owner, row[f"{owner}_id"]


def _marks(text: str) -> dict[Column, str]:
    known = {str(column) for column in Column}
    return {Column(name): mark for name, mark in json.loads(text).items() if name in known}
