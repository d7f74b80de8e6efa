"""Pages that are pictures: their words, read after the rest of a document is in use, once for each file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.documents import Document
from scrutiny_desk.domain.house_rules import HouseRule
from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.domain.work import CancelCheck, Progress, Reporter, never, silent
from scrutiny_desk.services import classifying, house_rules, keeping, packs, splitting, succeeding
from scrutiny_desk.services.apart import Job, ReadingRoom, Taken, contained, read_scans_and_recognise
from scrutiny_desk.services.scratch import scratch
from scrutiny_desk.services.splitting import PackPaper
from scrutiny_desk.store import Database, Library, documents, moving, withdrawing

SECONDS_A_PAGE = 60.0
_FORMATS = ("pdf", "image")


def waiting(library: Library) -> tuple[Document, ...]:
    """The documents with pages that are not searchable and that nobody has tried to read yet."""
    with library.read() as db:
        return tuple(document for document in documents.everything(db) if _is_waiting(db, document))


def _is_waiting(db: Database, document: Document) -> bool:
    unread = (document.pages or 0) - (document.searchable_pages or 0)
    known = document.pages is not None and document.searchable_pages is not None
    if not known or unread <= 0 or document.format not in _FORMATS:
        return False
    pack = documents.extras(db, document.id)["arrived_in"]
    if pack is not None and documents.get(db, pack).format == "pdf":
        return False  # a paper of a pack is read with its pack
    return not keeping.scans_are_read(db, document.sha256)


def scan(
    library: Library, document_id: int, *, reporter: Reporter = silent, cancelled: CancelCheck = never
) -> tuple[int, Change]:
    """Read the scanned pages of a document; the number it has from now on, and what is different.

    The text with those pages in it takes the place of the text before, with all that a person did to that: where they
    let the papers of a pack begin, those begin still. Where no page could be read the document stays as it is.
    `UnreadableFile` where this machine cannot read scans; `Cancelled` leaves everything as it was.
    """
    with library.read() as db:
        document = documents.get(db, document_id)
        data = documents.original(db, document_id)
    held = splitting.papers(library, document_id)
    reporter(Progress(0, 1, "Reading scanned pages", document.file_name))
    taken = _read(document, data, held, house_rules.holding(library), cancelled)
    if taken.trouble is not None:
        raise taken.trouble

    def work(db: Database) -> int:
        new = _take_place(db, document, taken, data)
        keeping.mark_scans_read(db, document.sha256, taken.scanned)
        return new

    label = f"Read the scanned pages of {document.file_name}"
    done = contained(taken.job, lambda: library.write(label, work, origin="import"))
    if isinstance(done, UnreadableFile):
        raise done
    reporter(Progress(1, 1, "Reading scanned pages", document.file_name))
    return done


def _read(
    document: Document,
    data: bytes,
    held: Sequence[PackPaper],
    rules: tuple[HouseRule, ...],
    cancelled: CancelCheck,
) -> Taken:
    """The document read again with its scanned pages, in a child process."""
    seconds = SECONDS_A_PAGE * max(1, document.pages or 1)
    begun = tuple(
        packs.Begun(paper.first, paper.last, paper.document.kind, paper.said is not None, paper.document.title)
        for paper in held
    )
    with scratch() as folder:
        file = folder / Path(document.file_name).name
        file.write_bytes(data)
        with ReadingRoom(1, seconds=seconds, work=read_scans_and_recognise) as room:
            return next(room.read_all([Job(file, begun=begun, rules=rules)], cancelled))


def _take_place(db: Database, document: Document, taken: Taken, data: bytes) -> int:
    """Put the new reading in the place of the old; the number of the document from now on."""
    read, findings = taken.document, taken.findings
    if read is None or findings is None or (read.searchable_pages or 0) <= (document.searchable_pages or 0):
        return document.id
    held = documents.extras(db, document.id)
    before = splitting.papers_in(db, document.id) or (PackPaper(document, 1, document.pages or 1),)
    read = replace(read, comments=())  # they are notes already, and go on as such
    kept = keeping.keep(
        db, read, findings, data, at=document.imported_at, path=held["path"], arrived_in=held["arrived_in"]
    )
    if taken.papers:
        keeping.keep_papers(db, kept, taken.papers, document.sha256, at=document.imported_at)
    _go_on(db, before, kept.document_id)
    return kept.document_id


def _go_on(db: Database, before: Sequence[PackPaper], new_id: int) -> None:
    """Let what a person did with the papers go on in those now read, and take the old ones out."""
    pack = before[0].document
    after = splitting.papers_in(db, new_id) or (PackPaper(documents.get(db, new_id), 1, pack.pages or 1),)
    begins, new = {paper.first: paper.document.id for paper in after}, [paper.document.id for paper in after]
    places = succeeding.same_places(db, [paper.document.id for paper in before], new)
    for paper in before:
        old = paper.document
        heir = begins.get(paper.first, new_id)
        succeeding.hold_back_as_said(db, old.id, new, places)
        succeeding.move(db, old.id, [heir, *(number for number in new if number != heir)], places)
        succeeding.keep_items(db, old.id, places)
        moving.about(db, old.id, heir)
        if paper.first in begins:
            _say_as_before(db, old, heir)
    for number in new:
        classifying.follow(db, number)
    papers = [paper.document.id for paper in before[1:]]
    for inside in documents.arrived_in(db, pack.id):
        if inside.id not in papers:
            documents.update(db, inside.id, by_person=False, arrived_in=new_id)
    for number in (*papers, pack.id):
        withdrawing.withdraw(db, number)


def _say_as_before(db: Database, old: Document, new_id: int) -> None:
    """What a person has said of the old paper, they have said of the new."""
    extras = documents.extras(db, old.id)
    theirs = {name: getattr(old, name) for name in extras["edited"] if hasattr(old, name)}
    if theirs:
        words = {name: value if value is None else str(value) for name, value in theirs.items()}
        if "classification" in words:
            words["classification_reason"] = extras["classification_reason"]
        documents.update(db, new_id, **words)
