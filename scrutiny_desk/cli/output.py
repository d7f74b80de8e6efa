"""Rows on standard output: a table for people, JSON and CSV for programs."""

import csv
import json
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import Any

_WIDEST = 46


def write_json(rows: Sequence[dict[str, Any]]) -> None:
    """Rows as one JSON array, a row a line."""
    print("[" + ",\n ".join(json.dumps(row, ensure_ascii=False) for row in rows) + "]")


def write_csv(columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    """Rows as CSV under a row of column names; a cell that a spreadsheet would take for a formula is made text."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_harmless(_words(row.get(column))) for column in columns])


def write_table(columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    """Rows as a table as wide as the screen; long texts run on over several lines."""
    if not rows:
        return
    cells = [[_words(row.get(column)) for column in columns] for row in rows]
    widths = _widths([[column.replace("_", " ") for column in columns], *cells])
    _line([column.replace("_", " ") for column in columns], widths)
    print("  ".join("-" * width for width in widths))
    for row in cells:
        _line(row, widths)


def _line(cells: Sequence[str], widths: Sequence[int]) -> None:
    folded = [textwrap.wrap(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, folded))):
        parts = [lines[number] if number < len(lines) else "" for lines in folded]
        print("  ".join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip())


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """A width for each column: as wide as its longest cell, the longest columns sharing what the screen leaves."""
    longest = [max(len(row[column]) for row in rows) or 1 for column in range(len(rows[0]))]
    room = max(shutil.get_terminal_size((140, 24)).columns - 2 * (len(longest) - 1), 10 * len(longest))
    widths = [min(width, _WIDEST) for width in longest]
    while sum(widths) > room and max(widths) > 10:
        widths[widths.index(max(widths))] -= 1
    spare = room - sum(widths)
    for column in sorted(range(len(widths)), key=lambda at: -longest[at]):
        more = min(spare, longest[column] - widths[column])
        widths[column] += more
        spare -= more
    return widths


def _words(value: object) -> str:
    """A value of a row as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(_words, value)))
    if isinstance(value, dict):
        return str(value.get("name") or value.get("label") or value.get("quote") or value.get("text") or "")
    return " ".join(str(value).split())


def _harmless(cell: str) -> str:
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t") else cell
