"""Two faults of PySide6 6.12, measured, and their cures; each does nothing where the fault is not."""

import ctypes
import sys
from importlib import import_module

PLENTY = 1 << 40


def cure() -> None:
    """Apply both; safe to call twice."""
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
