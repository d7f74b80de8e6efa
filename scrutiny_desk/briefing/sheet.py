"""The question plan: one side of A4 in large print, with room to write the answers on, if it will go on one side."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from scrutiny_desk.briefing import paging, wording
from scrutiny_desk.domain.briefing import Briefing, Citation, Line, Section, Voice

HEIGHT = paging.PAGE - 12
"""Points between the margins of our template, less a line for what an estimate gets wrong."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How large the sheet is set, whether it says what was said before, and whether it has room to write."""

    points: int
    said: bool
    space: bool


CHOICES = (
    Fit(18, said=True, space=True),
    Fit(16, said=True, space=True),
    Fit(14, said=True, space=True),
    Fit(16, said=False, space=True),
    Fit(14, said=False, space=True),
    Fit(16, said=False, space=False),
    Fit(14, said=False, space=False),
)
"""From the best down. 14 point is the least that is called large print; what will not go on in that is left off."""


def fitted(briefing: Briefing, *, footnotes: bool = False) -> tuple[Briefing, Fit]:
    """The plan as it goes on one side, and how: the best of the choices that will, and where none will, with as many
    questions as do, and a line that says how many more there are."""
    for choice in CHOICES:
        shown = condensed(briefing, said=choice.said)
        shown = spaced(shown) if choice.space else shown
        if height(shown, choice, footnotes=footnotes) <= HEIGHT:
            return shown, choice
    return _cut(shown, choice, footnotes), choice


def in_pack(briefing: Briefing) -> Briefing:
    """The plan as a paper of a pack, which has room for all of it: each question with what was said of it in one
    paragraph, and a line to write on."""
    shown = condensed(briefing, said=True)
    joined = replace(shown, sections=tuple(map(_joined, shown.sections)), left_out=briefing.left_out)
    return spaced(joined)


def _joined(section: Section) -> Section:
    made: list[Line] = []
    for line in section.lines:
        if made and line.label == wording.WHAT_WAS_SAID:
            made[-1] = replace(made[-1], then=(*made[-1].then, line))
        else:
            made.append(line)
    return replace(section, lines=tuple(made), sections=tuple(map(_joined, section.sections)))


def spaced(briefing: Briefing) -> Briefing:
    """The plan with a line to write on after each question and what goes with it."""
    return replace(briefing, sections=tuple(map(_spaced, briefing.sections)))


def _spaced(section: Section) -> Section:
    made: list[Line] = []
    asked = False
    for line, following in zip_longest(section.lines, section.lines[1:]):
        made.append(line)
        asked = asked or is_question(line)
        if asked and section.numbered and (following is None or is_question(following)):
            made.append(Line(wording.SPACE_TO_WRITE, Voice.FIXED))
    return replace(section, lines=tuple(made), sections=tuple(map(_spaced, section.sections)))


def _cut(briefing: Briefing, choice: Fit, footnotes: bool) -> Briefing:
    """The plan with the last questions left off until it fits."""
    asked = sum(is_question(line) for section in _every(briefing.sections) for line in section.lines)
    for kept in range(asked - 1, 0, -1):
        sections, _ = _first(briefing.sections, kept)
        more = Section("", (Line(wording.more_to_ask(asked - kept), Voice.FIXED),), numbered=False)
        shown = replace(briefing, sections=(*sections, more))
        if height(shown, choice, footnotes=footnotes) <= HEIGHT:
            return shown
    return briefing


def _first(sections: tuple[Section, ...], most: int) -> tuple[tuple[Section, ...], int]:
    """The sections down to so many questions, and how many more there is room for."""
    kept = []
    for section in sections:
        lines = []
        for line in section.lines:
            most -= is_question(line)
            if most >= 0 or line.voice is Voice.OFFICER:
                lines.append(line)
        inner, most = _first(section.sections, most)
        if inner or any(is_question(line) or line.voice is Voice.OFFICER for line in lines):
            kept.append(replace(section, lines=tuple(lines), sections=inner))
    return tuple(kept), most


def condensed(briefing: Briefing, *, said: bool) -> Briefing:
    """The plan without what a reader at the table can do without: states, the list of sources, lines to write on.

    A source does not name the committee that the head of the sheet names.
    """
    wanted = [section for section in briefing.sections if section.heading != wording.SOURCES]
    committee = dict(briefing.header).get(wording.COMMITTEE)
    return replace(briefing, sections=tuple(_condensed(each, said, committee) for each in wanted), left_out={})


def _condensed(section: Section, said: bool, committee: str | None) -> Section:
    kept: list[Line] = []
    for long_line in section.lines:
        line = replace(long_line, citations=tuple(_shorter(c, committee) for c in long_line.citations))
        if line.label == wording.STATUS or line.text == wording.SPACE_TO_WRITE:
            continue
        if line.label != wording.WHAT_WAS_SAID:
            kept.append(replace(line, label="" if line.label == wording.QUESTION else line.label))
        elif said:
            before = kept[-1].citations if kept else ()
            kept.append(replace(line, citations=tuple(c for c in line.citations if c not in before)))
    inner = tuple(_condensed(each, said, committee) for each in section.sections)
    return replace(section, lines=tuple(kept), sections=inner)


def _shorter(citation: Citation, committee: str | None) -> Citation:
    known = committee is not None and citation.committee == committee and citation.date
    return replace(citation, committee=None, file_name="") if known else citation


def is_question(line: Line) -> bool:
    """Whether a line of the sheet is a question, which has a number and room under it; else it goes with one."""
    return line.label != wording.WHAT_WAS_SAID and line.voice not in (Voice.OFFICER, Voice.FIXED)


def is_lead(line: Line) -> bool:
    """Whether it is the line to write on who leads a theme, and for how long."""
    return line.text == wording.LEAD_MEMBER and line.voice is Voice.FIXED


def is_to_write(line: Line) -> bool:
    """Whether it is a line to write on, which bears no number."""
    return is_lead(line) or is_space(line)


def is_space(line: Line) -> bool:
    """Whether it is the line to write an answer on."""
    return line.text == wording.SPACE_TO_WRITE and line.voice is Voice.FIXED


def height(briefing: Briefing, choice: Fit, *, footnotes: bool = False) -> float:
    """About how many points high the sheet is when set so, its footnotes with it."""
    flow = list(paging.blocks(briefing, footnotes=footnotes, points=choice.points))
    high = sum(block.before + block.height + block.after for block in flow)
    notes = sum(block.notes for block in flow)
    spaces = sum(is_space(line) for section in _every(briefing.sections) for line in section.lines)
    return high + (notes + paging.SEPARATOR if notes else 0.0) + spaces * (choice.points * 0.98 - 7)


def _every(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _every(section.sections)
