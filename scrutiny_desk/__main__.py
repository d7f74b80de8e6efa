"""Starts the program: the command line, which opens the window where it is asked to."""

import multiprocessing
import sys


def main() -> int:
    """Run the program with the arguments it was started with; the exit status."""
    multiprocessing.freeze_support()
    from scrutiny_desk.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
