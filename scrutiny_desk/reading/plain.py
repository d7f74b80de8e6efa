"""Paragraphs that bear no form but their words: markers, rows, headings and Markdown told from the text alone."""

import re
from dataclasses import replace

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.reading.lines import SourceLine, paragraphs, wrap_width
from scrutiny_desk.reading.markers import BULLET, take_marker
from scrutiny_desk.reading.mending import ends_sentence
from scrutiny_desk.reading.pieces import Piece, tabbed, tidy

_FOOTNOTE = re.compile(r"([¹²³⁰⁴-⁹]+)\s*(?=\S)")
_LABEL = re.compile(r"[A-Z][^.:]{1,40}:")
_LONGEST_HEADING = 120
LONGEST_VALUE = 160
FEWEST_PAIRS = 3
"""So many labels with a value each, one after the other, are a table."""

_STARS = re.compile(r"(?<![\w*\\])(\*\*\*|\*\*|\*|__)(?=\S)(.{1,1000}?)(?<=\S)\1(?![\w*])", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\((?:https?:|mailto:|/|#)[^)\s]{0,2000}\)")
_TAG = re.compile(r"</?(?:small|b|i|em|strong|sup|sub|u|br|span|div|center)\s*/?>", re.IGNORECASE)
_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_RESIDUE = re.compile(r"\*\*\S|^\s*-{3,}\s*$|^#{1,6} |\]\(https?:")
LONGEST_MARKED = 50_000
"""A paragraph longer than this is not searched for pairs of stars."""

FEWEST_MARKS = 2
"""So many paragraphs with marks of Markdown show that the file was text once."""


def pieces_of(lines: list[str]) -> list[Piece]:
    """The paragraphs of these lines of text, in order, before they are numbered."""
    return _told([SourceLine(line, place) for place, line in enumerate(lines)], [])


def as_text(pieces: list[Piece], *, surely: bool = True) -> list[Piece]:
    """The pieces read as text where the file gave them no form of its own: no heading, table, list or bold.

    Papers pasted as plain text into another program keep their hard line ends and marks; in every format they are to
    come out as they would from a text file. Without `surely`, that is done only where such marks are found.
    """
    lines = [_as_line(piece) for piece in pieces]
    if any(line is None for line in lines):
        return pieces
    words = [line for line in lines if line is not None]
    if not surely and sum(bool(_RESIDUE.search(line)) for line in words) < FEWEST_MARKS and wrap_width(words) is None:
        return pieces
    return _told([SourceLine(line, place) for place, line in enumerate(words)], pieces)


def _as_line(piece: Piece) -> str | None:
    """The piece as a line of text; None where the file gave it a form that would be lost."""
    if piece.kind in (BlockKind.HEADING, BlockKind.FOOTNOTE) or piece.strong or piece.level:
        return None
    if piece.cells:
        lost = not piece.cells[0] or any("\n" in cell for cell in piece.cells)
        return None if lost else "\t".join(piece.cells)
    return f"{piece.marker} {piece.text}" if piece.marker else piece.text


def _told(lines: list[SourceLine], origins: list[Piece]) -> list[Piece]:
    found = []
    for paragraph in paragraphs(lines):
        piece = _piece(paragraph.text)
        if origins:
            first, last = origins[paragraph.first], origins[paragraph.last]
            piece = replace(
                piece, page=first.page, end_page=last.end_page or last.page, printed_page=first.printed_page
            )
        found.append(piece)
    found = tidy(_piped_rows(found))
    _tell_headings(found)
    between = any(not line.text.strip() for line in lines[1:-1])
    return found if between else _pair_labels(found)


def _piped_rows(pieces: list[Piece]) -> list[Piece]:
    """The pieces with tables drawn by upright strokes as rows; two lines at least, parted alike, are such a table."""
    cells = [_strokes(piece) for piece in pieces]
    alike = [len(row) for row in cells]
    done = []
    for place, piece in enumerate(pieces):
        near = alike[max(place - 1, 0) : place] + alike[place + 1 : place + 2]
        if not alike[place] or alike[place] not in near:
            done.append(piece)
        elif any(_RULED.fullmatch(cell) is None for cell in cells[place] if cell) or not any(cells[place]):
            done.append(replace(piece, text="", kind=BlockKind.TABLE_ROW, marker="", cells=tuple(cells[place])))
    return done


_RULED = re.compile(r":?-{2,}:?")


def _strokes(piece: Piece) -> list[str]:
    """The cells of a line between upright strokes; none where it is no such line."""
    text = f"{piece.marker} {piece.text}".strip()
    if piece.kind is BlockKind.TABLE_ROW or len(text) < 5 or text[0] != "|" or text[-1] != "|" or text.count("|") < 3:
        return []
    return [cell.strip() for cell in text[1:-1].split("|")]


def plain(text: str) -> str:
    """Text without the marks of Markdown and the few tags that come with it."""
    text = _TAG.sub("", _LINK.sub(r"\1", text))
    for _ in range(2 if len(text) < LONGEST_MARKED else 0):
        text = _STARS.sub(r"\2", text)
    return text.replace("**", "")


def _piece(text: str) -> Piece:
    bare = text.strip()
    if hashes := _HASHES.match(bare):
        return Piece(plain(bare[hashes.end() :]), BlockKind.HEADING, level=len(hashes[1]))
    if note := _FOOTNOTE.match(bare):
        return Piece(plain(bare[note.end() :]), BlockKind.FOOTNOTE, marker=note[1], fixed=True)
    indent = len(text) - len(text.lstrip(" "))
    marker, rest = take_marker(bare)
    strong = bool(re.fullmatch(r"(\*\*|__).+\1", rest.strip(), re.DOTALL)) or bool(
        re.fullmatch(r"\*\*.+\*\*", bare, re.DOTALL)
    )
    if not marker and strong:
        marker, rest = take_marker(plain(bare))
    rest = plain(rest)
    if BULLET.fullmatch(marker):
        inner, after = take_marker(rest)
        marker, rest = (inner, after) if inner else (marker, rest)
    piece = tabbed(f"{marker}\t{rest}" if marker else rest)
    piece.level = 1 if marker and indent else 0
    piece.strong = strong
    return piece


def _tell_headings(pieces: list[Piece]) -> None:
    """A numbered line that is short, ends no sentence and has no neighbour numbered alike is a heading."""
    for place, piece in enumerate(pieces):
        words = piece.text
        if piece.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH) or len(words) > _LONGEST_HEADING:
            continue
        if words.isupper() and len(words) > 3:
            piece.strong = True
        if not piece.marker[:1].isdigit() or words[-1] in ".;,:!" or words[0].islower():
            continue
        around = pieces[max(place - 1, 0) : place] + pieces[place + 1 : place + 2]
        if words.isupper() or not any(_alike(piece.marker, other.marker) for other in around):
            piece.kind, piece.level = BlockKind.HEADING, 1


def _pair_labels(pieces: list[Piece]) -> list[Piece]:
    """Rows from tables that were saved as text with each cell on a line of its own: label, value, label, value."""
    done: list[Piece] = []
    place = 0
    while place < len(pieces):
        end = place
        while end + 1 < len(pieces) and _is_label(pieces[end]) and _is_value(pieces[end + 1]):
            end += 2
        closed = end < len(pieces) and (bool(pieces[end].marker) or pieces[end].strong)
        if end - place < 2 * FEWEST_PAIRS or not (closed or all(map(_is_entry, pieces[place + 1 : end : 2]))):
            done.append(pieces[place])
            place += 1
            continue
        for label, value in zip(pieces[place:end:2], pieces[place + 1 : end : 2], strict=True):
            done.append(Piece("", BlockKind.TABLE_ROW, cells=(label.text, value.text)))
        place = end
    return done


def _is_label(piece: Piece) -> bool:
    return piece.kind is BlockKind.PARAGRAPH and bool(_LABEL.fullmatch(piece.text))


def _is_value(piece: Piece) -> bool:
    return piece.kind is BlockKind.PARAGRAPH and not piece.text.endswith(":")


def _is_entry(value: Piece) -> bool:
    """Whether a value is a name, a day or a title, as at the head of a report, and nothing that somebody said."""
    return len(value.text) <= LONGEST_VALUE and not ends_sentence(value.text)


def _alike(one: str, other: str) -> bool:
    return bool(other) and re.sub(r"\d+", "1", one) == re.sub(r"\d+", "1", other)
