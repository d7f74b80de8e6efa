"""The labels that head lists of people: known ones, ones told by their nouns, and how each opens a list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from scrutiny_desk.domain.blocks import Block
from scrutiny_desk.recognition.cues import by_letters
from scrutiny_desk.recognition.headings import BARE_LABELS
from scrutiny_desk.recognition.house_style import HouseStyle
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import NAME_WORD, TITLE_PATTERN, UPPER, folded_spaces, printed_name
from scrutiny_desk.recognition.people_lists import names_anyone, parse_list
from scrutiny_desk.recognition.posts import has_post_head, is_organisation
from scrutiny_desk.recognition.sentences import holds, lowered

PROSE = re.compile(
    r"\b(?:was|were|had|has|have|welcomed|noted|asked|stated|reported|resolved|agreed|that|would|will|is|are|advised|"
    r"explained|introduced|thanked|declared|opened|shall)\b"
)


_UNNAMED = re.compile(
    r"[,;&]?\s*(?:\band\s+)?(?:\(?\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|"
    r"a few)\)?\s+(?:other\s+)?(?:members?\s+of\s+(?:the\s+)?(?:public|press)(?:\s+and\s+press)?|parishioners?|"
    r"residents|electors)\b\.?"
    r"|\bMembers?\s+of\s+(?:the\s+)?(?:public|press)\s*[-–:]?\s*\(?\d+\)?)",
    re.I,
)


_OF_UNNAMED = ("member", "parishioner", "resident", "elector")


_TIMES_THERE = re.compile(
    r"(?<=\t)(?:All|Items?\s[^\t]*|Yes|Y|✓|✔|√|P|Present(?:,[^\t]*)?|"
    r"Expected|In attendance|Part(?: of)?(?: meeting)?|Whole(?: of)?(?: meeting)?|"
    r"In person|Remote(?:ly)?|Online|Virtual(?:ly)?|(?:MS )?Teams|Zoom|"
    r"(?:Committee |Panel |Board |Council )?Member)(?=\t|\s*$)",
    re.I,
)
"""Cells of a table that say when or how somebody was there."""


_SIGNING = re.compile(r"signature|signed|…{3}|_{4}|\.{6}", re.I)


_PROSE_BEGINS = re.compile(
    r"(?<=[a-z)]{2}\.)\s+(?=[A-Z][^.]{3,90}\b(?:was|were|attended)\b)|(?:(?<=[a-z)]{2}\.)|"
    r"(?<=\)))\s+(?=(?:\d+\s+members of the|The (?:Chair|Mayor|meeting)|Papers|"
    r"There were)\b)"
)


_TWO_WORDS = re.compile(r"(\w*)\s*(\w*)")
_LABEL = (
    r"^((?:[A-Z\d][\w'’&/-]*|of|the|and|by|for|in|also|from|other|on|at|\([^)]{2,30}\))"
    r"(?:,?[\s/-]+(?:[\w'’&/-]+|\([^)]{2,30}\))){0,9}?)"
)
_FUZZY = re.compile(rf"{_LABEL}\s*:\s*[-–—]*\s*")
_FUZZY_DASH = re.compile(rf"{_LABEL}\s+[-–—]\s+(?=[A-Z])")


_FUZZY_KINDS = (
    (re.compile(r"\bnon-voting members?\b", re.I), "member"),
    (
        re.compile(
            r"\bapolog|\babsen(?:t|ces?)\b|\b(?:not able|"
            r"unable|could(?:n['’]t| not)|can(?:no|['’])t) (?:to )?(?:come|attend|be|make)",
            re.I,
        ),
        "apologies",
    ),
    (
        re.compile(
            r"\b(?:employers?|employees?|scheme|members?|pensioners?|active|deferred)\s+(?:member\s+)?representatives?\b",
            re.I,
        ),
        "member",
    ),
    (re.compile(r"\b(?:religious|church|faith|parent|governor|teacher|diocesan|co-?opt\w*)\b", re.I), "member"),
    (
        re.compile(r"\b(?:invit|visitor|guest|witness|contribut|speaker|presenter|external|partner|represent)", re.I),
        "witness",
    ),
    (
        re.compile(r"^(?:also|others?)\b.*\b(?:present|attend\w+)\b(?!.*\b(?:officer|member|councillor))", re.I),
        "attending",
    ),
    (re.compile(r"\b(?:officers?|officials?|staff|secretariat)\b(?!.*\bcontact)", re.I), "officer"),
    (
        re.compile(
            r"\bnon-(?:committee |panel |board )?(?:members?|councillors?)\b|\b(?:other|"
            r"non-\w+|visiting|cabinet|executive|portfolio|observ\w+|ward|lead)\b.*\b(?:members?|"
            r"councillors?|holders?|attendees)\b|\bobservers?\b",
            re.I,
        ),
        "other_member",
    ),
    (
        re.compile(
            r"\b(?:members?|councillors?|co-?opte\w+|governors?|chair\w*|substitutes?|trustees?|membership)\b", re.I
        ),
        "member",
    ),
    (re.compile(r"\b(?:attend\w+|attendance|present)\b|^who was (?:there|here)\b", re.I), "attending"),
)


_NOT_FUZZY = re.compile(
    r"\b(?:public|press|contact|declar\w+|quorum|question|minutes of|proposed|seconded|"
    r"moved|action|reply|answer|response|tel|email|clerk to)\b",
    re.I,
)


def _one_a_row(block: Block) -> bool:
    """Whether a row is one person with post or body in the cells behind, and not names side by side."""
    if len(block.cells) != 2:
        return len(block.cells) > 2
    return (has_post_head(block.cells[1]) or is_organisation(block.cells[1])) and not names_anyone(block.cells[1])


@dataclass(slots=True)
class Section:
    """A label and the printed lines under it, each with its block's order and its offset there.

    `kind` is a capacity's name, "attending" for those whose capacity their own words must tell, or "none" for a label
    that heads no people. `leads` are first cells of rows, and labels, that give a post or a body before the name.
    """

    kind: str
    label: str
    lines: list[tuple[int, int, str]] = field(default_factory=list)
    misses: int = 0
    begun: int = 0
    leads: dict[int, str] = field(default_factory=dict)
    unsure: bool = False

    def add(self, block: Block, start: int = 0, end: int | None = None, *, sure: bool = True) -> None:
        """Add the text between two places of a block, cut where prose begins; `sure` that it is of the list at all."""
        text = block.text[start:end]
        if not text.strip() or self.kind == "none" or _SIGNING.search(text):
            return
        prose = _PROSE_BEGINS.search(text)
        if prose:
            text = text[: prose.start()]
        if holds(lowered(text), _OF_UNNAMED):
            text = _UNNAMED.sub(lambda m: "\n" + " " * (len(m[0]) - 1), text)
        if not text.strip():
            return
        if len(block.cells) > 2:
            text = _TIMES_THERE.sub(lambda m: " " * len(m[0]), text)
        self.lines.append((block.order, start, text if _one_a_row(block) else text.replace("\t", "\n")))
        self.unsure = not sure

    def close(self) -> None:
        """The list has ended: a last line that named nobody was no part of it."""
        if self.unsure:
            self.lines.pop()
            self.unsure = False


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of lists in a style: their patterns, their kinds, and those that need a colon behind them."""

    head: re.Pattern[str]
    inline: re.Pattern[str]
    kinds: dict[str, str]
    colon: frozenset[str]
    first_words: frozenset[str]

    def inside(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """The labels inside a text, each with its colon."""
        labelled = ":" in text[start:] or "of the public" in text[start:]
        return self.inline.finditer(text, start) if labelled else iter(())

    def at_head(self, text: str) -> re.Match[str] | None:
        """The label with which a text begins."""
        first, second = _TWO_WORDS.match(text.casefold()).groups()
        begins = first in self.first_words or first == "the" and second in self.first_words
        return self.head.match(text) if begins else None


@lru_cache(maxsize=64)
def labels_of(style: HouseStyle) -> Labels:
    """Patterns for a label at the head of a block and inside a run-on head, and the kind of each label."""
    kinds: dict[str, str] = {}
    for kind in ("none", "member", "other_member", "officer", "attending", "witness", "apologies"):
        for label in style.labels.get(kind, ()):
            kinds[label.casefold()] = kind
    words = by_letters([re.escape(w).replace(r"\ ", r"[\s\u00a0]+") for w in sorted(kinds, key=len, reverse=True)])
    remark = r"(?:\s*\((?![A-Z][a-z]?\))[^)]*\))?"
    head = re.compile(
        rf"(?:the\s+)?({words})(?:\s+(?:were|was))?{remark}\s*"
        rf"(?:(?::\s*[-–—]*|\t|[-–—]+:?(?=\s|$))\s*|\.?$|(?=\s(?:the\s)?{TITLE_PATTERN}\s+[{UPPER}])"
        rf"|(?-i:(?=\s(?:[A-Z]\.?\s){{1,3}}{NAME_WORD}(?:\s(?:{TITLE_PATTERN}|[A-Z])|\s?\(|$))))",
        re.I,
    )
    inline = re.compile(rf"(?<=[\s.;)\t])(?:({words}){remark}\s*:\s*[-–—]*\s*|({_PUBLIC})\s*[-–—]\s*(?=[A-Z]))", re.I)
    first_words = frozenset(_TWO_WORDS.match(label)[1] for label in kinds)
    return Labels(head, inline, kinds, frozenset(style.labels.get("colon", ())), first_words)


_PUBLIC = r"members? of the public"


def kind_of_label(words: str, kinds: dict[str, str], behind: str) -> str:
    """The kind of people under a label; members of the public who are named have come to speak."""
    if like(_PUBLIC).fullmatch(key_of(words)) and like(r"\W*[A-Z]").match(behind) and names_anyone(behind[:80]):
        return "witness"
    return kinds.get(key_of(words), "none")


def key_of(words: str) -> str:
    return folded_spaces(words).casefold()


def split_section(block: Block, after: Block | None, labels: Labels) -> Section | None:
    """The section of a row whose label runs over two rows ("ALSO IN | Councillor A" / "ATTENDANCE: | B")."""
    if len(block.cells) < 2 or after is None or not block.cells[0].strip() or ":" in block.cells[0]:
        return None
    second = (after.cells[0] if after.cells else after.text).strip()
    key = key_of(f"{block.cells[0]} {second.rstrip(':')}")
    if len(second) > 30 or labels.kinds.get(key, "none") == "none":
        return None
    section = Section(labels.kinds[key], key, begun=block.order)
    section.add(block, block.text.index("\t") + 1)
    return section


def column_sections(block: Block, labels: Labels) -> list[Section]:
    """The sections of a row that holds nothing but labels side by side ("Present: | Absent:")."""
    cells = [c.strip() for c in block.cells if c.strip()]
    if len(cells) < 2:
        return []
    matches = [labels.at_head(cell) for cell in cells]
    if not all(
        m and m.end() == len(c) and labels.kinds[key_of(m[1])] != "none" for m, c in zip(matches, cells, strict=True)
    ):
        return []
    return [Section(labels.kinds[key_of(m[1])], key_of(m[1]), begun=block.order) for m in matches if m]


def fills_columns(columns: list[Section], block: Block) -> bool:
    """Whether a row or line goes on under labels side by side; if so each cell is added to its own list."""
    cells = [c for c in block.cells if c.strip()] or [block.text]
    if len(cells) > len(columns) or not all(names_anyone(c[:200]) for c in cells) or PROSE.search(block.text):
        return False
    at = 0
    for section, cell in zip(columns, cells, strict=False):
        start = block.text.index(cell, at)
        section.add(block, start, start + len(cell))
        at = start + len(cell)
    return True


_BARE_FUZZY = re.compile(
    r"(?:[A-Z][\w'’-]*\s+){0,2}(?:[\w'’-]+\s+)?(?:attendees|attending|present|in attendance|apologies)", re.I
)
_BARE_IN_HEAD = re.compile(
    r"(?:the following )?(?:[\w'’&/-]+\s+){0,3}(?:members?|councillors|officers|staff|guests|trustees|governors)"
    r"(?:\s+(?:who )?(?:attended|attending|present|in attendance)\b.{0,40})?|"
    r"(?:attended by|who was there)|apologies\b.{0,40}",
    re.I,
)


def bare_section(block: Block, in_head: bool) -> Section | None:
    """The list that a label without a colon heads, which no style knows ("Panel members attending")."""
    text = block.text.strip()
    bare = text.rstrip(" :")
    if block.marker or block.cells or len(text) > 70:
        return None
    if not _BARE_FUZZY.fullmatch(bare) and not (in_head and _BARE_IN_HEAD.fullmatch(bare) and not printed_name(bare)):
        return None
    kind = next((kind for pattern, kind in _FUZZY_KINDS if pattern.search(text)), "attending")
    return Section(kind, key_of(text.rstrip(" :")), begun=block.order)


def fuzzy_sections(block: Block, in_head: bool) -> list[Section] | None:
    """A list under a label that no style knows, told by the nouns of the label and by the people behind it."""
    match = _FUZZY.match(block.text) if ":" in block.text[:90] else None
    if match is None and in_head and (match := _FUZZY_DASH.match(block.text[:200])):
        known = any(pattern.search(match[1]) for pattern, _ in _FUZZY_KINDS)
        many = like(r"(?:s|present|attend\w*|support)$").search(match[1]) and not printed_name(match[1])
        match = match if known and many else None
    if not match or not in_head and (block.marker or len(block.text) > 400):
        return None
    kind = next((kind for pattern, kind in _FUZZY_KINDS if pattern.search(match[1])), None)
    if in_head and match[1].startswith("From ") and names_anyone(block.text[match.end() :]):
        return [_sent_by(block, match)]
    if kind is None and in_head:
        return _body_or_post(block, match)
    if kind is None or _NOT_FUZZY.search(match[1]) or PROSE.search(match[1]):
        return None
    rest = block.text[match.end() :]
    if rest and not names_anyone(rest[:300]) or not rest and not in_head:
        return None
    section = Section(kind, key_of(match[1]), begun=block.order)
    people = parse_list(rest[:300])
    if len(people) == 1 and not people[0].post and has_post_head(match[1]) and not match[1].endswith("s"):
        section.leads[block.order] = match[1]
    section.add(block, match.end())
    return [section]


def _sent_by(block: Block, match: re.Match[str]) -> Section:
    """Those of a line that begins with the body they come from ("From Harker & Dean (surveyors): J Peake")."""
    section = Section("attending", key_of(match[1]), begun=block.order)
    section.leads[block.order] = like(r"\s*\([^)]*\)$").sub("", match[1])
    section.add(block, match.end())
    return section


def _body_or_post(block: Block, match: re.Match[str]) -> list[Section] | None:
    """A list under the name of the body that people come from, or one person behind a post ("Chief of Staff: A B")."""
    entries = parse_list(block.text[match.end() : match.end() + 400])
    if not entries or entries[0].start > 2 or _NOT_FUZZY.search(match[1]) or BARE_LABELS.match(match[1]):
        return None
    councillors = all(entry.name.councillor for entry in entries)
    if is_organisation(match[1]):
        section = Section("member" if councillors else "attending", key_of(match[1]), begun=block.order)
    elif has_post_head(match[1]) and len(entries) == 1 and not entries[0].post and len(entries[0].name.words) > 1:
        section = Section("attending", key_of(match[1]), begun=block.order)
    else:
        return None
    if not councillors:
        section.leads[block.order] = match[1]
    section.add(block, match.end())
    return [section]


def is_label_place(text: str, match: re.Match[str]) -> bool:
    """Whether a label inside a paragraph stands where one can: in capitals, or capitalised behind a stop or bracket."""
    words = match[1] or match[2]
    before = text[: match.start()].rstrip(" ")
    clerk = words in ("Clerk", "Apologies") and not like(r"\b(?:Deputy|Assistant|Acting|Town|Parish|and)$").search(
        before
    )
    return words.isupper() or clerk or words[0].isupper() and (" " in words or before[-1:] in ".;)\t:")


_TAIL_OF_LABEL = re.compile(r"(?:[A-Z][\w'’&-]*|of|the|and|also)(?:\s+[\w'’&-]+){0,3}\s+", re.I)


def inside_sections(block: Block, labels: Labels) -> list[Section]:
    """The lists inside one run-on paragraph of a head ("... 2016 PRESENT: A, B. Clerk: C")."""
    found: list[Section] = []
    at = 0
    for match in labels.inside(block.text):
        if not is_label_place(block.text, match):
            continue
        words = match[1] or match[2]
        if not found and _TAIL_OF_LABEL.fullmatch(block.text[: match.start()]):
            return []
        if found:
            found[-1].add(block, at, match.start())
        else:
            found += fuzzy_sections(replace(block, text=block.text[: match.start()], cells=()), True) or []
        kind = kind_of_label(words, labels.kinds, block.text[match.end() :])
        found.append(Section(kind, key_of(words), begun=block.order))
        at = match.end()
    if found:
        found[-1].add(block, at)
    return [s for s in found if s.kind != "none"]
