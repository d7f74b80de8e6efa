"""Rich text (RTF): our own walk over its groups, since the libraries give running text without rows or weight."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.domain.documents import Comment, ReadDocument
from scrutiny_desk.domain.markings import marking_in
from scrutiny_desk.reading.archive import damaged
from scrutiny_desk.reading.comments import notices, placed
from scrutiny_desk.reading.limits import Limits, too_large
from scrutiny_desk.reading.mending import fold
from scrutiny_desk.reading.pieces import Piece, finish, heads_of, row_of, tabbed
from scrutiny_desk.reading.plain import as_text

DEEPEST = 500
"""Groups nested deeper than this are damage."""

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)
_SILENT = frozenset(
    (
        b"fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator info pict object fldinst "
        b"themedata colorschememapping latentstyles "
        b"datastore xmlnstbl bkmkstart bkmkend atnid atnref atrfstart atrfend pgdsctbl mmathPr objdata "
        b"nonshppict shppict panose falt filetbl operator author company subject keywords comment userprops"
    ).split()
)
_REMARKS = {b"annotation": "text", b"atnauthor": "author", b"atndate": "made"}
"""What tells of a comment that somebody laid on the paper: its words, who made it and when."""

_MARGINS = frozenset(b"header headerl headerr headerf footer footerl footerr footerf".split())
"""Heads and feet of the page: not text, but what they say of who may read the paper is kept."""
_ART = re.compile(rb"gtextUNICODE\}?\s*\{?\\sv\s+([^{}\\]{3,80})\}")
"""What a watermark says."""
_SIGNS = {
    b"tab": "\t", b"line": "\n", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"bullet": "•", b"emspace": " ", b"enspace": " ", b"qmspace": " ", b"page": "\n",
}  # fmt: skip
_CHARSETS = {
    128: "cp932",
    161: "cp1253",
    162: "cp1254",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    238: "cp1250",
}


@dataclass(slots=True)
class _State:
    bold: bool = False
    hidden: bool = False
    silent: bool = False
    margin: bool = False
    skip: int = 1
    note: bool = False
    label: bool = False
    starred: bool = False
    remark: str = ""
    encoding: str = "cp1252"


def read(name: str, data: bytes, limits: Limits) -> ReadDocument:
    """The paragraphs of an RTF file; deleted words out, list numbers as the file's writer set them down."""
    if len(data) > limits.text_bytes:
        raise too_large(name, len(data), limits.text_bytes)
    walk = _Walk(name)
    walk.run(data)
    walk.margins += [match[1].decode("cp1252", "replace") for match in _ART.finditer(data)]
    marks = [
        Piece(mark, strong=True, fixed=True, whole=True)
        for mark in dict.fromkeys(map(marking_in, walk.margins))
        if mark
    ]
    changes = ("This file holds tracked changes: insertions were read as text, deletions were left out.",)
    blocks = finish(as_text([*marks, *walk.pieces, *walk.notes]))
    return ReadDocument(
        name,
        "rtf",
        blocks,
        title=fold(walk.title) or None,
        notices=(changes if walk.tracked else ()) + notices(len(walk.comments)),
        comments=placed(walk.comments, blocks),
    )


class _Walk:
    """Goes through the tokens once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.pieces: list[Piece] = []
        self.notes: list[Piece] = []
        self.title = ""
        self.margins: list[str] = [""]
        self.tracked = False
        self.comments: list[tuple[Comment, str]] = []
        self._lying: list[Comment] = []
        self._remark = dict.fromkeys(_REMARKS.values(), "")
        self._state = _State()
        self._stack: list[_State] = []
        self._words: list[tuple[str, bool]] = []
        self._outer: list[tuple[str, bool]] = []
        self._label = ""
        self._bytes = bytearray()
        self._skipping = 0
        self._level = 0
        self._in_table = False
        self._cell: list[Piece] = []
        self._cells: list[list[Piece]] = []
        self._heads: tuple[str, ...] | None = None
        self._title = False

    def run(self, data: bytes) -> None:
        for match in _TOKEN.finditer(data):
            code, word, number, sign, brace, text = match.groups()
            if code is None and self._bytes:
                self._flush()
            if text is not None:
                self._text(text.decode("cp1252", "replace"))
            elif code is not None:
                self._byte(int(code, 16))
            elif word is not None:
                self._word(word, int(number) if number is not None else None)
            elif sign is not None:
                self._sign(sign)
            elif brace == b"{":
                if len(self._stack) > DEEPEST:
                    raise damaged(self._name)
                self._stack.append(replace(self._state))
            elif brace == b"}":
                self._close()
        self._flush()
        self._state = _State()
        self._paragraph()
        self._row()
        self.comments += [(comment, "") for comment in self._lying]

    def _close(self) -> None:
        was = self._state
        self._state = self._stack.pop() if self._stack else _State()
        if was.note and not self._state.note:
            text = "".join(words for words, _bold in self._words)
            self.notes.append(Piece(text, BlockKind.FOOTNOTE, str(len(self.notes) + 1), fixed=True))
            self._words = self._outer
        if was.remark == "text" and not self._state.remark:
            self._remarked()
        self._title = self._title and was.silent and self._state.silent and False

    def _remarked(self) -> None:
        """Keep a comment that has ended; the paragraph it lies on is still open."""
        said, self._remark = self._remark, dict.fromkeys(_REMARKS.values(), "")
        text = fold(said["text"])
        if text:
            self._lying.append(Comment(text, fold(said["author"]) or None, _moment(said["made"].strip())))

    def _text(self, text: str) -> None:
        if self._skipping:
            cut = min(self._skipping, len(text))
            self._skipping -= cut
            text = text[cut:]
        if self._title:
            self.title += text
        state = self._state
        if state.remark:
            self._remark[state.remark] += text
            return
        if state.margin and not state.hidden:
            self.margins[-1] += text
        if not text or state.silent or state.hidden:
            return
        if state.label:
            self._label += text
        else:
            self._words.append((text, state.bold))

    def _byte(self, value: int) -> None:
        if self._skipping:
            self._skipping -= 1
        else:
            self._bytes.append(value)

    def _flush(self) -> None:
        if self._bytes:
            text = bytes(self._bytes).decode(self._state.encoding, "replace")
            self._bytes.clear()
            self._text(text)

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._state.starred = True
        elif sign in b"\\{}":
            self._text(sign.decode())
        elif sign == b"~":
            self._text("\u00a0")
        elif sign == b"_":
            self._text("-")
        elif sign in b"\r\n":
            self._paragraph()

    def _word(self, word: bytes, number: int | None) -> None:
        state = self._state
        if word in _SIGNS:
            self._text(_SIGNS[word])
        elif word == b"u" and number is not None:
            self._skipping = 0
            self._text(chr(number % 65536) if not 0xD800 <= number % 65536 < 0xE000 else "")
            self._skipping = state.skip
        elif word == b"par":
            self._paragraph()
        elif word in (b"cell", b"nestcell"):
            self._end_cell()
        elif word in (b"row", b"nestrow"):
            self._row()
        elif word == b"title":
            self._title, state.silent = True, True
        else:
            self._switch(word, number)

    def _switch(self, word: bytes, number: int | None) -> None:
        state = self._state
        on = number != 0
        if word in _SILENT:
            state.silent = True
            state.margin, state.remark = False, ""
        elif word in _REMARKS:
            state.remark = _REMARKS[word]
        elif state.remark and word in (b"pard", b"intbl", b"outlinelevel", b"listtext", b"footnote", b"cell", b"row"):
            pass
        elif word in _MARGINS:
            state.silent = state.margin = True
            self.margins.append("")
        elif word == b"pard":
            self._level, self._in_table = 0, False
        elif word == b"plain":
            state.bold = state.hidden = False
        elif word == b"b":
            state.bold = on
        elif word == b"v":
            state.hidden = on
        elif word == b"deleted":
            state.hidden = self.tracked = True
        elif word == b"revised":
            self.tracked = True
        elif word == b"intbl":
            self._in_table = True
        elif word == b"outlinelevel" and number is not None and number < 9:
            self._level = number + 1
        elif word == b"uc" and number is not None:
            state.skip = max(number, 0)
        elif word in (b"listtext", b"pntext"):
            state.label = True
            self._label = ""
        elif word == b"footnote":
            state.note, state.label = True, False
            self._outer, self._words = self._words, []
        elif word == b"ansicpg" and number:
            state.encoding = f"cp{number}" if number in (437, 850, 932, 936, 949, 950, *range(1250, 1259)) else "cp1252"
        elif word == b"chftn" and not state.note:
            pass
        elif state.starred and word not in (b"shpinst", b"shptxt", b"nesttableprops"):
            state.silent = True
        state.starred = False

    def _paragraph(self) -> None:
        if self._state.remark:
            self._remark[self._state.remark] += " "
            return
        if self._state.margin:
            self.margins.append("")
            return
        if self._state.note:
            self._words.append((" ", False))
            return
        runs, self._words = self._words, []
        label, self._label = fold(self._label), ""
        text = "".join(words for words, _bold in runs)
        strong = bool(text.strip()) and all(bold for words, bold in runs if words.strip())
        if text.strip():
            self.comments += [(comment, fold(text)) for comment in self._lying]
            self._lying = []
        marker = "•" if label and "\ue000" <= label[0] <= "\uf8ff" else label
        target = self._cell if self._in_table else self.pieces
        if text.strip() and not self._in_table:
            self._heads = None
        if not text.strip() and not self._in_table:
            target.append(Piece(""))
        for line in filter(str.strip, text.split("\n")):
            kind = BlockKind.HEADING if self._level else BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
            piece = Piece(line, kind, marker, fixed=True) if marker else tabbed(line, kind)
            piece.level, piece.strong = self._level, strong
            target.append(piece)
            marker = ""

    def _end_cell(self) -> None:
        self._in_table = True
        self._paragraph()
        self._cells.append(self._cell)
        self._cell = []

    def _row(self) -> None:
        cells, self._cells = self._cells, []
        if self._cell:
            cells.append(self._cell)
            self._cell = []
        if cells:
            self._heads = heads_of(cells) if self._heads is None else self._heads
        self.pieces.extend(row_of(cells, self._heads or ()))


def _moment(number: str) -> str | None:
    """The minute (ISO) that Word packs into one number; None where it is none."""
    if not number.lstrip("-").isdigit():
        return None
    bits = int(number) & 0xFFFFFFFF
    minute, hour, day, month = bits & 63, bits >> 6 & 31, bits >> 11 & 31, bits >> 16 & 15
    try:
        return datetime(1900 + (bits >> 20 & 511), month, day, hour, minute).isoformat()
    except ValueError:
        return None
