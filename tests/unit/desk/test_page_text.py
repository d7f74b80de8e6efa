"""Passages found again in the text of a page, whatever became of spaces, hyphens and line ends."""

from hypothesis import given
from hypothesis import strategies as st

from scrutiny_desk.desk.page_text import LEAST, find

PAGE = "12 June\r\nCouncillor Ames asked how many fami-\r\nlies had moved to another hub.\r\nMs Okafor would write."


def found(page, passage):
    stretch = find(page, passage)
    return page[stretch[0] : stretch[0] + stretch[1]] if stretch else None


def test_a_passage_over_a_line_end_and_a_hyphen():
    assert found(PAGE, "how many families had moved") == "how many fami-\r\nlies had moved"


def test_a_passage_that_runs_on_to_the_next_page_is_found_in_its_part():
    passage = "Ms Okafor would write. She would do so before the end of the month."
    assert found(PAGE, passage) == "Ms Okafor would write."


def test_words_that_are_not_there_are_not_found():
    assert find(PAGE, "The Trust had closed the pool in the spring of that year") is None
    assert find(PAGE, "") is None
    assert find("", "words") is None


def test_a_short_part_is_no_find():
    assert len("MsOkafor") < LEAST
    assert find(PAGE, "Ms Okafor said something else altogether at that point") is None


@given(st.text("abc -\n", min_size=30, max_size=200), st.data())
def test_every_stretch_of_a_page_is_found_in_it(page, data):
    start = data.draw(st.integers(0, len(page) - 1))
    end = data.draw(st.integers(start + 1, len(page)))
    bare = "".join(c for c in page[start:end] if c.isalpha())
    stretch = find(page, page[start:end])
    assert (stretch is not None) == bool(bare)
    if stretch:
        taken = page[stretch[0] : stretch[0] + stretch[1]]
        assert "".join(c for c in taken if c.isalpha()) == bare
