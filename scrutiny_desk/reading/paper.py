"""Pages of lines, from a text layer or a scan, into numbered blocks."""

import re

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.reading.columns import arrange, typed
from scrutiny_desk.reading.furniture import strip_furniture
from scrutiny_desk.reading.hard_ends import hard_width
from scrutiny_desk.reading.line_numbers import strip_line_numbers
from scrutiny_desk.reading.markers import take_marker
from scrutiny_desk.reading.mending import Vocabulary, ends_sentence, is_open
from scrutiny_desk.reading.pdf_lines import Line
from scrutiny_desk.reading.pdf_paragraphs import LONGEST_HEADING, Flow, Measure, measure
from scrutiny_desk.reading.pieces import Piece, finish
from scrutiny_desk.reading.plain import as_text

_NUMBERED = re.compile(r"(\d{1,2})(?=[A-Z“‘])")
NOTE_GAP = 1.7
"""Footnotes stand at least so many times their size below the text."""

NOTE_SIZE = 0.95
"""Footnotes are set smaller than this share of the body's type."""


def blocks_of(pages: list[list[Line]], heights: list[float]) -> tuple[Block, ...]:
    """The blocks of the pages, `heights` of which are in points; the pages' lists lose their furniture."""
    for lines in pages:
        strip_line_numbers(lines)
    printed = strip_furniture(pages, heights)
    words = Vocabulary([line.text for lines in pages for line in lines])
    usual = measure(pages)
    hard = 0 if usual.mono else hard_width(pages, usual)
    flow = Flow(usual, words, hard=hard)
    notes: list[Piece] = []
    for lines, number in zip(pages, printed, strict=True):
        notes += _notes(lines, usual, words, number, notes[-1] if notes else None)
        flow.page(typed(lines) if usual.mono or hard else arrange(lines, usual.right), number)
    pieces = as_text(flow.close(), surely=usual.mono or hard > 0)
    for piece in pieces:
        _tell_shouted(piece)
    return finish([*pieces, *notes], words)


def _tell_shouted(piece: Piece) -> None:
    """A numbered line in capitals is a heading, bold or not."""
    short = len(piece.text) <= LONGEST_HEADING and not ends_sentence(piece.text)
    if short and piece.kind is BlockKind.LIST_ITEM and piece.marker[:1].isdigit() and piece.text.isupper():
        piece.kind, piece.level = BlockKind.HEADING, 2


def _notes(
    lines: list[Line], usual: Measure, words: Vocabulary, printed: str | None, before: Piece | None
) -> list[Piece]:
    """The footnotes of a page, taken off its lines: small type at its end, begun by a raised number.

    What stands there before the first number is the rest of the note `before`, where the page before left that open.
    """
    if not lines or lines[-1].size >= usual.size * NOTE_SIZE:
        return []
    small = [line.size < usual.size * NOTE_SIZE for line in lines]
    numbers = [line.note or _number_of(line) for line in lines]
    begin = next((place for place, number in enumerate(numbers) if number and all(small[place:])), len(lines))
    first = begin
    if before and (before.end_page or before.page) == lines[-1].page - 1 and not ends_sentence(before.text):
        first = _take_rest(before, lines, small, begin, words)
    found: list[Piece] = []
    for line, number in zip(lines[begin:], numbers[begin:], strict=True):
        if number:
            text = line.text if line.note else line.text[len(number) :]
            found.append(Piece(text, BlockKind.FOOTNOTE, number, page=line.page, printed_page=printed, fixed=True))
        else:
            found[-1].text = words.join(found[-1].text, line.text)
    del lines[first:]
    return found


def _take_rest(before: Piece, lines: list[Line], small: list[bool], begin: int, words: Vocabulary) -> int:
    """Put the rest of a note, before the place where the page's own begin, to that note; the place where it begins.

    The rest stands apart from the text above it, and begins as no sentence or point does.
    """
    first = max((place + 1 for place in range(begin) if not small[place]), default=0)
    rest = lines[first:begin]
    goes_on = bool(rest) and (rest[0].text[:1].islower() or is_open(before.text)) and not take_marker(rest[0].text)[0]
    apart = first > 0 and lines[first - 1].bottom - lines[first].bottom > NOTE_GAP * lines[first].size
    if not goes_on or not apart:
        return begin
    for line in rest:
        before.text = words.join(before.text, line.text)
    before.end_page = lines[first].page
    return first


def _number_of(line: Line) -> str:
    """The number that stands at the head of a line without a space, as a footnote's may; "" where none does."""
    match = _NUMBERED.match(line.text)
    return match[1] if match else ""
