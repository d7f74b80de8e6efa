"""Pages of lines, from a text layer or a scan, into numbered blocks."""

from scrutiny_desk.domain.blocks import Block
from scrutiny_desk.reading.columns import arrange, typed
from scrutiny_desk.reading.furniture import strip_furniture
from scrutiny_desk.reading.mending import Vocabulary
from scrutiny_desk.reading.pdf_lines import Line
from scrutiny_desk.reading.pdf_paragraphs import Flow, measure
from scrutiny_desk.reading.pieces import finish
from scrutiny_desk.reading.plain import as_text


def blocks_of(pages: list[list[Line]], heights: list[float]) -> tuple[Block, ...]:
    """The blocks of the pages, `heights` of which are in points; the pages' lists lose their furniture."""
    printed = strip_furniture(pages, heights)
    words = Vocabulary([line.text for lines in pages for line in lines])
    usual = measure(pages)
    flow = Flow(usual, words)
    for lines, number in zip(pages, printed, strict=True):
        flow.page(typed(lines) if usual.mono else arrange(lines), number)
    return finish(as_text(flow.close(), surely=usual.mono), words)
