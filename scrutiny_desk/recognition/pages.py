"""Pages of a committee system, saved from the web: the headings of a meeting's page, and the page of a single item."""

import re
from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Block
from scrutiny_desk.domain.findings import FoundMeeting
from scrutiny_desk.recognition.dates import dates_in, times_in
from scrutiny_desk.recognition.headings import clean_title, is_usual, title_like
from scrutiny_desk.recognition.heads import no_dates
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.numbering import Heading
from scrutiny_desk.recognition.references import number_of

_SIZE = r"(?:pdf icon\s*)?\(?PDF,?\s*[\d.,]+\s*[KM]B\)?"
_RESIDUE = re.compile(rf"\s{_SIZE}$", re.I)
_TITLE_BEFORE = re.compile(
    rf"^(?P<title>.{{4,180}}?)\s+(?:{_SIZE}(?=\s|$)|(?=To\s+(?:receive|consider|approve|note|agree|confirm|sign|discuss|"
    r"adopt|review|report|invite|elect|appoint)\b|Additional documents:|Minutes:|Decision:|Members (?:are|will)\b))",
    re.I,
)
_MINUTES = re.compile(r"\bMinutes:\s+(?=\S)")
_PAGE = re.compile(
    r"(?:note\s+)?no\.?\s*(?:\||\t)?\s*item\b.{0,3}|agenda(?:, decisions)? and minutes|meeting documents", re.I
)
_NEXT = 3
"""How many blocks further on "Minutes:" may stand that show a title run together with the agenda's words."""


def is_meeting_page(blocks: Sequence[Block]) -> bool:
    """Whether this is a meeting's page of a committee system."""
    return any(_PAGE.fullmatch(b.text.strip(" |\t")) for b in blocks[:12])


def page_titles(blocks: Sequence[Block]) -> list[Heading]:
    """The headings of a meeting's page saved without its numbers: a title with the size of its report behind it, or a
    title, the agenda's words and "Minutes:" run together in one paragraph; none where too little shows such a page."""
    out: list[Heading] = []
    sure = 0
    for block in blocks:
        run_on = _TITLE_BEFORE.match(block.text)
        near = any("Minutes:" in b.text for b in blocks[block.order : block.order + _NEXT])
        if run_on and len(block.text) > run_on.end() + 1 and near and title_like(run_on["title"], heading=True):
            minutes = _MINUTES.search(block.text, run_on.end() - 1)
            end = minutes.end() if minutes else run_on.end()
            out.append(Heading(block.order, 0, end, None, clean_title(run_on["title"]), False, True))
            sure += 1
        elif len(block.text) < 220 and (_RESIDUE.search(block.text) or is_usual(block.text)):
            out.append(Heading(block.order, 0, len(block.text), None, clean_title(block.text), True))
            sure += bool(_RESIDUE.search(block.text))
    return out if sure >= 2 or sure and is_meeting_page(blocks) else []


_LINK = re.compile(
    r"(?:Meeting of (?P<committee>[^,]{3,90}(?:, [^,]{3,60})??), "
    r"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?.*?)|"
    r"Meeting: (?P<date>[\d/.\-]{6,10}) - (?P<name>[^()]{3,110}?))(?: \((?:Item|Minute) (?P<item>.{1,12}?)\.?\))?"
)
"""The line by which a page of an item names its meeting."""
_MINUTES_LINE = re.compile(r"^(?:draft\s+)?minutes?\s*:?$", re.I)


_NUMBERED_TITLE = re.compile(r"(?P<number>\d{1,3}[a-z]?)\.?\s+(?P<title>[A-Z].{3,160})")
_ITS_MINUTES = 8
"""How far down the page of an item that opens with its number the line "Minutes:" may stand."""


def _opens_with_item(blocks: Sequence[Block]) -> bool:
    """Whether a page opens with the number and title of its one item, whose minutes stand under "Minutes:"."""
    lines = [b.order for b in blocks if _MINUTES_LINE.match(b.text)]
    opens = bool(blocks) and _NUMBERED_TITLE.fullmatch(f"{blocks[0].marker} {blocks[0].text}".strip()) is not None
    return opens and len(lines) == 1 and lines[0] < _ITS_MINUTES


def is_item_page(blocks: Sequence[Block]) -> bool:
    """Whether this is the page of a single item, as a committee system prints it."""
    return _opens_with_item(blocks) or any(
        like(r"(?i)agenda item|issue - (?:meetings|decisions|items at meetings\b.*)").fullmatch(b.text.strip())
        for b in blocks[:4]
    )


def is_decision_page(blocks: Sequence[Block]) -> bool:
    """Whether this is the page of what was decided on one matter: its points are decisions without a word before."""
    return any(like(r"(?i)issue - decisions").fullmatch(b.text.strip()) for b in blocks[:4])


def _links(blocks: Sequence[Block]) -> list[re.Match[str]]:
    return [found for b in blocks[:200] if len(b.text) < 200 and (found := _LINK.fullmatch(b.text.strip()))]


def linked_meeting(blocks: Sequence[Block]) -> FoundMeeting:
    """What the link of an item's page to its meeting says ("Meeting of Cabinet, Thursday, 12th June, 2025 10.00 am");
    nothing where the page tells of several meetings."""
    links = _links(blocks)
    if len(links) != 1:
        return FoundMeeting()
    when = links[0]["day"] or links[0]["date"]
    days, times = dates_in(when), times_in(no_dates(when))
    if len(days) != 1 or not days[0].iso:
        return FoundMeeting()
    named = links[0]["committee"] or links[0]["name"]
    return FoundMeeting(None, named.strip(), days[0].iso, times[0].clock if times else None)


def page_item(blocks: Sequence[Block]) -> list[Heading]:
    """The one item of an item's page: the block behind the words "Agenda item"."""
    links = _links(blocks)
    if _opens_with_item(blocks):
        return [_numbered_title(blocks[0])]
    item = links[0]["item"] if len(links) == 1 and links[0]["name"] else None
    named = next(
        (b for b in blocks[:8] if item and b.text.startswith(f"{item} ") and _NUMBERED_TITLE.match(b.text)), None
    )
    if named is not None:
        return [_numbered_title(named)]
    for block in blocks[:4]:
        if is_item_page((block,)) and block.order + 1 < len(blocks):
            title = blocks[block.order + 1]
            if _MINUTES_LINE.match(title.text):
                return [Heading(title.order, 0, 0, None, None, True)]
            number = number_of(title.marker) or item
            return [Heading(title.order, 0, len(title.text), number, clean_title(title.text), True)]
    return []


def _numbered_title(block: Block) -> Heading:
    """The heading that a block with number and title is, without the size of its report."""
    number = number_of(block.marker)
    start = 0
    if number is None:
        found = _NUMBERED_TITLE.match(block.text)
        number, start = found["number"], found.start("title")
    return Heading(block.order, 0, len(block.text), number, clean_title(block.text[start:]), True)
