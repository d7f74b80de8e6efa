"""Drafts of briefings: what a person chose, ordered, renamed and wrote, and what the last export said. Frozen."""

TABLES = """
CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '',
    sections TEXT NOT NULL DEFAULT '[]',
    final INTEGER NOT NULL DEFAULT 0 CHECK (final IN (0, 1)),
    number INTEGER NOT NULL DEFAULT 0,
    exported_at TEXT NOT NULL DEFAULT '',
    facts TEXT NOT NULL DEFAULT '[]'
) STRICT;
"""
