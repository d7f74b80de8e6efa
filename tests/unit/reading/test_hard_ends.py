"""Text pasted into a word processor: its lines end where they ended in the file, not where the margin is."""

import pytest

from scrutiny_desk.reading import read_bytes

PARAGRAPHS = [
    [
        "It is still felt ill that little is built in Little Hill till it is settled if Millhill",
        "Infirmary would move the maternity ward, which was what most members had asked for when",
        "they met in May.",
    ],
    [
        "The Director replied that it will fill until all bills are settled, and that Mr Lill",
        "Whitlock would come to the next meeting with the drawings that members wanted to see of",
        "the new women's ward, which would be shown at all the libraries in the district as well",
        "as on the website.",
    ],
    [
        "Members asked if, till it is built, all the ill from Little Hill will still visit Tilli",
        "Memorial Hospital, and whether a minibus would be run for those without cars of any sort",
        "who live on the moors.",
    ],
]


def pages(make_pdf, *, step, gap):
    """The lines, each set by itself `step` points below the one before, with `gap` blank lines between paragraphs."""
    found, page, height = [], [], 790.0
    for paragraph in PARAGRAPHS * 5:
        for line in paragraph:
            page.append((70.0, height, line))
            height -= step
            if height < 60:
                found, page, height = [*found, page], [], 790.0
        height -= gap * step
    return make_pdf([*found, page])


@pytest.mark.parametrize(("step", "gap"), [(13.0, 1), (26.0, 0)], ids=["as written", "a blank line after each"])
def test_lines_that_end_short_of_the_margin_are_one_paragraph(make_pdf, step, gap):
    found = read_bytes("a.pdf", pages(make_pdf, step=step, gap=gap)).blocks
    assert [block.text for block in found] == [" ".join(paragraph) for paragraph in PARAGRAPHS] * 5
