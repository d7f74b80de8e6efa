"""Recognised again: suggestions follow, a person's word stands, and what would change is shown first."""

from dataclasses import replace

import pytest

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.findings import Restriction
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.services import again, documents, exporting, history, reviewing, tables, tagging
from scrutiny_desk.store import versions


@pytest.fixture
def taken(library, papers):
    papers.full_minutes().take_into(library)
    return library


@pytest.fixture
def better(papers):
    """A recogniser that has learnt: one status is otherwise, one question is none, one is new."""
    paper = papers.full_minutes()
    paper.questions[0] = replace(paper.questions[0], status=QuestionStatus.PARTLY_ANSWERED)
    dropped = paper.questions.pop()
    paper.undertakings = []
    added = replace(dropped, text="", spans=(replace(paper.decisions[0].spans[0]),), answers=(), item=None)
    paper.questions.append(replace(added, text=paper.decisions[0].text))
    return lambda document: paper.findings


def test_what_would_change_is_shown_and_nothing_is_changed(taken, better):
    before = exporting.as_data(taken)
    steps = again.compare(taken, 1, better)
    assert exporting.as_data(taken) == before
    assert [(s.kind, s.what, s.row_id) for s in steps] == [
        (Kind.QUESTIONS, "change", 1),
        (Kind.QUESTIONS, "add", None),
        (Kind.QUESTIONS, "drop", 3),
        (Kind.UNDERTAKINGS, "drop", 1),
    ]
    assert steps[0].differs == (("status", "answered", "partly_answered"),)


def test_suggestions_follow_in_one_step_that_can_be_undone(taken, better):
    before = exporting.as_data(taken)
    again.apply(taken, 1, better)
    assert tables.question(taken, 1).status is QuestionStatus.PARTLY_ANSWERED
    assert [q["id"] for q in exporting.as_data(taken)["questions"]] == [1, 2, 4]
    assert exporting.as_data(taken)["undertakings"] == []
    assert again.compare(taken, 1, better) == ()
    history.undo(taken)
    assert exporting.as_data(taken) == before


def test_a_persons_word_stands_and_the_new_reading_is_kept_beside_it(taken, better):
    reviewing.confirm(taken, Kind.QUESTIONS, [1])
    reviewing.reject(taken, Kind.QUESTIONS, [3])
    issue, _ = tagging.add_issue(taken, "Children")
    reviewing.correct_undertaking(taken, 1, due="2025-10-01")
    before = [tables.question(taken, 1), tables.question(taken, 3), tables.undertaking(taken, 1)]
    again.apply(taken, 1, better)
    assert [tables.question(taken, 1), tables.question(taken, 3), tables.undertaking(taken, 1)] == before
    with taken.read() as db:
        (proposal,) = versions.proposals(db, 1)
    assert (proposal.kind, proposal.row_id, proposal.finding) == ("questions", 1, {"status": "partly_answered"})


def test_a_tagged_suggestion_is_not_dropped(taken, better):
    issue, _ = tagging.add_issue(taken, "Children")
    tagging.tag_questions(taken, [issue], [3])
    again.apply(taken, 1, better)
    assert tables.question(taken, 3).review is Review.SUGGESTED


def test_names_are_not_taken_away(taken, papers):
    paper = papers.full_minutes()
    paper.questions[0] = replace(paper.questions[0], asked_by=None, answered_by=())
    assert again.compare(taken, 1, lambda document: paper.findings) == ()


def test_the_programs_own_recogniser_agrees_with_itself(library, tmp_path):
    from scrutiny_desk.locations import resources
    from scrutiny_desk.services import importing

    importing.import_paths(library, sorted((resources() / "sample").glob("*.txt")))
    for number in (1, 2):
        assert again.compare(library, number) == ()


def held_back(papers, first, last, level=Classification.EXEMPT):
    """A recogniser that has learnt to see that part of the paper is held back."""
    paper = papers.full_minutes()
    found = Restriction(first, last, level, "3", "NOT FOR PUBLICATION", "england")
    return lambda _document: replace(paper.findings, restrictions=(found,), classification=level)


def test_what_is_found_to_be_held_back_is_held_back_from_then_on(taken, papers):
    last = len(documents.blocks(taken, 1)) - 1
    learnt = held_back(papers, 0, last)
    (step,) = again.compare(taken, 1, learnt)
    assert (step.what, step.words) == ("restrict", "NOT FOR PUBLICATION")
    again.apply(taken, 1, learnt)
    assert {q["classification"] for q in exporting.as_data(taken)["questions"]} == {"exempt"}
    assert exporting.as_data(taken)["documents"][0]["classification"] == "exempt"
    assert again.compare(taken, 1, learnt) == ()
    history.undo(taken)
    assert {q["classification"] for q in exporting.as_data(taken)["questions"]} == {"public"}


def test_what_a_person_opened_stays_open_and_nothing_is_ever_opened_by_reading_again(taken, papers):
    last = len(documents.blocks(taken, 1)) - 1
    for order, block in enumerate(documents.blocks(taken, 1)):
        spans = (Span(order, 0, len(block.text)),)
        documents.classify_passage(taken, 1, spans, Classification.PUBLIC, "Published.")
    assert again.compare(taken, 1, held_back(papers, 0, last)) == ()
    documents.classify(taken, 1, Classification.CONFIDENTIAL)
    assert again.compare(taken, 1, lambda _document: papers.full_minutes().findings) == ()
    assert exporting.as_data(taken)["documents"][0]["classification"] == "confidential"


def test_a_day_that_another_copy_told_is_not_taken_away(library, papers):
    paper = papers.full_minutes()
    paper.undertakings = [replace(one, due="2025-10-01") for one in paper.undertakings]
    paper.take_into(library)
    assert again.compare(library, 1, lambda _document: papers.full_minutes().findings) == ()
