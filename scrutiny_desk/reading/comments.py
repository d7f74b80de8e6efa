"""Comments that somebody laid on passages of a paper: kept apart from its text, each with the paragraph it lies on."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_desk.domain.blocks import Block
from scrutiny_desk.domain.documents import Comment


def placed(found: Sequence[tuple[Comment, str]], blocks: Sequence[Block]) -> tuple[Comment, ...]:
    """The comments, each on the first block that holds the words of its paragraph, which stand beside it."""
    return tuple(replace(comment, block=_block_of(words, blocks)) for comment, words in found)


def _block_of(words: str, blocks: Sequence[Block]) -> int | None:
    return next((b.order for b in blocks if words and b.text and (words in b.text or b.text in words)), None)


def notices(count: int) -> tuple[str, ...]:
    """The sentence that says where the comments are; none where there are none."""
    if not count:
        return ()
    what = f"{count} comments, which are kept as notes" if count > 1 else "a comment, which is kept as a note"
    return (f"This file holds {what} apart from its text.",)
