"""PDF with a text layer, through pypdfium2; pages without text are counted and left to the scan reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pypdfium2 as pdfium

from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.reading.limits import Limits
from scrutiny_desk.reading.paper import blocks_of
from scrutiny_desk.reading.pdf_lines import Line, LineReader
from scrutiny_desk.reading.pdf_open import FEWEST_LETTERS, is_pictured, open_pdf
from scrutiny_desk.reading.scanned import ScannedPage

_NOTHING: Mapping[int, ScannedPage] = {}


@dataclass(slots=True)
class _Pages:
    """The lines and heights of all pages, and the numbers of those that are scans, blank or broken."""

    lines: list[list[Line]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)


def read(name: str, data: bytes, limits: Limits, scanned: Mapping[int, ScannedPage] = _NOTHING) -> ReadDocument:
    """The paragraphs of the text layer, each with its page, and of the pages that the scan reader has `scanned`.

    Raises `UnreadableFile` for a broken or locked file.
    """
    document = open_pdf(name, data, limits)
    try:
        pages = _pages(document, scanned)
        title = document.get_metadata_dict().get("Title") or None
    finally:
        document.close()
    count = len(pages.lines)
    searchable = count - len(pages.scans) - len(pages.blank) - len(pages.broken)
    blocks = blocks_of(pages.lines, pages.heights)
    return ReadDocument(name, "pdf", blocks, count, searchable, title=title, notices=_notices(pages, count))


def _pages(document: pdfium.PdfDocument, scanned: Mapping[int, ScannedPage]) -> _Pages:
    reader, pages = LineReader(), _Pages()
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pdfium.PdfiumError:
            pages.broken.append(number)
            pages.lines.append([])
            pages.heights.append(842.0)
            continue
        try:
            lines = reader.lines(page, number)
            if sum(len(line.text) for line in lines) < FEWEST_LETTERS:
                if number in scanned:
                    lines = list(scanned[number].lines)
                elif is_pictured(page):
                    pages.scans.append(number)
                elif not lines:
                    pages.blank.append(number)
            pages.lines.append(lines)
            pages.heights.append(page.get_height())
        finally:
            page.close()
    return pages


def _notices(pages: _Pages, count: int) -> tuple[str, ...]:
    notices = []
    if pages.scans:
        whole = len(pages.scans) == count
        which = "All pages are" if whole and count > 1 else _named(pages.scans)
        notices.append(f"{which} scanned and cannot be searched until the words in the picture have been recognised.")
    if pages.blank:
        notices.append(f"{_named(pages.blank)} without text.")
    if pages.broken:
        notices.append(f"{_named(pages.broken)} damaged and could not be read.")
    return tuple(notices)


def _named(numbers: list[int]) -> str:
    """The pages in words: "Page 3 is", "Pages 3, 4 and 9 are", "12 pages are"."""
    if len(numbers) == 1:
        return f"Page {numbers[0]} is"
    if len(numbers) > 6:
        return f"{len(numbers)} pages are"
    return f"Pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]} are"
