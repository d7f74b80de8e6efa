"""`check`, `backup` and `restore`: the library's health and its copies."""

import argparse

from scrutiny_desk.cli.bench import path_of, unlock
from scrutiny_desk.services import safekeeping


def check(options: argparse.Namespace) -> int:
    """Look the library over; 1 where something is wrong, each fault a line."""
    path = path_of(options)
    unlock(path, options.passphrase_file)
    health = safekeeping.check(path, full=options.full)
    for sentence in health.sentences or ("The library is well.",):
        print(sentence)
    return 0 if health.well else 1


def backup(options: argparse.Namespace) -> int:
    """Make a copy and say where it is."""
    path = path_of(options)
    unlock(path, options.passphrase_file)
    print(safekeeping.backup(path, options.file))
    return 0


def restore(options: argparse.Namespace) -> int:
    """Put a copy back and say where the library that was there is kept."""
    library = path_of(options)
    if library.exists():
        unlock(library, options.passphrase_file)
    else:
        unlock(options.file, options.passphrase_file)
    aside = safekeeping.restore(library, options.file)
    kept = f"; the library as it was is kept as {aside}" if aside else ""
    print(f"{library} is now what the copy {options.file} holds{kept}.")
    return 0
