"""When things are due: set by hand or by a rule, with how it was worked out; every day it was before is kept."""

from scrutiny_desk.domain.changes import FOLLOWED, Change, Kind
from scrutiny_desk.domain.deadlines import DueDay, Lateness, Slippage, how_late, slippage
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.undertakings import State
from scrutiny_desk.services import deadlines
from scrutiny_desk.services.dates import day, spoken
from scrutiny_desk.store import Database, Library, charges, due_days, questions, responses, undertakings

VERY_LATE_AFTER = 20
"""Working days past the due day from which a thing is very late, unless the settings say otherwise."""
_FROM_THE_RECORD = "as the record says"


def set_due(
    library: Library,
    kind: Kind,
    row_id: int,
    due: str | None,
    *,
    how: str = "",
    said_on: str | None = None,
    label: str = "Set the day it is due",
) -> Change:
    """Set the day (ISO) a question, undertaking, action or recommendation is due, None for no day.

    `how` says in words how the day was come by ("the director's letter"), `said_on` on what day it was said. The
    days it was due before stay in its history: `history`, `moved`.
    """
    by, said = (day(due) if due else None), (day(said_on) if said_on else None)
    return library.write(label, lambda db: enter(db, kind, row_id, DueDay(by, how, said)))[1]


def set_by_rule(library: Library, kind: Kind, row_id: int, rule: str, start: str, *, nation: str = "England") -> Change:
    """Set the day a rule of `deadlines.rules` comes to from a day (ISO), with how it was worked out."""
    due, how = deadlines.work_out_by(rule, day(start), nation)
    return set_due(library, kind, row_id, due, how=how, said_on=start)


def history(library: Library, kind: Kind, row_id: int) -> tuple[DueDay, ...]:
    """The days a thing was due at one time and another, oldest first; the last is the one that holds.

    A question without a day of its own has those of its undertaking that falls due first.
    """
    with library.read() as db:
        return tuple(days_of(db, kind, row_id))


def moved(library: Library, kind: Kind, row_id: int) -> Slippage:
    """The day first promised, the day it is now, and how often it was moved."""
    return slippage(history(library, kind, row_id))


def lateness(
    due: str | None, today: str, *, nation: str = "England", very: int = VERY_LATE_AFTER
) -> tuple[Lateness, int]:
    """What a due day (ISO) is called today, and how many working days it has passed."""
    if not due:
        return Lateness.NO_DAY, 0
    late = deadlines.days_late(due, today, nation)
    return how_late(late, very), late


def enter(db: Database, kind: Kind, row_id: int, new: DueDay) -> None:
    """Set a due day within a write; the one before it goes into the history first, if it is not there."""
    noun = FOLLOWED[kind]
    held = due_days.of(db, noun, row_id)
    before = _own(db, kind, row_id)
    if before is not None and (not held or held[-1].due != before.due):
        due_days.add(db, noun, row_id, before)
    due_days.add(db, noun, row_id, new)
    _put(db, kind, row_id, new)


def days_of(db: Database, kind: Kind, row_id: int) -> list[DueDay]:
    """`history`, within a read."""
    held = due_days.of(db, FOLLOWED[kind], row_id)
    own = _own(db, kind, row_id)
    if own is not None and (not held or held[-1].due != own.due):
        held = [*held, own]
    if held or kind is not Kind.QUESTIONS:
        return held
    promised = [
        row
        for row in undertakings.of_question(db, row_id)
        if row.due and row.state is State.OPEN and row.review is not Review.REJECTED
    ]
    if not promised:
        return []
    return days_of(db, Kind.UNDERTAKINGS, min(promised, key=lambda row: (row.due or "", row.id)).id)


def _own(db: Database, kind: Kind, row_id: int) -> DueDay | None:
    """The due day that the row itself bears, as it stood before anybody moved it."""
    said = charges.meeting_day(db, FOLLOWED[kind], row_id) if kind is not Kind.DECISIONS else None
    if kind is Kind.QUESTIONS:
        due, words = questions.get(db, row_id).follow_up_by, ""
    elif kind is Kind.UNDERTAKINGS:
        undertaking = undertakings.get(db, row_id)
        due, words = undertaking.due, undertaking.due_words
    elif kind is Kind.ACTIONS:
        due, words = undertakings.action(db, row_id).due, ""
    else:
        response = responses.get(db, row_id)
        return DueDay(response.due, response.how, response.received_on) if response.due else None
    how = f"“{words}”, said on {spoken(said)}" if words and said else _FROM_THE_RECORD
    return DueDay(due, how, said) if due else None


def _put(db: Database, kind: Kind, row_id: int, new: DueDay) -> None:
    if kind is Kind.QUESTIONS:
        questions.update(db, row_id, follow_up_by=new.due)
    elif kind is Kind.UNDERTAKINGS:
        undertakings.update(db, row_id, due=new.due)
    elif kind is Kind.ACTIONS:
        undertakings.update_action(db, row_id, due=new.due)
    else:
        responses.set_due(db, row_id, new.due, new.how)
