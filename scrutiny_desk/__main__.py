"""Starts the program: the command line, which opens the window where it is asked to."""

import multiprocessing
import sys
from pathlib import Path

from scrutiny_desk.bootstrap import Workbench


def main() -> int:
    """Run the program with the arguments it was started with; the exit status."""
    multiprocessing.freeze_support()
    from scrutiny_desk.cli import run

    return run(sys.argv[1:], _show, _ask)


def _show(workbench: Workbench) -> int:
    """Open the window; Qt is loaded here and nowhere before."""
    from scrutiny_desk.desk import app

    return app.run(workbench)


def _ask(path: Path) -> bool:
    """Ask for a locked library's passphrase in a window; False where the person would rather not."""
    from scrutiny_desk.desk import app

    return app.ask_passphrase(path)


if __name__ == "__main__":
    sys.exit(main())
