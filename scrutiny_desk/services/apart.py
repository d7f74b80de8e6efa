"""Reads and recognises files in child processes, so that a hostile file can end its child and nothing else.

One worker reads many files, since starting one costs more than most files do; it is replaced when it dies or
passes a limit. This is one of the two places that may catch any exception: what goes wrong in a child is a row of
the import's report, never the end of the import.
"""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TypeVar

from scrutiny_desk.domain.documents import Classification, DocumentKind, ReadDocument, strictest
from scrutiny_desk.domain.findings import Findings
from scrutiny_desk.domain.house_rules import HouseRule
from scrutiny_desk.domain.troubles import Trouble, UnreadableFile
from scrutiny_desk.domain.work import CancelCheck, Cancelled, never
from scrutiny_desk.locations import own_styles
from scrutiny_desk.services import packs

T = TypeVar("T")

SECONDS_A_FILE = 300.0
"""How long one file may take; beyond it the worker is ended and the file is refused."""

SECONDS_TO_START = 60.0
"""What a worker may take over starting, on top of its first file's time: a busy machine needs its while for that."""

SECONDS_A_SCANNED_FILE = 3600.0
"""The same for a file whose scanned pages are read with it."""

BYTES_OF_MEMORY = 3 * 1024**3
"""How much address space a worker may take, where the system can hold it to that."""

SURE_SCAN = 0.8
"""A scan of which any page was read less surely than this is held back from public output until a person says."""

AHEAD = 3
"""How many files may wait, read and recognised, for the library to take them in."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read, and the house style to recognise it by, where it is not to be found from the file.

    `begun` are the papers that the library has of it already, in order, where it is read anew; `rules` those that
    people made of corrections.
    """

    path: Path
    style: str | None = None
    begun: tuple[packs.Begun, ...] = ()
    rules: tuple[HouseRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file: the document, its findings and, for a pack, its papers; or the trouble it made.

    `scanned` are the pages, counted from 1, whose words were read from a picture.
    """

    job: Job
    document: ReadDocument | None = None
    findings: Findings | None = None
    trouble: Trouble | None = None
    papers: tuple[packs.Paper, ...] = ()
    scanned: tuple[int, ...] = ()


Work = Callable[[Job], Taken]
"""What a child does with a file: `read_and_recognise`, or in tests something that goes wrong."""


def read_and_recognise(job: Job) -> Taken:
    """Read and recognise one file in this very process; its troubles are in what is returned."""
    from scrutiny_desk.reading import read

    return _safely(lambda job: _recognised(job, read(job.path)), job)


def read_scans_and_recognise(job: Job) -> Taken:
    """As `read_and_recognise`, with the words of the pages that are pictures: a second or two for each of them.

    Where this machine cannot read scans, these pages stay without words.
    """
    from scrutiny_desk.reading import read, read_bytes
    from scrutiny_desk.reading.scan import can_read_scans, pages_to_read, read_pages

    def work(job: Job) -> Taken:
        document = read(job.path)
        if (document.searchable_pages or 0) >= (document.pages or 0) or not can_read_scans():
            return _recognised(job, document)
        name, data = job.path.name, job.path.read_bytes()
        scanned = {page.page: page for page in read_pages(name, data, pages_to_read(name, data))}
        begun = job.begun if packs.is_by_hand(job.path, document, job.begun) else ()
        anew = _recognised(job, read_bytes(name, data, scanned=scanned), begun)
        taken = replace(anew, scanned=tuple(sorted(scanned)))
        if taken.findings is None or all(page.confidence >= SURE_SCAN for page in scanned.values()):
            return taken
        held = strictest(taken.findings.classification, Classification.UNKNOWN)
        return replace(taken, findings=replace(taken.findings, classification=held))

    return _safely(work, job)


def _recognised(job: Job, read: ReadDocument, begun: tuple[packs.Begun, ...] = ()) -> Taken:
    """The document and its papers with their findings; `begun` says where a person let the papers begin."""
    from scrutiny_desk.recognition import recognise

    own, said = own_styles(), {paper.first: paper.kind for paper in job.begun if paper.is_said}

    def found_in(part: ReadDocument, first: int) -> Findings:
        return recognise(part, job.style, own_styles=own, kind=said.get(first), rules=job.rules)

    document, papers = packs.split(job.path, read, found_in, begun)
    findings = found_in(document, 1)
    is_agenda = 1 not in said and (not begun or begun[0].kind is DocumentKind.AGENDA)
    return Taken(job, document, packs.front(findings) if papers and is_agenda else findings, papers=papers)


def _safely(work: Work, job: Job) -> Taken:
    try:
        return work(job)
    except Trouble as trouble:
        return Taken(job, trouble=trouble)
    except MemoryError:
        return Taken(job, trouble=_too_much(job, "needs more memory than a file may take"))
    except RecursionError:
        return Taken(job, trouble=_too_much(job, "is nested too deeply to be read"))
    except Exception as fault:  # noqa: BLE001 - whatever one file does must stay one row of the report
        return Taken(job, trouble=_fault(job, fault))


def contained(job: Job, work: Callable[[], T]) -> T | UnreadableFile:
    """What the work returns, or, where a fault of ours came up in it, that fault as this one file's trouble.

    Troubles of the library itself pass: they end the import.
    """
    try:
        return work()
    except Trouble:
        raise
    except Exception as fault:  # noqa: BLE001 - a fault that one document brings out must stay one row of the report
        return _fault(job, fault)


def _too_much(job: Job, what: str) -> UnreadableFile:
    return UnreadableFile(f"{job.path.name} {what}.", "Split it into smaller files, or save it in another format.")


def _fault(job: Job, fault: Exception) -> UnreadableFile:
    where = fault.__traceback__
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    place = f"{Path(where.tb_frame.f_code.co_filename).name} line {where.tb_lineno}" if where else "an unknown place"
    return UnreadableFile(
        f"{job.path.name} could not be read: a fault of the program ({type(fault).__name__} at {place}).",
        "Save it in another format (Word, PDF or text) and import that, and report the fault.",
    )


def _worker(pipe: Connection, memory: int, work: Work) -> None:
    """The life of a child: say that it has started, take a job, send what came of it, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its children in order
    _hold_memory(memory)
    _give_way()
    pipe.send(None)
    while True:
        try:
            job = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            pipe.send(_safely(work, job))
        except BrokenPipeError:
            return


def _give_way() -> None:
    """Let the window and the writing of the library go first where the processor is short."""
    if hasattr(os, "nice"):
        os.nice(10)


def _hold_memory(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit still holds there
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


class Worker:
    """One child process and the file it is at."""

    def __init__(self, memory: int, work: Work) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_worker, args=(theirs, memory, work), daemon=True)
        self.process.start()
        theirs.close()
        self.job: Job | None = None
        self.turn, self.seconds, self.deadline = 0, 0.0, 0.0
        self.started = False

    def begin(self, turn: int, job: Job, seconds: float) -> None:
        """Give it a file."""
        self.job, self.turn, self.seconds = job, turn, seconds
        self.deadline = time.monotonic() + seconds + (0 if self.started else SECONDS_TO_START)
        self.pipe.send(job)

    def heard(self) -> Taken | None:
        """What came of its file; None where it has only said that it has started, from when on its time counts."""
        taken: Taken | None = self.pipe.recv()
        if taken is None:
            self.started, self.deadline = True, time.monotonic() + self.seconds
        else:
            self.job = None
        return taken

    def end(self) -> None:
        """End the child at once and wait for it."""
        self.pipe.close()
        if self.process.is_alive():
            self.process.terminate()
            self.process.join(2)
            if self.process.is_alive():
                self.process.kill()
        self.process.join()
        self.process.close()


@dataclass(slots=True)
class _Turns:
    """Where a room is with its jobs: how many were given out, which is wanted next, what is done before its turn."""

    jobs: Iterator[Job | None]
    begun: Callable[[Job], None] | None
    done: dict[int, Taken | None] = field(default_factory=dict)
    given: int = 0
    wanted: int = 0
    ended: bool = False


class ReadingRoom:
    """The workers of one import. Use as a context manager: leaving it ends every child."""

    def __init__(
        self,
        workers: int | None = None,
        *,
        seconds: float = SECONDS_A_FILE,
        memory: int = BYTES_OF_MEMORY,
        work: Work = read_and_recognise,
    ) -> None:
        self._most = workers or max(1, min(4, multiprocessing.cpu_count()))
        self._seconds, self._memory, self._work = seconds, memory, work
        self._workers: list[Worker] = []

    def __enter__(self) -> "ReadingRoom":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def children(self) -> list[Worker]:
        """The child processes there are now."""
        return list(self._workers)

    def close(self) -> None:
        """End every child."""
        while self._workers:
            self._workers.pop().end()

    def read_all(
        self, jobs: Iterable[Job], cancelled: CancelCheck = never, begun: Callable[[Job], None] | None = None
    ) -> Iterator[Taken]:
        """What came of each file, in the order of `jobs`; while one is taken in, the next are being read.

        Raises `Cancelled` once the person has asked for it; the children are ended when the room is left.
        """
        return (taken for taken in self.read_each(jobs, cancelled, begun) if taken is not None)

    def read_each(
        self, jobs: Iterable[Job | None], cancelled: CancelCheck = never, begun: Callable[[Job], None] | None = None
    ) -> Iterator[Taken | None]:
        """The same for jobs among which None stands for nothing to read, and gives None when its turn comes.

        Jobs are asked for one by one, when a worker is free.
        """
        turns = _Turns(iter(jobs), begun)
        while True:
            self._hand_out(turns)
            if turns.wanted in turns.done:
                yield turns.done.pop(turns.wanted)
                turns.wanted += 1
            elif turns.ended and turns.wanted == turns.given:
                return
            elif cancelled():
                raise Cancelled
            else:
                self._collect(turns.done)

    def _hand_out(self, turns: "_Turns") -> None:
        """Give free workers their jobs, as far as they are not too far ahead of the one wanted."""
        while not turns.ended and turns.given <= turns.wanted + AHEAD and self._has_room():
            try:
                job = next(turns.jobs)
            except StopIteration:
                turns.ended = True
                return
            if job is None:
                turns.done[turns.given] = None
            else:
                if turns.begun is not None:
                    turns.begun(job)
                self._begin(turns.given, job)
            turns.given += 1

    def _has_room(self) -> bool:
        return len(self._workers) < self._most or any(worker.job is None for worker in self._workers)

    def _begin(self, turn: int, job: Job) -> None:
        """Have a free worker read it, a new one where the one that was free has died since."""
        while True:
            worker = next((w for w in self._workers if w.job is None), None)
            if worker is None:
                worker = Worker(self._memory, self._work)
                self._workers.append(worker)
            try:
                worker.begin(turn, job, self._seconds)
                return
            except (BrokenPipeError, OSError):
                self._replace(worker)

    def _collect(self, done: dict[int, Taken | None]) -> None:
        busy = {w.pipe: w for w in self._workers if w.job is not None}
        for pipe in wait(list(busy), timeout=0.05):
            worker = busy[pipe]
            assert worker.job is not None
            try:
                taken = worker.heard()
                if taken is not None:
                    done[worker.turn] = taken
            except (EOFError, OSError):
                done[worker.turn] = Taken(worker.job, trouble=_ended(worker.job))
                self._replace(worker)
        now = time.monotonic()
        for worker in [w for w in self._workers if w.job is not None and now > w.deadline]:
            assert worker.job is not None
            done[worker.turn] = Taken(worker.job, trouble=_too_slow(worker.job, self._seconds))
            self._replace(worker)

    def _replace(self, worker: Worker) -> None:
        self._workers.remove(worker)
        worker.end()


def _ended(job: Job) -> UnreadableFile:
    return UnreadableFile(
        f"{job.path.name} could not be read: it is damaged, or needs more memory than a file may take.",
        "Open it in the program it was made with, save it again, and import that copy.",
    )


def _too_slow(job: Job, seconds: float) -> UnreadableFile:
    return UnreadableFile(
        f"{job.path.name} took longer than {seconds:.0f} seconds to read, so it was left out.",
        "Split it into smaller files, or save it in another format.",
    )
