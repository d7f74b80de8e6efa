"""Plain text in any common encoding: one paragraph a line, blank lines between, or lines broken at a width."""

import re

from charset_normalizer import from_bytes

from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading.limits import Limits, too_large
from scrutiny_desk.reading.mending import demangle
from scrutiny_desk.reading.pieces import finish
from scrutiny_desk.reading.plain import pieces_of

MENDED = "Some characters of this file had been saved in the wrong encoding; they were put right."
_LINE = re.compile(r"\r\n|\r|\n|\u2028|\u2029|\v|\x85")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read(name: str, data: bytes, limits: Limits) -> ReadDocument:
    """The paragraphs of a text file; raises `UnreadableFile` where the bytes are no text."""
    if len(data) > limits.text_bytes:
        raise too_large(name, len(data), limits.text_bytes)
    text, mended = demangle(decode(name, data))
    blocks = finish(pieces_of(_LINE.split(text)))
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
