"""People as one circulation may know them: a name, a post, an organisation that only closed papers tell stays in."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any, TypeVar

from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.people import Appearance, Person, Who, name_parts
from scrutiny_desk.store import Database, meetings, people, restrictions, search

Row = TypeVar("Row")
_ROLES = ("asked_by", "put_to", "answered_by", "by", "made_by", "made_to", "owners")
_LOOKED_AT = 200
"""How many passages with a name in them are looked at for one that may be seen."""


def class_of(db: Database, appearance: Appearance) -> Classification:
    """How strictly it is held that somebody appeared: as the item they appeared in, else as the paper as a whole."""
    blocks: list[int] = []
    if appearance.item_id is not None:
        held = meetings.items_of_document(db, appearance.document_id)
        ranges = [(first, last) for item, first, last in held if item.id == appearance.item_id and first is not None]
        blocks = [order for first, last in ranges for order in range(first, (first if last is None else last) + 1)]
    if blocks:
        return restrictions.classification_of(db, appearance.document_id, blocks)
    return restrictions.held(db, appearance.document_id).whole


def as_known_to(db: Database, person_id: int, may_hold: Collection[Classification]) -> Person:
    """A person with the name, post and organisation that papers of these classes tell, or that the user has set; the
    name is empty where none of them tells it."""
    person = people.get(db, person_id)
    own = people.edited(db, person_id)
    appeared = people.appearances_of(db, person_id)
    seen = [one for one in appeared if class_of(db, one) in may_hold]
    told = {
        field: _told(getattr(person, field), [getattr(one, field) for one in seen])
        for field in ("post", "organisation")
        if field not in own and appeared
    }
    name = person.name if "name" in own or not appeared else _name(db, person, may_hold)
    return replace(person, name=name, **told)


def _told(present: str | None, seen: list[str | None]) -> str | None:
    """What is held of somebody where a paper that may be seen says it, else the last that such a paper says."""
    return present if present in seen else next((each for each in reversed(seen) if each), None)


def _name(db: Database, person: Person, may_hold: Collection[Classification]) -> str:
    """The first of somebody's names that stands in a passage that may be seen; where none does as a whole, as much of
    the name as such passages tell, the surname at the least: "HARGREAVE, Tom" is no phrase of "Tom Hargreave"."""
    for name in dict.fromkeys((person.name, *person.aliases)):
        if _stands(db, name, may_hold):
            return name
    words = [word for word in person.name.split() if _stands(db, word, may_hold)]
    surname = name_parts(person.name).surname
    return " ".join(words) if any(name_parts(word).surname == surname for word in words) else ""


def _stands(db: Database, words: str, may_hold: Collection[Classification]) -> bool:
    """Whether these words stand one after the other in some passage that may be seen."""
    phrase = '"' + words.replace('"', " ") + '"'
    return any(hit.classification in may_hold for hit in search.find(db, phrase, limit=_LOOKED_AT))


def post_as_known_to(db: Database, words: str | None, may_hold: Collection[Classification]) -> str | None:
    """A post or organisation that something was passed to, unless only papers of other classes tell of it; what no
    paper has is the user's own and stays."""
    if not words:
        return words
    told = people.appearances_as(db, words)
    if not told or any(class_of(db, one) in may_hold for one in told) or _stands(db, words, may_hold):
        return words
    return None


def renamed(row: Row, name_of: Callable[[int], str]) -> Row:
    """A statement with the names that `name_of` gives for the people in it, those of its answers too."""

    def who(one: Who) -> Who:
        return one if one.person_id is None else replace(one, name=name_of(one.person_id))

    fields: dict[str, Any] = {}
    for role in _ROLES:
        value = getattr(row, role, None)
        if isinstance(value, Who):
            fields[role] = who(value)
        elif value:
            fields[role] = tuple(map(who, value))
    if getattr(row, "answers", None):
        fields["answers"] = tuple(renamed(answer, name_of) for answer in row.answers)  # type: ignore[attr-defined]
    return replace(row, **fields)  # type: ignore[type-var]
