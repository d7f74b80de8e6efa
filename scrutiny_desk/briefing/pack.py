"""Several briefings and papers as one document in agenda order: a pack is a briefing whose sections are papers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from scrutiny_desk.briefing import sheet
from scrutiny_desk.briefing.content import details, in_order
from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Line, Section
from scrutiny_desk.domain.documents import Circulation


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a pack: a briefing, or a document of the library by its words and by its own bytes.

    `file_name` names the form of `original`.
    """

    title: str
    briefing: Briefing | None = None
    blocks: tuple[Block, ...] = ()
    original: bytes = b""
    file_name: str = ""


def front(title: str, circulation: Circulation, left_out: dict[str, int], *, made_on: str = "") -> Briefing:
    """The pack before its papers: its title, for whom it is, and what was left out of its documents."""
    return Briefing(BriefingKind.MEETING, title, circulation, left_out=left_out, made_on=made_on)


def joined(front: Briefing, papers: Sequence[Paper]) -> Briefing:
    """The pack as one briefing: a section a paper, each on a new page, its own sections under it."""
    sections = tuple(
        _of_briefing(number, paper, paper.briefing) if paper.briefing else of_document(paper)
        for number, paper in enumerate(papers, 1)
    )
    return replace(front, sections=sections)


def _of_briefing(number: int, paper: Paper, briefing: Briefing) -> Section:
    briefing = sheet.in_pack(briefing) if briefing.kind is BriefingKind.QUESTION_PLAN else briefing
    head = tuple(Line(words, label=label) for label, words in details(briefing))
    about = Section(briefing.title if briefing.title != paper.title else "", head, numbered=False)
    sections = (about, *in_order(briefing))
    return Section(paper.title, sections=tuple(_own(each, number) for each in sections), new_page=True)


def _own(section: Section, number: int) -> Section:
    """The section with the names by which lines point at tables made this paper's own: papers of a pack have the
    same ones."""

    def pointing(line: Line) -> Line:
        return replace(line, see=f"{number} {line.see}") if line.see else line

    return replace(
        section,
        key=f"{number} {section.known_as}",
        new_page=False,
        lines=tuple(map(pointing, section.lines)),
        sections=tuple(_own(inner, number) for inner in section.sections),
    )


def of_document(paper: Paper) -> Section:
    """A document's own words under its own headings, however deep these were, one step below the paper's title."""
    sections: list[Section] = []
    opening: list[Line] = []
    for heading, blocks in groupby(paper.blocks, key=lambda block: block.kind is BlockKind.HEADING):
        if heading:
            sections += [Section(_words(block), numbered=False) for block in blocks if block.text.strip()]
        elif sections:
            sections[-1] = replace(sections[-1], lines=tuple(_lines(blocks)))
        else:
            opening += _lines(blocks)
    return Section(paper.title, tuple(opening), sections=tuple(sections), numbered=False, new_page=True)


def _lines(blocks: Iterator[Block]) -> Iterator[Line]:
    for block in blocks:
        words = _words(block)
        if words:
            yield Line(words)


def _words(block: Block) -> str:
    """The words of a block with the number or bullet it shows; the cells of a row parted, but after a label."""
    cells = [cell for cell in block.cells if cell]
    if not cells:
        return f"{block.marker} {block.text}".strip()
    return (" " if cells[0].endswith(":") else " | ").join(cells)
