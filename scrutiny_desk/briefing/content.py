"""What every form of a briefing holds beside its sections, so that Word, text and web pages say the same."""

from dataclasses import replace

from scrutiny_desk.briefing import wording
from scrutiny_desk.domain.briefing import Briefing, Citation, Line, Section, Table, Voice


def details(briefing: Briefing) -> list[tuple[str, str]]:
    """The header paragraphs: the briefing's own, then the day it was made, its status and its circulation."""
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


def sourced(table: Table, *, in_column: bool) -> Table:
    """The table with the sources of each row where they are to stand: in its last column, or on its cells.

    On the cells, a source that the row has named is not named again.
    """
    if not table.columns or table.columns[-1] != wording.SOURCE:
        return replace(table, rows=tuple(_named_once(row) for row in table.rows))
    rows = []
    for row in table.rows:
        cited = tuple(citation for line in row for citation in line.citations)
        if not in_column:
            cells = row[:-1]
            rows.append((replace(cells[0], citations=tuple(dict.fromkeys(cited))), *(_bare(c) for c in cells[1:])))
        else:
            shown = row[-1].text or wording.sources(cited)
            rows.append((*(_bare(line) for line in row[:-1]), Line(shown)))
    return replace(table, columns=table.columns if in_column else table.columns[:-1], rows=tuple(rows))


def _named_once(row: tuple[Line, ...]) -> tuple[Line, ...]:
    seen: set[Citation] = set()
    cells = []
    for line in row:
        cells.append(replace(line, citations=tuple(c for c in line.citations if c not in seen)))
        seen.update(line.citations)
    return tuple(cells)


def _bare(line: Line) -> Line:
    return replace(line, citations=())
