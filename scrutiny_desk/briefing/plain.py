"""The same briefing as plain text: what the command line prints, what goes into an e-mail, what tests compare."""

from collections.abc import Iterator

from scrutiny_desk.briefing import wording
from scrutiny_desk.briefing.content import details, left_out_section, with_sources
from scrutiny_desk.domain.briefing import Briefing, Line, Section, Table


def text(briefing: Briefing) -> str:
    """The briefing as text: every word the Word document has, in the same order, ending in a line break."""
    parts = [f"{briefing.title}\n{'=' * len(briefing.title)}"]
    parts.append("\n".join(f"{label}: {words}" for label, words in details(briefing)))
    for number, section in enumerate((*briefing.sections, *left_out_section(briefing)), 1):
        parts.extend(_Numbered(number).section(section, depth=1))
    return "\n\n".join(part for part in parts if part) + "\n"


class _Numbered:
    """Numbers the paragraphs of one section 2.1, 2.2 through its inner sections, as Word does."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._last = 0

    def section(self, section: Section, depth: int) -> Iterator[str]:
        """The section's heading, paragraphs, table and inner sections, each one part of the text."""
        heading = f"{self._number}. {section.heading}" if depth == 1 else section.heading
        yield f"{heading}\n{'-' * len(heading)}"
        for line in section.lines:
            if section.numbered and not wording.is_comment(line):
                self._last += 1
                yield f"{self._number}.{self._last} {line_text(line)}"
            else:
                yield line_text(line)
        if section.table is not None and section.table.rows:
            yield from _table(section.table)
        for inner in section.sections:
            yield from self.section(inner, depth + 1)


def line_text(line: Line) -> str:
    """One line: its lead-in, its words, its source in brackets."""
    lead = wording.lead_in(line)
    parts = [f"{lead}:" if lead else "", wording.spoken(line), wording.bracketed(line.citations)]
    return " ".join(part for part in parts if part)


def _table(table: Table) -> Iterator[str]:
    """A table as one block a row, each cell after its column's name: it reads the same in any width."""
    shown = with_sources(table)
    if shown.caption:
        yield shown.caption
    for row in shown.rows:
        cells = zip(shown.columns, row, strict=True)
        yield "\n".join(f"{name}: {line_text(line) or wording.NOT_RECORDED}" for name, line in cells)
