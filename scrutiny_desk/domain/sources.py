"""Where a statement comes from, how sure the program is of it, and what a person has said of it."""

from dataclasses import dataclass
from enum import StrEnum

from scrutiny_desk.domain.blocks import Span


class Review(StrEnum):
    """What has become of a finding."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Source:
    """A passage: `quote` is verbatim with white space folded; `paragraph` counts from 1.

    `spans` say exactly which characters of which blocks the quote is; a source made elsewhere may have none.
    """

    document_id: int
    page: int | None
    paragraph: int | None
    quote: str
    spans: tuple[Span, ...] = ()
    printed_page: str | None = None
