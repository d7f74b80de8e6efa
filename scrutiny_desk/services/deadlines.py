"""Deadlines that can be chosen for a reply, and the days they come to; rules and bank holidays are data."""

from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from scrutiny_desk.domain.deadlines import BankHolidays, Counting, Rule, Unit, WorkedOut, lateness
from scrutiny_desk.domain.deadlines import work_out as _work_out
from scrutiny_desk.domain.troubles import NotFound, Trouble
from scrutiny_desk.services import data_files

__all__ = ["NATIONS", "bank_holidays", "complete_until", "days_late", "rule", "rules", "work_out", "work_out_by"]

NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")
_RULES, _HOLIDAYS = "deadlines.toml", "bank_holidays.toml"


def rules(nation: str | None = None) -> tuple[Rule, ...]:
    """The rules that may be chosen from, in the order of their file; those of one nation, or all."""
    found = tuple(_rule(row) for row in data_files.table(_RULES).get("rule", []))
    return tuple(rule for rule in found if nation is None or not rule.nations or nation in rule.nations)


def work_out(key: str, start: date, nation: str = "England") -> WorkedOut:
    """The day a rule comes to from a day, with how it was worked out.

    `NotFound` for a rule there is none of; `Trouble` for one whose day the body names itself.
    """
    found = rule(key)
    if found.period is None:
        raise Trouble(f"{found.title}: the body names the day itself.", "Enter the day it named.")
    return _work_out(found.period, found.unit, found.counting, start, bank_holidays(nation))


def work_out_by(key: str, start: str, nation: str = "England") -> tuple[str, str]:
    """The same from an ISO day: the due day, and in words by which rule and how it was come by."""
    found = work_out(key, date.fromisoformat(start), nation)
    return found.due.isoformat(), f"{rule(key).title}: {found.words}"


def rule(key: str) -> Rule:
    """The rule of this name; `NotFound` where there is none."""
    found = next((each for each in rules() if each.key == key), None)
    if found is None:
        raise NotFound(f"There is no deadline called {key}.", f"Choose from: {', '.join(r.key for r in rules())}.")
    return found


def days_late(due: str | None, today: str, nation: str = "England") -> int:
    """How many working days a day (ISO) has passed; 0 where it has not, or where there is none."""
    return lateness(date.fromisoformat(due), date.fromisoformat(today), bank_holidays(nation)) if due else 0


def bank_holidays(nation: str) -> BankHolidays:
    """The bank holidays of a nation by day: the user's own table where there is one, else the program's."""
    found = data_files.table(_HOLIDAYS).get(nation)
    if found is None:
        raise NotFound(f"There are no bank holidays for {nation}.", f"Choose from: {', '.join(NATIONS)}.")
    return _by_day(tuple(found.items()))


@lru_cache(maxsize=8)
def _by_day(table: tuple[tuple[str, str], ...]) -> BankHolidays:
    return MappingProxyType({date.fromisoformat(day): name for day, name in table})


def complete_until() -> int:
    """The last year for which the table of bank holidays is complete; days proclaimed since are for the user to add."""
    return int(data_files.table(_HOLIDAYS)["complete_until"])


def _rule(row: dict[str, Any]) -> Rule:
    try:
        return Rule(
            key=row["key"],
            title=row["title"],
            period=row.get("period"),
            unit=Unit(row["unit"]),
            counting=Counting(row["counting"]),
            source=row["source"],
            verified=row["verified"],
            nations=tuple(row.get("nations", ())),
            since=row.get("since"),
        )
    except (KeyError, ValueError) as fault:
        raise Trouble(
            f"The deadline {row.get('key', 'without a key')} in {_RULES} is not complete ({fault}).",
            "Give it a key, title, unit, counting, source and verified, as the others have.",
        ) from fault
