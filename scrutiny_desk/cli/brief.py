"""`brief`: a briefing as a Word document."""

import argparse
import sys
from datetime import date

from scrutiny_desk.cli import naming
from scrutiny_desk.cli.bench import bench as opened
from scrutiny_desk.cli.parser import WrongUsage
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.services import briefing


def brief(options: argparse.Namespace) -> int:
    """Write a briefing; says on standard error what circulation has left out."""
    kind = BriefingKind(options.kind)
    wanted = briefing.needs(kind)
    if wanted and not getattr(options, wanted):
        raise WrongUsage(f"A {kind} briefing needs --{wanted}; see scrutiny-desk brief --help.")
    with opened(options) as bench:
        scope = briefing.Scope(
            kind,
            meeting=naming.meeting(bench, options.meeting) if options.meeting else None,
            witness=naming.person(bench, options.witness) if options.witness else None,
            issue=naming.issue(bench, options.issue) if options.issue else None,
            committee=naming.committee(bench, options.committee) if options.committee else None,
            circulation=Circulation(options.circulation),
            with_notes=options.with_notes,
        )
        today = date.today().isoformat()
        note = briefing.write(bench.library, scope, options.output, today=today, template=options.template)
    for reason, count in sorted(note.left_out.items()):
        print(f"Left out: {count} ({reason}).", file=sys.stderr)
    return 0
