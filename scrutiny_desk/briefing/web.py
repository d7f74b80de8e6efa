"""The same briefing as a web page, for a council's website and for the preview in the window."""

from collections.abc import Iterator
from html import escape

from scrutiny_desk.briefing import citing, languages, marks, paging, pictures, sheet, wording
from scrutiny_desk.briefing.content import Numbers, details, for_page, in_order, run_on
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Line, Section, Table

LOOK = """
body { font-family: Arial, sans-serif; font-size: 12pt; line-height: 1.4; color: #1b2429; }
main { max-width: 42em; margin: 2em; }
h1 { font-size: 20pt; } h2 { font-size: 15pt; margin-top: 1.4em; } h3 { font-size: 13pt; }
.details p { margin: 0.2em 0; } .source { color: #44525a; }
.notes { border-top: 1px solid #44525a; margin-top: 1em; } .notes p { margin: 0.2em 0; } sup { line-height: 1; }
.comment { border-left: 3px solid #9aa5ab; padding-left: 0.8em; }
table { border-collapse: collapse; } caption { text-align: left; font-weight: bold; padding: 0.4em 0; }
th { background: #e6eef0; } th, td { text-align: left; vertical-align: top; padding: 0.4em 0.6em; }
tr { border-top: 1px solid #9aa5ab; border-bottom: 1px solid #9aa5ab; }
@media print { main { margin: 0; max-width: none; } thead { display: table-header-group; } tr { break-inside: avoid; } }
"""


def page(briefing: Briefing, *, footnotes: bool = False) -> str:
    """The briefing as one whole HTML page that needs nothing beside it: headings, numbers, tables, sources; with
    `footnotes` these stand at its end, each with a link to it and back."""
    shown = body(briefing, footnotes=footnotes)
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(briefing.title)}</title>\n"
        f"<style>{LOOK}</style>\n</head>\n<body>\n<main>\n{shown}\n</main>\n</body>\n</html>\n"
    )


def body(briefing: Briefing, *, paged: bool = False, footnotes: bool = False) -> str:
    """What stands on the page, for who brings a look of their own: h1 to h4, p, table; the classes are `details`,
    `source`, `notes` and `comment`. A question plan stands as its sheet will.

    With `footnotes`, sources are numbered and stand at the foot. With `paged`, a p of class `page` stands where a page
    of print will begin, near enough, under the footnotes of the page before.
    """
    points = paging.POINTS
    if briefing.kind is BriefingKind.QUESTION_PLAN:
        briefing, plan = sheet.fitted(briefing, footnotes=footnotes)
        points = plan.points
    notes = _Notes(linked=not paged) if footnotes else None
    breaks = _Breaks(paging.pages(briefing, footnotes=footnotes, points=points) if paged else [], notes)
    parts = [f"{breaks.next()}<h1>{escape(briefing.title)}</h1>", '<div class="details">']
    for label, words in details(briefing):
        parts.append(f"{breaks.next()}<p><strong>{escape(label)}:</strong> {escape(words)}</p>")
    parts.append("</div>")
    sections = in_order(briefing)
    numbers, number = Numbers(sections), 0
    for section in sections:
        number += 1 if section.heading else 0
        parts.extend(_Numbered(number, numbers, breaks, notes).section(section, depth=1))
    return "\n".join([*parts, *([foot] if notes and (foot := notes.foot()) else [])])


class _Notes:
    """The footnotes, numbered as Word will number them; those since the last foot wait for the next."""

    def __init__(self, *, linked: bool) -> None:
        self._linked = linked
        self._last = 0
        self._waiting: list[str] = []

    def mark(self, words: str) -> str:
        """The mark of a new footnote, which says this."""
        self._last += 1
        number, said = self._last, f"{escape(words)}."
        if not self._linked:
            self._waiting.append(f"<p>{number} {said}</p>")
            return f"<sup>{number}</sup>"
        self._waiting.append(f'<p id="note-{number}"><a href="#mark-{number}">{number}</a> {said}</p>')
        return f'<sup id="mark-{number}"><a href="#note-{number}">{number}</a></sup>'

    def foot(self) -> str:
        """What stands at the foot of the page that ends here; nothing where it has no footnote."""
        held, self._waiting = self._waiting, []
        return "\n".join(['<div class="notes">', *held, "</div>"]) if held else ""


class _Breaks:
    """Where the pages of print begin, asked for part by part in reading order."""

    def __init__(self, pages: list[int], notes: _Notes | None = None) -> None:
        self._pages = iter(pages)
        self._notes = notes
        self._last = 1

    def next(self) -> str:
        """What stands before the next part: the number of the page it begins; mostly nothing."""
        page = next(self._pages, self._last)
        if page == self._last:
            return ""
        self._last = page
        foot = self._notes.foot() if self._notes else ""
        return f'{foot}<p class="page">{wording.PAGE.capitalize()} {page}</p>\n'


class _Numbered:
    """Numbers the paragraphs of one section 2.1, 2.2 through its inner sections, as Word does."""

    def __init__(self, number: int, numbers: Numbers, breaks: _Breaks, notes: _Notes | None) -> None:
        self._number = number
        self._numbers = numbers
        self._breaks = breaks
        self._notes = notes
        self._last = 0

    def section(self, section: Section, depth: int) -> Iterator[str]:
        """The section's heading, paragraphs, table and inner sections, each one part of the page."""
        heading = f"{self._number}. {section.heading}" if depth == 1 else section.heading
        level = min(depth + 1, 6)
        if section.heading:
            yield f"{self._breaks.next()}<h{level}>{escape(heading)}</h{level}>"
        for line in section.lines:
            begins = self._breaks.next()
            if marks.is_comment(line):
                yield f'{begins}<p class="comment">{self._line(line)}</p>'
            elif section.numbered and not sheet.is_to_write(line):
                self._last += 1
                yield f"{begins}<p>{self._number}.{self._last} {self._line(line)}</p>"
            else:
                yield f"{begins}<p>{self._line(line)}</p>"
        if section.table is not None and section.table.rows:
            yield self._table(section.table)
        if section.chart is not None:
            yield f"{self._breaks.next()}{pictures.html(section.chart)}"
        for inner in section.sections:
            yield from self.section(inner, depth + 1)

    def _table(self, table: Table) -> str:
        """The table, its head again where a page of print begins in it."""
        shown = for_page(table, footnotes=self._notes is not None)
        begins = self._breaks.next() if shown.caption else ""
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in shown.columns)
        head = f"<thead><tr>{head}</tr></thead>\n<tbody>\n"
        begins += self._breaks.next()
        rows = []
        for line in shown.rows:
            begun = self._breaks.next()
            cells = "".join(f"<td>{self._line(cell) or wording.NOT_RECORDED}</td>" for cell in line)
            again = f"</tbody>\n</table>\n{begun}<table>\n{head}" if begun else ""
            rows.append(f"{again}<tr>{cells}</tr>")
        caption = f"<caption>{escape(self._numbers.next(shown.caption))}</caption>\n" if shown.caption else ""
        joined = "\n".join(rows)
        return f"{begins}<table>\n{caption}{head}{joined}\n</tbody>\n</table>"

    def _line(self, line: Line) -> str:
        """One line, and what runs on in its paragraph: its lead-in in bold, its words, its source."""
        return " ".join(self._part(each) for each in run_on(line))

    def _part(self, line: Line) -> str:
        lead = marks.lead_in(line)
        words = escape("".join(self._numbers.spoken(line)))
        language = languages.of(line)
        if language != languages.ENGLISH:
            words = f'<span lang="{escape(language)}">{words}</span>'
        if line.citations and self._notes:
            words += self._notes.mark(citing.sources(line.citations))
        source = "" if self._notes else citing.bracketed(line.citations)
        parts = [f"<strong>{escape(lead)}:</strong>" if lead else "", words]
        parts.append(f'<span class="source">{escape(source)}</span>' if source else "")
        return " ".join(part for part in parts if part)
