"""Documents: their text and original bytes, what was found where in them, who may see them, how copies differ."""

from dataclasses import dataclass
from pathlib import Path

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.documents import Classification, Document
from scrutiny_desk.domain.findings import Restriction
from scrutiny_desk.domain.meetings import Item
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.store import Library


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


@dataclass(frozen=True, slots=True)
class Difference:
    """A place at which two copies of one text differ: the words of each ("" where one has none)."""

    here: str
    there: str
    here_span: Span | None
    there_span: Span | None
    context: str


def get(library: Library, document_id: int) -> Document:
    """The document; `NotFound` where there is none."""
    raise NotImplementedError


def blocks(library: Library, document_id: int) -> tuple[Block, ...]:
    """The text of a document in reading order; `blocks[i].order == i`."""
    raise NotImplementedError


def items(library: Library, document_id: int) -> tuple[Item, ...]:
    """The items of business this document holds, in its order."""
    raise NotImplementedError


def marks(library: Library, document_id: int) -> tuple[Mark, ...]:
    """Every question, undertaking, decision and action this document is a source of, in the order of the text.

    Rejected ones are among them, so that a person can take a rejection back.
    """
    raise NotImplementedError


def restrictions(library: Library, document_id: int) -> tuple[Restriction, ...]:
    """The passages that a word of restriction covers."""
    raise NotImplementedError


def original(library: Library, document_id: int) -> bytes:
    """The bytes of the file as they were imported."""
    raise NotImplementedError


def save_original(library: Library, document_id: int, folder: Path) -> Path:
    """Write the original file, under its own name, into a folder; where it is now."""
    raise NotImplementedError


def classify(library: Library, document_id: int, classification: Classification, reason: str = "") -> Change:
    """Say who may see a document. Lowering it needs a reason, which the history keeps; `Trouble` without one."""
    raise NotImplementedError


def copies(library: Library, document_id: int) -> tuple[Document, ...]:
    """The other documents that hold some of the same business or the same text."""
    raise NotImplementedError


def differences(library: Library, document_id: int, other_id: int) -> tuple[Difference, ...]:
    """Where the business that two documents share is worded differently, in the order of the first."""
    raise NotImplementedError


def withdraw(library: Library, document_id: int) -> Change:
    """Take a document, and whatever rests on it alone, out of the library; it can be undone."""
    raise NotImplementedError
