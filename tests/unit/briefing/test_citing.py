"""A document as the list of sources names it, and several places of one paper as one phrase."""

from dataclasses import replace

from scrutiny_desk.briefing import citing
from scrutiny_desk.domain.briefing import Citation

HERE = Citation(1, "june.txt", "Health Panel", date="2026-02-01", item_number="7", paragraph=21, kind="minutes")


def test_the_list_of_sources_says_what_a_paper_is_and_names_its_file():
    assert citing.entry(HERE) == "Minutes, Health Panel, 1 February 2026 (june.txt)"
    assert citing.entry(replace(HERE, committee=None, kind="correspondence")) == (
        "Letter or e-mail, 1 February 2026 (june.txt)"
    )
    assert citing.entry(Citation(1, "june.txt", kind="other")) == "june.txt"


def test_several_paragraphs_are_one_phrase():
    places = (HERE, replace(HERE, paragraph=22), replace(HERE, paragraph=30))
    assert citing.sources(places) == "Health Panel, 1 February 2026, minute 7, paragraphs 21, 22 and 30"


def test_two_paragraphs_of_one_page_are_one_page():
    places = (replace(HERE, page=3), replace(HERE, page=3, paragraph=22))
    assert citing.sources(places).endswith("minute 7, p. 3")


def test_a_page_read_from_a_scan_says_so_beside_one_that_was_not():
    places = (replace(HERE, page=3), replace(HERE, page=4, read_by_ocr=True))
    assert citing.sources(places).endswith("p. 3 and p. 4, read from a scan")
