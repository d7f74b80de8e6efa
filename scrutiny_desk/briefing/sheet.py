"""The question plan: one side of A4 in large print, with room to write the answers on, if it will go on one side."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from scrutiny_desk.briefing import citing, marks, wording
from scrutiny_desk.briefing.content import details
from scrutiny_desk.domain.briefing import Briefing, Citation, Line, Section

WIDTH, HEIGHT = 465, 700
"""Points between the margins of our template, the height less a little for what an estimate gets wrong."""
LETTER = 0.49
"""The width of a letter of Arial, as a share of its size."""
LEADING = 1.32
"""The height of a line of our template, as a share of the size."""


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
"""From the best down. 14 point is the least that is called large print; below it the sheet runs to a second side."""


def fitted(briefing: Briefing) -> tuple[Briefing, Fit]:
    """The plan as it goes on the sheet, and how; the best of the choices on one side, the last where none is."""
    for choice in CHOICES:
        shown = condensed(briefing, said=choice.said)
        if height(shown, choice) <= HEIGHT:
            break
    return shown, choice


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
    return line.label != wording.WHAT_WAS_SAID


def height(briefing: Briefing, choice: Fit) -> float:
    """About how many points high the sheet is when set so."""
    line = choice.points * LEADING
    total = (choice.points + 8) * 1.2 * _lines(briefing.title, choice.points + 8, WIDTH) + 8
    total += sum(line * _lines(f"{label}: {words}", choice.points, WIDTH) + 2 for label, words in details(briefing))
    for section, depth in _sections(briefing.sections, 1):
        total += (choice.points + 3) * 1.2 + (22 if depth == 1 else 17)
        for question in section.lines:
            words = f"{marks.lead_in(question)} {marks.spoken(question)} {citing.bracketed(question.citations)}"
            total += line * _lines(words, choice.points, WIDTH - 28) + 7
            total += choice.points * 2.3 if choice.space and is_question(question) else 0
    return total


def _sections(sections: tuple[Section, ...], depth: int) -> Iterator[tuple[Section, int]]:
    for section in sections:
        yield section, depth
        yield from _sections(section.sections, depth + 1)


def _lines(words: str, points: float, width: float) -> int:
    return max(1, ceil(len(words) * points * LETTER / width))
