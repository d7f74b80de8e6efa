"""A table as a spreadsheet (.xlsx) or as values (.csv) that any office program opens and a screen reader reads."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from scrutiny_desk.domain.troubles import Trouble

SUFFIXES = (".xlsx", ".csv")
_GUARDED = ("=", "+", "-", "@", "\t", "\r")
_WIDE, _NARROW, _DAY = 48, 18, 13


def save(
    path: Path, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], days: Sequence[int], made_on: str
) -> None:
    """Write a table; `days` are the numbers of the columns that hold ISO days, `made_on` the day it is made.

    No word of it is ever taken for a formula. `Trouble` where it cannot be written, or the suffix is another.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise Trouble(f"A tracker cannot be written as “{path.name}”.", "Give it a name that ends in .xlsx or .csv.")
    data = workbook(title, headings, rows, days, made_on) if suffix == ".xlsx" else values(headings, rows)
    try:
        path.write_bytes(data)
    except OSError as fault:
        raise Trouble(
            f"The tracker could not be written to {path}: {fault.strerror or 'the system refused'}.",
            "Close it if it is open in another program, or choose another folder.",
        ) from fault


def values(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """The table as CSV in UTF-8 with the mark by which Excel knows it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([[_guarded(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def workbook(
    title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], days: Sequence[int], made_on: str
) -> bytes:
    """The table as a workbook of one sheet: the headings stay in sight and can be filtered by, days are days."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = title[:31]
    book.properties.creator, book.properties.title = "", title
    book.properties.created = book.properties.modified = datetime.fromisoformat(made_on)
    for column, heading in enumerate(headings, 1):
        cell = sheet.cell(1, column, heading)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(rows, 2):
        for column, words in enumerate(row, 1):
            _put(sheet.cell(number, column), words, column - 1 in days)
            sheet.cell(number, column).alignment = Alignment(wrap_text=True, vertical="top")
    for column in range(1, len(headings) + 1):
        longest = max((len(row[column - 1]) for row in rows), default=0)
        width = _DAY if column - 1 in days else _WIDE if longest > 40 else _NARROW if longest > 9 else 11
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _put(cell, words: str, is_day: bool) -> None:  # noqa: ANN001 - the spreadsheet library's class
    if is_day and words:
        try:
            cell.value = date.fromisoformat(words)
            cell.number_format = "dd/mm/yyyy"
            return
        except ValueError:
            pass  # a day that is none stays the words it is
    cell.value = _printable(words) or None
    if cell.value is not None:
        cell.data_type = "s"


def _printable(words: str) -> str:
    """The words without the control characters that a workbook may not hold, and no longer than a cell may be."""
    return "".join(letter for letter in words if letter >= " " or letter in "\n\t")[:32_000]


def _guarded(cell: str) -> str:
    return "'" + cell if cell.startswith(_GUARDED) else cell
