"""Rows of the registers, for the lists of the command line."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from scrutiny_desk.bootstrap import Workbench
from scrutiny_desk.domain.changes import FOLLOWED, Kind
from scrutiny_desk.domain.registers import Entry, Grouping, Register
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import registers

ENTRY = ("kind", "id", "asked_on", "committee", "asked_by", "owner", "text", "due", "moved", "late", "chased", "state")
GROUP = ("label", "count", "late", "oldest")
_PLAIN = (
    "id", "asked_on", "committee", "item", "text", "asked_by", "owner", "state", "standing", "open", "due", "how",
    "first_due", "moved", "late", "chased", "chased_on", "settled_on", "reply", "review", "classification",
    "document_id", "page", "paragraph",
)  # fmt: skip


def rows(bench: Workbench, register: str, view: View) -> list[dict[str, Any]]:
    """A register as rows of plain values."""
    return of(bench, registers.ids(bench.library, Register(register), view))


def of(bench: Workbench, things: Sequence[tuple[Kind, int]]) -> list[dict[str, Any]]:
    """These things as rows of plain values."""
    very = int(bench.settings["very_late_after"])
    found = registers.entries(bench.library, things, today=today(), nation=nation(bench), very=very)
    return [_plain(entry) for entry in found]


def grouped(bench: Workbench, kind: Kind, by: str, view: View) -> list[dict[str, Any]]:
    """Questions, undertakings or actions put together, as rows of plain values."""
    found = registers.grouped(bench.library, kind, Grouping(by), view, today=today())
    return [
        {"label": group.label or "not recorded", "count": len(group.ids), "late": group.late, "oldest": group.oldest,
         "ids": list(group.ids)}
        for group in found
    ]  # fmt: skip


def today() -> str:
    """The day it is (ISO)."""
    return date.today().isoformat()


def nation(bench: Workbench) -> str:
    """Whose bank holidays count."""
    return str(bench.settings["nation"])


def _plain(entry: Entry) -> dict[str, Any]:
    named = {"register": str(entry.register), "kind": FOLLOWED[entry.kind], "lateness": str(entry.lateness)}
    return named | {name: getattr(entry, name) for name in _PLAIN}
