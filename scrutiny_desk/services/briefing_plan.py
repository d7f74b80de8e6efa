"""The question plan that people have made, as a section of a briefing: their words, marked as theirs."""

from dataclasses import replace

from scrutiny_desk.briefing import register_words
from scrutiny_desk.domain.briefing import Citation, Line, Section, Voice
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.plans import Plan, PlannedQuestion
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.troubles import NotFound
from scrutiny_desk.domain.undertakings import Undertaking
from scrutiny_desk.services import briefing_sections as part
from scrutiny_desk.services.briefing_facts import Facts
from scrutiny_desk.store import plans, questions, undertakings


def planned(facts: Facts, **about: int | None) -> list[Section]:
    """The plan for the first of these ("meeting", "person", "issue") that has one: its big question, then its lines
    under their themes; nothing where nobody has planned anything.

    A line is as open as what it rests on, and one that rests on nothing is held back from the public.
    """
    for name, row_id in about.items():
        if row_id is None:
            continue
        found = plans.get(facts.db, name, row_id)
        if found.big_question or found.lines:
            return [section for section in (_aim(facts, found, row_id), _lines(facts, found)) if section]
    return []


def taken(facts: Facts, **about: int | None) -> frozenset[int]:
    """The questions of the register that stand in that plan already."""
    found = (plans.get(facts.db, name, row_id) for name, row_id in about.items() if row_id is not None)
    plan = next((each for each in found if each.big_question or each.lines), Plan())
    return frozenset(line.question_id for line in plan.lines if line.question_id is not None)


def _aim(facts: Facts, found: Plan, row_id: int) -> Section | None:
    if not found.big_question or not facts.admits("plan", row_id, Classification.UNKNOWN):
        return None
    line = Line(found.big_question, classification=Classification.UNKNOWN)
    times = ((register_words.TIME_THERE_IS, found.minutes), (register_words.TIME_GIVEN, found.planned))
    told = (Line(f"{register_words.minutes(n)}.", Voice.FIXED, label=label) for label, n in times if n)
    line = replace(line, then=tuple(told))
    return Section(register_words.BIG_QUESTION, (line,), numbered=False)


def _lines(facts: Facts, found: Plan) -> Section | None:
    seen = [(line, _class(facts, line)) for line in found.lines]
    kept = [(line, held) for line, held in seen if facts.admits("plan_line", line.id, held)]
    if not kept:
        return None
    themes: dict[str, list[Line]] = {}
    open_themes = {line.theme for line, _ in kept if not (line.asker and line.minutes)}
    for line, held in kept:
        opening = [part.to_lead()] if line.theme in open_themes else []
        themes.setdefault(facts.theme(line.theme), opening).extend(_told(facts, line, held))
    if list(themes) == [""]:
        return Section(register_words.PLANNED, tuple(themes[""]))
    inner = tuple(Section(theme or register_words.OTHER_QUESTIONS, tuple(lines)) for theme, lines in themes.items())
    return Section(register_words.PLANNED, sections=inner)


def _told(facts: Facts, line: PlannedQuestion, held: Classification) -> list[Line]:
    """The question with who asks it and for how long, and what to ask next, as one paragraph."""
    led = ", ".join(filter(None, (line.asker, register_words.minutes(line.minutes) if line.minutes else "")))
    follow_ups = (
        (register_words.IF_YES, line.if_yes),
        (register_words.IF_NO, line.if_no),
        (register_words.IF_EVADED, line.if_evaded),
    )
    then = tuple(Line(words, classification=held, label=label) for label, words in follow_ups if words)
    return [Line(line.text, Voice.FACT, _cited(facts, line), held, label=led, then=then)]


def _rests_on(facts: Facts, line: PlannedQuestion) -> Question | Undertaking | None:
    try:
        if line.question_id is not None:
            return questions.get(facts.db, line.question_id)
        if line.undertaking_id is not None:
            return undertakings.get(facts.db, line.undertaking_id)
    except NotFound:
        return None
    return None


def _class(facts: Facts, line: PlannedQuestion) -> Classification:
    row = _rests_on(facts, line)
    return facts.classification(row) if row is not None else Classification.UNKNOWN


def _cited(facts: Facts, line: PlannedQuestion) -> tuple[Citation, ...]:
    row = _rests_on(facts, line)
    return facts.citations(row) if row is not None else ()
