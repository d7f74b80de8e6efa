"""Plain text in any common encoding: one paragraph a line, blank lines between, or lines broken at a width."""

import re

from charset_normalizer import from_bytes

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading.limits import Limits, too_large
from scrutiny_desk.reading.lines import paragraphs
from scrutiny_desk.reading.markers import BULLET, take_marker
from scrutiny_desk.reading.mending import demangle
from scrutiny_desk.reading.pieces import Piece, finish, tabbed, tidy

MENDED = "Some characters of this file had been saved in the wrong encoding; they were put right."
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_FOOTNOTE = re.compile(r"([¹²³⁰⁴-⁹]+)\s*(?=\S)")
_LONGEST_HEADING = 120
_STARS = re.compile(r"(?<![\w*\\])(\*\*\*|\*\*|\*|__)(?=\S)(.+?)(?<=\S)\1(?![\w*])", re.DOTALL)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\((?:https?:|mailto:|/|#)[^)\s]*\)")
_TAG = re.compile(r"</?(?:small|b|i|em|strong|sup|sub|u|br|span|div|center)\s*/?>", re.IGNORECASE)
_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")


def read(name: str, data: bytes, limits: Limits) -> ReadDocument:
    """The paragraphs of a text file; raises `UnreadableFile` where the bytes are no text."""
    if len(data) > limits.text_bytes:
        raise too_large(name, len(data), limits.text_bytes)
    text, mended = demangle(decode(name, data))
    blocks = finish(pieces(text))
    notices = (MENDED,) if mended else ()
    return ReadDocument(name, "text", blocks, pages=None, notices=notices)


def decode(name: str, data: bytes) -> str:
    """The characters of the bytes: by the mark at their head, else as UTF-8, UTF-16, Windows-1252, else as guessed."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    nulls = data[:4096].count(b"\0")
    if nulls > len(data[:4096]) // 4:
        return data.decode("utf-16-le" if data[1:4096:2].count(b"\0") > nulls // 2 else "utf-16-be", "replace")
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    guess = from_bytes(data[:200_000]).best()
    if guess is None:
        raise UnreadableFile(
            f"“{name}” holds no text that could be read.",
            "Open it in the program that made it and save it as text (UTF-8).",
        )
    return data.decode(guess.encoding, "replace")


def pieces(text: str) -> list[Piece]:
    """The paragraphs of a text, in order, before they are numbered."""
    found = tidy(_piece(paragraph) for paragraph in paragraphs(text))
    _tell_headings(found)
    return found


def plain(text: str) -> str:
    """Text without the marks of Markdown and the few tags that come with it."""
    text = _TAG.sub("", _LINK.sub(r"\1", text))
    for _ in range(2):
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


def _alike(one: str, other: str) -> bool:
    return bool(other) and re.sub(r"\d+", "1", one) == re.sub(r"\d+", "1", other)
