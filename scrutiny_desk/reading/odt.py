"""OpenDocument text: our own walk over the XML, for list numbers, tracked changes and notes as Writer shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.domain.documents import Comment, ReadDocument
from scrutiny_desk.domain.markings import marking_in
from scrutiny_desk.reading.archive import Archive, damaged
from scrutiny_desk.reading.comments import notices, placed
from scrutiny_desk.reading.limits import Limits
from scrutiny_desk.reading.mending import fold
from scrutiny_desk.reading.odt_lists import Lists
from scrutiny_desk.reading.odt_names import DC, DRAW, OFFICE, STYLE, TABLE, TEXT, XLINK, is_bold
from scrutiny_desk.reading.ordinals import whole
from scrutiny_desk.reading.pieces import Piece, finish, heads_of, row_of, tabbed
from scrutiny_desk.reading.plain import as_text

_SKIPPED = frozenset(
    (
        f"{TEXT}tracked-changes",
        f"{OFFICE}annotation",
        f"{OFFICE}annotation-end",
        f"{TEXT}sequence-decls",
        f"{OFFICE}forms",
        f"{TEXT}variable-decls",
        f"{TEXT}note-citation",
        f"{TEXT}table-of-content-source",
    )
)
MOST_SPACES = 200
"""A run of spaces longer than this is taken for damage and cut."""


def read(name: str, data: bytes, limits: Limits) -> ReadDocument:
    """The paragraphs of an ODT file, numbered as Writer shows them."""
    with Archive(name, data, limits) as archive:
        if "content.xml" not in archive or "META-INF/manifest.xml" not in archive:
            raise damaged(name)
        root = archive.xml("content.xml")
        styles = archive.xml("styles.xml") if "styles.xml" in archive else None
        title = archive.xml("meta.xml").findtext(f".//{DC}title") if "meta.xml" in archive else None
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise damaged(name)
    walk = _Walk(root, styles)
    walk.body(body)
    pieces = [*_heads(styles, walk), *walk.pieces, *walk.notes]
    blocks, comments = finish(as_text(pieces)), _comments(body)
    return ReadDocument(
        name, "odt", blocks, title=fold(title or "") or None,
        notices=_notices(body) + notices(len(comments)), comments=placed(comments, blocks),
    )  # fmt: skip


_FEET = frozenset(f"{STYLE}footer{which}" for which in ("", "-first", "-left"))


def _heads(styles: etree._Element | None, body: "_Walk") -> list[Piece]:
    """The words of page headers that the body lacks; before them what heads and feet say of who may read the paper."""
    if styles is None:
        return []
    said = " ".join(fold(piece.text or " ".join(piece.cells)).lower() for piece in body.pieces)
    found: list[Piece] = []
    marked: list[str] = []
    for header in styles.iter(f"{STYLE}header", f"{STYLE}header-first", f"{STYLE}header-left", *_FEET):
        walk = _Walk(styles, styles)
        walk.body(header)
        for piece in walk.pieces:
            words = fold(piece.text or " ".join(piece.cells)).lower()
            mark = marking_in(piece.text or "\t".join(piece.cells))
            marked.append(mark)
            if mark or header.tag in _FEET:
                continue
            if sum(map(str.isalpha, words)) >= 8 and words not in said:
                found.append(piece)
                said += f" {words}"
    return [*(Piece(mark, strong=True, fixed=True, whole=True) for mark in dict.fromkeys(filter(None, marked))), *found]


def _notices(body: etree._Element) -> tuple[str, ...]:
    if body.find(f"{TEXT}tracked-changes/{TEXT}changed-region") is None:
        return ()
    return ("This file holds tracked changes: insertions were read as text, deletions were left out.",)


def _comments(body: etree._Element) -> list[tuple[Comment, str]]:
    """The comments in the order they lie in the text, each with the words of its paragraph."""
    found = []
    for node in body.iter(f"{OFFICE}annotation"):
        text = fold(" ".join("".join(part.itertext()) for part in node.iter(f"{TEXT}p")))
        under = next(node.iterancestors(f"{TEXT}p", f"{TEXT}h"), None)
        words = "".join(_words_of(under)) if under is not None else ""
        made = (node.findtext(f"{DC}date") or "")[:19] or None
        if text:
            found.append((Comment(text, fold(node.findtext(f"{DC}creator") or "") or None, made), fold(words)))
    return found


def _words_of(node: etree._Element) -> Iterator[str]:
    """The words of a paragraph without what is laid on it."""
    yield node.text or ""
    for child in node:
        if child.tag not in _SKIPPED:
            yield from _words_of(child)
        yield child.tail or ""


@dataclass(slots=True)
class _Place:
    """Where in a list the walk is: the marker still to be given out, and how deep."""

    marker: str = ""
    depth: int = 0


class _Walk:
    def __init__(self, root: etree._Element, styles: etree._Element | None) -> None:
        self.pieces: list[Piece] = []
        self.notes: list[Piece] = []
        self._lists = Lists(root, styles)
        self._bold: dict[str, bool] = {}
        self._outline: dict[str, str] = {}
        for tree in (styles, root):
            for node in tree.iter(f"{STYLE}style") if tree is not None else ():
                self._bold[node.get(f"{STYLE}name", "")] = is_bold(node, self._bold)
        self._words: list[tuple[str, bool]] = []
        self._boxes: list[etree._Element] = []

    def body(self, node: etree._Element, place: _Place | None = None, bold: bool = False) -> None:
        for child in node:
            tag = child.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                continue
            if tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(child, place, bold)
            elif tag == f"{TEXT}list":
                self._list(child, 0, None)
            elif tag == f"{TABLE}table":
                self._table(child)
            else:
                self.body(child, place, bold)

    def _list(self, node: etree._Element, depth: int, outer: str | None) -> None:
        style = node.get(f"{TEXT}style-name") or outer
        self._lists.enter(node, style, depth)
        for item in node:
            if item.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            held = [child for child in item if child.tag != f"{TEXT}list"]
            numbered = item.tag == f"{TEXT}list-item" and bool(held)
            place = _Place(self._lists.marker(style, depth, item) if numbered else "", depth)
            for child in item:
                if child.tag == f"{TEXT}list":
                    self._list(child, depth + 1, style)
                elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    self._paragraph(child, place, False)

    def _paragraph(self, node: etree._Element, place: _Place | None, bold: bool) -> None:
        bold = bold or self._bold.get(node.get(f"{TEXT}style-name", ""), False)
        self._inline(node, bold)
        runs, self._words = self._words, []
        text = "".join(words for words, _bold in runs)
        strong = bool(text.strip()) and all(bold for words, bold in runs if words.strip())
        level = max(whole(node.get(f"{TEXT}outline-level"), 1), 1) if node.tag == f"{TEXT}h" else 0
        marker = place.marker if place else ""
        for line in filter(str.strip, text.split("\n")):
            kind = BlockKind.HEADING if level else BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
            piece = Piece(line, kind, marker, fixed=True) if marker else tabbed(line, kind)
            piece.level, piece.strong = level or (place.depth if place else 0), strong
            self.pieces.append(piece)
            marker = ""
            if place:
                place.marker = ""
        if not text.strip():
            self.pieces.append(Piece(""))
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.body(box)

    def _inline(self, node: etree._Element, bold: bool) -> None:
        self._words.append((node.text or "", bold))
        for child in node:
            tag = child.tag
            if tag == f"{TEXT}s":
                self._words.append((" " * min(whole(child.get(f"{TEXT}c"), 1), MOST_SPACES), bold))
            elif tag == f"{TEXT}tab":
                self._words.append(("\t", bold))
            elif tag == f"{TEXT}line-break":
                self._words.append(("\n", bold))
            elif tag == f"{TEXT}note":
                self._note(child)
            elif tag == f"{DRAW}text-box":
                self._boxes.append(child)
            elif tag not in _SKIPPED and isinstance(tag, str) and child.get(f"{XLINK}actuate") != "onLoad":
                self._inline(child, bold or self._bold.get(child.get(f"{TEXT}style-name", ""), False))
            self._words.append((child.tail or "", bold))

    def _note(self, node: etree._Element) -> None:
        number = node.findtext(f"{TEXT}note-citation") or str(len(self.notes) + 1)
        body = node.find(f"{TEXT}note-body")
        if body is not None:
            text = " ".join("".join(paragraph.itertext()) for paragraph in body)
            self.notes.append(Piece(text, BlockKind.FOOTNOTE, number, fixed=True))

    def _table(self, table: etree._Element) -> None:
        heads: tuple[str, ...] | None = None
        for row in table.iter(f"{TABLE}table-row"):
            if next(row.iterancestors(f"{TABLE}table"), None) is not table:
                continue
            cells = [self._cell(cell) for cell in row if cell.tag == f"{TABLE}table-cell"]
            heads = heads_of(cells) if heads is None else heads
            self.pieces.extend(row_of(cells, heads))

    def _cell(self, cell: etree._Element) -> list[Piece]:
        outside, self.pieces = self.pieces, []
        self.body(cell)
        inside, self.pieces = self.pieces, outside
        return [piece for piece in inside if piece.text or piece.cells or piece.marker]
