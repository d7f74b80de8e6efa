"""Before the meeting: lines of enquiry that the record suggests, and the question plan that people make of them.

The program suggests and shows why; it words no question of its own, and never says who is to ask one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace

from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.plans import Evidence, LineOfEnquiry, Plan, PlannedQuestion, Reason
from scrutiny_desk.domain.questions import Question, QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.undertakings import State, Undertaking
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import offering
from scrutiny_desk.services.dates import spoken
from scrutiny_desk.store import Database, Library, charges, meetings, people, plans, questions, undertakings
from scrutiny_desk.store.queries import ROWS

ABOUT = {Kind.MEETINGS: "meeting", Kind.PEOPLE: "person", Kind.ISSUES: "issue"}
"""What a plan may be for."""
MOST, MOST_COMPARED = 60, 25
"""How many lines are suggested at most, and of how many questions it is looked for whether they were asked before."""
_FIGURE = re.compile(r"£?\d[\d,.]*\d%?|£?\d%?")


def plan(library: Library, about: Kind, row_id: int) -> Plan:
    """The plan for a meeting, a person or an issue; an empty one where nobody has begun it."""
    with library.read() as db:
        return plans.get(db, ABOUT[about], row_id)


def set_aim(library: Library, about: Kind, row_id: int, big_question: str, minutes: int | None) -> Change:
    """Set the one big question of the session, and how many minutes there are."""
    fields = {"big_question": " ".join(big_question.split()), "minutes": minutes}
    label = "Write the big question"
    return library.write(
        label, lambda db: plans.head(db, ABOUT[about], row_id, **fields), merge_key=f"plan-{about}-{row_id}"
    )[1]


def keep(
    library: Library,
    about: Kind,
    row_id: int,
    lines: Sequence[PlannedQuestion],
    label: str = "Change the question plan",
) -> Change:
    """Keep the lines of a plan in this order, as one step. `Trouble` where one has no words."""
    if any(not line.text.strip() for line in lines):
        raise Trouble("A question of the plan has no words.", "Write it, or take it out.")
    return library.write(label, lambda db: plans.keep(db, ABOUT[about], row_id, tuple(lines)))[1]


def take(library: Library, about: Kind, row_id: int, found: LineOfEnquiry) -> Change:
    """Put a suggestion at the end of the plan, in the record's words, for a person to write anew; with no asker."""

    def work(db: Database) -> None:
        held = plans.get(db, ABOUT[about], row_id)
        line = PlannedQuestion(
            found.words, theme=found.witness, why=found.why,
            question_id=found.question_id, undertaking_id=found.undertaking_id,
        )  # fmt: skip
        plans.keep(db, ABOUT[about], row_id, (*held.lines, line))

    return library.write("Take a line of enquiry into the plan", work)[1]


def suggested(library: Library, about: Kind, row_id: int, *, today: str) -> tuple[LineOfEnquiry, ...]:
    """Lines of enquiry for a meeting's committee and those who are to appear, for a witness, or for an issue.

    What is owed stands first, the oldest in front; each says why it is suggested and on which passages it rests.
    """
    with library.read() as db:
        asked, promised = _scope(db, about, row_id)
        found = [_owed(db, question, today) for question in asked[:MOST]]
        found += [_due(db, row, today) for row in promised if row.due and row.due <= today][:MOST]
        for question in asked[:MOST_COMPARED]:
            found += _before(db, question)
    return tuple(sorted(found, key=lambda line: _ORDER.index(line.reason)))[: 2 * MOST]


_ORDER = (
    Reason.NOW_DUE, Reason.PART_ANSWERED, Reason.SAID_DIFFERENTLY, Reason.ASKED_REPEATEDLY, Reason.OUTSTANDING,
)  # fmt: skip


def _scope(db: Database, about: Kind, row_id: int) -> tuple[list[Question], list[Undertaking]]:
    """What is still owed within the scope: questions and undertakings, the oldest first."""
    if about is Kind.PEOPLE:
        views, kinds = [View(outstanding=True, owner=row_id, order="date")], [row_id]
    elif about is Kind.ISSUES:
        views, kinds = [View(outstanding=True, issue=row_id, order="date")], []
    else:
        there = {a.person_id for a in people.appearances_at(db, row_id)}
        committee = meetings.get(db, row_id).committee
        views = [View(outstanding=True, committee=committee, order="date")] if committee else []
        views.append(View(outstanding=True, meeting=row_id, order="date"))
        kinds = sorted(there)
        views += [View(outstanding=True, owner=person, order="date") for person in kinds]
    source = ROWS["questions"](lambda: nullcontext(db))
    ids = list(dict.fromkeys(number for view in views for number in source.ids(view)))[: 2 * MOST]
    held = {question.id: question for question in questions.load(db, ids)}
    promises = ROWS["undertakings"](lambda: nullcontext(db))
    asks = [replace(view, owner=None, witness=view.owner) for view in views]
    owed = list(dict.fromkeys(number for view in asks for number in promises.ids(view)))[: 2 * MOST]
    loaded = {row.id: row for row in undertakings.load(db, owed)}
    standing = [loaded[each] for each in owed if loaded[each].state is State.OPEN]
    return [held[each] for each in ids], [row for row in standing if row.review is not Review.REJECTED]


def _owed(db: Database, question: Question, today: str) -> LineOfEnquiry:
    due = question.follow_up_by or min(
        (u.due for u in undertakings.of_question(db, question.id) if u.state is State.OPEN and u.due), default=None
    )
    asked_on = spoken(day) if (day := _day(db, question)) else "a day that is not known"
    if question.status is QuestionStatus.PARTLY_ANSWERED:
        reason, why = Reason.PART_ANSWERED, f"Asked on {asked_on}, and answered in part."
    elif due and due <= today:
        reason, why = Reason.NOW_DUE, f"Asked on {asked_on}; the answer was due on {spoken(due)}."
    else:
        reason, why = Reason.OUTSTANDING, f"Asked on {asked_on}; no answer is on record."
        if question.status is QuestionStatus.PROMISED:
            why = f"Asked on {asked_on}; an answer was promised and is not on record."
    return _line(db, reason, question, why, _of_question(db, question))


def _due(db: Database, row: Undertaking, today: str) -> LineOfEnquiry:
    assert row.due is not None
    who = ", ".join(filter(None, (each.words for each in row.made_by)))
    said = Evidence("Promised", who, _day(db, row), row.sources[0]) if row.sources else None
    word = "falls due" if row.due >= today else "was due"
    return LineOfEnquiry(
        Reason.NOW_DUE, row.text, f"Promised, and {word} on {spoken(row.due)}; nothing shows that it was kept.",
        (said,) if said else (), undertaking_id=row.id, witness=who,
    )  # fmt: skip


def _before(db: Database, question: Question) -> Iterator[LineOfEnquiry]:
    """The same asked at other meetings: how often, and where the replies then gave other figures."""
    ids = [number for number, _likeness in offering.repeats(db, question)]
    others = questions.load(db, ids)
    if not others:
        return
    evidence = (*_of_question(db, question), *(piece for other in others for piece in _of_question(db, other)))
    days = sorted(filter(None, (_day(db, each) for each in (question, *others))))
    when = ", ".join(spoken(day) for day in days)
    yield _line(
        db,
        Reason.ASKED_REPEATEDLY,
        question,
        f"Asked at {len(others) + 1} meetings: {when or 'days not known'}.",
        evidence,
    )
    figures = {frozenset(_FIGURE.findall(answer.text)) for each in (question, *others) for answer in each.answers}
    if len({found for found in figures if found}) > 1:
        said = "; ".join(" and ".join(sorted(found)) for found in sorted(figures, key=sorted) if found)
        why = f"The replies on record give different figures: {said}. Compare the passages."
        yield _line(db, Reason.SAID_DIFFERENTLY, question, why, evidence)


def _line(db: Database, reason: Reason, question: Question, why: str, evidence: Iterable[Evidence]) -> LineOfEnquiry:
    return LineOfEnquiry(
        reason, question.text, why, tuple(evidence), question_id=question.id, witness=_owner(db, question)
    )


def _owner(db: Database, question: Question) -> str:
    passed = charges.latest(db, "question", [question.id]).get(question.id)
    if passed is not None:
        return passed.words
    return ", ".join(filter(None, (who.words for who in question.put_to or question.answered_by)))


def _of_question(db: Database, question: Question) -> Iterator[Evidence]:
    asker = question.asked_by.words if question.asked_by else ""
    for source in question.sources[:1]:
        yield Evidence("Asked", asker, _day(db, question), source)
    for answer in question.answers:
        who = ", ".join(filter(None, (each.words for each in answer.by)))
        if answer.source.document_id:
            yield Evidence("Said then", who, answer.date or _day(db, question), answer.source)


def _day(db: Database, row: Question | Undertaking) -> str | None:
    first = row.sources[0].document_id if row.sources else None
    meeting_id = questions.meeting_of(db, row.item_id, first)
    return meetings.get(db, meeting_id).date if meeting_id is not None else None
