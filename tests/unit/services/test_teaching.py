"""The program's hit rate is what the person's own reviews say, council by council."""

from dataclasses import replace

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.services import reviewing, teaching


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
