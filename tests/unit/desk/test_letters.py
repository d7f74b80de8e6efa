"""How far a stretch of a document reaches, in blocks and in letters."""

from scrutiny_desk.desk.widgets.letters import reach, reach_back
from scrutiny_desk.domain.blocks import Block, BlockKind

BLOCKS = [Block(n, BlockKind.PARAGRAPH, "x" * 10) for n in range(6)]


def test_a_stretch_ends_with_so_many_blocks_or_letters_or_with_the_document():
    assert reach(BLOCKS, 1, 3, 1_000) == 4
    assert reach(BLOCKS, 1, 3, 15) == 3
    assert reach(BLOCKS, 1, 9, 1_000) == 6
    assert reach(BLOCKS, 6, 9, 1_000) == 6


def test_one_block_however_long_is_a_stretch():
    assert reach(BLOCKS, 2, 3, 1) == 3
    assert reach_back(BLOCKS, 2, 3, 1) == 1


def test_backwards_likewise():
    assert reach_back(BLOCKS, 5, 3, 1_000) == 2
    assert reach_back(BLOCKS, 5, 3, 15) == 3
    assert reach_back(BLOCKS, 2, 9, 1_000) == 0
    assert reach_back(BLOCKS, 0, 9, 1_000) == 0
