"""Running header and footer of a briefing, its title property, and the marking a restricted one bears on each page."""

from docx.oxml.xmlchemy import BaseOxmlElement

from scrutiny_desk.briefing import marks, wording
from scrutiny_desk.briefing.content import is_pack
from scrutiny_desk.briefing.house import House, Role
from scrutiny_desk.briefing.ooxml import field, paragraph, run
from scrutiny_desk.domain.briefing import Briefing
from scrutiny_desk.domain.documents import Circulation

LONGEST = 60
"""Letters of a title that go on one line at the foot of the page, with the page number after them."""


def furnish(house: House, briefing: Briefing) -> None:
    """Fill our own header and footer; a house keeps its own, and only a restricted note adds its marking on top."""
    section = house.document.sections[-1]
    head = section.header._element
    if house.is_own:
        foot = section.footer._element
        _emptied(head).append(paragraph(house.style(Role.HEADER), [run(marks.marking(briefing))]))
        _emptied(foot).append(paragraph(house.style(Role.FOOTER), [run(f"{_short(briefing)}, "), *_page_of_pages()]))
    elif briefing.circulation is Circulation.RESTRICTED:
        for each in house.document.sections:
            kinds = [each.header]
            kinds += [each.first_page_header] if each.different_first_page_header_footer else []
            for header in kinds:
                header._element.insert(0, paragraph(house.style(Role.HEADER), [run(marks.marking(briefing))]))


def _short(briefing: Briefing) -> str:
    """The title for the foot of the page, where one line is enough."""
    if len(briefing.title) <= LONGEST:
        return briefing.title
    return wording.PACK if is_pack(briefing) else wording.TITLES[briefing.kind]


def _emptied(part: BaseOxmlElement) -> BaseOxmlElement:
    for child in list(part):
        part.remove(child)
    return part


def _page_of_pages() -> list[BaseOxmlElement]:
    return [run(f"{wording.PAGE} "), field("PAGE", "1"), run(f" {wording.OF} "), field("NUMPAGES", "1")]
