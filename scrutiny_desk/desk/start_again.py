"""How this program is started, so that it can open another library in a window of its own."""

import sys

from PySide6.QtCore import QProcess


def command() -> list[str]:
    """The program and its first arguments; more arguments can follow."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "scrutiny_desk"]


def open_library(path: str) -> None:
    """Open a library, made if it is not there, in a window of its own."""
    _start("open", path)


def open_sample() -> None:
    """Open a fresh sample library in a window of its own; the present library stays as it is."""
    _start("demo")


def _start(*arguments: str) -> None:
    program, *first = command()
    QProcess.startDetached(program, [*first, *arguments])
