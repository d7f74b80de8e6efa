"""Meetings, and the items of business on them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.meetings import Item, Meeting
from scrutiny_desk.store import rows

COLUMNS = "id, body, committee, date, starts, ends, place"


def add(
    db: Database,
    *,
    body: str | None = None,
    committee: str | None = None,
    date: str | None = None,
    start: str | None = None,
    end: str | None = None,
    place: str | None = None,
) -> int:
    """Enter a meeting; its id."""
    values = {"body": body, "committee": committee, "date": date, "starts": start, "ends": end, "place": place}
    return rows.insert(db, "meeting", values)


def get(db: Database, meeting_id: int) -> Meeting:
    """The meeting with this number, or NotFound."""
    return rows.only(load(db, [meeting_id]), "meeting", meeting_id)


def load(db: Database, ids: Sequence[int]) -> list[Meeting]:
    """The meetings with these numbers, in order of number."""
    sql = f"SELECT {COLUMNS} FROM meeting WHERE id {rows.IN} ORDER BY id"
    return [Meeting(*row) for row in db.execute(sql, {"ids": rows.id_list(ids)})]


def everything(db: Database) -> list[Meeting]:
    """Every meeting, in order of number."""
    return [Meeting(*row) for row in db.execute(f"SELECT {COLUMNS} FROM meeting ORDER BY id")]


def committees(db: Database) -> list[str]:
    """Every name of a committee that a meeting or a document bears."""
    sql = """SELECT committee FROM meeting WHERE committee <> ''
             UNION SELECT committee FROM document WHERE committee <> '' AND NOT withdrawn"""
    return [row[0] for row in db.execute(sql)]


def on(db: Database, date: str) -> list[Meeting]:
    """The meetings of one day (ISO), for finding the one that a paper belongs to."""
    return [Meeting(*row) for row in db.execute(f"SELECT {COLUMNS} FROM meeting WHERE date = ? ORDER BY id", [date])]


def update(db: Database, meeting_id: int, *, by_person: bool = True, **fields: Any) -> tuple[str, ...]:
    """Set body, committee, date, start, end, place or keep_until; the program passes over what a person has set."""
    names = {"start": "starts", "end": "ends"}
    return rows.change(db, "meeting", meeting_id, {names.get(k, k): v for k, v in fields.items()}, by_person)


def kept_until(db: Database, meeting_id: int) -> str | None:
    """The day (ISO) until which a meeting's papers are to be kept, if anybody has said."""
    found = db.execute("SELECT keep_until FROM meeting WHERE id = ?", [meeting_id]).fetchone()
    return found[0] if found else None


def past_keeping(db: Database, today: str) -> list[tuple[Meeting, str]]:
    """The meetings whose papers were to be kept until a day before `today` (ISO), each with that day; oldest first."""
    sql = f"SELECT {COLUMNS}, keep_until FROM meeting WHERE keep_until < ? ORDER BY keep_until, id"
    return [(Meeting(*row[:-1]), row[-1]) for row in db.execute(sql, [today])]


def add_item(
    db: Database, *, meeting_id: int | None, number: str | None, title: str | None, position: int | None = None
) -> int:
    """Enter an item of business after those the meeting has, or at this position; its id."""
    if position is None:
        sql = "SELECT coalesce(max(position), -1) + 1 FROM item WHERE meeting_id IS ?"
        position = db.execute(sql, [meeting_id]).fetchone()[0]
    values = {"meeting_id": meeting_id, "number": number, "title": title, "position": position}
    return rows.insert(db, "item", values)


def put_item_in(
    db: Database, item_id: int, document_id: int, first: int | None = None, last: int | None = None
) -> None:
    """Say that a document holds this item, in its blocks `first` to `last`."""
    present = db.execute(
        "SELECT id FROM item_document WHERE item_id = ? AND document_id = ?", [item_id, document_id]
    ).fetchone()
    if present:
        rows.put(db, "item_document", present[0], {"first_block": first, "last_block": last})
        return
    values = {"item_id": item_id, "document_id": document_id, "first_block": first, "last_block": last}
    rows.insert(db, "item_document", values)


def edited(db: Database, meeting_id: int) -> frozenset[str]:
    """The fields of this meeting that the user has set."""
    return rows.edited(db, "meeting", meeting_id)


def item_edited(db: Database, item_id: int) -> frozenset[str]:
    """The fields of this item that the user has set."""
    return rows.edited(db, "item", item_id)


def update_item(db: Database, item_id: int, *, by_person: bool = True, **fields: Any) -> tuple[str, ...]:
    """Set meeting_id, number, title or position of an item; the program passes over what a person has set."""
    return rows.change(db, "item", item_id, fields, by_person)


def item(db: Database, item_id: int) -> Item:
    """The item with this number, or NotFound."""
    return rows.only(load_items(db, [item_id]), "item", item_id)


def load_items(db: Database, ids: Sequence[int]) -> list[Item]:
    """The items with these numbers, in order of number."""
    return _items(db, f"i.id {rows.IN}", {"ids": rows.id_list(ids)}, "i.id")


def every_item(db: Database) -> list[Item]:
    """Every item, in order of number."""
    return _items(db, "1", {}, "i.id")


def items_of_meeting(db: Database, meeting_id: int) -> list[Item]:
    """The items of a meeting, in the order of business."""
    return _items(db, "i.meeting_id = :id", {"id": meeting_id}, "i.position, i.id")


def items_of_document(db: Database, document_id: int) -> list[tuple[Item, int | None, int | None]]:
    """The items a document holds, in the order they stand there, each with its first and last block."""
    sql = "SELECT item_id, first_block, last_block FROM item_document WHERE document_id = ? ORDER BY first_block, id"
    places = db.execute(sql, [document_id]).fetchall()
    items = {found.id: found for found in load_items(db, [place[0] for place in places])}
    return [(items[item_id], first, last) for item_id, first, last in places]


def _items(db: Database, where: str, params: dict[str, Any], order: str) -> list[Item]:
    found = db.execute(
        f"SELECT i.id, i.meeting_id, i.number, i.title FROM item i WHERE {where} ORDER BY {order}", params
    ).fetchall()
    holders: dict[int, list[int]] = defaultdict(list)
    for item_id, document_id in db.execute(
        f"""SELECT d.item_id, d.document_id FROM item_document d JOIN document ON document.id = d.document_id
            WHERE d.item_id {rows.IN} AND NOT document.withdrawn ORDER BY d.document_id""",
        {"ids": rows.id_list(row[0] for row in found)},
    ):
        holders[item_id].append(document_id)
    return [Item(row[0], row[1], tuple(holders[row[0]]), row[2], row[3]) for row in found]
