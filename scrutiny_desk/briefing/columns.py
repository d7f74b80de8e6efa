"""How wide the columns of a table are, for who sets it and for who reckons how high it will be."""

import re

from scrutiny_desk.briefing import wording

LETTER = 112
"""The width of a letter at 12 point, in twentieths of a point: enough to keep a column's longest word in one piece."""
PADDING = 200
_BREAKS = re.compile(rf"(?<!\d)\s+|(?<=\d)\s+(?!(?:{'|'.join(wording.MONTHS)})\b)|(?<=-)")
"""Where a line may end: not between a day and its month, so that a date takes two lines and not three."""
TALL = 20
"""Lines beyond which a row may run over the end of a page: kept whole, it would leave half a page empty."""
NARROWEST = 8
"""Letters that every column has room for, so that "no date set" takes two lines and not three."""
LONG = 200
"""Letters in a cell beyond which a column gains nothing from being wider still."""


def column_widths(columns: list[list[str]], width: int) -> list[int]:
    """Share out the width: each column its longest word, and of the rest as its usual cell is long."""
    longest = [max((len(word) for text in texts for word in _BREAKS.split(text)), default=0) for texts in columns]
    least = [max(letters, NARROWEST) * LETTER + PADDING for letters in longest]
    least = [min(each, width // len(columns)) for each in least]
    spare = width - sum(least)
    want = [(sum(min(len(text), LONG) for text in texts) / len(texts)) ** 0.85 + 1 for texts in columns]
    shares = [each + int(spare * wish / sum(want)) for each, wish in zip(least, want, strict=True)]
    shares[-1] += width - sum(shares)
    return shares
