"""Telltales: the words, or parts of words, of which one stands wherever a rule fits.

Nearly every rule fits nearly no sentence, and to find that out by trying it is what reading costs. So a text is looked
through once for the telltales of all rules together, which gives one number; each rule then asks that number with one
`&` whether it may fit at all, and mostly is not tried.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from operator import or_
from sys import maxsize
from typing import Any

from scrutiny_desk.recognition.sentences import words_in

_LETTERS = re.compile(r"[a-z]+")
_parts: dict[tuple[str, ...], int] = {}
_whole: dict[frozenset[str], int] = {}
_MOST_WORDS = 60_000


class _Marks(dict[str, int]):
    """For each word met so far the telltales that it is or holds."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        held = [mark for parts, mark in _parts.items() if any(part in word for part in parts)]
        self[word] = marks = reduce(or_, held, 0) | reduce(or_, (m for w, m in _whole.items() if word in w), 0)
        return marks


_marks = _Marks()


def telltale(*parts: str) -> int:
    """The mark of a rule that fits only where one of these parts of words stands, capitals aside.

    Of a part that is more than letters ("view the", "'ll") its longest run of letters counts.
    """
    key = tuple(sorted({max(_LETTERS.findall(part), key=len) for part in parts}))
    return _marked(_parts, key)


def telltale_words(words: Iterable[str]) -> int:
    """The mark of a rule that fits only where one of these words stands, capitals aside and cut as `words_in` does."""
    return _marked(_whole, frozenset(words))


def _marked(known: dict[Any, int], key: Any) -> int:
    if key not in known:
        known[key] = 1 << (len(_parts) + len(_whole))
        _marks.clear()
        held.cache_clear()
    return known[key]


@lru_cache(maxsize=4096)
def held(text: str, start: int = 0, end: int = maxsize) -> int:
    """The marks of all telltales that stand in a text, or between two places of it."""
    words = words_in(text if start == 0 and end >= len(text) else text[start:end])
    return reduce(or_, map(_marks.__getitem__, words), 0)


class Rule:
    """An expression that is tried only where one of its telltales stands.

    `parts` are parts of words, `words` whole ones; its own methods are those of the expression.
    """

    __slots__ = ("mark", "parts", "pattern", "words")

    def __init__(
        self, expression: str, flags: int = 0, *, parts: Iterable[str] = (), words: Iterable[str] = ()
    ) -> None:
        self.pattern = re.compile(expression, flags)
        self.parts, self.words = tuple(parts), frozenset(words)
        self.mark = telltale(*self.parts) if self.parts else telltale_words(self.words)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self.pattern.search(text, start, end) if held(text, start, end) & self.mark else None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self.pattern.match(text, start, end) if held(text, start, end) & self.mark else None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text, start, end) if held(text, start, end) & self.mark else iter(())
