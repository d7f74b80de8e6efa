"""The walk through the body of a Word document: paragraphs, tables, text boxes, tracked changes, notes."""

from lxml import etree

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.reading.pieces import Piece, heads_of, row_of, tabbed
from scrutiny_desk.reading.word_numbering import Numbering, W
from scrutiny_desk.reading.word_styles import Styles, is_on, list_of, outline_level

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{W}txbxContent"
_DROPPED = frozenset(
    (f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rPr", f"{W}pPr", f"{W}sectPr", f"{W}tblPr")
) | {_FALLBACK, f"{W}delInstrText", f"{W}ruby"}
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}noBreakHyphen": "-",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}softHyphen": "",
}


class WordWalk:
    """Goes through a body once; `pieces` are its paragraphs, `note_ids` the footnotes and endnotes it refers to.

    `comment_ids` are those of the comments in it, each with the words of the paragraph it lies on.
    """

    def __init__(self, styles: Styles, numbering: etree._Element | None) -> None:
        self.pieces: list[Piece] = []
        self.note_ids: list[tuple[str, str]] = []
        self.comment_ids: dict[str, str] = {}
        self._begun: list[str] = []
        self._styles = styles
        self._numbering = Numbering(numbering)
        self._runs: list[tuple[str, bool]] = []
        self._boxes: list[etree._Element] = []

    def body(self, node: etree._Element) -> None:
        """Take in the paragraphs and tables of a body, header, note or cell."""
        for child in node:
            tag = child.tag
            if tag == f"{W}p":
                self._paragraph(child)
            elif tag == f"{W}tbl":
                self._table(child)
            elif tag not in _DROPPED and isinstance(tag, str) and not _is_unfilled(child):
                self.body(child)

    def _paragraph(self, node: etree._Element) -> None:
        held = node.find(f"{W}pPr")
        key = held.find(f"{W}pStyle") if held is not None else None
        style = self._styles.of(key.get(f"{W}val") if key is not None else None)
        self._inline(node, style.bold)
        if held is not None and held.find(f"{W}rPr/{W}del") is not None:
            return
        runs, self._runs = self._runs, []
        level, list_id, depth = style.level, style.list_id, style.depth
        if held is not None:
            outline, (own, own_depth) = outline_level(held), list_of(held)
            level = level if outline is None else outline
            list_id, depth = own if own is not None else list_id, own_depth if own_depth is not None else depth
        text = "".join(words for words, _bold in runs)
        begun, self._begun = self._begun, []
        for number in begun:
            self.comment_ids.setdefault(number, text)
        strong = bool(text.strip()) and all(bold for words, bold in runs if words.strip())
        if text.strip():
            marker = self._numbering.marker(list_id, depth) if list_id and list_id != "0" else ""
            self._add(text, marker, level, depth, strong)
        else:
            self.pieces.append(Piece(""))
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.body(box)

    def _add(self, text: str, marker: str, level: int, depth: int, strong: bool) -> None:
        for line in filter(str.strip, text.split("\n")):
            kind = BlockKind.HEADING if level else BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
            piece = Piece(line, kind, marker, fixed=True) if marker else tabbed(line, kind)
            piece.level = level or depth
            piece.strong = strong
            self.pieces.append(piece)
            marker = ""

    def _inline(self, node: etree._Element, bold: bool) -> None:
        for child in node:
            tag = child.tag
            if tag in _DROPPED or not isinstance(tag, str) or _is_unfilled(child):
                continue
            if tag == f"{W}r":
                self._run(child, bold)
            elif tag == _BOX:
                self._boxes.append(child)
            elif tag == f"{W}t":
                self._runs.append((child.text or "", bold))
            elif tag in _SIGNS:
                self._sign(child, bold)
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self.note_ids.append((tag.removeprefix(W).removesuffix("Reference"), child.get(f"{W}id", "")))
            elif tag in (f"{W}commentRangeStart", f"{W}commentReference"):
                self._begun.append(child.get(f"{W}id", ""))
            elif tag == f"{W}sym":
                code = child.get(f"{W}char", "")
                self._runs.append((_symbol(code), bold))
            else:
                self._inline(child, bold)

    def _run(self, node: etree._Element, bold: bool) -> None:
        shown = node.find(f"{W}rPr")
        if shown is not None:
            if is_on(shown, "vanish"):
                return
            says = is_on(shown, "b")
            bold = bold if says is None else says
        self._inline(node, bold)

    def _sign(self, node: etree._Element, bold: bool) -> None:
        sign = _SIGNS[node.tag]
        if sign == "\n" and node.get(f"{W}type") in ("page", "column"):
            sign = "\n" if node.get(f"{W}type") == "page" else " "
        self._runs.append((sign, bold))

    def _table(self, table: etree._Element) -> None:
        heads: tuple[str, ...] | None = None
        for row in _kin(table, f"{W}tr"):
            held = row.find(f"{W}trPr")
            if held is not None and held.find(f"{W}del") is not None:
                continue
            cells = [self._cell(cell) for cell in _kin(row, f"{W}tc")]
            heads = heads_of(cells) if heads is None else heads
            self.pieces.extend(row_of(cells, heads))

    def _cell(self, cell: etree._Element) -> list[Piece]:
        outside, self.pieces = self.pieces, []
        self.body(cell)
        inside, self.pieces = self.pieces, outside
        return [piece for piece in inside if piece.text or piece.cells or piece.marker]


def _is_unfilled(node: etree._Element) -> bool:
    """Whether this is a content control in which nobody has written: its words only ask for some."""
    return node.tag == f"{W}sdt" and node.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _kin(node: etree._Element, tag: str) -> list[etree._Element]:
    """Children with this tag, those inside content controls and insertions included."""
    found = []
    for child in node:
        if child.tag == tag:
            found.append(child)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}moveTo"):
            found.extend(_kin(child, tag))
    return found


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "•" if 0xE000 <= number <= 0xF8FF else chr(number) if 32 <= number < 0xD800 else ""
