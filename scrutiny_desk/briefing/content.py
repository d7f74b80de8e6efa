"""What every form of a briefing holds beside its sections, so that Word, text and web pages say the same."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from scrutiny_desk.briefing import citing, marks, wording
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Citation, Line, Section, Table, Voice

TO_A_WITNESS = frozenset({BriefingKind.FOLLOW_UP, BriefingKind.LETTER})
"""The kinds that are sent to a witness: nobody's notes, and none of our own marks but the page's."""


def details(briefing: Briefing) -> list[tuple[str, str]]:
    """The header paragraphs: the briefing's own, then the day it was made, its status and its circulation.

    A question plan has its own alone: it must go on one side, and its running header has the rest. What is sent to a
    witness has the day, and says nothing of drafts and circulation: these are on the head of the page.
    """
    if briefing.kind is BriefingKind.QUESTION_PLAN:
        return [(label, words) for label, words in briefing.header if words]
    known = {label for label, _ in briefing.header}
    made = wording.day(briefing.made_on) if briefing.made_on else ""
    if briefing.kind in TO_A_WITNESS:
        closing = [(wording.DATE, made)]
    else:
        closing = [
            (wording.PREPARED_ON, made),
            (wording.STATUS, wording.DRAFT if briefing.draft else wording.FINAL),
            (wording.CIRCULATION, wording.CIRCULATIONS[briefing.circulation]),
        ]
    return [(label, words) for label, words in (*briefing.header, *(c for c in closing if c[0] not in known)) if words]


def left_out_section(briefing: Briefing) -> tuple[Section, ...]:
    """The closing section that says how many passages are missing and why; none where nothing was left out."""
    lines = tuple(Line(sentence, Voice.FIXED) for sentence in wording.left_out(briefing))
    return (Section(wording.LEFT_OUT, lines),) if lines else ()


def in_order(briefing: Briefing) -> tuple[Section, ...]:
    """The sections as they stand in every form: what was left out comes last, but before the appendix."""
    at = next((n for n, section in enumerate(briefing.sections) if is_appendix(section)), len(briefing.sections))
    return (*briefing.sections[:at], *left_out_section(briefing), *briefing.sections[at:])


def is_pack(briefing: Briefing) -> bool:
    """Whether its sections are papers, each on a page of its own."""
    return any(section.new_page and not is_appendix(section) for section in briefing.sections)


def is_appendix(section: Section) -> bool:
    """Whether it is the appendix of a note, whatever a person calls it."""
    return _names_appendix(section.known_as)


def _names_appendix(key: str) -> bool:
    return key.split(" ")[-1] == wording.APPENDIX  # in a pack the number of its paper goes before it


def run_on(line: Line) -> tuple[Line, ...]:
    """The lines of one paragraph: the line and what follows in it. Where one minute has several in a row, it is named
    once, with every place in it, at the end of the last."""
    if not line.then:
        return (line,)
    lines = (replace(line, then=()), *line.then)
    told: list[Line] = []
    held: tuple[Citation, ...] = ()
    for each, following in zip_longest(lines, lines[1:]):
        held = tuple(dict.fromkeys((*held, *each.citations)))
        goes_on = following is not None and bool(each.citations) and _of_one_minute((*held, *following.citations))
        named_later = goes_on and bool(following.citations)
        told.append(replace(each, citations=() if named_later else held))
        held = held if named_later else ()
    return tuple(told)


def _of_one_minute(citations: Iterable[Citation]) -> bool:
    return len({(one.document_id, one.item_number, one.date) for one in citations}) == 1


class Numbers:
    """The numbers of the tables that have a caption, counted through the briefing, and what points at them."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self._last = self._told = 0
        self._appendices: set[str] = set()
        self._within: dict[str, list[int]] = {}
        for section in sections:
            self._count(section, ())

    def _count(self, section: Section, above: tuple[str, ...]) -> None:
        keys = (*above, section.known_as)
        if is_appendix(section):
            self._appendices.add(section.known_as)
        if section.table is not None and section.table.rows and section.table.caption:
            self._last += 1
            for key in keys:
                self._within.setdefault(key, []).append(self._last)
        for inner in section.sections:
            self._count(inner, keys)

    def next(self, caption: str) -> str:
        """The caption of the next table in reading order, with its number: "Table 2: 3 questions"."""
        self._told += 1
        return f"{wording.TABLE} {self._told}: {caption}"

    def of(self, line: Line) -> tuple[int, ...]:
        """The numbers of the tables a line points at, the first and the last where there are several; none where
        those are not in the briefing."""
        found = self._within.get(line.see, []) if line.see else []
        return (found[0], found[-1]) if len(found) > 1 else tuple(found)

    def spoken(self, line: Line) -> tuple[str, str, str]:
        """The line's words with what it points at: what stands before that, "(see table 2)", and what stands after,
        which is its full stop."""
        words, pointer = marks.spoken(line), self.words(line)
        return (f"{words[:-1]} ", pointer, ".") if pointer and words.endswith(".") else (words, pointer, "")

    def words(self, line: Line) -> str:
        """What it points at, in words: "(see tables 2 to 4)", "(see the appendix)"; nothing where that is not there."""
        found = self.of(line)
        if not found:
            return f"({wording.SEE_APPENDIX})" if line.see in self._appendices else ""
        if len(found) == 1:
            return f"({wording.SEE_TABLE} {found[0]})"
        joined = wording.AND if found[1] == found[0] + 1 else wording.RANGE
        return f"({wording.SEE_TABLES} {found[0]} {joined} {found[1]})"


WIDEST = 4
"""The most columns that 12 point type on a portrait page leaves room for words in."""


def for_page(table: Table, *, footnotes: bool = False) -> Table:
    """The table as it goes on a portrait page: four columns, each row's sources named once.

    The day something is due goes with its status. In a wider table, or where sources are footnotes, the column of
    sources is folded into the first cell, and the column of the day a question was asked into its source, which
    names it.
    """
    table = _due_with_status(table)
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
        shown = row[-1].text or citing.sources(_cited(row))
        rows.append((*(_bare(line) for line in row[:-1]), Line(shown)))
    return replace(table, rows=tuple(rows))


def _due_with_status(table: Table) -> Table:
    """The table with "Answer promised; due 31 October 2025" in one cell; a state that waits for nothing is alone."""
    if wording.DUE not in table.columns or wording.STATUS not in table.columns:
        return table
    due, status = table.columns.index(wording.DUE), table.columns.index(wording.STATUS)
    if not all(row[due].text.strip() for row in table.rows):
        return table
    rows = []
    for row in table.rows:
        cells = list(row)
        cells[status] = replace(row[status], text=wording.status(row[status].text, row[due].text))
        del cells[due]
        rows.append(tuple(cells))
    return replace(table, columns=tuple(c for c in table.columns if c != wording.DUE), rows=tuple(rows))


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
