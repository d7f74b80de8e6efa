"""Where a passage stands, as the export says it: the same of every question, reply, decision and standing."""

from collections.abc import Iterable
from typing import Any

from scrutiny_desk.domain.sources import Source


def one(source: Source) -> dict[str, Any]:
    """A passage: its document, page and paragraph, and its words verbatim, white space folded."""
    return {
        "document_id": source.document_id or None,
        "page": source.page,
        "paragraph": source.paragraph,
        "quote": " ".join(source.quote.split()),
    }


def every(sources: Iterable[Source]) -> list[dict[str, Any]]:
    """Several passages, in their order."""
    return [one(source) for source in sources]
