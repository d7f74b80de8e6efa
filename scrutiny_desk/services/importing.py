"""Files in, an ImportReport out: one transaction a document, and one bad file is one row of the report."""

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from tempfile import mkdtemp

from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.documents import DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import Findings
from scrutiny_desk.domain.troubles import Trouble, UnreadableFile
from scrutiny_desk.domain.work import CancelCheck, Cancelled, Progress, Reporter, never, silent
from scrutiny_desk.reading import limits
from scrutiny_desk.services import house_rules, keeping
from scrutiny_desk.services.apart import (
    SECONDS_A_SCANNED_FILE,
    Job,
    ReadingRoom,
    Taken,
    contained,
    read_scans_and_recognise,
)
from scrutiny_desk.services.scratch import scratch
from scrutiny_desk.services.times import now
from scrutiny_desk.store import Database, Library, documents, meta


class Outcome(StrEnum):
    """What became of one file."""

    IMPORTED = "imported"
    KNOWN = "known"
    JOINED = "joined"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One file of an import: what became of it and, where that needs words, why.

    `document_id` is the document the file is in the library as; None where it failed. `found` counts what was
    recognised in it, by the names of the lists ("questions": 13).
    """

    file: str
    outcome: Outcome
    reason: str = ""
    document_id: int | None = None
    found: dict[str, int] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """A row for each file, in the order they were met, and everything that differs now."""

    rows: tuple[ImportRow, ...]
    change: Change
    cancelled: bool = False

    @property
    def failed(self) -> tuple[ImportRow, ...]:
        """The rows of the files that could not be imported."""
        return tuple(row for row in self.rows if row.outcome is Outcome.FAILED)


def import_paths(
    library: Library,
    paths: Iterable[Path],
    *,
    reporter: Reporter = silent,
    cancelled: CancelCheck = never,
    on_row: Callable[[ImportRow], None] | None = None,
    scans: bool = False,
) -> ImportReport:
    """Import files and folders (folders whole) and say what became of each.

    `on_row` hears of each file as soon as it is done. With `scans`, pages that are pictures are read at once, a second
    or two each; without, `scanning` reads them later. Cancelling stops between documents: those finished stay.
    Raises `LibraryTrouble` where the library itself cannot be written; nothing else that a file does ends it.
    """
    run = _Run(library, reporter, cancelled, on_row, scans)
    try:
        run.take_in(_files(paths))
    except Cancelled:
        run.cancelled = True
    finally:
        run.keep_report()
    return ImportReport(tuple(run.rows), run.change(), run.cancelled)


_INSIDE = "inside "
"""Before a file's sha256: the library's note that what came in it (a message's attachments) is not all in yet."""

_NOT_PAPERS = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})


@dataclass(frozen=True, slots=True)
class _File:
    """A file to import: where it is, the name it goes by, and the document that brought it, if one did."""

    path: Path
    name: str
    arrived_in: int | None = None


def _files(paths: Iterable[Path]) -> list[_File]:
    """The files meant by these paths, each once: folders whole, in order of name, without what systems leave there."""
    found: dict[Path, _File] = {}
    for path in paths:
        inside = [path]
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and _is_paper(p.relative_to(path)))
        for file in inside:
            found.setdefault(file, _File(file, _shown(file)))
    return list(found.values())


def _shown(path: Path | str) -> str:
    """A path as text that can be kept and printed, whatever alphabet its file system was written in."""
    text = os.fsencode(path).decode("utf-8", errors="replace")
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _is_paper(path: Path) -> bool:
    """Hidden files, the lock files of word processors and what systems leave in folders are nobody's papers."""
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and not path.name.startswith("~$") and path.name.lower() not in _NOT_PAPERS


class _Run:
    """One import on its way: the rows so far, and everything that differs."""

    def __init__(
        self,
        library: Library,
        reporter: Reporter,
        cancelled: CancelCheck,
        on_row: Callable[[ImportRow], None] | None,
        scans: bool,
    ) -> None:
        self.library, self.reporter, self.asked_to_stop, self.on_row = library, reporter, cancelled, on_row
        self.scans = scans
        self.rules = house_rules.holding(library)
        self.rows: list[ImportRow] = []
        self.cancelled = False
        self.total = 0
        self._opened: list[str] = []
        self._touched: dict[Kind, frozenset[int]] = {}

    def take_in(self, files: list[_File]) -> None:
        """Import these files and whatever came inside them."""
        keeping.take_prints(self.library)
        with self._room() as room, scratch() as folder:
            waiting = files
            while waiting:
                self.total += len(waiting)
                waiting = self._all(room, waiting, folder)
        if self._opened:
            self.library.upkeep(lambda db: [meta.put(db, _INSIDE + sha256, None) for sha256 in self._opened])

    def _room(self) -> ReadingRoom:
        if self.scans:
            return ReadingRoom(seconds=SECONDS_A_SCANNED_FILE, work=read_scans_and_recognise)
        return ReadingRoom()

    def _all(self, room: ReadingRoom, files: list[_File], folder: Path) -> list[_File]:
        """Import some files; the attachments that came inside them, laid out in a folder.

        A file is looked up in the library when a worker is free to read it, a little before it is its turn.
        """
        met: deque[tuple[_File, str | UnreadableFile]] = deque()
        inside: list[_File] = []
        for taken in room.read_each(self._jobs(files, met), self.asked_to_stop):
            file, sha256 = met.popleft()
            if self.asked_to_stop():
                raise Cancelled
            self.reporter(Progress(len(self.rows), self.total, "Importing", file.name))
            if isinstance(sha256, UnreadableFile):
                self._row(_failed(file, sha256))
            elif taken is None:
                self._known(file, sha256)
            else:
                self._one(file, sha256, taken, folder, inside)
        return inside

    def _jobs(self, files: list[_File], met: deque[tuple[_File, str | UnreadableFile]]) -> Iterator[Job | None]:
        """The reading of each file that is new, None for each other, as they are asked for; `met` learns what it is."""
        seen: set[str] = set()
        for file in files:
            sha256 = self._fingerprint(file)
            met.append((file, sha256))
            new = isinstance(sha256, str) and sha256 not in seen and self._new(sha256)
            if isinstance(sha256, str):
                seen.add(sha256)
            yield Job(file.path, rules=self.rules) if new else None

    def _fingerprint(self, file: _File) -> str | UnreadableFile:
        """The sha256 of a file that may be imported, or why it may not."""
        if file.path.exists() and not file.path.is_file():
            sentence = f"“{_shown(file.path.name)}” is a device or a pipe and no file."
            return UnreadableFile(sentence, "Save what is in it as a file, and import that.")
        try:
            return hashlib.sha256(limits.load(file.path, limits.USUAL)).hexdigest()
        except UnreadableFile as trouble:
            return trouble

    def _new(self, sha256: str) -> bool:
        with self.library.read() as db:
            return documents.by_sha256(db, sha256) is None or meta.value(db, _INSIDE + sha256) is not None

    def _known(self, file: _File, sha256: str) -> None:
        with self.library.read() as db:
            known = documents.by_sha256(db, sha256)
        if known is None:  # the same file stood earlier in this import, and failed
            self._row(_failed(file, UnreadableFile("It is the same file as another that could not be imported.")))
            return
        reason = "The same file is in the library already"
        reason += "." if known.file_name == file.path.name else f", as {known.file_name}."
        self._row(ImportRow(file.name, Outcome.KNOWN, reason, known.id))

    def _one(self, file: _File, sha256: str, taken: Taken, folder: Path, inside: list[_File]) -> None:
        """Take one file that was read into the library: whole or not at all."""
        if taken.trouble is not None or taken.document is None or taken.findings is None:
            self._row(_failed(file, taken.trouble))
            return
        document = replace(taken.document, file_name=_shown(taken.document.file_name))
        findings = taken.findings
        try:
            data = limits.load(file.path, limits.USUAL)
        except UnreadableFile as trouble:
            self._row(_failed(file, trouble))
            return
        if hashlib.sha256(data).hexdigest() != sha256:
            sentence = f"“{file.path.name}” changed while it was being read."
            self._row(_failed(file, UnreadableFile(sentence, "Import it again once it is saved.")))
            return
        at = now()
        where = _shown(file.path.absolute()) if file.arrived_in is None else None

        def work(db: Database) -> keeping.Kept | int:
            known = documents.by_sha256(db, sha256)
            if known is not None:  # another program has imported it since we looked, or what came in it is not in yet
                return known.id
            if document.attachments:
                meta.put(db, _INSIDE + sha256, "not in yet")
            if self.scans and (document.pages or 0) > 0:
                keeping.mark_scans_read(db, sha256, taken.scanned)
            whole = keeping.keep(db, document, findings, data, at=at, path=where, arrived_in=file.arrived_in)
            return keeping.keep_papers(db, whole, taken.papers, sha256, at=at) if taken.papers else whole

        done = contained(taken.job, lambda: self.library.write(f"Import {document.file_name}", work, origin="import"))
        if isinstance(done, UnreadableFile):
            self._row(_failed(file, done))
            return
        kept, change = done
        if document.attachments:
            self._opened.append(sha256)
        if isinstance(kept, int):
            self._known(file, sha256)
            inside += _laid_out(document, kept, file, folder)
            return
        for kind, ids in change.touched.items():
            self._touched[kind] = self._touched.get(kind, frozenset()) | ids
        self._row(_taken_in(file, kept, document.notices + kept.notices, findings))
        inside += _laid_out(document, kept.document_id, file, folder)

    def _row(self, row: ImportRow) -> None:
        self.rows.append(row)
        if self.on_row is not None:
            self.on_row(row)

    def change(self) -> Change:
        """Everything that differs since the import began."""
        return Change("Import", dict(self._touched), "import")

    def keep_report(self) -> None:
        """Keep what came of it in the library, for a person to look up later."""
        rows = [meta.ImportRow(row.file, str(row.outcome), row.reason, row.document_id) for row in self.rows]
        if rows and not self.library.read_only:
            at = now()
            self.library.write("Keep the import's report", lambda db: meta.add_report(db, at, rows), origin="program")


def _failed(file: _File, trouble: Trouble | None) -> ImportRow:
    return ImportRow(file.name, Outcome.FAILED, _shown(str(trouble or "It could not be read.")))


def _taken_in(file: _File, kept: keeping.Kept, notices: tuple[str, ...], findings: Findings) -> ImportRow:
    if kept.papers:
        reason = f"A pack of {kept.papers + 1} papers, each a document of its own."
        return ImportRow(file.name, Outcome.IMPORTED, reason, kept.document_id, kept.found, notices)
    if kept.joined_to is None:
        undated = findings.kind in _DATED and not kept.dated
        reason = "It gives no date of its meeting: please enter it." if undated else ""
        return ImportRow(file.name, Outcome.IMPORTED, reason, kept.document_id, kept.found, notices)
    what = {
        "copy": "Another copy of {name}.",
        "version": "Another version of {name}; where they differ is shown.",
        "part": "Holds some of the same business as {name}; what both hold is one row with two sources.",
    }[kept.joined_as]
    reason = what.format(name=kept.joined_name)
    return ImportRow(file.name, Outcome.JOINED, reason, kept.document_id, kept.found, notices)


_DATED = frozenset({DocumentKind.MINUTES, DocumentKind.AGENDA, DocumentKind.QUESTIONS, DocumentKind.TRANSCRIPT})


def _laid_out(document: ReadDocument, document_id: int, file: _File, folder: Path) -> list[_File]:
    """The files that came inside a document, each in a folder of its own so that it keeps its name."""
    found = []
    for attachment in document.attachments:
        name = Path(attachment.file_name.replace("\\", "/")).name or "attachment"
        place = Path(mkdtemp(dir=folder)) / name
        place.write_bytes(attachment.data)
        found.append(_File(place, f"{file.name} / {name}", document_id))
    return found
