"""Evidence: the spans of words that a finding rests on, cut so that they never begin or end in white space."""

from collections.abc import Iterable, Sequence

from scrutiny_desk.domain.blocks import Block, Span


def span(block: Block, start: int = 0, end: int | None = None) -> Span:
    """The characters of a block from `start` to `end`, drawn in to the words they hold."""
    end = len(block.text) if end is None else min(end, len(block.text))
    while start < end and block.text[start].isspace():
        start += 1
    while end > start and block.text[end - 1].isspace():
        end -= 1
    return Span(block.order, start, end)


def whole(blocks: Iterable[Block]) -> tuple[Span, ...]:
    """All the words of these blocks."""
    return tuple(span(block) for block in blocks if block.text.strip())


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap or touch in one block made one."""
    out: list[Span] = []
    for piece in sorted(spans):
        if out and out[-1].block == piece.block and piece.start <= out[-1].end + 1:
            out[-1] = Span(piece.block, out[-1].start, max(out[-1].end, piece.end))
        else:
            out.append(piece)
    return tuple(out)
