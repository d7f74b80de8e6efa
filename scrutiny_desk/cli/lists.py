"""`list`: what the library holds of one kind, filtered, as a table, JSON or CSV."""

import argparse
from typing import Any

from scrutiny_desk.bootstrap import Workbench
from scrutiny_desk.cli import entries, naming, output
from scrutiny_desk.cli.bench import bench as opened
from scrutiny_desk.cli.parser import WrongUsage
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.recommendations import Reply
from scrutiny_desk.domain.standings import Standing
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.undertakings import DecisionKind, State
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import exporting, tables
from scrutiny_desk.services.dates import day

_DATED = frozenset({"committee", "since", "until"})
_OF_A_QUESTION = frozenset("witness asker issue status outstanding overdue owner post organisation standing by".split())
_OWED = frozenset({"owner", "post", "organisation"})
_FILTERS = {
    "documents": _DATED | {"witness"},
    "meetings": _DATED | {"witness", "outstanding"},
    "witnesses": _DATED | {"witness", "outstanding"},
    "questions": _DATED
    | {
        "witness",
        "asker",
        "issue",
        "status",
        "outstanding",
        "overdue",
        "owner",
        "post",
        "organisation",
        "standing",
        "by",
    },
    "undertakings": _DATED | {"witness", "asker", "issue", "status", "outstanding", "overdue", "by"} | _OWED,
    "decisions": _DATED | {"status"},
    "actions": _DATED | {"witness", "status", "outstanding", "overdue", "by"} | _OWED,
    "issues": frozenset({"issue"}),
    "requests": _DATED | {"witness", "status", "outstanding", "overdue"} | _OWED,
    "recommendations": _DATED | {"status", "outstanding"},
}
_STATUSES: dict[str, tuple[str, ...]] = {
    "questions": tuple(QuestionStatus),
    "undertakings": tuple(State),
    "actions": tuple(State),
    "decisions": tuple(DecisionKind),
    "requests": tuple(State),
    "recommendations": tuple(Reply),
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
    "requests": entries.ENTRY,
    "recommendations": entries.ENTRY,
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
    shown = entries.GROUP if options.by else _SHOWN[options.kind]
    with opened(options) as bench:
        if options.by:
            rows = entries.grouped(bench, Kind(options.kind), options.by, _view(bench, options))
        elif options.kind in _REGISTERS:
            rows = entries.rows(bench, options.kind, _view(bench, options))
        else:
            ids, rows = _rows(bench, options)
            if options.format == "json":
                rows = _export_rows(bench, options.kind, ids, rows)
    if options.format == "json":
        output.write_json(rows)
    elif options.format == "csv":
        output.write_csv(shown, rows)
    else:
        output.write_table(shown, rows)
    return 0


_REGISTERS = ("requests", "recommendations")
_NAMES = (
    "witness", "asker", "committee", "issue", "status", "outstanding", "overdue", "since", "until", "owner", "post",
    "organisation", "standing", "by",
)  # fmt: skip


def _refuse(options: argparse.Namespace) -> None:
    """Filters that would do nothing are wrong usage: a list that passes them over would mislead."""
    given = {name for name in _NAMES if getattr(options, name)}
    beside = sorted(given - _FILTERS[options.kind])
    if beside:
        raise WrongUsage(f"A list of {options.kind} has no filter --{beside[0]}; see scrutiny-desk list --help.")
    known = _STATUSES.get(options.kind, ())
    for status in _statuses(options):
        if status not in known:
            raise WrongUsage(f"{status!r} is no status of {options.kind}: choose from {', '.join(known)}.")
    for standing in _several(options.standing):
        if standing not in tuple(Standing):
            raise WrongUsage(f"{standing!r} is no standing: choose from {', '.join(Standing)}.")


def _statuses(options: argparse.Namespace) -> tuple[str, ...]:
    return _several(options.status)


def _several(typed: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (typed or "").split(",") if part.strip())


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
        owner=naming.person(bench, options.owner) if options.owner else None,
        post=options.post,
        organisation=options.organisation,
        standing=_several(options.standing),
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
