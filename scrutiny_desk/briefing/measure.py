"""How wide words are in Arial, and how many lines they take up: near enough to say where a page will end."""

from functools import lru_cache

WIDTHS = dict(
    zip(
        map(chr, range(32, 127)),
        map(
            int,
            (
                "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 "
                "556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 "
                "667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 "
                "556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584 "
            ).split(),
        ),
        strict=True,
    )
)
"""Thousandths of the size, as the face's own measures give them."""
WIDTHS.update({"“": 333, "”": 333, "‘": 222, "’": 222, "–": 556, "…": 1000, "\u00a0": 278})
USUAL = 556
BOLD = 1.07
"""How much wider bold letters are, on the whole."""


@lru_cache(maxsize=100_000)
def width(words: str, points: float, *, bold: bool = False) -> float:
    """The width of words set in one line, in points."""
    return sum(WIDTHS.get(letter, USUAL) for letter in words) * points / 1000 * (BOLD if bold else 1)


@lru_cache(maxsize=20_000)
def lines(words: str, points: float, across: float, *, bold: bool = False) -> int:
    """How many lines words take up in a column so many points across; at least one."""
    space = width(" ", points, bold=bold)
    count, used = 1, 0.0
    for word in words.replace("-", "- ").split():
        long = width(word, points, bold=bold)
        if used and used + space + long > across:
            count, used = count + 1, long
        else:
            used += long + (space if used else 0)
    return count
