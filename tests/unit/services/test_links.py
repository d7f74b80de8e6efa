"""Links: a question asked again, a request that concerns a recommendation; seen from both ends, made once, undone."""

import pytest

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import history, links, reviewing
from scrutiny_desk.services.links import Linked

QUESTION, PROMISE, DECISION = (Kind.QUESTIONS, 2), (Kind.UNDERTAKINGS, 1), (Kind.DECISIONS, 1)


@pytest.fixture(autouse=True)
def minutes(library, papers):
    papers.full_minutes().take_into(library)


def test_a_question_asked_again_is_linked_from_both_ends(library):
    assert links.repeats(library, 3, 2)
    assert links.of(library, Kind.QUESTIONS, 3) == (Linked(1, "repeats", QUESTION),)
    assert links.of(library, *QUESTION) == (Linked(1, "repeats", (Kind.QUESTIONS, 3)),)
    assert not links.repeats(library, 3, 2)
    with pytest.raises(Trouble, match="does not repeat itself"):
        links.repeats(library, 2, 2)


def test_a_request_concerns_a_recommendation(library):
    links.concerns(library, PROMISE, DECISION)
    links.concerns(library, DECISION, QUESTION)
    assert [link.thing for link in links.of(library, *DECISION)] == [PROMISE, QUESTION]
    links.unlink(library, 1)
    assert links.of(library, *PROMISE) == ()
    history.undo(library)
    assert links.of(library, *PROMISE) == (Linked(1, "concerns", DECISION),)
    with pytest.raises(Trouble, match="different kinds"):
        links.concerns(library, DECISION, (Kind.DECISIONS, 2))


def test_questions_that_are_one_are_linked_once(library):
    links.repeats(library, 3, 2)
    links.repeats(library, 1, 3)
    reviewing.merge_questions(library, 2, [3])
    assert [link.thing for link in links.of(library, *QUESTION)] == [(Kind.QUESTIONS, 1)]
