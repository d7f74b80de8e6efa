"""What numbers an item of business: "34.", "22/23", "CAB12", "OSC-24-31", "P&F/23-24/7", "Minute No. 6", "[41]"."""

import re
from functools import lru_cache

from scrutiny_desk.recognition.like import like

_WORD = (
    r"(?:(?:(?i:min(?:ute)?|ref(?:erence)?)[.:]?\s*(?:(?i:no|ref)[.:]?)?|"
    r"(?:(?i:agenda)\s+)?(?i:item)\s+(?:(?i:no)\.?)?|No\.?|[#§])\s*)?"
)
_LETTERS = r"(?:(?:[A-Z]{1,4}&[A-Z]{1,4}|[A-Z]{0,6}|[A-Z][a-z]{1,4}(?=\.\d))[./ \-]?)"
_DIGITS = r"\d{1,4}(?:[/.\-](?:\d{1,4}|[A-Z]{1,6}(?=[/.\-]\d))){0,4}"
REFERENCE = rf"{_LETTERS}{_DIGITS}(?:[a-z](?![a-z])|[/.\-][A-Z]{{2,6}}\b)?"
_WHOLE = re.compile(rf"^(?:\*\s?)?{_WORD}[(\[]?({REFERENCE})[.):\]]*$")
_LEADING = re.compile(
    rf"^(?:\*\s?(?=\d))?{_WORD}[(\[]?({REFERENCE})(?:[)\]]?[.:]?\s+(?:[-–—]\s+)?(?=\S)|[.)](?=[A-Z][A-Za-z]))"
)


@lru_cache(maxsize=4096)
def number_of(marker: str) -> str | None:
    """The number a marker shows, without stops, brackets and words such as "Item"; None where it is a bullet or
    letter."""
    match = _WHOLE.match(marker.strip())
    return match[1].strip() if match else None


def level_of(number: str) -> int:
    """How deep a number such as "5.1.2" lies; 1 where its parts are no levels."""
    if like(r"\d+\.0").fullmatch(number):
        return 1
    return number.count(".") + 1 if like(r"\d+(?:\.\d+)+").fullmatch(number) else 1


def leading_number(text: str) -> tuple[str, int] | None:
    """A minute number that stands inside the text ("CAB12. Title", "22/23 - Title", "508 TITLE"), and where it ends."""
    match = _LEADING.match(text)
    if not match:
        return None
    number = match[1].strip()
    if like(r"(?:19|20)\d\d|\d+\.\d+").fullmatch(number) and not text[match.end() :][:1].isupper():
        return None
    return number, match.end()


def shape_of(number: str) -> str:
    """The form of a number, its digits aside: that of "OSC/24/7" and of "OSC/24/31" is the same."""
    return like(r"\d+").sub("0", number)
