"""Putting rows in and changing them, and the marks that keep the program's hands off what a person changed."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.troubles import NotFound

IN = "IN (SELECT value FROM json_each(:ids))"
"""`IN` a list of any length, given as the parameter `ids` made by `id_list`."""


ROWS_AT_A_TIME = 100


def id_list(ids: Iterable[int]) -> str:
    """The ids as one parameter for `IN`."""
    return json.dumps(list(ids))


def insert(db: Database, table: str, values: Mapping[str, Any]) -> int:
    """Put one row in and return its id."""
    columns = ", ".join(values)
    marks = ", ".join(f":{column}" for column in values)
    cursor = db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", _kept(values))
    return int(cursor.lastrowid or 0)


def insert_all(db: Database, table: str, values: Sequence[Sequence[Any]], columns: str) -> range:
    """Put rows in at once and return their ids, which follow on each other; each row's values are those of `columns`.

    One statement for many rows: what SQLite does for a statement whose rows are logged, it then does once.
    """
    last = 0
    row = f"({', '.join('?' * (columns.count(',') + 1))})"
    for start in range(0, len(values), ROWS_AT_A_TIME):
        part = values[start : start + ROWS_AT_A_TIME]
        flat = [round(each, 6) if isinstance(each, float) else each for one in part for each in one]
        sql = f"INSERT INTO {table} ({columns}) VALUES {', '.join([row] * len(part))}"
        last = db.execute(sql, flat).lastrowid or 0
    return range(last - len(values) + 1, last + 1)


def change(db: Database, table: str, row_id: int, fields: Mapping[str, Any], by_person: bool = True) -> tuple[str, ...]:
    """Set these columns of one row and say which were set, for a table that has an `edited` column.

    What a person sets is marked as theirs, and the program (`by_person=False`) passes over fields so marked.
    Raises NotFound if there is no such row.
    """
    found = db.execute(f"SELECT edited FROM {table} WHERE id = ?", [row_id]).fetchone()
    if found is None:
        raise NotFound(f"There is no {table} with the number {row_id}.", "It may have been removed; look at the list.")
    theirs = [name for name in found[0].split(",") if name]
    wanted = {name: value for name, value in fields.items() if by_person or name not in theirs}
    if by_person:
        theirs += [name for name in wanted if name not in theirs]
    if wanted:
        put(db, table, row_id, {**wanted, "edited": ",".join(theirs)})
    return tuple(wanted)


def put(db: Database, table: str, row_id: int, fields: Mapping[str, Any]) -> None:
    """Set these columns of one row, marks or no."""
    sets = ", ".join(f"{name} = :{name}" for name in fields)
    db.execute(f"UPDATE {table} SET {sets} WHERE id = :_id", {**_kept(fields), "_id": row_id})


def _kept(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Numbers rounded to what the change log can give back: SQLite writes 15 digits of them into JSON."""
    return {name: round(value, 6) if isinstance(value, float) else value for name, value in fields.items()}


def edited(db: Database, table: str, row_id: int) -> frozenset[str]:
    """The names of the columns of this row that a person has set; empty for a row that is gone."""
    found = db.execute(f"SELECT edited FROM {table} WHERE id = ?", [row_id]).fetchone()
    return frozenset(name for name in (found[0] if found else "").split(",") if name)


def dicts(db: Database, sql: str, params: Mapping[str, Any] | Sequence[Any] = ()) -> Iterator[dict[str, Any]]:
    """The rows of a query, each as a mapping from column to value."""
    cursor = db.execute(sql, params)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def only(rows: Sequence[Any], noun: str, row_id: int) -> Any:
    """The one row of these, or NotFound in words."""
    if not rows:
        raise NotFound(f"There is no {noun} with the number {row_id}.", "It may have been removed; look at the list.")
    return rows[0]
