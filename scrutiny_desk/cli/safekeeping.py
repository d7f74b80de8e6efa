"""`check`, `backup` and `restore`: the library's health and its copies."""

import argparse

from scrutiny_desk import locations
from scrutiny_desk.bootstrap import open_workbench
from scrutiny_desk.services import safekeeping


def check(options: argparse.Namespace) -> int:
    """Look the library over; 1 where something is wrong, each fault a line."""
    bench = open_workbench(options.library)
    try:
        health = safekeeping.check(bench.library, full=options.full)
    finally:
        bench.close()
    for sentence in health.sentences or ("The library is well.",):
        print(sentence)
    return 0 if health.well else 1


def backup(options: argparse.Namespace) -> int:
    """Make a copy and say where it is."""
    bench = open_workbench(options.library)
    try:
        print(safekeeping.backup(bench.library, options.file))
    finally:
        bench.close()
    return 0


def restore(options: argparse.Namespace) -> int:
    """Put a copy back and say where the library that was there is kept."""
    library = options.library or locations.default_library()
    aside = safekeeping.restore(library, options.file)
    print(f"{library} is the copy {options.file} now; the library as it was is kept as {aside}.")
    return 0
