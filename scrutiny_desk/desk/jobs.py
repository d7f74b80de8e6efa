"""Runs services off the main thread and brings their results home; the desk's only file that knows of threads."""

import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import monotonic
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import CancelCheck, Cancelled, Progress, Reporter

PROGRESS_PAUSE = 0.1
CLOSING_WAIT = 5.0
TURN = 0.0002
"""How long, in seconds, a working thread goes on while the window's waits for its turn of Python.

By Python's own habit that is 25 times as long, and the window waits anew after each row it reads and each thing it
asks of Qt or Qt of it: with an import going on, that adds up to what a person feels.
"""

Work = Callable[[], Any]
LongWork = Callable[[Reporter, CancelCheck], Any]
Then = Callable[[Any], None]


class Job:
    """One piece of work: whose it is, what it is called, and what happens with its result."""

    def __init__(self, owner: QObject, label: str, then: Then | None, failed: Then | None, key: str | None) -> None:
        self.owner = owner
        self.label = label
        self.then = then
        self.failed = failed
        self.key = key
        self.serial = 0
        self.pressing = self.yielding = False
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next safe point."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._cancelled.is_set()


class Jobs(QObject):
    """One writing thread, one for long work, two reading ones and one for reads that can wait; every result is
    delivered on the main thread.

    `changed` carries the Change of each write. `troubled` carries a Trouble nobody else took, `faulted` any other
    exception. `began`, `moved` and `ended` tell of long work, for the strip at the foot.
    """

    changed = Signal(object)
    troubled = Signal(object)
    faulted = Signal(object)
    began = Signal(object)
    moved = Signal(object, object)
    ended = Signal(object)
    _home = Signal(object)
    _progress = Signal(object)

    def __init__(self, parent: QObject | None = None, *, inline: bool = False) -> None:
        super().__init__(parent)
        self._inline = inline
        if not inline:
            sys.setswitchinterval(TURN)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._long = ThreadPoolExecutor(1, thread_name_prefix="long")
        self._readers = ThreadPoolExecutor(2, thread_name_prefix="reader")
        self._patient = ThreadPoolExecutor(1, thread_name_prefix="patient")
        self._latest: dict[str, int] = {}
        self._serial = 0
        self._open: set[Job] = set()
        self._pressing: set[Job] = set()
        self._held: list[tuple[_Parcel, set[Job]]] = []
        self._closed = False
        self._asked = self._home_again = 0
        kind = Qt.ConnectionType.DirectConnection if inline else Qt.ConnectionType.QueuedConnection
        self._home.connect(self._deliver, kind)
        self._progress.connect(self._report, kind)

    def read(
        self,
        owner: QObject,
        work: Work,
        then: Then,
        *,
        key: str | None = None,
        failed: Then | None = None,
        patient: bool = False,
        pressing: bool = False,
        yielding: bool = False,
    ) -> Job:
        """Run a read; of several with one `key` only the last one's result is delivered.

        A `patient` one is of what nobody has asked for: it waits its turn behind others like it, and no other for it.
        A `pressing` one is what a person sits and waits for. What is found by a `yielding` one, and takes the window a
        while to show, comes after those pressing ones that are on their way when it is found.
        """
        job = Job(owner, "", then, failed, key)
        job.pressing, job.yielding = pressing, yielding
        if pressing:
            self._pressing.add(job)
        if key is not None:
            self._serial += 1
            job.serial = self._latest[key] = self._serial
        pool = self._patient if patient else self._readers
        self._start(pool, job, lambda: None if self._stale(job) else work())
        return job

    def write(self, owner: QObject, work: Work, then: Then | None = None, *, failed: Then | None = None) -> Job:
        """Run a write; whatever Change it returns, alone or in a tuple, is sent on as `changed`."""
        job = Job(owner, "", then, failed, None)
        self._start(self._writer, job, work)
        return job

    def long(
        self,
        owner: QObject,
        label: str,
        work: LongWork,
        then: Then | None = None,
        *,
        failed: Then | None = None,
    ) -> Job:
        """Run work that takes a while, with progress in the strip and a way to stop it.

        It has a thread of its own, so that what a person does meanwhile is written between its steps.
        """
        job = Job(owner, label, then, failed, None)
        self._open.add(job)
        self.began.emit(job)
        self._start(self._long, job, lambda: work(self._reporter(job), job.cancelled))
        return job

    @property
    def inline(self) -> bool:
        """Whether everything is done at once where it is asked for, so that there is nothing to wait for."""
        return self._inline

    @property
    def busy(self) -> bool:
        """Whether any long work is going on."""
        return bool(self._open)

    @property
    def waiting(self) -> int:
        """How many pieces of work have been asked for whose result has not come home."""
        return self._asked - self._home_again

    def cancel_all(self) -> None:
        """Ask all long work to stop at its next safe point; what is finished stays."""
        for job in list(self._open):
            job.cancel()

    def close(self) -> None:
        """Ask everything to stop and wait for it, no longer than five seconds for each kind of thread."""
        self._closed = True
        self.cancel_all()
        for pool in (self._long, self._writer, self._readers, self._patient):
            closing = threading.Thread(target=pool.shutdown, kwargs={"wait": True, "cancel_futures": True}, daemon=True)
            closing.start()
            closing.join(CLOSING_WAIT)

    def _start(self, pool: ThreadPoolExecutor, job: Job, work: Work) -> None:
        if self._closed:
            return
        self._asked += 1
        if self._inline:
            self._run(job, work)
            return
        pool.submit(self._run, job, work)

    def _run(self, job: Job, work: Work) -> None:
        try:
            result, error = work(), None
        except Exception as caught:  # noqa: BLE001 - whatever it is goes home to be shown
            result, error = None, caught
        if shiboken6.isValid(self):
            self._home.emit(_Parcel(job, result, error))

    def _stale(self, job: Job) -> bool:
        return job.key is not None and self._latest.get(job.key) != job.serial

    def _reporter(self, job: Job) -> Reporter:
        last = [0.0]

        def report(progress: Progress) -> None:
            now = monotonic()
            if now - last[0] >= PROGRESS_PAUSE or progress.done == progress.total:
                last[0] = now
                self._progress.emit(_Parcel(job, progress, None))

        return report

    def _report(self, parcel: "_Parcel") -> None:
        if parcel.job in self._open:
            self.moved.emit(parcel.job, parcel.result)

    def _deliver(self, parcel: "_Parcel") -> None:
        if parcel.job.yielding and self._pressing:
            self._held.append((parcel, set(self._pressing)))
            return
        try:
            self._give(parcel)
        finally:
            if parcel.job.pressing:
                self._let_go(parcel.job)

    def _let_go(self, pressing: Job) -> None:
        """A pressing read is home: what was held for it and for no other comes home anew, after what stands there."""
        self._pressing.discard(pressing)
        held, self._held = self._held, []
        for parcel, waits_for in held:
            waits_for.discard(pressing)
            if waits_for:
                self._held.append((parcel, waits_for))
            else:
                parcel.job.yielding = False
                self._home.emit(parcel)

    def _give(self, parcel: "_Parcel") -> None:
        self._home_again += 1
        job, result, error = parcel.job, parcel.result, parcel.error
        if job in self._open:
            self._open.discard(job)
            self.ended.emit(job)
        change = _change_of(result)
        if change:
            self.changed.emit(change)
        if self._stale(job) or not shiboken6.isValid(job.owner):
            return
        if error is None:
            if job.then is not None:
                job.then(result)
        elif isinstance(error, Cancelled):
            return
        elif isinstance(error, Trouble):
            (job.failed or self.troubled.emit)(error)
        else:
            self.faulted.emit(error)


@dataclass(frozen=True, slots=True)
class _Parcel:
    """A job with what became of it; one object, since None loses its count of references in a queued signal."""

    job: Job
    result: Any
    error: Exception | None


def _change_of(result: Any) -> Change | None:
    if isinstance(result, Change):
        return result
    if isinstance(result, tuple):
        return next((part for part in result if isinstance(part, Change)), None)
    part = getattr(result, "change", None)
    return part if isinstance(part, Change) else None
