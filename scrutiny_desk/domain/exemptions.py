"""Which nation's list of exempt information a paper names, and what each paragraph of such a list is about."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Nation(StrEnum):
    """The nations of the United Kingdom, each with its own Act and list."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


@dataclass(frozen=True, slots=True)
class ExemptParagraph:
    """One paragraph of a schedule: its number as printed, and what it is about in a few words of our own."""

    number: str
    about: str


@dataclass(frozen=True, slots=True)
class ExemptList:
    """A nation's list of exempt information. `verified` says how surely it was held against the law as it stands:
    "source", "part" or "memory" (to be checked before anybody relies on it); `note` says more."""

    nation: Nation
    schedule: str
    verified: str
    source: str
    paragraphs: tuple[ExemptParagraph, ...]
    note: str = ""

    def about(self, number: str) -> str:
        """What a paragraph is about; "" where the list has none of this number."""
        return next((one.about for one in self.paragraphs if one.number == number.casefold()), "")


_FIRST_OF_WALES = 12
_NUMBER = re.compile(r"\d{1,2}[a-z]?", re.I)


def numbers(paragraph: str | None) -> tuple[str, ...]:
    """The numbers in what a paper prints ("1, 2 and 3", "12 to 14"), each on its own, in order."""
    found: list[str] = []
    for part in re.split(r"\s*(?:,|\band\b|&)\s*", re.sub(r"\([a-z]\)", "", paragraph or "", flags=re.I)):
        ends = _NUMBER.findall(part)
        if len(ends) == 2 and re.search(r"\d\s*(?:to|-|–)\s*\d", part) and all(end.isdigit() for end in ends):
            found += [str(number) for number in range(int(ends[0]), min(int(ends[1]), int(ends[0]) + 20) + 1)]
        else:
            found += [end.casefold() for end in ends]
    return tuple(dict.fromkeys(found))


def nation_named(words: str) -> str:
    """The nation whose list these words name; "" where they name no list."""
    low = words.casefold()
    if re.search(r"\bschedule\s+7\s?a\b|\bsection 50\s?a\b|\(scotland\)", low):
        return Nation.SCOTLAND
    if "northern ireland" in low:
        return Nation.NORTHERN_IRELAND
    if not re.search(r"\bschedule\s+12\s?a\b", low):
        return ""
    named = re.search(r"\bparagraphs?\s+(\d{1,2})", low)
    if re.search(r"\bpart\s+(?:4|iv|5|v)\s+of\b", low) or named and int(named[1]) >= _FIRST_OF_WALES:
        return Nation.WALES
    return Nation.ENGLAND
