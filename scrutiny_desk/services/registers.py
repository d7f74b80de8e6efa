"""The four registers as lists of one kind of row, and put together by person, post, organisation and so on."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Any

from scrutiny_desk.domain.changes import FOLLOWED, Kind
from scrutiny_desk.domain.deadlines import DueDay, slippage
from scrutiny_desk.domain.questions import OUTSTANDING, QuestionStatus
from scrutiny_desk.domain.recommendations import Reply, Response
from scrutiny_desk.domain.registers import KINDS, Entry, Group, Grouping, Owner, Register
from scrutiny_desk.domain.standings import StandingChange
from scrutiny_desk.domain.undertakings import DecisionKind, State
from scrutiny_desk.domain.work import View
from scrutiny_desk.services.due_days import VERY_LATE_AFTER, lateness
from scrutiny_desk.store import Database, Library, chasers, due_days, responses, standings
from scrutiny_desk.store.queries import ROWS, register

Thing = tuple[Kind, int]
_FROM_THE_RECORD = "as the record says"


def ids(library: Library, which: Register, view: View | None = None) -> list[Thing]:
    """The things of a register that a view asks for, oldest first; of recommendations `view.status` asks for replies
    and `view.outstanding` for those without one."""
    found: list[Thing] = []
    for kind in KINDS[which]:
        asked = view or View()
        replies: tuple[str, ...] = ()
        if which is Register.RECOMMENDATIONS:
            replies = (str(Reply.AWAITED),) if asked.outstanding or asked.overdue else asked.status
            asked = replace(asked, status=(str(DecisionKind.RECOMMENDED),), outstanding=False, overdue=False)
        elif which is Register.DECISIONS and not asked.status:
            asked = replace(asked, status=tuple(str(k) for k in DecisionKind if k is not DecisionKind.RECOMMENDED))
        held = list(ROWS[str(kind)](library.read).ids(replace(asked, order=asked.order or "date")))
        if replies:
            with library.read() as db:
                replied = responses.load(db, held)
            held = [each for each in held if str(replied.get(each, Response(each)).reply) in replies]
        found += [(kind, each) for each in held]
    return found


def entries(
    library: Library, things: Sequence[Thing], *, today: str, nation: str = "England", very: int = VERY_LATE_AFTER
) -> list[Entry]:
    """These things as rows of their registers, in their order; those that are gone are left out.

    `today` (ISO) says what is late, in working days of the `nation`; from `very` of them on it is very late.
    """
    found: dict[Thing, Entry] = {}
    with library.read() as db:
        for kind in dict.fromkeys(kind for kind, _ in things):
            wanted = [row_id for each, row_id in things if each is kind]
            for entry in _of_kind(db, kind, wanted, lambda due: lateness(due, today, nation=nation, very=very)):
                found[kind, entry.id] = entry
    return [found[thing] for thing in things if thing in found]


def grouped(library: Library, kind: Kind, by: Grouping, view: View, *, today: str) -> tuple[Group, ...]:
    """The questions, undertakings or actions a view asks for, put together by who owes them and so on.

    In order of the alphabet, for this is no league table; what is not recorded comes last. A thing that several owe,
    or that has several issues, stands under each.
    """
    noun = FOLLOWED[kind]
    held = list(ROWS[str(kind)](library.read).ids(view))
    with library.read() as db:
        labels = _labels(db, noun, by, held)
        days = register.days(db, noun, held)
    groups: dict[str, list[int]] = {}
    for row_id in held:
        for label in labels.get(row_id) or [""]:
            groups.setdefault(label, []).append(row_id)
    made = [_group(label, rows, days, today) for label, rows in groups.items()]
    return tuple(sorted(made, key=lambda group: (not group.label, group.label.casefold())))


def _group(label: str, rows: list[int], days: dict[int, tuple[str | None, str | None]], today: str) -> Group:
    late = sum(1 for row_id in rows if (days[row_id][1] or today) < today)
    asked = [day for day, _due in map(days.__getitem__, rows) if day]
    return Group(label, tuple(rows), late, min(asked, default=None))


def _labels(db: Database, noun: str, by: Grouping, held: Sequence[int]) -> dict[int, list[str]]:
    if by is Grouping.ISSUE:
        return register.issues(db, noun, held)
    if by in (Grouping.ASKER, Grouping.COMMITTEE):
        words = (register.askers if by is Grouping.ASKER else register.committees)(db, noun, held)
        return {row_id: [word] for row_id, word in words.items()}
    attribute = {Grouping.PERSON: "name", Grouping.POST: "post", Grouping.ORGANISATION: "organisation"}[by]
    return {
        row_id: list(dict.fromkeys(getattr(owner, attribute) for owner in owners))
        for row_id, owners in register.owners(db, noun, held).items()
    }


_Late = Callable[[str | None], tuple[Any, int]]


@dataclass(frozen=True, slots=True)
class _Beside:
    """What is kept of each thing beside its own row, by its number."""

    owners: dict[int, tuple[Owner, ...]]
    days: dict[int, tuple[str | None, str | None]]
    due: dict[int, list[DueDay]]
    chased: dict[int, tuple[int, str]]
    responses: dict[int, Response]
    standings: dict[int, StandingChange]


def _of_kind(db: Database, kind: Kind, wanted: Sequence[int], late: _Late) -> list[Entry]:
    noun = FOLLOWED[kind]
    source = ROWS[str(kind)](lambda: nullcontext(db))
    beside = _Beside(
        owners=register.owners(db, noun, wanted) if kind is not Kind.DECISIONS else {},
        days=register.days(db, noun, wanted),
        due=_due_days(db, kind, wanted),
        chased=chasers.tally(db, noun, wanted),
        responses=responses.load(db, wanted) if kind is Kind.DECISIONS else {},
        standings=standings.latest(db, wanted) if kind is Kind.QUESTIONS else {},
    )
    rows = (dict(zip(source.columns, row, strict=True)) for row in source.page(wanted) if row)
    return [_entry(kind, row, beside, late) for row in rows]


def _due_days(db: Database, kind: Kind, wanted: Sequence[int]) -> dict[int, list[DueDay]]:
    """The history of each due day; a question without one has that of the undertaking in reply that is due first."""
    held = due_days.load(db, FOLLOWED[kind], wanted)
    if kind is not Kind.QUESTIONS:
        return held
    promised = register.promised(db, [row_id for row_id in wanted if row_id not in held])
    theirs = due_days.load(db, FOLLOWED[Kind.UNDERTAKINGS], list(promised.values()))
    return held | {row_id: theirs[promise] for row_id, promise in promised.items() if promise in theirs}


def _entry(kind: Kind, row: dict[str, Any], beside: _Beside, late: _Late) -> Entry:
    row_id = row["id"]
    due = beside.days[row_id][1]
    said = beside.due.get(row_id) or ([DueDay(due, _FROM_THE_RECORD, row["date"])] if due else [])
    slip = slippage(said)
    response = beside.responses.get(row_id, Response(row_id))
    state, is_open, settled = _state(kind, row, response)
    stands = beside.standings.get(row_id)
    called, days = late(due if is_open else None)
    chased, chased_on = beside.chased.get(row_id, (0, None))
    return Entry(
        register=_register(kind, row),
        kind=kind,
        id=row_id,
        asked_on=row["date"],
        committee=row["committee"],
        item=row["item"] or "",
        text=row["text"],
        asked_by=row.get("asked_by") or row.get("made_to") or "",
        owners=beside.owners.get(row_id, (Owner(response.put_to),) if response.put_to else ()),
        state=state,
        standing=row.get("standing", ""),
        open=is_open,
        due=due,
        how=said[-1].how if said else "",
        first_due=slip.first,
        moved=slip.moved,
        lateness=called,
        late=days,
        chased=chased,
        chased_on=chased_on,
        settled_on=stands.day if stands and not is_open else settled,
        reply=row.get("reply") or response.reasons,
        review=row["review"],
        classification=row["classification"],
        document_id=row["document_id"],
        page=row["page"],
        paragraph=row["paragraph"],
    )


def _register(kind: Kind, row: dict[str, Any]) -> Register:
    if kind is Kind.DECISIONS:
        recommended = row["kind"] == DecisionKind.RECOMMENDED
        return Register.RECOMMENDATIONS if recommended else Register.DECISIONS
    return Register.QUESTIONS if kind is Kind.QUESTIONS else Register.REQUESTS


def _state(kind: Kind, row: dict[str, Any], response: Response) -> tuple[str, bool, str | None]:
    """The state in the contract's word, whether it is open, and when it was settled."""
    if kind is Kind.QUESTIONS:
        return row["status"], QuestionStatus(row["status"]) in OUTSTANDING and not row["closed"], None
    if kind is Kind.DECISIONS:
        if row["kind"] != DecisionKind.RECOMMENDED:
            return row["kind"], False, None
        return str(response.reply), response.reply is Reply.AWAITED, response.replied_on
    return row["state"], row["state"] == State.OPEN, row["settled_on"]
