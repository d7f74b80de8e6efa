"""The commands that open the window; the desk, and Qt with it, is imported here and only when asked for."""

import argparse
import sys
from pathlib import Path

from scrutiny_desk import locations
from scrutiny_desk.bootstrap import open_workbench


def open_window(options: argparse.Namespace) -> int:
    """Open the window on a library."""
    return _show(options.file or options.library)


def demo(options: argparse.Namespace) -> int:
    """Make a fresh copy of the sample library and, unless told otherwise, open the window on it."""
    from scrutiny_desk.services import sample

    path = sample.make(options.library or locations.sample_library())
    if options.no_window:
        print(f"The sample library is at {path}.", file=sys.stderr)
        return 0
    return _show(path)


def _show(path: Path | None) -> int:
    from scrutiny_desk.desk import app

    return app.run(open_workbench(path))
