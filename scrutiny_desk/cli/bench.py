"""The library a command works on: opened, unlocked, its notices told, and closed again whatever happens."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path

from scrutiny_desk import locations
from scrutiny_desk.bootstrap import Workbench, open_workbench
from scrutiny_desk.domain.troubles import LockedLibrary, Trouble
from scrutiny_desk.services import locking

PASSPHRASE = "SCRUTINY_DESK_PASSPHRASE"


@contextmanager
def bench(options: argparse.Namespace) -> Iterator[Workbench]:
    """The workbench on the library that the options name."""
    unlock(path_of(options), options.passphrase_file)
    workbench = open_workbench(options.library)
    try:
        for notice in workbench.library.notices:
            print(notice, file=sys.stderr)
        yield workbench
    finally:
        workbench.close()


def path_of(options: argparse.Namespace) -> Path:
    """The library that the options name, else the user's own."""
    return options.library or locations.default_library()


def unlock(path: Path, passphrase_file: Path | None = None) -> None:
    """Unlock a library that has a passphrase: by the file's, the environment's, or by asking whoever sits at the
    screen. `LockedLibrary` where there is none of these, or it is the wrong one."""
    if not path.exists() or not locking.is_locked(path):
        return
    passphrase = given(passphrase_file, PASSPHRASE)
    if passphrase is None and sys.stdin.isatty():
        passphrase = getpass(f"Passphrase of {path.name}: ", stream=sys.stderr)
    if not passphrase:
        remedy = f"Give --passphrase-file, put it in {PASSPHRASE}, or start from a terminal."
        raise LockedLibrary(f"{path.name} needs its passphrase.", remedy)
    locking.unlock(path, passphrase)


def given(file: Path | None, variable: str) -> str | None:
    """A passphrase from the first line of a file, else from the environment; None where neither is given."""
    if file is None:
        return os.environ.get(variable)
    try:
        return (file.read_text(encoding="utf-8-sig").splitlines() or [""])[0]
    except (OSError, UnicodeDecodeError) as fault:
        raise Trouble(f"The passphrase file {file} cannot be read.", "Check its name, and that it is text.") from fault
