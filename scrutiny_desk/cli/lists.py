"""`list`: what the library holds of one kind, filtered, as a table, JSON or CSV."""

import argparse
from typing import Any

from scrutiny_desk.bootstrap import Workbench
from scrutiny_desk.cli import naming, output
from scrutiny_desk.cli.bench import bench as opened
from scrutiny_desk.cli.parser import WrongUsage
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.undertakings import DecisionKind, State
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import exporting, tables
from scrutiny_desk.services.dates import day

_DATED = frozenset({"committee", "since", "until"})
_FILTERS = {
    "documents": _DATED | {"witness"},
    "meetings": _DATED | {"witness", "outstanding"},
    "witnesses": _DATED | {"witness", "outstanding"},
    "questions": _DATED | {"witness", "asker", "issue", "status", "outstanding", "overdue"},
    "undertakings": _DATED | {"witness", "asker", "issue", "status", "outstanding", "overdue"},
    "decisions": _DATED | {"status"},
    "actions": _DATED | {"witness", "status", "outstanding", "overdue"},
    "issues": frozenset({"issue"}),
}
_STATUSES: dict[str, tuple[str, ...]] = {
    "questions": tuple(QuestionStatus),
    "undertakings": tuple(State),
    "actions": tuple(State),
    "decisions": tuple(DecisionKind),
}
_SHOWN = {
    "documents": ("id", "date", "committee", "kind", "title", "file_name", "questions", "classification"),
    "meetings": ("id", "date", "start", "committee", "body", "questions", "outstanding", "undertakings"),
    "witnesses": ("id", "name", "post", "organisation", "asked", "outstanding", "oldest", "undertakings"),
    "questions": ("id", "date", "committee", "item", "asked_by", "put_to", "text", "status"),
    "undertakings": ("id", "date", "committee", "made_by", "made_to", "text", "due", "state"),
    "decisions": ("id", "date", "committee", "item", "kind", "text"),
    "actions": ("id", "date", "committee", "owners", "text", "due", "state"),
    "issues": ("id", "name", "tags", "questions", "outstanding", "note"),
}
_ADDED = {
    "witnesses": ("asked", "outstanding", "oldest", "undertakings"),
    "questions": ("date", "committee"),
    "undertakings": ("date", "committee"),
    "decisions": ("date", "committee"),
    "actions": ("date", "committee"),
}
"""What a JSON row holds beyond the export's fields."""


def list_rows(options: argparse.Namespace) -> int:
    """List what there is of one kind."""
    _refuse(options)
    with opened(options) as bench:
        ids, rows = _rows(bench, options)
        if options.format == "json":
            rows = _export_rows(bench, options.kind, ids, rows)
    if options.format == "json":
        output.write_json(rows)
    elif options.format == "csv":
        output.write_csv(_SHOWN[options.kind], rows)
    else:
        output.write_table(_SHOWN[options.kind], rows)
    return 0


def _refuse(options: argparse.Namespace) -> None:
    """Filters that would do nothing are wrong usage: a list that passes them over would mislead."""
    given = {
        name
        for name in ("witness", "asker", "committee", "issue", "status", "outstanding", "overdue", "since", "until")
        if getattr(options, name)
    }
    beside = sorted(given - _FILTERS[options.kind])
    if beside:
        raise WrongUsage(f"A list of {options.kind} has no filter --{beside[0]}; see scrutiny-desk list --help.")
    known = _STATUSES.get(options.kind, ())
    for status in _statuses(options):
        if status not in known:
            raise WrongUsage(f"{status!r} is no status of {options.kind}: choose from {', '.join(known)}.")


def _statuses(options: argparse.Namespace) -> tuple[str, ...]:
    return tuple(part.strip() for part in (options.status or "").split(",") if part.strip())


def _rows(bench: Workbench, options: argparse.Namespace) -> tuple[list[int], list[dict[str, Any]]]:
    """The ids of the list, and its rows by column."""
    source = (
        tables.witnesses(bench.library)
        if options.kind == "witnesses"
        else tables.rows(bench.library, Kind(options.kind))
    )
    ids = list(source.ids(_view(bench, options)))
    return ids, [dict(zip(source.columns, row, strict=True)) for row in source.page(ids)]


def _view(bench: Workbench, options: argparse.Namespace) -> View:
    return View(
        witness=naming.person(bench, options.witness) if options.witness else None,
        asker=naming.person(bench, options.asker) if options.asker else None,
        committee=naming.committee(bench, options.committee) if options.committee else None,
        issue=naming.issue(bench, options.issue) if options.issue else None,
        status=_statuses(options),
        outstanding=options.outstanding,
        overdue=options.overdue,
        since=_day(options.since),
        until=_day(options.until),
    )


def _day(typed: str | None) -> str | None:
    try:
        return day(typed) if typed else None
    except Trouble as trouble:
        raise WrongUsage(str(trouble)) from trouble


def _export_rows(bench: Workbench, kind: str, ids: list[int], rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with the export's fields and a few of the list's own."""
    of_kind = Kind.PEOPLE if kind == "witnesses" else Kind(kind)
    more = {row["id"]: {name: row[name] for name in _ADDED.get(kind, ())} for row in rows}
    return [{**more[row["id"]], **row} for row in exporting.rows(bench.library, of_kind, ids)]
