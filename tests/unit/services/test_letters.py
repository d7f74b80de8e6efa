"""A witness's appearance in a letter is told by what it is and its day, not by the name of a file."""

import pytest

from scrutiny_desk.desk import words
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.domain.findings import FoundMeeting
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.services import briefing, people
from scrutiny_desk.services.briefing import Scope


def taken(library, papers, name: str, kind: DocumentKind, day: str | None, *lines: str) -> None:
    paper = papers.Paper(name, kind=kind, meeting=FoundMeeting(date=day))
    paper.there("Maria Okafor", Capacity.AUTHOR, post="Director of Early Help")
    for line in lines or ("Dear Councillor, here are the figures I promised you in March.",):
        paper.say(line)
    paper.take_into(library)


@pytest.mark.parametrize(
    ("name", "kind", "day", "lines", "told"),
    [
        ("scan0003.txt", DocumentKind.CORRESPONDENCE, "2026-05-03", (), "Letter of 3 May 2026"),
        (
            "print.txt", DocumentKind.CORRESPONDENCE, "2026-05-03",
            ("From: M Okafor", "Sent: 3 May 2026 10:04", "Dear Councillor, here they are."), "E-mail of 3 May 2026",
        ),
        (
            "print2.txt", DocumentKind.CORRESPONDENCE, "2026-05-03",
            ("From: M Okafor <m.okafor@council.example>", "Dear Councillor, here they are."), "E-mail of 3 May 2026",
        ),
        (
            "memo.txt", DocumentKind.CORRESPONDENCE, "2026-05-03",
            ("Subject: Your figures", "Cc: The Clerk", "Dear Councillor, here they are."), "Letter of 3 May 2026",
        ),
        ("note.txt", DocumentKind.REPORT, "2026-05-04", (), "Report of 4 May 2026"),
        ("leaflet.txt", DocumentKind.OTHER, "2026-05-04", (), "leaflet.txt"),
    ],
)  # fmt: skip
def test_a_paper_of_no_committee_is_told_by_what_it_is(library, papers, name, kind, day, lines, told):
    taken(library, papers, name, kind, day, *lines)
    text = briefing.preview(library, Scope(BriefingKind.WITNESS, witness=1), today="2026-06-01")
    page = people.page(library, 1)
    assert told in text
    assert (name in text.partition("Sources")[0]) == (kind is DocumentKind.OTHER)
    assert told in words.appearance(page.appearances[0], page)[0]
    assert name in text.rpartition("Sources")[2], "what is told of somebody leads to its paper"
    assert "Committee or paper" in text


def test_of_a_meeting_that_is_cited_no_further_paper_stands_among_the_sources(library, papers):
    papers.full_minutes().take_into(library)
    report = papers.Paper("report.docx", kind=DocumentKind.REPORT, meeting=papers.MEETING)
    report.there("Tom Hargreave", Capacity.AUTHOR, post="Interim Head of Leisure")
    report.say("The roof of the pool at Thornley is at the end of its life.")
    report.take_into(library)
    person = people.find(library, "Tom Hargreave")[0]
    text = briefing.preview(library, Scope(BriefingKind.WITNESS, witness=person.id), today="2026-06-01")
    listed = text.rpartition("Sources")[2]
    assert "Interim Head of Leisure" in text
    assert "minutes.pdf" in listed and "report.docx" not in listed
    assert "Committee or paper" not in text


def test_a_letter_without_a_day_is_a_letter(library, papers):
    taken(library, papers, "scan0004.txt", DocumentKind.CORRESPONDENCE, None)
    page = people.page(library, 1)
    assert words.appearance(page.appearances[0], page)[0] == "Letter, date not known"
    text = briefing.preview(library, Scope(BriefingKind.WITNESS, witness=1), today="2026-06-01")
    assert "scan0004" not in text.partition("Sources")[0] and "Letter" in text
