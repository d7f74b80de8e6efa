"""Lines of a PDF page as pdfium tells them: words, place, size and weight, and the wide gaps within."""

import ctypes
import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as c

WIDE_GAP = 1.5
"""A space wider than this many times the type size parts two cells."""

TAB_STOPS = (36.0, 35.43)
"""Half an inch and 1.25 cm, in points: how far apart the stops of Word and of Writer are."""

DESCENT, HEIGHT = 0.22, 1.15
"""How far type reaches below its baseline, and its whole height, as shares of its size."""

LABEL_GAP = 0.45
"""After a colon, this share of a wide gap is enough: a tab stands between a label and its value."""

_BREAK = re.compile(r"\r\n|\ufffe")
SPACE = 0.265
"""About the width of a space, as a share of the size of the type."""

_LABEL = re.compile(r"[A-Z][A-Za-z ()/'’-]{1,38}:")
_GLUED_LABEL = re.compile(r"[A-Z][A-Za-z ()/'’-]{2,38}:(?=[A-Z][a-z]|[A-Z] [A-Z])")
_RAISED = re.compile(r"(?<=[^\W\d_]|[.,;:)’”'\"])(\d{1,2})(?=[]).,;:?!’”'\"…]*(?:[\s–—]|$))")
_DIGIT = re.compile(r"\d")
_NOTE = re.compile(r"(\d{1,3})\s?(?=[^\W\d_]|[“‘\"'(])")
SMALLER = 0.8
"""Figures set at less than this share of the type beside them are raised: they refer to a footnote."""

SLANTED_SIZE, SLANT = 24.0, 8.0
"""Type of this size and more, in points, that is turned by this many degrees is a watermark."""

_SET_APART = re.compile(r"[A-Z](?: [A-Z]){4,11}")
"""A word set with spaces between its letters; where there are several, nothing tells where one ends."""

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_MONO = re.compile(r"mono|courier|typewriter|consol", re.IGNORECASE)


@dataclass(slots=True)
class Segment:
    """A run of words without a wide gap; `left` and `right` in points."""

    text: str
    left: float
    right: float


@dataclass(slots=True, eq=False)
class Line:
    """One line as printed; the origin is the lower left corner of the page, lengths in points.

    `segments` are its parts where wide gaps part it, else empty; `label` its parts at the first colon, which may be a
    label's: whether it is, the lines around tell. `cut` says that it ends in a hyphen which may have divided a word;
    `note` is the raised number with which a footnote begins; `slanted` lines are printed across the page;
    a line stands `apart` from the one before it where the file holds something between them that is not read.
    """

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    mono: bool = False
    segments: list[Segment] = field(default_factory=list)
    label: list[Segment] = field(default_factory=list)
    cut: bool = False
    note: str = ""
    slanted: bool = False
    apart: bool = False

    @property
    def height(self) -> float:
        return self.top - self.bottom


class LineReader:
    """Reads lines page by page; its buffers are made once, since a page has hundreds of places to ask for."""

    def __init__(self) -> None:
        self._box = c.FS_RECTF()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._faces: dict[bytes, tuple[bool, bool]] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._handle: object = None
        self._turn, self._width, self._tall = 0, 0.0, 0.0

    def lines(self, page: pdfium.PdfPage, number: int) -> list[Line]:
        """The lines of the page in the order the file holds them, which for papers from Word is reading order.

        Words that stand outside the page, where nobody sees them, are left out.
        """
        text_page = page.get_textpage()
        left, bottom, right, top = page.get_bbox()
        self._turn, self._width, self._tall = page.get_rotation(), right, top
        try:
            self._handle = text_page.raw
            count = c.FPDFText_CountChars(self._handle)
            if count <= 0:
                return []
            buffer = (ctypes.c_ushort * (count + 1))()
            c.FPDFText_GetText(self._handle, 0, count, buffer)
            text = bytes(buffer)[: count * 2].decode("utf-16-le", "replace")
            found: list[Line] = []
            start = 0
            for match in [*_BREAK.finditer(text), None]:
                end = match.start() if match else len(text)
                begin, stop = _trimmed(text, start, end)
                if begin < stop:
                    if c.FPDFText_CountRects(self._handle, begin, stop - begin) <= 1:
                        found.append(self._set_in_one_go(text, begin, stop, number))
                    else:
                        found.extend(self._printed_lines(text, begin, stop, number))
                    if match and match[0] == "\ufffe":
                        found[-1].text += "-"
                        found[-1].cut = True
                start = match.end() if match else end
        finally:
            text_page.close()
        if self._turn in (90, 270):
            left, bottom, right, top = bottom, left, top, right
        within = [left < line.right and line.left < right and bottom < line.top and line.bottom < top for line in found]
        if not all(within):
            seen = {id(line) for line, there in zip(found, within, strict=True) if there}
            return without(found, lambda line: id(line) in seen)
        return found

    def _set_in_one_go(self, text: str, start: int, end: int, number: int) -> Line:
        """The line of a run of text that the file sets in one go.

        Cells and further lines are set apart in it, so such a run holds neither, and its spaces need not be measured
        one by one.
        """
        line = self._begun(start, number)
        ask = self._turned if self._turn else c.FPDFText_GetLooseCharBox
        ask(self._handle, end - 1, self._box)
        return self._ended(line, text, start, start, line.left, self._box.right, end)

    def _printed_lines(self, text: str, start: int, end: int, number: int) -> Iterator[Line]:
        """The lines of one run of text: pdfium does not always break it where the page does."""
        handle, box = self._handle, self._box
        ask = self._turned if self._turn else c.FPDFText_GetLooseCharBox
        line = self._begun(start, number)
        wide, fall = line.size * WIDE_GAP, line.size * 0.6
        begin, left, colon = start, line.left, -1
        glued = _GLUED_LABEL.match(text, start, end)
        place = glued.end() if glued else text.find(" ", start, end)
        while place >= 0:
            after = place
            while text[after] == " ":
                after += 1
            ask(handle, place - 1, box)
            right, bottom = box.right, box.bottom
            ask(handle, after, box)
            gap = box.left - right
            if gap < 0 and bottom - box.bottom > fall:
                yield self._ended(line, text, start, begin, left, right, place)
                line = self._begun(after, number)
                wide, fall = line.size * WIDE_GAP, line.size * 0.6
                begin = start = after
                left, colon = line.left, -1
            elif text[place - 1] == ":" and gap <= wide * LABEL_GAP and self._after_tab(text, start, place, gap, line):
                line.segments.append(Segment(text[begin:place], left, right))
                begin, left = after, box.left
            elif text[place - 1] == ":" and colon < 0 and gap <= wide * LABEL_GAP and not line.mono:
                colon = after
                line.label = [Segment(text[begin:place], left, right), Segment(text[after:end], box.left, 0.0)]
            elif (
                gap > wide or (text[place - 1] == ":" and gap > wide * LABEL_GAP) or (line.mono and self._is_tab(place))
            ):
                line.segments.append(Segment(text[begin:place], left, right))
                begin, left = after, box.left
            place = text.find(" ", after, end)
        ask(handle, end - 1, box)
        yield self._ended(line, text, start, begin, left, box.right, end)

    def _turned(self, handle: object, place: int, box: c.FS_RECTF) -> None:
        """The box of a letter as the page shows it, where the page is shown turned."""
        c.FPDFText_GetLooseCharBox(handle, place, box)
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if self._turn == 90:
            box.left, box.right, box.bottom, box.top = bottom, top, self._width - right, self._width - left
        elif self._turn == 180:
            box.left, box.right = self._width - right, self._width - left
            box.bottom, box.top = self._tall - top, self._tall - bottom
        else:
            box.left, box.right, box.bottom, box.top = self._tall - top, self._tall - bottom, left, right

    def _base(self) -> float:
        """How high the line stands on which the letter in hand is set, as the page shows it."""
        if self._turn == 90:
            return self._width - self._x.value
        if self._turn == 180:
            return self._tall - self._y.value
        return self._x.value if self._turn == 270 else self._y.value

    def _begun(self, place: int, number: int) -> Line:
        """A line from this place on; its words and right end come later.

        Its bottom and top are those of the type, not of the first letter, so that lines of one type compare.
        """
        box = self._box
        c.FPDFText_GetCharOrigin(self._handle, place, self._x, self._y)
        if self._turn:
            self._turned(self._handle, place, box)
        else:
            c.FPDFText_GetLooseCharBox(self._handle, place, box)
        size = _true_size(c.FPDFText_GetFontSize(self._handle, place) or 1.0, box.top - box.bottom)
        bold, mono = self._face(place)
        bottom = self._base() - DESCENT * size
        line = Line("", number, box.left, box.left, bottom + HEIGHT * size, bottom, size, bold, mono)
        if size >= SLANTED_SIZE:
            turned = math.degrees(c.FPDFText_GetCharAngle(self._handle, place)) % 90
            line.slanted = SLANT < turned < 90 - SLANT
        return line

    def _ended(self, line: Line, text: str, start: int, begin: int, left: float, right: float, end: int) -> Line:
        """The line from `start` to `end` of the text, whose last part is from `begin` on, complete."""
        words = _together(text[start:end])
        line.right = right
        line.bold = line.bold and self._face(end - 1)[0]
        if line.segments:
            line.segments.append(Segment(text[begin:end], left, right))
            line.label = []
        elif line.label:
            line.label[1].right = right
            line.label[1].text = words[len(words) - len(line.label[1].text) :] if line.label[1].text else ""
        note = _NOTE.match(words) if words[:1].isdigit() else None
        if note and self._size(start) < SMALLER * (size := self._size(start + note.end())):
            line.note, words, line.size = note[1], words[note.end() :], size
        if not line.note and _DIGIT.search(words, 1) and _RAISED.search(words):
            words = _RAISED.sub(lambda found: self._unraised(found, line, start), words)
        line.text = words
        return line

    def _unraised(self, found: re.Match[str], line: Line, start: int) -> str:
        return "" if self._size(start + found.start()) < SMALLER * line.size else found[0]

    def _size(self, place: int) -> float:
        return c.FPDFText_GetFontSize(self._handle, place) or 1.0

    def _after_tab(self, text: str, start: int, place: int, gap: float, line: Line) -> bool:
        """Whether the word after a label's colon, whose box is in `_box`, stands at a tab stop and not a space away."""
        space = abs(gap / line.size - SPACE) < 0.06
        return not space and bool(_LABEL.fullmatch(text, start, place)) and _on_stop(self._box.left - line.left)

    def _is_tab(self, space: int) -> bool:
        """Whether pdfium put this space in for a gap: typewriter's pages set their spaces, so the gap was a tab."""
        return c.FPDFText_IsGenerated(self._handle, space) == 1

    def _face(self, place: int) -> tuple[bool, bool]:
        """Whether the letter here is bold, and whether its type is a typewriter's: by the font's name alone."""
        length = c.FPDFText_GetFontInfo(self._handle, place, self._name, 128, self._flags)
        name = self._name.value if length <= 128 else b""
        face = self._faces.get(name)
        if face is None:
            text = name.decode("utf-8", "replace")
            face = self._faces[name] = bool(_BOLD.search(text)), bool(_MONO.search(text))
        return face


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words of this part of the text begin and end."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def without(lines: Sequence[Line], wanted: Callable[[Line], bool]) -> list[Line]:
    """The lines that are wanted; those before which others stood are apart from the line before them."""
    kept: list[Line] = []
    gone = False
    for line in lines:
        if wanted(line):
            line.apart = line.apart or gone
            kept.append(line)
        gone = not wanted(line)
    return kept


def _together(words: str) -> str:
    """The words of a line; one whose letters are set apart ("M I N U T E S") as a word again."""
    return words.replace(" ", "") if words[1:2] == " " and _SET_APART.fullmatch(words) else words


def _on_stop(distance: float) -> bool:
    """Whether a word this far from the line's start, in points, stands where word processors have their tab stops."""
    return any(min(distance % stop, stop - distance % stop) < 0.35 and distance > stop / 2 for stop in TAB_STOPS)


def _true_size(size: float, height: float) -> float:
    """The size as set; where the file scales its type by the page's matrix, the height of the letters tells."""
    return size if 0.25 <= height / size <= 2.2 else max(height, 1.0) / HEIGHT
