"""Lines of a PDF page as pdfium tells them: words, place, size and weight, and the wide gaps within."""

import ctypes
import re
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as c

WIDE_GAP = 1.5
"""A space wider than this many times the type size parts two cells."""

LABEL_GAP = 0.45
"""After a colon, this share of a wide gap is enough: a tab stands between a label and its value."""

_BREAK = re.compile(r"\r\n|\ufffe")
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)


@dataclass(slots=True)
class Segment:
    """A run of words without a wide gap; `left` and `right` in points."""

    text: str
    left: float
    right: float


@dataclass(slots=True)
class Line:
    """One line as printed; the origin is the lower left corner of the page, lengths in points.

    `cut` says that the line ends in a hyphen at which a word may have been divided.
    """

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    segments: list[Segment] = field(default_factory=list)
    cut: bool = False

    @property
    def height(self) -> float:
        return self.top - self.bottom


class LineReader:
    """Reads lines page by page; its buffers are made once."""

    def __init__(self) -> None:
        self._box = c.FS_RECTF()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._bold: dict[bytes, bool] = {}

    def lines(self, page: pdfium.PdfPage, number: int) -> list[Line]:
        """The lines of the page in the order the file holds them, which for papers from Word is reading order."""
        text_page = page.get_textpage()
        try:
            handle = text_page.raw
            count = c.FPDFText_CountChars(handle)
            if count <= 0:
                return []
            buffer = (ctypes.c_ushort * (count + 1))()
            c.FPDFText_GetText(handle, 0, count, buffer)
            text = bytes(buffer)[: count * 2].decode("utf-16-le", "replace")
            found = []
            start = 0
            for match in [*_BREAK.finditer(text), None]:
                end = match.start() if match else len(text)
                if text[start:end].strip():
                    found.append(
                        self._line(handle, text, start, end, number, match is not None and match[0] == "\ufffe")
                    )
                start = match.end() if match else end
            return found
        finally:
            text_page.close()

    def _line(self, handle: object, text: str, start: int, end: int, number: int, cut: bool) -> Line:
        while text[start].isspace():
            start += 1
        while text[end - 1].isspace():
            end -= 1
        box = self._box
        c.FPDFText_GetLooseCharBox(handle, start, box)
        left, top, bottom = box.left, box.top, box.bottom
        size = c.FPDFText_GetFontSize(handle, start) or 1.0
        if top - bottom < 1:
            top = bottom + size
        size = _true_size(size, top - bottom)
        bold = self._is_bold(handle, start) and self._is_bold(handle, end - 1)
        segments = self._segments(handle, text, start, end, size)
        right = segments[-1].right
        words = text[start:end] + ("-" if cut else "")
        return Line(words, number, left, right, top, bottom, size, bold, segments if len(segments) > 1 else [], cut)

    def _segments(self, handle: object, text: str, start: int, end: int, size: float) -> list[Segment]:
        box = self._box
        wide = size * WIDE_GAP
        c.FPDFText_GetLooseCharBox(handle, start, box)
        left = box.left
        found: list[Segment] = []
        begin = place = start
        while (space := text.find(" ", place, end)) >= 0:
            after = space + 1
            while text[after] == " ":
                after += 1
            c.FPDFText_GetLooseCharBox(handle, space - 1, box)
            right = box.right
            c.FPDFText_GetLooseCharBox(handle, after, box)
            gap = box.left - right
            if gap > wide or (gap > wide * LABEL_GAP and text[space - 1] == ":"):
                found.append(Segment(text[begin:space], left, right))
                begin, left = after, box.left
            place = after
        c.FPDFText_GetLooseCharBox(handle, end - 1, box)
        found.append(Segment(text[begin:end], left, box.right))
        return found

    def _is_bold(self, handle: object, place: int) -> bool:
        length = c.FPDFText_GetFontInfo(handle, place, self._name, 128, self._flags)
        name = self._name.raw[: min(max(length - 1, 0), 127)]
        if name not in self._bold:
            self._bold[name] = bool(_BOLD.search(name.decode("utf-8", "replace")))
        return self._bold[name]


def _true_size(size: float, height: float) -> float:
    """The size as set; where the file scales tiny type up by its page matrix, the height of the letters tells."""
    return size if 0.6 <= height / size <= 2.2 else height / 1.15
