"""Where a document lists people: the labels that head its lists, and the lines that belong under each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.recognition.house_style import HouseStyle
from scrutiny_desk.recognition.names import TITLE_PATTERN, UPPER, folded_spaces, printed_name
from scrutiny_desk.recognition.people_lists import names_anyone, parse_list
from scrutiny_desk.recognition.posts import has_post_head, is_organisation

PROSE = re.compile(
    r"\b(?:was|were|had|has|have|welcomed|noted|asked|stated|reported|resolved|agreed|that|would|will|is|are|advised|"
    r"explained|introduced|thanked|declared|opened|shall)\b"
)
LINE_END_OPEN = re.compile(r"(?:[,(&\-–/]|\b(?:and|of|for|the))\s*$")
NO_PEOPLE = re.compile(
    r"^(?:none|nil|n/?a|no(?:ne)? apologies|there were no\b.*|(?:\d+|an?|no|one|"
    r"two|three|four|five|six|several|a number of|some) (?:other )?(?:members? "
    r"of the (?:public|press)|residents?|parishioners?)\b.*)\.?$",
    re.I,
)
APOLOGY_LEAD = re.compile(
    r"^\s*(?:(?:were|was|have been|had been)\s+)?(?:received|submitted|intimated|"
    r"given|tendered|noted|reported|recorded)\s+"
    r"(?:from|on behalf of|by|for)\s*:?\s*",
    re.I,
)
_SIGNING = re.compile(r"signature|signed|…{3}|_{4}|\.{6}", re.I)
_PROSE_BEGINS = re.compile(
    r"(?<=[a-z)]{2}\.)\s+(?=[A-Z][^.]{3,90}\b(?:was|were|attended)\b)|(?:(?<=[a-z)]{2}\.)|"
    r"(?<=\)))\s+(?=(?:\d+\s+members of the|The (?:Chair|Mayor|meeting)|Papers|"
    r"There were)\b)"
)
_ATTENDED = re.compile(
    r"^(?P<who>[^:]{5,600}?),?\s+(?:(?:was|were)\s+)?(?:also\s+)?(?:attended|in attendance|present|attended remotely)\b"
    r"[^.:]{0,80}\.?$",
    re.I,
)
_LEAD_IN = re.compile(
    r"\b(?:guests?|witnesses|contributors|speakers|invitees|representatives|welcomed|"
    r"the following (?:people|officers|persons))\b[^.]{0,120}:\s*[-–—]?$",
    re.I,
)
_FUZZY = re.compile(
    r"^((?:[A-Z][\w'’&/-]*|of|the|and|by|for|in|also|from|other|on|at|\([^)]{2,30}\))"
    r"(?:[\s/-]+(?:[\w'’&/-]+|\([^)]{2,30}\))){0,8}?)\s*:\s*[-–—]*\s*"
)
_FUZZY_KINDS = (
    (re.compile(r"\bapolog", re.I), "apologies"),
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
            r"non-\w+|visiting|cabinet|executive|portfolio|observ)\b.*\b(?:members?|"
            r"councillors?|holders?)\b",
            re.I,
        ),
        "other_member",
    ),
    (
        re.compile(r"\b(?:members?|councillors?|co-?opte\w+|governors?|chair\w*|substitutes?|trustees?)\b", re.I),
        "member",
    ),
    (re.compile(r"\b(?:attend\w+|attendance|present)\b", re.I), "attending"),
)
_NOT_FUZZY = re.compile(
    r"\b(?:public|press|contact|declar\w+|quorum|question|minutes of|proposed|seconded|"
    r"moved|action|reply|answer|response|wards?|tel|email|clerk to)\b",
    re.I,
)


@dataclass(slots=True)
class Section:
    """A label and the printed lines under it, each with its block's order and its offset there.

    `leads` are the first cells of rows that give a post or a body before the name. `kind` is a capacity's name, "attending" for those whose capacity their own words must tell, or "none" for a label
    that heads no people.
    """

    kind: str
    label: str
    lines: list[tuple[int, int, str]] = field(default_factory=list)
    misses: int = 0
    begun: int = 0
    leads: dict[int, str] = field(default_factory=dict)

    def add(self, block: Block, start: int = 0, end: int | None = None) -> None:
        """Add the text between two places of a block, cut where prose begins."""
        text = block.text[start:end]
        if not text.strip() or self.kind == "none" or _SIGNING.search(text):
            return
        prose = _PROSE_BEGINS.search(text)
        if prose:
            text = text[: prose.start()]
        self.lines.append((block.order, start, text.replace("\t", "\n") if len(block.cells) < 3 else text))


@dataclass(frozen=True, slots=True)
class _Labels:
    head: re.Pattern[str]
    inline: re.Pattern[str]
    kinds: dict[str, str]
    colon: frozenset[str]


@lru_cache(maxsize=16)
def _labels(style: HouseStyle) -> _Labels:
    """Patterns for a label at the head of a block and inside a run-on head, and the kind of each label."""
    kinds: dict[str, str] = {}
    for kind in ("none", "member", "other_member", "officer", "attending", "witness", "apologies"):
        for label in style.labels.get(kind, ()):
            kinds[label.casefold()] = kind
    words = "|".join(re.escape(w).replace(r"\ ", r"[\s\u00a0]+") for w in sorted(kinds, key=len, reverse=True))
    remark = r"(?:\s*\((?![A-Z][a-z]?\))[^)]*\))?"
    head = re.compile(
        rf"(?:the\s+)?({words})(?:\s+(?:were|was))?{remark}\s*"
        rf"(?:(?::\s*[-–—]*|\t|[-–—]+:?(?=\s|$))\s*|$|(?=\s(?:the\s)?{TITLE_PATTERN}\s+[{UPPER}]))",
        re.I,
    )
    inline = re.compile(rf"(?<=[\s.;)\t])({words}){remark}\s*:\s*[-–—]*\s*", re.I)
    return _Labels(head, inline, kinds, frozenset(style.labels.get("colon", ())))


def _key(words: str) -> str:
    return folded_spaces(words).casefold()


def sections(blocks: Sequence[Block], style: HouseStyle, first_item: int) -> list[Section]:
    """The labelled lists of a document in order; before `first_item` labels may also stand inside a paragraph."""
    labels = _labels(style)
    out: list[Section] = []
    current: Section | None = None
    columns: list[Section] = []
    second_half = -1
    for block, after in zip(blocks, (*blocks[1:], None), strict=False):
        if (
            columns
            and block.order < first_item
            and not labels.head.match(block.text)
            and _fills_columns(columns, block)
        ):
            continue
        columns = _columns(block, labels)
        if columns:
            out += columns
            current = columns[0]
            continue
        if block.order == first_item:
            current = None
        if block.order == second_half and current is not None:
            current.add(block, block.text.find("\t") + 1 or len(block.text))
            continue
        split = _split_label(block, after, labels)
        if split is not None and block.order < first_item:
            out.append(split)
            current, second_half = split, block.order + 1
            continue
        opened = _opened(block, after, labels, current, block.order < first_item)
        if opened is not None:
            out += opened
            current = opened[-1] if opened else current
            if current is not None and current.label == "attended":
                current = None
            continue
        if current is not None and not _goes_on(current, block):
            current = None
    return out


def _opened(
    block: Block, after: Block | None, labels: _Labels, current: Section | None, in_head: bool
) -> list[Section] | None:
    """The sections that a block opens; an empty list where it is a label to pass over, None where it opens none."""
    text = block.text
    if block.kind is BlockKind.HEADING and re.match(r"apolog(?:y|ies)\b", text, re.I):
        return [Section("apologies", "apologies", begun=block.order)]
    match = labels.head.match(text)
    if match and (block.kind is not BlockKind.HEADING or match.end() == len(text)):
        return _labelled(block, match, labels, current, in_head, in_head and _is_person_line(after))
    if in_head:
        attended = _attended(block)
        if attended is not None:
            return [attended]
        if block.kind is not BlockKind.HEADING and ":" in text:
            found = _inside(block, labels)
            if found:
                return found
        if current is None and _bare_list(block):
            bare = Section("member", "present", begun=block.order)
            bare.add(block)
            return [bare]
    if current is None and len(text) < 400 and text.rstrip(" -–—").endswith(":") and _LEAD_IN.search(text):
        return [Section("witness", "led in", begun=block.order)]
    return _fuzzy(block, in_head)


def _labelled(
    block: Block, match: re.Match[str], labels: _Labels, current: Section | None, in_head: bool, following: bool
) -> list[Section] | None:
    key, text = _key(match[1]), block.text
    bare = ":" not in match[0] and "\t" not in match[0] and not block.cells
    if key == "committee" and match.end() == len(text):
        return [Section("member", key, begun=block.order)]
    if key == "minutes" and match.end() == len(text):
        return [Section("none", key)]
    listed = key == "councillors" and match.end() < len(text)
    if bare and key in labels.colon and not following and not listed:
        return [] if current is not None and key in ("councillors", "members") else [Section("none", key)]
    if block.kind is BlockKind.HEADING and block.marker and labels.kinds[key] in ("member", "none", "apologies"):
        if labels.kinds[key] == "apologies":
            return [Section("apologies", key, begun=block.order)]
        return [Section("none", key)]
    opened = [Section(labels.kinds[key], key, begun=block.order)]
    at = match.end()
    if in_head:
        for more in labels.inline.finditer(text, at):
            if not _is_label_place(text, more):
                continue
            opened[-1].add(block, at, more.start(1))
            opened.append(Section(labels.kinds[_key(more[1])], _key(more[1]), begun=block.order))
            at = more.end()
    opened[-1].add(block, at)
    return opened


def _split_label(block: Block, after: Block | None, labels: _Labels) -> Section | None:
    """The section of a row whose label runs over two rows ("ALSO IN | Councillor A" / "ATTENDANCE: | B")."""
    if len(block.cells) < 2 or after is None or not block.cells[0].strip() or ":" in block.cells[0]:
        return None
    second = (after.cells[0] if after.cells else after.text).strip()
    key = _key(f"{block.cells[0]} {second.rstrip(':')}")
    if len(second) > 30 or labels.kinds.get(key, "none") == "none":
        return None
    section = Section(labels.kinds[key], key, begun=block.order)
    section.add(block, block.text.index("\t") + 1)
    return section


def _columns(block: Block, labels: _Labels) -> list[Section]:
    """The sections of a row that holds nothing but labels side by side ("Present: | Absent:")."""
    cells = [c.strip() for c in block.cells if c.strip()]
    if len(cells) < 2:
        return []
    matches = [labels.head.match(cell) for cell in cells]
    if not all(
        m and m.end() == len(c) and labels.kinds[_key(m[1])] != "none" for m, c in zip(matches, cells, strict=True)
    ):
        return []
    return [Section(labels.kinds[_key(m[1])], _key(m[1]), begun=block.order) for m in matches if m]


def _fills_columns(columns: list[Section], block: Block) -> bool:
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


def _is_person_line(block: Block | None) -> bool:
    """Whether a line begins with a titled or otherwise sure name and is no prose."""
    if block is None or len(block.text) > 400 or PROSE.search(block.text):
        return False
    entries = parse_list(block.text[:200])
    return bool(entries) and entries[0].start <= 2 and (entries[0].name.strong or bool(entries[0].post))


def _attended(block: Block) -> Section | None:
    """People of a line "Dr A Mortlake, D Haxby and W Thornaby also attended the meeting"."""
    match = _ATTENDED.match(block.text)
    if not match or "polog" in block.text or PROSE.search(match["who"]) or not names_anyone(match["who"]):
        return None
    section = Section("attending", "attended", begun=block.order)
    section.add(block, 0, match.end("who"))
    return section


def _bare_list(block: Block) -> bool:
    """Whether a line of a head is a list of those present without a label: a plural title and several names behind it,
    or several names each with initials in brackets."""
    text = block.text
    if len(text) > 900 or PROSE.search(text) or block.kind is BlockKind.HEADING or block.marker:
        return False
    plural = re.match(r"(?:Councillors|Cllrs\.?)\s+[A-Z]", text)
    initialled = len(re.findall(r"\([A-Z]{2,3}\)", text)) > 1
    entries = parse_list(text) if plural or initialled else []
    return len(entries) > 2 and entries[0].start <= 2


def _fuzzy(block: Block, in_head: bool) -> list[Section] | None:
    """A list under a label that no style knows, told by the nouns of the label and by the people behind it."""
    match = _FUZZY.match(block.text) if ":" in block.text[:90] else None
    if not match or not in_head and (block.marker or len(block.text) > 400):
        return None
    kind = next((kind for pattern, kind in _FUZZY_KINDS if pattern.search(match[1])), None)
    if kind is None and in_head:
        return _body_or_post(block, match)
    if kind is None or _NOT_FUZZY.search(match[1]) or PROSE.search(match[1]):
        return None
    rest = block.text[match.end() :]
    if rest and not names_anyone(rest[:300]) or not rest and not in_head:
        return None
    section = Section(kind, _key(match[1]), begun=block.order)
    people = parse_list(rest[:300])
    if len(people) == 1 and not people[0].post and has_post_head(match[1]) and not match[1].endswith("s"):
        section.leads[block.order] = match[1]
    section.add(block, match.end())
    return [section]


def _body_or_post(block: Block, match: re.Match[str]) -> list[Section] | None:
    """A list under the name of the body that people come from, or one person behind their post ("Chief of Staff: A B")."""
    entries = parse_list(block.text[match.end() : match.end() + 400])
    if not entries or entries[0].start > 2:
        return None
    councillors = all(entry.name.councillor for entry in entries)
    if is_organisation(match[1]):
        section = Section("member" if councillors else "attending", _key(match[1]), begun=block.order)
    elif has_post_head(match[1]) and len(entries) == 1 and not entries[0].post and len(entries[0].name.words) > 1:
        section = Section("attending", _key(match[1]), begun=block.order)
    else:
        return None
    if not councillors:
        section.leads[block.order] = match[1]
    section.add(block, match.end())
    return [section]


def _is_label_place(text: str, match: re.Match[str]) -> bool:
    """Whether a label inside a paragraph stands where one can: in capitals, or capitalised behind a stop or bracket."""
    before = text[: match.start(1)].rstrip(" ")
    return match[1].isupper() or match[1][0].isupper() and before[-1:] in ".;)\t:"


def _inside(block: Block, labels: _Labels) -> list[Section]:
    """The lists inside one run-on paragraph of a head ("... 2016 PRESENT: A, B. Clerk: C")."""
    found: list[Section] = []
    at = 0
    for match in labels.inline.finditer(block.text):
        if not _is_label_place(block.text, match):
            continue
        if found:
            found[-1].add(block, at, match.start(1))
        found.append(Section(labels.kinds[_key(match[1])], _key(match[1]), begun=block.order))
        at = match.end()
    if found:
        found[-1].add(block, at)
    return [s for s in found if s.kind != "none"]


def _goes_on(section: Section, block: Block) -> bool:
    """Whether a block after a label belongs to its list; if so it is added."""
    text = block.text.strip()
    if section.kind == "none" or block.kind in (BlockKind.HEADING, BlockKind.FOOTNOTE):
        return False
    if not any(c.isalpha() for c in re.sub(r"\d\s*[ap]\.?m\b", "", text)):
        return False
    if NO_PEOPLE.match(text):
        return True
    prose = bool(PROSE.search(text))
    if block.marker and re.fullmatch(r"\(?(?:\d+[.)]?|[ivx]+[.)])\)?", block.marker) and len(text) > 60 and prose:
        return False
    if block.kind is BlockKind.TABLE_ROW:
        return _row_goes_on(section, block, prose)
    post_only = has_post_head(text) or is_organisation(text)
    if post_only and len(text) < 90 and not prose and not block.strong and section.kind != "member":
        section.add(block)
        return True
    return _line_goes_on(section, block, prose)


def _row_goes_on(section: Section, block: Block, prose: bool) -> bool:
    """A row of a table: people in its first cell, or in its second behind a group's name ("Labour Group | ...")."""
    cells = [c for c in block.cells if c]
    if cells and parse_list(cells[0], titled="Councillor" if section.kind == "member" else ""):
        section.add(block)
        return True
    if len(cells) > 1 and not prose and parse_list(cells[1], titled="Councillor" if section.kind == "member" else ""):
        section.add(block, block.text.index("\t") + 1)
        section.leads[block.order] = cells[0]
        return True
    return bool(section.lines) and len(block.text) < 80 and not prose


def _line_goes_on(section: Section, block: Block, prose: bool) -> bool:
    text = block.text
    open_before = bool(section.lines) and bool(LINE_END_OPEN.search(section.lines[-1][2]))
    apologies = section.kind == "apologies" and not section.lines and APOLOGY_LEAD.match(text)
    if apologies:
        section.add(block)
        return True
    if len(text) > 25 and prose and not open_before:
        return False
    entries = parse_list(text[:300])
    starts = bool(entries) and entries[0].start <= 2
    first_line = section.kind in ("member", "apologies") and not section.lines
    if starts or entries and entries[0].post or open_before or first_line and surnames(text):
        section.add(block)
        section.misses = 0
        return True
    section.misses += 1
    if section.misses > 2 or len(text) >= 70 or block.strong:
        return False
    if section.lines and section.misses == 1 and not text.endswith(":"):
        section.add(block)
    return True


def surnames(text: str) -> bool:
    """Whether a line is nothing but surnames with commas between ("Biswas, Davison and Dryden")."""
    flat = re.sub(r"\([^)]*\)", "", text).strip(" .")
    names = [printed_name(part, titled="Councillor") for part in re.split(r",\s*|\s+and\s+", flat) if part.strip()]
    bare = sum(name is not None and name.surname_only for name in names)
    return len(names) > 1 and all(names) and bare * 2 >= len(names)
