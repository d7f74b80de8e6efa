"""References to minutes and pages: "minute 34", "(At 6.9)", "minute 12/23 refers", "page 5 of the minutes"."""

import re
from dataclasses import dataclass

_NUMBER = r"([A-Z]{0,5}\d{1,4}(?:[./]\d{1,4}){0,3})"
_PATTERNS = (
    ("minute", re.compile(rf"\bmin(?:ute)?s?\.?\s+(?:no\.?|number|ref(?:erence)?\.?|item)?\s*:?\s*{_NUMBER}", re.I)),
    ("minute", re.compile(rf"\(at\s+{_NUMBER}\)", re.I)),
    ("item", re.compile(r"\b(?:agenda\s+)?item\s+(?:no\.?\s*|number\s*)?([A-Z]?\d{1,3}[a-z]?(?:\.\d{1,2})*)\b", re.I)),
    ("page", re.compile(r"\bpages?\s+(\d{1,4})\b", re.I)),
    ("paragraph", re.compile(r"\bpara(?:graph)?s?\.?\s+(\d{1,3}(?:\.\d{1,3})*)\b", re.I)),
)


@dataclass(frozen=True, slots=True)
class MinuteRef:
    """A printed reference: `kind` is "minute", "item", "page" or "paragraph"."""

    kind: str
    number: str
    start: int
    end: int


def minute_refs(text: str) -> list[MinuteRef]:
    """The references of a text in order."""
    found = [
        MinuteRef(kind, match[1].rstrip("."), match.start(), match.end())
        for kind, pattern in _PATTERNS
        for match in pattern.finditer(text)
    ]
    return sorted(found, key=lambda ref: ref.start)
