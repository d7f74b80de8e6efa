"""House styles: how a council writes its papers, as data, found by itself for each document."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from itertools import accumulate, islice
from operator import or_
from pathlib import Path
from typing import Any

from scrutiny_desk.domain.house_rules import HouseRule, RuleKind
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.locations import resources
from scrutiny_desk.recognition.sentences import holds
from scrutiny_desk.recognition.telltales import ANY, held, telltale

COMMON = "common"
_FEW, _LONGEST_LINE = 12, 400
"""Lines near which a sign is looked for, rather than in the whole text; how much of a line is looked at."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern by which a style is known, its weight, and words of which one stands in what it fits (lower case)."""

    pattern: re.Pattern[str]
    weight: float = 1.0
    words: tuple[str, ...] = ()

    def shows(self, lines: list[tuple[str, int, int]], text: str, low: str, tells: int) -> bool:
        """Whether the sign stands in a paper, given as lines and as one text.

        Each line comes with its telltales and its place in the text. A pattern that begins with ^ is looked for at the
        head of each line that holds one of its words, any other near such lines. `low` is the text in lower case,
        `tells` are the telltales of all lines.
        """
        mark = telltale(*self.words) if self.words else ANY
        if not tells & mark or self.words and not holds(low, self.words):
            return False
        if self.pattern.pattern.startswith("^") and "|^" not in self.pattern.pattern:
            return any(map(self.pattern.match, [line for line, told, _ in lines if told & mark]))
        near = [number for number, (_, told, _) in enumerate(lines) if told & mark]
        if len(near) > _FEW:
            return bool(self.pattern.search(text))
        ends = [at - 1 for _, _, at in lines[2:]]
        return any(
            self.pattern.search(text, lines[max(number - 1, 0)][2], ends[number] if number < len(ends) else len(text))
            for number in near
        )


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What differs between councils.

    `labels` are the words that head a list of people, by capacity; `phrases` hold word lists by name, for any pass
    to read; `signs` are patterns by which the style is known in a document, each with its weight; `rules` are what
    people made of corrections.
    """

    name: str
    title: str = ""
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    signs: tuple["Sign", ...] = ()
    settings: dict[str, str | int | float | bool] = field(default_factory=dict)
    examples: tuple[dict[str, Any], ...] = ()
    rules: tuple[HouseRule, ...] = ()

    def __hash__(self) -> int:
        return hash(self.name)


def folder() -> Path:
    """Where the house styles that ship with the program are."""
    return resources() / "house_styles"


def load(path: Path) -> HouseStyle:
    """The style of one file, without what all share; raises `Trouble` where it is no TOML or misses its name."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as fault:
        raise Trouble(
            f"The house style “{path.name}” cannot be read ({fault}).",
            "Correct the file, or take it out of the folder.",
        ) from fault
    return _made(data, path)


def _made(data: dict[str, Any], path: Path) -> HouseStyle:
    name = str(data.get("name") or path.stem)
    for part in ("labels", "phrases", "settings"):
        if not isinstance(data.get(part, {}), dict):
            raise Trouble(
                f"In the house style “{path.name}”, “{part}” is no table.",
                f"Begin it with a line [{part}], and list words below.",
            )
    try:
        signs = tuple(
            Sign(
                re.compile(row["pattern"], re.M | (0 if row.get("case") else re.I)),
                float(row.get("weight", 1)),
                tuple(str(word).lower() for word in row.get("words", ())),
            )
            for row in data.get("signs", [])
        )
    except (re.error, KeyError, TypeError, ValueError) as fault:
        raise Trouble(
            f"A sign of the house style “{path.name}” cannot be used ({fault}).",
            "Each sign needs a pattern (a regular expression) and may have a weight.",
        ) from fault
    return HouseStyle(
        name,
        str(data.get("title", "")),
        _lists(data.get("labels", {})),
        _lists(data.get("phrases", {})),
        signs,
        dict(data.get("settings", {})),
        tuple(data.get("examples", [])),
        rules_of(data, path.name),
    )


def rules_of(data: dict[str, Any], file_name: str) -> tuple[HouseRule, ...]:
    """The rules that a style holds as data; those without a council hold for the style's `body`. Raises `Trouble`."""
    try:
        return tuple(
            HouseRule(
                RuleKind(row["kind"]),
                _words(row["words"]),
                row.get("body", data.get("body")),
                row.get("committee"),
                str(row.get("name", "")),
                str(row.get("post", "")),
                Capacity(row["capacity"]) if row.get("capacity") else None,
            )
            for row in data.get("rules", [])
        )
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise Trouble(
            f"A rule of the house style “{file_name}” cannot be used ({fault}).",
            f"Each rule needs words and a kind: {', '.join(RuleKind)}.",
        ) from fault


def _words(value: Any) -> str:
    words = " ".join(str(value).split())
    if not any(letter.isalnum() for letter in words):
        raise ValueError("no words")
    return words


def _lists(table: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(str(v) for v in values) for key, values in table.items()}


def joined(common: HouseStyle, own: HouseStyle) -> HouseStyle:
    """The style with all that is common to councils added; its own words come first."""
    both = {
        kind: {
            key: tuple(dict.fromkeys((*getattr(own, kind).get(key, ()), *getattr(common, kind).get(key, ()))))
            for key in {*getattr(own, kind), *getattr(common, kind)}
        }
        for kind in ("labels", "phrases")
    }
    settings = {**common.settings, **own.settings}
    return HouseStyle(
        own.name, own.title, both["labels"], both["phrases"], own.signs, settings, own.examples, own.rules
    )


@lru_cache(maxsize=8)
def styles(extra: Path | None = None) -> tuple[HouseStyle, ...]:
    """All styles, the common one first, by name; `extra` is a folder of the user's own, whose files win by name."""
    found: dict[str, HouseStyle] = {}
    for place in (folder(), extra):
        if place is not None and place.is_dir():
            for path in sorted(place.glob("*.toml")):
                style = load(path)
                found[style.name] = style
    common = found.pop(COMMON, HouseStyle(COMMON))
    return (common, *(joined(common, found[name]) for name in sorted(found)))


@lru_cache(maxsize=8)
def rules_by_council(extra: Path | None = None) -> tuple[HouseRule, ...]:
    """The rules in the styles that say for which council they are: they hold for its papers whatever their style."""
    return tuple(rule for style in styles(extra) for rule in style.rules if rule.body)


def named(name: str, extra: Path | None = None) -> HouseStyle:
    """The style of this name; raises `Trouble` where there is none."""
    for style in styles(extra):
        if style.name == name:
            return style
    known = ", ".join(style.name for style in styles(extra))
    raise Trouble(f"There is no house style “{name}”.", f"The styles are: {known}.")


def found(texts: Iterable[str], extra: Path | None = None, *, kind: str | None = None) -> HouseStyle:
    """The style whose signs speak most clearly in these texts; the common one where none does.

    `kind` is the kind of paper, where it is known: a style whose settings name a kind is for that kind alone.
    """
    lines = [line[:_LONGEST_LINE] for line in islice(texts, 160)]
    text = "\n".join(lines)[:16_000]
    low = text.lower()
    places = accumulate((len(line) + 1 for line in lines), initial=0)
    told = [(line, held(line), at) for line, at in zip(lines, places, strict=False)]
    tells = reduce(or_, (marks for _, marks, _ in told), 0)
    best, best_weight = styles(extra)[0], 0.99
    for style in styles(extra)[1:]:
        meant = style.settings.get("kind")
        if kind is not None and meant is not None and meant != kind:
            continue
        weight = 1.0 if meant is not None and meant == kind else 0.0
        weight += sum(sign.weight for sign in style.signs if sign.shows(told, text, low, tells))
        if weight > best_weight:
            best, best_weight = style, weight
    return best
