"""Whether a paper's file holds words that are no part of the paper: remarks, words struck out, hidden text.

LibreOffice prints such words with the rest, so that a file which holds any goes out by the words of the paper alone.
"""

import io
import re
import zipfile
import zlib

_MARKS = {
    ".docx": re.compile(rb"<w:(?:del|ins|moveFrom|moveTo|vanish|webHidden|comment|commentReference)[ />]"),
    ".odt": re.compile(rb"<(?:text:tracked-changes|office:annotation|text:hidden-text|text:hidden-paragraph)[ />]"),
    ".rtf": re.compile(rb"\\(?:annotation|atnid|atnauthor|deleted|revised|v)(?![a-z])"),
}


def holds_hidden(data: bytes, suffix: str) -> bool:
    """Whether a file of this suffix holds any, or cannot be known not to."""
    marks = _MARKS.get(suffix)
    if marks is None:
        return True
    if suffix == ".rtf":
        return bool(marks.search(data))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return any(marks.search(packed.read(name)) for name in packed.namelist() if name.endswith(".xml"))
    except (zipfile.BadZipFile, OSError, zlib.error, NotImplementedError, RuntimeError):
        return True
