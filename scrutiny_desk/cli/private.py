"""`held`, `nameless`, `erase` and `keep`: what the library holds of people, and for how long."""

import argparse
import sys
from datetime import date

from scrutiny_desk.cli import naming, output
from scrutiny_desk.cli.bench import bench as opened
from scrutiny_desk.services import documents, personal


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


def keep(options: argparse.Namespace) -> int:
    """Say until when a meeting's papers are to be kept; without a meeting, list those whose day has passed."""
    with opened(options) as bench:
        if options.meeting:
            personal.keep_until(bench.library, naming.meeting(bench, options.meeting), options.until)
            return 0
        found = personal.past_keeping(bench.library, options.until or date.today().isoformat())
    rows = [
        {"id": meeting.id, "date": meeting.date, "committee": meeting.committee, "keep_until": until}
        for meeting, until in found
    ]
    output.write_table(("id", "date", "committee", "keep_until"), rows)
    return 0
