"""Letters of a document: how far so many reach, and their number as Python counts them and as Qt does."""

from collections.abc import Sequence

from scrutiny_desk.domain.blocks import Block


def prefix(block: Block) -> str:
    """What stands before a block's own words: the number or bullet of an item of a list."""
    return f"{block.marker}\u2002" if block.marker else ""


def reach(blocks: Sequence[Block], begin: int, many: int, letters: int) -> int:
    """The end of a stretch that begins at a block: so many blocks, or fewer that hold so many letters."""
    end = begin
    while end < len(blocks) and end - begin < many and letters > 0:
        letters -= len(blocks[end].text)
        end += 1
    return end


def reach_back(blocks: Sequence[Block], end: int, many: int, letters: int) -> int:
    """The beginning of a stretch that ends before a block, likewise."""
    begin = end
    while begin > 0 and end - begin < many and letters > 0:
        begin -= 1
        letters -= len(blocks[begin].text)
    return begin


def units(text: str, count: int) -> int:
    """Python counts characters, Qt counts 16-bit units; they differ beyond the basic plane."""
    return count if text.isascii() else len(text[:count].encode("utf-16-le")) // 2


def characters(text: str, count: int) -> int:
    """How many characters so many of Qt's units are."""
    return (
        min(count, len(text))
        if text.isascii()
        else len(text.encode("utf-16-le")[: count * 2].decode("utf-16-le", "ignore"))
    )
