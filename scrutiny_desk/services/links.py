"""Links between rows of the registers, made by a person: asked again, or concerning one another."""

from dataclasses import dataclass

from scrutiny_desk.domain.changes import FOLLOWED, Change, Kind
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.store import Library
from scrutiny_desk.store import links as rows

REPEATS, CONCERNS = "repeats", "concerns"
Thing = tuple[Kind, int]


@dataclass(frozen=True, slots=True)
class Linked:
    """The other end of a link: `relation` is "repeats" or "concerns", `id` the link's own number for `unlink`."""

    id: int
    relation: str
    thing: Thing


def repeats(library: Library, question_id: int, earlier_id: int) -> Change:
    """Say that a question asks an earlier one again; each stays a question of its own meeting."""
    if question_id == earlier_id:
        raise Trouble("A question does not repeat itself.", "Choose the earlier question.")
    ends = (("question", question_id), ("question", earlier_id))
    return library.write("Link as asked again", lambda db: rows.add(db, REPEATS, *ends))[1]


def concerns(library: Library, one: Thing, other: Thing) -> Change:
    """Say that two rows of different registers concern each other: a request and the recommendation it serves."""
    if one[0] is other[0]:
        raise Trouble("Only rows of different kinds are linked so.", "Choose one of another register.")
    ends = [(FOLLOWED[kind], row_id) for kind, row_id in (one, other)]
    return library.write("Link", lambda db: rows.add(db, CONCERNS, ends[0], ends[1]))[1]


def unlink(library: Library, link_id: int) -> Change:
    """Take a link away."""
    return library.write("Take a link away", lambda db: rows.remove(db, link_id))[1]


def of(library: Library, kind: Kind, row_id: int) -> tuple[Linked, ...]:
    """The links of one row, in the order they were made."""
    kinds = {noun: each for each, noun in FOLLOWED.items()}
    with library.read() as db:
        found = rows.of(db, FOLLOWED[kind], row_id)
    return tuple(Linked(link_id, relation, (kinds[noun], other)) for link_id, relation, (noun, other) in found)
