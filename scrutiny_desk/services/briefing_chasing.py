"""The words of a chaser, from the register: a letter for Word, and the same as text for an e-mail."""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_desk.briefing import citing, marks, wording
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Section
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.chasing import ChaserStep
from scrutiny_desk.domain.people import Person
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.undertakings import Action, Decision, Undertaking
from scrutiny_desk.services import briefing_sections as part
from scrutiny_desk.services.briefing_facts import Facts, Statement, names
from scrutiny_desk.services.briefing_following import asked_for, of_letter
from scrutiny_desk.store import questions, responses, undertakings

_LOAD = {
    Kind.QUESTIONS: questions.load,
    Kind.UNDERTAKINGS: undertakings.load,
    Kind.ACTIONS: undertakings.load_actions,
    Kind.DECISIONS: undertakings.load_decisions,
}


@dataclass(frozen=True, slots=True)
class Written:
    """A chaser in both its forms, and whom it goes to in words."""

    sent_to: str
    email: str
    letter: Briefing


def write(
    facts: Facts,
    step: ChaserStep,
    things: Sequence[tuple[Kind, int]],
    person: Person | None,
    earlier: Sequence[str],
    today: str,
) -> Written:
    """Fill a step from the register. `earlier` are the days (ISO) of the chasers before it."""
    held = [row for kind in _LOAD for row in _of_kind(facts, kind, things)]
    rows = sorted(facts.standing(held), key=lambda row: (facts.day(row) is None, facts.day(row) or ""))
    sent_to = _sent_to(step, person)
    opening = [step.opening, *([_earlier(earlier)] if earlier else [])]
    letter = Briefing(
        kind=BriefingKind.LETTER,
        title=step.subject,
        circulation=facts.circulation,
        header=_header(step, person, sent_to),
        sections=_sections(facts, step, rows, person, opening),
        left_out=facts.left_out,
        made_on=today,
    )
    return Written(sent_to, _email(facts, step, rows, person, opening), letter)


def _of_kind(facts: Facts, kind: Kind, things: Sequence[tuple[Kind, int]]) -> Sequence[Statement]:
    return _LOAD[kind](facts.db, [row_id for each, row_id in things if each is kind])  # type: ignore[no-any-return]


def _sent_to(step: ChaserStep, person: Person | None) -> str:
    if step.to == "agenda":
        return ""
    if step.to != "owner":
        return step.to
    return part.person_words(person) if person else ""


def _header(step: ChaserStep, person: Person | None, sent_to: str) -> tuple[tuple[str, str], ...]:
    if step.to == "owner" and person is not None:
        rows = [(wording.TO, person.name), (wording.POST, person.post), (wording.ORGANISATION, person.organisation)]
        return tuple((label, words) for label, words in rows if words)
    about = [(wording.OWNER, part.person_words(person))] if person else []
    return (*([(wording.TO, sent_to)] if sent_to else []), *about)


def _sections(
    facts: Facts, step: ChaserStep, rows: Sequence[Statement], person: Person | None, opening: Sequence[str]
) -> tuple[Section, ...]:
    asked = [row for row in rows if isinstance(row, Question)]
    promised = [row for row in rows if isinstance(row, Undertaking)]
    tasks = [row for row in rows if isinstance(row, Action)]
    recommended = [row for row in rows if isinstance(row, Decision)]
    greeting = _greeting(facts, step, person)
    closing = [step.closing, *([wording.YOURS] if greeting else [])]
    found = [
        of_letter(wording.REQUEST_FOR_ANSWERS, [*([greeting] if greeting else []), *opening]),
        *asked_for(facts, asked, promised),
        part.actions(facts, tasks) if tasks else None,
        part.decisions(facts, recommended, wording.RECOMMENDATIONS) if recommended else None,
        of_letter(wording.YOUR_REPLY, closing),
    ]
    return tuple(section for section in found if section is not None)


def _greeting(facts: Facts, step: ChaserStep, person: Person | None) -> str:
    if step.to == "agenda":
        return ""
    if step.to != "owner":
        return f"{wording.DEAR} {step.to}"
    return f"{wording.DEAR} {facts.name_of(person.id) or wording.SIR_OR_MADAM}" if person else ""


def _earlier(days: Sequence[str]) -> str:
    return wording.WROTE_BEFORE.format(days=wording.listed([wording.day(day) for day in days]))


def _email(
    facts: Facts, step: ChaserStep, rows: Sequence[Statement], person: Person | None, opening: Sequence[str]
) -> str:
    """The same as text: each thing numbered, with when it was asked, who asked, by when it was due, its source, and
    what was said; an undertaking that is such a reply word for word is not told twice."""
    greeting = _greeting(facts, step, person)
    told = {" ".join(reply.text.split()) for row in rows if isinstance(row, Question) for reply in facts.replies(row)}
    shown = [row for row in rows if not (isinstance(row, Undertaking) and " ".join(row.text.split()) in told)]
    numbered = [f"{number}. {_line(facts, row)}" for number, row in enumerate(shown, 1)]
    parts = [greeting, *opening, *(numbered or [wording.NOTHING_RECORDED]), step.closing]
    return "\n\n".join(filter(None, [*parts, wording.YOURS if greeting else ""])) + "\n"


def _line(facts: Facts, row: Statement) -> str:
    words = marks.spoken(facts.words(row))
    about = [wording.day(facts.day(row))] if facts.day(row) else []
    if isinstance(row, Question):
        asker = row.asked_by.words if row.asked_by else ""
        about.append(f"{wording.ASKED_BY.lower()} {asker}" if asker else wording.ASKER_NOT_RECORDED)
    elif isinstance(row, Undertaking):
        about.append(f"{wording.MADE_BY.lower()} {names(row.made_by) or wording.NOT_RECORDED}")
    due = _due(facts, row)
    about.append(f"{wording.DUE.lower()} {wording.day(due)}" if due else wording.NO_DATE_SET)
    line = f"{words} ({'; '.join(about)}) {citing.bracketed(facts.citations(row))}".strip()
    replies = [marks.spoken(reply) for reply in facts.replies(row)] if isinstance(row, Question) else []
    return "\n".join([line, *(f"   {wording.WHAT_WAS_SAID}: {reply}" for reply in replies)])


def _due(facts: Facts, row: Statement) -> str | None:
    if isinstance(row, Question):
        return facts.due(row)
    return responses.get(facts.db, row.id).due if isinstance(row, Decision) else row.due
