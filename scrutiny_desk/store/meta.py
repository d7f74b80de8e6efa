"""Small facts about the library itself, and what came of each import."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from scrutiny_desk.store import rows


@dataclass(frozen=True, slots=True)
class ImportRow:
    """What came of one file: `outcome` is "imported", "known", "joined" or "failed"; `reason` is a sentence."""

    file: str
    outcome: str
    reason: str = ""
    document_id: int | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of one import; `at` is ISO text."""

    id: int
    at: str
    label: str
    rows: tuple[ImportRow, ...]


def value(db: Database, key: str) -> str | None:
    """The fact kept under this key, or None. No part of undo."""
    found = db.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
    return found[0] if found else None


def put(db: Database, key: str, text: str | None) -> None:
    """Keep a fact under a key; None forgets it."""
    if text is None:
        db.execute("DELETE FROM meta WHERE key = ?", [key])
    else:
        sql = "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        db.execute(sql, [key, text])


def add_report(db: Database, at: str, import_rows: Iterable[ImportRow], label: str = "") -> int:
    """Keep what came of an import; the report's id."""
    report = rows.insert(db, "import_report", {"at": at, "label": label})
    for row in import_rows:
        add_report_row(db, report, row)
    return report


def add_report_row(db: Database, report_id: int, row: ImportRow) -> None:
    """Add what came of one more file to a report."""
    values = {"file": row.file, "outcome": row.outcome, "reason": row.reason, "document_id": row.document_id}
    rows.insert(db, "import_row", {"report_id": report_id, **values})


def reports(db: Database, limit: int = 20) -> list[ImportReport]:
    """The latest imports, newest first."""
    found = db.execute("SELECT id, at, label FROM import_report ORDER BY id DESC LIMIT ?", [limit]).fetchall()
    return [ImportReport(*row, _rows(db, row[0])) for row in found]


def _rows(db: Database, report_id: int) -> tuple[ImportRow, ...]:
    sql = "SELECT file, outcome, reason, document_id FROM import_row WHERE report_id = ? ORDER BY id"
    return tuple(ImportRow(*row) for row in db.execute(sql, [report_id]))
