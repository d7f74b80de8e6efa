"""What stands in a narrow column beside a page's prose, as who is to act does in minutes: set behind its paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from scrutiny_desk.reading.mending import ends_sentence
from scrutiny_desk.reading.pdf_lines import Line
from scrutiny_desk.reading.woven import part

SHORTEST_PROSE = 40
LONGEST_ASIDE = 40
"""Letters that a line of prose has at the least, and what stands beside it at the most."""


@dataclass(slots=True)
class Row:
    """Cells side by side, each with its lines; a label and its value are the commonest."""

    cells: list[list[Line]] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        return [line for cell in self.cells for line in cell]


def take_asides(lines: list[Line]) -> tuple[list[Line], list[tuple[int, list[Line | Row]]]]:
    """The lines of a page without what stands beside its prose; that, each with the place of the line it stands before.

    Only what stands beside a sentence which goes on in the next line is taken: all else may be a table's.
    """
    if not any(line.segments for line in lines):
        return lines, []
    left: list[Line] = []
    waiting: list[Line] = []
    asides: list[tuple[int, list[Line | Row]]] = []
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else None
        if waiting and not _goes_on(left[-1], line):
            asides.append((len(left), [_named(waiting, lines)]))
            waiting = []
        if after is not None and _stands_beside(line, after) or waiting and _more(waiting[-1], line):
            waiting.append(part(line, line.segments[1]))
            line = part(line, line.segments[0])
        left.append(line)
    if waiting:
        asides.append((len(left), [_named(waiting, lines)]))
    return left, asides


def _stands_beside(line: Line, after: Line) -> bool:
    """Whether the line is one of prose, with a few words far to its right, and its sentence goes on in the next."""
    if len(line.segments) != 2:
        return False
    prose, aside = line.segments
    if len(prose.text) < SHORTEST_PROSE or len(aside.text) > LONGEST_ASIDE or ends_sentence(prose.text):
        return False
    if not any(map(str.isalpha, aside.text)):
        return False
    first = after.segments[0] if after.segments else after
    close = 0 < line.bottom - after.bottom < 1.7 * line.size
    under = abs(after.left - line.left) < 0.6 * line.size and first.right < aside.left
    return close and under and first.text[:1].islower()


def _more(before: Line, line: Line) -> bool:
    """Whether the line has more of the words beside the prose."""
    return len(line.segments) == 2 and abs(line.segments[1].left - before.left) < 0.6 * line.size


def _goes_on(before: Line, line: Line) -> bool:
    """Whether the line is of one paragraph with the line before it."""
    drop = before.bottom - line.bottom
    return 0 < drop < 1.45 * before.size and abs(line.left - before.left) < 0.6 * line.size


def _named(aside: list[Line], lines: Sequence[Line]) -> Line | Row:
    """What stood beside, in a row with what its column is called, where the page says that above it."""
    first = aside[0]
    for line in lines:
        if line.bottom <= first.top or len(line.segments) < 2 or not line.text.strip():
            continue
        name = line.segments[-1]
        if line.bold and abs(name.left - first.left) < 0.6 * line.size and not ends_sentence(name.text):
            return Row([[part(line, name)], aside])
    if len(aside) > 1:
        first.text = " ".join(each.text for each in aside)
    return first
