"""Passages elsewhere in the library that speak of the same matter as a question or an undertaking.

Rare words weigh most: two paragraphs that share "swimming" and "waiting list" speak of one thing, two that share
"members" and "report" need not.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from scrutiny_desk.locations import resources
from scrutiny_desk.services.alike import bare
from scrutiny_desk.store import Database, search

ENOUGH = 0.45
"""The share of a question's weight of words that a passage must hold to be offered."""

_STEM = 5
_WEIGHTY = 3
"""So many words of a question must be in a passage, however rare one alone may be."""
_COMMON = 10_000
"""A word that so many paragraphs hold tells as little as one that all of them do."""
_WEIGHED = 150
"""How many of the passages that hold the rarer words are compared with the question, the likeliest first."""


@lru_cache(maxsize=1)
def plain_words() -> frozenset[str]:
    """Words that papers of every matter hold, which tell no matter from another."""
    return frozenset((resources() / "words" / "plain.txt").read_text(encoding="utf-8").split())


@dataclass(frozen=True, slots=True)
class Echo:
    """A passage that speaks of the same matter: `likeness` from 0 to 1, and the words that both hold."""

    document_id: int
    block: int
    likeness: float
    shared: tuple[str, ...]


def echoes(db: Database, text: str, *, without: Collection[int] = (), limit: int = 10) -> list[Echo]:
    """Passages of other documents (not those in `without`) that speak of the matter of this text, likeliest first."""
    wanted = _stems(text)
    if len(wanted) < _WEIGHTY:
        return []
    weights = _weights(db, wanted)
    total = sum(weights.values())
    sought = " OR ".join(_typed(stem) for stem in _telling(weights))
    found = []
    for document_id, block, passage in search.passages(db, sought, limit=_WEIGHED):
        if document_id in without:
            continue
        held = wanted.keys() & _stems(passage).keys()
        likeness = sum(weights[stem] for stem in held) / total
        if likeness >= ENOUGH and len(held) >= _WEIGHTY:
            shared = tuple(wanted[stem] for stem in sorted(held, key=lambda stem: (-weights[stem], stem)))
            found.append(Echo(document_id, block, round(likeness, 3), shared))
    found.sort(key=lambda echo: (-echo.likeness, echo.document_id, echo.block))
    return found[:limit]


def share(db: Database, text: str, passage: str) -> tuple[float, tuple[str, ...]]:
    """How much of the matter of a text a passage speaks of (0 to 1), and the words that both hold, rarest first."""
    wanted = _stems(text)
    held = wanted.keys() & _stems(passage).keys()
    weights = _weights(db, wanted)
    shared = tuple(wanted[stem] for stem in sorted(held, key=lambda stem: (-weights[stem], stem)))
    total = sum(weights.values())
    return (round(sum(weights[stem] for stem in held) / total, 3) if total else 0.0), shared


def resembles(text: str, other: str) -> tuple[float, tuple[str, ...]]:
    """How much of the telling words of a text another holds (0 to 1), and the words that both hold, as the text has
    them; for two texts alone, where no library says how rare a word is."""
    wanted = _stems(text)
    held = wanted.keys() & _stems(other).keys()
    return (len(held) / len(wanted) if wanted else 0.0), tuple(word for stem, word in wanted.items() if stem in held)


def near(db: Database, passage: str, *, without: Collection[int] = (), limit: int = 60) -> list[tuple[int, int]]:
    """Paragraphs of other documents (document, block) that share words with a passage, however few."""
    stems = _stems(passage)
    if not stems:
        return []
    hits = search.find(db, " OR ".join(_typed(stem) for stem in sorted(stems)), limit=limit)
    return [(hit.document_id, hit.block) for hit in hits if hit.document_id not in without]


def _stems(text: str) -> dict[str, str]:
    """The telling words of a text, by their first letters: "family" and "families" are one."""
    plain = plain_words()
    words = [word for word in bare(text).split() if word not in plain and (len(word) > 2 or word.isdigit())]
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(word[:_STEM], word)
    return found


def _typed(stem: str) -> str:
    return f"{stem}*" if len(stem) == _STEM else stem


def _weights(db: Database, stems: Iterable[str]) -> dict[str, float]:
    return {stem: _weight(search.count(db, _typed(stem), most=_COMMON)) for stem in stems}


def _telling(weights: Mapping[str, float]) -> list[str]:
    """The rarest of the words, so many that a passage which holds none of them cannot be enough of an echo.

    To look for the commonest as well would only cost time: half the paragraphs of a large library may hold them.
    """
    rest, telling = sum(weights.values()), []
    least = ENOUGH * rest
    for stem in sorted(weights, key=lambda stem: (-weights[stem], stem)):
        if rest < least:
            break
        telling.append(stem)
        rest -= weights[stem]
    return telling


def _weight(paragraphs: int) -> float:
    """How telling a word is: halved, about, for each tenfold of paragraphs that hold it."""
    return 1 / (1 + math.log10(1 + paragraphs))
