"""Opening a PDF, saying in plain words why one cannot be opened, and telling pages that are pictures."""

import ctypes
import re
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as c

from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading.limits import Limits
from scrutiny_desk.reading.mending import fold

PASSWORD_ERROR = 4
"""pdfium's FPDF_ERR_PASSWORD."""

MOST_BOOKMARKS = 5_000

FEWEST_LETTERS = 40
"""A page with fewer letters of text and a picture over much of it is a scan, perhaps with a stamp on it."""

PICTURE_SHARE = 0.4
"""The share of a page that pictures cover where the page is a scan."""


MOST_SIGNS = 0.4
"""A page on which more of the letters than this are no letters of any script is set in a font that tells nothing."""

_SIGNS = re.compile("[\ue000-\uf8ff\ufffd\x01-\x08\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of a PDF's outline: its title, the page it leads to, counted from 1, and its depth, from 0."""

    title: str
    page: int
    level: int


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


def words_from(ask: object) -> str:
    """What pdfium puts into a buffer of the length it asks for; signs that are no letters do not make it fail."""
    length = ask(None, 0)  # type: ignore[operator]
    if not 2 < length < 1_000_000:
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(ctypes.cast(buffer, ctypes.POINTER(c.FPDF_WCHAR)), length)  # type: ignore[operator]
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def bookmarks_of(document: pdfium.PdfDocument) -> tuple[Bookmark, ...]:
    """The outline of the document, in its order; entries that lead to no page are left out."""
    found = []
    for entry in document.get_toc(max_depth=6):
        target = entry.get_dest()
        place = target.get_index() if target else None
        title = fold(words_from(lambda to, size, it=entry: c.FPDFBookmark_GetTitle(it.raw, to, size)))
        if title and place is not None and 0 <= place < len(document):
            found.append(Bookmark(title, place + 1, entry.level))
        if len(found) >= MOST_BOOKMARKS:
            break
    return tuple(found)


def is_pictured(page: pdfium.PdfPage) -> bool:
    """Whether pictures cover so much of the page that it is a scan; where two overlap, both count."""
    width, height = page.get_size()
    covered = 0.0
    for thing in page.get_objects(filter=[c.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = thing.get_bounds()
        covered += max(0.0, min(right, width) - max(left, 0)) * max(0.0, min(top, height) - max(bottom, 0))
    return covered >= PICTURE_SHARE * width * height


def is_legible(text: str) -> bool:
    """Whether the letters of a page are such that anybody can read, and not the numbers of a font's own signs."""
    if text.isascii():
        return True
    signs = len(_SIGNS.findall(text))
    return signs < FEWEST_LETTERS or signs <= len(text) * MOST_SIGNS
