"""Files in, an ImportReport out: one transaction a document, and one bad file is one row of the report."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.work import CancelCheck, Reporter, never, silent
from scrutiny_desk.store import Library


class Outcome(StrEnum):
    """What became of one file."""

    IMPORTED = "imported"
    KNOWN = "known"
    JOINED = "joined"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One file of an import: what became of it and, where that needs words, why.

    `document_id` is the document the file is in the library as; None where it failed. `found` counts what was
    recognised in it, by the names of the lists ("questions": 13).
    """

    file: str
    outcome: Outcome
    reason: str = ""
    document_id: int | None = None
    found: dict[str, int] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """A row for each file, in the order they were met, and everything that differs now."""

    rows: tuple[ImportRow, ...]
    change: Change
    cancelled: bool = False

    @property
    def failed(self) -> tuple[ImportRow, ...]:
        """The rows of the files that could not be imported."""
        return tuple(row for row in self.rows if row.outcome is Outcome.FAILED)


def import_paths(
    library: Library,
    paths: Iterable[Path],
    *,
    reporter: Reporter = silent,
    cancelled: CancelCheck = never,
    on_row: Callable[[ImportRow], None] | None = None,
) -> ImportReport:
    """Import files and folders (folders whole) and say what became of each.

    `on_row` hears of each file as soon as it is done. Cancelling stops between documents: those finished stay.
    Raises `LibraryTrouble` where the library itself cannot be written; nothing else that a file does ends it.
    """
    raise NotImplementedError
