"""Where a meeting was held, as its head tells it."""

import re

from scrutiny_desk.recognition.dates import MONTHS, dates_in, times_in
from scrutiny_desk.recognition.heads import cased, first_date, no_dates
from scrutiny_desk.recognition.names import folded_spaces

HELD = re.compile(
    r"\b(?:(?:held|convened|meeting|took place|met)\s+|\d{4},?\s+|\d{1,2}\s?[ap]\.?m\.?,?\s+)(?P<lead>(?:virtually|remotely|on-?line|in person|via|by)?\s*(?:in|at|via|on-?line via|by|as a)\s+(?:the\s+)?)(?P<place>[^;]{3,180}?)"
    r"(?=\s*,?\s+(?:on\s+(?:the\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun|\d)|at\s+\d|commencing|starting|(?:mon|tues|wednes|thurs|fri|satur|sun)day|from\s+\d|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z])|\s*[.;]?\s*$|\.\s)",
    re.I,
)


VENUE = re.compile(
    r"\b(?:Chamber|Committee Room|Room \d|Town Hall|City Hall|County Hall|Village Hall|Civic (?:Centre|Offices|Centre)|Guildhall|"
    r"Council (?:Offices|House)|Meeting Room|Community Centre|Hall|House|Offices|Centre|Room|Suite|Library|Pavilion|Chapel|Church|School|College|Academy|Theatre|Institute|Hotel|Club|Museum|Shire Hall|Parish Rooms?)\b|^(?:Zoom|Microsoft Teams|MS Teams|Virtual(?: Meeting)?|Online)\.?$"
)


_PAST_OF = re.compile(r"\b(?:minutes|notes|record)\b.{0,60}\b(?:held|meeting)\b.{0,20}\bon\b", re.I)


def place_of(labels: dict[str, str], lines: list[str]) -> str | None:
    for label in ("place", "venue", "location", "held at", "held in"):
        value = labels.get(label, "")
        if value and not times_in(value[:8]):
            return _tidy_place(value)
    for line in lines:
        at = 0
        while match := HELD.search(line, at):
            at = match.start() + 4
            place = _tidy_place(match["place"]) if match["place"][0].isupper() else None
            if place and re.search(
                rf"^(?:{'|'.join(MONTHS)})\b|\b(?:agreed|was|were|that|would|to write|asked)\b", place, re.I
            ):
                continue
            if place and not dates_in(place[:16]) and not re.match(r"(?:the )?(?:previous|last)\b", place, re.I):
                return place
    for line in lines:
        last = max([d.end for d in dates_in(line)] + [t.end for t in times_in(no_dates(line))], default=0)
        behind = re.match(r"\s*[,\-–]\s*(?:in |at )?(?:the )?([A-Z].{3,90})$", line[last:]) if last else None
        if behind and VENUE.search(behind[1]) and len(line) < 200:
            return _tidy_place(behind[1])
    for line in lines[:8]:
        rest = no_dates(line)
        for told in reversed(times_in(rest)):
            rest = rest[: told.start] + " " * (told.end - told.start) + rest[told.end :]
        rest = re.sub(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?", "", rest, flags=re.I).strip(" ,.-–—at")
        if (
            dates_in(line)
            and 6 < len(rest) < 100
            and VENUE.search(rest)
            and rest[0].isupper()
            and not re.search(
                r"\b(?:Committee|Panel|Board|Commission|Minutes|Meeting|Council(?! Chamber| Offices| House))\b(?! Room)",
                rest,
            )
        ):
            return _tidy_place(rest)
    dated = next((i for i, line in enumerate(lines[:12]) if first_date(line)), None)
    for index, line in enumerate(lines[:12]):
        near = dated is not None and -1 <= index - dated <= 2 or line.startswith("(")
        venue = VENUE.search(cased(line))
        if (
            near
            and venue
            and len(line) < 110
            and not re.search(r"\b(?:Councillor|Cllr|Mrs?|Present|Chair)\b|:|\bCommittee\b(?! Room)", line)
        ):
            text = re.sub(
                r"^.*\b(?:meeting|hybrid|multi-location)\b[^A-Z]*|\s*/\s*(?:microsoft|ms|teams|zoom|online|virtual).*$",
                "",
                line.strip("()"),
                flags=re.I,
            )
            if text[:1].isupper() and not dates_in(text):
                return _tidy_place(text)
    for index, line in enumerate(lines[:16]):
        match = re.match(r"(?!in attendance)(?:held\s+)?(?:in|at)\s+(?:the\s+)?([A-Z][^.]{3,100})$", line, re.I)
        if match and index > 0 and not dates_in(line):
            return _tidy_place(match[1])
    return None


def _tidy_place(text: str) -> str | None:
    text = re.sub(r"[.\s]*\bView directions\b.*$", "", text)
    text = re.sub(r"\s+(?:at|on|from|commencing(?: at)?|starting(?: at)?)\s*$", "", folded_spaces(text)).strip(
        " ,.;:-–"
    )
    text = re.sub(r"\s+(?:at|commencing at|starting at)\s+\d.*$", "", text, flags=re.I)
    return cased(text) or None
