"""House styles from the command line: one tried on a file, and the rules that corrections teach."""

import argparse
import sys

from scrutiny_desk.bootstrap import Workbench
from scrutiny_desk.cli import output
from scrutiny_desk.cli.bench import bench as opened
from scrutiny_desk.domain.changes import FOLLOWED
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import house_rules, rule_learning, rule_trials, rule_words, teaching, trying
from scrutiny_desk.services.rule_learning import Proposal

_COLUMNS = ("id", "on", "rule")
_RATES = ("council", "kind", "right", "found", "confirmed", "corrected", "rejected", "added")


def try_it(options: argparse.Namespace) -> int:
    """Print what is recognised in a file, each finding with how sure the program is and why."""
    for line in trying.report(options.file, options.style):
        print(line)
    return 0


def rules(options: argparse.Namespace) -> int:
    """Switch a rule or take it out, if asked to; then list the rules there are."""
    with opened(options) as bench:
        done = None
        if options.off or options.on:
            done = rule_trials.switch(bench.library, options.off or options.on, bool(options.on))
        elif options.remove:
            done = rule_trials.remove(bench.library, options.remove)
        if done is not None:
            print(rule_words.followed(done[0]), file=sys.stderr)
        rows = [
            {"id": kept.id, "on": kept.active, "rule": kept.rule.sentence, "kind": str(kept.rule.kind)}
            for kept in house_rules.rules(bench.library)
        ]
    if options.format == "json":
        output.write_json(rows)
    else:
        output.write_table(_COLUMNS, rows)
    return 0


def learn(options: argparse.Namespace) -> int:
    """Print the rule that a correction teaches and what it would change; with --keep, keep it."""
    with opened(options) as bench:
        proposal = _proposed(bench, options)
        if proposal.trial is None:
            raise Trouble(proposal.why_none, "What you said of the finding itself is kept.")
        for line in rule_words.told(proposal.trial):
            print(line)
        if options.keep:
            number, _change = rule_learning.keep(bench.library, proposal)
            print(f"Kept as rule {number}; undo takes it back with all that followed.")
    return 0


def _proposed(bench: Workbench, options: argparse.Namespace) -> Proposal:
    library = bench.library
    if options.kind == "person":
        if not options.document or not options.capacity:
            raise Trouble("For a person, a paper and a capacity are needed.", "Give --document and --capacity.")
        return rule_learning.propose_list(library, options.document, options.id, Capacity(options.capacity))
    kind = next(kind for kind, noun in FOLLOWED.items() if noun == options.kind)
    return rule_learning.propose(library, kind, options.id, only_committee=options.committee)


def rate(options: argparse.Namespace) -> int:
    """List how often the program was right, by council and kind of finding."""
    with opened(options) as bench:
        rows = [
            {
                "council": rate.body,
                "kind": str(rate.kind),
                "right": _share(rate.right),
                "found": _share(rate.found),
                "confirmed": rate.confirmed,
                "corrected": rate.corrected,
                "rejected": rate.rejected,
                "added": rate.added,
            }
            for rate in teaching.hit_rates(bench.library)
        ]
    if options.format == "json":
        output.write_json(rows)
    else:
        output.write_table(_RATES, rows)
    return 0


def _share(share: float | None) -> float | None:
    return None if share is None else round(share, 2)


def export_rules(options: argparse.Namespace) -> int:
    """Write the rules to a house style file."""
    with opened(options) as bench:
        written, left_out = house_rules.write_style(bench.library, options.file, options.body)
    print(rule_words.written(written, left_out))
    return 0


def import_rules(options: argparse.Namespace) -> int:
    """Take the rules of a house style file in."""
    with opened(options) as bench:
        new, _change = house_rules.take_in(bench.library, options.file, options.body)
    print(rule_words.taken_in(new))
    return 0
