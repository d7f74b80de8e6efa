"""What the desk counts, however many there are."""

import pytest

from scrutiny_desk.desk.attention import attention
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.work import Cancelled
from scrutiny_desk.services import figures, reviewing


@pytest.fixture
def many(library, papers):
    """25 papers, each with a question nobody has looked at and a promise that names no day."""
    for number in range(25):
        paper = papers.Paper(f"paper {number}.txt")
        paper.item(str(number), f"Business {number}")
        witness = paper.there("Maria Okafor")
        paper.ask(f"A member asked about matter {number}.")
        paper.promise(f"She would send list {number}.", witness)
        paper.take_into(library)
    return library


def test_every_paper_that_waits_is_counted(many):
    assert len(figures.to_review(many)) == 20
    assert figures.papers_to_review(many)[1] == 25
    told = attention(many, "2026-01-05", "England")
    assert told.review_words() == "in 25 papers" and told.undated == 25


def test_a_paper_of_which_all_has_a_persons_word_waits_no_longer(many):
    reviewing.confirm(many, Kind.QUESTIONS, [1])
    assert figures.papers_to_review(many)[1] == 25
    reviewing.confirm(many, Kind.UNDERTAKINGS, [1])
    assert figures.papers_to_review(many)[1] == 24


def test_what_nobody_looks_at_any_more_is_given_up_before_the_next_question_to_the_library(many, monkeypatch):
    asked = []
    monkeypatch.setattr(figures, "owed_by", lambda *_: asked.append("owed"))
    monkeypatch.setattr(figures, "open_undertakings", lambda *_: asked.append("due") or [])
    with pytest.raises(Cancelled):
        attention(many, "2026-01-05", "England", lambda: bool(asked))
    assert asked == ["due"]
