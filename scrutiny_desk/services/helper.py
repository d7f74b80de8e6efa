"""A child process that answers one kind of question for as long as the program runs.

For work done by a library that does not let go of Python meanwhile: in a thread of ours it would hold the window.
"""

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any

from scrutiny_desk.domain.troubles import Trouble

Answer = Callable[[Any], Any]


class Helper:
    """`ask` is answered by `answer`, a function of a module, in a child that is begun when first asked.

    It ends with the program. Where it has died, a Trouble says so, and the next to ask begins another.
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._lock = Lock()
        self._pipe: Connection | None = None
        self._process: Any = None

    def ask(self, value: Any) -> Any:
        """The answer; whoever else asks meanwhile waits."""
        with self._lock:
            pipe = self._pipe or self._begin()
            try:
                pipe.send(value)
                return pipe.recv()
            except (EOFError, OSError):
                self._end()
                raise Trouble(
                    "A part of the program that works on its own has stopped.", "Try again; nothing was lost."
                ) from None

    def close(self) -> None:
        """End the child, if there is one."""
        with self._lock:
            self._end()

    def _begin(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._answer), daemon=True)
        self._process.start()
        theirs.close()
        return self._pipe

    def _end(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
            self._process.terminate()
            self._process.join()
            self._process.close()


def _serve(pipe: Connection, answer: Answer) -> None:
    """The life of a child: answer until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    while True:
        try:
            value = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(answer(value))
