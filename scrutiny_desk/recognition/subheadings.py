"""Headings under a numbered item: inside its paragraphs, lettered, over single questions, or merely standing alone."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.recognition.headings import (
    clean_title,
    title_like,
)
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import TITLE_PATTERN
from scrutiny_desk.recognition.numbering import Heading
from scrutiny_desk.recognition.references import level_of, number_of
from scrutiny_desk.recognition.run_on import run_on_title

_LETTER = re.compile(r"^[(\[]?([A-Z]|[a-z]|[ivx]{1,5}|[IVX]{1,5})[.)\]]+$")


_INLINE = re.compile(r"(?<=[.;:)’”\w]\s)(\d{1,3}(?:\.\d{1,2}){0,2})[.)]?\s+(?=[A-Z“‘])")
_INLINE_MINUTE = re.compile(r"(?:(?<=\s)|(?<=[.:\-–]))(\d{1,4}/\d{2,4}[.):]?\s|\d{4}[.)]\s?)\s*(?=[A-Z“‘])")
_LARGEST_STEP = 3


def _successors(number: str) -> frozenset[str]:
    """The numbers that may come next: 5.1 is followed by 5.1.1, 5.2 or 6; 70/17 by 71/17 or, where one is left out,
    by 72/17."""
    if match := like(r"(\d+)(/\d+)|(\d{4})").fullmatch(number):
        first, year = int(match[1] or match[3]), match[2] or ""
        return frozenset(f"{first + step}{year}" for step in range(1, _LARGEST_STEP + 1))
    if not like(r"\d+(?:\.\d+)*").fullmatch(number):
        return frozenset()
    parts = [int(p) for p in number.split(".")]
    out = {".".join(map(str, [*parts, 1]))}
    for depth in range(len(parts)):
        out.add(".".join(map(str, [*parts[:depth], parts[depth] + 1])))
    return frozenset(out)


def inline_headings(headings: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
    """Headings inside the paragraphs of run-on minutes: "Reports. 5.1 Chairman's Report. 5.1.1 Vacancy. CC said"."""
    mostly = sum(h.run_on for h in headings) >= max(2, len(headings) // 2)
    by_block = {h.order: h for h in headings}
    out: list[Heading] = []
    current: Heading | None = None
    for block in blocks[headings[0].order :]:
        if block.order in by_block:
            current = by_block[block.order]
            out.append(current)
        if current is None or current.number is None or not like(r"[\d./]+").fullmatch(current.number):
            continue
        minute = "/" in current.number or len(current.number) == 4
        if not minute and not mostly:
            continue
        ahead = by_block.get(block.order + 1)
        for heading in _inside(block, current, _INLINE_MINUTE if minute else _INLINE):
            if ahead is None or ahead.number != heading.number:
                current = heading
                out.append(current)
    return out


def _inside(block: Block, current: Heading, numbers: re.Pattern[str]) -> Iterator[Heading]:
    """The headings inside one paragraph whose numbers go on from the heading it stands under."""
    at = current.end if current.order == block.order else 0
    last = current.number or ""
    while match := numbers.search(block.text, at):
        at = match.end()
        number = match[1].strip(" .):")
        behind = block.text[match.end() :]
        found = run_on_title(behind) or _standing(behind) or _whole(behind) if number in _successors(last) else None
        if found:
            last, end = number, match.end() + len(found[0])
            yield Heading(block.order, match.end(), end, number, clean_title(found[0]), False, True, level_of(number))


def _whole(text: str) -> tuple[str, int] | None:
    """The rest of a paragraph, where it is nothing but the last heading in it."""
    return (text, len(text)) if title_like(text, limit=120, heading=True) and not text.endswith(".") else None


def _standing(text: str) -> tuple[str, int] | None:
    """A title with another number straight behind it ("Policies and documents 9.1 Data Protection")."""
    match = like(r"([^.]{4,120}?)[.]?\s+(?=\d{1,2}\.\d)").match(text)
    return (match[1], match.end()) if match and title_like(match[1]) else None


def lettered_headings(headings: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
    """Sub-headings with a letter or roman numeral and a title of their own, with prose under them."""
    out: list[Heading] = []
    starts = {h.order for h in headings}
    first = headings[0].order if headings else 0
    for block in blocks[first:]:
        marker = _LETTER.match(block.marker.strip()) if block.marker else None
        if not marker or block.order in starts or block.order + 1 >= len(blocks):
            continue
        after = blocks[block.order + 1]
        text = block.text
        if after.marker or after.order in starts or len(after.text) < 30 or text[-1] in ".;,:?" or len(text) > 110:
            continue
        if title_like(text) and not like(r"(?i)(?:that|to)\b").match(text) and text[0].isupper():
            out.append(Heading(block.order, 0, len(text), marker[1], clean_title(text), False, level=2))
    return out


_QUESTION_FROM = re.compile(
    rf"^(?:(?:written |oral |public |supplementary |member'?s? )*question\s+(?:\d+\s*[-–:]?\s*)?)?(?:from"
    rf"|by|submitted by|asked by)\s+{TITLE_PATTERN}\s"
    rf"|^{TITLE_PATTERN}\s[^.?]{{0,4}}.{{3,50}}\sto ask:?$",
    re.I,
)


def question_headings(found: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
    """With headings over single questions ("1. From Mr A to the Portfolio Holder") inside an item of questions."""
    taken = {h.order for h in found}
    more = [
        Heading(b.order, 0, len(b.text), number_of(b.marker), clean_title(b.text), False, level=2)
        for b in blocks[found[0].order if found else 0 :]
        if b.order not in taken and len(b.text) < 160 and _QUESTION_FROM.match(b.text) and b.text[-1] not in ".?"
    ]
    return sorted([*found, *more], key=lambda h: (h.order, h.start))


def sibling_headings(found: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
    """With headings that have lost their number but begin as two others do ("Question submitted by...")."""
    starts = Counter(" ".join(h.title.split()[:3]) for h in found if h.title and len(h.title.split()) > 3)
    common = {words for words, count in starts.items() if count > 1}
    if not common:
        return found
    taken = {h.order for h in found}
    more = [
        Heading(b.order, 0, len(b.text), None, clean_title(b.text), False)
        for b in blocks[found[0].order :]
        if b.order not in taken
        and not b.marker
        and " ".join(b.text.split()[:3]) in common
        and title_like(b.text, limit=120)
    ]
    return sorted([*found, *more], key=lambda h: (h.order, h.start))


def restated_headings(found: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
    """With plain lines under an item that stand alone as a title and whose words the next paragraph says again."""
    if not found:
        return found
    taken = {h.order for h in found}
    plain: list[tuple[int, Block]] = []
    under = 0
    sure: set[int] = set()
    for block in blocks[found[0].order : -1]:
        text, after = block.text, blocks[block.order + 1]
        under = block.order if block.order in taken else under
        if block.marker or block.cells or block.order in taken or not 8 <= len(text) <= 100 or len(after.text) < 60:
            continue
        stands = block.kind is BlockKind.PARAGRAPH and text[-1].isalnum() and not after.marker and not after.cells
        if stands and len(text.split()) >= 3 and title_like(text, limit=100):
            plain.append((under, block))
            if text.casefold() in after.text.casefold():
                sure.add(under)
    more = [
        Heading(block.order, 0, len(block.text), None, clean_title(block.text), False, level=2)
        for under, block in plain
        if under in sure
    ]
    return sorted([*found, *more], key=lambda h: (h.order, h.start))
