"""The same briefing as plain text: what the command line prints, what goes into an e-mail, what tests compare."""

from collections.abc import Iterator

from scrutiny_desk.briefing import citing, marks, sheet, wording
from scrutiny_desk.briefing.content import Numbers, details, in_order, run_on, with_sources
from scrutiny_desk.domain.briefing import Briefing, Line, Section, Table


def text(briefing: Briefing) -> str:
    """The briefing as text: every word the Word document has, in the same order, ending in a line break."""
    parts = [f"{briefing.title}\n{'=' * len(briefing.title)}"]
    parts.append("\n".join(f"{label}: {words}" for label, words in details(briefing)))
    sections = in_order(briefing)
    numbers, number = Numbers(sections), 0
    for section in sections:
        number += 1 if section.heading else 0
        parts.extend(_Numbered(number, numbers).section(section, depth=1))
    return "\n\n".join(part for part in parts if part) + "\n"


class _Numbered:
    """Numbers the paragraphs of one section 2.1, 2.2 through its inner sections, as Word does."""

    def __init__(self, number: int, numbers: Numbers) -> None:
        self._number = number
        self._numbers = numbers
        self._last = 0

    def section(self, section: Section, depth: int) -> Iterator[str]:
        """The section's heading, paragraphs, table and inner sections, each one part of the text."""
        heading = f"{self._number}. {section.heading}" if depth == 1 else section.heading
        if section.heading:
            yield f"{heading}\n{'-' * len(heading)}"
        for line in section.lines:
            if section.numbered and not (marks.is_comment(line) or sheet.is_to_write(line)):
                self._last += 1
                yield f"{self._number}.{self._last} {line_text(line, self._numbers)}"
            else:
                yield line_text(line, self._numbers)
        if section.table is not None and section.table.rows:
            yield from _table(section.table, self._numbers)
        if section.chart is not None:
            yield section.chart.told
        for inner in section.sections:
            yield from self.section(inner, depth + 1)


def line_text(line: Line, numbers: Numbers | None = None) -> str:
    """One line, and what runs on in its paragraph: its lead-in, its words, its source in brackets."""
    parts: list[str] = []
    for each in run_on(line):
        lead = marks.lead_in(each)
        parts += [f"{lead}:" if lead else "", "".join(numbers.spoken(each)) if numbers else marks.spoken(each)]
        parts.append(citing.bracketed(each.citations))
    return " ".join(part for part in parts if part)


def _table(table: Table, numbers: Numbers) -> Iterator[str]:
    """A table as one block a row, each cell after its column's name: it reads the same in any width."""
    shown = with_sources(table)
    if shown.caption:
        yield numbers.next(shown.caption)
    for row in shown.rows:
        cells = zip(shown.columns, row, strict=True)
        yield "\n".join(f"{name}: {line_text(line) or wording.NOT_RECORDED}" for name, line in cells)
