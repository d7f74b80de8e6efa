"""Saved web pages: the words of the page, without its menus, buttons and lists of files; nothing is ever fetched."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.reading.html_residue import (
    is_links,
    is_menu,
    is_tabs,
    names_a_file,
    names_files,
    shortened,
    without_residue,
)
from scrutiny_desk.reading.limits import Limits, too_large
from scrutiny_desk.reading.markers import is_marker
from scrutiny_desk.reading.mending import demangle, fold
from scrutiny_desk.reading.ordinals import ordinal, whole
from scrutiny_desk.reading.pieces import Piece, finish, heads_of, laid_out, tabbed
from scrutiny_desk.reading.plain import as_text
from scrutiny_desk.reading.text import MENDED, decode

DEEPEST = 200
"""Elements nested deeper than this, as unclosed tags leave them, are read as running text."""

LONGEST_VALUE = 200
"""A value beyond this many characters is a paragraph, whatever its page calls it."""

FEWEST_WORDS = 2
"""A table's caption of no more words only says what the table is ("Items")."""

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_OUT_TAGS = """
script style noscript template head title nav header footer aside iframe object embed svg canvas audio video select
button input textarea label form map dialog
"""
_BLOCK_TAGS = """
p div h1 h2 h3 h4 h5 h6 ul ol li table tr td th tbody thead tfoot caption dl dt dd blockquote pre section article main
body html fieldset legend figure figcaption address center details summary hr form header
"""
_OUT = frozenset(_OUT_TAGS.split())
_OUT_ALWAYS = frozenset(("script", "style", "noscript", "template", "head", "title", "svg"))
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_MENU = re.compile(
    r"(?:^|[\s_-])(?:nav|navigation|navbar|menu|mglinks?|mgactionlist|mgdoclink|breadcrumbs?|cookies?|cookiebanner|skip|"
    r"skiplinks?|sidebar|social|share|pagination|pager|banner|masthead|toolbar|search|print|footer|noprint|"
    r"visually-hidden|sr-only)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MENU_RUN_TOGETHER = re.compile(
    r"(?:^|[\s_-])(?:nav|navigation|menu|breadcrumbs?|crumbs?|cookies?|tabs?|tablist|tabstrip|footer|login|language|"
    r"languages?|share|sharing|sharedaddy|entry-meta|comments|respond|feedback|rating)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""What menus are called by makers who write their names as one word ("leftNav"): that alone does not tell them."""

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ITEM_TITLE = re.compile(r"\bmgAiTitleTxt\b")
"""What the commonest committee system calls the title of an item in its table of the whole meeting."""

_REFERENCE = re.compile(r"sdfootnoteanc|sdendnoteanc|#_(?:ftn|edn)\d|footnote-ref|fnref", re.IGNORECASE)
_NOTE_NUMBER = re.compile(r"sdfootnotesym|sdendnotesym|#_(?:ftn|edn)ref\d", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CONTENT = ("main", "[role=main]", "div.mgContent", "#modgov", "#mgContent", "#main-content", "#content", "article")
_OF_MEETING = re.compile(r"meeting of .{3,150}\b(?:19|20)\d\d\b.{0,60}", re.IGNORECASE)
"""The link of an item's page to its meeting: often the only words on the page that say when and where it was."""

_NUMBERS = re.compile(r"(?:agenda )?(?:item|no|number)\.?(?: no\.?| number)?", re.IGNORECASE)
"""The head of a column that gives the numbers of items."""

_NUMBER = re.compile(r"\d{1,3}[a-z]?", re.IGNORECASE)
_BLANK = re.compile(r"[ \t\r\n\f]+")
_BOLD = frozenset(("b", "strong"))


def read(name: str, data: bytes, limits: Limits) -> ReadDocument:
    """The paragraphs of a saved page, in order."""
    if len(data) > limits.text_bytes:
        raise too_large(name, len(data), limits.text_bytes)
    text, mended = demangle(_characters(name, data))
    tree = LexborHTMLParser(text)
    title = tree.css_first("title")
    found = pieces(tree)
    short = shortened(found)
    notices = ((MENDED,) if mended else ()) + ((short,) if short else ())
    blocks = finish(as_text(without_residue(found)))
    return ReadDocument(name, "html", blocks, title=fold(title.text()) or None if title else None, notices=notices)


def pieces(tree: LexborHTMLParser) -> list[Piece]:
    """The pieces of a parsed page before they are numbered."""
    walk = _Walk()
    root = _content(tree)
    if root is not None:
        walk.children(root)
        walk.end()
    return walk.pieces


def _characters(name: str, data: bytes) -> str:
    declared = _CHARSET.search(data[:2048])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(name, data)


def _content(tree: LexborHTMLParser) -> LexborNode | None:
    """The part of the page that holds its matter: the largest of the known containers, else the body."""
    body = tree.body
    if body is None:
        return tree.root
    whole = len(body.text())
    for choice in _CONTENT:
        found = tree.css(choice)
        if found:
            best = max(found, key=lambda node: len(node.text()))
            if len(best.text()) > min(200, whole // 3):
                return best
    return body


class _Walk:
    """Goes through the page once and gathers pieces."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._words: list[tuple[str, bool]] = []
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._marker = ""
        self._lists: list[list] = []
        self._exact = False
        self._depth = 0

    def children(self, node: LexborNode, bold: bool = False) -> None:
        if self._depth > DEEPEST:
            self._text(node.text(separator=" "), bold)
            return
        self._depth += 1
        child = node.child
        while child is not None:
            self._node(child, bold)
            child = child.next
        self._depth -= 1

    def end(self) -> None:
        """Finish the paragraph in hand, if there is any text in it."""
        text = "".join(words for words, _bold in self._words)
        if text.strip():
            piece = tabbed(text, self._kind) if not self._marker else Piece(text, self._kind, self._marker, fixed=True)
            piece.level = self._level
            piece.strong = all(bold for words, bold in self._words if words.strip())
            self.pieces.append(piece)
            self._marker = ""
            if self._kind in (BlockKind.LIST_ITEM, BlockKind.FOOTNOTE):
                self._kind = BlockKind.PARAGRAPH
        elif self._words:
            self.pieces.append(Piece(""))
        self._words = []

    def _node(self, node: LexborNode, bold: bool) -> None:
        tag = node.tag or "-"
        if tag == "-text":
            self._text(node.text_content or "", bold)
        elif tag == "br":
            if not self._words:
                self.pieces.append(Piece(""))
            self.end()
        elif tag.startswith("-"):
            return
        elif _unwanted(node):
            self._meeting(node)
        elif tag in ("ul", "ol"):
            self._list(node, bold)
        elif tag == "table":
            self._table(node)
        elif _REFERENCE.search(_names(node)) or (tag == "sup" and node.css_first("a[href^='#']") is not None):
            return
        elif _NOTE_NUMBER.search(_names(node)):
            self._kind, self._marker = BlockKind.FOOTNOTE, fold(node.text()).strip("[]")
        elif tag in _BLOCKS:
            self.end()
            self._block(node, bold)
            self.end()
        else:
            self.children(node, bold or tag in _BOLD or _bold_style(node))

    def _meeting(self, menu: LexborNode) -> None:
        """Keep of a menu the link that says of which meeting the page is."""
        for link in menu.css("a") if menu.tag not in _OUT_ALWAYS else ():
            words = fold(link.text())
            if _OF_MEETING.fullmatch(words):
                self.end()
                self.pieces.append(Piece(words))

    def _text(self, text: str, bold: bool) -> None:
        if not self._exact and not self._words and not text.strip(" \t\r\n\f"):
            return
        if not self._exact:
            self._words.append((_BLANK.sub(_flat, text), bold))
            return
        for place, line in enumerate(text.replace("\r", "").split("\n")):
            if place:
                self.end()
            self._words.append((line, bold))

    def _block(self, node: LexborNode, bold: bool) -> None:
        tag = node.tag
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._kind, self._level = BlockKind.HEADING, int(tag[1])
            self.children(node, True)
            self.end()
            self._kind, self._level = BlockKind.PARAGRAPH, 0
        elif _ITEM_TITLE.search(node.attributes.get("class") or "") and not is_marker(fold(node.text())):
            self._kind, self._level = BlockKind.HEADING, 3
            self.children(node, True)
            self.end()
            self._kind, self._level = BlockKind.PARAGRAPH, 0
        elif tag == "dl":
            self._labels(node, bold)
        elif tag == "pre":
            self._exact = True
            self.children(node, bold)
            self.end()
            self._exact = False
        else:
            self.children(node, bold or tag in ("th", "legend", "dt") or _bold_style(node))

    def _labels(self, node: LexborNode, bold: bool) -> None:
        """A list of labels with their values: each pair a row, where both are short."""
        label = None
        for child in [kid for part in _kids(node) for kid in (_kids(part) if part.tag == "div" else (part,))]:
            if child.tag == "dt":
                if label is not None:
                    self._node(label, bold)
                label = child
            elif child.tag == "dd" and label is not None and len(child.text()) < LONGEST_VALUE:
                self.end()
                self.pieces.append(Piece("", BlockKind.TABLE_ROW, cells=(fold(label.text()), _cell_text(child))))
                label = None
            else:
                if label is not None:
                    self._node(label, bold)
                    label = None
                self._node(child, bold)
        if label is not None:
            self._node(label, bold)

    def _list(self, node: LexborNode, bold: bool) -> None:
        self.end()
        if is_tabs(node) or (self.pieces and names_files(self.pieces[-1].text) and is_links(node)):
            return
        count = whole(node.attributes.get("start"), 1)
        style = node.attributes.get("type") or "1"
        depth = len(self._lists)
        self._lists.append([])
        item = node.child
        while item is not None:
            if item.tag == "li":
                count = whole(item.attributes.get("value"), count)
                self._marker = f"{ordinal(count, style)}." if node.tag == "ol" else "•"
                self._kind, self._level = BlockKind.LIST_ITEM, depth
                self.children(item, bold)
                self.end()
                self._marker, self._kind, self._level = "", BlockKind.PARAGRAPH, 0
                count += 1
            elif item.tag in ("ul", "ol"):
                self._list(item, bold)
            item = item.next
        self._lists.pop()

    def _table(self, table: LexborNode) -> None:
        self.end()
        caption = table.css_first("caption")
        if caption is not None and len(fold(caption.text()).split()) > FEWEST_WORDS:
            self.pieces.append(Piece(fold(caption.text())))
        numbered, heads = False, None
        for row in _rows(table):
            cells = [cell for cell in _kids(row) if cell.tag in ("td", "th")]
            held = [cell for cell in cells if cell.text().strip() and not names_a_file(cell)]
            if not held or is_tabs(row):
                continue
            inside = [_cell_pieces(cell) if cell in held else [] for cell in cells]
            heads = heads_of(inside) if heads is None else heads
            if laid := laid_out(inside, heads):
                self.pieces.extend(laid)
            elif numbered and len(held) == 2 and held[0] is cells[0] and _NUMBER.fullmatch(fold(held[0].text())):
                self._marker, self._kind = f"{fold(held[0].text())}.", BlockKind.LIST_ITEM
                self._layout_row(held[1:])
            elif _is_layout(cells, held):
                self._layout_row(held)
            else:
                texts = tuple(_cell_text(cell) if cell in held else "" for cell in cells)
                strong = all(cell.tag == "th" for cell in held)
                self.pieces.append(Piece("", BlockKind.TABLE_ROW, cells=texts, strong=strong))
                numbered = numbered or bool(_NUMBERS.fullmatch(texts[0]))

    def _layout_row(self, held: list[LexborNode]) -> None:
        first = fold(held[0].text())
        if len(held) > 1 and is_marker(first):
            self._marker, self._kind = first, BlockKind.LIST_ITEM
            held = held[1:]
        for cell in held:
            self.children(cell)
            self.end()
        self._marker, self._kind = "", BlockKind.PARAGRAPH


def _unwanted(node: LexborNode) -> bool:
    tag, held = node.tag, node.attributes
    if tag in _OUT and not (tag in ("form", "header", "label") and len(node.text()) > 400) and not _heads_a_paper(node):
        return True
    if held.get("role") in ("navigation", "banner", "search", "contentinfo", "complementary") or "hidden" in held:
        return True
    if _HIDDEN.search(held.get("style") or "") or held.get("aria-hidden") == "true":
        return True
    names = f"{held.get('class') or ''} {held.get('id') or ''}"
    if tag in ("body", "html", "main"):
        return False
    if _MENU.search(names) and len(node.text()) < 3000:
        return True
    return bool(_MENU_RUN_TOGETHER.search(_HUMP.sub("-", names))) and is_menu(node)


def _heads_a_paper(node: LexborNode) -> bool:
    """Whether a header is that of the paper on the page, not the site's: it holds a title and stands in the matter."""
    if node.tag != "header" or node.css_first("h1, h2") is None or node.css_first("nav, ul") is not None:
        return False
    above = node.parent
    while above is not None and above.tag not in ("article", "main", "section"):
        above = above.parent
    return above is not None


def _flat(found: re.Match[str]) -> str:
    """White space as a page shows it: one space; but a tab within a line parts a label from its value."""
    run = found[0]
    return "\t" if "\t" in run and not {"\r", "\n", "\f"} & set(run) else " "


def _names(node: LexborNode) -> str:
    """What a link calls itself, where it may be a footnote's."""
    held = node.attributes if node.tag == "a" else {}
    return f"{held.get('class') or ''} {held.get('href') or ''}"


def _bold_style(node: LexborNode) -> bool:
    style = node.attributes.get("style") or ""
    return "bold" in style.lower()


def _kids(node: LexborNode) -> list[LexborNode]:
    found, child = [], node.child
    while child is not None:
        found.append(child)
        child = child.next
    return found


def _rows(table: LexborNode) -> list[LexborNode]:
    rows = []
    for child in _kids(table):
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("tbody", "thead", "tfoot"):
            rows.extend(row for row in _kids(child) if row.tag == "tr")
    return rows


def _is_layout(cells: list[LexborNode], held: list[LexborNode]) -> bool:
    """Whether the row only places things on the page: one cell, a number and its matter, or whole documents."""
    if len(held) == 1 and (len(cells) == 1 or len(held[0].text()) > 200):
        return True
    if is_marker(fold(held[0].text())) and len(held) == 2:
        return True
    return any(cell.css_first("table, h1, h2, h3, h4") is not None or len(cell.css("p, li")) > 12 for cell in held)


def _cell_pieces(cell: LexborNode) -> list[Piece]:
    walk = _Walk()
    walk.children(cell)
    walk.end()
    return [piece for piece in walk.pieces if piece.text or piece.cells or piece.marker]


def _cell_text(cell: LexborNode) -> str:
    return "\n".join(f"{piece.marker} {piece.text or ' '.join(piece.cells)}".strip() for piece in _cell_pieces(cell))
