"""How this program is started, so that it can open another library in a window of its own."""

import sys


def command() -> list[str]:
    """The program and its first arguments; more arguments can follow."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "scrutiny_desk"]
