"""When something is due: periods in days, working days, clear days or months, and how the day was worked out.

A working day is neither a Saturday, a Sunday nor a bank holiday. Clear days are whole working days that leave out both
the day the period starts from and the day it ends on, as for notices of meetings (R v Herefordshire Justices 1820;
R v Swansea City Council, ex p Elitestone 1993). A period "beginning with" a day counts that day as its first.
"""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Unit(StrEnum):
    """In what a period is counted."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    CLEAR_DAYS = "clear_days"
    MONTHS = "months"


class Counting(StrEnum):
    """Where the counting starts: after the day, with the day, or backwards before it (for notices)."""

    AFTER = "after"
    BEGINNING_WITH = "beginning_with"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Rule:
    """A deadline that a law, a council's constitution or its custom sets.

    `period` is None where the body names the day itself. `verified` says how well the rule was checked, `source`
    where it stands, `since` (ISO) from when it holds; `nations` are those it holds in, none for all. `local` says that
    the council set it, in place of the program's or besides; `everywhere` that the bank holidays of every nation of
    the United Kingdom are left out.
    """

    key: str
    title: str
    period: int | None
    unit: Unit
    counting: Counting
    source: str
    verified: str
    nations: tuple[str, ...] = ()
    since: str | None = None
    local: bool = False
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A day and, in words, how it was come by; `skipped` are the bank holidays that were not counted."""

    due: date
    words: str
    skipped: tuple[tuple[date, str], ...] = ()


class Lateness(StrEnum):
    """How late something is, in words a list can show."""

    NO_DAY = "no_day"
    IN_TIME = "in_time"
    LATE = "late"
    VERY_LATE = "very_late"


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day something was due at one time: how it was worked out, and on what day (ISO) it was said."""

    due: str | None
    how: str
    said_on: str | None


@dataclass(frozen=True, slots=True)
class Slippage:
    """How a due day has moved: the one first promised, the one it is now, and how often it was moved between."""

    first: str | None
    now: str | None
    moved: int


def slippage(days: Sequence[DueDay]) -> Slippage:
    """What a history of due days, oldest first, comes to."""
    named = [day.due for day in days if day.due]
    changes = sum(one != other for one, other in zip(named, named[1:], strict=False))
    return Slippage(named[0] if named else None, days[-1].due if days else None, changes)


BankHolidays = Mapping[date, str]
_UNITS = {
    Unit.DAYS: ("day", "days"),
    Unit.WORKING_DAYS: ("working day", "working days"),
    Unit.CLEAR_DAYS: ("clear day", "clear days"),
    Unit.MONTHS: ("month", "months"),
}
_COUNTINGS = {Counting.AFTER: "after", Counting.BEGINNING_WITH: "beginning with", Counting.BEFORE: "before"}


def period_words(rule: Rule) -> str:
    """A rule's period in words, "10 clear days before"; that the body names the day where there is none."""
    if rule.period is None:
        return "the day the body names"
    one, several = _UNITS[rule.unit]
    return f"{rule.period} {one if rule.period == 1 else several} {_COUNTINGS[rule.counting]}"


def work_out(period: int, unit: Unit, counting: Counting, start: date, off: BankHolidays) -> WorkedOut:
    """The day on which a period from `start` ends; `off` are the bank holidays of the place."""
    due = _due(period, unit, counting, start, off)
    one, several = _UNITS[unit]
    words = f"{period} {one if period == 1 else several} {_COUNTINGS[counting]} {_spoken(start)}"
    counted = unit in (Unit.WORKING_DAYS, Unit.CLEAR_DAYS)
    low, high = min(start, due), max(start, due)
    skipped = tuple((day, off[day]) for day in sorted(off) if counted and low < day < high and day.weekday() < 5)
    if skipped:
        words += ", not counting " + ", ".join(f"{name} ({_spoken(day)})" for day, name in skipped)
    return WorkedOut(due, f"{words}: {_spoken(due)}", skipped)


def _due(period: int, unit: Unit, counting: Counting, start: date, off: BankHolidays) -> date:
    if period < 1:
        raise ValueError("a period is at least one long")
    if unit is Unit.MONTHS:
        return _months(start, period, counting)
    sign = -1 if counting is Counting.BEFORE else 1
    with_first = counting is Counting.BEGINNING_WITH
    if unit is Unit.DAYS:
        return start + sign * timedelta(days=period - (1 if with_first else 0))
    wanted = period + 1 if unit is Unit.CLEAR_DAYS else period
    if with_first and is_working_day(start, off):
        wanted -= 1
    day = start
    while wanted > 0:
        day += timedelta(days=sign)
        wanted -= is_working_day(day, off)
    return day


def _months(start: date, months: int, counting: Counting) -> date:
    """The day of the same number, else the month's last; a period that begins with its first day ends a day sooner."""
    whole = start.year * 12 + start.month - 1 + (-months if counting is Counting.BEFORE else months)
    year, month = divmod(whole, 12)
    last = calendar.monthrange(year, month + 1)[1]
    same = date(year, month + 1, min(start.day, last))
    return same - timedelta(days=1) if counting is Counting.BEGINNING_WITH and start.day <= last else same


def is_working_day(day: date, off: BankHolidays) -> bool:
    """Whether a day is neither of a weekend nor a bank holiday."""
    return day.weekday() < 5 and day not in off


def lateness(due: date, today: date, off: BankHolidays) -> int:
    """How many working days late something is; 0 where it is not."""
    if today <= due:
        return 0
    weeks, rest = divmod((today - due).days, 7)
    weekdays = weeks * 5 + sum((due + timedelta(days=n)).weekday() < 5 for n in range(1, rest + 1))
    return weekdays - sum(due < day <= today and day.weekday() < 5 for day in off)


def how_late(days: int, very: int) -> Lateness:
    """What so many working days past the due day are called; from `very` on it is very late."""
    if days <= 0:
        return Lateness.IN_TIME
    return Lateness.VERY_LATE if days >= very else Lateness.LATE


def _spoken(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
