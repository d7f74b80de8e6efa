"""A pack as one PDF: every paper's own pages, bookmarks, a list of contents, and page numbers that run through."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    create_string_object,
)

from scrutiny_desk.briefing import marks, wording
from scrutiny_desk.briefing.pack import Paper
from scrutiny_desk.domain.briefing import Briefing, Line, Section
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.troubles import Trouble

MARGIN, SIZE, LETTER = 28, 9, 0.52
"""Where and how large the running number stands: points from the edge, points high, a letter's width to its height."""
FONT = "/ScrutinyDeskNumber"
"""The name of its font on each page, which no paper's own has."""

OF_THE_PAPER = frozenset({"/Link", "/Widget"})
"""What lies on a page and belongs to the paper: links, and the fields of a form."""

Printer = Callable[[Paper], bytes]
"""Makes a PDF of a paper that is not one yet."""


def joined(pack: Briefing, papers: Sequence[Paper], printed: Printer) -> bytes:
    """The papers as one PDF, in order, after a list of contents that gives the page each begins on. A restricted
    pack says so at the foot of every page.

    `Trouble` where a paper's own PDF cannot be read.
    """
    parts = [(paper.title, _opened(paper, printed)) for paper in papers]
    front = _contents(pack, parts, printed)
    marked = f"{marks.marking(pack)}. " if pack.circulation is Circulation.RESTRICTED else ""
    writer = PdfWriter()
    for name, part in [(wording.CONTENTS, front), *parts]:
        writer.append(part, outline_item=name, import_outline=False)
    total, stamp = len(writer.pages), _Stamp(writer)
    for number, page in enumerate(writer.pages, 1):
        _without_remarks(page)
        if page.rotation:
            page.transfer_rotation_to_content()
        stamp.put(page, f"{marked}{wording.PACK_PAGE} {number} {wording.OF} {total}")
    writer.metadata = None
    writer.add_metadata({"/Title": pack.title})
    writer.root_object[NameObject("/Lang")] = create_string_object("en-GB")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _opened(paper: Paper, printed: Printer) -> PdfReader:
    own = paper.file_name.casefold().endswith(".pdf") and paper.briefing is None and bool(paper.original)
    try:
        reader = PdfReader(io.BytesIO(paper.original if own else printed(paper)))
        len(reader.pages)
    except PyPdfError as fault:
        remedy = "Leave it out of the pack, or open it, print it to a new PDF and import that."
        raise Trouble(
            f"The pages of {paper.file_name or paper.title} could not be taken into the pack.", remedy
        ) from fault
    return reader


def _without_remarks(page: PageObject) -> None:
    """Take off a page what somebody laid on it, sticky notes, marks and files; its links and fields stay."""
    held = page.get("/Annots")
    kept = [one for one in held.get_object() if one.get_object().get("/Subtype") in OF_THE_PAPER] if held else []
    page.pop("/Annots", None)
    if kept:
        page[NameObject("/Annots")] = ArrayObject(kept)


def _contents(pack: Briefing, parts: list[tuple[str, PdfReader]], printed: Printer) -> PdfReader:
    """The list of contents, set again until the pages it takes up itself are counted right."""
    pages = 1
    while True:
        start, lines = pages + 1, []
        for name, part in parts:
            lines.append(Line(f"{name}, {wording.PACK_PAGE.lower()} {start}"))
            start += len(part.pages)
        listing = replace(pack, sections=(Section(wording.CONTENTS, tuple(lines)),))
        reader = PdfReader(io.BytesIO(printed(Paper(pack.title, listing))))
        if len(reader.pages) <= pages:
            return reader
        pages = len(reader.pages)


class _Stamp:
    """Writes the running number at the foot of pages, on the right, beside what stands there already.

    It never reads the content of a page, which takes a tenth of a second: a pack may have thousands.
    """

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._apart = writer._add_object(_stream("q\n"))
        named = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        font = DictionaryObject({NameObject(key): NameObject(value) for key, value in named.items()})
        self._font = writer._add_object(font)

    def put(self, page: PageObject, words: str) -> None:
        """Number this page."""
        box = page.mediabox
        left, down = float(box.right) - MARGIN - len(words) * SIZE * LETTER, float(box.bottom) + MARGIN / 2
        shown = _stream(f"\nQ\nBT {FONT} {SIZE} Tf {left:.1f} {down:.1f} Td ({words}) Tj ET")
        parts = self._parts(page.raw_get("/Contents")) if "/Contents" in page else []
        page[NameObject("/Contents")] = ArrayObject([self._apart, *parts, self._writer._add_object(shown)])
        page[NameObject("/Resources")] = self._resources(page)

    def _parts(self, held: PdfObject) -> list[PdfObject]:
        """What the page draws, part by part, as it stands in the file."""
        found = held.get_object()
        if isinstance(found, ArrayObject):
            return list(found)
        return [held if isinstance(held, IndirectObject) else self._writer._add_object(held)]

    def _resources(self, page: PageObject) -> DictionaryObject:
        """What the page draws on with our font beside its own; pages may share theirs, so it is a new list."""
        found = page.get_inherited("/Resources", DictionaryObject()).get_object()
        resources = DictionaryObject(found)
        fonts = DictionaryObject(resources["/Font"].get_object() if "/Font" in resources else {})
        fonts[NameObject(FONT)] = self._font
        resources[NameObject("/Font")] = fonts
        return resources


def _stream(words: str) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(words.encode("ascii"))
    return made
