"""The program's hit rate is what the person's own reviews say, council by council."""

from dataclasses import replace

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.standings import Standing
from scrutiny_desk.services import answering, history, reviewing, standings, teaching


def test_rates_by_council_and_kind(library, papers):
    papers.full_minutes().take_into(library)
    other = papers.full_minutes(meeting=replace(papers.MEETING, body="Sandbridge Borough Council", date="2025-07-01"))
    other.name = "sandbridge.txt"
    other.take_into(library)
    assert teaching.hit_rates(library) == []
    reviewing.confirm(library, Kind.QUESTIONS, [1, 2])
    reviewing.correct_question(library, 3, status=QuestionStatus.NOT_ANSWERED)
    reviewing.reject(library, Kind.QUESTIONS, [4])
    reviewing.add_question(library, 1, (Span(0, 0, 8),))
    sandbridge, wexcombe = teaching.hit_rates(library)
    assert (sandbridge.body, sandbridge.right, sandbridge.found) == ("Sandbridge Borough Council", 0.0, None)
    assert (wexcombe.confirmed, wexcombe.corrected, wexcombe.added) == (2, 1, 1)
    assert (round(wexcombe.right, 2), wexcombe.found) == (0.67, 0.75)


def test_what_became_of_a_question_since_is_no_mistake_of_the_programs(library, papers):
    papers.full_minutes().take_into(library)
    answering.set_status(library, [1], QuestionStatus.ANSWERED_LATER)
    standings.stand(library, [2], Standing.HOLDING_REPLY, day="2025-09-01", detail="by autumn", shown_by="a letter")
    (rate,) = teaching.hit_rates(library)
    assert (rate.confirmed, rate.corrected) == (2, 0)


def test_a_question_corrected_and_answered_since_was_found_wrong_all_the_same(library, papers):
    papers.full_minutes().take_into(library)
    reviewing.correct_question(library, 1, status=QuestionStatus.NOT_ANSWERED)
    answering.set_status(library, [1], QuestionStatus.ANSWERED_LATER)
    answering.set_status(library, [3], QuestionStatus.ANSWERED_LATER)
    history.undo(library)
    reviewing.correct_question(library, 3, status=QuestionStatus.NOT_ANSWERED)
    reviewing.correct_question(library, 2, text="Councillor Ames asked when.")
    answering.set_status(library, [2], QuestionStatus.ANSWERED_LATER)
    (rate,) = teaching.hit_rates(library)
    assert (rate.confirmed, rate.corrected) == (0, 3)
