"""What a person did that fits a new version twice or nowhere: listed, chosen, left; never lost and never guessed."""

from dataclasses import replace

import pytest

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.troubles import NotFound, Trouble
from scrutiny_desk.services import documents, exporting, passages, placing, reviewing, tables, tagging
from scrutiny_desk.store import notes, sources

TWICE = "It was noted."
GONE = "The toll of the bridge was named."


def version(papers, name, *lines, drop=()):
    made = papers.full_minutes()
    made.name = name
    for text in lines:
        made.say(text)
    for number, block in enumerate(made.blocks):
        if any(words in block.text for words in drop):
            made.blocks[number] = replace(block, text="Struck out.")
    made.questions = [q for q in made.questions if not any(words in q.text for words in drop)]
    made.decisions = [d for d in made.decisions if not any(words in d.text for words in drop)]
    made.undertakings = [replace(u, question=None) for u in made.undertakings]
    return made


def spans(library, document_id, text):
    (block,) = [b for b in documents.blocks(library, document_id) if b.text == text]
    return (Span(block.order, 0, len(text)),)


@pytest.fixture
def draft(library, papers):
    """A draft with a tag on words that will stand twice, a note on words that will be gone."""
    version(papers, "draft.txt", TWICE, GONE).take_into(library)
    tagging.add_issue(library, "Children")
    tagging.tag_passage(library, [1], 1, spans(library, 1, TWICE))

    def noted(db):
        source = passages.source(db, 1, spans(library, 1, GONE))
        return notes.add(db, "Ask what it costs.", at="2025-07-01T09:00:00", source=source)

    library.write("Add note", noted)
    return library


def approved(papers, **more):
    on = ["The business went on."] * 2
    return version(papers, "approved.txt", *on, TWICE, *on, TWICE, *on, "And again.", **more)


def test_what_fits_twice_and_what_fits_nowhere_wait_to_be_settled(draft, papers):
    kept = approved(papers).take_into(draft)
    assert kept.joined_to == 1 and len(kept.notices) == 2
    tag, note = placing.to_place(draft, kept.document_id)
    assert (tag.owner, tag.words, tag.quote, len(tag.choices)) == ("tag", "Children", TWICE, 2)
    assert (note.owner, note.words, note.quote, note.choices) == ("note", "Ask what it costs.", GONE, ())
    assert tag.choices[0].words == tag.choices[1].words == TWICE.rstrip(".")
    one, other = tag.choices
    assert one.before.strip() == other.after.strip(" .") + "." == "The business went on."
    assert other.paragraph - one.paragraph == 3
    assert placing.to_place(draft, 1) == () and placing.to_place(draft) == (tag, note)


def test_a_place_is_chosen_and_the_choice_undone(draft, papers):
    new = approved(papers).take_into(draft).document_id
    tag, _note = placing.to_place(draft)
    placing.place(draft, tag.id, 1)
    (laid,) = tagging.tags_of_document(draft, new)
    assert laid.issue_id == 1 and len(placing.to_place(draft)) == 1
    with draft.read() as db:
        (old, fresh) = sources.load(db, "tag", [laid.id])[laid.id]
    assert old.document_id == 1 and fresh.spans == tag.choices[1].spans
    assert draft.undo_label == "Choose a place"
    draft.undo()
    assert len(placing.to_place(draft)) == 2 and not tagging.tags_of_document(draft, new)


def test_what_fits_nowhere_is_put_on_words_of_ones_own_or_left(draft, papers):
    new = approved(papers).take_into(draft).document_id
    tag, note = placing.to_place(draft)
    placing.place_at(draft, note.id, spans(draft, new, "And again."))
    placing.leave(draft, (tag.id,))
    assert placing.to_place(draft) == ()
    assert len(tagging.tags_of_document(draft, 1)) == 1, "the old version keeps its own"
    with pytest.raises(Trouble, match="no such place"):
        placing.place(draft, tag.id, 7)
    with pytest.raises(NotFound):
        placing.leave(draft, (99,))


def test_a_confirmed_finding_that_the_new_version_was_not_found_to_hold(draft, papers):
    roof = "what the new roof would cost"
    (asked,) = [row["id"] for row in exporting.as_data(draft)["questions"] if roof in row["text"]]
    (decided,) = [row["id"] for row in exporting.as_data(draft)["decisions"]]
    reviewing.confirm(draft, Kind.QUESTIONS, [asked])
    reviewing.confirm(draft, Kind.DECISIONS, [decided])
    new = approved(papers)
    new.questions = [q for q in new.questions if roof not in q.text]
    new.decisions = []
    kept = new.take_into(draft)
    question = tables.question(draft, asked)
    assert [source.document_id for source in question.sources] == [1, kept.document_id], "its words are there"
    assert question.review is Review.CONFIRMED
    assert {one.owner for one in placing.to_place(draft)} == {"tag", "note"}
    (row,) = exporting.as_data(draft)["decisions"]
    assert [source["document_id"] for source in row["sources"]] == [1, kept.document_id]


def test_a_correction_whose_words_are_gone_is_listed_and_a_suggestion_is_not(draft, papers):
    roof = "what the new roof would cost"
    (asked,) = [row["id"] for row in exporting.as_data(draft)["questions"] if roof in row["text"]]
    reviewing.correct_question(draft, asked, text="What would the roof cost?")
    approved(papers, drop=[roof, "be mended before the winter"]).take_into(draft)
    waiting = {one.owner: one for one in placing.to_place(draft)}
    assert set(waiting) == {"tag", "note", "question"}
    assert waiting["question"].words == "What would the roof cost?" and roof in waiting["question"].quote
    assert tables.question(draft, asked).text == "What would the roof cost?"


def test_a_finding_laid_on_closed_words_is_closed_from_then_on(draft, papers):
    roof = "what the new roof would cost"
    (asked,) = [row["id"] for row in exporting.as_data(draft)["questions"] if roof in row["text"]]
    reviewing.confirm(draft, Kind.QUESTIONS, [asked])
    new = approved(papers, drop=[roof])
    new.restrict(0, len(new.blocks) - 1)
    kept = new.take_into(draft)
    (one,) = [each for each in placing.to_place(draft) if each.owner == "question"]
    placing.place_at(draft, one.id, spans(draft, kept.document_id, "And again."))
    assert tables.question(draft, asked).classification is Classification.EXEMPT


def test_what_is_taken_out_takes_what_waited_with_it_and_undo_brings_both_back(draft, papers):
    new = approved(papers).take_into(draft).document_id
    documents.withdraw(draft, new)
    assert placing.to_place(draft) == ()
    draft.undo()
    assert len(placing.to_place(draft)) == 2
