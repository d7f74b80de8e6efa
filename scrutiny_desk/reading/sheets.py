"""Spreadsheets: the sheets of an .xlsx or .csv file as rows of words, with nothing in it worked out or run."""

import csv
import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from charset_normalizer import from_bytes

from scrutiny_desk.domain.tracker import Sheet
from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading.limits import USUAL, Limits, load, too_large

MOST_ROWS = 20_000
MOST_COLUMNS = 100
_FORMULA_GUARD = ("=", "+", "-", "@", "\t")
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read(path: Path, limits: Limits = USUAL) -> tuple[Sheet, ...]:
    """The sheets that hold anything, each cell as words and each day as ISO; raises `UnreadableFile`."""
    data = load(path, limits)
    if data.startswith(b"PK"):
        sheets = _workbook(path.name, data, limits)
    elif data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile(
            f"“{path.name}” is a spreadsheet of the old form (.xls), or is locked with a password.",
            "Open it, save it as .xlsx without a password, and take that in.",
        )
    else:
        sheets = (_values(path, data),)
    found = tuple(sheet for sheet in sheets if sheet.rows)
    if not found:
        raise UnreadableFile(f"“{path.name}” holds no rows.", "Check that it is the spreadsheet you meant.")
    return found


def _workbook(name: str, data: bytes, limits: Limits) -> tuple[Sheet, ...]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _refuse_large(name, data, limits)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = tuple(
            _trimmed(sheet.title, (tuple(map(_words, row)) for row in sheet.iter_rows(values_only=True)), name)
            for sheet in book.worksheets
        )
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, SyntaxError, OSError) as fault:
        raise UnreadableFile(
            f"“{name}” is no spreadsheet that can be read.", "Open it, save it as .xlsx or .csv, and take that in."
        ) from fault
    book.close()
    return sheets


def _refuse_large(name: str, data: bytes, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as fault:
        raise UnreadableFile(f"“{name}” is damaged.", "Open it, save it again, and take that copy in.") from fault
    if size > limits.expanded_bytes:
        raise too_large(name, size, limits.expanded_bytes)


def _values(path: Path, data: bytes) -> Sheet:
    text = _decoded(data)
    sample = text[:20_000]
    try:
        dialect: Any = csv.Sniffer().sniff(sample, delimiters=",;\t")
    except csv.Error:
        dialect = csv.excel
    try:
        rows = csv.reader(io.StringIO(text, newline=""), dialect, strict=False)
        return _trimmed(path.stem, (tuple(map(_unguarded, row)) for row in rows), path.name)
    except csv.Error as fault:
        raise UnreadableFile(
            f"“{path.name}” is no list of values that can be read.", "Save it as .xlsx, and take that in."
        ) from fault


def _decoded(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(data).best()
        return str(best) if best else data.decode("cp1252", "replace")


def _unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _FORMULA_GUARD else cell


def _trimmed(name: str, rows: Any, file_name: str) -> Sheet:
    kept: list[tuple[str, ...]] = []
    first, blank = 1, 0
    for row in rows:
        if len(kept) > MOST_ROWS:
            raise UnreadableFile(
                f"“{file_name}” has more than {MOST_ROWS:,} rows.", "Take in the rows of the last few years only."
            )
        cells = tuple(cell.strip() for cell in row[:MOST_COLUMNS])
        if not any(cells):
            if kept:
                blank += 1
            else:
                first += 1
            continue
        kept += [()] * min(blank, MOST_ROWS)
        blank = 0
        while cells and not cells[-1]:
            cells = cells[:-1]
        kept.append(cells)
    return Sheet(name, tuple(kept), first)


def _words(value: Any) -> str:
    """A cell's value as words; a day at midnight is a day."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
