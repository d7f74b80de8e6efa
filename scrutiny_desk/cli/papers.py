"""The papers of a pack: listed, and where they begin corrected."""

import argparse

from scrutiny_desk.cli import output
from scrutiny_desk.cli.bench import bench as opened
from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.services import splitting


def papers(options: argparse.Namespace) -> int:
    """Correct what the options say; then list the papers as they are, a row each."""
    number = options.document
    with opened(options) as bench:
        if options.begin:
            number, _change = splitting.begin_paper(bench.library, number, options.begin, title=options.title)
        elif options.join:
            number, _change = splitting.join_before(bench.library, number)
        elif options.kind:
            number, _change = splitting.change_kind(bench.library, number, DocumentKind(options.kind))
        rows = [
            {
                "id": paper.document.id,
                "first_page": paper.first,
                "last_page": paper.last,
                "kind": str(paper.document.kind),
                "title": paper.document.title or paper.document.file_name,
            }
            for paper in splitting.papers(bench.library, number)
        ]
    if options.format == "json":
        output.write_json(rows)
    else:
        output.write_table(("id", "first_page", "last_page", "kind", "title"), rows)
    return 0
