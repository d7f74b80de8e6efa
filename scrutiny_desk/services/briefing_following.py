"""Briefings that follow things up: the letter that chases a witness, matters arising, and the tracker."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from scrutiny_desk.briefing import wording
from scrutiny_desk.domain.briefing import Line, Section, Table
from scrutiny_desk.domain.questions import Question, QuestionStatus
from scrutiny_desk.domain.undertakings import Action, State, Undertaking
from scrutiny_desk.services import briefing_paragraphs as told
from scrutiny_desk.services import briefing_sections as part
from scrutiny_desk.services.briefing_facts import Facts, names
from scrutiny_desk.services.people import owed_by
from scrutiny_desk.store import charges, meetings, questions, undertakings

Parts = tuple[str, list[tuple[str, str | None]], list[Section | None]]
Followed = Question | Undertaking | Action
_COLUMNS = (wording.DATE, wording.OWNER, wording.DUE, wording.STATUS, wording.SOURCE)


def letter(facts: Facts, witness: int) -> Parts:
    """A letter that asks a witness for what is owed: fixed words round the register's own, for the user to amend."""
    person = facts.person(witness)
    owed = facts.standing(owed_by(facts.db, person.id))
    promised = facts.oldest_first(
        facts.standing(undertakings.load(facts.db, charges.owed_by(facts.db, "undertaking", person.id)))
    )
    header = [(wording.TO, person.name), (wording.POST, person.post), (wording.ORGANISATION, person.organisation)]
    asks = wording.LETTER_ASKS if owed or promised else wording.NONE_OUTSTANDING
    greeting = f"{wording.DEAR} {facts.name_of(person.id) or wording.SIR_OR_MADAM}"
    closing = (wording.LETTER_ENDS, wording.YOURS) if owed or promised else (wording.YOURS,)
    sections = [
        of_letter(wording.REQUEST_FOR_ANSWERS, (greeting, asks)),
        *asked_for(facts, owed, promised),
        of_letter(wording.YOUR_REPLY, closing),
    ]
    return "", header, sections


def of_letter(key: str, words: Sequence[str]) -> Section:
    """Paragraphs of a letter, without a heading; `key` is what a draft knows them by."""
    return Section("", tuple(map(part.fixed, words)), numbered=False, key=key)


def asked_for(facts: Facts, owed: Sequence[Question], promised: Sequence[Undertaking]) -> list[Section]:
    """What a letter asks for: the questions and the undertakings, each under a plain heading."""
    found = (
        (wording.QUESTIONS, told.owed(facts, owed, whole=False) if owed else None),
        (wording.UNDERTAKINGS, told.promised(facts, promised, owed) if promised else None),
    )
    return [replace(held, heading=heading, key=held.known_as) for heading, held in found if held is not None]


def matters_arising(facts: Facts, meeting_id: int) -> Parts:
    """What this meeting asked for and what has become of it; and what the committee's earlier ones are still owed."""
    meeting = meetings.get(facts.db, meeting_id)

    def arises(row: Followed) -> bool:
        held = facts.meeting_of(row)
        if held is None or held.id == meeting.id:
            return held is not None
        same = bool(meeting.committee) and (held.committee or "").casefold() == (meeting.committee or "").casefold()
        return same and bool(held.date and meeting.date and held.date < meeting.date) and _still_open(row)

    asked, promised, tasks = _followed(facts, arises)
    later = [q for q in asked if q.status is QuestionStatus.ANSWERED_LATER]
    owed = [q for q in asked if q.outstanding]
    header = [
        (wording.COMMITTEE, meeting.committee),
        (wording.COMMITTEE_DATE, wording.day(meeting.date) if meeting.date else None),
    ]
    sections = [
        _table(facts, wording.ANSWERED_SINCE, later),
        _table(facts, wording.KEPT, [u for u in promised if u.state is not State.OPEN]),
        _table(facts, wording.ACTIONS_DONE, [a for a in tasks if a.state is not State.OPEN]),
        _table(facts, wording.OUTSTANDING, owed),
        _table(facts, wording.OPEN_UNDERTAKINGS, [u for u in promised if u.state is State.OPEN]),
        _table(facts, wording.ACTIONS_OPEN, [a for a in tasks if a.state is State.OPEN]),
    ]
    if not any(sections):
        sections = [Section(wording.MATTERS_ARISING, (part.fixed(wording.NOTHING_RECORDED),))]
    subject = ", ".join(filter(None, (meeting.committee, wording.day(meeting.date) if meeting.date else "")))
    return subject, header, sections


def _still_open(row: Followed) -> bool:
    return row.outstanding if isinstance(row, Question) else row.state is State.OPEN


def tracker(facts: Facts, committee: str | None) -> Parts:
    """Everything asked for that wants following, of one committee or of all: who owes it, and where it stands."""

    def wanted(row: Followed) -> bool:
        if committee is None:
            return True
        held = facts.meeting_of(row)
        return held is not None and (held.committee or "").casefold() == committee.casefold()

    asked, promised, tasks = _followed(facts, wanted)
    followed = [q for q in asked if q.outstanding or q.status is QuestionStatus.ANSWERED_LATER]
    sections = [
        _table(facts, wording.QUESTIONS, followed),
        _table(facts, wording.UNDERTAKINGS, promised),
        _table(facts, wording.ACTIONS, tasks),
    ]
    if not any(sections):
        sections = [Section(wording.QUESTIONS, (part.fixed(wording.NONE_OUTSTANDING),))]
    return committee or "", [(wording.COMMITTEE, committee)], sections


def _followed(
    facts: Facts, wanted: Callable[[Followed], bool]
) -> tuple[list[Question], list[Undertaking], list[Action]]:
    """The questions, undertakings and actions that are wanted and may be seen, each oldest first."""
    kinds = (questions.everything(facts.db), undertakings.everything(facts.db), undertakings.every_action(facts.db))
    found = [facts.oldest_first(row for row in facts.standing(rows) if wanted(row)) for rows in kinds]
    return found[0], found[1], found[2]  # type: ignore[return-value]


def _table(facts: Facts, heading: str, rows: Sequence[Followed]) -> Section | None:
    """Things to follow, a row each, under the name of what they are; None where there is none."""
    if not rows:
        return None
    first, caption = _FOLLOWED[type(rows[0])]
    said = wording.count(len(rows), *caption)
    table = Table((first, *_COLUMNS), tuple(_row(facts, row) for row in rows), caption=said, summary=heading)
    return Section(heading, table=table)


_FOLLOWED: dict[type, tuple[str, tuple[str, str]]] = {
    Question: (wording.QUESTION, ("question", "questions")),
    Undertaking: (wording.UNDERTAKING, ("undertaking", "undertakings")),
    Action: (wording.ACTION, ("action", "actions")),
}


def _row(facts: Facts, row: Followed) -> tuple[Line, ...]:
    due = facts.due(row) if isinstance(row, Question) else row.due
    return (
        facts.words(row),
        Line(wording.day(facts.day(row))),
        Line(_owner(facts, row) or wording.NOT_RECORDED),
        Line(wording.due(due, facts.today)),
        Line(wording.QUESTION_STATUSES[row.status] if isinstance(row, Question) else wording.STATES[row.state]),
        Line(""),
    )


def _owner(facts: Facts, row: Followed) -> str:
    if isinstance(row, Action):
        passed = facts.passed_to("action", row.id)
        return names(row.owners) if passed is None else part.person_words(passed)
    person = facts.witness(row)
    return person if isinstance(person, str) else person.name
