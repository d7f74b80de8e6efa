"""Headings without numbers, in minutes that number nothing."""

import re
from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.recognition.dates import dates_in
from scrutiny_desk.recognition.headings import (
    BARE_LABELS,
    USUAL,
    USUAL_BEGINS,
    all_caps,
    clean_title,
    is_usual,
    title_like,
)
from scrutiny_desk.recognition.labels import PROSE
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import TITLE_PATTERN, printed_name
from scrutiny_desk.recognition.numbering import Heading
from scrutiny_desk.recognition.pages import is_meeting_page, page_titles
from scrutiny_desk.recognition.people_lists import names_anyone
from scrutiny_desk.recognition.posts import has_post_head

SIGNATURE = re.compile(
    r"^(?:(?:vice[- ]?)?chair(?:man|person|woman)?|cathaoirleach|convener|mayor|"
    r"the worshipful the mayor)\s*[.…_:]*\s*(?:date.*)?$|"
    r"^(?:signed|chair(?:man|person)?['’]?s? signature|chair(?:man|person)?\s*[.…_]{3,}).*|"
    r"^[.…_ ]{6,}.*(?:chair|mayor|convener)",
    re.I,
)


def titled_headings(blocks: Sequence[Block], from_order: int) -> list[Heading]:
    """Headings without numbers, in minutes that number nothing: what the file or its capitals show as headings, else
    titles that stand alone, with a colon or without.

    `from_order` is where the head of the document ends.
    """
    real = [b for b in blocks if b.order >= from_order and b.kind is BlockKind.HEADING and _may_title(b)]
    if len(real) < 2:
        real = [b for b in blocks if b.order >= from_order and b.strong and _may_title(b) and len(b.text) > 5]
    if len(real) < 2:
        return _standing_titles(blocks, from_order)
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
    return with_usual(out, blocks) if len(out) >= 2 else []


def _standing_titles(blocks: Sequence[Block], from_order: int) -> list[Heading]:
    """Headings that no look of the file shows: those of a meeting's page, and lines that stand alone."""
    page = page_titles(blocks)
    taken = {h.order for h in page}
    start = page[0].order if page else from_order
    plain = _plain_titles(blocks, min(start, from_order), sure=bool(page) or is_meeting_page(blocks))
    return sorted([*page, *(h for h in plain if h.order not in taken)], key=lambda h: (h.order, h.start))


def with_usual(found: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
    """With usual titles that stand alone among other headings and have lost their look or number ("Any other
    business:")."""
    if not found:
        return found
    taken = {h.order for h in found}
    more = [
        Heading(b.order, 0, len(b.text), None, clean_title(b.text), False)
        for b in blocks[found[0].order : -1]
        if b.order not in taken and not b.marker and not b.cells and is_usual(b.text) and " " in b.text
    ]
    return sorted([*found, *more], key=lambda h: (h.order, h.start))


def letter_titles(blocks: Sequence[Block]) -> list[Heading]:
    """The headings within a letter: short lines between its paragraphs, behind the greeting and before the close."""
    greeting = next((b.order for b in blocks[:40] if like(r"(?i)dear\b").match(b.text)), None)
    close = next((b.order for b in blocks if like(r"(?i)yours\b|kind regards|with best wishes").match(b.text)), None)
    if greeting is None or close is None:
        return []
    out = []
    for block in blocks[greeting + 2 : close]:
        text, after = block.text, blocks[block.order + 1]
        alone = not block.marker and not block.cells and text[-1].isalnum() and len(text.split()) <= 8
        if alone and len(after.text) > 80 and title_like(text, limit=70) and not printed_name(text):
            out.append(Heading(block.order, 0, len(text), None, clean_title(text), False))
    return out if len(out) > 1 else []


_LEADS_IN = re.compile(
    r"(?:in|during|after|before|arising|following|for|on|at|with|by|from|please|where|if|as|note|"
    r"key|further|other|several|these|those|the following|some|members?|councillors?|questions? (?:from|were)|"
    r"points?|comments?|actions?(?! from\b)|voting|votes?|background|options?|recommendations?|"
    r"appendix|page|tel|email|summary|notes?)\b",
    re.I,
)


_ATTENDANCE = re.compile(r"\b(?:present|attend(?:ing|ees|ed|ance))$|^(?:\w+ ){1,3}apologies$", re.I)
_SAID = re.compile(r"\b(?:answered|responded|replied|asked|said|raised|noted|discussed)\b", re.I)
_PAPER = re.compile(r"\b(?:minutes|notes|agenda|meeting|council|committee)\b", re.I)


def _plain_titles(blocks: Sequence[Block], from_order: int, *, sure: bool) -> list[Heading]:
    """The headings of minutes that mark theirs by nothing but standing alone, by a colon, or by a usual title with a
    dash or colon behind it; `sure` says that the paper is known to have such."""
    out: list[Heading] = []
    alone: set[int] = set()
    from_order = max(from_order, _behind_names(blocks))
    for block in reversed(blocks[:-1]):
        text, after = block.text, blocks[block.order + 1]
        usual = USUAL_BEGINS.match(text)
        if block.order < from_order:
            break
        if usual and not block.marker and not block.cells and not _heads_a_list(block, blocks):
            runs_on = usual.end() < len(text)
            out.append(Heading(block.order, 0, usual.end(1), None, clean_title(usual[1]), False, runs_on))
            alone.add(block.order)
        elif _stands_alone(block) and (
            after.order in alone or len(after.text) > min(len(text) + 5, 50) or bool(after.marker)
        ):
            out.append(Heading(block.order, 0, len(text), None, clean_title(text), False))
            alone.add(block.order)
    out.reverse()
    usual_ones = {(h.title or "").casefold() for h in out if USUAL.fullmatch(h.title or "")}
    colons = sum(blocks[h.order].text.rstrip().endswith(":") for h in out)
    enough = sure or len(usual_ones) >= 2 or usual_ones and len(out) >= 3 or colons >= 3
    enough = enough or len(out) >= 4 and sum(_between_texts(h.order, blocks) for h in out) >= 0.7 * len(out)
    return out if enough else []


def _between_texts(order: int, blocks: Sequence[Block]) -> bool:
    """Whether a line stands between the end of one text, told or listed, and the begin of another."""
    before, after = blocks[order - 1], blocks[order + 1]
    ended = bool(before.marker) or before.text.rstrip()[-1:] in ".?!" and len(before.text) > 40
    told = bool(after.marker) or len(after.text) > 60 and after.text.rstrip()[-1:] in ".?!:"
    return ended and told


def _behind_names(blocks: Sequence[Block]) -> int:
    """Where the lines at the top that name the body, the paper and the day end."""
    end = 0
    for block in blocks[:8]:
        told = len(block.text) > 60 and block.text.endswith(".") and not dates_in(block.text)
        if len(block.text) > 160 or told or is_usual(block.text):
            break
        if dates_in(block.text) or _PAPER.search(block.text):
            end = block.order + 1
    return end


def _heads_a_list(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether "Apologies" goes on with the lists of those present that stand straight above it."""
    if not like(r"(?i)apolog").match(block.text) or not block.order:
        return False
    above = blocks[block.order - 1].text
    return len(above) < 200 and not PROSE.search(above) and names_anyone(above)


_LONGEST = 110
"""Letters of a line that may be a title by its words alone."""


def _stands_alone(block: Block) -> bool:
    """Whether a line can be a title by nothing but its words and its standing alone."""
    text = block.text.rstrip()
    if block.marker or block.cells or len(text) >= _LONGEST or printed_name(text) or SIGNATURE.match(text):
        return False
    if _NO_TITLE.match(text):
        return False
    bare = like(r"\s*[:;][-–—]*$").sub("", text)
    colon = bare != text
    if len(bare.split()) > (14 if colon else 10) or not bare[-1:].isalnum() and bare[-1:] not in ")?’'”\"":
        return False
    if ":" in bare or _LEADS_IN.match(bare) or BARE_LABELS.match(bare) or _ATTENDANCE.search(bare):
        return False
    if block.order < 6 and (dates_in(bare) or _PAPER.search(bare)) and not is_usual(bare):
        return False
    return title_like(bare, limit=100)


_NO_TITLE = re.compile(
    r"(?:agenda(?:,? (?:decisions )?and (?:draft )?minutes)?|(?:draft |printed )?minutes:?|(?:note )?no\.?\s*item|"
    r".{6,80}\b(?:as follows|the following)[:-]*|items|media|share this item|(?:venue|contact|note|webcast):.*|"
    r"meeting documents|issue - .*)$",
    re.I,
)


def _may_title(block: Block) -> bool:
    if _NO_TITLE.match(block.text.strip()) or _ATTENDANCE.search(block.text.rstrip(" :")):
        return False
    told = (
        block.kind is not BlockKind.HEADING
        and block.text.rstrip().endswith(":")
        and (_LEADS_IN.match(block.text) or _SAID.search(block.text))
    )
    if told or block.order < 6 and dates_in(block.text) and _PAPER.search(block.text):
        return False
    return title_like(block.text, limit=140) and not BARE_LABELS.match(block.text) and not SIGNATURE.match(block.text)


def between_numbers(found: list[Heading], blocks: Sequence[Block], end: int) -> list[Heading]:
    """With headings that stand without a number among numbered ones: shown as headings, or usual business.

    `end` is the last order of the minutes; what stands behind them is another paper's.
    """
    taken = {h.order for h in found}
    more = []
    for block in blocks[found[0].order : min(end + 3, len(blocks) - 1)]:
        after = blocks[block.order + 1]
        if block.order in taken or block.marker or block.cells or not block.text.strip():
            continue
        shown = (block.kind is BlockKind.HEADING or block.strong) and _may_title(block) and _speaks(block.text)
        body = not after.strong and after.order not in taken and after.kind is not BlockKind.HEADING
        usual = is_usual(block.text) and " " in block.text.strip(" :")
        plain = _stands_over(block, blocks, taken) or _over_questions(block, after)
        if _goes_on(block, blocks[block.order - 1], taken):
            continue
        if (usual or (shown and body or plain) and block.order <= end) and not printed_name(block.text):
            more.append(Heading(block.order, 0, len(block.text), None, clean_title(block.text), shown, level=2))
    return sorted([*found, *more], key=lambda h: (h.order, h.start))


def _goes_on(block: Block, before: Block, taken: set[int]) -> bool:
    """Whether a line is the second one of a long title in capitals."""
    if before.order not in taken or block.marker or not (all_caps(block.text) and all_caps(before.text)):
        return False
    joined = like(r"(?:AND|OF|IN|FOR|TO|ON|AT|BY|WITH|FROM|RIGHT)\b").match(block.text)
    return bool(joined) or len(before.text) >= 45 and before.text.rstrip()[-1:].isalnum()


def _speaks(text: str) -> bool:
    """Whether a line says more than a sum, a place with a date, or that it lists those present."""
    dated = sum(d.end - d.start for d in dates_in(text)) > 0.4 * len(text)
    return len(text) > 5 and not dated and "£" not in text and not _ATTENDANCE.search(text)


_SPEAKER_LINE = re.compile(
    rf"\b(?:said|says|replied|answered|responded|asked|supplementary|response|answer|question|reply)\b|\?$|"
    rf"\b{TITLE_PATTERN}\s+[A-Z]|\b(?:committee|panel|board|council|group|forum|commission)$",
    re.I,
)


_QUESTIONS_OF = re.compile(
    r"(?:questions?|comments)(?: and (?:questions?|comments|answers|discussion))? (?:from|by) (?:the )?"
    r"(?:members?|public|councillors|committee|panel|floor|audience|board|forum|residents|sub-committee)"
    r"(?: of the [\w -]{4,40})?",
    re.I,
)


def _over_questions(block: Block, after: Block) -> bool:
    """Whether a line such as "Questions from Members" stands over what was asked."""
    return len(after.text) > 40 and bool(_QUESTIONS_OF.fullmatch(block.text.rstrip(" :")))


_UNDER_TITLE = re.compile(r"\(|report\b.*\d|to\s|(?:agenda )?item\b|pages?\b|appendix", re.I)


def _stands_over(block: Block, blocks: Sequence[Block], taken: set[int]) -> bool:
    """Whether a plain line stands between the end of one paragraph, or a heading, and another, longer one."""
    before, after = blocks[block.order - 1], blocks[block.order + 1]
    under = before.order in taken and not _UNDER_TITLE.match(block.text)
    ended = under or before.order not in taken and before.text.rstrip()[-1:] in ".?!" and len(before.text) > 60
    told = len(after.text) > 100 and not after.marker and not after.cells and after.text.rstrip()[-1:] in ".?!"
    if not (ended and told):
        return False
    if len(block.text.rstrip()) >= _LONGEST or _SPEAKER_LINE.search(block.text) or has_post_head(block.text):
        return False
    return _stands_alone(block) and _speaks(block.text)
