"""Telltales: the words, or parts of words, of which one stands wherever a rule fits.

Nearly every rule fits nearly no sentence, and to find that out by trying it is what reading costs. So a text is looked
through once for the telltales of all rules together, which gives one number; each rule then asks that number with one
`&` whether it may fit at all, and mostly is not tried.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, reduce
from itertools import pairwise
from operator import or_
from sys import maxsize

from scrutiny_desk.recognition.kept import forget, kept
from scrutiny_desk.recognition.sentences import PLAIN_LETTERS, lowered, sentences

_LETTERS = re.compile(r"[a-z]+")
_MOST_WORDS = 60_000
ANY = 1
"""The mark that every text has: of rules of which nothing can be told."""
_known: dict[frozenset[str] | tuple[str, ...], int] = {}
_of_part: dict[str, int] = {}
_of_word: dict[str, int] = {}
_begun: dict[str, list[str]] = {}
"""The parts of words that are telltales, by their first two letters."""


class _Marks(dict[bytes, int]):
    """For each word met so far the marks of the telltales that it is or holds."""

    def __missing__(self, letters: bytes) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        word = letters.decode("ascii")
        marks = _of_word.get(word, 0)
        for first, second in pairwise(word):
            for part in _begun.get(first + second, ()):
                if part in word:
                    marks |= _of_part[part]
        self[letters] = marks
        return marks


_marks = _Marks()


@cache
def telltale(*parts: str) -> int:
    """The mark of a rule that fits only where one of these parts of words stands, capitals aside.

    Of a part that is more than letters ("view the", "'ll") its longest run of letters counts; `ANY` where that is
    a single letter or none.
    """
    runs = {max(_LETTERS.findall(part), key=len, default="") for part in parts}
    return ANY if any(len(run) < 2 for run in runs) else _marked(tuple(sorted(runs)), _of_part)


def telltale_words(words: Iterable[str]) -> int:
    """The mark of a rule that fits only where one of these words stands, capitals aside and cut as `words_in` does."""
    return _marked(frozenset(words), _of_word)


_before: list[int] = [ANY | -1 << 1]
"""What a number holds before a text is looked through: `ANY`, and every mark that is not known yet.

So a number made before a rule stated its telltales lets that rule be tried; it never hides what the rule would find.
"""


def _marked(key: frozenset[str] | tuple[str, ...], index: dict[str, int]) -> int:
    if key not in _known:
        _known[key] = ANY << (1 + len(_known))
        _before[0] = ANY | -1 << (1 + len(_known))
        for letters in key:
            if index is _of_part and letters not in index:
                _begun.setdefault(letters[:2], []).append(letters)
            index[letters] = index.get(letters, 0) | _known[key]
        for known in _marks:
            word = known.decode("ascii")
            if word in key if index is _of_word else any(part in word for part in key):
                _marks[known] |= _known[key]
        forget()
    return _known[key]


@kept
def held(text: str, start: int = 0, end: int = maxsize) -> int:
    """The marks of all telltales that stand in a text, or between two places of it."""
    if start or end < len(text):
        return _marks_of(text[start:end])
    if end != maxsize:
        return held(text)
    apart = sentences(text) if len(text) > _ONE_SENTENCE else ()
    return reduce(or_, (held(text, *one) for one in apart)) if len(apart) > 1 else _marks_of(text)


_ONE_SENTENCE = 120
"""Letters up to which a paragraph is looked through as it is; those of a longer one will be asked for by sentences."""


def _marks_of(text: str) -> int:
    words = lowered(text).encode("ascii", "replace").translate(PLAIN_LETTERS).split()
    return reduce(or_, map(_marks.__getitem__, words), ANY) | _before[0]


class Rule:
    """An expression that is tried only where one of its telltales stands.

    `parts` are parts of words, `words` whole ones, of which one stands; with neither it is always tried. Its methods
    are those of the expression.
    """

    __slots__ = ("mark", "parts", "pattern", "words")

    def __init__(
        self, expression: str, flags: int = 0, *, parts: Iterable[str] = (), words: Iterable[str] = ()
    ) -> None:
        self.pattern = re.compile(expression, flags)
        self.parts, self.words = tuple(parts), frozenset(words)
        self.mark = (telltale(*self.parts) if self.parts else 0) | (telltale_words(self.words) if self.words else 0)
        self.mark = self.mark or ANY

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self.pattern.search(text, start, end) if held(text, start, end) & self.mark else None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self.pattern.match(text, start, end) if held(text, start, end) & self.mark else None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text, start, end) if held(text, start, end) & self.mark else iter(())


class Rules:
    """Several rules as one, as if "|" stood between them: the first place counts, and there the earlier rule.

    Each has its own telltales, so that of many ways to say a thing only those are tried whose words stand.
    """

    __slots__ = ("mark", "rules")

    def __init__(self, *rules: Rule) -> None:
        self.rules = rules
        self.mark = reduce(or_, (rule.mark for rule in rules))

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        tells, first = held(text, start, end), None
        if tells & self.mark:
            for rule in self.rules:
                if tells & rule.mark and (match := rule.pattern.search(text, start, end)):
                    first = match if first is None or match.start() < first.start() else first
        return first
