"""What every form of a briefing holds beside its sections, so that Word, text and web pages say the same."""

from dataclasses import replace

from scrutiny_desk.briefing import wording
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Citation, Line, Section, Table, Voice


def details(briefing: Briefing) -> list[tuple[str, str]]:
    """The header paragraphs: the briefing's own, then the day it was made, its status and its circulation.

    A question plan has its own alone: it must go on one side, and its running header has the rest.
    """
    if briefing.kind is BriefingKind.QUESTION_PLAN:
        return [(label, words) for label, words in briefing.header if words]
    known = {label for label, _ in briefing.header}
    closing = [
        (wording.PREPARED_ON, wording.day(briefing.made_on) if briefing.made_on else ""),
        (wording.STATUS, wording.DRAFT if briefing.draft else wording.FINAL),
        (wording.CIRCULATION, wording.CIRCULATIONS[briefing.circulation]),
    ]
    return [(label, words) for label, words in (*briefing.header, *(c for c in closing if c[0] not in known)) if words]


def left_out_section(briefing: Briefing) -> tuple[Section, ...]:
    """The closing section that says how many passages are missing and why; none where nothing was left out."""
    lines = tuple(Line(sentence, Voice.FIXED) for sentence in wording.left_out(briefing))
    return (Section(wording.LEFT_OUT, lines),) if lines else ()


WIDEST = 5
"""The most columns that 12 point type on a portrait page leaves room for words in."""


def for_page(table: Table, *, footnotes: bool = False) -> Table:
    """The table as it goes on a portrait page: five columns at most, each row's sources named once.

    In a wider table, or where sources are footnotes, the column of sources is folded into the first cell, and the
    column of the day a question was asked into its source, which names it.
    """
    if wording.SOURCE not in table.columns[-1:]:
        return replace(table, rows=tuple(_named_once(row) for row in table.rows))
    if len(table.columns) <= WIDEST and not footnotes:
        return with_sources(table)
    rows = tuple((replace(row[0], citations=_cited(row)), *(_bare(line) for line in row[1:-1])) for row in table.rows)
    return _without_day(replace(table, columns=table.columns[:-1], rows=rows))


def with_sources(table: Table) -> Table:
    """The table with its column of sources filled; as it is where it has none."""
    if wording.SOURCE not in table.columns[-1:]:
        return replace(table, rows=tuple(_named_once(row) for row in table.rows))
    rows = []
    for row in table.rows:
        shown = row[-1].text or wording.sources(_cited(row))
        rows.append((*(_bare(line) for line in row[:-1]), Line(shown)))
    return replace(table, rows=tuple(rows))


def _without_day(table: Table) -> Table:
    if len(table.columns) <= WIDEST or wording.ASKED_ON not in table.columns:
        return table
    at = table.columns.index(wording.ASKED_ON)
    for row in table.rows:
        if row[at].text != wording.DATE_NOT_KNOWN and not any(citation.date for citation in row[0].citations):
            return table
    rows = tuple(row[:at] + row[at + 1 :] for row in table.rows)
    return replace(table, columns=table.columns[:at] + table.columns[at + 1 :], rows=rows)


def _cited(row: tuple[Line, ...]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citation for line in row for citation in line.citations))


def _named_once(row: tuple[Line, ...]) -> tuple[Line, ...]:
    seen: set[Citation] = set()
    cells = []
    for line in row:
        cells.append(replace(line, citations=tuple(c for c in line.citations if c not in seen)))
        seen.update(line.citations)
    return tuple(cells)


def _bare(line: Line) -> Line:
    return replace(line, citations=())
