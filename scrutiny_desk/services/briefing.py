"""The facts of a briefing, gathered from the library: source words, the register's facts and fixed wording only."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from scrutiny_desk.briefing import files, plain, room, web, wording
from scrutiny_desk.briefing.content import TO_A_WITNESS
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Line, Section
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.undertakings import State, Undertaking
from scrutiny_desk.services import briefing_figures, briefing_plan
from scrutiny_desk.services import briefing_following as following
from scrutiny_desk.services import briefing_meeting as for_meeting
from scrutiny_desk.services import briefing_paragraphs as told
from scrutiny_desk.services import briefing_sections as part
from scrutiny_desk.services.briefing_facts import Facts
from scrutiny_desk.services.people import asked_of, owed_by
from scrutiny_desk.store import Library, charges, issues, meetings, people, questions, undertakings


@dataclass(frozen=True, slots=True)
class Scope:
    """What a briefing is about; which of these a kind needs, `needs` says. Ids are the library's."""

    kind: BriefingKind
    meeting: int | None = None
    witness: int | None = None
    issue: int | None = None
    committee: str | None = None
    circulation: Circulation = Circulation.MEMBERS
    with_notes: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A briefing that has gone out, and what its file breaks of the rules on accessible documents, a sentence each."""

    briefing: Briefing
    broken_rules: tuple[str, ...] = ()


_NEEDS = {
    BriefingKind.MEETING: "meeting",
    BriefingKind.WITNESS: "witness",
    BriefingKind.ISSUE: "issue",
    BriefingKind.FOLLOW_UP: "witness",
    BriefingKind.LETTER: "witness",
    BriefingKind.MATTERS_ARISING: "meeting",
}


def needs(kind: BriefingKind) -> str | None:
    """The field of a Scope that this kind cannot do without ("witness"...); None where there is none."""
    return _NEEDS.get(kind)


def gather(library: Library, scope: Scope, *, today: str, offered: bool = False) -> Briefing:
    """The briefing as data. What circulation does not allow is counted in `left_out`, never quoted.

    `today` (ISO) is the day it is made on. Sections that are a person's to write are there, empty, where they are to
    be `offered`. `Trouble` where the scope lacks what its kind needs.
    """
    wanted = needs(scope.kind)
    if wanted and getattr(scope, wanted) is None:
        raise Trouble(f"A {scope.kind} briefing needs a {wanted}.", f"Choose the {wanted} it is about.")
    with library.read() as db:
        facts = Facts(db, scope.circulation, today)
        subject, header, sections = _KINDS[scope.kind](facts, scope)
        closing = None if scope.kind is BriefingKind.LETTER else part.sources(facts)
        kept = tuple(section for section in (*sections, _notes(facts, scope), closing) if section)
    kept = tuple(section for section in kept if offered or not section.is_empty)
    title = wording.TITLES[scope.kind]
    made = Briefing(
        kind=scope.kind,
        title=f"{title}: {subject}" if subject else title,
        circulation=scope.circulation,
        header=tuple((label, words) for label, words in header if words),
        sections=kept,
        left_out=facts.left_out,
        made_on=today,
    )
    return room.fitted(made) if scope.kind is BriefingKind.MEETING else made


def write(
    library: Library,
    scope: Scope,
    path: Path,
    *,
    today: str,
    template: Path | None = None,
    footnotes: bool = False,
    points: int = 12,
    mapping: Mapping[str, str] | None = None,
) -> Written:
    """Gather a briefing and write it: as a Word document, or as the suffix asks (.pdf, .html, .txt); what was written.

    With `footnotes`, its sources are footnotes and not in brackets; `points` is the size of the text where no
    template says otherwise; `mapping` names the template's styles by role, where the user has chosen them. `Trouble`
    where the file cannot be written.
    """
    briefing = gather(library, scope, today=today)
    return Written(briefing, files.save(briefing, path, files.Look(template, footnotes, points, mapping or {})))


def shown(made: Briefing, *, footnotes: bool = False) -> str:
    """A briefing as the body of a web page, as it will be printed: h1 to h4, p, table; classes `details`, `source`,
    `notes`, `comment`, and `page` for a line where a page of print begins, near enough."""
    return web.body(made, paged=True, footnotes=footnotes)


def preview(library: Library, scope: Scope, *, today: str) -> str:
    """The briefing as plain text."""
    return plain.text(gather(library, scope, today=today))


_Parts = tuple[str, list[tuple[str, str | None]], list[Section | None]]


def _outstanding(facts: Facts, scope: Scope) -> _Parts:
    owed = _within(facts, facts.owed(scope.committee), scope)
    promised = facts.promised(scope.committee)
    if scope.witness is not None:
        promised = [row for row in promised if any(who.person_id == scope.witness for who in row.made_by)]
    if scope.meeting is not None:
        promised = [row for row in promised if _meeting_id(facts, row) == scope.meeting]
    header = [(wording.COMMITTEE, scope.committee)]
    sections = [part.owed_by_witness(facts, owed), part.promised(facts, promised, owed)]
    return scope.committee or "", header, sections


def _witness(facts: Facts, scope: Scope) -> _Parts:
    assert scope.witness is not None
    person = facts.person(scope.witness)
    asked = facts.standing(asked_of(facts.db, person.id))
    promised = facts.standing(undertakings.load(facts.db, charges.owed_by(facts.db, "undertaking", person.id)))
    header = [
        (wording.WITNESS, person.name),
        (wording.POST, person.post),
        (wording.ORGANISATION, person.organisation),
        (wording.COMMITTEE, scope.committee),
    ]
    owed = facts.standing(owed_by(facts.db, person.id))
    sections = [
        Section(wording.KEY_POINTS, _witness_points(facts, asked, owed, promised)),
        told.owed_by_item(facts, owed),
        told.promised(facts, promised, owed),
        part.appearances(facts, people.appearances_of(facts.db, person.id)),
        _answered(facts, [question for question in asked if question.id not in {q.id for q in owed}]),
    ]
    return person.name, header, sections


def _answered(facts: Facts, questions: list[Question]) -> Section | None:
    """What was asked beside what is owed, which is told above."""
    section = part.asked(facts, questions, wording.QUESTIONS_ANSWERED)
    return replace(section, key=wording.EVERYTHING_ASKED) if section else None


def _witness_points(
    facts: Facts, asked: list[Question], owed: list[Question], promised: list[Undertaking]
) -> tuple[Line, ...]:
    known = {question.id for question in (*asked, *owed)}
    points = [Line(wording.asked_of_point(len(known), len(owed)), see=wording.OUTSTANDING)]
    late = sum(part.overdue(facts, q) for q in owed)
    if late:
        points.append(Line(wording.late_point(late), see=wording.OUTSTANDING))
    if promised:
        overdue = sum(part.overdue(facts, row) for row in promised)
        points.append(Line(wording.promised_point(len(promised), overdue)))
    return tuple(points)


def _follow_up(facts: Facts, scope: Scope) -> _Parts:
    """What is sent to a witness: their own questions and undertakings only, and nobody's notes."""
    assert scope.witness is not None
    person = facts.person(scope.witness)
    promised = facts.standing(undertakings.load(facts.db, charges.owed_by(facts.db, "undertaking", person.id)))
    header = [
        (wording.WITNESS, person.name),
        (wording.POST, person.post),
        (wording.ORGANISATION, person.organisation),
    ]
    owed = facts.standing(owed_by(facts.db, person.id))
    asks = Section("", (part.fixed(wording.FOLLOW_UP_ASKS),), numbered=False, key=wording.REQUEST_FOR_ANSWERS)
    listed = told.owed(facts, owed, whole=False)
    sections = [asks, listed] if owed or promised else [listed]
    return person.name, header, [*sections, told.promised(facts, promised, owed) if promised else None]


def _issue(facts: Facts, scope: Scope) -> _Parts:
    assert scope.issue is not None
    issue = issues.get(facts.db, scope.issue)
    asked = facts.oldest_first(facts.standing(questions.of_issue(facts.db, issue.id)))
    promised = [u for u in facts.standing(undertakings.of_issue(facts.db, issue.id)) if u.state is State.OPEN]
    tagged = [tag for tag in issues.tags_of_issue(facts.db, issue.id) if tag.question_id is None]
    passages = [facts.passage("tag", tag.id, tag.source) for tag in tagged if tag.source.document_id]
    lines: tuple[Line, ...] = tuple(line for line in passages if line is not None)
    owed = [q for q in asked if q.outstanding]
    sections = [
        told.owed_by_witness(facts, owed),
        told.promised(facts, promised, owed),
        part.asked(facts, [q for q in asked if not q.outstanding], wording.HEARD_BEFORE),
        Section(wording.PASSAGES, lines) if lines else None,
    ]
    if not asked and not lines and not promised:
        sections = [Section(wording.HEARD_BEFORE, (part.fixed(wording.NOTHING_RECORDED),))]
    return issue.name, [(wording.ISSUE, issue.name), (wording.COMMITTEE, scope.committee)], sections


def _question_plan(facts: Facts, scope: Scope) -> _Parts:
    owed = facts.owed(scope.committee)
    subject, header = "", [(wording.COMMITTEE, scope.committee)]
    if scope.meeting is not None:
        meeting = meetings.get(facts.db, scope.meeting)
        there = {a.person_id for a in people.appearances_at(facts.db, meeting.id)}
        owed = [
            q
            for q in owed
            if _meeting_id(facts, q) == meeting.id
            or any(who.person_id in there for who in (*q.put_to, *q.answered_by))
            or _same_committee(facts, q, meeting.committee)
        ]
        subject = ", ".join(filter(None, (meeting.committee, wording.day(meeting.date) if meeting.date else "")))
        header = [(wording.COMMITTEE, meeting.committee), (wording.COMMITTEE_DATE, wording.day(meeting.date))]
    if scope.witness is not None:
        person = facts.person(scope.witness)
        subject = person.name
        header.append((wording.WITNESS, part.person_words(person)))
    owed = _within(facts, owed, Scope(scope.kind, witness=scope.witness, issue=scope.issue))
    if scope.issue is not None:
        issue = issues.get(facts.db, scope.issue)
        subject = subject or issue.name
        header.append((wording.ISSUE, issue.name))
    about = {"meeting": scope.meeting, "person": scope.witness, "issue": scope.issue}
    made, held = briefing_plan.planned(facts, **about), briefing_plan.taken(facts, **about)
    owed = [question for question in owed if question.id not in held]
    return subject, header, [*made, *([part.lines_of_enquiry(facts, owed)] if owed or not made else [])]


def _same_committee(facts: Facts, question: Question, committee: str | None) -> bool:
    meeting = facts.meeting_of(question)
    return bool(committee and meeting and (meeting.committee or "").casefold() == committee.casefold())


def _meeting_id(facts: Facts, row: object) -> int | None:
    meeting = facts.meeting_of(row)  # type: ignore[arg-type]
    return meeting.id if meeting else None


def _within(facts: Facts, rows: list[Question], scope: Scope) -> list[Question]:
    """The questions within the scope's witness, issue and meeting, where it names them."""
    if scope.witness is not None:
        rows = [q for q in rows if any(who.person_id == scope.witness for who in (*q.put_to, *q.answered_by))]
    if scope.issue is not None:
        tagged = {q.id for q in questions.of_issue(facts.db, scope.issue)}
        rows = [q for q in rows if q.id in tagged]
    if scope.meeting is not None:
        rows = [q for q in rows if _meeting_id(facts, q) == scope.meeting]
    return rows


def _notes(facts: Facts, scope: Scope) -> Section | None:
    """The user's notes on what the briefing is about, only where asked for, and never to a witness."""
    if not scope.with_notes or scope.kind in TO_A_WITNESS:
        return None
    about = [
        (column, row_id)
        for column, row_id in (
            ("meeting_id", scope.meeting),
            ("person_id", scope.witness),
            ("issue_id", scope.issue),
        )
        if row_id is not None
    ]
    return part.private_notes(facts, about)


_KINDS = {
    BriefingKind.MEETING: lambda facts, scope: for_meeting.note(facts, scope.meeting),
    BriefingKind.WITNESS: _witness,
    BriefingKind.ISSUE: _issue,
    BriefingKind.OUTSTANDING: _outstanding,
    BriefingKind.QUESTION_PLAN: _question_plan,
    BriefingKind.FOLLOW_UP: _follow_up,
    BriefingKind.LETTER: lambda facts, scope: following.letter(facts, scope.witness),
    BriefingKind.MATTERS_ARISING: lambda facts, scope: following.matters_arising(facts, scope.meeting),
    BriefingKind.TRACKER: lambda facts, scope: following.tracker(facts, scope.committee),
    BriefingKind.FIGURES: lambda facts, scope: briefing_figures.figures(facts, scope.committee),
}
