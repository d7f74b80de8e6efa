"""A briefing as a Word document, in the council's own template or in ours; nothing in it is formatted by hand."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from scrutiny_desk.briefing import contents, marks, opening, paging, pictures, sheet, tables, traces, wording
from scrutiny_desk.briefing.content import Numbers, details, for_page, in_order
from scrutiny_desk.briefing.footnotes import Footnotes
from scrutiny_desk.briefing.furniture import furnish
from scrutiny_desk.briefing.house import OWN_POINTS, House, Role
from scrutiny_desk.briefing.ooxml import element, field, paragraph, run
from scrutiny_desk.briefing.opening import Opened
from scrutiny_desk.briefing.parcel import put, settled
from scrutiny_desk.briefing.setting import Setter, table_mark
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Line, Section, Table
from scrutiny_desk.domain.documents import Circulation

EMU_PER_TWIP = 635
Widths = dict[tuple[str, ...], list[int]]
OWN_TEXT_WIDTH = 9298
BOOKMARKS = 10_000
"""Bookmarks on tables are numbered from here; those on headings, from one."""


def write(
    briefing: Briefing,
    path: Path,
    *,
    template: Path | None = None,
    footnotes: bool = False,
    points: int = OWN_POINTS,
    mapping: Mapping[str, str] | None = None,
) -> None:
    """Write the briefing to `path` as .docx.

    `template` is a .docx or .dotx of the council; its styles, header, footer and logo are kept and its body is
    replaced. `mapping` names its styles by role (`house.Role`) where the user has chosen them. With `footnotes`,
    sources stand in real footnotes, else in square brackets after each line. `points` is the size of the text in our
    own template (12, 14, 16, 18); a question plan chooses its own. The same briefing gives the same bytes.
    `Trouble` where the template cannot be read or the file cannot be written.
    """
    data = document_bytes(briefing, template=template, footnotes=footnotes, points=points, mapping=mapping)
    put(path, data)


def document_bytes(
    briefing: Briefing,
    *,
    template: Path | None = None,
    footnotes: bool = False,
    points: int = OWN_POINTS,
    mapping: Mapping[str, str] | None = None,
) -> bytes:
    """The bytes that `write` writes."""
    plan = None
    if briefing.kind is BriefingKind.QUESTION_PLAN:
        briefing, plan = sheet.fitted(briefing, footnotes=footnotes)
    opened = opening.opened(template, briefing) if template else None
    house = House(opened.document if opened else None, points=plan.points if plan else points, mapping=mapping)
    numbers = Numbers(in_order(briefing))
    setter = Setter(house, Footnotes(house) if footnotes else None, plan=plan, numbers=numbers)
    _fill(briefing, setter, opened)
    furnish(house, briefing)
    return _saved(house, briefing.title)


def bare_bytes(section: Section, points: int = OWN_POINTS) -> bytes:
    """A section by itself as a Word document in our own look, its heading the title, with no marking of ours."""
    house = House(None, points=points)
    setter = Setter(house, None)
    titled = Briefing(BriefingKind.MEETING, section.heading, Circulation.PUBLIC, sections=section.sections)
    opening_lines = [paragraph(house.style(Role.BODY), setter.runs(line)) for line in section.lines]
    blocks = list(_blocks(titled, setter, Opened(house.document, detailed=True)))
    end = house.document.element.body.find(qn("w:sectPr"))
    for block in (blocks[0], *opening_lines, *blocks[1:]):
        end.addprevious(block)
    return _saved(house, section.heading)


def _saved(house: House, title: str) -> bytes:
    traces.take_out(house.document)
    traces.name(house.document, title)
    buffer = io.BytesIO()
    house.document.save(buffer)
    return settled(buffer.getvalue())


def _fill(briefing: Briefing, setter: Setter, opened: Opened | None) -> None:
    """Put the briefing where the template wants it, else at the end of its body."""
    body = setter.house.document.element.body
    blocks = list(_blocks(briefing, setter, opened))
    if opened and opened.place is not None:
        for block in blocks:
            opened.place.addprevious(block)
        opened.place.getparent().remove(opened.place)
        return
    end = body.find(qn("w:sectPr"))
    for block in blocks:
        if end is None:
            body.append(block)
        else:
            end.addprevious(block)
    if body.findall(qn("w:tbl")) and body[-1 if end is None else -2].tag == qn("w:tbl"):
        closing = paragraph(setter.house.style(Role.BODY), [run(wording.END)])  # Word wants one after a last table
        body.append(closing) if end is None else end.addprevious(closing)


def _blocks(briefing: Briefing, setter: Setter, opened: Opened | None) -> Iterator[BaseOxmlElement]:
    house = setter.house
    if not (opened and opened.titled):
        yield paragraph(house.title, [run(briefing.title)])
    for label, words in details(briefing) if not (opened and opened.detailed) else ():
        yield paragraph(house.style(Role.DETAILS), setter.labelled(label, words))
    sections = [_for_page(each, setter) for each in in_order(briefing)]
    widths = tables.shared_widths(_tables(sections), setter, _text_width(house))
    long = contents.wanted(briefing)
    if long:
        pages = paging.of_sections(briefing, footnotes=setter.footnotes is not None)
        yield from contents.listed([section for section in sections if section.heading], house, pages)
    number = 0
    for section in sections:
        heading, *rest = _section(section, setter, widths, depth=1)
        number += 1 if section.heading else 0
        yield contents.marked(heading, number) if long and section.heading else heading
        yield from rest


def _for_page(section: Section, setter: Setter) -> Section:
    """The section with its tables as they go on a page."""
    table = for_page(section.table, footnotes=setter.footnotes is not None) if section.table else None
    return replace(section, table=table, sections=tuple(_for_page(inner, setter) for inner in section.sections))


def _tables(sections: Iterable[Section]) -> Iterator[Table]:
    for section in sections:
        if section.table is not None:
            yield section.table
        yield from _tables(section.sections)


def _section(section: Section, setter: Setter, widths: Widths, depth: int) -> Iterator[BaseOxmlElement]:
    house = setter.house
    if section.heading:
        yield paragraph(house.style(Role.PAPER) if section.new_page else house.heading(depth), [run(section.heading)])
    style = house.numbered_paragraph if section.numbered else house.style(Role.BODY if section.heading else Role.LETTER)
    for line, following in zip_longest(section.lines, section.lines[1:]):
        detail = line.label and not (section.heading or section.numbered or line.citations)
        made = paragraph(house.style(Role.DETAILS) if detail else _style_of(line, style, setter), setter.runs(line))
        leads_in = following is None and (section.table or section.chart)
        of_letter = following is not None and not section.heading and not section.numbered
        yield _kept_with_next(made) if leads_in or of_letter else made
    if section.table is not None and section.table.rows:
        if section.table.caption:
            yield paragraph(house.style(Role.CAPTION), _caption(setter.numbers.next(section.table.caption)))
        yield tables.built(section.table, setter, widths[section.table.columns])
    if section.chart is not None:
        yield pictures.built(section.chart, house, _text_width(house) * EMU_PER_TWIP)
    for inner in section.sections:
        yield from _section(inner, setter, widths, depth + 1)


def _kept_with_next(made: BaseOxmlElement) -> BaseOxmlElement:
    """A paragraph that leads in to a table, on the page of its beginning, or that ends a letter, with its close."""
    made.find(qn("w:pPr")).append(element("keepNext"))
    return made


def _caption(words: str) -> list[BaseOxmlElement]:
    """A caption whose number Word counts, in a bookmark for cross-references to point at."""
    label, number, rest = re.split(r"(\d+)", words, maxsplit=1)
    name = {"id": BOOKMARKS + int(number), "name": table_mark(int(number))}
    start, end = element("bookmarkStart", **name), element("bookmarkEnd", id=name["id"])
    return [run(label), start, field(f"SEQ {label.strip()} \\* ARABIC", number), end, run(rest)]


def _style_of(line: Line, usual: str, setter: Setter) -> str:
    if marks.is_comment(line):
        return setter.house.style(Role.COMMENT)
    if sheet.is_lead(line):
        return setter.house.style(Role.LEAD)
    if sheet.is_space(line):
        return setter.house.style(Role.ANSWER_SPACE)
    return setter.house.style(Role.CONTINUED) if setter.is_sheet and line.label == wording.WHAT_WAS_SAID else usual


def _text_width(house: House) -> int:
    """The width between the margins, in twentieths of a point; that of our own A4 page where a house says nothing."""
    section = house.document.sections[-1]
    if not section.page_width or section.left_margin is None or section.right_margin is None:
        return OWN_TEXT_WIDTH
    return (section.page_width - section.left_margin - section.right_margin) // EMU_PER_TWIP
