"""Dialogs: only for a decision that cannot wait."""
