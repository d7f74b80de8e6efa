"""The smaller commands: the passphrase, suggestions renewed, dates and deadlines."""

import argparse
import sys
from datetime import date
from getpass import getpass
from pathlib import Path

from scrutiny_desk.bootstrap import open_workbench
from scrutiny_desk.cli import output
from scrutiny_desk.cli.bench import bench as opened
from scrutiny_desk.cli.bench import given, path_of, unlock
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.deadlines import period_words
from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import again, calendars, deadlines, documents, locking, tables, times
from scrutiny_desk.services.dates import day

NEW_PASSPHRASE = "SCRUTINY_DESK_NEW_PASSPHRASE"


def lock(options: argparse.Namespace) -> int:
    """Lock the library, change its passphrase or take it off."""
    path = path_of(options)
    unlock(path, options.passphrase_file)
    if options.remove:
        locking.remove(path)
        return 0
    print(locking.WARNING, file=sys.stderr)
    if not path.exists():
        open_workbench(path).close()
    locking.lock(path, _new_passphrase(options.new_passphrase_file))
    return 0


def _new_passphrase(file: Path | None) -> str:
    """The new passphrase: the file's, the environment's, else one typed twice."""
    passphrase = given(file, NEW_PASSPHRASE)
    if passphrase is not None:
        return passphrase
    if not sys.stdin.isatty():
        raise LibraryTrouble(
            "A new passphrase is needed.",
            f"Give --new-passphrase-file, put it in {NEW_PASSPHRASE}, or start from a terminal.",
        )
    first, second = (getpass(words, stream=sys.stderr) for words in ("New passphrase: ", "Once more: "))
    if first != second:
        raise LibraryTrouble("The two passphrases differ, so nothing was changed.", "Type it again.")
    return first


def recognise_again(options: argparse.Namespace) -> int:
    """Say, a line each, what recognising every document again would change; with --apply, change it."""
    with opened(options) as bench:
        ids = list(tables.rows(bench.library, Kind.DOCUMENTS).ids(View(order="id")))
        for document_id in ids:
            name = documents.get(bench.library, document_id).file_name
            steps = (
                again.apply(bench.library, document_id)[0]
                if options.apply
                else again.compare(bench.library, document_id)
            )
            for step in steps:
                readings = "; ".join(
                    f"{what}: {before or '-'} -> {after or '-'}" for what, before, after in step.differs
                )
                print(f"{name}: {step.what} {step.kind} {step.row_id or 'new'}: {readings or step.words}")
    return 0


def dates(options: argparse.Namespace) -> int:
    """Write meetings and what falls due as a calendar."""
    with opened(options) as bench:
        calendars.write(bench.library, options.file, times.now())
    return 0


def _rules() -> list[dict[str, str]]:
    return [
        {"rule": rule.key, "title": rule.title, "period": period_words(rule), "source": rule.source,
         "verified": rule.verified, "set_by": "the council" if rule.local else "the program"}
        for rule in deadlines.rules()
    ]  # fmt: skip


def deadline(options: argparse.Namespace) -> int:
    """List the rules, or say the day that one of them comes to."""
    if options.rule is None:
        output.write_table(("rule", "title", "period", "source", "verified", "set_by"), _rules())
        return 0
    start = date.fromisoformat(day(options.since)) if options.since else date.today()
    print(deadlines.work_out(options.rule, start, options.nation).words)
    rule = deadlines.rule(options.rule, start.isoformat())
    print(f"{rule.source}. {rule.verified}", file=sys.stderr)
    return 0
