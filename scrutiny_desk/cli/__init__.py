"""The command line: the same services as the window, for scripts, tests and reports of faults."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from scrutiny_desk.bootstrap import Workbench
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import Cancelled

WRONG_USAGE = 2


def run(arguments: Sequence[str], show: Callable[[Workbench], int], ask: Callable[[Path], bool] | None = None) -> int:
    """Do what the arguments ask for; the exit status. `show` opens the window on a library until it is closed;
    `ask` unlocks a library in a window of its own, False where the person would rather not.

    0: done. 1: something could not be done, and standard error says what and how to mend it. 2: wrong usage.
    """
    from scrutiny_desk.cli.parser import WrongUsage, make_parser
    from scrutiny_desk.services import scratch

    _speak_utf8()
    scratch.sweep()
    try:
        options = make_parser().parse_args(list(arguments))
        options.show, options.ask = show, ask
        return options.command(options)
    except WrongUsage as usage:
        print(usage, file=sys.stderr)
        return WRONG_USAGE
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except (Cancelled, KeyboardInterrupt):
        print("Stopped; what was finished before stays.", file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read our output has seen enough (`| head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _speak_utf8() -> None:
    """JSON and people's names come out whole whatever the console's own alphabet is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
