"""Headings without numbers, in minutes that number nothing."""

import re
from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.recognition.headings import (
    BARE_LABELS,
    USUAL_BEGINS,
    clean_title,
    title_like,
)
from scrutiny_desk.recognition.names import printed_name
from scrutiny_desk.recognition.numbering import Heading

SIGNATURE = re.compile(
    r"^(?:(?:vice[- ]?)?chair(?:man|person|woman)?|cathaoirleach|convener|mayor|"
    r"the worshipful the mayor)\s*[.…_:]*\s*(?:date.*)?$|"
    r"^(?:signed|chair(?:man|person)?['’]?s? signature|chair(?:man|person)?\s*[.…_]{3,}).*|"
    r"^[.…_ ]{6,}.*(?:chair|mayor|convener)",
    re.I,
)


def titled_headings(blocks: Sequence[Block], from_order: int) -> list[Heading]:
    """Headings without numbers, in minutes that number nothing: what the file or its capitals show as headings.

    `from_order` is where the head of the document ends.
    """
    real = [b for b in blocks if b.order >= from_order and b.kind is BlockKind.HEADING and _may_title(b)]
    if len(real) < 2:
        real = [b for b in blocks if b.order >= from_order and b.strong and _may_title(b) and len(b.text) > 5]
    if len(real) < 2:
        return _page_titles(blocks) or _plain_titles(blocks, from_order)
    out = []
    for block in real:
        after = blocks[block.order + 1] if block.order + 1 < len(blocks) else None
        if (
            after is None
            or after.strong
            and after.kind is not BlockKind.LIST_ITEM
            and not BARE_LABELS.match(after.text)
        ):
            continue
        out.append(Heading(block.order, 0, len(block.text), None, clean_title(block.text), True))
    return out if len(out) >= 2 else []


_RESIDUE = re.compile(r"\s(?:pdf icon\s*)?\(?PDF,?\s*[\d.,]+\s*[KM]B\)?$", re.I)
_BEFORE_MINUTES = re.compile(
    r"^(?P<title>.{4,180}?)(?:\s+(?:pdf icon\s*)?PDF\s[\d.,]+\s*[KM]B)?"
    r"(?:\s+To\s+(?:receive|consider|approve|note|agree|confirm|sign|discuss|adopt|review)\b.{0,600}?)?"
    r"(?:\s+Additional documents:)?\s+Minutes:\s+(?=\S)"
)


def _page_titles(blocks: Sequence[Block]) -> list[Heading]:
    """The headings of a page of a committee system saved without its numbers: a title with the size of its report
    behind it, or a title, the agenda's words and "Minutes:" run together in one paragraph."""
    out: list[Heading] = []
    for block in blocks:
        run_on = _BEFORE_MINUTES.match(block.text) if "Minutes:" in block.text else None
        if run_on and title_like(run_on["title"], heading=True):
            out.append(Heading(block.order, 0, run_on.end(), None, clean_title(run_on["title"]), False, True))
        elif len(block.text) < 220 and (_RESIDUE.search(block.text) or USUAL_BEGINS.fullmatch(block.text)):
            title = clean_title(block.text)
            out.append(Heading(block.order, 0, len(block.text), None, title, True))
    sure = sum(h.run_on or bool(_RESIDUE.search(blocks[h.order].text)) for h in out)
    return out if sure >= 2 else []


def letter_titles(blocks: Sequence[Block]) -> list[Heading]:
    """The headings within a letter: short lines between its paragraphs, behind the greeting and before the close."""
    greeting = next((b.order for b in blocks[:40] if re.match(r"dear\b", b.text, re.I)), None)
    close = next((b.order for b in blocks if re.match(r"yours\b|kind regards|with best wishes", b.text, re.I)), None)
    if greeting is None or close is None:
        return []
    out = []
    for block in blocks[greeting + 2 : close]:
        text, after = block.text, blocks[block.order + 1]
        alone = not block.marker and not block.cells and text[-1].isalnum() and len(text.split()) <= 8
        if alone and len(after.text) > 80 and title_like(text, limit=70) and not printed_name(text):
            out.append(Heading(block.order, 0, len(text), None, clean_title(text), False))
    return out if len(out) > 1 else []


def _plain_titles(blocks: Sequence[Block], from_order: int) -> list[Heading]:
    """The headings of minutes that mark theirs by nothing but standing alone, or by a usual title and a dash."""
    out: list[Heading] = []
    for block in blocks[:-1]:
        text, after = block.text, blocks[block.order + 1]
        usual = USUAL_BEGINS.match(text)
        if usual and not block.marker:
            out.append(
                Heading(block.order, 0, usual.end(1), None, clean_title(usual[1]), False, usual.end() < len(text))
            )
            continue
        alone = (
            not block.marker and not block.cells and len(text.split()) <= 7 and len(text) < 60 and text[-1].isalnum()
        )
        followed = len(after.text) > len(text) + 5 or bool(after.marker)
        if block.order >= from_order and alone and followed and title_like(text, limit=60) and not printed_name(text):
            out.append(Heading(block.order, 0, len(text), None, clean_title(text), False))
    return out if sum(bool(USUAL_BEGINS.match(h.title or "")) for h in out) >= 2 else []


def _may_title(block: Block) -> bool:
    if re.fullmatch(r"agenda(?: and (?:draft )?minutes)?|(?:draft |printed )?minutes", block.text.strip(), re.I):
        return False
    return title_like(block.text, limit=140) and not BARE_LABELS.match(block.text) and not SIGNATURE.match(block.text)
