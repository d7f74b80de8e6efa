"""When two passages are one text: sentences held in common, and how alike two wordings are."""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from scrutiny_desk.domain.blocks import Block
from scrutiny_desk.domain.people import folded

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+")
SHORTEST = 40
"""A sentence shorter than this, in letters, is shared by minutes that have nothing else in common."""


def bare(text: str) -> str:
    """The words alone: no case, accents, punctuation or spacing, which copies of one text differ in."""
    return " ".join(_WORD.findall(folded(text)))


def like(one: str, other: str) -> float:
    """How alike two wordings are, from 0 to 1."""
    return fuzz.ratio(bare(one), bare(other)) / 100


def sentences(texts: Iterable[str]) -> frozenset[str]:
    """The bare sentences of a passage that are long enough to tell one text from another.

    The texts are joined first, since copies break their paragraphs at different places.
    """
    whole = " ".join(texts)
    found = (bare(part) for part in _SENTENCE_END.split(whole))
    return frozenset(sentence for sentence in found if len(sentence) >= SHORTEST)


def length(found: Iterable[str]) -> int:
    """Letters in all these sentences together."""
    return sum(map(len, found))


def text_of(blocks: Iterable[Block]) -> str:
    """Blocks as one text."""
    return "\n".join(block.text for block in blocks)


def word_edits(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Where two runs of words differ, as (start, end) in the one and (start, end) in the other; case is no matter."""
    edits = Levenshtein.opcodes([folded(word) for word in one], [folded(word) for word in other])
    return _joined([(e.src_start, e.src_end, e.dest_start, e.dest_end) for e in edits if e.tag != "equal"])


def _joined(edits: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Edits that touch are one place."""
    found: list[tuple[int, int, int, int]] = []
    for edit in edits:
        if found and found[-1][1] == edit[0] and found[-1][3] == edit[2]:
            found[-1] = (found[-1][0], edit[1], found[-1][2], edit[3])
        else:
            found.append(edit)
    return found


def word_places(text: str) -> list[tuple[int, int]]:
    """Where each word of a text starts and ends."""
    return [match.span() for match in _WORD.finditer(text)]
