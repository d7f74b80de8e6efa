"""What a person says of a finding stands, is one step, and can be undone."""

import pytest

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import Given, QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.troubles import NotFound, Trouble
from scrutiny_desk.domain.undertakings import DecisionKind, State
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import (
    answering,
    documents,
    exporting,
    figures,
    history,
    meetings,
    people,
    reviewing,
    tables,
    undertakings,
)


@pytest.fixture
def taken(library, papers):
    minutes = papers.full_minutes()
    minutes.task("Officers to write to the head teachers.", minutes.there("F Marlowe"))
    minutes.take_into(library)
    return library


def spans_of(library, words):
    for block in documents.blocks(library, 1):
        at = block.text.find(words)
        if at >= 0:
            return (Span(block.order, at, at + len(words)),)
    raise AssertionError(words)


@pytest.mark.parametrize("kind", reviewing.REVIEWED)
def test_confirm_reject_and_take_back(taken, kind):
    review = {
        Kind.QUESTIONS: lambda: tables.question(taken, 1).review,
        Kind.UNDERTAKINGS: lambda: tables.undertaking(taken, 1).review,
        Kind.DECISIONS: lambda: tables.decision(taken, 1).review,
        Kind.ACTIONS: lambda: tables.action(taken, 1).review,
    }[kind]
    change = reviewing.confirm(taken, kind, [1])
    assert review() is Review.CONFIRMED
    assert change.touched == {kind: frozenset({1})}
    reviewing.reject(taken, kind, [1])
    assert review() is Review.REJECTED
    assert 1 not in tables.rows(taken, kind).ids(View())
    reviewing.restore(taken, kind, [1])
    assert review() is Review.SUGGESTED
    history.undo(taken)
    history.undo(taken)
    assert review() is Review.CONFIRMED
    assert history.undo_label(taken).startswith("Confirm")


def test_several_are_one_step(taken):
    reviewing.confirm(taken, Kind.QUESTIONS, [1, 2, 3])
    assert history.undo_label(taken) == "Confirm 3 questions"
    history.undo(taken)
    assert {q.review for q in tables.questions(taken, [1, 2, 3])} == {Review.SUGGESTED}


def test_a_corrected_question_keeps_its_sources_and_finds_or_adds_people(taken):
    before = tables.question(taken, 1)
    reviewing.correct_question(
        taken,
        1,
        text="How many families moved?",
        asked_by=Who("D Ames"),
        put_to=(Who("Zebedee Quill"),),
        status=QuestionStatus.PARTLY_ANSWERED,
        follow_up_by="01/09/2025",
    )
    after = tables.question(taken, 1)
    assert after.review is Review.CORRECTED
    assert after.sources == before.sources
    assert (after.text, after.status, after.follow_up_by) == (
        "How many families moved?",
        QuestionStatus.PARTLY_ANSWERED,
        "2025-09-01",
    )
    assert after.asked_by.person_id == before.asked_by.person_id
    assert people.get(taken, after.put_to[0].person_id).name == "Zebedee Quill"
    assert after.answered_by == before.answered_by
    history.undo(taken)
    assert tables.question(taken, 1) == before


def test_nobody_may_be_made_the_asker_and_no_words_are_refused(taken):
    reviewing.correct_question(taken, 1, asked_by=None)
    assert tables.question(taken, 1).asked_by is None
    with pytest.raises(Trouble, match="empty"):
        reviewing.correct_question(taken, 1, text="  ")
    with pytest.raises(Trouble, match="not a day"):
        reviewing.correct_question(taken, 1, follow_up_by="soon")
    with pytest.raises(NotFound):
        reviewing.correct_question(taken, 99, text="Nothing")


def test_undertakings_decisions_and_actions_are_corrected(taken):
    reviewing.correct_undertaking(taken, 1, due="2025-10-01", made_by=(Who("Tom Hargreave"),))
    undertaking = tables.undertaking(taken, 1)
    assert (undertaking.due, [w.name for w in undertaking.made_by]) == ("2025-10-01", ["Tom Hargreave"])
    reviewing.correct_decision(taken, 1, kind=DecisionKind.NOTED)
    assert tables.decision(taken, 1).kind is DecisionKind.NOTED
    reviewing.correct_action(taken, 1, owners=(), state=State.DONE)
    assert (tables.action(taken, 1).owners, tables.action(taken, 1).state) == ((), State.DONE)
    undertakings.set_state(taken, Kind.UNDERTAKINGS, [1], State.OVERTAKEN)
    undertakings.set_due(taken, Kind.ACTIONS, 1, None)
    assert tables.undertaking(taken, 1).state is State.OVERTAKEN


def test_what_the_program_missed_is_added_from_marked_words(taken):
    words = "That the minutes of the meeting held in April be taken as read"
    number, change = reviewing.add_question(taken, 1, spans_of(taken, words), asked_by=Who("E Vickers"))
    question = tables.question(taken, number)
    assert change.touched[Kind.QUESTIONS] == {number}
    assert (question.text, question.sources[0].quote) == (words, words)
    assert (question.review, question.confidence) == (Review.ADDED, 1.0)
    assert meetings.item(taken, question.item_id).number == "37"
    reviewing.correct_question(taken, number, text="Were they read?")
    assert tables.question(taken, number).review is Review.ADDED
    for add, extra in (
        (reviewing.add_undertaking, {"made_by": (Who("Maria Okafor"),), "due": "2025-08-01"}),
        (reviewing.add_decision, {"kind": DecisionKind.AGREED}),
        (reviewing.add_action, {"owners": (Who("F Marlowe"),)}),
    ):
        number, change = add(taken, 1, spans_of(taken, words), **extra)
        assert change
    assert tables.undertaking(taken, 2).made_by[0].person_id == tables.question(taken, 1).put_to[0].person_id
    data = exporting.as_data(taken)
    assert data["decisions"][-1]["sources"][0]["quote"] == words


@pytest.mark.parametrize("spans", [(), (Span(0, 0, 0),), (Span(999, 0, 5),), (Span(0, 5, 100_000),)])
def test_marks_that_cover_no_words_are_refused(taken, spans):
    with pytest.raises(Trouble, match="marked"):
        reviewing.add_question(taken, 1, spans)


def test_rows_are_joined_and_split(taken):
    answers = len(tables.question(taken, 1).answers) + len(tables.question(taken, 2).answers)
    reviewing.merge_questions(taken, 1, [2])
    joined = tables.question(taken, 1)
    assert len(joined.sources) == 2
    assert len(joined.answers) == answers
    assert tables.undertaking(taken, 1).question_id == 1
    with pytest.raises(NotFound):
        tables.question(taken, 2)
    history.undo(taken)
    assert len(tables.question(taken, 2).sources) == 1
    number, _ = reviewing.split_question(taken, 1, spans_of(taken, "how many families"), "How many families?")
    assert tables.question(taken, number).asked_by == tables.question(taken, 1).asked_by


def test_an_answer_is_attached_closed_and_taken_off(taken, papers):
    letter = papers.Paper("letter.txt", classification=Classification.UNKNOWN)
    spans = letter.say("The third centre will open again on 6 October, and 41 families have moved.")
    letter.take_into(taken)
    answering.attach(taken, [1, 2], 2, spans, by=(Who("Maria Okafor"),), status=QuestionStatus.ANSWERED_LATER)
    for question in tables.questions(taken, [1, 2]):
        assert question.status is QuestionStatus.ANSWERED_LATER
        assert question.answers[-1].given is Given.LATER
        assert question.answers[-1].source.document_id == 2
        assert question.classification is Classification.UNKNOWN
    answering.detach(taken, 2, len(tables.question(taken, 2).answers) - 1)
    assert len(tables.question(taken, 2).answers) == 1
    with pytest.raises(NotFound):
        answering.detach(taken, 2, 7)
    answering.set_status(taken, [2], QuestionStatus.NOT_ANSWERED)
    answering.set_follow_up(taken, 2, "2025-12-01")
    assert history.undo_label(taken) == "Set the follow-up day"
    events = history.of_row(taken, Kind.QUESTIONS, 2)
    assert [event.label for event in events][-2:] == ["Mark as not answered", "Set the follow-up day"]
    assert {event.origin for event in events} == {"import", "person"}


def test_the_figures_count_what_stands(taken):
    before = figures.figures(taken, "2026-01-01")
    assert (before.questions, before.outstanding, before.undertakings_open) == (3, 1, 1)
    reviewing.reject(taken, Kind.QUESTIONS, [2])
    after = figures.figures(taken, "2026-01-01")
    assert (after.questions, after.outstanding) == (2, 0)
    assert figures.owing(taken) == []


def test_a_meeting_learns_what_its_papers_leave_out(library, papers):
    papers.page_of_item().take_into(library)
    meetings.set_details(library, 1, date="12/06/2025", committee=" Overview and Scrutiny Committee ", start="19.00")
    meeting = meetings.get(library, 1)
    assert (meeting.date, meeting.committee, meeting.start) == (
        "2025-06-12",
        "Overview and Scrutiny Committee",
        "19:00",
    )
    assert documents.get(library, 1).date == "2025-06-12"
    assert meetings.committees(library) == ("Overview and Scrutiny Committee",)
    with pytest.raises(Trouble, match="not a day"):
        meetings.set_details(library, 1, date="31/02/2025")
    with pytest.raises(Trouble, match="time of day"):
        meetings.set_details(library, 1, start="half past")


def test_what_a_person_said_of_a_meeting_stands_against_the_papers(library, papers):
    papers.page_of_item().take_into(library)
    meetings.set_details(library, 1, date="2025-06-12", place="The Guildhall")
    papers.full_minutes(meeting=papers.MEETING).take_into(library)
    assert meetings.get(library, 1).place == "The Guildhall"
    assert meetings.get(library, 1).committee == "Overview and Scrutiny Committee"
