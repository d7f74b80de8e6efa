"""Papers pasted as text into a word processor: their lines end where they ended in the text, not at the margin."""

from collections.abc import Sequence

from scrutiny_desk.reading.lines import wrap_width
from scrutiny_desk.reading.mending import ends_sentence
from scrutiny_desk.reading.pdf_lines import Line
from scrutiny_desk.reading.pdf_paragraphs import Measure, width_of_head

FEWEST_PAIRS = 12
"""So many lines that go on in the next are enough to tell by."""

SHORT_OF_EDGE = 0.12
"""The share of these that leave room for the next word, from which on the lines end as they did in a text file."""

SHORTEST = 25
"""Letters of a line that may go on."""


def hard_width(pages: Sequence[Sequence[Line]], usual: Measure) -> int:
    """How many letters long the lines are that end within sentences though the next word would still have fitted.

    0 for a paper whose lines the margin breaks, or that is set in more than one type. Paragraphs of the others are told
    as those of a text file are.
    """
    lines = [line for page in pages for line in page]
    if not all(_is_body(line, usual) for line in lines):
        return 0
    left = min((line.left for line in lines), default=0.0)
    if sum(line.left > (left + usual.right) / 2 for line in lines) > 0.05 * len(lines):
        return 0
    going_on = short = 0
    for page in pages:
        for above, below in zip(page, page[1:], strict=False):
            if len(above.text) < SHORTEST or not below.text[:1].islower() or ends_sentence(above.text):
                continue
            going_on += 1
            short += above.right + width_of_head(below) < usual.right - above.size
    if going_on < FEWEST_PAIRS or short < SHORT_OF_EDGE * going_on:
        return 0
    return wrap_width([line.text for line in lines]) or 0


def _is_body(line: Line, usual: Measure) -> bool:
    return not line.bold and not line.note and abs(line.size - usual.size) < 0.05 * usual.size
