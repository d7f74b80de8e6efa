"""Approved minutes over a draft: what the person did is carried to the same words, and what changed is shown."""

from dataclasses import replace

import pytest

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.services import documents, reviewing, tables, tagging
from scrutiny_desk.services.carrying import find
from scrutiny_desk.store import marks


def version(papers, name, *, drop=(), change=None):
    """Minutes of which paragraphs holding some words are left out or changed."""
    made = papers.full_minutes()
    made.name = name
    for number, block in enumerate(made.blocks):
        text = block.text
        for old, new in (change or {}).items():
            text = text.replace(old, new)
        made.blocks[number] = replace(block, text="Struck out." if any(words in text for words in drop) else text)
    made.questions = [q for q in made.questions if not any(words in q.text for words in drop)]
    made.undertakings = [replace(u, question=None) for u in made.undertakings]
    return made


def words(library, document_id, text):
    for block in documents.blocks(library, document_id):
        if text in block.text:
            at = block.text.index(text)
            return (Span(block.order, at, at + len(text)),)
    raise AssertionError(text)


@pytest.fixture
def draft(library, papers):
    papers.full_minutes().take_into(library)
    tagging.add_issue(library, "Children")
    return library


def test_tags_are_found_again_and_the_lost_are_listed(draft, papers):
    tagging.tag_passage(draft, [1], 1, words(draft, 1, "the outreach van had visited eleven villages"))
    tagging.tag_passage(draft, [1], 1, words(draft, 1, "the lease on the old library"))
    new = version(papers, "approved.pdf", drop=["the lease on the old library"])
    kept = new.take_into(draft)
    assert kept.joined_as == "version"
    (sentence,) = kept.notices
    assert "the lease on the old library" in sentence
    (tag,) = tagging.tags_of_document(draft, 2)
    assert tag.issue_id == 1
    assert len(tagging.tags_of_document(draft, 1)) == 2
    assert any("the lease on the old library" in block.text for block in documents.blocks(draft, 1))


def test_a_confirmed_answer_that_changed_is_shown_and_not_taken(draft, papers):
    reviewing.confirm(draft, Kind.QUESTIONS, [2])
    new = version(papers, "approved.pdf", change={"would find out and write": "had found out and wrote"})
    at = next(i for i, q in enumerate(new.questions) if "open again" in q.text)
    new.questions[at] = replace(new.questions[at], status=QuestionStatus.ANSWERED_LATER)
    new.take_into(draft)
    question = tables.question(draft, 2)
    assert (question.status, question.review) == (QuestionStatus.PROMISED, Review.CONFIRMED)
    shown = {d.what: (d.one_text, d.other_text) for d in tables.differences(draft, 2)}
    assert shown["status"] == ("promised", "answered_later")
    assert "had found out" in shown["answer"][1]


def test_a_question_that_is_gone_stays_and_is_told(draft, papers):
    version(papers, "approved.pdf", drop=["what the new roof would cost"]).take_into(draft)
    gone = [q for q in (1, 2, 3) if any(d.what == "missing" for d in tables.differences(draft, q))]
    assert gone == [3]
    assert [s.document_id for s in tables.question(draft, 3).sources] == [1]


def blocks(*texts):
    return [Block(order, BlockKind.PARAGRAPH, text) for order, text in enumerate(texts)]


def test_words_are_found_over_a_break_and_whatever_their_points():
    assert find(blocks("It was said, that the", "Lease would end."), "that the lease would end") == [
        (Span(0, 13, 21), Span(1, 0, 15))
    ]
    assert find(blocks("one two", "one two"), "one two") == [(Span(0, 0, 7),), (Span(1, 0, 7),)]
    assert find(
        blocks("The lease would be ended soon, it was said."), "The lease would be ended soon, it was told."
    ) == [(Span(0, 0, 43),)]
    assert find(blocks("Nothing of the kind."), "the lease") == []
    assert find(blocks("Nothing."), " … ") == []


def test_two_places_are_told_apart_by_what_stands_around_them(draft, papers):
    for name in ("one.txt", "two.txt"):
        made = version(papers, name)
        for prose in ("First comes the river.", "It was noted.", "Then comes the wall.", "Of the bridge much was said.",
                      "It was noted.", "The toll was named."):  # fmt: skip
            made.say(prose)
        made.take_into(draft)
        if name == "one.txt":
            second = [b.order for b in documents.blocks(draft, 2) if b.text == "It was noted."][1]
            tagging.tag_passage(draft, [1], 2, (Span(second, 0, 13),))
    with draft.read() as db:
        carried = [mark.block for mark in marks.of_document(db, 3) if mark.kind is Kind.TAGS]
    assert carried == [second]
