"""Lines of enquiry with their evidence, and the plan that people make of them."""

import pytest

from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.findings import FoundMeeting
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.plans import Plan, PlannedQuestion, Reason
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import briefing, people, plans
from scrutiny_desk.services.briefing import Scope

TODAY = "2026-01-05"
ASKED = "How many families had moved out of the borough since the family centre at Marl Street closed?"


@pytest.fixture
def held(library, papers):
    """The same asked in June and in September, with other figures in reply; a promise that is past its day."""
    for name, day, reply in (
        ("june.txt", "2025-06-12", "There were 12 families."),
        ("september.txt", "2025-09-18", "There were 31 families, part of them elsewhere."),
    ):
        meeting = FoundMeeting("Wexcombe County Council", "Overview and Scrutiny Committee", day)
        paper = papers.Paper(name, meeting=meeting)
        paper.item("38", "Early help")
        witness = paper.there("Maria Okafor", Capacity.WITNESS, post="Director of Early Help")
        asked = paper.ask(ASKED, paper.there("Councillor Dorothy Ames"), witness, reply,
                          status=QuestionStatus.PARTLY_ANSWERED)  # fmt: skip
        if name == "june.txt":
            paper.promise("She would send the survey of the centres.", witness, asked, due="2025-07-01")
        paper.take_into(library)
    return library


def witness(library):
    return people.find(library, "Maria Okafor")[0].id


def test_each_line_says_why_and_shows_its_passages(held):
    found = plans.suggested(held, Kind.PEOPLE, witness(held), today=TODAY)
    reasons = [line.reason for line in found]
    assert {Reason.NOW_DUE, Reason.PART_ANSWERED, Reason.ASKED_REPEATEDLY, Reason.SAID_DIFFERENTLY} <= set(reasons)
    assert all(line.evidence and line.why for line in found)
    differing = next(line for line in found if line.reason is Reason.SAID_DIFFERENTLY)
    assert differing.why == "The replies on record give different figures: 12; 31. Compare the passages."
    assert {piece.source.quote for piece in differing.evidence} >= {
        "There were 12 families.",
        "There were 31 families, part of them elsewhere.",
    }
    again = next(line for line in found if line.reason is Reason.ASKED_REPEATEDLY)
    assert again.why == "Asked at 2 meetings: 12 June 2025, 18 September 2025."
    due = next(line for line in found if line.undertaking_id)
    assert due.why == "Promised, and was due on 1 July 2025; nothing shows that it was kept."


def test_a_suggestion_is_taken_in_the_records_words_and_nobody_is_to_ask_it(held):
    found = plans.suggested(held, Kind.PEOPLE, witness(held), today=TODAY)
    plans.take(held, Kind.PEOPLE, witness(held), found[0])
    (line,) = plans.plan(held, Kind.PEOPLE, witness(held)).lines
    assert (line.text, line.asker, line.minutes) == (found[0].words, "", None)
    held.undo()
    assert plans.plan(held, Kind.PEOPLE, witness(held)) == Plan()


def test_lines_are_written_ordered_timed_and_allocated(held):
    who = witness(held)
    plans.set_aim(held, Kind.PEOPLE, who, "Did the closure  drive families away?", 30)
    plans.keep(held, Kind.PEOPLE, who, [PlannedQuestion("One?"), PlannedQuestion("Two?", minutes=5)])
    one, two = plans.plan(held, Kind.PEOPLE, who).lines
    changed = PlannedQuestion("Two, anew?", id=two.id, asker="Councillor Ames", minutes=7, theme="Families",
                              if_yes="How many?", if_no="Why not?", if_evaded="By when will you know?")  # fmt: skip
    plans.keep(held, Kind.PEOPLE, who, [changed, one])
    kept = plans.plan(held, Kind.PEOPLE, who)
    assert kept.lines == (changed, one)
    assert (kept.big_question, kept.minutes, kept.planned) == ("Did the closure drive families away?", 30, 7)
    with pytest.raises(Trouble, match="no words"):
        plans.keep(held, Kind.PEOPLE, who, [PlannedQuestion("  ")])


def test_the_plan_stands_in_the_briefing_as_its_writers_words(held):
    who = witness(held)
    plans.set_aim(held, Kind.PEOPLE, who, "Did the closure drive families away?", 30)
    plans.keep(held, Kind.PEOPLE, who, [PlannedQuestion("How many?", asker="Councillor Ames", minutes=5, if_no="Why?")])
    text = briefing.preview(held, Scope(BriefingKind.QUESTION_PLAN, witness=who), today=TODAY)
    for words in ("The big question", "Did the closure drive families away?", "30 minutes", "Councillor Ames, 5 minutes",
                  "How many?", "If no", "Why?"):  # fmt: skip
        assert words in text
    scope = Scope(BriefingKind.QUESTION_PLAN, witness=who, circulation=Circulation.PUBLIC)
    public = briefing.preview(held, scope, today=TODAY)
    assert "Did the closure" not in public and "Why?" not in public


def test_a_plan_is_not_lost_when_two_people_turn_out_to_be_one(held, papers):
    paper = papers.Paper("letter.txt", meeting=FoundMeeting("Other Council", "Panel", "2025-10-01"))
    paper.there("M Okafor-Lane", Capacity.WITNESS)
    paper.take_into(held)
    one, other = witness(held), people.find(held, "M Okafor-Lane")[0].id
    plans.keep(held, Kind.PEOPLE, one, [PlannedQuestion("First?")])
    plans.keep(held, Kind.PEOPLE, other, [PlannedQuestion("Second?")])
    people.merge(held, one, [other])
    assert [line.text for line in plans.plan(held, Kind.PEOPLE, one).lines] == ["First?", "Second?"]
