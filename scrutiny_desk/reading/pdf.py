"""PDF with a text layer, through pypdfium2; pages without text are counted and left to the scan reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium
import pypdfium2.raw as c

from scrutiny_desk.domain.documents import Comment, ReadDocument
from scrutiny_desk.domain.markings import marking_in
from scrutiny_desk.reading.comments import notices, placed
from scrutiny_desk.reading.limits import Limits
from scrutiny_desk.reading.paper import blocks_of
from scrutiny_desk.reading.pdf_extras import enclosed, remarks, title_of, typed_words, with_typed
from scrutiny_desk.reading.pdf_lines import Line, LineReader, without
from scrutiny_desk.reading.pdf_open import FEWEST_LETTERS, is_legible, is_pictured, open_pdf
from scrutiny_desk.reading.scanned import ScannedPage, of_scans

_NOTHING: Mapping[int, ScannedPage] = {}


@dataclass(slots=True)
class _Pages:
    """The lines and heights of all pages, the notes on them, and the numbers of those that are scans, blank or broken.

    Pages whose print is read by no rule, `garbled`, are scans as well: only their picture tells what they say.
    """

    lines: list[list[Line]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    garbled: list[int] = field(default_factory=list)
    remarks: list[tuple[Comment, str]] = field(default_factory=list)
    watermarks: dict[str, None] = field(default_factory=dict)


def read(name: str, data: bytes, limits: Limits, scanned: Mapping[int, ScannedPage] = _NOTHING) -> ReadDocument:
    """The paragraphs of the text layer, each with its page, and of the pages that the scan reader has `scanned`.

    Raises `UnreadableFile` for a broken or locked file.
    """
    document = open_pdf(name, data, limits)
    try:
        form = _form(document)
        pages = _pages(document, form, scanned)
        title = title_of(document)
        files = enclosed(document, limits)
    finally:
        document.close()
    count = len(pages.lines)
    searchable = count - len(pages.scans) - len(pages.blank) - len(pages.broken)
    blocks = blocks_of(pages.lines, pages.heights)
    return ReadDocument(
        name,
        "pdf",
        blocks,
        count,
        searchable,
        title=title,
        notices=_notices(pages, count) + notices(len(pages.remarks)) + of_scans(scanned.values()),
        attachments=files,
        comments=placed(pages.remarks, blocks),
    )


def _form(document: pdfium.PdfDocument) -> pdfium.PdfFormEnv | None:
    """The file's form, where it has one to fill in; to be asked for before any page is."""
    if document.get_formtype() == c.FORMTYPE_NONE:
        return None
    document.init_forms()
    return document.formenv


def _pages(document: pdfium.PdfDocument, form: pdfium.PdfFormEnv | None, scanned: Mapping[int, ScannedPage]) -> _Pages:
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
            if not is_legible("".join(line.text for line in lines)):
                lines = []
                pages.garbled.append(number)
            lines = _without_watermarks(lines, pages)
            pages.remarks += remarks(page, lines)
            lines = with_typed(lines, typed_words(form, page, number))
            if sum(len(line.text) for line in lines) < FEWEST_LETTERS:
                if number in scanned:
                    lines = list(scanned[number].lines)
                elif is_pictured(page) or number in pages.garbled:
                    pages.scans.append(number)
                elif not lines:
                    pages.blank.append(number)
            pages.lines.append(lines)
            pages.heights.append(page.get_height())
        finally:
            page.close()
    return pages


def _without_watermarks(lines: list[Line], pages: _Pages) -> list[Line]:
    """The lines without what is printed across the page; one that says who may read it stands at the page's head."""
    across = [line for line in lines if line.slanted]
    if not across:
        return lines
    kept = without(lines, lambda line: not line.slanted)
    top = max((line.top for line in kept), default=0.0)
    for line in across:
        if mark := marking_in(line.text):
            kept.insert(0, replace(line, text=mark, top=top + 40, bottom=top + 28, size=12.0, segments=[], label=[]))
        else:
            pages.watermarks[line.text] = None
    return kept


def _notices(pages: _Pages, count: int) -> tuple[str, ...]:
    found = []
    scans = [number for number in pages.scans if number not in pages.garbled]
    unread = [number for number in pages.scans if number in pages.garbled]
    if unread:
        found.append(
            f"{_named(unread)} set in letters that cannot be told; they can be searched once read as a picture."
        )
    if scans:
        whole = len(scans) == count
        which = "All pages are" if whole and count > 1 else _named(scans)
        found.append(f"{which} scanned and cannot be searched until the words in the picture have been recognised.")
    if pages.blank:
        found.append(f"{_named(pages.blank)} without text.")
    if pages.broken:
        found.append(f"{_named(pages.broken)} damaged and could not be read.")
    if pages.watermarks:
        which = "”, “".join(pages.watermarks)
        found.append(f"“{which}” is printed across its pages, and is not in the text.")
    return tuple(found)


def _named(numbers: list[int]) -> str:
    """The pages in words: "Page 3 is", "Pages 3, 4 and 9 are", "12 pages are"."""
    if len(numbers) == 1:
        return f"Page {numbers[0]} is"
    if len(numbers) > 6:
        return f"{len(numbers)} pages are"
    return f"Pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]} are"
