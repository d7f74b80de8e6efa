"""Dates, sources and markings as British papers word them."""

from dataclasses import replace

import pytest

from scrutiny_desk.briefing import citing, marks, wording
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Citation, Line, Voice
from scrutiny_desk.domain.documents import Circulation, Classification, Document, DocumentKind

PLACE = Citation(1, "minutes.pdf", "Health Panel", None, "2026-02-01", "7", 3, "3", 12, "minutes")


def test_a_source_names_committee_date_minute_and_page():
    assert citing.source(PLACE) == "Health Panel, 1 February 2026, minute 7, p. 3"


def test_both_page_numbers_stand_where_they_differ():
    assert citing.source(replace(PLACE, printed_page="61")).endswith("p. 3 (printed page 61)")


def test_what_is_not_known_is_left_out_and_not_guessed():
    assert citing.source(Citation(1, "scan.pdf")) == "scan.pdf"
    assert citing.source(replace(PLACE, date=None, page=None)) == "Health Panel, minute 7, paragraph 12"


def test_a_report_has_items_and_says_that_it_is_a_report():
    assert citing.source(replace(PLACE, kind="report")) == "Health Panel, report, 1 February 2026, item 7, p. 3"


def test_words_read_from_a_picture_say_so():
    assert citing.source(replace(PLACE, read_by_ocr=True)).endswith("read from a scan")


def test_a_source_is_named_once():
    assert citing.bracketed((PLACE, PLACE)) == f"[{citing.source(PLACE)}]"
    assert citing.bracketed(()) == ""


def test_two_copies_of_one_minute_are_one_source():
    page = replace(PLACE, document_id=2, page=None, printed_page=None, paragraph=6)
    assert citing.sources((page, PLACE)) == f"{citing.source(PLACE)} (also paragraph 6 of another copy)"


def test_two_places_in_one_minute_are_one_source():
    assert citing.sources((PLACE, replace(PLACE, page=4, printed_page=None))).endswith("minute 7, pp. 3 and 4")


def test_two_meetings_are_two_sources():
    other = replace(PLACE, date="2026-03-01")
    assert citing.sources((PLACE, other)) == f"{citing.source(PLACE)}; {citing.source(other)}"


@pytest.mark.parametrize(
    ("iso", "words"), [("2025-06-12", "12 June 2025"), ("June 2025", "June 2025"), (None, "date not known")]
)
def test_days(iso, words):
    assert wording.day(iso) == words


def document(**known):
    blank = dict.fromkeys(
        ("title", "body", "committee", "date", "meeting_id", "pages", "searchable_pages", "joined_to")
    )
    fixed = {"id": 1, "file_name": "a.pdf", "sha256": "", "kind": DocumentKind.MINUTES, "imported_at": ""}
    return Document(**{**blank, **fixed, "classification": Classification.PUBLIC, **known})


def test_a_paper_is_called_by_what_is_known_of_it():
    assert citing.paper(document(committee="Panel", date="2025-06-12")) == "Minutes, Panel, 12 June 2025"
    assert citing.paper(document(committee="Panel")) == "Minutes, Panel"
    assert citing.paper(document(title="WEXCOMBE COUNTY COUNCIL")) == "a.pdf"
    assert citing.paper(document(kind=DocumentKind.REPORT, title="Early help", committee="Panel")) == "Early help"


def test_only_a_quotation_is_in_quotation_marks():
    assert marks.spoken(Line("it would", Voice.QUOTATION)) == "“it would”"
    assert marks.spoken(Line("“it would”", Voice.QUOTATION)) == "“it would”"
    assert marks.spoken(Line("“a” or “b”", Voice.QUOTATION)) == "““a” or “b””"
    assert marks.spoken(Line("it would")) == "it would"


def test_exempt_and_private_lines_are_marked():
    assert marks.lead_in(Line("x", classification=Classification.EXEMPT, label="Price:")) == "Exempt, Price"
    assert marks.lead_in(Line("x", Voice.OFFICER, classification=Classification.PRIVATE)) == "Private note"
    assert marks.lead_in(Line("x", Voice.OFFICER)) == "Officer comment"
    assert marks.lead_in(Line("x")) == ""


def test_left_out_counts_and_gives_the_reason_alone():
    briefing = Briefing(BriefingKind.MEETING, "x", Circulation.PUBLIC, left_out={"exempt": 1, "private": 3, "none": 0})
    assert wording.left_out(briefing) == [
        "1 passage has been left out: exempt.",
        "3 passages have been left out: private.",
    ]
