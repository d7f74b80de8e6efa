"""Dates and times as minutes print them, and the days that "by the end of the month" come to."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from scrutiny_desk.recognition.kept import kept
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.sentences import holds, lowered
from scrutiny_desk.recognition.telltales import held, telltale

_MONTH_NAMES = (
    "january february march april may june july august september october november december".split(),
    "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr".split(),
)
MONTHS: dict[str, int] = {
    **{name: n for names in _MONTH_NAMES for n, name in enumerate(names, 1)},
    **{name[:3]: n for n, name in enumerate(_MONTH_NAMES[0], 1)},
    "sept": 9,
}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTH_STEMS = tuple(dict.fromkeys(name[:3] for name in MONTHS))
_OF_MONTHS = telltale(*_MONTH_STEMS)
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|[\"*°'’”]+))?"
_DAY_MONTH = re.compile(
    rf"(?<![\d/.])(\d{{1,2}}){_ORDINAL}\s*(?:day\s+)?(?:of\s+)?({_MONTH})\b\.?,?(?:\s*((?:19|20)\d\d)\b)?", re.I
)
_MONTH_DAY = re.compile(
    rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*[.:]\d)(?:,?\s*((?:19|20)\d\d)\b)?", re.I
)
_NUMERIC = re.compile(r"(?<![\d/.\-])(\d{1,2})([./\-])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/.\-]\d)")
_ISO = re.compile(r"(?<![\d-])((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?![\d-])")
_IN_FIGURES = re.compile(r"\d[./\-]\d")
"""Where a date in figures alone may stand."""
_TIME = re.compile(
    r"(?<![\d./])(\d{1,2})(?:[.:h](\d{2}))?\s*(a\.?\s?m\b\.?|p\.?\s?m\b\.?|noon|"
    r"midday|o['’]clock)|(?<![\d./])([01]?\d|2[0-3])[:.](\d{2})(?:\s*(?:hrs|hours))?(?!\d|"
    r"[./]\d)|\b(noon|midday)\b",
    re.I,
)
_DIGIT = re.compile(r"\d")
_NUMBERS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_NUMBERS |= {"a": 1, "an": 1, "fourteen": 14, "twenty": 20, "twenty-eight": 28, "thirty": 30}


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text. `year` is None where none is printed."""

    start: int
    end: int
    day: int
    month: int
    year: int | None

    @property
    def iso(self) -> str | None:
        """The ISO date, where a year is printed and the day exists."""
        return _iso(self.year, self.month, self.day) if self.year else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def dates_in(text: str) -> tuple[PrintedDate, ...]:
    """The dates of a text in order; day before month, as British papers write them."""
    return _dates_in(text) if _DIGIT.search(text) else ()


@kept
def _dates_in(text: str) -> tuple[PrintedDate, ...]:
    """The same for a text with a figure in it; heads are asked for theirs again and again."""
    found: list[PrintedDate] = []
    named = held(text) & _OF_MONTHS
    for match in _DAY_MONTH.finditer(text) if named else ():
        year = int(match[3]) if match[3] else None
        found.append(PrintedDate(match.start(), match.end(), int(match[1]), MONTHS[match[2].casefold()], year))
    for match in _MONTH_DAY.finditer(text) if named else ():
        if any(d.start <= match.start() < d.end for d in found):
            continue
        year = int(match[3]) if match[3] else None
        found.append(PrintedDate(match.start(), match.end(), int(match[2]), MONTHS[match[1].casefold()], year))
    if not _IN_FIGURES.search(text):
        return _in_order(found)
    for match in _NUMERIC.finditer(text):
        year = int(match[4]) if len(match[4]) == 4 else 2000 + int(match[4])
        found.append(PrintedDate(match.start(), match.end(), int(match[1]), int(match[3]), year))
    found.extend(
        PrintedDate(match.start(), match.end(), int(match[3]), int(match[2]), int(match[1]))
        for match in _ISO.finditer(text)
    )
    return _in_order(found)


def _in_order(found: list[PrintedDate]) -> tuple[PrintedDate, ...]:
    """Those of the dates that there are, in the order of the text."""
    return tuple(sorted((d for d in found if _iso(d.year or 2024, d.month, d.day)), key=lambda d: d.start))


@dataclass(frozen=True, slots=True)
class PrintedTime:
    """A time in a text, as 19:30."""

    start: int
    end: int
    clock: str


def times_in(text: str) -> list[PrintedTime]:
    """The times of day in a text; "7.30 - 9.11 pm" gives both, the first taking the other's half of the day."""
    rows: list[tuple[int, int, int, int, str]] = []
    if not _DIGIT.search(text) and not holds(lowered(text), ("noon", "midday")):
        return []
    for match in _TIME.finditer(text):
        if match[6]:
            rows.append((match.start(), match.end(), 12, 0, "pm"))
        elif match[4] is not None:
            rows.append((match.start(), match.end(), int(match[4]), int(match[5]), ""))
        else:
            half = like(r"[\s.]").sub("", match[3]).casefold()
            half = "pm" if half in ("noon", "midday") else half if half in ("am", "pm") else ""
            rows.append((match.start(), match.end(), int(match[1]), int(match[2] or 0), half))
    rows = _with_bare_first(text, rows)
    out = []
    for index, (start, end, hour, minute, half) in enumerate(rows):
        if not half and index + 1 < len(rows) and _joined(text[end : rows[index + 1][0]]):
            half = rows[index + 1][4]
            if half == "pm" and hour > rows[index + 1][2] and rows[index + 1][2] != 12 and hour < 12:
                half = "am"
        if half == "pm" and hour < 12:
            hour += 12
        if half == "am" and hour == 12:
            hour = 0
        if hour < 24 and minute < 60:
            out.append(PrintedTime(start, end, f"{hour:02d}:{minute:02d}"))
    return out


def _joined(between: str) -> bool:
    return bool(like(r"(?i)\s*(?:-|–|—|to|until|and)\s*").fullmatch(between))


_BARE_HOUR = re.compile(r"(?<![\d./])(\d{1,2})\s*(?:-|–|—|to|until)\s*$", re.I)


def _with_bare_first(text: str, rows: list[tuple[int, int, int, int, str]]) -> list[tuple[int, int, int, int, str]]:
    """Add the hour of "7 - 9 pm", which shows no minutes and no half of the day."""
    out = list(rows)
    for start, _, _, _, half in rows:
        bare = _BARE_HOUR.search(text[max(0, start - 14) : start]) if half and start else None
        if bare and half and int(bare[1]) <= 12:
            at = max(0, start - 14) + bare.start()
            if not any(a <= at < b for a, b, *_ in rows):
                out.append((at, at + len(bare[1]), int(bare[1]), 0, ""))
    return sorted(out)


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _next_month(day: date, month: int) -> date:
    """The first of the next month of this name after the day's own month."""
    return date(day.year + (month <= day.month), month, 1)


def due_date(words: str, meeting: str | None) -> str | None:
    """The day that words of time come to, ISO, worked out from the meeting's date; None where they do not say.

    "by 3 May" and "by the end of the month" give a day; "to the April meeting" gives the last day of that month, since
    the day of that meeting is not known and nothing is late before the month is out; "in due course" gives none.
    """
    text = words.casefold()
    base = date.fromisoformat(meeting) if meeting else None
    printed = dates_in(words)
    if printed:
        first = printed[0]
        if first.year:
            return first.iso
        if base is None:
            return None
        year = base.year + ((first.month, first.day) < (base.month, base.day))
        return _iso(year, first.month, first.day)
    if base is None:
        year_named = re.search(rf"\b({_MONTH})\s+((?:19|20)\d\d)\b", text)
        return _month_end(int(year_named[2]), MONTHS[year_named[1]]).isoformat() if year_named else None
    found = _from_meeting(text, base)
    return found.isoformat() if found else None


_BEFORE = re.compile(r"\b(?:before|prior\s+to|ahead\s+of)\s+(?:the\s+(?:beginning|start)\s+of\s+)?$")


def _from_meeting(text: str, base: date) -> date | None:
    named = re.search(rf"\b({_MONTH})(?:\s+((?:19|20)\d\d))?\b", text)
    if named and not (named[1] == "may" and like(r"\bmay\s+(?:be|not|have|wish|also)\b").search(text)):
        month = MONTHS[named[1]]
        if named[2]:
            return _month_end(int(named[2]), month)
        # Said on 4 March, "by the end of March" is the same month; "to the March meeting" is the next year's.
        this = month == base.month and "meeting" not in text
        if _BEFORE.search(text, 0, named.start()) and "meeting" not in text[named.end() :]:
            return _next_month(base, month) - timedelta(days=1)
        return _month_end(base.year if this else _next_month(base, month).year, month)
    if like(r"\bend of (?:the|this) month\b|\bthis month\b").search(text):
        return _month_end(base.year, base.month)
    if like(r"\bnext month\b|\bend of next month\b|\bfollowing month\b").search(text):
        start = _month_end(base.year, base.month) + timedelta(days=1)
        return _month_end(start.year, start.month)
    if like(r"\bend of (?:the|this) (?:calendar )?year\b|\bthis (?:calendar )?year\b|\bby christmas\b").search(text):
        return date(base.year, 12, 25 if "christmas" in text else 31)
    if (
        like(r"\bend of (?:the|this) (?:financial|municipal) year\b").search(text)
        or "year end" in text
        or "year-end" in text
    ):
        return date(base.year + (base.month > 3), 3, 31)
    return _by_span(text, base)


def _by_span(text: str, base: date) -> date | None:
    span = like(
        r"\b(?:within|in|inside)\s+(?:the\s+next\s+)?([a-z\-]+|\d+)\s+(working\s+)?(day|week|month|year)s?\b"
    ).search(text)
    if span:
        count = int(span[1]) if span[1].isdigit() else _NUMBERS.get(span[1])
        if count is None:
            return None
        return _after(base, count, span[3], bool(span[2]))
    if like(r"\b(?:end of (?:the|this) week|this week)\b").search(text):
        return base + timedelta(days=(4 - base.weekday()) % 7)
    if like(r"\bnext week\b").search(text):
        return base + timedelta(days=7 - base.weekday() + 4)
    weekday = re.search(rf"\b(?:by|on|next|this)\s+({'|'.join(_DAYS)})\b", text)
    if weekday:
        return base + timedelta(days=(_DAYS.index(weekday[1]) - base.weekday() - 1) % 7 + 1)
    return None


def _after(base: date, count: int, unit: str, working: bool) -> date:
    if unit == "day":
        if not working:
            return base + timedelta(days=count)
        day = base
        while count:
            day += timedelta(days=1)
            count -= day.weekday() < 5
        return day
    if unit == "week":
        return base + timedelta(weeks=count)
    months = base.month - 1 + count * (12 if unit == "year" else 1)
    year, month = base.year + months // 12, months % 12 + 1
    return date(year, month, min(base.day, _month_end(year, month).day))
