"""Blocks that say nothing in an exchange: headings of business, residue of web pages."""

import re

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.recognition.kept import kept
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.sentences import holds, lowered
from scrutiny_desk.recognition.skeleton import Skeleton

_RESIDUE = re.compile(
    r"(?:Supporting documents|Additional documents|Share this item|View the|pdf icon|PDF \d+|Attendance notes?)\b.*|"
    r".*\bPDF\s+\d+(?:\.\d+)?\s*[KM]B\b.*|\d{1,3}|\(?Pages?:? \d+(?:\s*[-–to]+\s*\d+)?\)?",
    re.I,
)
_OF_RESIDUE = ("supporting d", "additional d", "share this", "view the", "pdf", "attendance note", "page")
"""Of these one stands in a residue of more than a short number."""
_PURPOSE = re.compile(r"(?:Purpose|Reason|Aim) (?:of|for) (?:the |this )?(?:report|item|paper)\s*[:–-]", re.I)
_LABEL = re.compile(
    r"(?:resolved|agreed|actions?|decisions?|recommend\w*|reply|response|answer|question|minutes|supplementary)\b", re.I
)
_SENTENCE_END = re.compile(r"[.?!:;][\"'”’)]*$")


def is_business_heading(block: Block, skeleton: Skeleton) -> bool:
    """Whether the block is a heading that ends what was being discussed."""
    known = skeleton.business_headings.get(block.order)
    if known is None:
        known = skeleton.business_headings[block.order] = _is_business_heading(block, skeleton)
    return known


def _is_business_heading(block: Block, skeleton: Skeleton) -> bool:
    if block.kind is BlockKind.HEADING:
        return True
    if block.kind is BlockKind.TABLE_ROW or len(block.text) > 120 or block.marker in ("·", "-", "•", "o"):
        return False
    item = skeleton.item_at(block.order)
    if item is not None and any(
        span.block == block.order and span.end - span.start >= len(block.text) * 0.8
        for span in skeleton.items[item].spans
    ):
        return True
    if _LABEL.match(block.text) or _SENTENCE_END.search(block.text):
        return False
    return block.strong or (block.text.isupper() and len(block.text) > 3) or _is_title(block)


def starts_item(block: Block, skeleton: Skeleton) -> bool:
    """Whether an item of business begins with this block, be its heading alone or run on into the text."""
    item = skeleton.item_at(block.order)
    return item is not None and skeleton.items[item].first == block.order


_SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"]
)


def _is_title(block: Block) -> bool:
    """A short line set like a title: capitals at the head of its words, no full stop, no list mark."""
    if block.kind is not BlockKind.PARAGRAPH or len(block.text) > 90 or not block.text[:1].isupper():
        return False
    words = [w for w in like(r"[A-Za-z][\w'’-]*").findall(block.text) if w.casefold() not in _SMALL_WORDS]
    return len(words) > 1 and sum(w[0].isupper() for w in words) >= 0.75 * len(words)


def is_residue(block: Block) -> bool:
    """Whether the block is left over from a web page, or tells what a report is for."""
    return _is_residue(block.text)


@kept
def _is_residue(text: str) -> bool:
    if _PURPOSE.match(text):
        return True
    if len(text) >= 160 or len(text) > 3 and not holds(lowered(text), _OF_RESIDUE):
        return False
    return bool(_RESIDUE.fullmatch(text))
