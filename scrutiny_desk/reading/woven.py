"""Columns of prose that the file holds row by row, as some printers write them: taken apart into one after the other.

Also the right edge of each column, by which a line of it is known to be full.
"""

from collections import defaultdict
from collections.abc import Sequence

from scrutiny_desk.reading.pdf_lines import Line, Segment

FEWEST_ROWS = 6
"""So many rows of prose side by side are columns; fewer may be a table's."""

FEWEST_LINES = 8
"""So many lines that begin at one place have an edge of their own."""

PROSE = 0.4
"""The share of its lines that begin in lower case, from which on a column is prose and no list or table."""

SLIP = 0.6
"""How far, in sizes of type, a line may stand from where its column begins."""


def unweave(lines: list[Line]) -> list[Line]:
    """The lines of a page; where rows of columns follow one another, those of the first column before the next's."""
    if not any(line.segments for line in lines):
        return lines
    done: list[Line] = []
    place = 0
    while place < len(lines):
        end = _end_of_run(lines, place)
        columns = _columns(lines[place:end]) if end - place >= FEWEST_ROWS else []
        if columns and all(len(column) >= FEWEST_ROWS // 2 and is_prose(column) for column in columns):
            done += [line for column in columns for line in column]
        else:
            end = max(end, place + 1)
            done += lines[place:end]
        place = end
    return done


def is_prose(lines: Sequence[Line]) -> bool:
    """Whether these lines are prose, most of which begin within a sentence."""
    return sum(line.text[:1].islower() for line in lines) >= PROSE * len(lines)


def edges(lines: Sequence[Line]) -> dict[int, float]:
    """By the place where they begin, to the point: how far the lines of each column of prose reach."""
    found: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        found[round(line.left)].append(line)
    return {
        left: max(line.right for line in column)
        for left, column in found.items()
        if len(column) >= FEWEST_LINES and is_prose(column)
    }


def _end_of_run(lines: list[Line], start: int) -> int:
    """The place after the last row that has the columns of the line at `start`; `start` where that has none."""
    starts = [segment.left for segment in lines[start].segments]
    end, last = start, start
    while starts and end < len(lines):
        line = lines[end]
        drop = lines[end - 1].bottom - line.bottom if end > start else line.height
        if not 0 < drop < 2.5 * line.height or _column_of(line, starts) is None:
            break
        end += 1
        if line.segments:
            last = end
        elif drop > 1.35 * line.height:
            break
    return last


def _column_of(line: Line, starts: list[float]) -> int | None:
    """The column in which the line begins; None where it does not fit the columns."""
    slack = SLIP * line.size
    if line.segments:
        same = len(line.segments) == len(starts)
        return 0 if same and all(abs(s.left - x) < slack for s, x in zip(line.segments, starts, strict=True)) else None
    for number, left in enumerate(starts):
        after = starts[number + 1] if number + 1 < len(starts) else float("inf")
        if abs(line.left - left) < slack and line.right < after:
            return number
    return None


def _columns(rows: list[Line]) -> list[list[Line]]:
    starts = [segment.left for segment in rows[0].segments]
    columns: list[list[Line]] = [[] for _ in starts]
    for line in rows:
        if line.segments:
            for column, segment in zip(columns, line.segments, strict=True):
                column.append(part(line, segment))
        else:
            columns[_column_of(line, starts) or 0].append(line)
    return columns


def part(line: Line, segment: Segment) -> Line:
    """A part of a line as a line of its own."""
    cut = line.cut and segment is line.segments[-1]
    return Line(
        segment.text, line.page, segment.left, segment.right, line.top, line.bottom, line.size, line.bold, cut=cut
    )
