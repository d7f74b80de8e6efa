"""A briefing as the page it will be: headings, numbered paragraphs, tables, and a source after every line."""

from html import escape

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.words import day, page_words, tr
from scrutiny_desk.domain.briefing import Briefing, Citation, Line, Section, Table, Voice
from scrutiny_desk.domain.documents import Classification


def page(briefing: Briefing) -> str:
    """The briefing as rich text."""
    colours = theme.colours
    parts = [f"<h1 style='font-size:{theme.px(22)}px'>{escape(briefing.title)}</h1>"]
    for name, words in briefing.header:
        parts.append(
            f"<p style='margin:0'><span style='color:{colours.soft}'>{escape(name)}:</span> {escape(words)}</p>"
        )
    counter = [0]
    for section in briefing.sections:
        parts += _section(section, 2, counter)
    return "".join(parts)


def _section(section: Section, depth: int, counter: list[int]) -> list[str]:
    size = {2: 18, 3: 16}.get(depth, 15)
    parts = []
    if section.heading:
        parts.append(f"<h{depth} style='font-size:{theme.px(size)}px'>{escape(section.heading)}</h{depth}>")
    for line in section.lines:
        number = ""
        if section.numbered:
            counter[0] += 1
            number = f"{counter[0]}.&nbsp; "
        parts.append(f"<p style='margin:6px 0'>{number}{_line(line)}</p>")
    if section.table is not None:
        parts += _table(section.table)
    for inner in section.sections:
        parts += _section(inner, depth + 1, counter)
    return parts


def _table(table: Table) -> list[str]:
    colours = theme.colours
    head = "".join(
        f"<th align='left' bgcolor='{colours.accent_ground}' style='color:{colours.ink}'>{escape(name)}</th>"
        for name in table.columns
    )
    rows = "".join("<tr>" + "".join(f"<td>{_line(cell)}</td>" for cell in row) + "</tr>" for row in table.rows)
    caption = f"<p><b>{escape(table.caption)}</b></p>" if table.caption else ""
    return [
        f"{caption}<table border='1' style='border-color:{colours.line}; border-collapse:collapse' cellspacing='0' "
        f"cellpadding='6' width='100%'><tr>{head}</tr>{rows}</table>"
    ]


def _line(line: Line) -> str:
    words = escape(line.text)
    if line.voice is Voice.QUOTATION:
        words = f"“{words}”"
    if line.label:
        words = f"<b>{escape(line.label)}</b> {words}"
    if line.classification in (Classification.EXEMPT, Classification.CONFIDENTIAL):
        words = f"<b>[{escape(line.classification.value)}]</b> {words}"
    sources = "; ".join(filter(None, (_citation(citation) for citation in line.citations)))
    if sources:
        words += f" <span style='color:{theme.colours.soft}; font-size:{theme.px(13)}px'>({escape(sources)})</span>"
    return words


def _citation(citation: Citation) -> str:
    parts = [citation.committee or citation.file_name]
    if citation.date:
        parts.append(day(citation.date))
    if citation.item_number:
        parts.append(f"{tr('minute')} {citation.item_number}")
    if where := page_words(citation.page, citation.printed_page, citation.paragraph):
        parts.append(where)
    return ", ".join(parts)
