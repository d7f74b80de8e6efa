"""The headings of business: numbered, lettered and titled, and the part of a document that is the minutes."""

import re
from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.findings import FoundItem
from scrutiny_desk.recognition.headings import (
    clean_title,
)
from scrutiny_desk.recognition.numbering import Heading, kept_headings, numbered_headings
from scrutiny_desk.recognition.pages import is_item_page, page_item
from scrutiny_desk.recognition.subheadings import (
    inline_headings,
    lettered_headings,
    question_headings,
    restated_headings,
    sibling_headings,
)
from scrutiny_desk.recognition.telltales import held, telltale
from scrutiny_desk.recognition.titles import SIGNATURE, between_numbers

_ITEM_LINE = re.compile(r"^\(?(?:Agenda\s+)?Item\s+(?:No\.?\s*)?([A-Z]?\d+[a-z]?)\)?[.:]?$", re.I)


_OF_CLOSE = telltale("meeting", "rose", "business", "minutes")
_CLOSE = re.compile(
    r"^(?:the\s+)?(?:\w+\s+)?meeting\s+(?:then\s+|was\s+|formally\s+)?(?:closed|"
    r"ended|concluded|finished|rose|terminated|declared closed)\b|"
    r"^(?:the\s+)?(?:committee|panel|council|board)\s+rose\b|^there being no (?:further|"
    r"other) business|^meeting (?:closed|ended)|"
    r"^(?:end of (?:the )?(?:meeting|minutes))|^duration of (?:the )?meeting",
    re.I,
)


_LATER_ANSWERS = re.compile(
    r"\b(?:written (?:answers?|responses?|repl(?:y|ies))|post[- ]meeting notes?|supplementary (?:answers?|information)|"
    r"questions? (?:and|&) (?:answers?|responses?)|responses? to (?:the )?questions?|"
    r"action (?:log|list|sheet)|actions)\b",
    re.I,
)


_ITEM_PAGE = re.compile(r"agenda item(?:\s+[-–]\s+.{3,200})?", re.I)
_MINUTES_LINE = re.compile(r"^(?:draft\s+)?minutes?\s*:?$", re.I)


def plain_heading(block: Block) -> Heading:
    """A whole block as a heading without number."""
    return Heading(block.order, 0, len(block.text), None, clean_title(block.text), True)


def headings(blocks: Sequence[Block], *, agenda: bool = False) -> list[Heading]:
    """The numbered headings of business in order, with those that belong to them; none where nothing is numbered.

    In an `agenda` items may stand in a bare list, with nothing under them.
    """
    if is_item_page(blocks):
        return page_item(blocks)
    found = kept_headings(numbered_headings(blocks), blocks, agenda=agenda)
    if found:
        found = inline_headings(found, blocks)
        found = sorted([*found, *lettered_headings(found, blocks)], key=lambda h: (h.order, h.start))
    if not found:
        return []
    end = _end(blocks, found, found[0].order, len(blocks) - 1)
    found = between_numbers(restated_headings(found, blocks), blocks, end)
    return sibling_headings(question_headings(found, blocks), blocks)


def agenda_text(blocks: Sequence[Block], found: Sequence[FoundItem]) -> frozenset[int]:
    """Orders of the agenda text that web pages print under an item's title, before the line "Minutes:"."""
    out: set[int] = set()
    for index, item in enumerate(found):
        end = found[index + 1].first - 1 if index + 1 < len(found) else item.last
        for order in range(item.first + 1, min(end, item.first + 60) + 1):
            minutes = _MINUTES_LINE.match(blocks[order].text) and blocks[order].text.rstrip().endswith(":")
            if minutes or item.number and blocks[order].text.rstrip(".") == item.number:
                out.update(range(item.first + 1, order + 1))
                break
    return frozenset(out)


_SHEET = re.compile(r"^(question\s+(?:no\.?\s*)?\(?(\d{1,3}[a-z]?)\)?)(?:\s*[:.]?$|\s+[A-Z][^?]{3,80}:$)", re.I)


_CODE = re.compile(r"[A-Z]{1,4}\d{1,3}[-/]\d{2,4}")
_GROUP = re.compile(
    r"^(?:question time\b.{0,60}|(?:members?|councillors?|public|written|oral)['’]?s?['’]? "
    r"questions?|questions? (?:from|by) (?:the )?(?:members?|public|councillors?))$",
    re.I,
)


def sheet_headings(blocks: Sequence[Block]) -> list[Heading]:
    """The headings of a question paper: "Question 1" alone on its line, or with a title or asker behind it."""
    out = []
    for block in blocks:
        text = f"{block.marker} {block.text}".strip() if block.kind is BlockKind.HEADING else block.text
        match = _SHEET.match(text)
        if match:
            out.append(Heading(block.order, 0, len(block.text), match[2], match[1].rstrip(":. "), True))
        elif _GROUP.match(text) or _CODE.fullmatch(text):
            out.append(Heading(block.order, 0, len(block.text), None, clean_title(text), True))
    return out if any(h.number or _CODE.fullmatch(h.title or "") for h in out) else []


def minutes_range(blocks: Sequence[Block], found: list[Heading], from_order: int = 0) -> tuple[int, int]:
    """The first and last order of the minutes proper: agenda text before them and slides after them left out."""
    last = len(blocks) - 1
    if last < 0:
        return 0, -1
    if is_item_page(blocks):
        line = next((b.order for b in blocks if _MINUTES_LINE.match(b.text)), None)
        first = line + 1 if line is not None else found[0].order if found else 0
    else:
        first = found[0].order if found else from_order
        first = _told_from(blocks, first)
    return first, _end(blocks, found, first, last)


_TOLD = re.compile(
    r"\b(?:asked|queried|reported|advised|informed|stated|explained|replied|responded|offered|proposed|"
    r"gave\s+(?:an?|the|members|councillors)\b|it\s+was\s+(?:unanimously\s+)?(?:resolved|agreed))(?!\s+by\b)",
    re.I,
)
_NOT_TOLD = re.compile(
    r"(?:to\s+(?:receive|consider|note|approve)|any\s+member|members\s+of\s+the\s+(?:public|press)\s+(?:may|are|can)|"
    r"please|the\s+(?:chair\w*|meeting)\b.{0,60}\b(?:webcast|filmed|recorded|fire)|present|apologies|in\s+attendance)\b",
    re.I,
)


def _told_from(blocks: Sequence[Block], first: int) -> int:
    """Where the tale of the meeting begins, if that is before the first heading: some minutes open without one."""
    for block in blocks[1:first]:
        told = len(block.text) > 60 and not block.cells and _TOLD.search(block.text)
        if told and not _NOT_TOLD.match(block.text):
            return block.order
    return first


def _goes_on(blocks: Sequence[Block], close: int, closings: Sequence[int]) -> bool:
    """Whether a meeting that "closed" was only opened to the public: it is told of further, and closes again."""
    again = max((c for c in closings if c > close), default=close)
    return sum(bool(_TOLD.search(b.text)) for b in blocks[close + 1 : again]) >= 2


def _end(blocks: Sequence[Block], found: list[Heading], first: int, last: int) -> int:
    starts = [h.order for h in found]
    closings = [
        b.order
        for b in blocks[first:]
        if len(b.text) < 260
        and (len(b.text) < 90 and SIGNATURE.match(b.text) or held(b.text) & _OF_CLOSE and _CLOSE.match(b.text))
    ]
    for close in closings:
        later = [s for s in starts if s > close]
        if later or _goes_on(blocks, close, closings):
            continue
        near = [c for c in closings if close < c <= close + 6]
        end = near[-1] if near else close
        after = blocks[end + 1 :]
        if any(
            _LATER_ANSWERS.search(b.text) and len(b.text) < 120
            for b in after[:400]
            if b.strong or b.kind is BlockKind.HEADING
        ):
            return last
        return end
    return last


def found_items(found: list[Heading], end: int, blocks: Sequence[Block]) -> tuple[FoundItem, ...]:
    """Headings as items, each with the blocks it governs; what comes after `end` belongs to none."""
    out = []
    found = [h for h in found if h.order <= end]
    for index, heading in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        last = max(heading.order, after.order - 1) if after else end
        spans = (Span(heading.order, heading.start, heading.end),) if heading.end > heading.start else ()
        if (
            index + 1 < len(blocks)
            and heading.order + 1 < len(blocks)
            and _ITEM_LINE.match(blocks[heading.order + 1].text)
        ):
            spans = (*spans, Span(heading.order + 1, 0, len(blocks[heading.order + 1].text)))
        out.append(FoundItem(heading.number, heading.title, heading.order, last, spans))
    return tuple(out)
