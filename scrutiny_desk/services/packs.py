"""A pack taken in as its papers: the pack itself with its agenda, and under it each report, appendix and minutes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from scrutiny_desk.domain.documents import DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import Findings
from scrutiny_desk.domain.meetings import Meeting

if TYPE_CHECKING:
    from scrutiny_desk.reading.packs import Part

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


@dataclass(frozen=True, slots=True)
class Begun:
    """A paper as the library has it before its file is read anew: its pages of the file, its kind, whether a person
    has said that kind, and its title."""

    first: int
    last: int
    kind: DocumentKind
    is_said: bool = False
    title: str | None = None


Recognise = Callable[[ReadDocument, int], Findings]
"""What is found in a paper that begins on this page of the file."""


def split(
    path: Path, document: ReadDocument, recognise: Recognise, begun: Sequence[Begun] = ()
) -> tuple[ReadDocument, tuple[Paper, ...]]:
    """The front of a pack as the document, and the papers behind it; the document itself where it is no pack.

    Where a person has said where its papers begin, `begun` is that, and they begin nowhere else.
    """
    found = _parts(path, document)
    if begun:
        found = _as_begun(begun, found, document)
    if len(found) < 2:
        return document, ()
    from scrutiny_desk.reading.packs import cut

    front = replace(cut(document, found[0]), pages=document.pages, searchable_pages=document.searchable_pages)
    front = replace(front, title=document.title, attachments=document.attachments, notices=document.notices)
    papers = []
    for number, part in enumerate(found[1:], 2):
        name = f"{document.file_name}, part {number}"
        inside = replace(cut(document, part), file_name=name)
        if not inside.blocks:
            continue
        findings = recognise(inside, part.first)
        if findings.kind is DocumentKind.OTHER:
            findings = replace(findings, kind=part.kind)
        findings = replace(findings, title=part.title or findings.title)
        papers.append(Paper(name, f"{part.first}-{part.last}", part.item, inside, findings))
    return front, tuple(papers)


def is_by_hand(path: Path, document: ReadDocument, begun: Sequence[Begun]) -> bool:
    """Whether the papers begin elsewhere than where the program lets those of this reading of the file begin."""
    held = {block.page for block in document.blocks}
    own = [part.first for part in _parts(path, document)[1:] if held & {*range(part.first, part.last + 1)}]
    return [paper.first for paper in begun[1:]] != own


def _parts(path: Path, document: ReadDocument) -> "tuple[Part, ...]":
    """The parts of a pack by its bookmarks, contents and openings; none where the document is no pack."""
    if document.format != "pdf" or (document.pages or 0) < FEWEST_PAGES:
        return ()
    from scrutiny_desk.reading.packs import bookmarks, parts

    found = parts(document, bookmarks(path.name, path.read_bytes()))
    return found if len(found) >= FEWEST_PARTS and found[0].kind is DocumentKind.AGENDA else ()


def _as_begun(begun: Sequence[Begun], found: "Sequence[Part]", document: ReadDocument) -> "tuple[Part, ...]":
    """The parts as a person let them begin; pages that no paper had, since they had no words, as the program says."""
    from scrutiny_desk.reading.packs import Part

    own = {part.first: part for part in found}
    parts: list[Part] = []
    for paper, after in zip(begun, [*(paper.first for paper in begun[1:]), (document.pages or 0) + 1], strict=True):
        known = own.get(paper.first) or Part("", paper.kind, paper.first, paper.last)
        parts.append(replace(known, title=paper.title or known.title, kind=paper.kind, last=paper.last))
        gap = [first for first in sorted(own) if paper.last + 1 < first < after]
        starts = [first for first in (paper.last + 1, *gap, after) if first <= after]
        for first, end in pairwise(starts):
            part = own.get(first) or Part("", DocumentKind.REPORT, first, end - 1)
            parts.append(replace(part, last=end - 1))
    return tuple(parts)


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
