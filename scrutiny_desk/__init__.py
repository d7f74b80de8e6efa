"""Scrutiny Desk: who asked what of whom, what was promised, and what is still owed."""

__version__ = "0.4.0"
