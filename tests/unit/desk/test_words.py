"""The words of the window: every state has one, dates are written as the field writes them."""

import pytest

from scrutiny_desk.desk import words
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.documents import Circulation, Classification, DocumentKind
from scrutiny_desk.domain.people import Capacity, Who
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.undertakings import DecisionKind, State

TABLES = (
    (words.STATUS_WORDS, QuestionStatus),
    (words.STATUS_TONES, QuestionStatus),
    (words.REVIEW_WORDS, Review),
    (words.STATE_WORDS, State),
    (words.STATE_TONES, State),
    (words.DECISION_WORDS, DecisionKind),
    (words.DOCUMENT_WORDS, DocumentKind),
    (words.CLASS_WORDS, Classification),
    (words.CLASS_TONES, Classification),
    (words.CAPACITY_WORDS, Capacity),
    (words.CIRCULATION_WORDS, Circulation),
    (words.BRIEFING_WORDS, BriefingKind),
)


@pytest.mark.parametrize(("table", "kind"), TABLES, ids=lambda value: getattr(value, "__name__", ""))
def test_every_state_has_its_word(table, kind):
    assert set(table) == set(kind)


def test_dates():
    assert words.day("2025-06-12") == "12 June 2025"
    assert words.day("2025-06-12T10:00:00") == "12 June 2025"
    assert words.short_day("2025-06-12") == "12 Jun 2025"
    assert words.day(None) == "date not known"
    assert words.short_day(None) == ""
    assert words.day("soon") == "soon"


def test_people():
    one, two = Who("Ann Lee"), Who(None, "A Member")
    assert words.names(()) == "not named"
    assert words.names((one,)) == "Ann Lee"
    assert words.names((one, two, Who("Bob Day"))) == "Ann Lee, A Member and Bob Day"
    assert words.who(None) == "not named"


def test_places_leave_out_what_is_not_known():
    assert words.page_words(4, "61", 31) == "page 4 (printed 61), paragraph 31"
    assert words.page_words(4, "4", None) == "page 4"
    assert words.page_words(None, None, None) == ""


def test_minutes_go_by_committee_and_date_and_reports_by_title():
    minutes = words.document_name(DocumentKind.MINUTES, "Roads Panel", "2025-06-12", "MINUTES", "a.pdf")
    assert minutes == "Roads Panel, 12 June 2025"
    assert words.document_name(DocumentKind.MINUTES, "Roads Panel", None, None, "a.pdf") == "a.pdf"
    assert words.document_name(DocumentKind.REPORT, "Roads Panel", "2025-06-12", "Buses", "a.pdf") == "Buses"


def test_numbers_say_what_they_count():
    assert words.count(1, "question", "questions") == "1 question"
    assert words.count(1200, "question", "questions") == "1,200 questions"
