"""How a question stands: the contract's status follows, what shows it is kept, and nothing is called answered unshown."""

import pytest

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Classification, DocumentKind
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.standings import Standing, status_under
from scrutiny_desk.domain.troubles import NotFound, Trouble
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import answering, documents, history, standings, tables


@pytest.fixture
def minutes(library, papers):
    return papers.full_minutes().take_into(library).document_id


@pytest.fixture
def letter(library, papers):
    paper = papers.Paper("letter.txt", kind=DocumentKind.CORRESPONDENCE)
    paper.say("The third centre will open again on 1 September.")
    return paper.take_into(library).document_id


PROMISED = 2
"""The number of the question that was answered by a promise."""


def words(document_id):
    return {"document_id": document_id, "spans": documents_spans(0, 48)}


def documents_spans(start, end):
    from scrutiny_desk.domain.blocks import Span

    return (Span(0, start, end),)


def status(library):
    return tables.question(library, PROMISED).status


def owed(library):
    return tables.rows(library, Kind.QUESTIONS).ids(View(outstanding=True))


SHOWN = {
    Standing.OPEN: (QuestionStatus.PROMISED, True),
    Standing.ANSWERED_IN_FULL: (QuestionStatus.ANSWERED_LATER, False),
    Standing.PART_ANSWERED: (QuestionStatus.PARTLY_ANSWERED, True),
    Standing.HOLDING_REPLY: (QuestionStatus.PROMISED, True),
    Standing.REFUSED: (QuestionStatus.NOT_ANSWERED, True),
    Standing.TRANSFERRED: (QuestionStatus.PROMISED, True),
    Standing.CORRECTED: (QuestionStatus.ANSWERED_LATER, False),
    Standing.ANSWERED_ELSEWHERE: (QuestionStatus.ANSWERED_LATER, False),
    Standing.SEE_WEBCAST: (QuestionStatus.ANSWER_NOT_MINUTED, False),
    Standing.DISPUTED: (QuestionStatus.PARTLY_ANSWERED, True),
    Standing.OVERTAKEN: (QuestionStatus.PROMISED, False),
    Standing.WITHDRAWN: (QuestionStatus.PROMISED, False),
}


def test_every_standing_has_words_and_a_status():
    assert set(SHOWN) == set(Standing) == set(standings.WORDS)


@pytest.mark.parametrize("standing", list(Standing))
def test_the_status_and_what_is_outstanding_follow(library, minutes, letter, standing):
    standings.stand(
        library, [PROMISED], standing, day="2025-07-20", detail="the words that are needed", **words(letter)
    )
    expected, outstanding = SHOWN[standing]
    held = tables.question(library, PROMISED)
    assert (held.status, held.standing, held.outstanding) == (expected, str(standing), outstanding)
    assert (PROMISED in owed(library)) is outstanding
    history.undo(library)
    assert tables.question(library, PROMISED).standing == ""
    assert standings.history(library, PROMISED) == ()


def test_a_refusal_is_closed_only_where_a_person_says_so(library, minutes, letter):
    asked = {"day": "2025-07-20", "detail": "Section 40: personal data", **words(letter)}
    standings.stand(library, [PROMISED], Standing.REFUSED, **asked)
    assert PROMISED in owed(library)
    standings.stand(library, [PROMISED], Standing.REFUSED, closed=True, **asked)
    assert PROMISED not in owed(library)
    assert status(library) is QuestionStatus.NOT_ANSWERED
    with pytest.raises(Trouble, match="is not closed by that"):
        standings.stand(library, [PROMISED], Standing.HOLDING_REPLY, closed=True, **asked)


def test_what_is_needed_is_asked_for(library, minutes):
    with pytest.raises(Trouble, match="the ground on which"):
        standings.stand(library, [PROMISED], Standing.REFUSED, day="2025-07-20", shown_by="her letter")
    with pytest.raises(Trouble, match="say what shows it"):
        standings.stand(library, [PROMISED], Standing.ANSWERED_IN_FULL, day="2025-07-20")
    with pytest.raises(Trouble, match="is not a day"):
        standings.stand(library, [PROMISED], Standing.OPEN, day="soon")
    with pytest.raises(NotFound, match="no such answer"):
        standings.stand(library, [PROMISED], Standing.CORRECTED, day="2025-07-20", answer=7)
    assert standings.history(library, PROMISED) == ()


def test_each_change_is_dated_and_kept_with_what_shows_it(library, minutes, letter):
    standings.stand(library, [PROMISED], Standing.HOLDING_REPLY, day="1/7/2025", shown_by="a call from her office")
    standings.stand(library, [PROMISED], Standing.ANSWERED_IN_FULL, day="2025-07-20", **words(letter))
    first, second = standings.history(library, PROMISED)
    assert (first.standing, first.day, first.shown_by, first.sources) == (
        Standing.HOLDING_REPLY, "2025-07-01", "a call from her office", (),
    )  # fmt: skip
    assert second.sources[0].quote == "The third centre will open again on 1 September."
    assert second.status_before is QuestionStatus.PROMISED
    assert history.undo_label(library) == "Mark as answered in full"


def test_an_answer_of_the_meeting_shows_that_it_was_answered_there(library, minutes):
    standings.stand(library, [1], Standing.ANSWERED_IN_FULL, day="2025-06-12", answer=0)
    held = tables.question(library, 1)
    assert (held.status, held.review) == (QuestionStatus.ANSWERED, Review.CONFIRMED)
    (change,) = standings.history(library, 1)
    assert change.sources and change.answer_id


def test_a_letter_that_leaves_the_library_takes_the_answered_with_it(library, minutes, letter):
    standings.stand(library, [PROMISED], Standing.PART_ANSWERED, day="2025-07-10", shown_by="her e-mail")
    standings.stand(library, [PROMISED], Standing.ANSWERED_IN_FULL, day="2025-07-20", **words(letter))
    documents.withdraw(library, letter)
    held = tables.question(library, PROMISED)
    assert (held.status, held.standing) == (QuestionStatus.PARTLY_ANSWERED, str(Standing.PART_ANSWERED))
    assert len(standings.history(library, PROMISED)) == 1
    history.undo(library)
    assert status(library) is QuestionStatus.ANSWERED_LATER


def test_an_answer_attached_the_old_way_goes_with_its_letter_too(library, minutes, letter):
    answering.attach(
        library, [PROMISED], letter, documents_spans(0, 48), date="2025-07-20", status=QuestionStatus.ANSWERED_LATER
    )
    assert status(library) is QuestionStatus.ANSWERED_LATER
    documents.withdraw(library, letter)
    held = tables.question(library, PROMISED)
    assert (held.status, [answer.given for answer in held.answers]) == (QuestionStatus.PROMISED, ["at_meeting"])


def test_a_status_set_by_hand_overrules_a_standing(library, minutes):
    standings.stand(library, [PROMISED], Standing.WITHDRAWN, day="2025-07-20")
    answering.set_status(library, [PROMISED], QuestionStatus.NOT_ANSWERED)
    held = tables.question(library, PROMISED)
    assert (held.standing, held.closed, held.outstanding) == ("", False, True)


def test_a_passage_held_back_holds_the_question_back(library, minutes, papers):
    paper = papers.Paper("pink.txt", kind=DocumentKind.CORRESPONDENCE)
    paper.say("The third centre will open again on 1 September.")
    paper.restrict(0, 0)
    pink = paper.take_into(library).document_id
    standings.stand(library, [PROMISED], Standing.ANSWERED_IN_FULL, day="2025-07-20", **words(pink))
    assert tables.question(library, PROMISED).classification is Classification.EXEMPT


def test_nothing_is_called_answered_that_closes_without_an_answer():
    for standing in (Standing.OVERTAKEN, Standing.WITHDRAWN, Standing.REFUSED, Standing.TRANSFERRED, Standing.OPEN):
        assert status_under(standing, QuestionStatus.NOT_ANSWERED, later=True) is QuestionStatus.NOT_ANSWERED
