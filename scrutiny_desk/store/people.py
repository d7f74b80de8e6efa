"""People: their names, posts and appearances; joining two that are one, and parting one that is two."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.people import Appearance, Capacity, Person, name_parts
from scrutiny_desk.store import plans, rows


def add(
    db: Database, name: str, *, post: str | None = None, organisation: str | None = None, aliases: Iterable[str] = ()
) -> int:
    """Enter a person; their id."""
    surname = name_parts(name).surname
    values = {"name": name, "surname": surname, "post": post, "organisation": organisation}
    person_id = rows.insert(db, "person", values)
    for alias in aliases:
        add_alias(db, person_id, alias)
    return person_id


def get(db: Database, person_id: int) -> Person:
    """The person with this number, or NotFound."""
    return rows.only(load(db, [person_id]), "person", person_id)


def load(db: Database, ids: Sequence[int]) -> list[Person]:
    """The people with these numbers, in order of number."""
    return _people(db, f"id {rows.IN}", {"ids": rows.id_list(ids)})


def everything(db: Database) -> list[Person]:
    """Every person, in order of number."""
    return _people(db, "1", {})


def with_surname(db: Database, surname: str) -> list[Person]:
    """Those whose name or an alias ends in this surname, folded as `domain.people.name_parts` folds it."""
    sql = "surname = :surname OR id IN (SELECT person_id FROM alias WHERE surname = :surname)"
    return _people(db, sql, {"surname": surname})


def named(db: Database, name: str) -> list[Person]:
    """Those whose name or an alias is exactly this, upper and lower case alike."""
    sql = "name = :name COLLATE NOCASE OR id IN (SELECT person_id FROM alias WHERE name = :name COLLATE NOCASE)"
    return _people(db, sql, {"name": name})


def edited(db: Database, person_id: int) -> frozenset[str]:
    """The fields of this person that the user has set."""
    return rows.edited(db, "person", person_id)


def update(db: Database, person_id: int, *, by_person: bool = True, **fields: Any) -> tuple[str, ...]:
    """Set name, post or organisation; the program passes over what a person has set."""
    if "name" in fields:
        done = rows.change(db, "person", person_id, fields, by_person)
        if "name" in done:
            rows.put(db, "person", person_id, {"surname": name_parts(fields["name"]).surname})
        return done
    return rows.change(db, "person", person_id, fields, by_person)


def add_alias(db: Database, person_id: int, name: str) -> None:
    """Remember another printed form of this person's name, unless it is known."""
    known = db.execute(
        "SELECT 1 FROM person WHERE id = :id AND name = :name UNION SELECT 1 FROM alias WHERE person_id = :id"
        " AND name = :name",
        {"id": person_id, "name": name},
    ).fetchone()
    if not known:
        rows.insert(db, "alias", {"person_id": person_id, "name": name, "surname": name_parts(name).surname})


def remove_alias(db: Database, person_id: int, name: str) -> None:
    """Forget a printed form of a name."""
    db.execute("DELETE FROM alias WHERE person_id = ? AND name = ?", [person_id, name])


def appear(db: Database, appearance: Appearance) -> None:
    """Enter an appearance, unless the very same one is there."""
    values = {
        "person_id": appearance.person_id,
        "meeting_id": appearance.meeting_id,
        "document_id": appearance.document_id,
        "item_id": appearance.item_id,
        "capacity": str(appearance.capacity),
        "post": appearance.post,
        "organisation": appearance.organisation,
    }
    same = " AND ".join(f"{column} IS :{column}" for column in values)
    if not db.execute(f"SELECT 1 FROM appearance WHERE {same}", values).fetchone():
        rows.insert(db, "appearance", values)


def appearances_of(db: Database, person_id: int) -> list[Appearance]:
    """Where this person appears, oldest meeting first."""
    return _appearances(db, "a.person_id = :id", {"id": person_id})


def appearances_at(db: Database, meeting_id: int) -> list[Appearance]:
    """Who appears at this meeting, whichever paper says so."""
    return _appearances(db, "a.meeting_id = :id", {"id": meeting_id})


def appearances_as(db: Database, words: str) -> list[Appearance]:
    """Who appears anywhere with this post, or for this organisation."""
    return _appearances(db, "a.post = :words OR a.organisation = :words", {"words": words})


def appearances_in(db: Database, document_id: int) -> list[Appearance]:
    """Who appears in this document."""
    return _appearances(db, "a.document_id = :id", {"id": document_id})


def set_capacity(db: Database, person_id: int, document_id: int, capacity: Capacity) -> None:
    """Say in what capacity somebody appears in a document."""
    sql = "UPDATE appearance SET capacity = ? WHERE person_id = ? AND document_id = ?"
    db.execute(sql, [str(capacity), person_id, document_id])


def every_appearance(db: Database) -> list[Appearance]:
    """Every appearance, in the order they were entered."""
    return _appearances(db, "1", {}, "a.id")


def merge(db: Database, keep: int, other: int) -> None:
    """Make two people one: everything of `other` becomes `keep`'s, the other name an alias; `other` is gone."""
    kept, gone = get(db, keep), get(db, other)
    for name in (gone.name, *gone.aliases):
        add_alias(db, keep, name)
    for table in ("who", "appearance", "note", "tenure", "charge", "chaser", "pack_paper", "house_rule"):
        db.execute(f"UPDATE {table} SET person_id = ? WHERE person_id = ?", [keep, other])
    plans.fold(db, "person", keep, other)
    db.execute("DELETE FROM person WHERE id = ?", [other])
    missing = {
        column: getattr(gone, column)
        for column in ("post", "organisation")
        if getattr(kept, column) is None and getattr(gone, column) is not None
    }
    if missing:
        rows.put(db, "person", keep, missing)


def split(db: Database, person_id: int, name: str, *, documents: Iterable[int]) -> int:
    """Part a person in two: what these documents say of them becomes that of a new person of this name; its id."""
    new = add(db, name)
    ids = rows.id_list(documents)
    params = {"old": person_id, "new": new, "ids": ids}
    db.execute(f"UPDATE appearance SET person_id = :new WHERE person_id = :old AND document_id {rows.IN}", params)
    for owner in ("question", "answer", "undertaking", "action"):
        db.execute(
            f"""UPDATE who SET person_id = :new WHERE person_id = :old AND {owner}_id IN
                (SELECT {owner}_id FROM source WHERE {owner}_id IS NOT NULL AND document_id {rows.IN})""",
            params,
        )
    remove_alias(db, person_id, name)
    return new


def _people(db: Database, where: str, params: dict[str, Any]) -> list[Person]:
    sql = f"SELECT id, name, post, organisation FROM person WHERE {where} ORDER BY id"
    found = db.execute(sql, params).fetchall()
    aliases: dict[int, list[str]] = defaultdict(list)
    for person_id, name in db.execute(
        f"SELECT person_id, name FROM alias WHERE person_id {rows.IN} ORDER BY id",
        {"ids": rows.id_list(row[0] for row in found)},
    ):
        aliases[person_id].append(name)
    return [Person(row[0], row[1], tuple(aliases[row[0]]), row[2], row[3]) for row in found]


def _appearances(db: Database, where: str, params: dict[str, Any], order: str = "m.date, a.id") -> list[Appearance]:
    found = db.execute(
        f"""SELECT a.person_id, a.meeting_id, a.document_id, a.item_id, a.capacity, a.post, a.organisation
            FROM appearance a JOIN document d ON d.id = a.document_id AND NOT d.withdrawn
            LEFT JOIN meeting m ON m.id = a.meeting_id WHERE {where} ORDER BY {order}""",
        params,
    )
    return [Appearance(*row[:4], Capacity(row[4]), *row[5:]) for row in found]
