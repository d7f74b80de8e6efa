"""What lies on the pages of a PDF beside their print: notes stuck on them, words typed into forms, files enclosed."""

import ctypes
import re
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as c

from scrutiny_desk.domain.documents import Attachment, Comment
from scrutiny_desk.reading.limits import Limits
from scrutiny_desk.reading.mail import bare_name
from scrutiny_desk.reading.mending import fold
from scrutiny_desk.reading.pdf_lines import Line
from scrutiny_desk.reading.pdf_open import words_from

MOST_ON_A_PAGE = 500
_NOTES = (
    c.FPDF_ANNOT_TEXT, c.FPDF_ANNOT_FREETEXT, c.FPDF_ANNOT_HIGHLIGHT, c.FPDF_ANNOT_UNDERLINE, c.FPDF_ANNOT_STRIKEOUT,
    c.FPDF_ANNOT_SQUIGGLY, c.FPDF_ANNOT_CARET, c.FPDF_ANNOT_SQUARE, c.FPDF_ANNOT_CIRCLE, c.FPDF_ANNOT_INK,
)  # fmt: skip
_TYPED = (c.FPDF_FORMFIELD_TEXTFIELD, c.FPDF_FORMFIELD_COMBOBOX, c.FPDF_FORMFIELD_LISTBOX)
_DAY = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?")
TYPED_SIZE = 10.0
"""The size in which typed words are taken to be set, in points."""


def remarks(page: pdfium.PdfPage, lines: Sequence[Line]) -> Iterator[tuple[Comment, str]]:
    """The notes that somebody stuck on a page, each with the line it lies on or beside."""
    for annotation in _annotations(page):
        if c.FPDFAnnot_GetSubtype(annotation) not in _NOTES:
            continue
        text = _value(annotation, b"Contents")
        if text:
            day = _DAY.match(_value(annotation, b"M"))
            made = f"{day[1]}-{day[2]}-{day[3]}T{day[4] or '00'}:{day[5] or '00'}:{day[6] or '00'}" if day else None
            yield Comment(text, _value(annotation, b"T") or None, made), _beside(_box(annotation), lines)


def typed_words(form: pdfium.PdfFormEnv | None, page: pdfium.PdfPage, number: int) -> list[Line]:
    """What has been typed into the fields of a page's form, each as a line at its place."""
    if form is None:
        return []
    found = []
    for annotation in _annotations(page):
        if c.FPDFAnnot_GetSubtype(annotation) != c.FPDF_ANNOT_WIDGET:
            continue
        if c.FPDFAnnot_GetFormFieldType(form.raw, annotation) not in _TYPED:
            continue
        words = fold(words_from(lambda to, size, it=annotation: c.FPDFAnnot_GetFormFieldValue(form.raw, it, to, size)))
        if words:
            left, bottom, right, top = _box(annotation)
            size = min(TYPED_SIZE, top - bottom) or TYPED_SIZE
            found.append(Line(words, number, left, right, top, top - size, size, False))
    return found


def with_typed(lines: list[Line], typed: Sequence[Line]) -> list[Line]:
    """The lines of a page with the typed ones where they stand: behind the label beside or above them."""
    for each in typed:
        middle = (each.top + each.bottom) / 2
        level = [n for n, line in enumerate(lines) if line.bottom <= middle <= line.top and line.left <= each.left]
        above = [n for n, line in enumerate(lines) if line.bottom > middle]
        if level:
            line = lines[level[-1]]
            each.top, each.bottom, each.size = line.top, line.bottom, line.size
        lines.insert((level or above or [-1])[-1] + 1, each)
    return lines


def title_of(document: pdfium.PdfDocument) -> str | None:
    """What the file itself says it is called; None where it says nothing."""
    return words_from(lambda to, size: c.FPDF_GetMetaText(document.raw, b"Title", to, size)) or None


def enclosed(document: pdfium.PdfDocument, limits: Limits) -> tuple[Attachment, ...]:
    """The files that a PDF encloses, as a portfolio does."""
    found = []
    for place in range(min(c.FPDFDoc_GetAttachmentCount(document.raw), limits.files)):
        held = c.FPDFDoc_GetAttachment(document.raw, place)
        size = ctypes.c_ulong()
        if not held or not c.FPDFAttachment_GetFile(held, None, 0, size) or not 0 < size.value <= limits.file_bytes:
            continue
        data = ctypes.create_string_buffer(size.value)
        if c.FPDFAttachment_GetFile(held, data, size.value, size):
            name = words_from(lambda to, length, it=held: c.FPDFAttachment_GetName(it, to, length))
            found.append(Attachment(bare_name(name, len(found) + 1), data.raw))
    return tuple(found)


def _annotations(page: pdfium.PdfPage) -> Iterator[object]:
    for place in range(min(c.FPDFPage_GetAnnotCount(page.raw), MOST_ON_A_PAGE)):
        annotation = c.FPDFPage_GetAnnot(page.raw, place)
        if annotation:
            yield annotation
            c.FPDFPage_CloseAnnot(annotation)


def _value(annotation: object, key: bytes) -> str:
    return fold(words_from(lambda to, size: c.FPDFAnnot_GetStringValue(annotation, key, to, size)))


def _box(annotation: object) -> tuple[float, float, float, float]:
    box = c.FS_RECTF()
    c.FPDFAnnot_GetRect(annotation, box)
    return box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top)


def _beside(box: tuple[float, float, float, float], lines: Sequence[Line]) -> str:
    """The words of the line that a note lies on: the one nearest to its top."""
    if not lines:
        return ""
    return min(lines, key=lambda line: abs((line.top + line.bottom) / 2 - (box[3] - line.height / 2))).text
