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
from scrutiny_desk.domain.troubles import LockedLibrary
from scrutiny_desk.services import locking

PASSPHRASE = "SCRUTINY_DESK_PASSPHRASE"


@contextmanager
def bench(options: argparse.Namespace) -> Iterator[Workbench]:
    """The workbench on the library that the options name."""
    unlock(path_of(options))
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


def unlock(path: Path) -> None:
    """Unlock a library that has a passphrase, by the environment's or by asking whoever sits at the screen."""
    if not path.exists() or not locking.is_locked(path):
        return
    passphrase = os.environ.get(PASSPHRASE)
    if passphrase is None and sys.stdin.isatty():
        passphrase = getpass(f"Passphrase of {path.name}: ", stream=sys.stderr)
    if not passphrase:
        raise LockedLibrary(f"{path.name} needs its passphrase.", f"Put it in {PASSPHRASE}, or start from a terminal.")
    locking.unlock(path, passphrase)
