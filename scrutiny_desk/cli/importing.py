"""`import`: files and folders into the library, a line on standard output for each file."""

import argparse
import json
import sys

from scrutiny_desk.cli.bench import bench as opened
from scrutiny_desk.domain.work import Progress
from scrutiny_desk.services import importing
from scrutiny_desk.services.importing import ImportRow


def import_files(options: argparse.Namespace) -> int:
    """Import; 0 if every file is in, 1 if any is not: the others are in all the same."""
    say = _say_json if options.json else _say
    with opened(options) as bench:
        report = importing.import_paths(
            bench.library, options.paths, reporter=_progress, on_row=say, scans=not options.no_scans
        )
    return 1 if report.failed else 0


def _progress(progress: Progress) -> None:
    print(f"{progress.done + 1} of {progress.total}: {progress.file}", file=sys.stderr)


def _say(row: ImportRow) -> None:
    found = ", ".join(f"{count} {name}" for name, count in row.found.items() if count)
    words = " ".join(part for part in (row.reason, f"({found})" if found else "") if part)
    print(f"{row.outcome:<9} {row.file}{': ' + words if words else ''}", flush=True)
    for notice in row.notices:
        print(f"{row.file}: {notice}", file=sys.stderr)


def _say_json(row: ImportRow) -> None:
    fields = {
        "file": row.file,
        "outcome": row.outcome,
        "reason": row.reason or None,
        "document_id": row.document_id,
        "found": row.found,
        "notices": list(row.notices),
    }
    print(json.dumps(fields, ensure_ascii=False), flush=True)
