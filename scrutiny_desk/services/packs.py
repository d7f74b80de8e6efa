"""A pack taken in as its papers: the pack itself with its agenda, and under it each report, appendix and minutes."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from scrutiny_desk.domain.documents import DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import Findings
from scrutiny_desk.domain.meetings import Meeting

FEWEST_PAGES = 10
FEWEST_PARTS = 3
"""A shorter file, or one of fewer parts, is kept whole: better one paper too long than one cut through."""

_MARK = b"scrutiny-desk part of a pack: "
_POINTED = re.compile(re.escape(_MARK) + rb"pages (\d+)-(\d+) of \w+")


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a pack, read and recognised: what it is called, its pages of the pack, the item it belongs to."""

    name: str
    pages: str
    item: str | None
    document: ReadDocument
    findings: Findings


def split(
    path: Path, document: ReadDocument, recognise: Callable[[ReadDocument], Findings]
) -> tuple[ReadDocument, tuple[Paper, ...]]:
    """The front of a pack as the document, and the papers behind it; the document itself where it is no pack."""
    if document.format != "pdf" or (document.pages or 0) < FEWEST_PAGES:
        return document, ()
    from scrutiny_desk.reading.packs import bookmarks, cut, parts

    found = parts(document, bookmarks(path.name, path.read_bytes()))
    if len(found) < FEWEST_PARTS or found[0].kind is not DocumentKind.AGENDA:
        return document, ()
    front = replace(cut(document, found[0]), pages=document.pages, searchable_pages=document.searchable_pages)
    front = replace(front, title=document.title, attachments=document.attachments, notices=document.notices)
    papers = []
    for number, part in enumerate(found[1:], 2):
        name = f"{document.file_name}, part {number}"
        inside = replace(cut(document, part), file_name=name)
        if not inside.blocks:
            continue
        findings = recognise(inside)
        if findings.kind is DocumentKind.OTHER:
            findings = replace(findings, kind=part.kind)
        findings = replace(findings, title=part.title or findings.title)
        papers.append(Paper(name, f"{part.first}-{part.last}", part.item, inside, findings))
    return front, tuple(papers)


def front(findings: Findings) -> Findings:
    """The findings of a pack's front sheets: an agenda, whatever its words look like, in which nothing is asked."""
    return replace(findings, kind=DocumentKind.AGENDA, questions=(), undertakings=(), decisions=(), actions=())


def of_pack_meeting(paper: Paper, meeting: Meeting) -> Findings:
    """The findings of a paper of a pack: of the pack's own meeting, unless it is a record or names one itself."""
    found = paper.findings
    records = (DocumentKind.MINUTES, DocumentKind.TRANSCRIPT)
    if found.kind in records or found.meeting.date or found.meeting.committee:
        return found
    details = {name: getattr(meeting, name) for name in ("body", "committee", "date", "start", "end", "place")}
    return replace(found, meeting=replace(found.meeting, **details))


def pointer(pages: str, sha256: str) -> bytes:
    """What stands for the original of a paper that has no file of its own: its pages of a pack."""
    return _MARK + f"pages {pages} of {sha256}".encode()


def pages_of(data: bytes) -> tuple[int, int] | None:
    """The first and last page of the pack that kept bytes point at; None where they are a file of their own."""
    found = _POINTED.fullmatch(data)
    return (int(found[1]), int(found[2])) if found else None


def is_pointer(data: bytes) -> bool:
    """Whether the kept bytes only point at the pack the paper came in."""
    return data.startswith(_MARK)
