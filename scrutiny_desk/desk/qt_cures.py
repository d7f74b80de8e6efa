"""What PySide6 6.12 needs to run well beside working threads: each cure was measured, and does no harm elsewhere."""

import ctypes
import sys
from importlib import import_module

PLENTY = 1 << 40
SWITCH = 0.0005
"""Seconds a working thread may keep Python to itself. Painting a list asks for it some fifty times; at Python's own
0.005 an import in the background held one painting up for a fifth of a second."""


def cure() -> None:
    """Apply all of them; safe to call twice."""
    sys.setswitchinterval(SWITCH)
    _keep_singletons()
    _keep_imports_quick()


def _keep_singletons() -> None:
    """Keep None, True and False from being counted away.

    Every call of Qt that returns None takes one reference of None too many (6.12.0 under Python 3.11: -1.00 a call),
    until Python stops with "deallocating None". From Python 3.12 on the three are immortal; before, a count that no
    program can use up makes them so.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython" or sys.getrefcount(None) > PLENTY // 2:
        return
    for singleton in (None, True, False):
        ctypes.c_ssize_t.from_address(id(singleton)).value += PLENTY


def _keep_imports_quick() -> None:
    """Spare every later import the search of its source text.

    PySide6 reads the source of each module imported after it, to see whether that asks for PySide6's optional
    spellings; one import of a library then takes seconds. We never ask for them.
    """
    try:
        feature = import_module("shibokensupport.feature")
    except ImportError:
        return
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False
