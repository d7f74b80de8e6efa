"""The briefing note for a meeting: what it is for, the few points that matter, and what the committee is owed."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_desk.briefing import wording
from scrutiny_desk.domain.briefing import Line, Section
from scrutiny_desk.domain.meetings import Item, Meeting
from scrutiny_desk.domain.people import Appearance, Person
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.sources import Source
from scrutiny_desk.domain.undertakings import Decision, DecisionKind, Undertaking
from scrutiny_desk.services import briefing_paragraphs as told
from scrutiny_desk.services import briefing_sections as part
from scrutiny_desk.services.briefing_facts import Facts
from scrutiny_desk.store import documents, meetings, people, questions, undertakings, versions

Parts = tuple[str, list[tuple[str, str | None]], list[Section | None]]
READINGS = frozenset({"status", "asked_by", "answered_by", "missing", "new_answer"})
"""Differences in what the program has read of two papers, which are no words of theirs."""


def note(facts: Facts, meeting_id: int) -> Parts:
    """The note in its usual order; sections that are a person's to write are offered empty."""
    meeting = facts.meeting(meeting_id)
    assert meeting is not None
    mine: list[Question] = facts.standing(questions.of_meeting(facts.db, meeting.id))  # type: ignore[assignment]
    owed = _owed(facts, meeting, mine)
    promised = _promised(facts, meeting)
    attending = people.appearances_at(facts.db, meeting.id)
    answered = [q for q in mine if not q.outstanding]
    sections = [
        _purpose(mine),
        Section(wording.KEY_POINTS, _key_points(facts, mine, owed, promised, attending)),
        Section(wording.BACKGROUND),
        None if mine else _business(facts, meeting),
        told.owed_by_witness(facts, owed, whole=False),
        told.promised(facts, promised, owed),
        part.attending(facts, attending),
        Section(wording.LINES_OF_ENQUIRY),
        part.asked(facts, answered, wording.ANSWERED_THERE, whole=False, at=meeting),
        None if mine else _heard_before(facts, meeting),
        part.decisions(facts, _recommended_before(facts, meeting), wording.RECOMMENDATIONS),
        part.decisions(
            facts,
            facts.standing(undertakings.decisions_of_meeting(facts.db, meeting.id)),  # type: ignore[arg-type]
            wording.DECISIONS,
        ),
        part.actions(
            facts,
            facts.standing(undertakings.actions_of_meeting(facts.db, meeting.id)),  # type: ignore[arg-type]
        ),
        _gaps(facts, owed, [*mine, *owed]),
        Section(wording.OPTIONS),
    ]
    return subject(meeting), _header(meeting), sections


def subject(meeting: Meeting) -> str:
    """The meeting as a title names it."""
    return ", ".join(filter(None, (meeting.committee, wording.day(meeting.date) if meeting.date else "")))


def _header(meeting: Meeting) -> list[tuple[str, str | None]]:
    return [
        (wording.BODY, meeting.body),
        (wording.COMMITTEE, meeting.committee),
        (wording.COMMITTEE_DATE, wording.day(meeting.date) if meeting.date else None),
        (wording.TIME, f" {wording.RANGE} ".join(filter(None, (meeting.start, meeting.end)))),
        (wording.PLACE, meeting.place),
    ]


def _owed(facts: Facts, meeting: Meeting, mine: Sequence[Question]) -> list[Question]:
    before = facts.owed(meeting.committee) if meeting.committee else []
    found = {q.id: q for q in (*before, *(q for q in mine if q.outstanding))}
    return told.late_first(facts, found.values())


def _promised(facts: Facts, meeting: Meeting) -> list[Undertaking]:
    if meeting.committee:
        return facts.promised(meeting.committee)
    return [row for row in facts.promised() if _meeting_of(facts, row) == meeting.id]


def _meeting_of(facts: Facts, row: Undertaking) -> int | None:
    held = facts.meeting_of(row)
    return held.id if held else None


def _purpose(mine: Sequence[Question]) -> Section:
    words = wording.PURPOSE_AFTER if mine else wording.PURPOSE_BEFORE
    return Section(wording.PURPOSE, (part.fixed(words), part.fixed(wording.HOW_TO_READ)))


def _key_points(
    facts: Facts,
    mine: Sequence[Question],
    owed: Sequence[Question],
    promised: Sequence[Undertaking],
    attending: Sequence[Appearance],
) -> tuple[Line, ...]:
    """Five points at most, each a count of the register's, with the tables that have the particulars."""
    points = []
    if mine:
        points.append(Line(wording.asked_point(len(mine), sum(q.outstanding for q in mine))))
    points.append(part.owed_point(facts, owed))
    late = sum(part.overdue(facts, q) for q in owed)
    if late:
        points.append(Line(wording.late_point(late), see=wording.OUTSTANDING_BY_WITNESS))
    overdue = sum(part.overdue(facts, row) for row in promised)
    points.append(Line(wording.promised_point(len(promised), overdue)))
    here = {appearance.person_id for appearance in part.there(facts, attending)}
    owing = [who for who in map(facts.witness, owed) if isinstance(who, Person) and who.id in here]
    if owing:
        points.append(Line(wording.owing_point(dict.fromkeys(person.name for person in owing))))
    return tuple(points)


def _business(facts: Facts, meeting: Meeting) -> Section | None:
    """The items of the agenda, each with its paper as source."""
    lines = []
    for each in meetings.items_of_meeting(facts.db, meeting.id):
        item = facts.item(each.id) or each
        source = _heading_of(facts, item)
        words = wording.numbered_item(item.number, item.title)
        if source is None or not words:
            continue
        held = facts.of_passage(source)
        if facts.admits("item", item.id, held, (source,)):
            cited = replace(facts.citation(source, None), page=None, printed_page=None, paragraph=None)
            lines.append(Line(f"{words}.", citations=(cited,), classification=held))
    if not lines:
        return None
    return Section(wording.BUSINESS, (replace(lines[0], then=tuple(lines[1:])),))


def _heading_of(facts: Facts, item: Item) -> Source | None:
    """Where an item's heading stands, in the first document that holds it."""
    for document_id in item.document_ids:
        for found, first, _ in meetings.items_of_document(facts.db, document_id):
            if found.id == item.id and first is not None:
                block = documents.blocks(facts.db, document_id, first, first)
                page = block[0].page if block else None
                printed = block[0].printed_page if block else None
                return Source(document_id, page, first + 1, item.title or "", printed_page=printed)
    return None


def _heard_before(facts: Facts, meeting: Meeting) -> Section | None:
    """The answers the committee was given at its meeting before this one."""
    earlier = [
        held
        for held in meetings.everything(facts.db)
        if held.committee and _same(held.committee, meeting.committee) and _before(held.date, meeting.date)
    ]
    for held in sorted(earlier, key=lambda found: found.date or "", reverse=True):
        asked = facts.standing(questions.of_meeting(facts.db, held.id))
        answered = [q for q in asked if not q.outstanding]  # type: ignore[union-attr]
        if answered:
            return part.asked(facts, answered, wording.HEARD_BEFORE, whole=False, at=meeting)  # type: ignore[arg-type]
    return None


def _recommended_before(facts: Facts, meeting: Meeting) -> list[Decision]:
    rows = [row for row in undertakings.every_decision(facts.db) if row.kind is DecisionKind.RECOMMENDED]
    found = []
    for row in facts.oldest_first(facts.standing(rows)):
        held = facts.meeting_of(row)
        if held and held.committee and _same(held.committee, meeting.committee) and _before(held.date, meeting.date):
            found.append(row)
    return found


def _same(committee: str, other: str | None) -> bool:
    return committee.casefold() == (other or "").casefold()


def _before(day: str | None, other: str | None) -> bool:
    return bool(day and other and day < other)


def _gaps(facts: Facts, owed: Sequence[Question], named: Sequence[Question]) -> Section:
    """What the record leaves open: questions without a reply, and papers that tell one thing in different words."""
    lines = []
    silent = [question for question in owed if not question.answers]
    if silent:
        cited = tuple(dict.fromkeys(cited for question in silent for cited in facts.citations(question)))
        lines.append(Line(wording.silent_point(len(silent)), citations=cited))
    for question in {q.id: q for q in named}.values():
        lines += _conflicts(facts, question)
    return Section(wording.GAPS, tuple(lines))


def _conflicts(facts: Facts, question: Question) -> list[Line]:
    """Where two papers word this question, or a reply to it, differently; nobody has settled which is right."""
    held = {source.document_id: source for source in reversed(question.sources)}
    lines = []
    for found in versions.differences_of_question(facts.db, question.id):
        papers = [held[number] for number in (found.one_document_id, found.other_document_id) if number in held]
        if found.settled or found.what in READINGS or len(papers) < 2:
            continue
        cited = tuple(facts.citation(paper, question.item_id) for paper in papers)
        lines.append(Line(wording.differ(found.one_text, found.other_text), citations=cited))
    return lines
