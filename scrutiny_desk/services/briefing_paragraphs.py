"""What is owed, told in paragraphs: in a note that is read through, half as long as in a table."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scrutiny_desk.briefing import wording
from scrutiny_desk.domain.briefing import Line, Section, Voice
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.undertakings import Undertaking
from scrutiny_desk.services import briefing_sections as part
from scrutiny_desk.services.briefing_facts import Facts, names

TOGETHER = 900
"""Letters up to which a question, what was said and where it stands make one paragraph."""


def owed(
    facts: Facts, questions: Sequence[Question], heading: str = wording.OUTSTANDING, *, whole: bool = True
) -> Section:
    """The outstanding questions of one witness; long replies cut unless `whole`."""
    if not questions:
        return Section(heading, (part.fixed(wording.NONE_OUTSTANDING),))
    return Section(heading, _questions(facts, questions, whole=whole))


def owed_by_item(facts: Facts, questions: Sequence[Question]) -> Section:
    """The same, each under the heading of the item it was asked under, and replies whole: for who will ask again."""
    groups: dict[str, list[Question]] = {}
    for question in questions:
        groups.setdefault(part.item_words(facts, question), []).append(question)
    if set(groups) <= {""}:
        return owed(facts, questions)
    inner = tuple(
        Section(title or wording.OTHER_BUSINESS, _questions(facts, held, whole=True)) for title, held in groups.items()
    )
    return Section(wording.OUTSTANDING, sections=inner)


def owed_by_witness(facts: Facts, questions: Sequence[Question], *, whole: bool = True) -> Section:
    """The outstanding questions under the name of whoever owes the reply, in the order in which they come."""
    heading = wording.OUTSTANDING_BY_WITNESS
    if not questions:
        return Section(heading, (part.fixed(wording.NONE_OUTSTANDING),))
    groups: dict[str, list[Question]] = {}
    for question in questions:
        groups.setdefault(part.person_words(facts.witness(question)), []).append(question)
    inner = tuple(Section(name, _questions(facts, held, whole=whole)) for name, held in groups.items())
    return Section(heading, sections=inner)


def promised(facts: Facts, undertakings: Sequence[Undertaking], told: Sequence[Question] = ()) -> Section | None:
    """Undertakings not yet kept, without those that the replies to the questions already told have word for word;
    None where these are all there are."""
    others = part.untold(undertakings, told)
    if not undertakings:
        return Section(wording.OPEN_UNDERTAKINGS, (part.fixed(wording.NONE_OPEN),))
    if not others:
        return None
    opening = (part.fixed(wording.TOLD_ABOVE),) if len(others) < len(undertakings) else ()
    lines = [line for row in others for line in _undertaking(facts, row)]
    return Section(wording.OPEN_UNDERTAKINGS, (*opening, *lines))


def late_first(facts: Facts, questions: Iterable[Question]) -> list[Question]:
    """What is late before what is not, each oldest first: what a note of a few sides has room for comes first."""
    ordered: list[Question] = facts.oldest_first(questions)  # type: ignore[assignment]
    return sorted(ordered, key=lambda question: not part.overdue(facts, question))


def _questions(facts: Facts, questions: Iterable[Question], *, whole: bool) -> tuple[Line, ...]:
    return tuple(line for question in questions for line in _question(facts, question, whole=whole))


def _question(facts: Facts, question: Question, *, whole: bool) -> Sequence[Line]:
    """The question, what was said of it, where it stands and by when it is due."""
    words = facts.words(question)
    asker = (question.asked_by.words if question.asked_by else "") or wording.ASKER_NOT_RECORDED
    put = replace(words, label=f"{wording.QUESTION} ({_dated(facts, question, asker, words)})")
    told, named = facts.replies(question), _named(facts, question)
    replies = [
        Line(
            reply.text if whole else part.opening(reply.text, part.room(len(told))),
            reply.voice,
            reply.citations,
            words.classification,
            wording.WHAT_WAS_SAID if reply.label in ("", named) else f"{wording.WHAT_WAS_SAID} ({reply.label})",
        )
        for reply in told
    ]
    if not replies:
        nothing = wording.sentence(wording.NO_REPLY_RECORDED)
        replies = [Line(nothing, Voice.FIXED, words.citations, words.classification, wording.WHAT_WAS_SAID)]
    due = wording.sentence(wording.waits(facts.due(question), facts.today))
    stands = Line(
        due, Voice.FACT, replies[-1].citations, words.classification, wording.QUESTION_STATUSES[question.status]
    )
    return _paragraphs(put, [*replies, stands], one=not whole)


def _named(facts: Facts, question: Question) -> str:
    """Whose reply is waited for, which the heading says already."""
    witness = facts.witness(question)
    return witness if isinstance(witness, str) else witness.name


def _dated(facts: Facts, question: Question, asker: str, words: Line) -> str:
    """Who asked, and on which day where no source says it."""
    day = facts.day(question)
    told = day is None or any(citation.date == day for citation in words.citations)
    return asker if told else f"{asker}, {wording.day(day)}"


def _undertaking(facts: Facts, row: Undertaking) -> Sequence[Line]:
    words = facts.words(row)
    by = names(row.made_by) or wording.NOT_RECORDED
    between = f"{by} {wording.RANGE} {row.made_to.words}" if row.made_to and row.made_to.words else by
    due = wording.sentence(wording.waits(row.due, facts.today))
    stands = Line(due, Voice.FACT, words.citations, words.classification, wording.STATES[row.state])
    return [replace(words, label=f"{wording.UNDERTAKING} ({between})", then=(stands,))]


def _paragraphs(first: Line, rest: Sequence[Line], *, one: bool) -> Sequence[Line]:
    """One paragraph where it is not too long to read as one; else a paragraph for each, but the last in that before
    it."""
    if one or sum(len(line.text) for line in (first, *rest)) <= TOGETHER:
        return [replace(first, then=tuple(rest))]
    return [first, *rest[:-2], replace(rest[-2], then=(rest[-1],))]
