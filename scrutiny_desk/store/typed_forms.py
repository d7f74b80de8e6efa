"""The other ways in which papers write the date, the sum or the reference that was typed, for the search."""

import re
from collections.abc import Iterator
from decimal import Decimal

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)(?![a-z])"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
DATES = tuple(
    re.compile(pattern + r"(?![\w/.-]*\d)\*?", re.IGNORECASE)
    for pattern in (
        rf"{_WEEKDAY}{_DAY}(?:\s+of)?\s+(?P<month>{_MONTH})(?:,?\s+{_YEAR}\b)?",
        rf"{_WEEKDAY}(?P<month>{_MONTH})\s+{_DAY}\b(?:,?\s+{_YEAR}\b)?",
        r"(?P<day>[0-3]?\d)(?P<sign>[/.-])(?P<month>[01]?\d)(?P=sign)(?P<year>\d{4}|\d{2})",
        rf"{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)",
    )
)
SUM = re.compile(
    r"(?:£\s?(?P<pounds>\d[\d,]*(?:\.\d+)?)(?:\s?(?P<size>million|billion|thousand|mn|m|bn|k)\b)?"
    r"|(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<times>million|billion|thousand|mn|m|bn|k)\b"
    r"|(?P<long>\d{1,3}(?:,\d{3})+|\d{5,9}))(?![\w/]|[.,]\d)\*?",
    re.IGNORECASE,
)
REFERENCE = re.compile(r"(?P<letters>[A-Za-z]{1,4})[./-]?(?P<digits>\d{1,4})(?![\w/.-]*\w)")
ITEM_NUMBER = re.compile(
    r"\s*(?:(?:minute|min\.?|item|no\.?|number)\s+)+(?P<said>[\w./-]*\d[\w./-]*)\s*|\s*(?P<bare>[\w./-]*\d[\w./-]*)\s*",
    re.IGNORECASE,
)
_SIZES = {"k": 1_000, "thousand": 1_000, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def at(text: str, place: int) -> tuple[tuple[str, ...], int] | None:
    """The forms of the date, sum or reference that stands at a place of what was typed, and where it ends."""
    if place and (text[place - 1].isalnum() or text[place - 1] in "./-"):
        return None
    for pattern in DATES:
        if (found := pattern.match(text, place)) and (forms := tuple(_of_date(found))):
            return forms, found.end()
    if found := SUM.match(text, place):
        return tuple(dict.fromkeys(_of_sum(found))), found.end()
    if found := REFERENCE.match(text, place):
        return (f"{found['letters']} {found['digits']}", f"{found['letters']}{found['digits']}"), found.end()
    return None


def item_number(typed: str) -> str:
    """The number of an item of business that was typed and nothing else ("34/25", "PH.12", "minute 38"), bare; empty
    where it is none. A plain number alone is none: it may be anything."""
    found = ITEM_NUMBER.fullmatch(typed)
    if found is None or len(typed) > 40:
        return ""
    number = (found["said"] or found["bare"]).casefold()
    return "" if found["bare"] and number.isdigit() else bare_number(number)


def bare_number(number: str) -> str:
    """A number of an item without its signs: "PH.12" and "ph12", "34/25." and "34-25" are one."""
    parts = re.findall(r"[a-z]+|\d+", number.casefold())
    return " ".join(part.lstrip("0") or "0" for part in parts)


def _of_date(found: re.Match[str]) -> Iterator[str]:
    """A day as papers write it; nothing where it is none."""
    day, said = int(found["day"]), found["month"].casefold().rstrip(".")
    month = int(said) if said.isdigit() else next(n for n, name in enumerate(_MONTHS, 1) if name[:3] == said[:3])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return
    name, year = _MONTHS[month - 1], found["year"] or ""
    year = f"20{year}" if len(year) == 2 else year
    for form in (f"{day}", f"{day}{_ENDINGS.get(day, 'th')}", f"{day:02d}"):
        for spelt in dict.fromkeys((name, name[:3], "sept" if month == 9 else name[:3])):
            yield f"{form} {spelt} {year}".strip()
    yield f"{day}{_ENDINGS.get(day, 'th')} of {name} {year}".strip()
    for form in (f"{day}", f"{day}{_ENDINGS.get(day, 'th')}"):
        yield f"{name} {form} {year}".strip()
    if year:
        yield from (f"{day:02d} {month:02d} {year}", f"{day} {month} {year}", f"{day:02d} {month:02d} {year[2:]}")
        yield from (f"{day} {month} {year[2:]}", f"{year} {month:02d} {day:02d}")


def _of_sum(found: re.Match[str]) -> Iterator[str]:
    """A sum, or a long number, as papers write it: in figures with and without commas, in thousands and millions."""
    digits = (found["pounds"] or found["number"] or found["long"]).replace(",", "")
    size = (found["size"] or found["times"] or "").casefold()
    value = Decimal(digits) * _SIZES.get(size, 1)
    yield found[0].strip("£* ")
    if value == value.to_integral():
        yield from (f"{int(value):,}", f"{int(value)}")
    else:
        yield from (f"{value:,.2f}", f"{value:.2f}")
    if found["long"]:
        return
    for words in (("k", "thousand"), ("m", "mn", "million"), ("bn", "billion")):
        of = (value / _SIZES[words[0]]).normalize()
        if Decimal("0.1") <= of < 1000 and -int(of.as_tuple().exponent) <= 3:
            yield from (f"{of:f}{word}" if len(word) < 3 else f"{of:f} {word}" for word in words)
            if len(words) > 1:
                yield f"{of:f} {words[0]}"
