"""What is left on a saved page when its menus are gone: tabs, lists of files, words of buttons, a site's own lines."""

import re

from selectolax.lexbor import LexborNode

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.reading.mending import ends_sentence, fold
from scrutiny_desk.reading.pieces import Piece

LONGEST_LINE = 300
"""A longer line is never residue."""

LONGEST_MENU = 1500
LONGEST_SENTENCE = 90
"""Words of a menu end in no sentence as long as this."""

_SIZE = re.compile(r"[\s(,]*\b(?:PDF|DOCX?|XLSX?|PPTX?|HTML?)[\s,]*[\d.]+\s*[KMG]B\)?\s*$", re.IGNORECASE)
_FILES = re.compile(
    r"(?:supporting documents?|additional documents?|accompanying documents?|related documents?|associated documents?|"
    r"documents?|attachments?|media|downloads?)\s*:?",
    re.IGNORECASE,
)
_FILE_LINE = re.compile(
    r".*\b(?:pdf|docx?|xlsx?|html?|pptx?)\b.*\d\s*(?:kb|mb|bytes)\b.*|view (?:the )?.* as (?:pdf|html|word).*",
    re.IGNORECASE,
)
_VIEW = re.compile(
    r"view (?:the )?(?:declarations of interest|background papers|background to item|reasons why|directions|webcast)\b"
    r".{0,120}|share this (?:item|page|:).{0,40}|share this|"
    r"(?P<short>view (?:the )?full (?:minutes?|decisions?|agenda) text for item (?P<item>[\w.()]+?)\.?)",
    re.IGNORECASE,
)
_SHORTENED = "Only the beginning is given here of item {items}; the page of the item itself holds the whole text."
_DIRECTIONS = re.compile(r"[\s.]*\bview directions\s*$", re.IGNORECASE)
_SITE_LINES = re.compile(
    r"(?:print|e-?mail|bookmark|rate) this page|subscribe to (?:updates|this page|(?:e-?mail )?alerts)|"
    r"back to (?:the )?top(?: of page)?|was this page (?:useful|helpful)\W*|yes\s*(?:/|\|)?\s*no|"
    r"(?:this )?page (?:was )?last (?:updated|modified|reviewed)(?: on)?:?.{0,40}\d{4}|leave a (?:reply|comment)|"
    r"your email address will not be published.{0,80}|click to (?:share on|print|email) .{0,60}|"
    r"posted on .{0,30}\d{4}.{0,40}|posted in (?:minutes|agendas|news|meetings|uncategori[sz]ed)\b.{0,40}|"
    r"skip to (?:main )?content|you are here:?.{0,160}|home\s*(?:/|>|»|›|\|).{1,160}|"
    r"english\s*[|/]\s*cymraeg|cymraeg\s*[|/]\s*english|register\s*\|?\s*(?:log ?in|sign in)|"
    r"(?:proudly )?powered by (?:civica|jadu|modern\.?gov|wordpress|drupal|goss|cmis|granicus).{0,30}|"
    r"(?:copyright\s*)?(?:©|\(c\))\s*(?:copyright\s*)?.{0,80}|browse meetings|watch this (?:issue|item|decision)|"
    r"(?:webcast:\s*)?view the webcast.{0,60}",
    re.IGNORECASE,
)
"""Lines that are the site's and not the paper's."""

_TABS = frozenset(
    (
        "agenda", "agendas", "attendance", "comments", "declarations", "decision", "decisions", "details", "documents",
        "history", "minutes", "overview", "reports", "media", "webcast", "summary", "related decisions",
        "related meetings", "issue details", "issue history", "meeting details", "item details", "decision details",
        "decision history", "attendance details", "agenda and minutes", "agendas and minutes", "agenda & minutes",
        "declarations of interest", "supporting documents", "meeting documents", "view minutes",
    )
)  # fmt: skip
"""The tabs between which pages of committee systems part their matter."""

_UPDATED = re.compile(r"last (?:updated|modified|reviewed)(?: on)?:?.{0,40}\d{4}", re.IGNORECASE)
_AT_THE_END = 4
"""So many pieces at a page's end may say when it was last changed."""

_PARTING = re.compile(r"\s*[|/•·]\s*")


def shortened(found: list[Piece]) -> str | None:
    """The sentence that says of which items the page gives only the beginning; None where it gives all."""
    short = dict.fromkeys(
        view["item"] for piece in found if (view := _VIEW.fullmatch(fold(piece.text))) and view["short"]
    )
    return _SHORTENED.format(items=", ".join(short)) if short else None


def names_files(text: str) -> bool:
    """Whether the line only says that files follow ("Supporting documents:")."""
    return bool(_FILES.fullmatch(fold(text)))


def names_a_file(cell: LexborNode) -> bool:
    """Whether a cell holds nothing but links to files, with their kinds and sizes."""
    words = fold(cell.text())
    if not _FILE_LINE.fullmatch(words) or cell.css_first("p, div, li") is not None:
        return False
    linked = fold(" ".join(link.text() for link in cell.css("a")))
    return bool(linked) and len(_SIZE.sub("", words)) <= len(linked) + 3


def is_tabs(node: LexborNode) -> bool:
    """Whether a list or row is made of the tabs between which a page parts its matter, some of which lead elsewhere."""
    if node.css_first("a") is None:
        return False
    words = [fold(child.text()).casefold() for child in _children(node) if child.text().strip()]
    return len(words) > 1 and all(word in _TABS for word in words)


def is_links(node: LexborNode) -> bool:
    """Whether every entry of a list is a link, with at most a file's kind and size beside it."""
    entries = [child for child in _children(node) if child.tag == "li"]
    for entry in entries:
        words, linked = fold(entry.text()), fold(" ".join(link.text() for link in entry.css("a")))
        if not linked or len(_SIZE.sub("", words)) > len(linked) + 3:
            return False
    return bool(entries)


def is_menu(node: LexborNode) -> bool:
    """Whether a part of the page that is called a menu holds no prose of the paper."""
    words = fold(node.text(separator=" "))
    if len(words) > LONGEST_MENU:
        return False
    prose = [p for p in node.css("p") if len(fold(p.text())) > LONGEST_SENTENCE and ends_sentence(fold(p.text()))]
    return not prose or "cookie" in words.lower()


def without_residue(found: list[Piece]) -> list[Piece]:
    """The pieces without "Supporting documents:", the lines that only name a file and its size, and the site's own."""
    kept = []
    for place, piece in enumerate(found):
        words = fold(piece.text)
        if place >= len(found) - _AT_THE_END and _UPDATED.fullmatch(words):
            continue
        if piece.kind is not BlockKind.TABLE_ROW and len(words) < LONGEST_LINE and _is_residue(piece, words):
            continue
        if piece.kind is BlockKind.HEADING or piece.marker[:1].isdigit():
            piece.text = _SIZE.sub("", piece.text)
        piece.text = _DIRECTIONS.sub("", piece.text)
        kept.append(piece)
    return kept


def _is_residue(piece: Piece, words: str) -> bool:
    if _FILES.fullmatch(words) and (words.endswith(":") or words.casefold() not in _KEPT_ALONE):
        return True
    if _VIEW.fullmatch(words) or _SITE_LINES.fullmatch(words):
        return True
    if len(parts := _PARTING.split(words.casefold())) > 1 and all(part in _TABS for part in parts):
        return True
    numbered = piece.marker[:1].isdigit()
    return piece.kind is not BlockKind.HEADING and not numbered and bool(_FILE_LINE.fullmatch(words))


_KEPT_ALONE = frozenset(("documents", "document"))
"""Words that name files only where a colon follows."""


def _children(node: LexborNode) -> list[LexborNode]:
    found, child = [], node.child
    while child is not None:
        if child.tag and not child.tag.startswith("-"):
            found.append(child)
        child = child.next
    return found
