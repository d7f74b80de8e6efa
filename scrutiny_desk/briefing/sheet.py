"""The question plan: one side of A4 in large print, with room to write the answers on, if it will go on one side."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from scrutiny_desk.briefing import wording
from scrutiny_desk.briefing.content import details
from scrutiny_desk.domain.briefing import Briefing, Section

WIDTH, HEIGHT = 465, 700
"""Points between the margins of our template, the height less a little for what an estimate gets wrong."""
LETTER = 0.52
"""The width of a letter of Arial, as a share of its size."""
LEADING = 1.33
"""The height of a line of our template, as a share of the size."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How large the sheet is set, and whether each question has a line to write the answer on."""

    points: int
    space: bool


CHOICES = (Fit(18, True), Fit(16, True), Fit(14, True), Fit(16, False), Fit(14, False))
"""From the best down. 14 point is the least that is called large print; below it the sheet runs to a second side."""


def fit(briefing: Briefing) -> Fit:
    """The best of the choices that goes on one side of A4; the last where none does."""
    return next((choice for choice in CHOICES if height(briefing, choice) <= HEIGHT), CHOICES[-1])


def height(briefing: Briefing, choice: Fit) -> float:
    """About how many points high the sheet is when set so."""
    line = choice.points * LEADING
    total = (choice.points + 8) * 1.2 * _lines(briefing.title, choice.points + 8, WIDTH) + 8
    total += sum(line * _lines(f"{label}: {words}", choice.points, WIDTH) + 2 for label, words in details(briefing))
    for section, depth in _sections(briefing.sections, 1):
        total += (choice.points + 3) * 1.2 + (22 if depth == 1 else 17)
        for question in section.lines:
            words = f"{wording.lead_in(question)} {wording.spoken(question)} {wording.bracketed(question.citations)}"
            total += line * _lines(words, choice.points, WIDTH - 28) + 7 + (choice.points * 2.3 if choice.space else 0)
    return total


def _sections(sections: tuple[Section, ...], depth: int) -> Iterator[tuple[Section, int]]:
    for section in sections:
        yield section, depth
        yield from _sections(section.sections, depth + 1)


def _lines(words: str, points: float, width: float) -> int:
    return max(1, ceil(len(words) * points * LETTER / width))
