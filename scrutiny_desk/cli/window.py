"""The commands that open the window. Which window that is, `__main__` says: the command line knows no desk."""

import argparse
import sys
from pathlib import Path

from scrutiny_desk import locations
from scrutiny_desk.bootstrap import open_workbench
from scrutiny_desk.cli.bench import unlock
from scrutiny_desk.domain.troubles import LockedLibrary
from scrutiny_desk.services import locking


def open_window(options: argparse.Namespace) -> int:
    """Open the window on a library."""
    return _show(options, options.file or options.library)


def demo(options: argparse.Namespace) -> int:
    """Make a fresh copy of the sample library and, unless told otherwise, open the window on it."""
    from scrutiny_desk.services import sample

    path = sample.make(options.library or locations.sample_library())
    if options.no_window:
        print(f"The sample library is at {path}.", file=sys.stderr)
        return 0
    return _show(options, path)


def _show(options: argparse.Namespace, path: Path | None) -> int:
    place = path or locations.default_library()
    try:
        unlock(place, options.passphrase_file)
    except LockedLibrary:  # nobody is at a terminal, or typed it wrong: the window can ask
        if options.ask is None or (locking.is_locked(place) and not options.ask(place)):
            raise
    return options.show(open_workbench(place, as_window=True))
