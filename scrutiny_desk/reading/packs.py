"""An agenda pack, one PDF with agenda, reports, appendices and earlier minutes, into its parts.

Four things tell where a part begins: the file's bookmarks, the stamp "Agenda Item 5" that agenda systems print on the
first page of an item's papers, the pages that the contents list gives ("(Pages 11 - 84)"), and pages that open as a
paper of its own does. Each part keeps the page of the pack's file and the number printed on it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.documents import DocumentKind, ReadDocument
from scrutiny_desk.reading.furniture import STAMP
from scrutiny_desk.reading.limits import USUAL, Limits
from scrutiny_desk.reading.pdf_open import Bookmark, bookmarks_of, open_pdf
from scrutiny_desk.reading.sniff import sniff

FEWEST_PAGES = 6
"""A shorter file is a paper, not a pack."""

OPENING_BLOCKS = 6
"""How many of a page's first blocks may tell that a paper opens there."""

_PAGES = re.compile(r"\(?\bpages?\s+(\d{1,4})\s*(?:[-–—]|to)\s*(\d{1,4})\)?\s*$", re.IGNORECASE)
_APPENDIX = re.compile(r"(?:appendix|annexe?|schedule)\s+[\dA-Z]{1,3}\b.{0,120}|appendices|appendix", re.IGNORECASE)
_MINUTES = re.compile(r"(?:draft |unconfirmed )?(?:minutes|notes)\b(?: of .*)?|.*\bminutes", re.IGNORECASE)
_REPORT = re.compile(r"(?:report (?:of|to|by|from)\b.*|(?:joint |cover |covering )?report)", re.IGNORECASE)
_AGENDA = re.compile(
    r"(?:supplementary )?agenda(?: (?:front ?sheet|and papers|pack))?|notice of meeting", re.IGNORECASE
)
_LABELS = re.compile(
    r"(?:report (?:to|of|by|title|author)|to|from|by|subject|title|date|meeting(?: date)?|committee(?: date)?|author|"
    r"lead officer|portfolio holder|cabinet member|contact(?: officer)?|wards?(?: affected)?|classification)\s*:?",
    re.IGNORECASE,
)
_KINDS = (
    (re.compile(r"^(?:supplementary |public )?agenda\b(?! item)", re.IGNORECASE), DocumentKind.AGENDA),
    (re.compile(r"\b(?:minutes|notes of the meeting)\b", re.IGNORECASE), DocumentKind.MINUTES),
    (re.compile(r"\bquestions?\b.*\b(?:public|members?|councillors?)\b", re.IGNORECASE), DocumentKind.QUESTIONS),
    (re.compile(r"^(?:appendix|annexe?|schedule)\b", re.IGNORECASE), DocumentKind.OTHER),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One paper of a pack: `first` to `last` are pages of the file, the printed ones those the pages bear.

    `kind` is a guess by title and opening; `item` is the number of the agenda item it belongs to, where that is known.
    """

    title: str
    kind: DocumentKind
    first: int
    last: int
    printed_first: str | None = None
    printed_last: str | None = None
    item: str | None = None


def bookmarks(name: str, data: bytes, *, limits: Limits = USUAL) -> tuple[Bookmark, ...]:
    """The outline of a PDF; empty for any other file."""
    if sniff(name, data) != "pdf":
        return ()
    document = open_pdf(name, data, limits)
    try:
        return bookmarks_of(document)
    finally:
        document.close()


def parts(document: ReadDocument, outline: Sequence[Bookmark] = ()) -> tuple[Part, ...]:
    """The parts of a pack, in order, together covering every page; empty where the document is no pack."""
    count = document.pages or 0
    if count < FEWEST_PAGES:
        return ()
    pages = _by_page(document.blocks, count)
    printed = _printed(document.blocks, count)
    listed = _contents(document.blocks, printed, count)
    stamps = {number: match[1] for number, blocks in pages.items() for match in _stamps(blocks)}
    marks = _useful(outline, pages)
    if len(listed) < 2 and len(stamps) < 2 and not marks and len(_openings(pages, 1)) < 2:
        return ()
    titles: dict[int, str] = dict(_openings(pages, 0 if listed or stamps or marks else 1))
    titles |= {number: title for number, (title, _item) in listed.items()}
    items = {number: item for number, (_title, item) in listed.items() if item} | stamps
    titles |= {number: titles.get(number, "") for number in stamps}
    titles |= {mark.page: mark.title for mark in marks}
    titles.setdefault(1, "")
    return _cut_up(titles, items, pages, printed, count)


def cut(document: ReadDocument, part: Part) -> ReadDocument:
    """The part as a document of its own: its blocks numbered anew, their pages those of the pack."""
    inside = [block for block in document.blocks if part.first <= (block.page or 0) <= part.last]
    blocks = tuple(replace(block, order=order) for order, block in enumerate(inside))
    pages = part.last - part.first + 1
    held = {block.page for block in inside}
    return replace(
        document,
        blocks=blocks,
        pages=pages,
        searchable_pages=len(held),
        title=part.title or None,
        attachments=(),
        notices=(),
    )


def _by_page(blocks: Sequence[Block], count: int) -> dict[int, list[Block]]:
    pages: dict[int, list[Block]] = {number: [] for number in range(1, count + 1)}
    for block in blocks:
        if block.page in pages:
            pages[block.page].append(block)
    return pages


def _printed(blocks: Sequence[Block], count: int) -> dict[int, str]:
    """The number each page bears; those of pages without a block that begins on them follow from their neighbours."""
    told = {block.page: block.printed_page for block in blocks if block.page and block.printed_page}
    found = {}
    for number in range(1, count + 1):
        before = found.get(number - 1, "")
        if number in told:
            found[number] = told[number]
        elif before.isdigit() and str(int(before) + 2) == told.get(number + 1, str(int(before) + 2)):
            found[number] = str(int(before) + 1)
    return found


def _contents(blocks: Sequence[Block], printed: dict[int, str], count: int) -> dict[int, tuple[str, str]]:
    """By the page of the file where it begins, the title and number of each item whose pages the agenda gives."""
    places = {text: number for number, text in reversed(printed.items())}
    found: dict[int, tuple[str, str]] = {}
    title, item = "", ""
    for block in blocks:
        if (block.page or 0) > max(10, count // 8):
            break
        match = _PAGES.search(block.text)
        words = block.text[: match.start()].strip(" (\t") if match else block.text
        if block.marker[:1].isdigit():
            title, item = words, block.marker.strip(".() ")
        elif match and words:
            title = words
        if match and match[1] in places and places[match[1]] > (block.page or 0):
            found.setdefault(places[match[1]], (title.replace("\t", " ").strip(), item))
    return found


def _stamps(blocks: list[Block]) -> list[re.Match[str]]:
    return [match for block in blocks[:2] if (match := STAMP.fullmatch(block.text))]


def _useful(outline: Sequence[Bookmark], pages: dict[int, list[Block]]) -> list[Bookmark]:
    """The bookmarks that name papers: the two upper levels, one a page, some of them named as papers of a pack are.

    Bookmarks that are the headings of one report often share a page, and are left alone.
    """
    for depth in (1, 0):
        marks = [mark for mark in outline if mark.level <= depth and mark.page in pages]
        crowded = len(marks) - len({mark.page for mark in marks})
        named = sum(_kind_by_title(mark.title) is not None or mark.title[:1].isdigit() for mark in marks)
        if len(marks) > 1 and crowded <= len(marks) * 0.3 and named >= 2:
            first: dict[int, Bookmark] = {}
            for mark in marks:
                first.setdefault(mark.page, mark)
            return list(first.values())
    return []


def _openings(pages: dict[int, list[Block]], least: int) -> dict[int, str]:
    """By page, the title of the paper that opens there.

    Appendices and minutes tell themselves; a report needs its labels ("To:", "Subject:") as well, which count where
    `least` is above nought, that is, where nothing else tells the parts.
    """
    found: dict[int, str] = {}
    for number, blocks in pages.items():
        head = [block for block in blocks[:OPENING_BLOCKS] if not STAMP.fullmatch(block.text)]
        if not head:
            continue
        bold = [block for block in head[:4] if block.kind is BlockKind.HEADING or block.strong or block.text.isupper()]
        first = head[0]
        labels = sum(bool(_LABELS.fullmatch(block.cells[0])) for block in head if block.cells)
        minutes = next((block for block in bold if _MINUTES.fullmatch(block.text) and not block.marker), None)
        if _APPENDIX.fullmatch(first.text) and (first in bold or len(first.text) < 60) and not first.marker:
            found[number] = _titled(first, head[1:2])
        elif minutes and number > 1:
            found[number] = minutes.text
        elif least and (labels >= 2 or any(_REPORT.fullmatch(block.text) for block in bold)):
            found[number] = _report_title(head, bold)
        elif any(_AGENDA.fullmatch(block.text) for block in bold):
            found[number] = "Agenda"
    return found


def _titled(first: Block, after: list[Block]) -> str:
    """ "Appendix A" with the heading under it, where that stands apart."""
    if len(first.text) < 16 and after and (after[0].kind is BlockKind.HEADING or after[0].strong):
        return f"{first.text}: {after[0].text}"
    return first.text


def _report_title(head: list[Block], bold: list[Block]) -> str:
    for block in head:
        if len(block.cells) > 1 and block.cells[0].lower().strip(" :") in ("subject", "title", "report title"):
            return block.cells[1].replace("\n", " ")
    plain = [block for block in bold if not block.cells]
    return plain[-1].text if plain else head[0].text.replace("\t", " ")


def _cut_up(
    titles: dict[int, str], items: dict[int, str], pages: dict[int, list[Block]], printed: dict[int, str], count: int
) -> tuple[Part, ...]:
    starts = sorted(titles)
    found = []
    item: str | None = None
    for first, after in zip(starts, [*starts[1:], count + 1], strict=True):
        item = items.get(first, item)
        title = titles[first] or _first_words(pages, first, after)
        kind = _kind_by_title(title) or _kind_by_opening(pages, first) or DocumentKind.REPORT
        if first == 1 and not items.get(1) and kind is DocumentKind.REPORT:
            kind = DocumentKind.AGENDA
        found.append(Part(title, kind, first, after - 1, printed.get(first), printed.get(after - 1), item))
    return tuple(found)


def _first_words(pages: dict[int, list[Block]], first: int, after: int) -> str:
    """A title for a part that nothing names: its subject or first heading."""
    for number in range(first, after):
        head = [block for block in pages[number][:OPENING_BLOCKS] if not STAMP.fullmatch(block.text)]
        if head:
            return _report_title(head, [block for block in head if block.kind is BlockKind.HEADING or block.strong])[
                :200
            ]
    return ""


def _kind_by_title(title: str) -> DocumentKind | None:
    return next((kind for pattern, kind in _KINDS if pattern.search(title)), None)


def _kind_by_opening(pages: dict[int, list[Block]], first: int) -> DocumentKind | None:
    for block in pages[first][:OPENING_BLOCKS]:
        if STAMP.fullmatch(block.text):
            continue
        if block.kind is BlockKind.HEADING or block.strong or block.text.isupper():
            kind = DocumentKind.MINUTES if _MINUTES.fullmatch(block.text) else _kind_by_title(block.text)
            if kind:
                return kind
    return None
