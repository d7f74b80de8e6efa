"""Answers coming in: the likely question is offered, and one reply may answer several, part of one, or be disputed."""

import pytest

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.documents import Classification, DocumentKind
from scrutiny_desk.domain.people import Capacity, Who
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.standings import Standing
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import documents, history, people, receiving, standings, tables
from scrutiny_desk.services.receiving import Outcome

REPLY = "The third centre will open again on 1 September, when its roof has been mended."


@pytest.fixture
def minutes(library, papers):
    return papers.full_minutes().take_into(library).document_id


@pytest.fixture
def letter(library, papers, minutes):
    paper = papers.Paper("letter.txt", kind=DocumentKind.CORRESPONDENCE)
    paper.there("Maria Okafor", Capacity.AUTHOR, post="Director of Early Help")
    paper.say(REPLY)
    paper.say("Nothing else of note has happened in the town.")
    return paper.take_into(library).document_id


WHOLE = (Span(0, 0, len(REPLY)),)


def test_the_likely_question_is_offered_with_the_reason(library, letter):
    first = receiving.likely(library, letter, WHOLE)[0]
    assert first.question_id == 2
    assert "third" in first.reason and "Maria Okafor owes an answer to it" in first.reason
    assert 0.3 <= first.likeness <= 1


def test_what_speaks_of_nothing_asked_is_offered_nothing(library, letter):
    assert receiving.likely(library, letter, (Span(1, 0, 40),)) == ()


def test_an_answered_question_is_not_offered(library, letter):
    standings.stand(library, [2], Standing.WITHDRAWN, day="2025-07-01")
    assert 2 not in [offer.question_id for offer in receiving.likely(library, letter, WHOLE)]


def test_one_reply_does_different_things_for_several_questions_in_one_step(library, letter):
    outcomes = [
        Outcome(2, Standing.ANSWERED_IN_FULL),
        Outcome(1, Standing.PART_ANSWERED, "how many of them came back"),
        Outcome(3, Standing.DISPUTED, "the member says that the roof was mended in May"),
    ]
    receiving.receive(library, outcomes, letter, WHOLE, date="2025-07-14", today="2025-07-20")
    held = [tables.question(library, number) for number in (2, 1, 3)]
    assert [question.status for question in held] == [
        QuestionStatus.ANSWERED_LATER, QuestionStatus.PARTLY_ANSWERED, QuestionStatus.PARTLY_ANSWERED,
    ]  # fmt: skip
    assert all(question.answers[-1].text == REPLY for question in held)
    assert held[0].answers[-1].by[0].name == "Maria Okafor"
    (change,) = standings.history(library, 1)
    assert (change.day, change.detail) == ("2025-07-14", "how many of them came back")
    assert change.sources[0].quote == REPLY
    history.undo(library)
    assert tables.question(library, 2).status is QuestionStatus.PROMISED
    assert len(tables.question(library, 1).answers) == 1


def test_a_letter_without_a_day_is_dated_by_the_day_it_was_taken_in(library, letter):
    receiving.receive(library, [Outcome(2, Standing.HOLDING_REPLY)], letter, WHOLE, today="2025-07-20")
    assert standings.history(library, 2)[0].day == "2025-07-20"
    assert tables.question(library, 2).answers[-1].date is None


def test_what_is_needed_is_asked_for(library, letter):
    with pytest.raises(Trouble, match="No question is chosen"):
        receiving.receive(library, [], letter, WHOLE, today="2025-07-20")
    with pytest.raises(Trouble, match="the ground"):
        receiving.receive(library, [Outcome(2, Standing.REFUSED)], letter, WHOLE, today="2025-07-20")
    with pytest.raises(Trouble, match="needs words and a name"):
        receiving.note_conversation(library, " \n", with_whom=Who("A B"), on="2025-07-14", at="2025-07-14T09:00")


def test_a_conversation_becomes_a_paper_that_the_answer_rests_on(library, minutes):
    number, spans, _change = receiving.note_conversation(
        library, "It opens again on 1 September.\nShe will write as well.", with_whom=Who("Maria Okafor"),
        on="14/7/2025", at="2025-07-14T09:00:00+00:00",
    )  # fmt: skip
    held = documents.get(library, number)
    assert (held.title, held.date) == ("Note of a conversation with Maria Okafor, 14 July 2025", "2025-07-14")
    assert held.classification is Classification.UNKNOWN
    assert [block.text for block in documents.blocks(library, number)][1:] == [
        "It opens again on 1 September.", "She will write as well.",
    ]  # fmt: skip
    receiving.receive(library, [Outcome(2, Standing.ANSWERED_IN_FULL)], number, spans, today="2025-07-20")
    answer = tables.question(library, 2).answers[-1]
    assert (answer.by[0].name, answer.date, answer.source.document_id) == ("Maria Okafor", "2025-07-14", number)
    assert tables.question(library, 2).classification is Classification.UNKNOWN
    assert len(people.find(library, "Maria Okafor")) == 1
