"""Pages that are pictures: their words through tesserocr, with their places and how sure the reading is.

It takes a second or two a page, so it is asked for separately, once the rest of the document is in use:
`pages_to_read` names the pages, `read_pages` gives them one by one, and the PDF or image reader, given them as
`scanned`, hands over the whole document. Nothing is fetched: the English data is installed with the program.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as c
from PIL import Image, ImageFilter

from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading.limits import USUAL, Limits
from scrutiny_desk.reading.pdf_lines import Line, Segment
from scrutiny_desk.reading.pdf_open import FEWEST_LETTERS, is_legible, is_pictured, open_pdf
from scrutiny_desk.reading.pictures import open_pictures
from scrutiny_desk.reading.scan_pictures import slant_of, unruled
from scrutiny_desk.reading.scanned import ScannedPage
from scrutiny_desk.reading.sniff import sniff

USUAL_FINENESS, COARSEST, FINEST = 300, 120, 420
"""Dots an inch at which a page is drawn where its picture's own fineness is not between the two others."""

MOST_ACROSS = 5000
"""Dots along the longer edge of the drawn page, at most."""

SPECKS_FROM = 170
"""From this many dots an inch on specks can be told from full stops, and are taken out."""

PICTURE_FINENESS = 200
"""Dots an inch that a picture file is taken to have: what scanners in offices are set to."""

LEAST_SURE = 35.0
"""Lines surer than this, in percent, are kept; below it Tesseract is reading specks and lines."""


def can_read_scans() -> bool:
    """Whether this machine has what the recognition of scans needs."""
    return data_folder() is not None


def pages_to_read(name: str, data: bytes, *, limits: Limits = USUAL) -> tuple[int, ...]:
    """The pages, counted from 1, that are pictures of text; those already searchable and blank ones are not."""
    kind = sniff(name, data)
    if kind == "image":
        return tuple(range(1, len(open_pictures(name, data, limits)) + 1))
    if kind != "pdf":
        return ()
    document = open_pdf(name, data, limits)
    try:
        return tuple(place + 1 for place in range(len(document)) if is_scan(document, place))
    finally:
        document.close()


def read_pages(
    name: str, data: bytes, pages: Sequence[int] | None = None, *, limits: Limits = USUAL
) -> Iterator[ScannedPage]:
    """The pages one by one, so that the caller may stop, store or go on between two of them.

    Raises `UnreadableFile` where the file cannot be opened or the machine cannot recognise scans.
    """
    with _Recogniser(name) as recogniser:
        if sniff(name, data) == "image":
            pictures = open_pictures(name, data, limits)
            for page in pages or range(1, len(pictures) + 1):
                yield recogniser.page(page, pictures[page - 1], PICTURE_FINENESS / 72)
            return
        document = open_pdf(name, data, limits)
        try:
            for page in pages if pages is not None else [n + 1 for n in range(len(document)) if is_scan(document, n)]:
                yield recogniser.page(page, *_drawn(document, page - 1))
        finally:
            document.close()


def is_scan(document: pdfium.PdfDocument, place: int) -> bool:
    """Whether the page at this place, from 0, is to be read as a picture: it has next to no letters and a picture over
    much of it, or letters that are none of any script."""
    try:
        page = document[place]
    except pdfium.PdfiumError:
        return False
    try:
        text = page.get_textpage()
        try:
            words = text.get_text_range(errors="replace")
        finally:
            text.close()
        if not is_legible(words):
            return True
        return len(words.strip()) < FEWEST_LETTERS and is_pictured(page)
    finally:
        page.close()


def _drawn(document: pdfium.PdfDocument, place: int) -> tuple[Image.Image, float]:
    """The page as a grey picture at the fineness it was scanned in, and how many of its dots make a point."""
    page = document[place]
    try:
        scale = min(_fineness(page) / 72, MOST_ACROSS / max(page.get_width(), page.get_height(), 1.0))
        return page.render(scale=scale, grayscale=True).to_pil(), scale
    finally:
        page.close()


def _fineness(page: pdfium.PdfPage) -> float:
    """Dots an inch of the page's largest picture: drawn finer or coarser, its letters would blur."""
    best, dots = 0.0, 0.0
    for thing in page.get_objects(filter=[c.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = thing.get_bounds()
        if (right - left) * (top - bottom) > best and right - left > 1:
            best = (right - left) * (top - bottom)
            dots = max(thing.get_px_size()) * 72 / max(right - left, top - bottom)
    return dots if COARSEST <= dots <= FINEST else USUAL_FINENESS


@cache
def data_folder() -> Path | None:
    """Where Tesseract's English data is: beside the program, where pip put it, or where the system has it."""
    return next((place for place in _places() if (place / "eng.traineddata").exists()), None)


@cache
def welsh_data() -> Path | None:
    """Tesseract's Welsh data, which the system may have in another place than the program has the English; None where
    there is none."""
    return next((file for place in _places() if (file := place / "cym.traineddata").exists()), None)


def _places() -> list[Path]:
    places = [
        Path(getattr(sys, "_MEIPASS", sys.prefix)) / "share" / "tessdata",
        Path(sys.prefix) / "share" / "tessdata",
    ]
    if os.environ.get("TESSDATA_PREFIX"):
        places.insert(0, Path(os.environ["TESSDATA_PREFIX"]))
    return places + (sorted(Path("/usr/share/tesseract-ocr").glob("*/tessdata")) if os.name == "posix" else [])


def _languages(folder: Path) -> str:
    """The languages to read by, as Tesseract names them: data in another folder by the way to it from this one."""
    welsh = welsh_data()
    if welsh is None:
        return "eng"
    try:
        return "eng+" + Path(os.path.relpath(welsh.with_suffix(""), folder)).as_posix()
    except ValueError:  # on another drive
        return "eng"


NO_WELSH = (
    "Scanned pages of this paper seem to be in Welsh, and this machine can read scans in English alone: letters such "
    "as ŵ and ŷ may be wrong. Once Tesseract’s data for Welsh is installed, scans read from then on come out right."
)
_WELSH = re.compile(r"\b(?:y|yr|yn|ac|ar|fod|wedi|oedd|gan|mae|bod|cael|gyfer|wrth|[io]['’]r|a['’]r)\b", re.IGNORECASE)
FEWEST_WORDS, WELSH_SHARE = 20, 0.12
"""A page of so many words, of which such a share are small words of Welsh, is Welsh."""


def seems_welsh(text: str) -> bool:
    """Whether the words are Welsh, by its small words."""
    words = len(text.split())
    return words >= FEWEST_WORDS and len(_WELSH.findall(text)) >= WELSH_SHARE * words


LEAST_ASKEW = 0.25
"""A page that lies askew by so many degrees is set straight before it is read: what is askew Tesseract may take for a
drawing, a ruled table above all."""


class _Recogniser:
    """Tesseract, loaded once for many pages."""

    def __init__(self, name: str) -> None:
        folder = data_folder()
        if folder is None:
            raise UnreadableFile(
                f"“{name}” is a scan, and this machine has no data to recognise its words.",
                "Install the program anew with its language data, or ask for the paper as a PDF with text.",
            )
        import tesserocr

        self._kit = tesserocr
        languages = _languages(folder)
        self._in_welsh = languages != "eng"
        self._engine = tesserocr.PyTessBaseAPI(path=str(folder), lang=languages, psm=tesserocr.PSM.AUTO)

    def __enter__(self) -> "_Recogniser":
        return self

    def __exit__(self, *_fault: object) -> None:
        self._engine.End()

    def page(self, number: int, picture: Image.Image, scale: float) -> ScannedPage:
        """The lines of one picture, whose dots are `scale` to a point, placed as on the page."""
        picture = picture.convert("L")
        askew = slant_of(picture)
        if abs(askew) >= LEAST_ASKEW:
            picture = picture.rotate(askew, fillcolor=255, resample=Image.Resampling.BICUBIC)
        bare, table = unruled(picture, scale * 72)
        self._set(_without_specks(bare, scale), scale)
        self._engine.Recognize()
        lines, sure = self._lines(number, picture.height, scale)
        if table:
            upper, lower = ((picture.height - edge) / scale for edge in (table[1], table[3]))
            lines = _in_rows(lines, upper, lower)
        unread = not self._in_welsh and seems_welsh(" ".join(line.text for line in lines))
        notice = NO_WELSH if unread else ""
        return ScannedPage(number, tuple(lines), round(sure, 3), picture.height / scale, notice)

    def _set(self, picture: Image.Image, scale: float) -> None:
        self._engine.SetImage(picture)
        self._engine.SetSourceResolution(int(72 * scale))

    def _lines(self, number: int, height: int, scale: float) -> tuple[list[Line], float]:
        level = self._kit.RIL.TEXTLINE
        walker = self._engine.GetIterator()
        lines: list[Line] = []
        weighed = letters = 0.0
        for found in self._kit.iterate_level(walker, level) if walker else ():
            text, box = (found.GetUTF8Text(level) or "").strip(), found.BoundingBox(level)
            sure = found.Confidence(level)
            if not text or not box or sure < LEAST_SURE:
                continue
            weighed, letters = weighed + sure * len(text), letters + len(text)
            left, top, right, bottom = (edge / scale for edge in box)
            foot = height / scale
            size = max((bottom - top) * 0.8, 1.0)
            lines.append(
                Line(text, number, left, right, foot - top, foot - bottom, size, False, cut=text.endswith("-"))
            )
        return _evened(lines), weighed / letters / 100 if letters else 0.0


def _in_rows(lines: list[Line], upper: float, lower: float) -> list[Line]:
    """The lines, of which those between these heights that stand side by side are rows of a table, in order."""
    inside = [line for line in lines if lower < (line.top + line.bottom) / 2 < upper]
    if not inside:
        return lines
    place = lines.index(inside[0])
    rows: list[list[Line]] = []
    for line in sorted(inside, key=lambda line: -line.top):
        middle = (line.top + line.bottom) / 2
        if rows and rows[-1][0].bottom < middle < rows[-1][0].top:
            rows[-1].append(line)
        else:
            rows.append([line])
    kept = {id(line) for line in inside}
    done = [line for line in lines[:place] if id(line) not in kept]
    done += [_as_row(sorted(row, key=lambda line: line.left)) for row in rows]
    return done + [line for line in lines[place:] if id(line) not in kept]


def _as_row(cells: list[Line]) -> Line:
    first = cells[0]
    if len(cells) > 1:
        first.segments = [Segment(cell.text, cell.left, cell.right) for cell in cells]
        first.text, first.right = " ".join(cell.text for cell in cells), cells[-1].right
        first.top, first.bottom = max(cell.top for cell in cells), min(cell.bottom for cell in cells)
        first.cut = cells[-1].cut
    return first


def _without_specks(picture: Image.Image, scale: float) -> Image.Image:
    return picture.filter(ImageFilter.MedianFilter(3)) if scale * 72 >= SPECKS_FROM else picture


def _evened(lines: list[Line]) -> list[Line]:
    """The lines with the sizes of neighbours made alike: a line without tall letters measures smaller than its type."""
    if not lines:
        return lines
    sizes = sorted(line.size for line in lines)
    usual = sizes[len(sizes) // 2]
    for line in lines:
        if 0.6 * usual < line.size < 1.45 * usual:
            line.size = usual
    return lines
