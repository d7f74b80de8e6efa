"""Which language a passage is in, so that Word checks its spelling and a screen reader speaks it rightly."""

import re

from scrutiny_desk.domain.briefing import Line, Voice

ENGLISH, WELSH = "en-GB", "cy-GB"
_WORD = re.compile(r"[\w'’]+")
_WELSH = frozenset(
    _WORD.findall(
        "y yr yn ac ar mae oedd bod wedi gan ei eu fod sydd nad ond neu hwn hon am dros wrth trwy hyn bydd fydd gyda "
        "rhwng oherwydd cyngor aelodau cynghorydd pwyllgor dywedodd gofynnodd i o a ni na'r i'r o'r a'r yw'r mae'r"
    )
)
"""Small words of every Welsh text, and some of its councils'."""
_ENGLISH = frozenset(_WORD.findall("the and of to in that was were is for on with it be as by at from this which had"))
FEWEST = 3
"""Small words of a language that a passage must have before it is held to be in that language."""


def of(line: Line) -> str:
    """The language of a line: what it says of itself, else, for a quotation, Welsh where its small words are."""
    if line.language != ENGLISH or line.voice is not Voice.QUOTATION:
        return line.language
    words = [word.replace("’", "'").casefold() for word in _WORD.findall(line.text)]
    welsh, english = sum(word in _WELSH for word in words), sum(word in _ENGLISH for word in words)
    return WELSH if welsh >= FEWEST and welsh > 2 * english else ENGLISH
