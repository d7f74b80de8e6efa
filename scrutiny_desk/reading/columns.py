"""Reading order of a page: fragments of one line put together, rows of cells, columns one after the other."""

from scrutiny_desk.reading.asides import Row, take_asides
from scrutiny_desk.reading.markers import is_marker
from scrutiny_desk.reading.mending import ends_sentence
from scrutiny_desk.reading.pdf_lines import Line
from scrutiny_desk.reading.woven import part, unweave

LONG_COLUMN = 8
"""Two neighbouring runs of at least this many lines are columns of text; shorter ones are cells of a row."""


def arrange(lines: list[Line], edge: float) -> list[Line | Row]:
    """Lines and rows of one page in reading order; `edge` is the document's right edge, in points."""
    _tell_labels(lines)
    parts: list[Line | Row] = []
    begun = 0
    lines, asides = take_asides(unweave(_mend(lines)))
    for place, rows in asides:
        parts += [*_rows(lines[begun:place], edge), *rows]
        begun = place
    return parts + _rows(lines[begun:], edge)


def typed(lines: list[Line]) -> list[Line | Row]:
    """Lines of a page set in a typewriter's type: as they stand, a tab for each wide gap."""
    for line in lines:
        if line.segments:
            line.text = "\t".join(segment.text for segment in line.segments)
    return list(lines)


def _tell_labels(lines: list[Line]) -> None:
    """Part a label from its value where the value starts at a stop at which others on the page do."""
    stops = {round(line.segments[1].left) for line in lines if line.segments}
    for line in lines:
        if line.label and stops and any(round(line.label[1].left) + slip in stops for slip in (-1, 0, 1)):
            line.segments, line.label = line.label, []


def _mend(lines: list[Line]) -> list[Line]:
    """Put fragments of one printed line together: a raised "th", a word in another type."""
    done: list[Line] = []
    for line in lines:
        before = done[-1] if done else None
        if before and not line.apart and not before.segments and not line.segments and _abuts(before, line):
            gap = line.left - before.right
            before.text += ("" if gap < before.size * 0.15 else " ") + line.text
            before.right, before.cut = line.right, line.cut
            before.bold = before.bold and line.bold
        else:
            done.append(line)
    return done


def _abuts(before: Line, line: Line) -> bool:
    if not -0.2 * before.size < line.left - before.right < 0.8 * before.size:
        return False
    overlap = min(before.top, line.top) - max(before.bottom, line.bottom)
    return overlap > 0.5 * min(before.height, line.height)


def _rows(lines: list[Line], edge: float) -> list[Line | Row]:
    done: list[Line | Row] = []
    place = 0
    rises = [n for n in range(1, len(lines)) if not _below(lines[n - 1], lines[n])]
    if not rises and not any(line.segments for line in lines):
        return list(lines)
    while place < len(lines):
        while rises and rises[0] <= place:
            rises.pop(0)
        near = lines[place].segments or (rises and rises[0] - place < 2 * LONG_COLUMN)
        row, end = _row_at(lines, place, edge) if near else (None, place)
        if row is None:
            done.append(lines[place])
            place += 1
        else:
            done.append(row)
            place = end
    return done


def _row_at(lines: list[Line], start: int, edge: float) -> tuple[Row | None, int]:
    """The row that begins with the line at `start`, and the place after it; None where it is an ordinary line."""
    first = lines[start]
    if first.segments:
        return _segmented(lines, start, edge)
    end = start + 1
    while end < len(lines) and end - start < 2 * LONG_COLUMN and _below(lines[end - 1], lines[end]):
        end += 1
    if end >= len(lines) or not _beside(lines[start:end], lines[end]):
        return None, start
    cells = [_from_level(lines[start:end], lines[end])]
    if len(cells[0]) < end - start:
        return None, start
    end = _more_cells(cells, lines, end, first.top)
    if sum(len(cell) >= LONG_COLUMN for cell in cells) > 1:
        return None, start
    return Row(cells), end


def _more_cells(cells: list[list[Line]], lines: list[Line], end: int, top: float) -> int:
    """Give a row the cells that stand beside its last one, from the line at `end` on; the place after them."""
    while end < len(lines) and _beside(cells[-1], lines[end]) and lines[end].bottom < top:
        begin = end
        end += 1
        if lines[begin].segments:
            *side, last = [part(lines[begin], segment) for segment in lines[begin].segments]
            cells.extend([each] for each in side)
            lines[begin] = last
        while end < len(lines) and _below(lines[end - 1], lines[end]) and lines[end].left > cells[-1][0].right:
            end += 1
        cells.append(lines[begin:end])
    return end


def _segmented(lines: list[Line], start: int, edge: float) -> tuple[Row, int]:
    """A row told by wide gaps within one line; lines under its last cell belong to that cell."""
    first = lines[start]
    cells = [[part(first, segment)] for segment in first.segments]
    end = start + 1
    while end < len(lines):
        line = lines[end]
        if line.segments or not _below(lines[end - 1], line):
            break
        if _wraps(first, lines[end - 1], line, edge):
            cells[-1].append(line)
            end += 1
            continue
        if abs(line.left - cells[-1][0].left) > first.size * 0.6:
            break
        far = line.left > first.left + 4 * first.size
        if not far and (line.left <= first.left + first.size or lines[end - 1].bottom - line.top > first.height * 0.6):
            break
        if lines[end - 1].bottom - line.top > first.height * 1.4:
            break
        cells[-1].append(line)
        end += 1
    after = _more_cells(more := list(cells), lines, end, first.top)
    beside_text = len(more) == len(cells) + 1 and is_marker(cells[0][0].text)
    return (Row(cells), end) if beside_text else (Row(more), after)


def _wraps(first: Line, before: Line, line: Line, edge: float) -> bool:
    """Whether the line goes on, at the margin, with the value that stands after a tab in the line before."""
    word = (line.right - line.left) / max(len(line.text), 1) * (len(line.text.split(" ", 1)[0]) + 2)
    if len(first.segments) < 2 or not first.segments[-2].text.endswith(":"):
        return False
    full = before.right + word > edge and before.bottom - line.top < 0.6 * line.height
    return full and abs(line.left - first.left) < 2 and not line.label and not ends_sentence(before.text)


def _below(before: Line, line: Line) -> bool:
    return line.top < before.top - 0.4 * before.height


def _beside(cell: list[Line], line: Line) -> bool:
    """Whether the line stands to the right of the cell, level with one of its lines."""
    if not line.left > max(each.right for each in cell):
        return False
    return any(abs(each.bottom - line.bottom) < 0.5 * each.height for each in cell)


def _from_level(cell: list[Line], line: Line) -> list[Line]:
    """The lines of the cell from the one level with the line that stands beside it."""
    level = next(n for n, each in enumerate(cell) if abs(each.bottom - line.bottom) < 0.5 * each.height)
    return cell[level:]
