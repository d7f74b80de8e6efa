"""Spans never begin or end in white space, and touching ones are one."""

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.recognition.evidence import joined, span, whole

BLOCK = Block(4, BlockKind.PARAGRAPH, "One two three")


def test_a_span_is_drawn_in_to_its_words():
    assert span(BLOCK, 3, 8) == Span(4, 4, 7)
    assert span(BLOCK) == Span(4, 0, 13)


def test_whole_blocks():
    assert whole([BLOCK]) == (Span(4, 0, 13),)


def test_touching_spans_are_one():
    assert joined([Span(4, 4, 7), Span(4, 0, 3), Span(5, 0, 2)]) == (Span(4, 0, 7), Span(5, 0, 2))
