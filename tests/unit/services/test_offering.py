"""Later papers that answer or repeat a question are offered with their passage, and nothing is closed by itself."""

from dataclasses import replace

import pytest

from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.services import answering, documents, echoes, exporting, people, tables
from scrutiny_desk.store import documents as rows

QUESTION = "Councillor Vickers asked how many children were on the waiting list for swimming lessons."


@pytest.fixture
def asked(library, papers):
    minutes = papers.Paper("june.txt", meeting=papers.MEETING)
    minutes.item("39", "Leisure centres")
    asker = minutes.there("Councillor E Vickers")
    witness = minutes.there("Tom Hargreave", Capacity.WITNESS, organisation="Wexcombe Leisure Trust")
    number = minutes.ask(QUESTION, asker, witness, "He would find out.", status=QuestionStatus.PROMISED)
    minutes.promise("Mr Hargreave undertook to find out and to write.", witness, number)
    minutes.ask("Councillor Vickers asked what the roof of the pool would cost.", asker, witness)
    for prose in papers.REPLIES:
        minutes.say(prose)
    minutes.take_into(library)
    return library


def letter(papers, day="2 December 2025"):
    made = papers.Paper("letter.txt", kind=DocumentKind.CORRESPONDENCE)
    made.say("Wexcombe Leisure Trust")
    made.say(day)
    made.say("You asked on 12 June (minute 39) about the children on the waiting list for swimming lessons.")
    made.say("On 30 November there were 486 of them.")
    made.there("Tom Hargreave", Capacity.AUTHOR)
    return made


def test_a_letter_that_answers_is_offered_with_its_passage_its_author_and_the_reason(asked, papers):
    letter(papers).take_into(asked)
    (offer,) = answering.offers(asked, 1)
    assert offer.source.document_id == 2
    assert "486" in offer.source.quote
    assert [who.name for who in offer.by] == ["Tom Hargreave"]
    for words in ("2 December 2025", "12 June 2025", "minute 39", "swimming"):
        assert words in offer.reason
    assert answering.offers(asked, 2) == ()
    assert [o.source.document_id for o in answering.offers_to_undertaking(asked, 1)] == [2]


def test_nothing_is_closed_until_the_person_takes_the_offer(asked, papers):
    letter(papers).take_into(asked)
    (offer,) = answering.offers(asked, 1)
    assert tables.question(asked, 1).status is QuestionStatus.PROMISED
    answering.take(asked, offer, QuestionStatus.ANSWERED_LATER)
    question = tables.question(asked, 1)
    assert question.status is QuestionStatus.ANSWERED_LATER
    assert (question.answers[-1].date, question.answers[-1].source.quote) == ("2025-12-02", offer.source.quote)
    assert len(people.find(asked, "Tom Hargreave")) == 1
    assert answering.offers(asked, 1) == ()


def test_a_paper_from_before_the_question_is_no_answer(asked, papers):
    letter(papers, day="2 December 2024").take_into(asked)
    assert documents.get(asked, 2).date == "2024-12-02"
    assert answering.offers(asked, 1) == ()


def test_a_paper_on_another_matter_is_not_offered(asked, papers):
    other = papers.Paper("other.txt", kind=DocumentKind.CORRESPONDENCE)
    other.say("The children of the village school have asked for a list of books on swans.")
    other.say("The waiting room at the station will open on 12 June.")
    other.take_into(asked)
    assert answering.offers(asked, 1) == ()


def test_the_same_question_at_a_later_meeting_is_a_repeat(asked, papers):
    later = papers.Paper("december.txt", meeting=replace(papers.MEETING, date="2025-12-11"))
    later.item("76", "Leisure centres")
    later.ask(
        "Councillor Quince queried how many children were waiting for swimming lessons and how long the list was."
    )
    later.take_into(asked)
    (pair,) = answering.repeats(asked, 1)
    assert pair[0].id == 3
    assert pair[1] >= 0.6
    assert [q.id for q, _likeness in answering.repeats(asked, 3)] == [1]
    (offer,) = answering.offers(asked, 1)
    assert offer.repeat_of == 3
    assert len(exporting.as_data(asked)["questions"]) == 3


def test_short_questions_match_nothing(asked, papers):
    paper = papers.Paper("short.txt", meeting=replace(papers.MEETING, date="2025-12-11"))
    paper.ask("Why?")
    paper.take_into(asked)
    assert answering.offers(asked, 3) == ()
    assert answering.repeats(asked, 3) == []


def test_words_that_half_the_papers_hold_are_not_searched_for_and_no_echo_is_lost(asked, papers):
    for number in range(12):
        chatter = papers.Paper(f"chatter{number}.txt", meeting=replace(papers.MEETING, date=f"2025-07-{number + 1:02}"))
        chatter.say("Children waiting for lessons were listed, as they were each month.")
        chatter.take_into(asked)
    letter(papers).take_into(asked)
    with asked.read() as db:
        weights = echoes._weights(db, echoes._stems(QUESTION))
        telling = echoes._telling(weights)
        rest = sum(weight for stem, weight in weights.items() if stem not in telling)
        assert "swimm" in telling and 0 < rest < echoes.ENOUGH * sum(weights.values())
        (echo,) = echoes.echoes(db, QUESTION, without={1})
        held = echoes.share(db, QUESTION, words_of(db, echo))
    assert (echo.likeness, echo.shared) == held


def words_of(db, echo):
    (block,) = rows.blocks(db, echo.document_id, echo.block, echo.block)
    return block.text
