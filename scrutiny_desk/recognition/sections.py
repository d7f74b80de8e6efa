"""Where a document lists people: the labels that head its lists, and the lines that belong under each."""

import re
from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.recognition.headings import is_usual
from scrutiny_desk.recognition.house_style import HouseStyle
from scrutiny_desk.recognition.labels import (
    PROSE,
    Labels,
    Section,
    bare_section,
    column_sections,
    fills_columns,
    fuzzy_sections,
    inside_sections,
    is_label_place,
    key_of,
    kind_of_label,
    labels_of,
    split_section,
)
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import TITLE_PATTERN, printed_name
from scrutiny_desk.recognition.offices import blanked
from scrutiny_desk.recognition.people_lists import names_anyone, parse_list
from scrutiny_desk.recognition.post_words import NOT_NAMES
from scrutiny_desk.recognition.posts import has_post_head, is_organisation
from scrutiny_desk.recognition.telltales import Rule

LINE_END_OPEN = re.compile(
    rf"(?:[,(&\-–/]|\b(?:and|of|for|the)|\b(?:{TITLE_PATTERN}|Cllr)\.?(?:\s+[A-Z][a-z]+)?(?<!\w\.\w))\s*$"
)
"""A line that runs on: a comma, a bracket or a small word at its end, or a title with nothing or a forename behind."""


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


_ATTENDED = Rule(
    r"^(?P<who>[^:]{5,600}?),?\s+(?:(?:was|were)\s+)?(?:also\s+)?(?:attended|in attendance|present|attended remotely)\b"
    r"[^.:]{0,80}\.?$",
    re.I,
    parts=("attended", "attendance", "present"),
)


_LEAD_IN = re.compile(
    r"\b(?:guests?|witnesses|contributors|speakers|invitees|representatives|welcomed|"
    r"the following (?:people|officers|persons))\b[^.]{0,120}:\s*[-–—]?$",
    re.I,
)


def sections(blocks: Sequence[Block], style: HouseStyle, first_item: int) -> list[Section]:
    """The labelled lists of a document in order; before `first_item` labels may also stand inside a paragraph."""
    labels = labels_of(style)
    out: list[Section] = []
    current: Section | None = None
    columns: list[Section] = []
    second_half = -1
    for block, after in zip(blocks, (*blocks[1:], None), strict=False):
        if columns and block.order < first_item and not labels.at_head(block.text) and fills_columns(columns, block):
            continue
        columns = column_sections(block, labels)
        if columns:
            out += columns
            current = columns[0]
            continue
        if block.order == first_item:
            current = None
        if block.order == second_half and current is not None:
            current.add(block, block.text.find("\t") + 1 or len(block.text))
            continue
        split = split_section(block, after, labels)
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
    for section in out:
        section.close()
    return out


def _opened(
    block: Block, after: Block | None, labels: Labels, current: Section | None, in_head: bool
) -> list[Section] | None:
    """The sections that a block opens; an empty list where it is a label to pass over, None where it opens none."""
    text = block.text
    if block.kind is BlockKind.HEADING and like(r"(?i)apolog(?:y|ies)\b").match(text):
        return [Section("apologies", "apologies", begun=block.order)]
    spaced = _SPACED.match(text) if in_head else None
    if spaced and (kind := labels.kinds.get(key_of(spaced[1].replace(" ", "")))):
        section = Section(kind, key_of(spaced[1].replace(" ", "")), begun=block.order)
        section.add(block, spaced.end())
        return [section]
    match = labels.at_head(text)
    if match and (block.kind is not BlockKind.HEADING or match.end() == len(text)):
        return _labelled(block, match, labels, current, in_head, in_head and _is_person_line(after))
    if in_head:
        attended = _attended(block)
        if attended is not None:
            return [attended]
        if block.kind is not BlockKind.HEADING and ":" in text:
            found = inside_sections(block, labels)
            if found:
                return found
        chair = _IN_CHAIR.match(text)
        if chair and names_anyone(chair["who"]):
            seat = Section("member", "in the chair", begun=block.order)
            seat.add(block, 0, chair.end("who"))
            return [seat]
        if current is None and _is_table_of_people(block, after):
            return [Section("member", "attendance", begun=block.order)]
        if current is None and (_bare_list(block) or _is_bare_row(block)):
            bare = Section("member", "present", begun=block.order)
            bare.add(block)
            return [bare]
    if current is None and len(text) < 400 and text.rstrip(" -–—").endswith(":") and _LEAD_IN.search(text):
        return [Section("witness", "led in", begun=block.order)]
    bare = bare_section(block, in_head)
    if bare is not None and _is_person_line(after):
        return [bare]
    return fuzzy_sections(block, in_head) or _representing(block, in_head)


_SPACED = re.compile(r"((?:[A-Z] ){3,}[A-Z])\s*(?:[:–-]+\s*|$)")
"""A label printed with its letters apart: "P R E S E N T :"."""
_IN_CHAIR = Rule(
    r"(?P<who>[A-Z](?:[^:.]|(?<=[\s.][A-Z])\.){5,60}?),?\s+(?:was\s+)?(?:in|took) the chair\.?$",
    re.I,
    words=("chair",),
)


def _is_table_of_people(block: Block, after: Block | None) -> bool:
    """Whether a row is the head of a table of those present that no label stands above."""
    cells = [c.strip() for c in block.cells if c.strip()]
    named = len(cells) > 1 and "name" in cells[0].casefold() and all(_COLUMN.fullmatch(c) for c in cells)
    return named and after is not None and bool(after.cells) and _is_person_line(after)


def _is_bare_row(block: Block) -> bool:
    """Whether every cell of a row of the head is one councillor."""
    names = [printed_name(like(r"\s*\([^)]*\)$").sub("", c)) for c in block.cells if c.strip()]
    return bool(names) and len(block.cells) > 1 and all(name is not None and name.councillor for name in names)


_REPRESENTING = re.compile(r"[A-Z][^,;:.]{4,50}\s+(?:representing|on behalf of)\s+[A-Z][^.;:]{1,60}\.?$")


def _representing(block: Block, in_head: bool) -> list[Section] | None:
    """The one person of a line of a head "Jo Sands representing the Drainage Board"."""
    if not in_head or not _REPRESENTING.match(block.text) or PROSE.search(block.text):
        return None
    section = Section("witness", "representing", begun=block.order)
    section.add(block)
    return [section]


def _labelled(
    block: Block, match: re.Match[str], labels: Labels, current: Section | None, in_head: bool, following: bool
) -> list[Section] | None:
    key, text = key_of(match[1]), block.text
    bare = not like(r"[:\t]|\s[-–—]+\s").search(match[0]) and not block.cells
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
    opened = [Section(kind_of_label(key, labels.kinds, text[match.end() :]), key, begun=block.order)]
    at = match.end()
    if in_head:
        for more in labels.inside(text, at):
            if not is_label_place(text, more):
                continue
            words = more[1] or more[2]
            opened[-1].add(block, at, more.start())
            kind = kind_of_label(words, labels.kinds, text[more.end() :])
            opened.append(Section(kind, key_of(words), begun=block.order))
            at = more.end()
    opened[-1].add(block, at)
    return opened


def _is_person_line(block: Block | None) -> bool:
    """Whether a line begins with a titled or otherwise sure name and is no prose."""
    if block is None or len(block.text) > 400 or PROSE.search(block.text):
        return False
    entries = parse_list(block.text[:200])
    first = entries[0] if entries else None
    return first is not None and (first.led or first.start <= 2 and (first.name.strong or bool(first.post)))


def _attended(block: Block) -> Section | None:
    """People of a line "Dr A Mortlake, D Haxby and W Thornaby also attended the meeting"."""
    match = _ATTENDED.match(block.text)
    if not match or len(block.cells) > 2 or "polog" in block.text:
        return None
    if PROSE.search(match["who"]) or not names_anyone(match["who"]):
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
    plural = like(r"(?:Councillors|Cllrs\.?)\s+\*?[A-Z]").match(text)
    initialled = len(like(r"\([A-Z]{2,3}\)").findall(text)) > 1
    entries = parse_list(text) if plural or initialled else []
    return len(entries) > 2 and entries[0].start <= 2


def _goes_on(section: Section, block: Block) -> bool:
    """Whether a block after a label belongs to its list; if so it is added."""
    text = block.text.strip()
    numbered = block.kind is BlockKind.HEADING and bool(block.marker) and bool(section.lines or section.label)
    person = numbered and _is_person_line(block) and not PROSE.search(text)
    if section.kind == "none" or block.kind in (BlockKind.HEADING, BlockKind.FOOTNOTE) and not person:
        return False
    if not any(c.isalpha() for c in like(r"\d\s*[ap]\.?m\b").sub("", text)):
        return False
    if NO_PEOPLE.match(text):
        return True
    if is_usual(text):
        return False
    prose = bool(PROSE.search(text))
    if block.marker and like(r"\(?(?:\d+[.)]?|[ivx]+[.)])\)?").fullmatch(block.marker) and len(text) > 60 and prose:
        return False
    if block.kind is BlockKind.TABLE_ROW:
        return _row_goes_on(section, block, prose)
    post_only = has_post_head(text) or is_organisation(text)
    if post_only and len(text) < 90 and not prose and not block.strong and section.kind != "member":
        section.add(block)
        return True
    return _line_goes_on(section, block, prose)


_COLUMN = re.compile(
    r"(?:full |member'?s? )?names?|titles?|roles?|positions?|designations?|organisations?|representing|initials?|"
    r"posts?|job titles?|party|wards?|departments?|body|present|attendance|councillors?|members?|"
    r"(?:agenda )?items?(?: no\.?)?|(?:officers?|members?|councillors?) attending|officers?",
    re.I,
)
"""What stands at the head of a column of people."""


def _row_goes_on(section: Section, block: Block, prose: bool) -> bool:
    """A row of a table: people in its first cell, or in its second behind a group's name ("Labour Group | ...")."""
    cells = [c for c in block.cells if c]
    if cells and all(_COLUMN.fullmatch(c.strip()) for c in cells):
        return True
    if len(cells) == 2 and _is_post_row(cells):
        section.add(block, block.text.index("\t") + 1)
        section.leads[block.order] = cells[0]
        return True
    if cells and parse_list(cells[0], titled="Councillor" if section.kind == "member" else ""):
        section.add(block)
        return True
    if len(cells) > 1 and not prose and parse_list(cells[1], titled="Councillor" if section.kind == "member" else ""):
        section.add(block, block.text.index("\t") + 1)
        section.leads[block.order] = cells[0]
        return True
    return bool(section.lines) and len(block.text) < 80 and not prose


def _is_post_row(cells: list[str]) -> bool:
    """Whether a row gives a post in its first cell and a name, nothing else, in its second."""
    first = cells[0].split()[0].casefold()
    whole = printed_name(like(r"\s*[(,]").split(cells[0])[0])
    seated = whole is not None and whole.councillor and first not in ("mayor", "leader")
    name = printed_name(cells[1])
    return name is not None and len(name.words) > 1 and has_post_head(cells[0]) and first in NOT_NAMES and not seated


_HOW = re.compile(r"(?!.*\b(?:bod(?:y|ies)|organisations?|groups?|partners?)\b)[A-Z][\w'’ -]{2,30}:\s+(?=[A-Z])", re.I)
"""Words before a colon that say how or for whom those of a line were there ("On the phone: A Hare, B Fox")."""


_PARTY = re.compile(
    r"(?:(?:the\s+)?(?:labour|conservatives?|liberal democrats?|lib\.? ?dems?|greens?|independents?|reform(?: uk)?|"
    r"plaid cymru|snp|scottish national party|scottish|dup|sdlp|uup|sinn f[eé]in|alliance|ukip|residents?|non-aligned|"
    r"ungrouped|administration|unionist|co-operative|and|&)\s*)+(?:group|party|members|councillors|alliance|"
    r"associations?)?\s*(?:\(\d+\)\s*)?:\s*(?=[A-Z])",
    re.I,
)
"""The political group before a line of its members: "LABOUR: Fenn, Holt"."""


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
    how = _HOW.match(text) if not entries or entries[0].start > 2 else None
    party = _PARTY.match(text)
    if party and section.kind in ("member", "apologies") and names_anyone(text[party.end() : 300], "Councillor"):
        how = party
    if how and (how is party or names_anyone(text[how.end() : 300])):
        section.add(block, block.text.index(text) + how.end())
        section.misses = 0
        return True
    starts = bool(entries) and not blanked(text[: entries[0].start + 8])[: entries[0].start].strip(" -–•*.\t0123456789")
    first_line = section.kind in ("member", "apologies") and not section.lines
    on = bool(section.lines) and sum(bool(e.name.titles) for e in entries) > 2
    if starts or on or entries and entries[0].post or open_before or first_line and surnames(text):
        section.add(block)
        section.misses = 0
        return True
    section.misses += 1
    if section.misses > 2 or len(text) >= 70 or block.strong:
        return False
    if section.lines and section.misses == 1 and not text.endswith(":"):
        section.add(block, sure=False)
    return True


def surnames(text: str) -> bool:
    """Whether a line is nothing but surnames with commas between ("Biswas, Davison and Dryden")."""
    flat = like(r"\([^)]*\)").sub("", text).strip(" .")
    names = [printed_name(part, titled="Councillor") for part in like(r",\s*|\s+and\s+").split(flat) if part.strip()]
    bare = sum(name is not None and name.surname_only for name in names)
    return len(names) > 1 and all(names) and bare * 2 >= len(names)
