"""`house-style try FILE`: what would be recognised in a file, without taking it into any library."""

import argparse

from scrutiny_desk.services import trying


def house_style(options: argparse.Namespace) -> int:
    """Print what is recognised in a file, each finding with how sure the program is and why."""
    for line in trying.report(options.file, options.style):
        print(line)
    return 0
