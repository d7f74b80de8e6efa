"""Sources: the passages that a statement, an answer, a tag, a note, a standing or a response rests on."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.sources import Source
from scrutiny_desk.store import rows

OWNERS = ("question", "answer", "undertaking", "decision", "action", "tag", "note", "standing", "response")
COLUMNS = "document_id, page, paragraph, quote, spans, printed_page"


def add(db: Database, owner: str, owner_id: int, source: Source) -> int:
    """Give this owner ("question", "answer"...) one more source, unless it has the very same one; its row id."""
    spans = spans_text(source.spans)
    same = db.execute(
        f"SELECT id FROM source WHERE {owner}_id = ? AND document_id = ? AND quote = ? AND spans = ?",
        [owner_id, source.document_id, source.quote, spans],
    ).fetchone()
    return int(same[0]) if same else add_all(db, owner, [(owner_id, [source])])[0]


def add_all(db: Database, owner: str, passages: Iterable[tuple[int, Iterable[Source]]]) -> range:
    """Give owners that have just been entered, and so have none, their sources; the row ids."""
    found = [
        (owner_id, s.document_id, s.page, s.printed_page, s.paragraph, s.quote, spans_text(s.spans))
        for owner_id, sources in passages
        for s in dict.fromkeys(sources)
    ]
    columns = f"{owner}_id, document_id, page, printed_page, paragraph, quote, spans"
    return rows.insert_all(db, "source", found, columns)


def replace(db: Database, owner: str, owner_id: int, sources: Iterable[Source]) -> None:
    """Make these, in this order, the sources of this owner."""
    sources = tuple(sources)
    if load(db, owner, [owner_id]).get(owner_id, ()) == sources:
        return
    db.execute(f"DELETE FROM source WHERE {owner}_id = ?", [owner_id])
    for source in sources:
        add(db, owner, owner_id, source)


def load(db: Database, owner: str, ids: Sequence[int]) -> dict[int, tuple[Source, ...]]:
    """The sources of these owners, each owner's in the order they came; withdrawn documents' left out."""
    found: dict[int, list[Source]] = defaultdict(list)
    for row in db.execute(
        f"SELECT {owner}_id, {COLUMNS} FROM source WHERE {owner}_id {rows.IN} ORDER BY id", {"ids": rows.id_list(ids)}
    ):
        found[row[0]].append(source_of(*row[1:]))
    return {owner_id: tuple(sources) for owner_id, sources in found.items()}


def source_of(
    document_id: int, page: int | None, paragraph: int | None, quote: str, spans: str, printed_page: str | None
) -> Source:
    """A source from its columns, in the order of `COLUMNS`."""
    return Source(document_id, page, paragraph, quote, spans_of(spans), printed_page)


def spans_text(spans: Iterable[Span]) -> str:
    """Spans as they are kept."""
    return json.dumps([[span.block, span.start, span.end] for span in spans], separators=(",", ":"))


def spans_of(text: str) -> tuple[Span, ...]:
    """Spans from what `spans_text` made of them."""
    return tuple(Span(*span) for span in json.loads(text))
