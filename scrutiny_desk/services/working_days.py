"""Ages in working days: Monday to Friday, without the bank holidays of the council's nation."""

from bisect import bisect_right
from datetime import date, timedelta
from functools import lru_cache

from scrutiny_desk.services import deadlines


def working_days(since: str | None, until: str | None, nation: str = "England") -> int | None:
    """The working days after `since` up to and including `until` (both ISO); None where either is not known.

    Working days are those of the Local Government Act 1972: neither a weekend nor a bank holiday. Bank holidays of
    years before the table begins are counted as working days.
    """
    try:
        first, last = date.fromisoformat((since or "")[:10]), date.fromisoformat((until or "")[:10])
    except ValueError:
        return None
    if last <= first:
        return 0
    days = (last - first).days
    weeks, rest = divmod(days, 7)
    found = weeks * 5 + sum(1 for n in range(1, rest + 1) if (first + timedelta(days=weeks * 7 + n)).weekday() < 5)
    off = _off(nation)
    return found - (bisect_right(off, last) - bisect_right(off, first))


@lru_cache(maxsize=4)
def _off(nation: str) -> tuple[date, ...]:
    return tuple(sorted(day for day in deadlines.bank_holidays(nation) if day.weekday() < 5))
