"""`held`, `nameless`, `erase` and `keep`: what the library holds of people, and for how long."""

import argparse
import sys
from datetime import date, timedelta

from scrutiny_desk.bootstrap import Workbench
from scrutiny_desk.cli import naming, output
from scrutiny_desk.cli.bench import bench as opened
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import documents, personal, retention, tables
from scrutiny_desk.services.dates import day


def held(options: argparse.Namespace) -> int:
    """List everything held about a person: appearances, statements, notes, and passages with the name in them."""
    with opened(options) as bench:
        rows = personal.held_rows(bench.library, naming.person(bench, options.name))
    if options.format == "json":
        output.write_json(rows)
    else:
        output.write_table(("held", "where", "words"), rows)
    return 0


def nameless(options: argparse.Namespace) -> int:
    """Put a pseudonym in a person's place; say on standard error which papers still have the name in their words."""
    with opened(options) as bench:
        person_id = naming.person(bench, options.name)
        still = {hit.file_name for hit in personal.held_about(bench.library, person_id).passages}
        personal.make_nameless(bench.library, person_id, options.pseudonym)
    for name in sorted(still):
        print(f"The name still stands in the words of {name}.", file=sys.stderr)
    print(personal.COPIES, file=sys.stderr)
    return 0


def erase(options: argparse.Namespace) -> int:
    """Destroy a document and what rests on it alone, for good."""
    with opened(options) as bench:
        name = documents.get(bench.library, options.document).file_name
        personal.erase_document(bench.library, options.document)
    print(f"{name} is erased. {personal.COPIES}", file=sys.stderr)
    return 0


def _chosen(bench: Workbench, options: argparse.Namespace) -> list[int]:
    """The meetings the options name: each by itself, or all of a committee, or all before a day."""
    chosen = [naming.meeting(bench, typed) for typed in options.meeting]
    if options.committee or options.before:
        if not options.until:
            raise Trouble("It is not said how long to keep them.", "Add --until with a day, or with a number of years.")
        committee = naming.committee(bench, options.committee) if options.committee else None
        last = (date.fromisoformat(day(options.before)) - timedelta(days=1)).isoformat() if options.before else None
        view = View(committee=committee, until=last, since="0001-01-01" if last else None)
        chosen += tables.rows(bench.library, Kind.MEETINGS).ids(view)
    return list(dict.fromkeys(chosen))


def keep(options: argparse.Namespace) -> int:
    """Say until when meetings' papers are to be kept; where none are named, list those whose day has passed."""
    with opened(options) as bench:
        if options.meeting or options.committee or options.before:
            chosen = _chosen(bench, options)
            undated, _change = retention.keep_several(bench.library, chosen, options.until)
            print(f"{len(chosen) - undated} meetings: set.", file=sys.stderr)
            if undated:
                print(f"{undated} meetings have no day of their own and were left.", file=sys.stderr)
            return 0
        found = personal.past_keeping(bench.library, options.until or date.today().isoformat())
    rows = [
        {"id": meeting.id, "date": meeting.date, "committee": meeting.committee, "keep_until": until}
        for meeting, until in found
    ]
    output.write_table(("id", "date", "committee", "keep_until"), rows)
    return 0
