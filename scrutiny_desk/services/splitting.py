"""Where the papers of a pack begin, corrected by hand: one joined with that before it, or begun on another page.

The papers concerned are taken in anew, since what was asked in minutes that stood inside a report can only be found
now; what a person has said of their passages keeps its place, word for word.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from scrutiny_desk.domain.blocks import Block
from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.documents import Document, DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import Findings
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import classifying, house_rules, keeping, packs, succeeding
from scrutiny_desk.services.packs import Paper
from scrutiny_desk.store import Database, Library, documents, meetings, moving, withdrawing

Recognise = Callable[[ReadDocument, DocumentKind | None], Findings]
"""What is found in a paper, which a person says is of this kind, if one does."""

_THEIRS = ("kind", "title", "body", "committee", "date")
"""What a person may have set of a paper, and the paper that goes on from it keeps."""


@dataclass(frozen=True, slots=True)
class PackPaper:
    """A paper of a pack; `first` and `last` are pages of the pack's file, counted from 1. `said` is its kind, where a
    person has said that."""

    document: Document
    first: int
    last: int
    said: DocumentKind | None = None


@dataclass(frozen=True, slots=True)
class _Cut:
    """A paper to be: its pages and blocks, which paper's name and words it inherits, and where its blocks were."""

    first: int
    last: int
    read: ReadDocument
    findings: Findings
    heir_of: PackPaper
    was: tuple[tuple[int, int], ...]
    is_front: bool


def papers(library: Library, document_id: int) -> tuple[PackPaper, ...]:
    """The papers of the pack that a document is, or came in, by page, its front first; a PDF that is no pack is one
    paper. Empty for what has no pages to be parted by."""
    with library.read() as db:
        return papers_in(db, document_id)


def begin_paper(
    library: Library, document_id: int, page: int, *, title: str | None = None, recognise: Recognise | None = None
) -> tuple[int, Change]:
    """Let a paper of its own begin on this page of the pack's file, in one step; the number of the new paper.

    `Trouble` where the page is not inside the paper, or is its first.
    """
    with library.read() as db:
        held, paper = _found(db, document_id)
        recognise = recognise or house_rules.recogniser(db, paper.document)
        blocks = documents.blocks(db, paper.document.id)
    before = [block for block in blocks if (block.page or 0) < page]
    after = [block for block in blocks if (block.page or 0) >= page]
    if not paper.first < page <= paper.last or not before or not after:
        raise Trouble(
            f"No new paper can begin on page {page} of {paper.document.file_name}.",
            f"Give a page with text on it, from {paper.first + 1} to {paper.last}.",
        )
    front = paper.document.id == held[0].document.id
    old = _read(paper, before, paper.first, page - 1, front)
    name = f"{held[0].document.file_name}, pages {page} to {paper.last}"
    new = replace(_read(paper, after, page, paper.last, False), file_name=name, title=title or None)
    found = [_recognised(old, front and len(held) > 1, recognise, paper.said), _recognised(new, False, recognise)]
    found[0] = replace(found[0], title=paper.document.title or found[0].title)
    found[1] = replace(found[1], title=title or found[1].title or after[0].text[:120])
    was = [tuple((paper.document.id, block.order) for block in part) for part in (before, after)]
    cuts = (
        _Cut(paper.first, page - 1, old, found[0], paper, was[0], front),
        _Cut(page, paper.last, new, found[1], paper, was[1], False),
    )
    return library.write(f"Begin a paper on page {page}", lambda db: _instead(db, held, (paper,), cuts))


def join_before(library: Library, document_id: int, *, recognise: Recognise | None = None) -> tuple[int, Change]:
    """Make a paper of a pack one with that before it, in one step; the number of the two as one.

    `Trouble` where there is none before it."""
    with library.read() as db:
        held, paper = _found(db, document_id)
        at = held.index(paper)
        if at == 0:
            raise Trouble(
                f"{paper.document.title or paper.document.file_name} is the first paper of its pack.",
                "Choose a paper that comes after another.",
            )
        before = held[at - 1]
        recognise = recognise or house_rules.recogniser(db, before.document)
        blocks = [(each.document.id, b) for each in (before, paper) for b in documents.blocks(db, each.document.id)]
    front = at == 1
    read = _read(before, [block for _id, block in blocks], before.first, paper.last, front)
    findings = _recognised(read, front and len(held) > 2, recognise, before.said)
    findings = replace(findings, title=before.document.title or findings.title)
    was = tuple((number, block.order) for number, block in blocks)
    cut = _Cut(before.first, paper.last, read, findings, before, was, front)
    return library.write("Join with the paper before", lambda db: _instead(db, held, (before, paper), (cut,)))


def change_kind(
    library: Library, document_id: int, kind: DocumentKind, *, recognise: Recognise | None = None
) -> tuple[int, Change]:
    """Say what kind of paper a document is, and recognise it again as one, in one step; its number from now on.

    What the program found in it gives way to what a paper of this kind holds; what a person has said stays, word for
    word.
    """
    with library.read() as db:
        paper = _paper_of(db, document_id)
        held = papers_in(db, document_id) or (paper,)
        extras = documents.extras(db, document_id)
        blocks = documents.blocks(db, document_id)
        recognise = recognise or house_rules.recogniser(db, paper.document)
    label = f"Change the kind of paper to {kind}"
    if not blocks:
        return library.write(label, lambda db: _say_kind(db, document_id, kind))
    front = paper.document.id == held[0].document.id
    read = replace(
        _read(paper, blocks, paper.first, paper.last, front),
        pages=paper.document.pages,
        searchable_pages=paper.document.searchable_pages,
        **{name: extras[name] for name in ("sender", "sent", "subject")},
    )
    findings = _recognised(read, front and len(held) > 1, recognise, kind)
    findings = replace(findings, title=paper.document.title or findings.title)
    was = tuple((document_id, block.order) for block in blocks)
    cut = _Cut(paper.first, paper.last, read, findings, paper, was, front)
    return library.write(label, lambda db: _say_kind(db, _instead(db, held, (paper,), (cut,)), kind))


def _say_kind(db: Database, document_id: int, kind: DocumentKind) -> int:
    documents.get(db, document_id)
    documents.update(db, document_id, kind=str(kind))
    return document_id


def _paper_of(db: Database, document_id: int) -> PackPaper:
    """A document as a paper: by its pages of the pack, else as the one paper of its file."""
    found = [paper for paper in papers_in(db, document_id) if paper.document.id == document_id]
    document = documents.get(db, document_id)
    return found[0] if found else PackPaper(document, 1, document.pages or 1)


def _found(db: Database, document_id: int) -> tuple[tuple[PackPaper, ...], PackPaper]:
    held = papers_in(db, document_id)
    for paper in held:
        if paper.document.id == document_id:
            return held, paper
    name = documents.get(db, document_id).file_name
    raise Trouble(f"{name} is no PDF and cannot be parted by its pages.", "Import its papers as files of their own.")


def papers_in(db: Database, document_id: int) -> tuple[PackPaper, ...]:
    """As `papers`, within one read or write."""
    document = documents.get(db, document_id)
    if packs.pages_of(documents.original(db, document_id)) is not None:
        pack = documents.extras(db, document_id)["arrived_in"]
        document = documents.get(db, pack) if pack is not None else document
    if document.format != "pdf" or not document.pages:
        return ()
    found = []
    for paper in documents.arrived_in(db, document.id):
        pages = packs.pages_of(documents.original(db, paper.id))
        if pages is not None:
            found.append(PackPaper(paper, *pages, _said(db, paper)))
    found.sort(key=lambda paper: paper.first)
    last = found[0].first - 1 if found else document.pages
    return (PackPaper(document, 1, last, _said(db, document)), *found)


def _said(db: Database, document: Document) -> DocumentKind | None:
    return document.kind if "kind" in documents.extras(db, document.id)["edited"] else None


def _read(paper: PackPaper, blocks: Sequence[Block], first: int, last: int, front: bool) -> ReadDocument:
    """Blocks as a document of their own; the front of a pack goes by the whole file's pages."""
    held = paper.document
    return ReadDocument(
        held.file_name,
        held.format,
        tuple(replace(block, order=order) for order, block in enumerate(blocks)),
        pages=held.pages if front else last - first + 1,
        searchable_pages=held.searchable_pages if front else len({block.page for block in blocks}),
        title=held.title,
        notices=held.notices,
    )


def _recognised(read: ReadDocument, is_front: bool, recognise: Recognise, said: DocumentKind | None = None) -> Findings:
    findings = recognise(read, said)
    if said is not None:
        findings = replace(findings, kind=said)
        return packs.front(findings) if said is DocumentKind.AGENDA else findings
    if is_front and findings.kind is not DocumentKind.MINUTES:
        return packs.front(findings)
    return replace(findings, kind=DocumentKind.REPORT) if findings.kind is DocumentKind.OTHER else findings


def _instead(db: Database, held: tuple[PackPaper, ...], old: Sequence[PackPaper], cuts: Sequence[_Cut]) -> int:
    """Take the new papers in and the old ones out; whatever a person has said of the old goes on in the new.

    The number of the last of the new ones."""
    pack = held[0].document
    new: list[int] = []
    for cut in cuts:
        pack_id = new[0] if new and cuts[0].is_front else pack.id
        new.append(_kept(db, cut, pack_id, pack, {*new, *(paper.document.id for paper in old)}))
    places = {was: (number, order) for number, cut in zip(new, cuts, strict=True) for order, was in enumerate(cut.was)}
    for paper in old:
        succeeding.hold_back(db, paper.document.id, places)
        succeeding.move(db, paper.document.id, new, places)
        succeeding.keep_items(db, paper.document.id, places)
        heir = next((number for (was, _order), (number, _) in places.items() if was == paper.document.id), new[-1])
        moving.about(db, paper.document.id, heir)
    for number in new:
        classifying.follow(db, number)
    if cuts[0].is_front:
        for paper in documents.arrived_in(db, pack.id):
            documents.update(db, paper.id, by_person=False, arrived_in=new[0])
    for paper in old:
        withdrawing.withdraw(db, paper.document.id)
    return new[-1]


def _kept(db: Database, cut: _Cut, pack_id: int, pack: Document, old: Collection[int]) -> int:
    """The new paper in the library, with what a person had said of the one it goes on from."""
    heir = cut.heir_of.document
    extras = documents.extras(db, heir.id)
    findings = cut.findings
    if cut.is_front:
        data, arrived_in = documents.original(db, heir.id), extras["arrived_in"]
    else:
        data, arrived_in = packs.pointer(f"{cut.first}-{cut.last}", pack.sha256), pack_id
        meeting_id = documents.get(db, pack_id).meeting_id
        if meeting_id is not None:
            paper = Paper(cut.read.file_name, "", None, cut.read, findings)
            findings = packs.of_pack_meeting(paper, meetings.get(db, meeting_id))
    path = extras["path"] if cut.is_front else None
    kept = keeping.keep(db, cut.read, findings, data, at=heir.imported_at, path=path, arrived_in=arrived_in)
    new = kept.document_id
    if kept.joined_to in old:
        joined_as = extras["joined_as"] if heir.joined_to else ""
        documents.update(db, new, by_person=False, joined_to=heir.joined_to, joined_as=joined_as)
    if cut.first == cut.heir_of.first:
        theirs = {name: getattr(heir, name) for name in extras["edited"] if name in _THEIRS}
        if theirs:
            documents.update(db, new, **{name: v if v is None else str(v) for name, v in theirs.items()})
    return new
