"""Cue phrases: the words by which minutes ask, answer, promise and decide, read from resources/cues as data.

The language of a phrase, so that a clerk can write one: words stand for themselves, `(a|b c)` is one of these, `[a|b]`
may be left out, `...` is up to eight words in between, `....` up to forty, `*` is any one word, and `{name}` is one of
the phrases of the list of that name in words.toml. Capitals do not matter.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from sys import maxsize

from scrutiny_desk.locations import resources
from scrutiny_desk.recognition.sentences import words_in
from scrutiny_desk.recognition.telltales import ANY, held, telltale_words

_TOKEN = re.compile(r"\[[^\]]*\]|\((?:[^()])*\)|\{\w+\}|\.{3,4}|\*|[^\s\[\](){}]+")
_LONG_GAP = r"(?:[^\s;?!]+\s+){0,40}?"
_GAP = r"(?:[^\s.;?!]+\s+){0,8}?"
_COUNTS = ("?", "*", "+", "{")
_ALSO = {"i": "İı", "k": "\u212a", "s": "ſ"}
"""What else is the letter where capitals do not matter."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One list of phrases: its pattern, and sentences that must and must not hold one of them.

    Wherever one of the phrases stands, one of the `telling` words does; None where that cannot be told. `mark` is that
    of these words.
    """

    name: str
    pattern: re.Pattern[str]
    phrases: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()
    telling: frozenset[str] | None = None
    mark: int = ANY


def phrase_pattern(phrase: str, words: dict[str, tuple[str, ...]] | None = None) -> str:
    """The regular expression of a phrase; raises KeyError for a `{name}` that no list has."""
    out = ""
    pending = False
    for token in _TOKEN.findall(phrase):
        piece, spaced = _piece(token, words or {})
        if pending:
            out += r"\s+"
        out += piece
        pending = not spaced
    return out.removesuffix(r"\s+")


def _piece(token: str, words: dict[str, tuple[str, ...]]) -> tuple[str, bool]:
    """The expression of one token, and whether it brings its own space behind it."""
    if token == "...":
        return _GAP, True
    if token == "....":
        return _LONG_GAP, True
    if token == "*":
        return r"[^\s.;?!]+", False
    if token[0] == "[":
        return f"(?:(?:{_choice(token[1:-1].split('|'), words)})\\s+)?", True
    if token[0] == "(":
        return f"(?:{_choice(token[1:-1].split('|'), words)})", False
    if token[0] == "{":
        return f"(?:{_choice(words[token[1:-1]], words)})", False
    return re.escape(token).replace("'", "['’]"), False


def _choice(options: Iterable[str], words: dict[str, tuple[str, ...]]) -> str:
    return "|".join(phrase_pattern(option, words) for option in sorted(options, key=len, reverse=True))


def compiled(phrases: Iterable[str], words: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    """One pattern for all these phrases, whole words only."""
    ways = [way for phrase in sorted(phrases, key=len, reverse=True) for way in _begun(phrase, words)]
    return re.compile(rf"(?<!\w)(?:{by_letters(ways)})(?!\w)", re.IGNORECASE)


def _begun(phrase: str, words: dict[str, tuple[str, ...]]) -> list[str]:
    """The expressions of a phrase, one for each way in which it may begin, in the order in which they are tried."""
    first = _TOKEN.match(phrase)
    if first is None or first[0][0] not in "[(":
        return [phrase_pattern(phrase, words)]
    options = sorted(first[0][1:-1].split("|"), key=len, reverse=True)
    behind = phrase[first.end() :].strip()
    begun = [way for option in options for way in _begun(f"{option} {behind}".strip(), words)]
    return begun + _begun(behind, words) if first[0][0] == "[" and behind else begun


def by_letters(ways: Sequence[str]) -> str:
    """These expressions as one of them, those that begin with the same letters put together.

    What does not begin with a letter of the text is passed over at once, not way by way. Ways with other first letters
    never fit at the same place, so that the order in which they are tried stays as it was.
    """
    if len(ways) < 3:
        return "|".join(ways)
    out: list[str] = []
    together: dict[str, list[str]] = {}
    for way in ways:
        letter = way[:1] if way[:1].isascii() and way[:1].isalpha() and way[1:2] not in _COUNTS else ""
        if letter:
            together.setdefault(letter.lower(), []).append(way[1:])
            continue
        out += map(_lettered, together.items())
        together = {}
        out.append(way)
    return "|".join([*out, *map(_lettered, together.items())])


def _lettered(entry: tuple[str, list[str]]) -> str:
    letter, rests = entry
    behind = by_letters(rests)
    return f"(?-i:[{letter}{letter.upper()}{_ALSO.get(letter, '')}])" + (f"(?:{behind})" if len(rests) > 1 else behind)


def _telling(phrases: Iterable[str], words: dict[str, tuple[str, ...]]) -> frozenset[str] | None:
    """Words of which one stands wherever one of the phrases does: of each the rarest that are not told already."""
    found: set[str] = set()
    told = [[way for token in _TOKEN.findall(phrase) if (way := _of_token(token, words))] for phrase in phrases]
    if not all(told):
        return None
    for ways in sorted(told, key=lambda ways: min(sum(map(_commonness, way)) for way in ways), reverse=True):
        found |= min(ways, key=lambda way: sum(map(_commonness, way - found)))
    return frozenset(found)


_COMMON = (
    frozenset("the to and of that a in for be was on it had would at by with this were is".split()),
    frozenset(
        "asked been meeting councillor from as council not members mr there cllr have an he will are said they what i "
        "committee which if we but about report minutes agreed how could has ms all director member services held no "
        "their mrs whether out work so she chair chairman also who officer you cabinet any one being when received "
        "noted next advised should up county do am can made them time following more stated board present other "
        "need may".split()
    ),
)
"""Words that stand in a tenth of the sentences of minutes and more, and in one of a hundred and more."""


def _commonness(word: str) -> float:
    return 3.0 if word in _COMMON[0] else 0.5 if word in _COMMON[1] else 1 / len(word) ** 3


def _of_token(token: str, words: dict[str, tuple[str, ...]]) -> frozenset[str] | None:
    """The same for one token; nothing for one that may be left out or stands for any word."""
    if token[0] == "(":
        return _telling(token[1:-1].split("|"), words)
    if token[0] == "{":
        return _telling(words[token[1:-1]], words)
    longest = max(words_in(token), key=lambda word: (len(word), word), default=None)
    return None if token[0] == "[" or longest is None else frozenset([longest])


@cache
def words() -> dict[str, tuple[str, ...]]:
    """The lists of words that phrases may name."""
    with (resources() / "cues" / "words.toml").open("rb") as file:
        return {name: tuple(entry) for name, entry in tomllib.load(file).items()}


@cache
def cues() -> dict[str, Cue]:
    """Every list of phrases by its name ("asking.verbs")."""
    found: dict[str, Cue] = {}
    for path in sorted((resources() / "cues").glob("*.toml")):
        if path.stem == "words":
            continue
        with path.open("rb") as file:
            for name, entry in tomllib.load(file).items():
                full = f"{path.stem}.{name}"
                phrases = tuple(entry["phrases"])
                telling = _telling(phrases, words())
                found[full] = Cue(
                    full,
                    compiled(phrases, words()),
                    phrases,
                    tuple(entry.get("examples", ())),
                    tuple(entry.get("not_examples", ())),
                    telling,
                    ANY if telling is None else telltale_words(telling),
                )
    return found


@cache
def cue(name: str) -> re.Pattern[str]:
    """The pattern of the list of this name; raises KeyError where there is none."""
    return cues()[name].pattern


def may_stand(name: str, text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether one of the phrases of a list can stand in a sentence: it holds one of their telling words."""
    return cues()[name].mark & held(text, start, maxsize if end is None else end) != 0


def told_of(name: str, tells: int) -> bool:
    """The same for a text of which the telltales are known."""
    return bool(cues()[name].mark & tells)


def phrase_told(name: str, text: str, tells: int) -> re.Match[str] | None:
    """The first of the phrases of a list in a text of which the telltales are known."""
    return cue(name).search(text) if told_of(name, tells) else None


def phrase_in(name: str, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first of the phrases of a list in a sentence; looked for only where one can stand."""
    if not may_stand(name, text, start, end):
        return None
    return cue(name).search(text, start, len(text) if end is None else end)
