"""Whose an answer is: a person in a post; the post once the person has left; whoever it is then passed to.

`leave` says that somebody has left: what they still owe from that post is the post's from then on, and `unheld` lists
it until `pass_on` says to whom it passes. `take_over` does both for one person and their successor.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scrutiny_desk.domain.changes import FOLLOWED, Change, Kind
from scrutiny_desk.domain.charges import Charge, Tenure
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import passages
from scrutiny_desk.services.dates import day, spoken
from scrutiny_desk.store import Database, Library, charges, people

OWED = (Kind.QUESTIONS, Kind.UNDERTAKINGS, Kind.ACTIONS)
"""The kinds of thing that somebody owes; the executive's replies are its own."""

LEFT = "left the post"
"""The reason of a passing on that nobody chose; who it was stands with the tenure, where it can be made nameless."""


@dataclass(frozen=True, slots=True)
class Unheld:
    """A post that owes things and that nobody is known to hold: the program asks to whom they pass.

    `left` are those who left them behind; `owed` the things, by kind and number.
    """

    post: str | None
    organisation: str | None
    since: str
    left: tuple[str, ...]
    owed: tuple[tuple[Kind, int], ...]

    @property
    def words(self) -> str:
        """The post in words."""
        return ", ".join(filter(None, (self.post, self.organisation)))


def leave(
    library: Library,
    person_id: int,
    on: str,
    *,
    post: str | None = None,
    organisation: str | None = None,
    shown_by: str = "",
) -> Change:
    """Say that a person left a post on a day (ISO): what they owe from meetings until then is now the post's.

    Without `post` it is whatever post each thing was asked of; with it, only what was asked of that post.
    """
    until = day(on)

    def work(db: Database) -> None:
        _leave(db, person_id, until, post, organisation, shown_by)

    return library.write("Mark as having left", work)[1]


def take_over(
    library: Library,
    person_id: int,
    successor: Who,
    on: str,
    *,
    post: str | None = None,
    organisation: str | None = None,
    shown_by: str = "",
) -> Change:
    """Say that a person left a post on a day (ISO) and who follows them in it: what is owed passes, in one step.

    A successor without a `person_id` is found by name among the library's people, or added to them.
    """
    until = day(on)

    def work(db: Database) -> None:
        left = _leave(db, person_id, until, post, organisation, shown_by)
        _pass(db, left, successor, until, LEFT)

    return library.write("Pass to a successor", work)[1]


def pass_on(
    library: Library, owed: Sequence[tuple[Kind, int]], to: Who, on: str, *, reason: str = "", post: str | None = None,
    organisation: str | None = None,
) -> Change:  # fmt: skip
    """Pass these things to a person from a day (ISO) on, whoever owed them before; in one step.

    They go with the post each has now; `post` and `organisation` are the new holder's, where they differ.
    """
    since = day(on)

    def work(db: Database) -> None:
        _pass(db, list(owed), to, since, " ".join(reason.split()), post, organisation)

    return library.write("Pass to somebody else", work)[1]


def unheld(library: Library) -> tuple[Unheld, ...]:
    """The posts that owe things and that nobody is known to hold, the longest so first."""
    with library.read() as db:
        found: dict[tuple[str | None, str | None], list[Charge]] = {}
        for charge in charges.of_nobody(db):
            found.setdefault((charge.post, charge.organisation), []).append(charge)
        left = _left(db, [charge for held in found.values() for charge in held])
    kinds = {noun: kind for kind, noun in FOLLOWED.items()}
    posts = [
        Unheld(
            post,
            organisation,
            min(charge.since for charge in held),
            tuple(dict.fromkeys(left[charge.id] for charge in held if charge.id in left)),
            tuple((kinds[charge.kind], charge.row_id) for charge in held),
        )
        for (post, organisation), held in found.items()
    ]
    return tuple(sorted(posts, key=lambda each: (each.since, each.words)))


def history(library: Library, kind: Kind, row_id: int) -> tuple[Charge, ...]:
    """Whose a thing has been since it was first passed on, oldest first; none where it never was."""
    with library.read() as db:
        return tuple(charges.history(db, FOLLOWED[kind], row_id))


def tenures(library: Library, person_id: int) -> tuple[Tenure, ...]:
    """The posts a person has held, as somebody has entered them."""
    with library.read() as db:
        return tuple(charges.tenures_of(db, person_id))


def owed_by(library: Library, person_id: int) -> tuple[tuple[Kind, int], ...]:
    """Everything a person owes now, by kind and number."""
    with library.read() as db:
        return tuple((kind, row_id) for kind in OWED for row_id in charges.owed_by(db, FOLLOWED[kind], person_id))


def _leave(
    db: Database, person_id: int, until: str, post: str | None, organisation: str | None, shown_by: str
) -> list[tuple[Kind, int]]:
    """Make what a person owes their post's; what that was."""
    person = people.get(db, person_id)
    held = post or person.post
    place = organisation or person.organisation
    charges.add_tenure(db, Tenure(0, person_id, held, place, None, until, " ".join(shown_by.split())))
    left = []
    for kind in OWED:
        noun = FOLLOWED[kind]
        passed = charges.latest(db, noun, charges.owed_by(db, noun, person_id))
        for row_id in charges.owed_by(db, noun, person_id):
            asked_on = passed[row_id].since if row_id in passed else charges.meeting_day(db, noun, row_id)
            then = (passed[row_id].post, passed[row_id].organisation) if row_id in passed else None
            their_post, theirs = then or charges.post_then(db, person_id, noun, row_id)
            if (asked_on and asked_on > until) or not _same(post, their_post):
                continue
            where = {"post": their_post or held, "organisation": theirs or place}
            charges.add(db, noun, row_id, since=until, reason=LEFT, **where)
            left.append((kind, row_id))
    return left


def _left(db: Database, held: Sequence[Charge]) -> dict[int, str]:
    """Who left each of these to a post, by the charge's number: those whose tenure ended on that day."""
    ended = [tenure for tenure in charges.every_tenure(db) if tenure.until]
    names = charges.names_of(db, (tenure.person_id for tenure in ended))
    found: dict[int, str] = {}
    for charge in held:
        owed = charges.ever_owing(db, charge.kind, charge.row_id)
        for tenure in ended:
            if tenure.until == charge.since and tenure.person_id in owed:
                found[charge.id] = f"{names[tenure.person_id]} left on {spoken(charge.since)}"
    return found


def _same(wanted: str | None, post: str | None) -> bool:
    return not wanted or not post or wanted.casefold() == post.casefold()


def _pass(
    db: Database,
    owed: Iterable[tuple[Kind, int]],
    to: Who,
    since: str,
    reason: str,
    post: str | None = None,
    organisation: str | None = None,
) -> None:
    who = passages.who(db, to, None)
    if who.person_id is None:
        raise Trouble("Nobody is named to pass it to.", "Write the name of whoever now holds the post.")
    person = people.get(db, who.person_id)
    for kind, row_id in owed:
        if kind not in OWED:
            raise Trouble("Only a question, an undertaking or an action can be passed on.", "Choose one of these.")
        before = charges.latest(db, FOLLOWED[kind], [row_id]).get(row_id)
        charges.add(
            db,
            FOLLOWED[kind],
            row_id,
            since=since,
            person_id=person.id,
            post=post or (before.post if before else None) or person.post,
            organisation=organisation or (before.organisation if before else None) or person.organisation,
            reason=reason,
        )
