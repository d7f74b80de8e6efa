"""Folders for what must be a file for a moment: never left behind, not even by a program that was killed."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

_PREFIX = "scrutiny-desk-"
_STALE = 86_400
"""Seconds after which a folder counts as left behind where a process cannot be asked whether it lives (Windows)."""


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder of this process's own, gone when the block ends; those of programs that were killed go first."""
    sweep()
    with TemporaryDirectory(prefix=f"{_PREFIX}{os.getpid()}-") as folder:
        yield Path(folder)


def sweep() -> None:
    """Remove the folders of programs that are no more: the words of a locked library may be in them."""
    for folder in Path(gettempdir()).glob(f"{_PREFIX}*-*"):
        pid = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if pid.isdigit() and not _in_use(int(pid), folder):
            shutil.rmtree(folder, ignore_errors=True)


def _in_use(pid: int, folder: Path) -> bool:
    if os.name == "nt":
        with suppress(OSError):
            return time.time() - folder.stat().st_mtime < _STALE
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # another user's
        return True
    return True
