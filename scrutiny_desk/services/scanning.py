"""Pages that are pictures: their words, read after the rest of a document is in use, once for each file."""

from pathlib import Path

from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.documents import Document
from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.domain.work import CancelCheck, Progress, Reporter, never, silent
from scrutiny_desk.services import keeping
from scrutiny_desk.services.apart import Job, ReadingRoom, Taken, contained, read_scans_and_recognise
from scrutiny_desk.services.scratch import scratch
from scrutiny_desk.store import Database, Library, documents, withdrawing

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

    The text with those pages in it takes the place of the text before, with all that a person did to that. Where no
    page could be read the document stays as it is. `UnreadableFile` where this machine cannot read scans; `Cancelled`
    leaves everything as it was.
    """
    with library.read() as db:
        document = documents.get(db, document_id)
        data = documents.original(db, document_id)
    reporter(Progress(0, 1, "Reading scanned pages", document.file_name))
    taken = _read(document, data, cancelled)
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


def _read(document: Document, data: bytes, cancelled: CancelCheck) -> Taken:
    """The document read again with its scanned pages, in a child process."""
    seconds = SECONDS_A_PAGE * max(1, document.pages or 1)
    with scratch() as folder:
        file = folder / Path(document.file_name).name
        file.write_bytes(data)
        with ReadingRoom(1, seconds=seconds, work=read_scans_and_recognise) as room:
            return next(room.read_all([Job(file)], cancelled))


def _take_place(db: Database, document: Document, taken: Taken, data: bytes) -> int:
    """Put the new reading in the place of the old; the number of the document from now on."""
    read, findings = taken.document, taken.findings
    if read is None or findings is None or (read.searchable_pages or 0) <= (document.searchable_pages or 0):
        return document.id
    held = documents.extras(db, document.id)
    kept = keeping.keep(
        db, read, findings, data, at=document.imported_at, path=held["path"], arrived_in=held["arrived_in"]
    )
    if taken.papers:
        keeping.keep_papers(db, kept, taken.papers, document.sha256, at=document.imported_at)
    theirs = {name: getattr(document, name) for name in held["edited"] if hasattr(document, name)}
    if theirs:
        words = {name: value if value is None else str(value) for name, value in theirs.items()}
        documents.update(db, kept.document_id, **words)
    for old in (*(paper.id for paper in documents.arrived_in(db, document.id)), document.id):
        withdrawing.withdraw(db, old)
    return kept.document_id
