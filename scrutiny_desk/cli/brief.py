"""`brief` and `pack`: a briefing, or several and chosen papers joined, as a file."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import date

from scrutiny_desk.bootstrap import Workbench
from scrutiny_desk.cli import naming
from scrutiny_desk.cli.bench import bench as opened
from scrutiny_desk.cli.parser import WrongUsage
from scrutiny_desk.domain.agenda_packs import AgendaPack, PackPaper
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.services import agenda_packs, briefing, documents, house_templates


def brief(options: argparse.Namespace) -> int:
    """Write a briefing; says on standard error what circulation has left out and what the checks have found."""
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
        written = briefing.write(
            bench.library,
            scope,
            options.output,
            today=date.today().isoformat(),
            template=options.template,
            footnotes=options.sources == "footnotes",
            mapping=house_templates.mapping_of(bench.settings["template_styles"], options.template),
        )
    _tell(written.briefing.left_out, written.broken_rules, is_word=options.output.suffix.casefold() == ".docx")
    return 0


def pack(options: argparse.Namespace) -> int:
    """Write a committee pack; says the same on standard error."""
    circulation = Circulation(options.circulation)
    with opened(options) as bench:
        papers: list[PackPaper] = []
        if options.meeting:
            papers += agenda_packs.papers_of(bench.library, naming.meeting(bench, options.meeting))
        papers += [_paper(bench, typed) for typed in options.papers]
        if not papers:
            raise WrongUsage("A pack needs papers, or --meeting; see scrutiny-desk pack --help.")
        wanted = AgendaPack(0, options.title, circulation, tuple(papers))
        chosen = house_templates.mapping_of(bench.settings["template_styles"], options.template)
        look = agenda_packs.Look(options.template, options.sources == "footnotes", mapping=chosen)
        today = date.today().isoformat()
        written = agenda_packs.write(bench.library, wanted, options.output, today=today, look=look)
    missing = len(papers) - written.papers
    if missing:
        print(f"Left out: {missing} of {len(papers)} papers, which may not go to those it is for.", file=sys.stderr)
    _tell(written.left_out, written.broken_rules, is_word=options.output.suffix.casefold() == ".docx")
    return 0


def _paper(bench: Workbench, typed: str) -> PackPaper:
    """A document by its number, or a briefing by its kind and, after a colon, what it is about."""
    if typed.isdecimal():
        return PackPaper(document=documents.get(bench.library, int(typed)).id)
    name, _, about = typed.partition(":")
    try:
        kind = BriefingKind(name)
    except ValueError:
        kinds = ", ".join(BriefingKind)
        raise WrongUsage(f"{typed} is no document's number and no kind of briefing ({kinds}).") from None
    wanted = briefing.needs(kind)
    if wanted and not about:
        raise WrongUsage(f"A {kind} briefing needs its {wanted} after a colon, as in {kind}:NAME.")
    if wanted == "meeting":
        return PackPaper(briefing=kind, meeting=naming.meeting(bench, about))
    if wanted == "witness":
        return PackPaper(briefing=kind, witness=naming.person(bench, about))
    if wanted == "issue":
        return PackPaper(briefing=kind, issue=naming.issue(bench, about))
    return PackPaper(briefing=kind, committee=naming.committee(bench, about) if about else None)


def _tell(left_out: Mapping[str, int], broken_rules: Sequence[str], *, is_word: bool) -> None:
    for reason, count in sorted(left_out.items()):
        print(f"Left out: {count} ({reason}).", file=sys.stderr)
    if not is_word:
        return
    if not broken_rules:
        print("Checked: the file keeps the rules on accessible documents, and Word's own form.", file=sys.stderr)
    for sentence in broken_rules:
        print(f"Check: {sentence}", file=sys.stderr)
