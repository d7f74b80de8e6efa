"""The list of contents of a long briefing: one that Word brings up to date, and that reads right before it has."""

from collections.abc import Sequence

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from scrutiny_desk.briefing import citing, wording
from scrutiny_desk.briefing.content import is_pack
from scrutiny_desk.briefing.house import House, Role
from scrutiny_desk.briefing.ooxml import element, paragraph, run
from scrutiny_desk.domain.briefing import Briefing, Section

LONG = 10
"""Pages beyond which guidance on accessible documents asks for a list of contents."""
WORDS_ON_A_PAGE = 330
WORDS_ROUND_A_ROW = 12
"""What a row of a table takes up beside its words, as words: its rules and the ragged ends of its cells."""


def wanted(briefing: Briefing) -> bool:
    """Whether the briefing will run to more than ten pages, or is a pack of papers."""
    if is_pack(briefing):
        return True
    return sum(_words(section) for section in briefing.sections) > LONG * WORDS_ON_A_PAGE


def _words(section: Section) -> int:
    lines = [*section.lines, *(line for row in (section.table.rows if section.table else ()) for line in row)]
    count = sum(len(line.text.split()) + len(citing.sources(line.citations).split()) for line in lines)
    count += WORDS_ROUND_A_ROW * len(section.table.rows) if section.table else 0
    return count + 10 + sum(_words(inner) for inner in section.sections)


def name(number: int) -> str:
    """The name of the bookmark on the heading of this section, as Word names them."""
    return f"_Toc{number:08}"


def marked(heading: BaseOxmlElement, number: int) -> BaseOxmlElement:
    """The heading with a bookmark round its words, for the list to point at."""
    start = element("bookmarkStart", id=number, name=name(number))
    heading.insert(1 if heading.find(qn("w:pPr")) is not None else 0, start)
    heading.append(element("bookmarkEnd", id=number))
    return heading


def listed(sections: Sequence[Section], house: House, pages: Sequence[int]) -> list[BaseOxmlElement]:
    """The list: a field, filled with a link to each section and the page it begins on.

    Each page is a field too, which Word and LibreOffice work out on opening; `pages`, near enough, stand there until
    then.
    """
    style = house.style(Role.CONTENTS_LINE)
    named = enumerate(zip(sections, pages, strict=True), 1)
    lines = [paragraph(style, [_link(number, section, page)]) for number, (section, page) in named]
    level = 1 if house.titled_apart else 2
    instruction = element("instrText")
    instruction.text = f' TOC \\o "{level}-{level}" \\h \\z \\u '
    opening = [_mark("begin", dirty="true"), element("r", instruction), _mark("separate")]
    for mark in reversed(opening):
        lines[0].insert(1, mark)
    lines[-1].append(_mark("end"))
    return [paragraph(house.style(Role.CONTENTS_HEADING), [run(wording.CONTENTS)]), *lines]


def _link(number: int, section: Section, page: int) -> BaseOxmlElement:
    shown = [run(f"{number}. {section.heading}"), element("r", element("tab"))]
    instruction = element("instrText")
    instruction.text = f" PAGEREF {name(number)} \\h "
    instruction.set(qn("xml:space"), "preserve")
    field = [_mark("begin", dirty="true"), element("r", instruction), _mark("separate"), run(str(page)), _mark("end")]
    return element("hyperlink", *shown, *field, anchor=name(number), history=1)


def _mark(kind: str, **more: str) -> BaseOxmlElement:
    return element("r", element("fldChar", fldCharType=kind, **more))
