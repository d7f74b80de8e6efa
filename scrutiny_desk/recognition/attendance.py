"""The lists of those present, apologising, attending and invited, in every shape minutes give them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.recognition.house_style import HouseStyle
from scrutiny_desk.recognition.names import TITLE_PATTERN, UPPER, folded_spaces, printed_name
from scrutiny_desk.recognition.people_lists import Entry, parse_list

_PROSE = re.compile(
    r"\b(?:was|were|had|has|have|welcomed|noted|asked|stated|reported|resolved|agreed|that|would|will|is|are|advised|"
    r"explained|introduced|thanked|declared|opened|shall)\b"
)
_LINE_END_OPEN = re.compile(r"(?:[,(&\-–/]|\b(?:and|of|for|the))\s*$")
_NO_PEOPLE = re.compile(
    r"^(?:none|nil|n/?a|no(?:ne)? apologies|there were no\b.*|\d+ members? of the (?:public|press).*)\.?$", re.I
)
_GENERIC = frozenset(
    ("present", "panel", "attendance", "attendees", "those present", "present at the meeting", "members in attendance")
)
_POST_LABELS = frozenset(("clerk", "parish clerk", "town clerk", "secretary", "clerk to the council", "note taker"))
_CABINET = re.compile(
    r"\b(?:cabinet member|portfolio holder|executive member|leader of the|deputy leader|member for|county councillor|"
    r"district councillor|borough councillor|cabinet portfolio)\b|^leader$",
    re.I,
)
_SIGNING = re.compile(r"signature|signed|…{3}|_{4}|\.{6}", re.I)
_CLERKLY = re.compile(r"\b(?:clerk|note taker|minute taker|secretary|minutes)\b", re.I)


@dataclass(slots=True)
class Section:
    """A label and the printed lines under it. `kind` is a capacity's name, "attending" or "none"."""

    kind: str
    label: str
    item_block: int | None = None
    lines: list[tuple[int, int, str]] = field(default_factory=list)
    misses: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """One person of a list with what the list says of them, and where."""

    entry: Entry
    capacity: Capacity
    kind: str
    spans: tuple[Span, ...]
    block: int


@lru_cache(maxsize=16)
def _label_patterns(style: HouseStyle) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Patterns for a label at the head of a block and inside a run-on head, and the kind of each label."""
    kinds: dict[str, str] = {}
    for kind in ("none", "member", "other_member", "officer", "attending", "witness", "apologies"):
        for label in style.labels.get(kind, ()):
            kinds.setdefault(label.casefold(), kind) if kind == "none" else kinds.__setitem__(label.casefold(), kind)
    words = "|".join(re.escape(w).replace(r"\ ", r"[\s\u00a0]+") for w in sorted(kinds, key=len, reverse=True))
    head = re.compile(
        rf"(?:the\s+)?({words})(?:\s+(?:were|was))?(?:\s*\((?![A-Z][a-z]?\))[^)]*\))?\s*"
        rf"(?:(?::\s*[-–—]*|\t|[-–—]+:?(?=\s|$))\s*|$|(?=\s(?:the\s)?{TITLE_PATTERN}\s+[{UPPER}]))",
        re.I,
    )
    inline = re.compile(rf"(?:(?<=[\s.;)\t]))((?:{words}))(?:\s*\((?![A-Z][a-z]?\))[^)]*\))?\s*:\s*[-–—]*\s*", re.I)
    return head, inline, kinds


def _label_key(words: str) -> str:
    return folded_spaces(words).casefold()


def sections(blocks: Sequence[Block], style: HouseStyle, first_item: int) -> list[Section]:
    """The labelled lists of a document in order; before `first_item` labels may also stand inside a paragraph."""
    head, inline, kinds = _label_patterns(style)
    out: list[Section] = []
    current: Section | None = None
    for block in blocks:
        text = block.text
        match = head.match(text)
        if match and (block.kind is not BlockKind.HEADING or match.end() == len(text)):
            key = _label_key(match[1])
            if block.kind is BlockKind.HEADING and block.marker and kinds[key] in ("member", "none"):
                current = None
                continue
            current = Section(kinds[key], key)
            out.append(current)
            at = match.end()
            if block.order < first_item:
                for more in inline.finditer(text, at):
                    if not more[1][0].isupper():
                        continue
                    _add_line(current, block, at, more.start(1))
                    current = Section(kinds[_label_key(more[1])], _label_key(more[1]))
                    out.append(current)
                    at = more.end()
            _add_line(current, block, at, len(text))
            continue
        if block.order < first_item and block.kind is not BlockKind.HEADING and ":" in text:
            found = _inline_sections(block, inline, kinds)
            if found:
                out += found
                current = found[-1]
                continue
        if current is not None and not _goes_on(current, block):
            current = None
    return out


def _inline_sections(block: Block, inline: re.Pattern[str], kinds: dict[str, str]) -> list[Section]:
    """The lists inside one run-on paragraph of a head ("... 2016 PRESENT: A, B. Clerk: C")."""
    found: list[Section] = []
    at = 0
    for match in inline.finditer(block.text):
        if not match[1][0].isupper():
            continue
        if found:
            _add_line(found[-1], block, at, match.start(1))
        found.append(Section(kinds[_label_key(match[1])], _label_key(match[1])))
        at = match.end()
    if found:
        _add_line(found[-1], block, at, len(block.text))
    return [s for s in found if s.kind != "none"]


def _add_line(section: Section, block: Block, start: int, end: int) -> None:
    """Add the text between two places to a section, cut where prose begins."""
    text = block.text[start:end]
    if not text.strip() or section.kind == "none" or _SIGNING.search(text):
        return
    prose = re.search(
        r"(?:(?<=[a-z)]{2}\.)|(?<=\)))\s+(?=(?:\d+\s+members of the|The (?:Chair|Mayor|meeting)|Papers|There were)\b)",
        text,
    )
    if prose:
        text = text[: prose.start()]
    section.lines.append((block.order, start, text.replace("\t", "\n") if len(block.cells) < 3 else text))


def _goes_on(section: Section, block: Block) -> bool:
    """Whether a block after a label belongs to its list; if so it is added."""
    if section.kind == "none" or block.kind is BlockKind.HEADING or block.kind is BlockKind.FOOTNOTE:
        return False
    text = block.text.strip()
    if _NO_PEOPLE.match(text):
        return True
    if (
        block.marker
        and re.fullmatch(r"\(?(?:\d+[.)]?|[ivx]+[.)])\)?", block.marker)
        and len(text) > 60
        and _PROSE.search(text)
    ):
        return False
    if block.kind is BlockKind.TABLE_ROW:
        names = [c for c in block.cells if c]
        if not names or not parse_list(names[0]):
            return bool(section.lines) and len(text) < 80 and not _PROSE.search(text)
        section.lines.append((block.order, 0, block.text))
        return True
    open_before = bool(section.lines) and bool(_LINE_END_OPEN.search(section.lines[-1][2]))
    if len(text) > 25 and _PROSE.search(text) and not open_before:
        return False
    entries = parse_list(text)
    starts = bool(entries) and entries[0].start <= 2
    if starts or (entries and entries[0].post) or open_before or _shared(section) and _surnames(text):
        section.lines.append((block.order, 0, block.text))
        section.misses = 0
        return True
    section.misses += 1
    if section.misses <= 2 and len(text) < 70 and not block.strong:
        if section.lines and section.misses == 1 and not text.endswith(":"):
            section.lines.append((block.order, 0, block.text))
        return True
    return False


def _shared(section: Section) -> bool:
    return section.kind == "member" and not section.lines


def _surnames(text: str) -> bool:
    names = [printed_name(part, titled="Councillor") for part in re.split(r",\s*|\s+and\s+", text.strip(" ."))]
    return len(names) > 1 and all(names)


def listed(section: Section) -> list[Listed]:
    """The people of a section."""
    text, places = _logical(section)
    if not text.strip() or _NO_PEOPLE.match(text.strip()):
        return []
    titled = "Councillor" if "councillor" in section.label or section.label == "members" else ""
    if section.kind == "member" and not parse_list(text):
        titled = "Councillor"
    out = []
    for entry in parse_list(text, titled=titled if titled else ""):
        if _PROSE.search(text[entry.start : entry.end]):
            continue
        if entry.post is None:
            entry.post = entry.name.post or (section.label.capitalize() if section.label in _POST_LABELS else None)
        order, offset = _place(places, entry.start)
        length = entry.end - entry.start
        if section.label in (
            "chair",
            "chairman",
            "chairperson",
            "chairwoman",
            "in the chair",
            "present in the chair",
            "convener",
        ):
            entry.chair = entry.chair or not out
        if section.label.startswith(("vice", "deputy chair")):
            entry.vice = True
        spans = (Span(order, offset, offset + length),)
        out.append(Listed(entry, _capacity(section, entry), section.kind, spans, order))
    return out


def _logical(section: Section) -> tuple[str, list[tuple[int, int, int]]]:
    """The lines of a section as one text, lines that plainly run on joined; and where each began."""
    text, places = "", []
    for order, start, line in section.lines:
        if text:
            bare = line.lstrip()
            opened = text.count("(") > text.count(")")
            post_line = len(bare) < 80 and not parse_list(bare) and "\n" not in text[-1:]
            if opened or _LINE_END_OPEN.search(text) or bare[:1].islower() or bare[:1] == "(":
                text += " "
            elif post_line and not _NO_PEOPLE.match(bare) and text[-1] not in ";":
                text += ", "
            else:
                text += "\n"
        places.append((len(text), order, start))
        text += line
    return text, places


def _place(places: list[tuple[int, int, int]], at: int) -> tuple[int, int]:
    index = bisect_right(places, (at, 1 << 30, 1 << 30)) - 1
    begin, order, start = places[max(index, 0)]
    return order, start + at - begin


def _capacity(section: Section, entry: Entry) -> Capacity:
    """What a list makes of one of its people; see house_styles section 4 for the shapes that need care."""
    words = " ".join(filter(None, (entry.post, *entry.remarks)))
    councillor = entry.name.councillor or bool(_CABINET.search(words))
    if section.kind == "apologies":
        return Capacity.APOLOGIES
    if section.kind == "witness":
        return Capacity.WITNESS
    if section.kind == "other_member":
        return Capacity.OTHER_MEMBER
    if section.kind == "officer":
        return Capacity.OTHER_MEMBER if councillor and not entry.organisation else Capacity.OFFICER
    if section.kind == "attending":
        if councillor:
            return Capacity.OTHER_MEMBER
        if entry.organisation:
            return Capacity.WITNESS
        plain = not entry.post and bool(entry.name.titles)
        return Capacity.OTHER_MEMBER if plain else Capacity.OFFICER
    return _member_capacity(section, entry, words)


def _member_capacity(section: Section, entry: Entry, words: str) -> Capacity:
    if _CLERKLY.search(words) and not entry.name.councillor:
        return Capacity.OFFICER
    if section.label in _GENERIC and not entry.chair and not entry.vice:
        county = any(t.casefold().startswith(("county", "district", "borough")) for t in entry.name.titles)
        if county or entry.name.councillor and entry.organisation:
            return Capacity.OTHER_MEMBER
        if entry.organisation or re.search(r"\b(?:officer|director|manager|inspector|constable)\b", words, re.I):
            return Capacity.WITNESS if entry.organisation else Capacity.OFFICER
    return Capacity.MEMBER
