"""Who asked, answered, promised or owes: rows that join a statement to a person and keep the document's label."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.people import Who
from scrutiny_desk.store import rows

OWNERS = ("question", "answer", "undertaking", "action")


def save(db: Database, owner: str, owner_id: int, role: str, whos: Sequence[Who]) -> None:
    """Make these the people in this role for this owner ("question", "answer", "undertaking" or "action").

    Where a person is given, the name is the person's own from now on; a name is kept here only without one.
    Nothing is written where nothing differs.
    """
    wanted = _columns(whos)
    present = db.execute(
        f"SELECT id, person_id, name, label FROM who WHERE {owner}_id = ? AND role = ? ORDER BY position, id",
        [owner_id, role],
    ).fetchall()
    if [tuple(row[1:]) for row in present] == wanted:
        return
    db.execute(f"DELETE FROM who WHERE {owner}_id = ? AND role = ?", [owner_id, role])
    add_all(db, owner, [(owner_id, role, whos)])


def add_all(db: Database, owner: str, people: Iterable[tuple[int, str, Sequence[Who]]]) -> None:
    """The same for owners that have just been entered and so have nobody yet: owner, role and people of each."""
    columns = f"{owner}_id, role, position, person_id, name, label"
    found = [
        (owner_id, role, position, *who)
        for owner_id, role, whos in people
        for position, who in enumerate(_columns(whos))
    ]
    rows.insert_all(db, "who", found, columns)


def _columns(whos: Iterable[Who]) -> list[tuple[int | None, str | None, str | None]]:
    return [(who.person_id, None if who.person_id else who.name, who.label) for who in whos]


def load(db: Database, owner: str, ids: Sequence[int]) -> dict[tuple[int, str], tuple[Who, ...]]:
    """The people of these owners by (owner id, role), in their order."""
    found: dict[tuple[int, str], list[Who]] = defaultdict(list)
    for owner_id, role, person_id, name, label in db.execute(
        f"""SELECT w.{owner}_id, w.role, w.person_id, coalesce(p.name, w.name), w.label
            FROM who w LEFT JOIN person p ON p.id = w.person_id
            WHERE w.{owner}_id {rows.IN} ORDER BY w.{owner}_id, w.role, w.position, w.id""",
        {"ids": rows.id_list(ids)},
    ):
        found[owner_id, role].append(Who(name, label, person_id))
    return {key: tuple(whos) for key, whos in found.items()}


def update(
    db: Database, owner: str, owner_id: int, roles: tuple[str, ...], fields: dict[str, Any], by_person: bool
) -> tuple[str, ...]:
    """Set columns of an owner, and the people in those `roles` that `fields` names; what was set comes back.

    What a person sets is marked as theirs; the program (`by_person=False`) passes over it.
    """
    people = {role: as_whos(fields[role]) for role in roles if role in fields}
    theirs = rows.edited(db, owner, owner_id)
    columns = {name: value for name, value in fields.items() if name not in people}
    done = rows.change(db, owner, owner_id, columns, by_person)
    for role, value in people.items():
        if by_person or role not in theirs:
            save(db, owner, owner_id, role, value)
            done += (role,)
    if by_person and people:
        marks = ",".join(sorted(rows.edited(db, owner, owner_id) | people.keys()))
        rows.put(db, owner, owner_id, {"edited": marks})
    return done


def as_whos(value: Who | Iterable[Who] | None) -> tuple[Who, ...]:
    """One Who, several or none, as several."""
    if value is None:
        return ()
    return (value,) if isinstance(value, Who) else tuple(value)
