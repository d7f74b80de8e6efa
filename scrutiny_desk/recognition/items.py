"""The headings of business: numbered, lettered and titled, and the part of a document that is the minutes."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.findings import FoundItem
from scrutiny_desk.recognition.headings import (
    BARE_LABELS,
    HARD_LABELS,
    all_caps,
    clean_title,
    leading_number,
    run_on_title,
    title_like,
)
from scrutiny_desk.recognition.names import TITLE_PATTERN, printed_name

_NUMBER = re.compile(r"^[(\[]?([A-Z]{0,6}[./ ]?\d{1,4}(?:[/.\-]\d{1,4}){0,3}[a-z]?)[.):\]]*$")
_LETTER = re.compile(r"^[(\[]?([A-Z]|[a-z]|[ivx]{1,5}|[IVX]{1,5})[.)\]]+$")
_ITEM_LINE = re.compile(r"^\(?(?:Agenda\s+)?Item\s+(?:No\.?\s*)?([A-Z]?\d+[a-z]?)\)?[.:]?$", re.I)
_INLINE = re.compile(r"(?<=[.;:)’”\w]\s)(\d{1,3}(?:\.\d{1,2}){0,2})[.)]?\s+(?=[A-Z“‘])")
_CLOSE = re.compile(
    r"^(?:the\s+)?(?:\w+\s+)?meeting\s+(?:then\s+|was\s+|formally\s+)?(?:closed|ended|concluded|finished|rose|terminated|declared closed)\b|"
    r"^(?:the\s+)?(?:committee|panel|council|board)\s+rose\b|^there being no (?:further|other) business|^meeting (?:closed|ended)|"
    r"^(?:end of (?:the )?(?:meeting|minutes))|^duration of (?:the )?meeting",
    re.I,
)
_SIGNATURE = re.compile(
    r"^(?:(?:vice[- ]?)?chair(?:man|person|woman)?|cathaoirleach|convener|mayor|the worshipful the mayor)\s*[.…_:]*\s*(?:date.*)?$|"
    r"^(?:signed|chair(?:man|person)?['’]?s? signature|chair(?:man|person)?\s*[.…_]{3,}).*|^[.…_ ]{6,}.*(?:chair|mayor|convener)",
    re.I,
)
_LATER_ANSWERS = re.compile(
    r"\b(?:written (?:answers?|responses?|repl(?:y|ies))|post[- ]meeting notes?|supplementary (?:answers?|information)|"
    r"questions? (?:and|&) (?:answers?|responses?)|responses? to (?:the )?questions?|action (?:log|list|sheet)|actions)\b",
    re.I,
)
_MINUTES_LINE = re.compile(r"^(?:draft\s+)?minutes?\s*:?$", re.I)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of business as printed. `start` is where it stands in its block; `strong` when its look says so."""

    order: int
    start: int
    end: int
    number: str | None
    title: str | None
    strong: bool
    run_on: bool = False
    level: int = 1
    number_block: int | None = None

    counts_last: bool = False
    label: bool = False

    @property
    def value(self) -> int | None:
        """The counting part of the number: 34 of "34", 22 of "22/23" and, where the last part counts, 51 of
        "CESC/18/51"; None of "5.1"."""
        if self.number is None or self.level > 1:
            return None
        digits = re.findall(r"\d+", self.number)
        return int(digits[-1 if self.counts_last else 0]) if digits else None


def plain_heading(block: Block) -> Heading:
    """A whole block as a heading without number."""
    return Heading(block.order, 0, len(block.text), None, clean_title(block.text), True)


def is_item_page(blocks: Sequence[Block]) -> bool:
    """Whether this is the page of a single agenda item, as modern.gov prints it."""
    return any(re.fullmatch(r"agenda item", b.text.strip(), re.I) for b in blocks[:4])


def number_of(marker: str) -> str | None:
    """The number a marker shows, without stops and brackets; None where it is a bullet or letter."""
    match = _NUMBER.match(marker.strip())
    return match[1] if match else None


def _level(number: str) -> int:
    if re.fullmatch(r"\d+\.0", number):
        return 1
    return number.count(".") + 1 if re.fullmatch(r"\d+(?:\.\d+)+", number) else 1


def _candidate(block: Block) -> Heading | None:
    """The numbered heading a block is or begins with."""
    if block.kind in (BlockKind.TABLE_ROW, BlockKind.FOOTNOTE):
        return _table_candidate(block)
    text, start, number = block.text, 0, number_of(block.marker)
    if number is None and not block.marker:
        lead = leading_number(text)
        if lead and (
            re.search(r"\D|^\d{1,3}$", lead[0])
            or all_caps(text[lead[1] :].split("-")[0][:40])
            or block.kind is BlockKind.HEADING
        ):
            number, start = lead
    if number is None:
        return None
    body = text[start:]
    look = block.kind is BlockKind.HEADING or block.strong or all_caps(body)
    sentence = bool(re.search(r"[a-z)’']\.\s+[A-Z]", body))
    if not sentence and title_like(body, heading=True) and not (body.endswith(".") and len(body.split()) > 12):
        return Heading(block.order, start, len(text), number, clean_title(body), look, level=_level(number))
    if block.kind is BlockKind.HEADING and HARD_LABELS.match(body):
        level = _level(number)
        return Heading(block.order, start, len(text), number, clean_title(body), level > 1, level=level, label=True)
    found = run_on_title(body)
    if found:
        title, _ = found
        strong = look or all_caps(title)
        return Heading(block.order, start, start + len(title), number, clean_title(title), strong, True, _level(number))
    return None


def _table_candidate(block: Block) -> Heading | None:
    """A row of two cells that number and title an item ("5." | "Budget")."""
    if block.kind is not BlockKind.TABLE_ROW or len([c for c in block.cells if c]) < 2 or len(block.cells) > 3:
        return None
    number = number_of(block.cells[0].strip())
    title = block.cells[1].strip()
    if number is not None and (found := run_on_title(title)) and all_caps(found[0]):
        start = block.text.find(title)
        return Heading(
            block.order, start, start + len(found[0]), number, clean_title(found[0]), True, True, _level(number)
        )
    if number is None or not title_like(title, heading=True) or len(title) > 160:
        return None
    strong = all_caps(title) or bool(re.search(r"[A-Z/]", number))
    start = block.text.find(title)
    return Heading(block.order, start, start + len(title), number, clean_title(title), strong, level=_level(number))


def _numbered(blocks: Sequence[Block]) -> list[Heading]:
    found: list[Heading] = []
    for block in blocks:
        heading = _candidate(block) or _twice_numbered(block, blocks)
        if heading:
            found.append(heading)
    return found


def _twice_numbered(block: Block, blocks: Sequence[Block]) -> Heading | None:
    """A title between its number and the same number again, as pages of some committee systems print it."""
    number = block.text.rstrip(".")
    if not re.fullmatch(r"\d{1,3}", number) or block.order + 2 >= len(blocks) or block.marker:
        return None
    title = blocks[block.order + 1]
    again = any(b.text.rstrip(".") == number for b in blocks[block.order + 2 : block.order + 6])
    before = any(b.text.rstrip(".") == number for b in blocks[max(0, block.order - 4) : block.order])
    if not again or before or not title_like(title.text, heading=True):
        return None
    return Heading(title.order, 0, len(title.text), number, clean_title(title.text), True)


def _kept(found: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
    """Those numbered headings that make up the business, without agenda lists, key points and paragraph numbers."""
    top = _counted([h for h in found if h.level == 1])
    top = _without_lists(top, blocks)
    strong = [h for h in top if h.strong]
    if len(strong) >= 2:
        top = _in_sequence(strong, top)
    else:
        top = [h for h in top if (h.run_on or h.strong or _has_body(h, blocks)) and not h.label]
        top = _rising(top)
        if len(top) < 2 and not (top and top[0].strong):
            top = []
    below = _below(found, top, blocks)
    return sorted([*top, *below], key=lambda h: (h.order, h.start))


def _counted(top: list[Heading]) -> list[Heading]:
    """The headings with the part of their number that counts: the first of "9/19, 10/19", the last of "14/1, 14/2"."""
    parts = [re.findall(r"\d+", h.number or "") for h in top]
    pairs = [(a, b) for a, b in zip(parts, parts[1:], strict=False) if len(a) > 1 and len(b) > 1]
    first = sum(int(b[0]) - int(a[0]) == 1 for a, b in pairs)
    last = sum(int(b[-1]) - int(a[-1]) == 1 for a, b in pairs)
    return [replace(h, counts_last=True) for h in top] if last > first else top


def _without_lists(top: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
    """Without runs of three or more headings with nothing between that are a mere list or come again later."""
    out: list[Heading] = []
    run: list[Heading] = []
    for index, heading in enumerate(top):
        run.append(heading)
        follows = top[index + 1] if index + 1 < len(top) else None
        if follows and follows.order - heading.order == 1 and not heading.run_on and not follows.run_on:
            continue
        later = {h.number for h in top[index + 1 :]}
        again = sum(h.number in later for h in run) > len(run) // 2
        weak = not all(h.strong for h in run)
        if len(run) >= 3 and (again or weak and len(run) < len(top)) or len(run) == 2 and weak and again:
            run = []
        out += run
        run = []
    return out


def _in_sequence(strong: list[Heading], every: list[Heading]) -> list[Heading]:
    """The headings that look like headings, and weaker ones whose numbers fill a gap between two of them."""
    strong = _rising(strong)
    out: list[Heading] = []
    for index, heading in enumerate(strong):
        out.append(heading)
        after = strong[index + 1] if index + 1 < len(strong) else None
        if heading.value is None:
            continue
        last = heading.value
        top = after.value if after and after.value is not None else last + (6 if after is None else 1)
        for weak in every:
            if (
                weak.strong
                or weak.order <= heading.order
                or (after and weak.order >= after.order)
                or weak.value is None
            ):
                continue
            if (
                weak.value == last + 1
                and weak.value < max(top, last + 2 if after is None else top)
                and not _only_listed(weak, every)
            ):
                out.append(weak)
                last = weak.value
    return out


def _only_listed(heading: Heading, every: list[Heading]) -> bool:
    near = [h for h in every if h is not heading and abs(h.order - heading.order) == 1 and not h.strong]
    return bool(near) and not heading.run_on


def _rising(headings: list[Heading]) -> list[Heading]:
    """The headings whose numbers make the longest sequence that rises by small steps; one taken out of turn may stay."""
    if len(headings) < 2:
        return headings
    best: list[tuple[int, int]] = []
    for index, heading in enumerate(headings):
        value = heading.value if heading.value is not None else 0
        length, back = 1, -1
        for before in range(max(0, index - 12), index):
            other = headings[before].value or 0
            if 0 < value - other <= 6 and best[before][0] + 1 > length:
                length, back = best[before][0] + 1, before
        best.append((length, back))
    at = max(range(len(best)), key=lambda i: (best[i][0], -i))
    chain: set[int] = set()
    while at >= 0:
        chain.add(at)
        at = best[at][1]
    first, last = min(chain), max(chain)
    numbers = {headings[i].number for i in chain}
    low, high = headings[first].value or 0, headings[last].value or 0
    for index, heading in enumerate(headings):
        fits = heading.strong and heading.value is not None and low <= heading.value <= high + 1
        if index not in chain and fits and heading.number not in numbers and first < index:
            chain.add(index)
            numbers.add(heading.number)
    return [headings[i] for i in sorted(chain)]


def _has_body(heading: Heading, blocks: Sequence[Block]) -> bool:
    if heading.order + 1 >= len(blocks):
        return False
    follows = number_of(blocks[heading.order + 1].marker)
    return follows is None or follows.startswith(f"{heading.number}.")


def _below(found: list[Heading], top: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
    """Sub-headings numbered 5.1 under an item 5, where such numbers head business and do not count paragraphs."""
    parents = {h.number for h in top}
    values = [h.value for h in top if h.value is not None]
    if values:
        parents |= {str(n) for n in range(min(values), max(values) + 1)}
    marked = [b for b in blocks if (n := number_of(b.marker)) and _level(n) > 1]
    under = [h for h in found if h.level > 1 and h.number and (h.number.split(".")[0] in parents)]
    if len(under) > len(marked) // 2 and (len(under) >= 2 or under[0].run_on):
        return [h for h in under if h.title and len(h.title.split()) <= 24]
    kept = [h for h in under if h.strong and not h.run_on and h.title and len(h.title) < 160]
    titled = {h.number.rpartition(".")[0] for h in kept if h.number and not h.label}
    return [h for h in kept if not h.label or h.number and h.number.rpartition(".")[0] in titled]


def _successors(number: str) -> frozenset[str]:
    """The numbers that may come next: 5.1 is followed by 5.1.1, 5.2 or 6."""
    parts = [int(p) for p in number.split(".")]
    out = {".".join(map(str, [*parts, 1]))}
    for depth in range(len(parts)):
        out.add(".".join(map(str, [*parts[:depth], parts[depth] + 1])))
    return frozenset(out)


def _inline(headings: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
    """Headings inside the paragraphs of run-on minutes: "Reports. 5.1 Chairman's Report. 5.1.1 Vacancy. CC said"."""
    if sum(h.run_on for h in headings) < max(2, len(headings) // 2):
        return headings
    by_block = {h.order: h for h in headings}
    out: list[Heading] = []
    current: Heading | None = None
    first = headings[0].order
    for block in blocks[first:]:
        if block.order in by_block:
            current = by_block[block.order]
            out.append(current)
        if current is None or current.number is None:
            continue
        at = current.end if current.order == block.order else 0
        while match := _INLINE.search(block.text, at):
            at = match.end()
            allowed = re.fullmatch(r"[\d.]+", current.number or "") and match[1] in _successors(current.number or "")
            ahead = by_block.get(block.order + 1)
            if not allowed or ahead and ahead.number == match[1]:
                continue
            found = run_on_title(block.text[match.end() :]) or _standing(block.text[match.end() :])
            if found:
                title = clean_title(found[0])
                level = _level(match[1])
                current = Heading(
                    block.order, match.end(), match.end() + len(found[0]), match[1], title, False, True, level
                )
                out.append(current)
    return out


def _standing(text: str) -> tuple[str, int] | None:
    """A title with another number straight behind it ("Policies and documents 9.1 Data Protection")."""
    match = re.match(r"([^.]{4,120}?)[.]?\s+(?=\d{1,2}\.\d)", text)
    return (match[1], match.end()) if match and title_like(match[1]) else None


def _lettered(headings: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
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
        if title_like(text) and not re.match(r"(?:that|to)\b", text, re.I) and text[0].isupper():
            out.append(Heading(block.order, 0, len(text), marker[1], clean_title(text), False, level=2))
    return out


def titled_headings(blocks: Sequence[Block], from_order: int) -> list[Heading]:
    """Headings without numbers, in minutes that number nothing: what the file or its capitals show as headings.

    `from_order` is where the head of the document ends.
    """
    real = [b for b in blocks if b.order >= from_order and b.kind is BlockKind.HEADING and _may_title(b)]
    if len(real) < 2:
        real = [b for b in blocks if b.order >= from_order and b.strong and _may_title(b) and len(b.text) > 5]
    if len(real) < 2:
        return _plain_titles(blocks, from_order)
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


_USUAL = re.compile(
    r"^(apologies(?: for absence)?|declarations? of (?:members['’]? )?interests?|minutes(?: of (?:the )?(?:last|previous) meeting)?|matters arising|"
    r"correspondence|planning(?: applications)?|finance|highways|date of (?:the )?next meeting|any other business|public (?:participation|forum|questions)|"
    r"chair(?:man)?['’]?s (?:report|announcements)|clerk['’]?s report|reports?)\s*(?:$|[-–—:]\s+(?=\S))",
    re.I,
)


def _plain_titles(blocks: Sequence[Block], from_order: int) -> list[Heading]:
    """The headings of minutes that mark theirs by nothing but standing alone, or by a usual title and a dash."""
    out: list[Heading] = []
    for block in blocks[:-1]:
        text, after = block.text, blocks[block.order + 1]
        usual = _USUAL.match(text)
        if (
            usual
            and not block.marker
            and (block.order >= from_order or "apolog" not in text.casefold()[:6] or usual.end() > 0)
        ):
            out.append(
                Heading(block.order, 0, usual.end(1), None, clean_title(usual[1]), False, usual.end() < len(text))
            )
            continue
        alone = (
            not block.marker and not block.cells and len(text.split()) <= 7 and len(text) < 60 and text[-1].isalnum()
        )
        if block.order >= from_order and alone and title_like(text, limit=60) and printed_name(text) is None:
            if len(after.text) > len(text) + 5 or after.marker:
                out.append(Heading(block.order, 0, len(text), None, clean_title(text), False))
    return out if sum(bool(_USUAL.match(h.title or "")) for h in out) >= 2 else []


def _may_title(block: Block) -> bool:
    return title_like(block.text, limit=140) and not BARE_LABELS.match(block.text) and not _SIGNATURE.match(block.text)


def headings(blocks: Sequence[Block]) -> list[Heading]:
    """The numbered headings of business in order, with those that belong to them; none where nothing is numbered."""
    if is_item_page(blocks):
        return _page_item(blocks)
    found = _kept(_numbered(blocks), blocks)
    if found:
        found = _inline(found, blocks)
        found = sorted([*found, *_lettered(found, blocks)], key=lambda h: (h.order, h.start))
    if not found:
        return []
    return _siblings(_questions_from(_restated(found, blocks), blocks), blocks)


_QUESTION_FROM = re.compile(
    rf"^(?:(?:written |oral |public |supplementary |member'?s? )*question\s+(?:\d+\s*[-–:]?\s*)?)?(?:from|by|submitted by|asked by)\s+{TITLE_PATTERN}\s",
    re.I,
)


def _questions_from(found: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
    """With headings over single questions ("1. From Mr A to the Portfolio Holder") inside an item of questions."""
    taken = {h.order for h in found}
    more = [
        Heading(b.order, 0, len(b.text), number_of(b.marker), clean_title(b.text), False, level=2)
        for b in blocks[found[0].order if found else 0 :]
        if b.order not in taken and len(b.text) < 160 and _QUESTION_FROM.match(b.text) and b.text[-1] not in ".?"
    ]
    return sorted([*found, *more], key=lambda h: (h.order, h.start))


def _siblings(found: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
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


def _restated(found: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
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


def _page_item(blocks: Sequence[Block]) -> list[Heading]:
    """The one item of an item page: the block behind the words "Agenda item"."""
    for block in blocks[:4]:
        if re.fullmatch(r"agenda item", block.text.strip(), re.I) and block.order + 1 < len(blocks):
            title = blocks[block.order + 1]
            if _MINUTES_LINE.match(title.text):
                return [Heading(title.order, 0, 0, None, None, True)]
            number = number_of(title.marker)
            return [Heading(title.order, 0, len(title.text), number, clean_title(title.text), True)]
    return []


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
_GROUP = re.compile(
    r"^(?:(?:members?|councillors?|public|written|oral)['’]?s?['’]? questions?|questions? (?:from|by) (?:the )?(?:members?|public|councillors?))$",
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
        elif _GROUP.match(text):
            out.append(Heading(block.order, 0, len(block.text), None, clean_title(text), True))
    return out if any(h.number for h in out) else []


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
    return first, _end(blocks, found, first, last)


def _end(blocks: Sequence[Block], found: list[Heading], first: int, last: int) -> int:
    starts = [h.order for h in found]
    closings = [
        b.order
        for b in blocks[first:]
        if len(b.text) < 260 and (_SIGNATURE.match(b.text) and len(b.text) < 90 or _CLOSE.match(b.text))
    ]
    for close in closings:
        later = [s for s in starts if s > close]
        if later and len(later) >= 1:
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
