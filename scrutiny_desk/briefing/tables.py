"""Tables a screen reader can follow: one header row that repeats, no merged, empty or nested cell."""

from collections.abc import Iterable
from dataclasses import replace

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from scrutiny_desk.briefing import columns, wording
from scrutiny_desk.briefing.house import Role
from scrutiny_desk.briefing.ooxml import clean, element, paragraph, run, words_of
from scrutiny_desk.briefing.setting import Setter
from scrutiny_desk.domain.briefing import Line, Table, Voice


def shared_widths(tables: Iterable[Table], setter: Setter, width: int) -> dict[tuple[str, ...], list[int]]:
    """The widths of each set of columns, the same in every table that has them, so that tables line up."""
    texts: dict[tuple[str, ...], list[list[str]]] = {}
    for table in tables:
        held = texts.setdefault(table.columns, [[name] for name in table.columns])
        for row in table.rows:
            for column, line in zip(held, row, strict=True):
                column.append(setter.words(line))
    return {names: columns.column_widths(held, width) for names, held in texts.items()}


def built(table: Table, setter: Setter, widths: list[int]) -> BaseOxmlElement:
    """The table in the house's style; `widths` in twentieths of a point."""
    house = setter.house
    head = [paragraph(house.style(Role.TABLE_HEADING), [run(name)]) for name in table.columns]
    rows = [[_cell(line, setter) for line in row] for row in table.rows]
    grid = element("tblGrid", *(element("gridCol", w=each) for each in widths))
    made = element("tbl", _properties(table, setter, sum(widths)), grid, _row(head, widths, header=True))
    for row in rows:
        tall = max(
            len(words_of(cell)) * columns.LETTER / (width - columns.PADDING)
            for cell, width in zip(row, widths, strict=True)
        )
        made.append(_row(row, widths, whole=tall <= columns.TALL))
    return made


def _properties(table: Table, setter: Setter, width: int) -> BaseOxmlElement:
    made = element(
        "tblPr",
        element("tblStyle", val=setter.house.style(Role.TABLE)),
        element("tblW", w=width, type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
    )
    if table.summary or table.caption:
        made.append(element("tblCaption", val=clean(table.caption or table.summary)))
    if table.summary:
        made.append(element("tblDescription", val=clean(table.summary)))
    return made


def _cell(line: Line, setter: Setter) -> BaseOxmlElement:
    shown = line if line.text.strip() else replace(line, text=wording.NOT_RECORDED, voice=Voice.FIXED)
    return paragraph(setter.house.style(Role.TABLE_TEXT), setter.runs(shown))


def _row(
    cells: list[BaseOxmlElement], widths: list[int], *, header: bool = False, whole: bool = True
) -> BaseOxmlElement:
    made = element("tr")
    flags = [element("cantSplit")] if whole else []
    if header:
        flags.append(element("tblHeader"))  # with no value: validators refuse "true" here
    if flags:
        made.append(element("trPr", *flags))
    for content, width in zip(cells, widths, strict=True):
        made.append(element("tc", element("tcPr", element("tcW", w=width, type="dxa")), content))
    return made


def rows_of(table: BaseOxmlElement) -> list[BaseOxmlElement]:
    """The rows of a table, for who checks it."""
    return table.findall(qn("w:tr"))
