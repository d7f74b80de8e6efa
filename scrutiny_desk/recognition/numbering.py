"""Numbered headings of business: which blocks can be one, and which of those make up the sequence of items."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.recognition.headings import (
    FINITE,
    HARD_LABELS,
    USUAL,
    all_caps,
    clean_title,
    mostly_capitals,
    title_like,
)
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import printed_name
from scrutiny_desk.recognition.references import leading_number, level_of, number_of, shape_of
from scrutiny_desk.recognition.run_on import run_on_title, titled


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
        digits = like(r"\d+").findall(self.number)
        return int(digits[-1 if self.counts_last else 0]) if digits else None


def _candidate(block: Block, running: frozenset[str]) -> Heading | None:
    """The numbered heading a block is or begins with; `running` are the long numbers that count up in this paper."""
    if block.kind in (BlockKind.TABLE_ROW, BlockKind.FOOTNOTE):
        return _table_candidate(block)
    text, start, number = block.text, 0, number_of(block.marker)
    if number is None and not block.marker:
        lead = leading_number(text)
        if lead and _may_count(lead[0], text[lead[1] :], block, running):
            number, start = lead
    if number is None:
        return None
    start += len(text[start:]) - len(like(r"^[-–—:]\s+").sub("", text[start:]))
    body, level = text[start:], level_of(number)
    heading = block.kind is BlockKind.HEADING
    look = heading or block.strong or all_caps(body)
    found = titled(body, heading=heading)
    if found:
        printed, runs_on = found
        end = start + len(printed) if runs_on else len(text)
        return Heading(block.order, start, end, number, clean_title(printed), look, runs_on, level)
    if heading and HARD_LABELS.match(body):
        return Heading(block.order, start, len(text), number, clean_title(body), level > 1, level=level, label=True)
    behind = run_on_title(body)
    if behind is None:
        return None
    title = behind[0]
    strong = look or all_caps(title)
    return Heading(block.order, start, start + len(title), number, clean_title(title), strong, True, level)


def _may_count(number: str, body: str, block: Block, running: frozenset[str]) -> bool:
    """Whether a number inside the text may be a minute's: a long plain one only where such numbers run on."""
    if number.isdigit() and len(number) > 3:
        shown = block.kind is BlockKind.HEADING or all_caps(body.split("-")[0][:40])
        return number in running or shown and int(number) <= 2500
    return True


_LONG_NUMBER = re.compile(r"(\d\d\d\d)[.)](?<![^.:\-–]\d{4}[.)])\s*(?=[A-Z“\"])")


def _running(blocks: Sequence[Block]) -> frozenset[str]:
    """Numbers of four digits before a stop and a capital that count up by small steps, as old minute books do."""
    seen = [int(m[1]) for b in blocks for m in _LONG_NUMBER.finditer(f"{b.marker} {b.text}".strip())]
    near = {n for a, b in zip(seen, seen[1:], strict=False) if 0 < b - a <= 4 for n in (a, b)}
    return frozenset(map(str, near)) if len(near) > 2 else frozenset()


def _table_candidate(block: Block) -> Heading | None:
    """A row of two cells that number and title an item ("5." | "Budget")."""
    if block.kind is not BlockKind.TABLE_ROW or len([c for c in block.cells if c]) < 2 or len(block.cells) > 3:
        return None
    number = number_of(block.cells[0].strip())
    title = block.cells[1].strip()
    if number is None:
        return None
    start = block.text.find(title)
    found = run_on_title(title)
    if found and (all_caps(found[0]) or len(block.cells) == 2):
        end = start + len(found[0])
        return Heading(block.order, start, end, number, clean_title(found[0]), True, True, level_of(number))
    if not title_like(title, heading=True) or len(title) > 160:
        return None
    strong = all_caps(title) or bool(like(r"[A-Z/]").search(number))
    return Heading(block.order, start, start + len(title), number, clean_title(title), strong, level=level_of(number))


def numbered_headings(blocks: Sequence[Block]) -> list[Heading]:
    """Every paragraph that a number and its words let pass for a heading; which of them are is `kept_headings`' to
    tell."""
    found: list[Heading] = []
    running = _running(blocks)
    alone = {block.order: number for block in blocks if (number := _alone(block)) is not None and not block.marker}
    printed = Counter(block.text for block in blocks)
    for block in blocks:
        heading = _candidate(block, running)
        if heading is None and block.order in alone:
            heading = _numbered_above(block, blocks, alone, printed)
        if heading and not _goes_on(heading, blocks):
            found.append(heading)
    answered = {h.order for h in found if answered_below(blocks, h.order)}
    found = [h for h in found if h.order not in answered] if len(answered) > 1 else found
    asked = [h for h in found if _ASKED.match(h.title or "") or _ASKED_NUMBER.match(h.number or "")]
    return [h for h in found if h not in asked] if asked and found[0] not in asked else found


def _goes_on(heading: Heading, blocks: Sequence[Block]) -> bool:
    """Whether these are the first words of a sentence, which a page has put on a line of their own."""
    below = blocks[heading.order + 1].text if heading.order + 1 < len(blocks) else ""
    few = bool(heading.title) and len(heading.title.split()) <= 3 and heading.title[-1].isalnum()
    return few and below[:1].islower() and heading.end == len(blocks[heading.order].text)


_ASKED = re.compile(
    r"(?:supplementary\s+)?questions?\s+(?:by|from)\s+(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Alderman)\b", re.I
)
_ASKED_NUMBER = re.compile(r"P?Q\d{1,3}$")
"""Numbers of questions, as of "PQ3": each belongs to the item over it."""


_ANSWER_BELOW = re.compile(r"(?:officers?['’]?\s+)?(?:answer|response|reply)\s*:", re.I)


def answered_below(blocks: Sequence[Block], order: int) -> bool:
    """Whether "Response:" or the like stands under a block: then that is a question, or what is put as one."""
    return order + 1 < len(blocks) and bool(_ANSWER_BELOW.match(blocks[order + 1].text))


def _numbered_above(
    block: Block, blocks: Sequence[Block], alone: dict[int, str], printed: Counter[str]
) -> Heading | None:
    """A title whose number stands on a line of its own above it.

    `alone` are the numbers that stand so, by their blocks, `printed` how often each text stands in the paper. A plain
    number needs the same number again below the title, as pages of some committee systems print it, or the next number
    above another title further down; "23/5" speaks for itself.
    """
    number = alone[block.order]
    if block.order + 2 >= len(blocks):
        return None
    title = blocks[block.order + 1]
    if not title_like(title.text, heading=True) or title.marker:
        return None
    below = blocks[block.order + 2].text.strip()
    if below.isdigit() and below != block.text.strip(" ."):
        return None  # a cell of a table of figures that was flattened to lines
    bare = block.text.rstrip(".")
    before = any(b.text.rstrip(".") == bare for b in blocks[max(0, block.order - 4) : block.order])
    again = any(b.text.rstrip(".") == bare for b in blocks[block.order + 2 : block.order + 6])
    foot = printed[title.text] > 1 and not again
    if before or foot or not (again or "/" in number or _goes_on_below(number, block.order, alone)):
        return None
    return Heading(title.order, 0, len(title.text), number, clean_title(title.text), True)


def _goes_on_below(number: str, order: int, alone: dict[int, str]) -> bool:
    """Whether the number that follows this one stands alone on a line further down, or the one before further up."""
    others = [other for at, other in alone.items() if at != order]
    if number.isdigit():
        return str(int(number) + 1) in others or str(int(number) - 1) in others
    return any(shape_of(other) == shape_of(number) and other != number for other in others)


def _alone(block: Block) -> str | None:
    """The number that is all of a block."""
    return number_of(block.text) if len(block.text) < 24 else None


def _year_led(found: list[Heading]) -> list[Heading]:
    """The headings, with "21.44, 21.45" counted as items of their own where no item 21 stands over them."""
    tops = {h.number for h in found if h.level == 1}
    dotted = [h.number.split(".") for h in found if h.number and h.level == 2]
    years = {parts[-1] for parts in dotted}
    if len(dotted) > 2 and len(years) == 1 and len({p[0] for p in dotted}) == len(dotted):
        return [replace(h, level=1) if h.level == 2 else h for h in found]
    leads = {parts[0] for parts in dotted}
    if len(dotted) < 2 or len(leads) != 1 or leads & tops or any(len(p[0]) < 2 for p in dotted):
        return found
    return [replace(h, level=1, counts_last=True) if h.level == 2 else h for h in found]


_LARGEST_GAP = 6
"""How many numbers may be missing between two items, where pages are lost or only part of the minutes is printed."""


def kept_headings(found: list[Heading], blocks: Sequence[Block], *, agenda: bool = False) -> list[Heading]:
    """Those numbered headings that make up the business, without agenda lists, key points and paragraph numbers.

    In an `agenda` the list is the business.
    """
    found = _year_led(found)
    top = _counted([h for h in found if h.level == 1])
    listed = _rising([h for h in top if not h.label]) if agenda else []
    if len(listed) > 2 and 2 * sum(h.strong for h in listed) < len(listed):
        return sorted([*listed, *_below(found, listed, blocks)], key=lambda h: (h.order, h.start))
    top = _without_lists(top)
    strong = [h for h in top if h.strong]
    if len(strong) >= 2:
        top = _in_sequence(strong, top, blocks)
    else:
        top = [h for h in top if (h.run_on or h.strong or _has_body(h, blocks)) and not h.label]
        top = _rising(top)
        if len(top) < 2 and not (top and top[0].strong):
            top = []
    below = _below(found, top, blocks)
    return sorted([*top, *below], key=lambda h: (h.order, h.start))


def _counted(top: list[Heading]) -> list[Heading]:
    """The headings with the part of their number that counts: the first of "9/19, 10/19", the last of "14/1, 14/2"."""
    parts = [like(r"\d+").findall(h.number or "") for h in top]
    pairs = [(a, b) for a, b in zip(parts, parts[1:], strict=False) if len(a) > 1 and len(b) > 1]
    first = sum(int(b[0]) - int(a[0]) == 1 for a, b in pairs)
    last = sum(int(b[-1]) - int(a[-1]) == 1 for a, b in pairs)
    return [replace(h, counts_last=True) for h in top] if last > first else top


def _without_lists(top: list[Heading]) -> list[Heading]:
    """Without runs of three or more headings with nothing between that are a mere list or come again later."""
    out: list[Heading] = []
    run: list[Heading] = []
    last_of = {heading.number: index for index, heading in enumerate(top)}
    for index, heading in enumerate(top):
        run.append(heading)
        follows = top[index + 1] if index + 1 < len(top) else None
        if follows and follows.order - heading.order == 1 and not heading.run_on and not follows.run_on:
            limbs_end = follows.strong and not heading.strong and follows.value != (heading.value or 0) + 1
            if not limbs_end:
                continue
        again = sum(last_of[h.number] > index for h in run) > len(run) // 2
        weak = not all(h.strong for h in run)
        if len(run) >= 3 and (again or weak and len(run) < len(top)) or len(run) == 2 and weak and again:
            run = []
        out += run
        run = []
    return out


def _in_sequence(strong: list[Heading], every: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
    """The headings that look like headings, and weaker ones whose numbers fill a gap between two of them."""
    strong = _rising(strong)
    out: list[Heading] = _before(strong[0], every)
    for index, heading in enumerate(strong):
        out.append(heading)
        after = strong[index + 1] if index + 1 < len(strong) else None
        if heading.value is None:
            continue
        last = heading
        for weak in every:
            if weak.strong or weak.order <= heading.order or after and weak.order >= after.order:
                continue
            if _fills(weak, last, after, every, blocks):
                out.append(weak)
                last = weak
    return out


def _fills(weak: Heading, last: Heading, after: Heading | None, every: list[Heading], blocks: Sequence[Block]) -> bool:
    """Whether a weak heading goes on from the last one towards the next: with the next number; with a later one where
    it is usual business, stands alone over a text of its own, or every number between is printed between."""
    if weak.value is None or last.value is None:
        return False
    step = weak.value - last.value
    if step < 1 or after and after.value is not None and weak.value >= after.value:
        return False
    usual = bool(USUAL.match(weak.title or ""))
    if step == 1:
        return usual or not _only_listed(weak, every)
    if step > _LARGEST_GAP or weak.label:
        return False
    alone = not weak.run_on and _has_body(weak, blocks) and not _only_listed(weak, every)
    between = {number_of(b.marker) for b in blocks[last.order : weak.order]}
    printed = all(str(n) in between for n in range(last.value + 1, weak.value))
    told = weak.run_on and (weak.title or "").startswith("To ")
    return usual or alone or (printed or told) and not _only_listed(weak, every)


def _before(first: Heading, every: list[Heading]) -> list[Heading]:
    """Weaker headings that count down without a gap from the first that looks like one."""
    out: list[Heading] = []
    expected = (first.value or 0) - 1
    for weak in reversed([h for h in every if h.order < first.order and not h.strong]):
        sure = weak.run_on or bool(USUAL.match(weak.title or "")) or not _only_listed(weak, every)
        if weak.value == expected and expected > 0 and sure:
            out.insert(0, weak)
            expected -= 1
    return out


def _only_listed(heading: Heading, every: list[Heading]) -> bool:
    """Whether a weak heading stands in a list: right beside another whose number is one more or one less."""
    value = heading.value or 0
    near = [
        h
        for h in every
        if abs(h.order - heading.order) == 1 and not (h.strong or h.run_on) and abs((h.value or 0) - value) == 1
    ]
    return bool(near) and not heading.run_on


def _rising(headings: list[Heading]) -> list[Heading]:
    """The headings whose numbers make the longest sequence rising by small steps; one taken out of turn may stay."""
    if len(headings) < 2:
        return headings
    best: list[tuple[int, int]] = []
    for index, heading in enumerate(headings):
        value = heading.value if heading.value is not None else 0
        length, back = 1, -1
        for before in range(max(0, index - 12), index):
            other = headings[before].value or 0
            far = heading.strong and headings[before].strong
            if 0 < value - other <= (2 * _LARGEST_GAP if far else _LARGEST_GAP) and best[before][0] + 1 > length:
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
    return follows is None or follows.startswith(f"{heading.number}.") or follows == "1" != heading.number


def _below(found: list[Heading], top: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
    """Sub-headings numbered 5.1 under an item 5, where such numbers head business and do not count paragraphs."""
    parents = {h.number for h in top}
    values = [h.value for h in top if h.value is not None]
    if values:
        parents |= {str(n) for n in range(min(values), max(values) + 1)}
    marked = [b for b in blocks if (n := number_of(b.marker)) and level_of(n) > 1]
    under = [h for h in found if h.level > 1 and h.number and (h.number.split(".")[0] in parents) and not _told(h)]
    if len(under) > len(marked) // 2 and (len(under) >= 2 or under[0].run_on):
        return [h for h in under if h.title and len(h.title.split()) <= 24]
    kept = [h for h in under if h.strong and not h.run_on and h.title and len(h.title) < 160]
    titled = {h.number.rpartition(".")[0] for h in kept if h.number and not h.label}
    return [h for h in kept if not h.label or h.number and h.number.rpartition(".")[0] in titled]


def _told(heading: Heading) -> bool:
    """Whether a numbered line is a short sentence or a name, and heads nothing."""
    title = heading.title or ""
    if heading.strong or heading.run_on or heading.label:
        return False
    return bool(FINITE.search(title)) and not mostly_capitals(title) or printed_name(title) is not None
