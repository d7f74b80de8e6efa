"""A block is one paragraph, heading, list item, table row or footnote, and exactly where it stood."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block was in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of text in reading order.

    `order` counts from 0 and is the block's identity in its document; `paragraph`, what a person cites, is
    `order + 1`. `text` has its white space folded and holds no line break. `page` is the page the block begins
    on, counted from 1 in the file; None where the format knows no pages. `printed_page` is the number the page
    itself bears. `marker` is the number or bullet a list or numbered paragraph shows ("1.1", "(a)", "-"), which
    is *not* repeated in `text`. A table row keeps its `cells`; its `text` is the cells joined by a tab.
    `level` is the depth of a heading (1 is highest) or of a list item (0 is outermost). `strong` marks a block
    set wholly in bold or as a heading would be, though the file does not call it one.
    """

    order: int
    kind: BlockKind
    text: str
    page: int | None = None
    end_page: int | None = None
    printed_page: str | None = None
    marker: str = ""
    level: int = 0
    strong: bool = False
    cells: tuple[str, ...] = ()

    @property
    def paragraph(self) -> int:
        """The number a person cites, counted from 1."""
        return self.order + 1


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of the text of the block with this order."""

    block: int
    start: int
    end: int


def quote_of(blocks: Sequence[Block], spans: tuple[Span, ...]) -> str:
    """The words the spans cover, verbatim, joined by one space; blocks are indexed by their order."""
    return " ".join(blocks[span.block].text[span.start : span.end].strip() for span in spans)
