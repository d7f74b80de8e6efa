"""Ages in working days: Monday to Friday, without the bank holidays of the council's nation."""

from bisect import bisect_right
from datetime import date, timedelta
from functools import lru_cache

USUAL = (2000, 2040)
NATIONS = {"England": "ENG", "Wales": "WLS", "Scotland": "SCT", "Northern Ireland": "NIR"}


def working_days(since: str | None, until: str | None, nation: str = "England") -> int | None:
    """The working days after `since` up to and including `until` (both ISO); None where either is not known.

    Working days are those of the Local Government Act 1972: neither a weekend nor a bank holiday.
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
    usual = first.year >= USUAL[0] and last.year <= USUAL[1]
    off = _off(NATIONS.get(nation, "ENG"), *(USUAL if usual else (first.year, last.year)))
    return found - (bisect_right(off, last) - bisect_right(off, first))


@lru_cache(maxsize=64)
def _off(nation: str, first_year: int, last_year: int) -> tuple[date, ...]:
    from holidays.countries.united_kingdom import UnitedKingdom

    found = UnitedKingdom(subdiv=nation, years=range(first_year, last_year + 1))
    return tuple(sorted(day for day in found if day.weekday() < 5))
