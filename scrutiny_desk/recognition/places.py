"""Where a meeting was held, as its head tells it."""

import re

from scrutiny_desk.recognition.dates import MONTHS, dates_in, times_in
from scrutiny_desk.recognition.heads import cased, first_date, no_dates
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import folded_spaces

HELD = re.compile(
    r"\b(?:(?:held|convened|meeting|took place|met)\s+|\d{4},?\s+|\d{1,2}\s?[ap]\.?m\.?,?\s+|"
    rf"(?:held|met)\b[^.;:]{{0,40}}\s(?:{'|'.join(m for m in MONTHS if len(m) > 3)}),?\s+)(?P<lead>(?"
    r":virtually|remotely|on-?line|in person|via|by)?\s*(?:in|at|via|on-?line via|"
    r"by|as a)\s+(?:(?-i:the|THE)\s+)?)(?P<place>[^;]{3,180}?)"
    r"(?=\s*,?\s+(?:on\s+(?:the\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun|\d)|"
    r"at\s+\d|commencing|starting|(?:mon|tues|wednes|thurs|fri|satur|sun)day|from\s+\d|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)})\b|\d{{1,2}}(?:st|nd|rd|th)\b)|\s*[.;:]?\s*$|\.\s)",
    re.I,
)


VENUE = re.compile(
    r"\b(?:Chamber|Committee Room|Room \d|Town Hall|City Hall|County Hall|Village "
    r"Hall|Civic (?:Centre|Offices|Centre)|Guildhall|"
    r"Council (?:Offices|House)|Meeting Room|Community Centre|Hall|House|Offices|"
    r"Centre|Room|Suite|Library|Pavilion|Chapel|Church|School|College|Academy|Theatre|"
    r"Institute|Hotel|Hub|Annexe|Depot|Club|Museum|Shire Hall|Parish Rooms?)\b|^(?:Zoom|Microsoft "
    r"Teams|MS Teams|Virtual(?: Meeting)?|Online)\.?$"
)


_NO_PLACE = re.compile(
    rf"^(?:public|private)$|^(?:{'|'.join(MONTHS)})\b|\b(?:agreed|was|were|that|would|to write|asked)\b", re.I
)
_NAMES_A_BODY = re.compile(
    r"\b(?:Committee|Panel|Board|Commission|Minutes|Meeting|Council(?! Chamber| Offices| House))\b(?! Room)"
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?", re.I)
_HOW_HELD = re.compile(
    r"^.*\b(?:meeting|hybrid|multi-location)\b[^A-Z]*|\s*/\s*(?:microsoft|ms|teams|zoom|online|virtual).*$", re.I
)


def place_of(labels: dict[str, str], lines: list[str]) -> str | None:
    """The place of the meeting: a labelled one first, then "held in", then what stands beside the date."""
    for label in ("place", "venue", "location", "held at", "held in"):
        value = labels.get(label, "")
        if value and not times_in(value[:8]):
            return _tidy_place(value)
    return _told(lines) or _beside_date(lines) or _near_date(lines) or _alone(lines)


def _told(lines: list[str]) -> str | None:
    """The place of a sentence such as "held in the Council Chamber, Guildhall, on Monday"."""
    for line in lines:
        at = 0
        while match := HELD.search(line, at):
            at = match.start() + 4
            place = _tidy_place(match["place"]) if match["place"][0].isupper() else None
            if place is None or _NO_PLACE.search(place) or dates_in(place[:16]):
                continue
            if not like(r"(?i)(?:the )?(?:previous|last)\b").match(place):
                return place
    return None


def _beside_date(lines: list[str]) -> str | None:
    """The place on the line of the date, behind it or between it and the time."""
    for line in lines:
        last = max([d.end for d in dates_in(line)] + [t.end for t in times_in(no_dates(line))], default=0)
        behind = like(r"\)?\s*[,\-–]\s*(?:in |at )?(?:the )?([A-Z].{3,90})$").match(line[last:]) if last else None
        if behind and VENUE.search(behind[1]) and len(line) < 200:
            return _tidy_place(behind[1])
    for line in lines[:8]:
        rest = no_dates(line)
        for told in reversed(times_in(rest)):
            rest = rest[: told.start] + " " * (told.end - told.start) + rest[told.end :]
        rest = _WEEKDAY.sub("", rest).strip(" ,.-–—at")
        fits = 6 < len(rest) < 100 and rest[0].isupper() and VENUE.search(rest) and not _NAMES_A_BODY.search(rest)
        if fits and dates_in(line):
            return _tidy_place(rest)
    return None


def _near_date(lines: list[str]) -> str | None:
    """The place on a line of its own beside the line of the date, or in brackets."""
    dated = next((i for i, line in enumerate(lines[:12]) if first_date(line)), None)
    for index, line in enumerate(lines[:12]):
        near = dated is not None and -1 <= index - dated <= 2 or line.startswith("(")
        if not near or len(line) >= 110 or not VENUE.search(cased(line)):
            continue
        if like(r"\b(?:Councillor|Cllr|Mrs?|Present|Chair)\b|:|\bCommittee\b(?! Room)").search(line):
            continue
        text = _HOW_HELD.sub("", line.strip("()"))
        if text[:1].isupper() and not dates_in(text):
            return _tidy_place(text)
    return None


_IN_A_PLACE = re.compile(r"(?i:(?!in attendance)(?:held\s+)?(?:in|at)\s+(?:the\s+)?)([A-Z][^.]{3,100})$")
_TELLS = re.compile(r"\b(?:are|is|was|were|where|who|which|that|have|has|had|will|would|can|may)\b")


def _alone(lines: list[str]) -> str | None:
    """The place of a line "IN THE VILLAGE HALL"."""
    for line in lines[1:16]:
        match = _IN_A_PLACE.match(line)
        if match and not dates_in(line) and not _TELLS.search(match[1]):
            return _tidy_place(match[1])
    return None


_ALSO_REMOTE = re.compile(
    r",?\s+(?:and|or)\s+(?:also\s+)?(?:(?:by|via|through|using)\s+(?:remote|video|tele|zoom|microsoft|ms\s|teams|webex|"
    r"electronic|on-?line)|(?:remotely|virtually|on-?line)\b).*$",
    re.I,
)


def _tidy_place(text: str) -> str | None:
    """A place without the words that lead to the time, cased as a name where it is set in capitals."""
    text = like(r"[.\s]*\bView directions\b.*$").sub("", text)
    text = like(r"^\s*(?i:held\s+)?(?i:in|at)\s+(?:(?:the|THE)\s+)?(?=[A-Z])").sub("", text)
    text = _ALSO_REMOTE.sub("", text)
    text = (
        like(r"\s+(?:at|on|from|commencing(?: at)?|starting(?: at)?)\s*$").sub("", folded_spaces(text)).strip(" ,.;:-–")
    )
    text = like(r"(?i)\s+(?:at|commencing at|starting at)\s+\d.*$").sub("", text)
    return cased(text) or None
