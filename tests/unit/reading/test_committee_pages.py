"""Saved pages of committee systems of several makers: the paper's words stay, menus, notices and lists of files go.

The councils are invented; the shapes are those that councils publish.
"""

import re
from pathlib import Path

import pytest

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import recognise

PAGES = {page.stem: page.read_text(encoding="utf-8") for page in sorted((Path(__file__).parent / "pages").iterdir())}
"""By their shape: a page of one agenda item, one issue, its history, a decision, a whole meeting, and others."""

SITE = re.compile(
    r"cookie|Skip to|Privacy|Terms of|Accessibility|You are here|Register|Log ?in|Cymraeg|Home\b|Forward plan|Browse|"
    r"Subscribe|Print this|Powered by|\bView |Watch|Share|Rate this|useful|Back to top|Leave a Reply|Posted|Recent Posts|"
    r"Supporting|Accompanying|Additional documents|\d [KM]B\b|Contact us|Set additional",
    re.IGNORECASE,
)
"""Words of the sites and not of their papers."""

MINUTES = {
    "agenda_item": ("Councillor Heron asked who had paid for the wall.", "2025-06-12"),
    "browse_meetings": ("Mr Pell asked why the sum had doubled.", "2026-03-09"),
    "parish_post": ("Cllr Rudd asked when the potholes in Mill Lane would be filled.", "2026-01-12"),
    "portal_grid": ("Cllr Orme asked when the new bins would come.", "2026-03-03"),
    "sections": ("Councillor Dace asked how many cases were open.", "2026-02-04"),
    "whole_meeting": ("Councillor Heron asked who had paid.", "2025-06-12"),
}


def blocks(name, text=None):
    return read_bytes(f"{name}.html", (text or PAGES[name]).encode()).blocks


def lines(name):
    return [f"{block.marker} {block.text}".strip() for block in blocks(name)]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_the_site_is_left(name):
    assert [line for line in lines(name) if SITE.search(line)] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_saved_as_one_file_or_without_its_scripts_reads_the_same(name):
    one = (
        "From: <Saved>\r\nSubject: A page\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"; type="text/html"\r\n\r\n--b\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{PAGES[name]}\r\n--b--\r\n"
    )
    assert read_bytes(f"{name}.mhtml", one.encode()).blocks == blocks(name)
    assert blocks(name, re.sub(r"<(script|style)>.*?</\1>", "", PAGES[name])) == blocks(name)


@pytest.mark.parametrize("name", MINUTES)
def test_what_was_asked_is_told_from_what_the_agenda_says(name):
    found = recognise(read_bytes(f"{name}.html", PAGES[name].encode()))
    assert found.kind is DocumentKind.MINUTES
    assert ([question.text for question in found.questions], found.meeting.date) == (
        [MINUTES[name][0]],
        MINUTES[name][1],
    )


def test_the_tabs_of_an_issue_go_and_its_words_stay():
    assert lines("issue")[:3] == [
        "Issue details",
        "River wall at Marl Quay",
        "This item was considered by the Overview and Scrutiny Committee on 12 June 2025.",
    ]
    assert lines("issue")[-1] == "The wall was built in 1911 and has been mended twice."
    assert lines("issue_history")[:2] == ["River wall at Marl Quay", "Date\tCommittee\tDecision"]
    assert "Decision details | History | Related decisions" not in lines("decision")
    assert lines("decision")[-1] == "Effective from: 27/06/2025"


def test_an_item_of_the_agenda_with_a_file_beside_it_stays():
    assert lines("sections")[4:8] == [
        "Agenda", "1. Apologies", "2. Declarations of interest", "3. Enforcement backlog",
    ]  # fmt: skip
    assert lines("portal_grid")[6:10] == [
        "Item\tTitle\tDocuments", "1. Apologies for absence", "2. Minutes of the last meeting", "3. Kerbside recycling",
    ]  # fmt: skip


def test_labels_and_values_are_rows():
    rows = [block.cells for block in blocks("sections") if block.kind is BlockKind.TABLE_ROW]
    assert rows == [("Date", "4 February 2026"), ("Time", "6.30pm"), ("Location", "Old Court, Ashby Vale")]


def test_the_title_of_a_post_stays_and_the_name_of_the_site_goes():
    assert lines("parish_post")[0] == "Minutes January 2026"


@pytest.mark.parametrize(
    "prose",
    [
        "Posted in the village by the Clerk.",
        "Sign up to the charter.",
        "History of the wall.",
        "Powered by the sun, the new pump has cost nothing.",
    ],
)
def test_prose_like_a_button_stays(prose):
    page = (
        f'<main><div class="pageTabs"><ul><li>Minutes</li><li>{prose}</li></ul></div><p>{prose}</p><p>End.</p></main>'
    )
    assert prose in [block.text for block in blocks("a", page)]


def test_a_list_of_agenda_items_that_are_links_is_no_menu():
    page = "<main><h2>Agenda</h2><ul><li><a href='a'>Minutes</a></li><li><a href='b'>River wall</a></li></ul></main>"
    assert [block.text for block in blocks("a", page)] == ["Agenda", "Minutes", "River wall"]


def test_the_caption_of_a_table_stays():
    page = (
        "<main><table><caption>Table 1: cost of each mile</caption><tr><td>Mile</td><td>Cost</td></tr></table></main>"
    )
    assert [block.text for block in blocks("a", page)] == ["Table 1: cost of each mile", "Mile\tCost"]
