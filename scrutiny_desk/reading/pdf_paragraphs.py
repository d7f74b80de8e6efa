"""Lines of a PDF into paragraphs: by gaps, indents, type and whether the next word would still have fitted."""

import re
from collections import Counter
from dataclasses import dataclass

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.reading.columns import Row
from scrutiny_desk.reading.markers import BULLET, take_marker
from scrutiny_desk.reading.mending import Vocabulary, ends_sentence, is_open
from scrutiny_desk.reading.pdf_lines import Line
from scrutiny_desk.reading.pieces import Piece
from scrutiny_desk.reading.woven import edges

LARGER = 1.12
"""Type this many times the body's is a heading's."""

BLANK_LINE = 1.6
"""A drop of this many usual pitches holds a blank line."""

MOST_LINES = 300
"""Lines after which a paragraph is held for complete."""

LONGEST_HEADING = 200
FEWEST_ENTRIES = 3
"""So many lines of a cell, each of which begins like an entry of a list, are entries."""

FEWEST_CAPITALS = 6
_STATUTE = re.compile(
    r"\b(?:section|paragraph|regulation|clause|rule|article|schedule|standing order)s? \d+[A-Z]{0,2}$", re.I
)
"""What "(1)" at the head of the next line belongs to: it is no point of a list."""

_TABBED_LABEL = re.compile(r"[A-Z][\w '’/&-]{1,40}:\t")
_FIRST_WORD = re.compile(r"\S+?(?:[-–—](?=\w)|(?=\s)|$)")


_NARROW, _SLIM, _WIDE = frozenset("iljI.,;:'’|! "), frozenset('tfr()[]-/“”"'), frozenset("mwMW@%—")


NARROWEST, BROADEST = 0.5, 1.55
"""The breadth of any letter lies between these, so that of most lines it need not be told."""


class _Breadths(dict[str, float]):
    """How broad each letter is, worked out when it is met first."""

    def __missing__(self, letter: str) -> float:
        kinds = ((_NARROW, NARROWEST), (_SLIM, 0.62), (_WIDE, BROADEST))
        usual = 1.25 if letter.isupper() else 1.0
        self[letter] = broad = next((broad for letters, broad in kinds if letter in letters), usual)
        return broad


_BREADTHS = _Breadths()


def breadth(text: str) -> float:
    """About how broad the words are, in usual small letters, in any type that is no typewriter's."""
    return sum(map(_BREADTHS.__getitem__, text))


def width_of_head(line: Line) -> float:
    """About how wide the first word of a line is, with the space before it, in points."""
    word = line.text.split(" ", 1)[0]
    return (line.right - line.left) * breadth(f"{word} ") / max(breadth(line.text), 0.1)


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in this document: size of type, distance of lines (in sizes), right edge; lengths in points.

    `mono` says that it is set in a typewriter's type, whose lines break where the next word does not fit and nowhere
    else.
    """

    size: float
    pitch: float
    right: float
    mono: bool = False


def measure(pages: list[list[Line]]) -> Measure:
    """The usual type size (by characters), line pitch (in sizes) and right edge of the document."""
    sizes: Counter[float] = Counter()
    pitches: Counter[float] = Counter()
    rights: Counter[int] = Counter()
    mono = 0
    for lines in pages:
        above: Line | None = None
        for line in lines:
            letters, size = len(line.text), line.size
            sizes[round(size * 2) / 2] += letters
            rights[round(line.right / 3)] += letters
            mono += letters if line.mono else 0
            if above is not None and -0.6 < above.size - size < 0.6:
                drop = above.bottom - line.bottom
                if 0 < drop < 3 * above.size:
                    pitches[round(drop / above.size * 10) / 10] += 1
            above = line
    size = sizes.most_common(1)[0][0] if sizes else 11.0
    often = [pitch for pitch, times in pitches.items() if pitch > 0.9 and times >= max(3, pitches.total() // 10)]
    pitch = min(often, default=1.2)
    total, seen, right = sum(rights.values()), 0, 0.0
    for edge in sorted(rights, reverse=True):
        seen += rights[edge]
        right = edge * 3.0
        if seen > total * 0.05:
            break
    if mono > 0.8 * total:
        often = [pitch for pitch, times in pitches.items() if times >= max(3, pitches.total() // 50)]
        pitch = min(often, default=pitch)
        return Measure(size, pitch, max((line.right for lines in pages for line in lines), default=right), True)
    return Measure(size, pitch, right)


def _before(marker: str) -> str:
    """The marker before this one in its row, as "(a)" is before "(b)"; one that stands nowhere where there is none."""
    bare = marker.strip("()")
    rows = ("abcdefghijklmnopqrstuvwxyz", "123456789", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"))
    for row in rows:
        if bare in row and (place := row.index(bare)):
            return marker.replace(bare, row[place - 1])
    return "\0"


def _may_be_entries(lines: list[Line]) -> bool:
    """Whether each line of a cell begins and ends as an entry of a list may."""
    return not any(
        line.cut or line.text[0].islower() or line.text[-1] in ",;-–&" or is_open(line.text) for line in lines
    )


def _are_entries(lines: list[Line], edge: float) -> bool:
    """Whether the lines of a cell that reaches to `edge` are entries, as names are: more would have fitted on them."""
    if len(lines) < FEWEST_ENTRIES or not _may_be_entries(lines):
        return False
    room = 0
    for line, after in zip(lines, lines[1:], strict=False):
        letters = len(after.text.split(" ", 1)[0]) + 1.5
        room += line.right + (after.right - after.left) / len(after.text) * letters < edge
    return room * 2 >= len(lines) - 1


def _is_list(row: Row) -> bool:
    """Whether a row is made of columns of entries."""
    edges = [cell[0].left - cell[0].size for cell in row.cells[1:]]
    edges.append(max(line.right for line in row.cells[-1]))
    return any(_are_entries(cell, edge) for cell, edge in zip(row.cells, edges, strict=True))


class Flow:
    """Gathers lines into paragraphs, across pages; `pieces` holds what is finished.

    Lines that are `hard` end as they did in a text file, at so many letters; only what the margin broke before that is
    put together again. They are 0 letters long where the margin breaks all lines.
    """

    def __init__(self, usual: Measure, words: Vocabulary, *, hard: int = 0) -> None:
        self.pieces: list[Piece] = []
        self._usual = usual
        self._words = words
        self._hard = hard
        self._open: list[Line] = []
        self._marker = ""
        self._printed: str | None = None
        self._edges: dict[int, float] = {}

    def page(self, parts: list[Line | Row], printed: str | None) -> None:
        """Take in one page, in reading order."""
        self._printed = printed
        self._edges = edges([part for part in parts if isinstance(part, Line)])
        for part in parts:
            if isinstance(part, Row):
                self._row(part)
            else:
                self._line(part)

    def close(self) -> list[Piece]:
        """The pieces, once all pages are in."""
        self._finish()
        return self.pieces

    def _line(self, line: Line) -> None:
        marker, rest = take_marker(line.text)
        if self._open and (len(self._open) >= MOST_LINES or not self._goes_on(line, marker)):
            last = self._open[-1]
            self._finish()
            if last.page == line.page and last.bottom - line.bottom > self._usual.pitch * BLANK_LINE * last.size:
                self.pieces.append(Piece(""))
        if not self._open:
            self._start(line, marker, rest)
        self._open.append(line)

    def _start(self, line: Line, marker: str, rest: str) -> None:
        self._marker = marker
        kind = BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
        self.pieces.append(
            Piece(rest, kind, marker, page=line.page, printed_page=self._printed, fixed=True, strong=line.bold)
        )

    def _goes_on(self, line: Line, marker: str) -> bool:
        last, first = self._open[-1], self._open[0]
        stopped = ends_sentence(last.text)
        same_page = last.page == line.page
        if abs(last.size - line.size) > 0.12 * self._usual.size:
            return False
        full = self._is_full(last, line)
        if self._usual.mono:
            return (
                full
                and not _TABBED_LABEL.match(line.text)
                and (not same_page or 0 < last.bottom - line.bottom < self._usual.pitch * BLANK_LINE * last.size)
            )
        if self._hard:
            letters = sum(len(part.text) + 1 for part in self._open) + len(line.text)
            near = 0 < last.bottom - line.bottom < BLANK_LINE * last.size
            return full and not marker and (near or not same_page) and letters <= self._hard
        body = self._open[1].left if len(self._open) > 1 else None
        if marker and _STATUTE.search(last.text) and marker[0] == "(":
            return full
        if marker:
            return (
                full
                and same_page
                and (self._in_row(marker) or (not stopped and self._inner(line, marker, first, body)))
            )
        if line.text[0].isupper() and self._is_shout() and not line.text.split(" ", 1)[0].isupper():
            return False
        if line.bold != last.bold and not (full and not stopped and line.text[0].islower()):
            return False
        if same_page:
            drop = last.bottom - line.bottom
            if drop > (self._usual.pitch + 0.45) * last.size or drop < -2:
                return drop < -2 and full and not stopped and line.text[0].islower()
            if self._indented(line, first, body):
                return not stopped and line.text[0].islower() and full
        elif line.bold or (stopped and not (full and body is not None and abs(line.left - body) < 2)):
            return False
        if full:
            return True
        nearly = last.right > self._usual.right - 4 * last.size and (same_page or last.text[-1].isalnum())
        return not stopped and (nearly or line.text[0].islower() or is_open(last.text) or last.text.endswith(","))

    def _is_shout(self) -> bool:
        """Whether all that is open is set in capitals, as a heading over a paragraph is."""
        if (first := self._open[0].text) != first.upper():
            return False
        words = " ".join(line.text for line in self._open)
        return words.isupper() and sum(map(str.isalpha, words)) >= FEWEST_CAPITALS

    def _in_row(self, marker: str) -> bool:
        """Whether the marker before this one stands within the paragraph, so that both are points of one sentence."""
        return marker[0] == "(" and f" {_before(marker)} " in " ".join(part.text for part in self._open)

    def _inner(self, line: Line, marker: str, first: Line, body: float | None) -> bool:
        """Whether a marker at the head of a line stands within a sentence: "agreed that\\n(b) the report..." """
        left = first.left if body is None else body
        if abs(line.left - left) > 2 or BULLET.fullmatch(marker):
            return marker[0] in "-–—" and abs(line.left - left) < 2 and not self._marker
        if line.text[len(marker) :].lstrip()[:1].islower() and not marker.startswith("("):
            return True
        loose = marker.startswith("(") or marker.endswith(")")
        if body is None or (self._marker and body <= first.left + 2):
            return loose and _before(marker) in " ".join(part.text for part in self._open)
        return loose

    def _indented(self, line: Line, first: Line, body: float | None) -> bool:
        """Whether the line starts elsewhere than the paragraph's lines, as the first line of another would."""
        slack = 0.45 * line.size
        if body is None:
            if self._marker:
                return line.left < first.left - slack
            return line.left > first.left + slack or line.left < first.left - 5 * line.size
        return abs(line.left - body) > slack

    def _is_full(self, last: Line, line: Line) -> bool:
        """Whether the first word of `line` would not have fitted on the line before."""
        if last.cut:
            return True
        found = _FIRST_WORD.match(line.text)
        word = found[0] if found else line.text[:1]
        edge = self._usual.right
        if self._usual.mono:
            letters = len(word) + (2 if ends_sentence(last.text) else 1)
            return last.right + (line.right - line.left) / max(len(line.text), 1) * letters > edge
        if self._edges:
            column = self._edges.get(round(last.left), self._edges.get(round(line.left), edge))
            if column < edge - 3 * last.size:
                edge = column
        if len(self._open) > 2:
            longest = max([part.right for part in self._open])
            if longest < edge - 3 * last.size:
                edge = longest
        if last.right > edge:
            return True
        width = (line.right - line.left) * breadth(f"{word} ")
        room, letters = edge - last.right, max(len(line.text), 1)
        if width > room * BROADEST * letters or width <= room * NARROWEST * letters:
            return width > room * letters
        return width > room * max(breadth(line.text), 0.1)

    def _finish(self) -> None:
        if not self._open:
            return
        piece, lines = self.pieces[-1], self._open
        for before, line in zip(lines, lines[1:], strict=False):
            piece.text = self._words.join(piece.text, line.text, cut=before.cut)
        piece.end_page = lines[-1].page
        piece.strong = all(line.bold for line in lines)
        self._tell_kind(piece, lines[0])
        self._open = []

    def _tell_kind(self, piece: Piece, line: Line) -> None:
        large = line.size > self._usual.size * LARGER
        short = len(piece.text) <= LONGEST_HEADING and not ends_sentence(piece.text)
        numbered = piece.marker[:1].isdigit() and piece.strong
        if short and not BULLET.fullmatch(piece.marker) and (large or numbered):
            piece.kind = BlockKind.HEADING
            piece.level = 1 if line.size > self._usual.size * 1.5 else 2

    def _row(self, row: Row) -> None:
        first = row.cells[0][0]
        marker, rest = take_marker(first.text)
        if BULLET.fullmatch(first.text):
            marker, rest = first.text, ""
        if marker and not rest.strip() and len(row.cells) == 2 and len(row.cells[0]) == 1:
            body = row.cells[1][0]
            body.text, body.left = f"{marker} {body.text}", first.left
            for line in row.cells[1]:
                self._line(line)
            return
        self._finish()
        listed = _is_list(row)
        cells = tuple(self._cell(cell, listed and _may_be_entries(cell)) for cell in row.cells)
        bold = all(line.bold for line in row.lines)
        self.pieces.append(
            Piece("", BlockKind.TABLE_ROW, cells=cells, page=first.page, printed_page=self._printed, strong=bold)
        )

    def _cell(self, lines: list[Line], listed: bool) -> str:
        if listed:
            return "\n".join(line.text for line in lines)
        text = lines[0].text
        for before, line in zip(lines, lines[1:], strict=False):
            text = self._words.join(text, line.text, cut=before.cut)
        return text
