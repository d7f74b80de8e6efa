"""Chasing what is owed: the next step, its letter and e-mail, and a record of each step taken. Nothing is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scrutiny_desk.briefing import files
from scrutiny_desk.domain.briefing import Briefing
from scrutiny_desk.domain.changes import FOLLOWED, Change, Kind
from scrutiny_desk.domain.chasing import Chaser, ChaserStep, NextChaser
from scrutiny_desk.domain.deadlines import Counting, Unit, work_out
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.troubles import NotFound, Trouble
from scrutiny_desk.services import briefing_chasing as made
from scrutiny_desk.services import data_files, deadlines, due_days
from scrutiny_desk.services.briefing_facts import Facts
from scrutiny_desk.services.dates import day, spoken
from scrutiny_desk.store import Database, Library, charges, chasers, people

_FILE = "chasing.toml"
AGENDA, OWNER = "agenda", "owner"
Things = Sequence[tuple[Kind, int]]
"""What is asked for: pairs of a kind of thing and its number."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A chaser ready to be copied or saved: `letter` for Word (`save`), `email` as text under `subject`.

    `sent_to` are the words for whom it goes to.
    """

    step: ChaserStep
    sent_to: str
    subject: str
    email: str
    letter: Briefing


def steps() -> tuple[ChaserStep, ...]:
    """The steps a council takes, in order: its own where its data folder has a chasing.toml, else the program's."""
    try:
        return tuple(ChaserStep(**row) for row in data_files.table(_FILE)["step"])
    except (KeyError, TypeError) as fault:
        raise Trouble(
            f"A step in {_FILE} is not complete ({fault}).",
            "Give each a key, title, after, to, subject, opening and closing, as the others have.",
        ) from fault


def minimum() -> int:
    """How many working days lie at least between two chasers to one person."""
    return int(data_files.table(_FILE).get("minimum_working_days", 0))


def step(key: str) -> ChaserStep:
    """The step of this name; `NotFound` where there is none."""
    found = next((each for each in steps() if each.key == key), None)
    if found is None:
        raise NotFound(f"There is no step called {key}.", f"Choose from: {', '.join(s.key for s in steps())}.")
    return found


def next_step(library: Library, kind: Kind, row_id: int, *, nation: str = "England") -> NextChaser:
    """The step that comes next for one thing, and the first day on which it may be taken."""
    with library.read() as db:
        return _next(db, kind, row_id, nation)


def due_now(
    library: Library, person_id: int, today: str, *, nation: str = "England"
) -> tuple[tuple[ChaserStep, tuple[tuple[Kind, int], ...]], ...]:
    """What may be chased of a person today: each step that is due, with the things it would ask for.

    What has no due day is not among it: nobody has said by when it is wanted.
    """
    with library.read() as db:
        found: dict[str, list[tuple[Kind, int]]] = {}
        for kind in (Kind.QUESTIONS, Kind.UNDERTAKINGS, Kind.ACTIONS):
            for row_id in charges.owed_by(db, FOLLOWED[kind], person_id):
                following = _next(db, kind, row_id, nation)
                if following.step and following.not_before and following.not_before <= today:
                    found.setdefault(following.step.key, []).append((kind, row_id))
    return tuple((each, tuple(found[each.key])) for each in steps() if each.key in found)


def draft(
    library: Library,
    key: str,
    things: Things,
    *,
    today: str,
    person_id: int | None = None,
    circulation: Circulation = Circulation.MEMBERS,
) -> Drafted:
    """The letter and the e-mail of a step, filled from the register; `today` (ISO) is the day it is made on.

    `person_id` is who owes it; what `circulation` may not hold is left out and counted, never quoted.
    """
    taken = step(key)
    with library.read() as db:
        facts = Facts(db, circulation, today)
        person = facts.person(person_id) if person_id is not None else None
        earlier = sorted({chaser.day for kind, row in things for chaser in chasers.of(db, FOLLOWED[kind], row)})
        written = made.write(facts, taken, things, person, earlier, today)
    return Drafted(taken, written.sent_to, taken.subject, written.email, written.letter)


def save(drafted: Drafted, path: Path, *, template: Path | None = None) -> Path:
    """Write the letter to a file, as a Word document or as its suffix asks; the file written."""
    files.save(drafted.letter, path, files.Look(template))
    return path


def record(
    library: Library,
    key: str,
    things: Things,
    on: str,
    *,
    person_id: int | None = None,
    sent_to: str = "",
    words: str = "",
    anyway: bool = False,
    nation: str = "England",
) -> Change:
    """Keep on record that a step was taken on a day (ISO), for what, to whom and in what words.

    `Trouble` where the last chaser to the same person is too near, unless the person says `anyway`.
    """
    taken, sent = step(key), day(on)
    if not things:
        raise Trouble("Nothing is chosen to ask for.", "Choose what is owed.")

    def work(db: Database) -> int:
        if not anyway and person_id is not None and taken.to == OWNER:
            first = _after_last(db, person_id, nation)
            if first and sent < first:
                raise Trouble(
                    f"The last chaser to {people.get(db, person_id).name} went less than {minimum()} working days "
                    f"before. The next may go on {spoken(first)}.",
                    "Wait until then, or say that it goes anyway.",
                )
        asked = tuple((FOLLOWED[kind], row_id) for kind, row_id in things)
        return chasers.add(db, Chaser(0, person_id, key, taken.title, sent, sent_to, words, asked))

    return library.write(f"Record: {taken.title}", work)[1]


def history(library: Library, kind: Kind, row_id: int) -> tuple[Chaser, ...]:
    """The chasers that asked for one thing, oldest first."""
    with library.read() as db:
        return tuple(chasers.of(db, FOLLOWED[kind], row_id))


def of_person(library: Library, person_id: int) -> tuple[Chaser, ...]:
    """The chasers a person was sent, oldest first."""
    with library.read() as db:
        return tuple(chasers.of_person(db, person_id))


def _next(db: Database, kind: Kind, row_id: int, nation: str) -> NextChaser:
    sent = chasers.of(db, FOLLOWED[kind], row_id)
    taken = {chaser.step for chaser in sent}
    following = next((each for each in steps() if each.key not in taken), None)
    if following is None:
        return NextChaser(None, None, "Every step has been taken.", len(sent))
    held = due_days.days_of(db, kind, row_id)
    since = sent[-1].day if sent else (held[-1].due if held else None)
    if since is None:
        return NextChaser(following, None, "No day is set by which it is wanted.", 0)
    first, how = _working_days_after(since, following.after, nation)
    due = held[-1].due if held else None
    if sent and due and due >= first:
        first, how = _working_days_after(due, 1, nation)
    person_id = sent[-1].person_id if sent else None
    owner = person_id or _owner(db, kind, row_id)
    last = _after_last(db, owner, nation) if owner is not None and following.to == OWNER else None
    if last and last > first:
        first, how = last, f"no chaser within {minimum()} working days of the last: {spoken(last)}"
    return NextChaser(following, first, how, len(sent))


def _after_last(db: Database, person_id: int, nation: str) -> str | None:
    """The first day on which a person may be sent another chaser; None where none was sent."""
    sent = [chaser.day for chaser in chasers.of_person(db, person_id)]
    return _working_days_after(sent[-1], minimum(), nation)[0] if sent else None


def _working_days_after(start: str, days: int, nation: str) -> tuple[str, str]:
    if days < 1:
        return start, f"from {spoken(start)} on"
    off = deadlines.bank_holidays(nation)
    found = work_out(days, Unit.WORKING_DAYS, Counting.AFTER, date.fromisoformat(start), off)
    return found.due.isoformat(), found.words


def _owner(db: Database, kind: Kind, row_id: int) -> int | None:
    """Who owes a thing now, where it is one person of the library."""
    if kind is Kind.DECISIONS:
        return None
    charge = charges.latest(db, FOLLOWED[kind], [row_id]).get(row_id)
    if charge is not None:
        return charge.person_id
    return charges.first_owing(db, FOLLOWED[kind], row_id)
