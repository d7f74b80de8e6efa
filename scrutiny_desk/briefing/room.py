"""A note kept to a few sides: what there is no room for goes to its appendix, and the note says how much that is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scrutiny_desk.briefing import paging, wording
from scrutiny_desk.briefing.content import is_appendix
from scrutiny_desk.domain.briefing import Briefing, Line, Section, Voice

SIDES = 4
"""The most sides a note for a meeting takes up before its appendix."""
TRIES = 8
"""How often a cut is halved on the way to the smallest that will do: down to a line or two."""
MAY_GIVE: dict[str, int] = {
    wording.ANSWERED_THERE: 1,
    wording.HEARD_BEFORE: 1,
    wording.RECOMMENDATIONS: 2,
    wording.DECISIONS: 3,
    wording.ACTIONS: 3,
    wording.GAPS: 2,
    wording.OPEN_UNDERTAKINGS: 3,
    wording.OUTSTANDING_BY_WITNESS: 3,
}
"""The sections that may lose paragraphs, the least needed at the meeting first, and how many each keeps at least."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A section as it stands in the note, and the rest of it; none where nothing went."""

    kept: Section
    rest: Section | None = None


def fitted(briefing: Briefing, sides: int = SIDES) -> Briefing:
    """The note with so many paragraphs in its appendix that the rest goes on these sides, near enough; as it is
    where all of it does."""
    if _sides(briefing) <= sides:
        return briefing
    too_little, enough = 0.0, sum(block.before + block.height + block.after for block in paging.blocks(briefing))
    made = _cut(briefing, enough)
    for _ in range(TRIES):
        tried = (too_little + enough) / 2
        cut = _cut(briefing, tried)
        if _sides(cut) <= sides:
            made, enough = cut, tried
        else:
            too_little = tried
    return made


def _sides(briefing: Briefing) -> int:
    note = tuple(section for section in briefing.sections if not (is_appendix(section) or section.is_empty))
    shown = replace(briefing, sections=note)
    return max(page for footnotes in (False, True) for page in paging.pages(shown, footnotes=footnotes))


def _cut(briefing: Briefing, over: float) -> Briefing:
    """The note with paragraphs of so many points in the appendix, as far as its sections may give them."""
    cuts: dict[str, _Cut] = {}
    sections = {section.known_as: section for section in briefing.sections}
    for key, fewest in MAY_GIVE.items():
        if key not in sections or over <= 0:
            continue
        lines = _movable(sections[key])
        keeps = len(lines)
        while keeps > fewest and over > 0:
            keeps -= 1
            over -= paging.height(lines[keeps])
        if keeps < len(lines):
            cuts[key] = _split(sections[key], keeps)
    note = [cuts[s.known_as].kept if s.known_as in cuts else s for s in briefing.sections]
    rest = tuple(cuts[s.known_as].rest for s in briefing.sections if s.known_as in cuts)
    appendix = Section(wording.APPENDIX, sections=tuple(filter(None, rest)), new_page=True)
    return replace(briefing, sections=(*note, appendix) if appendix.sections else tuple(note))


def _movable(section: Section) -> list[Line]:
    """The statements of a section in reading order; words of our own about them stay where they are."""
    lines = [line for line in section.lines if _may_move(line)]
    for inner in section.sections:
        lines += _movable(inner)
    return lines


def _may_move(line: Line) -> bool:
    return bool(line.citations)


def _split(section: Section, keeps: int) -> _Cut:
    """The section with its first statements, and a line that says how many more there are; and with the others."""
    more = len(_movable(section)) - keeps
    kept, rest = _taken(section, keeps)
    one, many = wording.MORE[section.known_as]
    closing = Line(wording.count(more, one, many), Voice.FIXED, see=wording.APPENDIX)
    if kept.sections:
        kept = replace(kept, sections=(*kept.sections, Section("", (closing,))))
    else:
        kept = replace(kept, lines=(*kept.lines, closing))
    return _Cut(kept, replace(rest, key=f"{wording.APPENDIX} {section.known_as}"))


def _taken(section: Section, keeps: int) -> tuple[Section, Section]:
    """Its first so many statements with all else that stands in it, and its other statements under its headings."""
    lines, others = _parted(section.lines, keeps)
    keeps -= sum(map(_may_move, lines))
    kept: list[Section] = []
    rest: list[Section] = []
    for inner in section.sections:
        first, second = _taken(inner, keeps)
        keeps -= len(_movable(first))
        kept += [] if first.is_empty else [first]
        rest += [] if second.is_empty else [second]
    whole = replace(section, lines=lines, sections=tuple(kept))
    return whole, Section(section.heading, others, sections=tuple(rest), numbered=section.numbered)


def _parted(lines: Sequence[Line], keeps: int) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    kept: list[Line] = []
    others: list[Line] = []
    for line in lines:
        if not _may_move(line):
            kept.append(line)
        elif keeps > 0:
            kept.append(line)
            keeps -= 1
        else:
            others.append(line)
    return tuple(kept), tuple(others)
