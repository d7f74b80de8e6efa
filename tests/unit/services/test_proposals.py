"""A later reading beside what a person settled: shown with what it would change, taken or refused, never by itself."""

from dataclasses import replace

import pytest

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.troubles import NotFound, Trouble
from scrutiny_desk.services import again, exporting, history, people, proposals, reviewing, tables
from scrutiny_desk.store import versions


@pytest.fixture
def settled(library, papers):
    """Minutes of which a person confirmed a question and corrected an undertaking."""
    papers.full_minutes().take_into(library)
    reviewing.confirm(library, Kind.QUESTIONS, [2])
    reviewing.correct_undertaking(library, 1, due="2025-10-01")
    return library


def reading(papers, **question):
    """A recogniser that reads the second question and the undertaking otherwise."""
    paper = papers.full_minutes()
    paper.questions[1] = replace(paper.questions[1], **question)
    paper.undertakings[0] = replace(paper.undertakings[0], due="2025-09-01")
    return lambda _document: paper.findings


def test_what_it_would_change_is_shown_and_taken_in_one_step(settled, papers):
    before = exporting.as_data(settled)
    again.apply(settled, 1, reading(papers, status=QuestionStatus.ANSWERED_LATER))
    assert exporting.as_data(settled) == before, "nothing is taken by itself"
    question, promise = proposals.beside(settled, 1)
    assert (question.kind, question.row_id, question.differs) == (
        Kind.QUESTIONS, 2, (("status", "promised", "answered_later"),),
    )  # fmt: skip
    assert promise.differs == (("due", "2025-10-01", "2025-09-01"),)
    assert proposals.waiting(settled) == {1: 2}
    proposals.take(settled, question.id)
    row = tables.question(settled, 2)
    assert (row.status, row.review) == (QuestionStatus.ANSWERED_LATER, Review.CORRECTED)
    assert [each.id for each in proposals.beside(settled)] == [promise.id]
    history.undo(settled)
    assert exporting.as_data(settled) == before
    assert len(proposals.beside(settled)) == 2
    with pytest.raises(NotFound, match="no longer waits"):
        proposals.take(settled, 99)


def test_what_was_refused_is_not_offered_again_and_another_reading_is(settled, papers):
    learnt = reading(papers, status=QuestionStatus.ANSWERED_LATER)
    again.apply(settled, 1, learnt)
    for each in proposals.beside(settled):
        proposals.refuse(settled, each.id)
    assert proposals.beside(settled) == () and again.compare(settled, 1, learnt) == ()
    again.apply(settled, 1, learnt)
    assert proposals.beside(settled) == ()
    again.apply(settled, 1, reading(papers, status=QuestionStatus.PARTLY_ANSWERED))
    assert [each.differs for each in proposals.beside(settled)] == [(("status", "promised", "partly_answered"),)]


def test_an_answer_that_the_row_lacks_is_shown_and_comes_with_it(settled, papers):
    paper = papers.full_minutes()
    more = replace(
        paper.questions[1].answers[0], text=papers.REPLIES[1], spans=(replace(paper.questions[0].spans[0], block=5),)
    )
    answers = (*paper.questions[1].answers, more)
    again.apply(settled, 1, reading(papers, status=QuestionStatus.PARTLY_ANSWERED, answers=answers))
    question = proposals.beside(settled)[0]
    assert question.differs[-1] == ("answers", "", papers.REPLIES[1])
    proposals.take(settled, question.id)
    assert [answer.text for answer in tables.question(settled, 2).answers][-1] == papers.REPLIES[1]


def test_people_are_taken_as_who_they_are_now(settled, papers):
    paper = papers.full_minutes()
    hargreave = paper.questions[2].answered_by[0]
    again.apply(settled, 1, reading(papers, put_to=(hargreave,), answered_by=(hargreave,)))
    question = proposals.beside(settled)[0]
    assert question.differs[0] == ("put_to", "Maria Okafor", "Tom Hargreave")
    (man,) = people.find(settled, "Tom Hargreave")
    people.rename(settled, man.id, "Thomas Hargreave")
    proposals.take(settled, question.id)
    assert [who.person_id for who in tables.question(settled, 2).put_to] == [man.id]


def test_what_a_person_has_made_the_same_meanwhile_no_longer_waits(settled, papers):
    again.apply(settled, 1, reading(papers, status=QuestionStatus.ANSWERED_LATER))
    reviewing.correct_question(settled, 2, status=QuestionStatus.ANSWERED_LATER)
    reviewing.correct_undertaking(settled, 1, due="2025-09-01")
    assert proposals.beside(settled) == ()


def test_a_reading_kept_by_an_older_program_says_what_to_do(settled):
    finding = {"put_to": "Tom Hargreave", "status": "answered"}
    settled.write("x", lambda db: versions.propose(db, 1, "questions", 2, finding, at="2026-01-01"))
    (found,) = proposals.beside(settled)
    assert not found.may_take and found.differs[1][2] == "Tom Hargreave"
    with pytest.raises(Trouble, match="older program"):
        proposals.take(settled, found.id)
    proposals.refuse(settled, found.id)
    assert proposals.beside(settled) == ()


def test_rejected_stays_rejected_and_a_row_that_is_gone_waits_for_nothing(settled, papers):
    reviewing.reject(settled, Kind.QUESTIONS, [2])
    again.apply(settled, 1, reading(papers, status=QuestionStatus.ANSWERED_LATER))
    question = proposals.beside(settled)[0]
    proposals.take(settled, question.id)
    assert tables.question(settled, 2).review is Review.REJECTED
    reviewing.merge_questions(settled, 1, [2])
    assert all(each.kind is Kind.UNDERTAKINGS for each in proposals.beside(settled))
