"""Naming a source as a person cites it; only what is known is named, and nothing is guessed."""

from collections.abc import Iterable
from functools import lru_cache

from scrutiny_desk.briefing import wording
from scrutiny_desk.domain.briefing import Citation
from scrutiny_desk.domain.documents import Document, DocumentKind


def source(citation: Citation) -> str:
    """A source as a person cites it: "Overview and Scrutiny Committee, 12 June 2025, minute 38, p. 4".

    Only what is known is named; the file's name stands in where the committee is not known. The printed page
    follows where it is not the page of the file. Where there are no pages, the paragraph is cited.
    """
    return ", ".join(filter(None, (_occasion(citation), place(citation))))


@lru_cache(maxsize=20_000)
def _occasion(citation: Citation) -> str:
    """The meeting and the minute, without the place in the paper."""
    if citation.noted_at:
        live = f"{wording.LIVE_MEETING} {wording.day(citation.date or '')}, {wording.NOTED_AT} {citation.noted_at}"
        return ", ".join(filter(None, (citation.committee, live)))
    parts = [citation.committee or citation.file_name]
    paper = wording.CITED_PAPERS.get(citation.kind or "")
    if paper:
        parts.append(paper)
    if citation.date:
        parts.append(wording.day(citation.date))
    if citation.item_number:
        parts.append(f"{wording.AGENDA_ITEM if paper else wording.MINUTE} {citation.item_number}")
    return ", ".join(filter(None, parts))


def place(citation: Citation) -> str:
    """The place in the paper: its page, else its paragraph; and that it was read from a scan, where it was."""
    parts = []
    if citation.page is not None:
        parts.append(f"{wording.PAGE_SHORT} {citation.page}{_printed(citation)}")
    elif citation.paragraph is not None:
        parts.append(f"{wording.PARAGRAPH} {citation.paragraph}")
    if citation.read_by_ocr:
        parts.append(wording.FROM_A_SCAN)
    return ", ".join(parts)


def _printed(citation: Citation) -> str:
    if not citation.printed_page or citation.printed_page == str(citation.page):
        return ""
    return f" ({wording.PRINTED_PAGE} {citation.printed_page})"


def sources(citations: Iterable[Citation]) -> str:
    """Several sources in one, each named once, parted by semicolons.

    Where two papers hold one minute, it is named once: "..., minute 38, p. 4 (also paragraph 6 of another copy)".
    The copy with page numbers goes first, since a reader can look it up on paper.
    """
    occasions: dict[str, list[Citation]] = {}
    for citation in citations:
        occasions.setdefault(_occasion(citation), []).append(citation)
    return "; ".join(_one_occasion(held) for held in occasions.values())


def _one_occasion(citations: list[Citation]) -> str:
    held = sorted(dict.fromkeys(citations), key=lambda citation: citation.page is None)
    others = [other for other in held if other.document_id != held[0].document_id]
    places = _places([same for same in held if same.document_id == held[0].document_id])
    named = ", ".join(filter(None, (_occasion(held[0]), places)))
    copies = _places(others)
    return f"{named} ({wording.ALSO} {copies} {wording.ANOTHER_COPY})" if copies else named


def _places(citations: list[Citation]) -> str:
    """The places in one paper, as one phrase: "paragraphs 22 and 23"."""
    held = list(dict.fromkeys(citations))
    if len(held) > 1 and not any(c.read_by_ocr or c.page is not None or c.paragraph is None for c in held):
        return f"{wording.PARAGRAPHS} {wording.listed([str(c.paragraph) for c in held])}"
    if len(held) > 1 and not any(c.read_by_ocr or c.page is None or _printed(c) for c in held):
        pages = list(dict.fromkeys(str(c.page) for c in held))
        return f"{wording.PAGES_SHORT if len(pages) > 1 else wording.PAGE_SHORT} {wording.listed(pages)}"
    return f" {wording.AND} ".join(dict.fromkeys(filter(None, map(place, held))))


def entry(citation: Citation) -> str:
    """A document as the list of sources names it: what it is, whose, of which day, and the name of its file."""
    paper = wording.PAPERS[DocumentKind(citation.kind)] if citation.kind else ""
    named = ", ".join(filter(None, (citation.committee, wording.day(citation.date) if citation.date else "")))
    if not named:
        return citation.file_name
    return f"{', '.join(filter(None, (paper, named)))} ({citation.file_name})"


def paper(document: Document) -> str:
    """What a document is called where papers are listed: "Minutes, Health Panel, 12 June 2025", else its file's name.

    A report is called by its own title, which says more.
    """
    if document.kind is DocumentKind.REPORT and document.title:
        return document.title
    if not document.committee and not document.date:
        return document.file_name
    parts = [wording.PAPERS[document.kind], document.committee, wording.day(document.date) if document.date else None]
    return ", ".join(filter(None, parts))


def bracketed(citations: Iterable[Citation]) -> str:
    """The sources in square brackets, or nothing where there is none."""
    named = sources(citations)
    return f"[{named}]" if named else ""
