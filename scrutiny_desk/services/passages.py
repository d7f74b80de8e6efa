"""Words a person marked in a document: as a source, the item they stand in, and the people they name."""

from scrutiny_desk.domain.blocks import Span, quote_of
from scrutiny_desk.domain.people import Who, may_be_same
from scrutiny_desk.domain.sources import Source
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.store import Database, documents, meetings, people

BY_A_PERSON = "You marked these words yourself."


def source(db: Database, document_id: int, spans: tuple[Span, ...]) -> Source:
    """The passage these spans cover; `Trouble` where they cover no words of the document."""
    blocks = documents.blocks(db, document_id)
    sound = spans and all(
        0 <= span.block < len(blocks) and 0 <= span.start < span.end <= len(blocks[span.block].text) for span in spans
    )
    quote = " ".join(quote_of(blocks, spans).split()) if sound else ""
    if not quote:
        raise Trouble("No words are marked.", "Mark the words in the document, and try again.")
    first = blocks[spans[0].block]
    return Source(document_id, first.page, first.paragraph, quote, spans, first.printed_page)


def item_at(db: Database, document_id: int, spans: tuple[Span, ...]) -> int | None:
    """The item of business whose passage holds the first of these spans; the innermost where one lies in another."""
    at = spans[0].block
    fitting = [
        (first, item.id)
        for item, first, last in meetings.items_of_document(db, document_id)
        if first is not None and first <= at <= (first if last is None else last)
    ]
    return max(fitting)[1] if fitting else None


def who(db: Database, meant: Who, document_id: int | None) -> Who:
    """Who a person meant by a typed name: one of the document's meeting, one of that very name, or somebody new."""
    name = (meant.name or "").strip()
    if meant.person_id is not None or not name:
        return meant
    fitting = {person.id for person in people.named(db, name)}
    if len(fitting) != 1 and document_id is not None:
        there = people.load(db, sorted({a.person_id for a in people.appearances_in(db, document_id)}))
        fitting = {person.id for person in there if may_be_same(person.name, name)}
    person_id = fitting.pop() if len(fitting) == 1 else people.add(db, name)
    return Who(name, meant.label, person_id)
