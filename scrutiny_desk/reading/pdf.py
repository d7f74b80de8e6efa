"""PDF with a text layer, through pypdfium2; pages without text are counted and left to the scan reader."""

import pypdfium2 as pdfium

from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading.columns import arrange, typed
from scrutiny_desk.reading.furniture import strip_furniture
from scrutiny_desk.reading.limits import Limits
from scrutiny_desk.reading.mending import Vocabulary
from scrutiny_desk.reading.pdf_lines import Line, LineReader
from scrutiny_desk.reading.pdf_paragraphs import Flow, measure
from scrutiny_desk.reading.pieces import finish
from scrutiny_desk.reading.plain import as_text

PASSWORD_ERROR = 4
"""pdfium's FPDF_ERR_PASSWORD."""


def read(name: str, data: bytes, limits: Limits) -> ReadDocument:
    """The paragraphs of the text layer, each with its page; raises `UnreadableFile` for a broken or locked file."""
    document = open_pdf(name, data, limits)
    try:
        pages, heights = _lines(document)
        title = document.get_metadata_dict().get("Title") or None
    finally:
        document.close()
    searchable = sum(bool(lines) for lines in pages)
    printed = strip_furniture(pages, heights)
    words = Vocabulary([line.text for lines in pages for line in lines])
    usual = measure(pages)
    flow = Flow(usual, words)
    for lines, number in zip(pages, printed, strict=True):
        flow.page(typed(lines) if usual.mono else arrange(lines), number)
    blocks = finish(as_text(flow.close(), surely=usual.mono), words)
    return ReadDocument(
        name, "pdf", blocks, len(pages), searchable, title=title, notices=_notices(len(pages) - searchable, len(pages))
    )


def open_pdf(name: str, data: bytes, limits: Limits) -> pdfium.PdfDocument:
    """The open document; raises `UnreadableFile` where it is damaged, locked or too long."""
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as trouble:
        if getattr(trouble, "err_code", None) == PASSWORD_ERROR or "password" in str(trouble).lower():
            raise UnreadableFile(
                f"“{name}” is locked with a password.",
                "Open it, save a copy without the password, and import the copy.",
            ) from trouble
        raise UnreadableFile(
            f"“{name}” is damaged and could not be opened as a PDF.", "Download it again, or ask for a new copy."
        ) from trouble
    if count > limits.pages:
        document.close()
        raise UnreadableFile(
            f"“{name}” has {count} pages, more than the {limits.pages} that can be read.",
            "Split it into smaller files.",
        )
    if not count:
        document.close()
        raise UnreadableFile(f"“{name}” has no pages.", "Download it again, or ask for a new copy.")
    return document


def _lines(document: pdfium.PdfDocument) -> tuple[list[list[Line]], list[float]]:
    reader = LineReader()
    pages: list[list[Line]] = []
    heights: list[float] = []
    for place in range(len(document)):
        try:
            page = document[place]
        except pdfium.PdfiumError:
            pages.append([])
            heights.append(842.0)
            continue
        try:
            heights.append(page.get_height())
            pages.append(reader.lines(page, place + 1))
        finally:
            page.close()
    return pages, heights


def _notices(unread: int, total: int) -> tuple[str, ...]:
    if not unread:
        return ()
    if unread == total:
        return ("No page of this file holds text that can be searched: it seems to be a scan.",)
    pages = "1 page holds" if unread == 1 else f"{unread} pages hold"
    return (f"{pages} no text that can be searched; they may be scans, pictures or blank.",)
