"""What a person says of the registers' rows: what has become of them, whose they are, replies, chasers; what arises."""

import argparse
import sys
from typing import Any

from scrutiny_desk.cli import entries, naming, output
from scrutiny_desk.cli.bench import bench as opened
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.recommendations import Reply
from scrutiny_desk.domain.standings import Standing
from scrutiny_desk.services import chasing, matters, posts, recommendations, standings
from scrutiny_desk.services.dates import day


def arising(options: argparse.Namespace) -> int:
    """What is new, due, late, closed and waiting since a committee last met."""
    with opened(options) as bench:
        committee = naming.committee(bench, options.committee) if options.committee else None
        since = day(options.since) if options.since else None
        found = matters.arising(bench.library, committee, today=entries.today(), since=since)
        held: list[dict[str, Any]] = []
        for heading in ("new", "due", "late", "closed", "waiting"):
            held += [{"heading": heading, **row} for row in entries.of(bench, getattr(found, heading))]
    if options.format == "json":
        output.write_json(held)
    else:
        output.write_table(("heading", *entries.ENTRY), held)
    return 0


def stand(options: argparse.Namespace) -> int:
    """Say what has become of a question."""
    with opened(options) as bench:
        standings.stand(
            bench.library,
            [options.question],
            Standing(options.standing),
            day=options.day or entries.today(),
            detail=options.detail,
            shown_by=options.shown_by,
            closed=options.closed,
        )
    return 0


def left(options: argparse.Namespace) -> int:
    """Say that somebody left their post; with --to, pass what they owe to whoever follows."""
    with opened(options) as bench:
        person_id = naming.person(bench, options.name)
        if options.to:
            posts.take_over(bench.library, person_id, Who(options.to), options.on, post=options.post)
        else:
            posts.leave(bench.library, person_id, options.on, post=options.post)
        for asked in posts.unheld(bench.library):
            sentence = f"{asked.words or 'A post that is not recorded'} owes {len(asked.owed)}: to whom does it pass?"
            print(sentence, file=sys.stderr)
    return 0


def reply(options: argparse.Namespace) -> int:
    """Keep the executive's reply to a recommendation."""
    with opened(options) as bench:
        answer = Reply(options.reply)
        recommendations.reply(
            bench.library, [options.recommendation], answer, options.on or entries.today(), reasons=options.reasons
        )
    return 0


def chase(options: argparse.Namespace) -> int:
    """Print the e-mail of the step that is due of somebody; with --output the letter too. Nothing is sent."""
    with opened(options) as bench:
        person_id = naming.person(bench, options.witness)
        nation = entries.nation(bench)
        due = chasing.due_now(bench.library, person_id, entries.today(), nation=nation)
        if options.step:
            things = [thing for _step, held in due for thing in held] or posts.owed_by(bench.library, person_id)
            due = ((chasing.step(options.step), tuple(things)),)
        for number, (step, things) in enumerate(due):
            made = chasing.draft(bench.library, step.key, things, today=entries.today(), person_id=person_id)
            print(f"{'' if not number else chr(10)}{made.step.title}: {made.subject}\n\n{made.email}", end="")
            if options.output:
                path = options.output
                chasing.save(made, path if not number else path.with_stem(f"{path.stem}-{step.key}"))
            if options.record:
                chasing.record(
                    bench.library, step.key, things, entries.today(), person_id=person_id, sent_to=made.sent_to,
                    words=made.email, nation=nation,
                )  # fmt: skip
        if not due:
            print("Nothing is to be chased today.", file=sys.stderr)
    return 0
