"""On which page each part of a briefing will stand: near enough for a preview, a list of contents and a one-page sheet.

It follows our own template, A4 with its margins; a council's may break pages elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scrutiny_desk.briefing import citing, columns, marks, measure, wording
from scrutiny_desk.briefing.content import Numbers, details, for_page, in_order, run_on
from scrutiny_desk.domain.briefing import Briefing, Line, Section, Table

POINTS = 12
PAGE = 712.0
"""Points between the margins of the page, from top to foot."""
ACROSS = 465.0
"""Points between the margins from side to side."""
INDENT = 35.5
CHART = 260.0
"""About how high a chart stands at the width of the text."""
NATURAL = 1.15
"""The height of a line that is set solid, as a share of the size."""
TWIPS = 20


@dataclass(frozen=True, slots=True)
class Block:
    """One part of the flow: its height and that of the space round it, its notes at the foot, and how it may break.

    `lines` of `line` points each may go over the end of a page; one with none is kept whole. `holds` keeps it with
    the next, `begins` begins a page.
    """

    height: float
    before: float = 0.0
    after: float = 0.0
    notes: float = 0.0
    lines: int = 0
    holds: bool = False
    begins: bool = False


def pages(briefing: Briefing, *, footnotes: bool = False, points: int = POINTS) -> list[int]:
    """The page, from 1, on which each part begins, in reading order: the title, each header paragraph, and of each
    section its heading, its lines, and of a table its caption, its head and each row."""
    return _paged(list(blocks(briefing, footnotes=footnotes, points=points)))


def of_sections(briefing: Briefing, *, footnotes: bool = False, points: int = POINTS) -> list[int]:
    """The page on which each section with a heading begins, the list of contents that goes before them counted in."""
    sections = in_order(briefing)
    headed = [section for section in sections if section.heading]
    flow = list(blocks(briefing, footnotes=footnotes, points=points))
    at = 1 + len(details(briefing))
    listed = [_words(wording.CONTENTS, 15, NATURAL, before=12, after=6, bold=True, holds=True)]
    listed += [_words(f"99. {section.heading}", points, 1.15 * NATURAL, after=3) for section in headed]
    found = _paged([*flow[:at], *listed, *flow[at:]])
    at += len(listed)
    pages = []
    for section in sections:
        if section.heading:
            pages.append(found[at])
        at += _parts(section)
    return pages


def _parts(section: Section) -> int:
    table = section.table if section.table is not None and section.table.rows else None
    rows = (1 if table.caption else 0) + 1 + len(table.rows) if table else 0
    own = (1 if section.heading else 0) + len(section.lines) + rows + (section.chart is not None)
    return own + sum(_parts(inner) for inner in section.sections)


def blocks(briefing: Briefing, *, footnotes: bool = False, points: int = POINTS) -> Iterator[Block]:
    """The parts, as high as they will be; of the space after one and before the next the larger stands between."""
    after = 0.0
    for block in _blocks(briefing, footnotes, points):
        yield replace(block, before=max(block.before - after, 0.0))
        after = block.after


def _blocks(briefing: Briefing, footnotes: bool, points: int) -> Iterator[Block]:
    larger = points - POINTS
    yield _words(briefing.title, 20 + larger, NATURAL, after=8, bold=True, holds=True)
    for label, words in details(briefing):
        yield _words(f"{label}: {words}", points, 1.15 * NATURAL, after=2)
    sections = in_order(briefing)
    flow = _Flow(Numbers(sections), footnotes, points)
    flow.measure(sections)
    for section in sections:
        yield from flow.section(section, 1)


def height(line: Line, *, points: int = POINTS) -> float:
    """About how high a numbered paragraph stands, the space after it counted in."""
    block = _Flow(Numbers(()), False, points).paragraph(line, ACROSS - INDENT)
    return block.height + block.after


class _Flow:
    def __init__(self, numbers: Numbers, footnotes: bool, points: int) -> None:
        self._numbers = numbers
        self._footnotes = footnotes
        self._points = points
        self._widths: dict[tuple[str, ...], list[int]] = {}

    def measure(self, sections: Sequence[Section]) -> None:
        """Take the widths of the columns, the same in every table that has them."""
        texts: dict[tuple[str, ...], list[list[str]]] = {}
        for table in _tables(sections):
            shown = for_page(table, footnotes=self._footnotes)
            held = texts.setdefault(shown.columns, [[name] for name in shown.columns])
            for row in shown.rows:
                for column, line in zip(held, row, strict=True):
                    column.append(self._said(line))
        self._widths = {names: columns.column_widths(held, int(ACROSS * TWIPS)) for names, held in texts.items()}

    def section(self, section: Section, depth: int) -> Iterator[Block]:
        """The parts of a section in reading order."""
        if section.heading:
            size, before, after = ((15, 16, 6), (13, 12, 5), (12, 10, 4))[min(depth, 3) - 1]
            size += self._points - POINTS
            made = _words(section.heading, size, NATURAL, before=before, after=after, bold=True, holds=True)
            yield replace(made, begins=section.new_page)
        for line in section.lines:
            indent = INDENT if section.numbered and not marks.is_comment(line) else 0
            yield self.paragraph(line, ACROSS - indent)
        if section.table is not None and section.table.rows:
            yield from self._table(for_page(section.table, footnotes=self._footnotes))
        if section.chart is not None:
            yield Block(CHART, after=7)
        for inner in section.sections:
            yield from self.section(inner, depth + 1)

    def paragraph(self, line: Line, across: float) -> Block:
        """A paragraph set so wide, with its footnotes."""
        count = measure.lines(self._said(line), self._points, across)
        high = self._points * NATURAL * 1.15
        return Block(count * high, 0, 7, self._notes(line), count)

    def _table(self, table: Table) -> Iterator[Block]:
        if table.caption:
            yield _words(f"{wording.TABLE} 9: {table.caption}", self._points, NATURAL, before=6, after=4, holds=True)
        widths = [width / TWIPS - 8.5 for width in self._widths[table.columns]]
        names = zip(table.columns, widths, strict=True)
        yield self._row(max(measure.lines(name, self._points, width, bold=True) for name, width in names), holds=True)
        for row in table.rows:
            cells = zip(row, widths, strict=True)
            count = max(measure.lines(self._said(line), self._points, width) for line, width in cells)
            yield self._row(count, sum(self._notes(line) for line in row))

    def _row(self, count: int, notes: float = 0.0, *, holds: bool = False) -> Block:
        high = self._points * NATURAL * 1.05
        return Block(count * high + 11, notes=notes, lines=count if count > columns.TALL else 0, holds=holds)

    def _said(self, line: Line) -> str:
        parts = []
        for each in run_on(line):
            parts += [marks.lead_in(each), "".join(self._numbers.spoken(each))]
            parts.append("" if self._footnotes else citing.bracketed(each.citations))
        return " ".join(filter(None, parts))

    def _notes(self, line: Line) -> float:
        """The height of the line's footnotes."""
        if not self._footnotes:
            return 0.0
        cited = [each.citations for each in run_on(line) if each.citations]
        count = sum(measure.lines(f"99 {citing.sources(citations)}.", POINTS, ACROSS) for citations in cited)
        return count * POINTS * NATURAL + 2 * len(cited)


def _tables(sections: Sequence[Section]) -> Iterator[Table]:
    for section in sections:
        if section.table is not None and section.table.rows:
            yield section.table
        yield from _tables(section.sections)


def _words(
    words: str,
    points: float,
    leading: float,
    *,
    before: float = 0.0,
    after: float = 0.0,
    bold: bool = False,
    holds: bool = False,
) -> Block:
    count = measure.lines(words, points, ACROSS, bold=bold)
    return Block(count * points * leading, before, after, holds=holds)


SEPARATOR = 12.0
"""The line over the footnotes of a page, and the space round it."""
FEWEST = 2
"""Lines of a paragraph that never stand alone at the foot or the head of a page."""


def _paged(flow: list[Block]) -> list[int]:
    page, used, noted, found = 1, 0.0, 0.0, []
    for at, block in enumerate(flow):
        if block.begins and used:
            page, used, noted = page + 1, 0.0, 0.0
        chain = _chain(flow, at)
        over = _free(used, noted, chain) < 0
        fits = _lines_that_fit(block, used, noted) if over and not block.holds else 0
        if over and used and fits < FEWEST:
            page, used, noted = page + 1, 0.0, 0.0
            fits = _lines_that_fit(block, used, noted) if _free(0.0, 0.0, [block]) < 0 else 0
        found.append(page)
        if fits >= FEWEST and block.lines:
            left = block.height * (block.lines - fits) / block.lines
            while left > PAGE:
                page, left = page + 1, left - PAGE
            page, used, noted = page + 1, left + block.after, block.notes
            continue
        used += (block.before if used else 0.0) + block.height + block.after
        noted += block.notes
    return found


def _chain(flow: list[Block], at: int) -> list[Block]:
    """The part and all it must stand on one page with."""
    end = at
    while flow[end].holds and end + 1 < len(flow):
        end += 1
    last = flow[end]
    if last.lines > FEWEST and end > at:
        last = replace(last, height=last.height * FEWEST / last.lines)
    return [*flow[at:end], last]


def _free(used: float, noted: float, chain: list[Block]) -> float:
    """What is left of the page after these, their last space not counted."""
    notes = noted + sum(block.notes for block in chain)
    high = sum(block.before + block.height + block.after for block in chain)
    high -= chain[-1].after + (0.0 if used else chain[0].before)
    return PAGE - used - high - (notes + SEPARATOR if notes else 0.0)


def _lines_that_fit(block: Block, used: float, noted: float) -> int:
    """How many lines of a part that may break stand on this page, leaving enough for the next; 0 where too few."""
    if not block.lines:
        return 0
    notes = noted + block.notes
    room = PAGE - used - block.before - (notes + SEPARATOR if notes else 0.0)
    fits = min(int(room / (block.height / block.lines)), block.lines - FEWEST)
    return fits if fits >= FEWEST else 0
