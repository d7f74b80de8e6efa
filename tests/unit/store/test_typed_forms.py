"""Dates, sums and references typed one way are found as papers write them another way, and nothing else is."""

import pytest

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.store import documents, meetings, search, typed_forms

WRITTEN = (
    "34/25 APOLOGIES FOR ABSENCE",
    "134/25 Matters of another year, and 34 of 25 members",
    "PH.12 Smokefree play areas",
    "PH 12 was taken as read",
    "The grant of £1.2m was noted",
    "A sum of £1,200,000 had been set aside",
    "some 1.2 million pounds",
    "the fee of £12.50 a day",
    "The meeting was held on Tuesday, 3rd March, 2026",
    "reported on 03/03/2026",
    "by March 3 2026 at the latest",
    "3.3.26 was the date of the letter",
    "30 March 2026 and 3 May 2026",
    "marching bands, three of them",
    "£450,000 for the roof",
    "£450k for the roof",
    "under s.106 of the Act",
)
DAY = {8, 9, 10, 11}
FOUND = {
    "34/25": {0},
    "134/25": {1},
    "PH.12": {2, 3},
    "PH12": {2, 3},
    "ph 12": {2, 3},
    "£1.2m": {4, 5, 6},
    "£1.2 million": {4, 5, 6},
    "£1,200,000": {4, 5, 6},
    "1200000": {5},
    "£12.50": {7},
    "3 March 2026": DAY,
    "3rd March 2026": DAY,
    "Tuesday 3 March 2026": DAY,
    "03/03/2026": DAY,
    "3/3/26": DAY,
    "2026-03-03": DAY,
    "3 Mar 2026": DAY,
    "March 3, 2026": DAY,
    "3 March": {8, 10},
    "3 marching": set(),
    "marching bands": {13},
    '"3 March 2026"': set(),
    "£450k roof": {14, 15},
    "£450,000": {14, 15},
    "s106": {16},
    "s.106 Act": {16},
    "3 March 2026 NOT letter": DAY - {11},
    "£450k OR £12.50": {7, 14, 15},
}


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    from scrutiny_desk.store import create_library

    with create_library(tmp_path_factory.mktemp("forms") / "forms.scrutiny") as library:
        blocks = tuple(Block(n, BlockKind.PARAGRAPH, text) for n, text in enumerate(WRITTEN))
        paper = ReadDocument("forms.txt", "text", blocks)
        known = {"kind": "minutes", "classification": "public", "imported_at": "2026-03-04"}

        def work(db):
            document = documents.add(db, paper, b"forms", **known)
            meeting = meetings.add(db, committee="Health", date="2026-03-03")
            for number, title, first in (("38.", "Tea", 13), ("PH.12", "Play", 2), ("112", "Hall", 15)):
                item = meetings.add_item(db, meeting_id=meeting, number=number, title=title)
                meetings.put_item_in(db, item, document, first, first)

        library.write("Import", work)
        yield library


@pytest.mark.parametrize("typed", FOUND)
def test_it_is_found_in_each_form_that_papers_use(held, typed):
    with held.read() as db:
        hits = search.find(db, typed)
        assert {hit.block for hit in hits} == FOUND[typed]
        assert search.count(db, typed) == len(hits)


@pytest.mark.parametrize(
    ("typed", "block"), [("minute 38", 13), ("item 38", 13), ("38", None), ("ph12", 2), ("PH.12", 2), ("item 12", None)]
)
def test_an_item_is_found_by_its_number_where_the_text_has_it_not(held, typed, block):
    with held.read() as db:
        assert [hit.block for hit in search.numbered(db, typed)] == ([] if block is None else [block])


def test_the_item_comes_first_and_is_counted_once(held):
    from scrutiny_desk.services import searching

    assert [hit.block for hit in searching.search(held, "PH12")] == [2, 3]
    assert searching.count(held, "PH12") == 2
    assert [hit.block for hit in searching.search(held, "minute 38")] == [13]
    assert searching.count(held, "minute 38") == 1


@pytest.mark.parametrize(
    "typed", ["13/13/2026", "32 March 2026", "3/2026", "H2O", "COVID-19", "25/0124", "2026", "page 3"]
)
def test_what_is_no_date_sum_or_reference_is_left_as_typed(typed):
    assert typed_forms.at(typed, 0) is None


@pytest.mark.parametrize(
    "typed", ["£", "£1.2.3", "0/0/0000", "99 May", "£,m", "1,2,3", "£999999999999999999m", "A1*", "3 March*"]
)
def test_nothing_that_is_typed_is_an_error(held, typed):
    with held.read() as db:
        search.find(db, typed)
