"""`search`: the paragraphs that hold the words."""

import argparse

from scrutiny_desk.cli import output
from scrutiny_desk.cli.bench import bench as opened
from scrutiny_desk.services import searching


def search(options: argparse.Namespace) -> int:
    """Search every paragraph; no paragraph found is no fault."""
    with opened(options) as bench:
        hits = searching.search(bench.library, " ".join(options.words), options.limit)
    rows = [
        {
            "document_id": hit.document_id,
            "document": hit.title or hit.file_name,
            "file_name": hit.file_name,
            "committee": hit.committee,
            "date": hit.date,
            "page": hit.page,
            "paragraph": hit.paragraph,
            "snippet": hit.snippet,
            "classification": str(hit.classification),
        }
        for hit in hits
    ]
    if options.format == "json":
        output.write_json(rows)
    else:
        output.write_table(("file_name", "date", "page", "paragraph", "snippet"), rows)
    return 0
