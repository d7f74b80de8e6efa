"""`tracker-out` and `tracker-in`: the tracker as a spreadsheet, and the council's own beside the library."""

import argparse
import sys
from datetime import date

from scrutiny_desk.cli import naming
from scrutiny_desk.cli.bench import bench as opened
from scrutiny_desk.cli.parser import WrongUsage
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.tracker import Column, Comparison, Finding, Matching, RowDifference
from scrutiny_desk.services import tracker_columns, tracker_compare, tracker_take, trackers

FINDINGS = {
    Finding.CHANGED: "changed in the spreadsheet",
    Finding.CONFLICT: "conflict",
    Finding.OURS: "changed in the library",
    Finding.KEPT: "not taken",
    Finding.UNCLEAR: "not understood",
}


def write(options: argparse.Namespace) -> int:
    """Write the tracker; says on standard error what circulation has left out."""
    with opened(options) as bench:
        rows, left_out = trackers.write(
            bench.library,
            options.file,
            today=date.today().isoformat(),
            committee=naming.committee(bench, options.committee) if options.committee else None,
            circulation=Circulation(options.circulation),
        )
    print(f"{rows} rows written to {options.file}.")
    for reason, count in sorted(left_out.items()):
        print(f"Left out: {count} ({reason}).", file=sys.stderr)
    return 0


def take(options: argparse.Namespace) -> int:
    """Show where a spreadsheet differs; with --take, take what changed in it."""
    sheets = tracker_columns.read(options.file)
    with opened(options) as bench:
        matching = tracker_columns.match(bench.library, sheets)
        if options.column:
            matching = tracker_columns.rematch(bench.library, matching, _columns(matching, options.column))
        _say_columns(matching)
        compared = tracker_compare.compare(bench.library, sheets, matching)
        choice = _choice(compared, options)
        _say(compared, choice, taking=options.take)
        if options.take:
            tracker_take.take(bench.library, options.file, sheets, compared, choice, date.today().isoformat())
    return 0


def _columns(matching: Matching, wanted: list[str]) -> dict[Column, int]:
    columns = dict(matching.columns)
    for pair in wanted:
        ours, _, heading = pair.partition("=")
        known = [column for column in Column if str(column).replace("_", " ") == ours.strip().lower().replace("_", " ")]
        at = [number for number, held in enumerate(matching.headings) if held.casefold() == heading.strip().casefold()]
        if not known or (heading.strip() and not at):
            raise WrongUsage(
                f"--column {pair!r} names no column; write it as --column owner='Lead officer', with a heading of the "
                f"spreadsheet ({', '.join(filter(None, matching.headings))})."
            )
        columns.pop(known[0], None)
        if at:
            columns[known[0]] = at[0]
    return columns


def _choice(compared: Comparison, options: argparse.Namespace) -> tracker_take.Choice:
    usual = tracker_take.usual(compared)
    cells = set(usual.cells)
    for row in compared.differing:
        for cell in row.cells:
            wanted = (options.theirs and cell.finding is Finding.CONFLICT) or (
                options.closing and cell.finding is Finding.CHANGED
            )
            if wanted and (options.closing or not tracker_take.closes(row, cell)):
                cells.add((row.number, cell.column))
    return tracker_take.Choice(frozenset(cells), usual.rows)


def _say_columns(matching: Matching) -> None:
    how = "as you matched them before" if matching.remembered else "as their headings say"
    named = "; ".join(f"{column.replace('_', ' ')}: {matching.headings[at]}" for column, at in matching.columns.items())
    print(f"Columns, {how}: {named}.", file=sys.stderr)


def _say(compared: Comparison, choice: tracker_take.Choice, *, taking: bool) -> None:
    for row in compared.differing:
        for cell in row.cells:
            ticked = "*" if (row.number, cell.column) in choice.cells else " "
            why = f" ({cell.why})" if cell.why else ""
            print(
                f"{ticked} row {row.number}, {_ref(row)}, {cell.column.replace('_', ' ')}: "
                f"{FINDINGS[cell.finding]}{why}: "
                f"here “{cell.ours}”, in the spreadsheet “{cell.theirs}”"
            )
    for row in compared.new:
        ticked = "*" if row.number in choice.rows else " "
        print(f"{ticked} row {row.number}, new: {row.request or 'without a request, so it is passed over'}")
    for row in compared.doubled:
        print(f"  row {row.number}, {_ref(row)}: stands in the spreadsheet twice; the first is compared")
    for held in compared.missing:
        print(f"  {held.ref}: no longer in the spreadsheet; it stays in the library")
    done = "taken" if taking else "would be taken with --take (marked *)"
    count = len(choice.cells) + len(choice.rows)
    print(
        f"{compared.rows} rows: {compared.same} the same, {len(compared.differing)} differ, {len(compared.new)} new, "
        f"{len(compared.missing)} missing, {compared.conflicts} conflicts; {count} {done}."
    )


def _ref(row: RowDifference) -> str:
    return row.ours.ref if row.ours else row.ref
