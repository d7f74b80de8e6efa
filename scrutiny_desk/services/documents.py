"""Documents: their text and original bytes, what was found where in them, and who may see them."""

from dataclasses import dataclass
from pathlib import Path

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.documents import Classification, Document
from scrutiny_desk.domain.findings import Restriction
from scrutiny_desk.domain.meetings import Item
from scrutiny_desk.domain.sources import Review, Source
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import classifying, packs
from scrutiny_desk.services.classifying import NOWHERE, Under
from scrutiny_desk.services.differing import Difference, between
from scrutiny_desk.store import Library, meetings, questions, undertakings, withdrawing
from scrutiny_desk.store import documents as rows
from scrutiny_desk.store import restrictions as restriction_rows

__all__ = [
    "Difference",
    "Mark",
    "Under",
    "blocks",
    "classify",
    "class_of_passage",
    "classify_passage",
    "copies",
    "differences",
    "get",
    "items",
    "marks",
    "original",
    "papers",
    "restrictions",
    "save_original",
    "withdraw",
]


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding where it stands in a document: whose spans they are, and what a person has said of it."""

    kind: Kind
    id: int
    spans: tuple[Span, ...]
    review: Review
    confidence: float
    reason: str
    words: str


def get(library: Library, document_id: int) -> Document:
    """The document; `NotFound` where there is none."""
    with library.read() as db:
        return rows.get(db, document_id)


def blocks(library: Library, document_id: int) -> tuple[Block, ...]:
    """The text of a document in reading order; `blocks[i].order == i`."""
    with library.read() as db:
        return tuple(rows.blocks(db, document_id))


def items(library: Library, document_id: int) -> tuple[Item, ...]:
    """The items of business this document holds, in its order."""
    with library.read() as db:
        return tuple(item for item, _first, _last in meetings.items_of_document(db, document_id))


def marks(library: Library, document_id: int) -> tuple[Mark, ...]:
    """Every question, undertaking, decision and action this document is a source of, in the order of the text.

    Rejected ones are among them, so that a person can take a rejection back.
    """
    with library.read() as db:
        found = [
            Mark(Kind.QUESTIONS, q.id, _spans(q.sources, document_id), q.review, q.confidence, q.reason, q.text)
            for q in questions.of_document(db, document_id)
        ]
        found += [
            Mark(Kind.UNDERTAKINGS, u.id, _spans(u.sources, document_id), u.review, u.confidence, u.reason, u.text)
            for u in undertakings.of_document(db, document_id)
        ]
        for kind, owner, held in (
            (Kind.DECISIONS, "decision", undertakings.decisions_of_document(db, document_id)),
            (Kind.ACTIONS, "action", undertakings.actions_of_document(db, document_id)),
        ):
            for row in held:
                more = undertakings.extras(db, owner, row.id)
                spans = _spans(row.sources, document_id)
                found.append(Mark(kind, row.id, spans, row.review, more["confidence"], more["reason"], row.text))
    return tuple(sorted(found, key=lambda mark: (mark.spans, mark.kind, mark.id)))


def _spans(sources: tuple[Source, ...], document_id: int) -> tuple[Span, ...]:
    return tuple(span for source in sources if source.document_id == document_id for span in source.spans)


def restrictions(library: Library, document_id: int) -> tuple[Restriction, ...]:
    """The passages that a word of restriction covers."""
    with library.read() as db:
        return tuple(restriction_rows.of_document(db, document_id))


def original(library: Library, document_id: int) -> bytes:
    """The bytes of the file as they were imported; for a paper of a pack, the whole pack's."""
    with library.read() as db:
        data = rows.original(db, document_id)
        pack = rows.extras(db, document_id)["arrived_in"]
        return rows.original(db, pack) if packs.is_pointer(data) and pack is not None else data


def papers(library: Library, document_id: int) -> tuple[Document, ...]:
    """The documents that came in this one: the papers of a pack, the files attached to a message."""
    with library.read() as db:
        return tuple(rows.arrived_in(db, document_id))


def save_original(library: Library, document_id: int, folder: Path) -> Path:
    """Write the original file, under its own name, into a folder; where it is now. Nothing there is overwritten."""
    with library.read() as db:
        whole = rows.extras(db, document_id)["arrived_in"] if packs.is_pointer(rows.original(db, document_id)) else None
    name = Path(get(library, whole or document_id).file_name).name
    data = original(library, document_id)
    place = folder / name
    number = 2
    while place.exists() and place.read_bytes() != data:
        place = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
        number += 1
    try:
        place.write_bytes(data)
    except OSError as fault:
        raise Trouble(
            f"{name} could not be written to {folder}: {fault.strerror or 'the system refused'}.",
            "Choose another folder.",
        ) from fault
    return place


def classify(
    library: Library, document_id: int, classification: Classification, reason: str = "", under: Under = NOWHERE
) -> Change:
    """Say who may see a document and all that was found in it. Lowering it needs a reason, which the history keeps.

    `Trouble` where it is lowered without one.
    """
    return classifying.classify_document(library, document_id, classification, reason, under)


def classify_passage(
    library: Library,
    document_id: int,
    spans: tuple[Span, ...],
    classification: Classification,
    reason: str = "",
    under: Under = NOWHERE,
) -> Change:
    """Say who may see the paragraphs these spans touch, and what was found in them. Lowering needs a reason."""
    return classifying.classify_passage(library, document_id, spans, classification, reason, under)


def class_of_passage(library: Library, document_id: int, spans: tuple[Span, ...]) -> Classification:
    """Who may see these words as things stand."""
    with library.read() as db:
        return restriction_rows.classification_of(db, document_id, {span.block for span in spans})


def copies(library: Library, document_id: int) -> tuple[Document, ...]:
    """The other documents that hold some of the same business or the same text."""
    with library.read() as db:
        joined = {document.id for document in rows.joined_with(db, document_id)}
        for item, _first, _last in meetings.items_of_document(db, document_id):
            joined.update(item.document_ids)
        return tuple(rows.load(db, sorted(joined - {document_id})))


def differences(library: Library, document_id: int, other_id: int) -> tuple[Difference, ...]:
    """Where the business that two documents share is worded differently, in the order of the first."""
    with library.read() as db:
        return between(db, document_id, other_id)


def withdraw(library: Library, document_id: int) -> Change:
    """Take a document, and whatever rests on it alone, out of the library; it can be undone."""
    return library.write("Take document out", lambda db: withdrawing.withdraw(db, document_id))[1]
