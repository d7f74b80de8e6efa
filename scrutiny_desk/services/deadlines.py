"""Deadlines that can be chosen for a reply, and the days they come to; rules and bank holidays are data."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from scrutiny_desk import locations
from scrutiny_desk.domain.deadlines import BankHolidays, Counting, Rule, Unit, WorkedOut, lateness
from scrutiny_desk.domain.deadlines import work_out as _work_out
from scrutiny_desk.domain.troubles import NotFound, Trouble
from scrutiny_desk.services import data_files

__all__ = [
    "NATIONS",
    "bank_holidays",
    "clear_local",
    "complete_until",
    "days_late",
    "rule",
    "rules",
    "set_local",
    "work_out",
    "work_out_by",
]

NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")
_RULES, _HOLIDAYS = "deadlines.toml", "bank_holidays.toml"


def rules(nation: str | None = None, on: str | None = None) -> tuple[Rule, ...]:
    """The rules that may be chosen from, in the order of their file; those of one nation, or all.

    A council's own come in place of the program's of the same name, and after them. `on` (ISO) asks for the rules
    that held on that day; without it they are the latest.
    """
    found: dict[str, Rule] = {}
    for rule in (*_rules(data_files.shipped(_RULES), local=False), *_rules(data_files.own(_RULES), local=True)):
        held = found.get(rule.key)
        if rule.since and on and rule.since > on:
            continue
        if held is None or (rule.local, rule.since or "") >= (held.local, held.since or ""):
            found[rule.key] = rule
    hidden = {row["key"] for row in data_files.own(_RULES).get("rule", []) if row.get("hidden")}
    return tuple(
        rule
        for rule in found.values()
        if rule.key not in hidden and (nation is None or not rule.nations or nation in rule.nations)
    )


def set_local(
    key: str,
    *,
    title: str,
    period: int | None,
    unit: Unit,
    counting: Counting,
    source: str,
    since: str | None = None,
    verified: str = "Set by the council.",
) -> Rule:
    """Keep a council's own rule, in place of the program's of the same name or besides; it is there from now on.

    `source` says where the council set it, which is asked for so that every day can show what it rests on.
    """
    if not source.strip() or not title.strip() or not key.strip():
        raise Trouble("A rule needs a name, a title and a source.", "Say where the council has set it.")
    if period is not None and period < 1:
        raise Trouble("A period is at least one long.", "Leave it out where the body names the day itself.")
    row: dict[str, Any] = {"key": key, "title": title, "unit": str(unit), "counting": str(counting), "source": source}
    row |= {"verified": verified} | ({"period": period} if period else {}) | ({"since": since} if since else {})
    _write_own([*(each for each in data_files.own(_RULES).get("rule", []) if each["key"] != key), row])
    return rule(key)


def clear_local(key: str) -> None:
    """Take a council's own rule away; the program's of that name, if there is one, holds again."""
    _write_own([each for each in data_files.own(_RULES).get("rule", []) if each["key"] != key])


def work_out(key: str, start: date, nation: str = "England") -> WorkedOut:
    """The day a rule comes to from a day, with how it was worked out, by the rule that held on that day.

    `NotFound` for a rule there is none of; `Trouble` for one whose day the body names itself.
    """
    found = rule(key, start.isoformat())
    if found.period is None:
        raise Trouble(f"{found.title}: the body names the day itself.", "Enter the day it named.")
    off = _everywhere() if found.everywhere else bank_holidays(nation)
    made = _work_out(found.period, found.unit, found.counting, start, off)
    known = complete_until()
    if found.unit in (Unit.WORKING_DAYS, Unit.CLEAR_DAYS) and max(made.due, start).year > known:
        return replace(made, words=f"{made.words} (bank holidays are known until the end of {known})")
    return made


def work_out_by(key: str, start: str, nation: str = "England") -> tuple[str, str]:
    """The same from an ISO day: the due day, and in words by which rule and how it was come by."""
    found = work_out(key, date.fromisoformat(start), nation)
    return found.due.isoformat(), f"{rule(key, start).title}: {found.words}"


def rule(key: str, on: str | None = None) -> Rule:
    """The rule of this name, as it held on a day (ISO) or holds; `NotFound` where there is none."""
    found = next((each for each in rules(on=on) if each.key == key), None)
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


def _everywhere() -> BankHolidays:
    """The bank holidays of any nation."""
    return {day: name for nation in NATIONS for day, name in bank_holidays(nation).items()}


def complete_until() -> int:
    """The last year for which the table of bank holidays is complete; days proclaimed since are for the user to add."""
    return int(data_files.table(_HOLIDAYS)["complete_until"])


def _rules(table: dict[str, Any], *, local: bool) -> tuple[Rule, ...]:
    return tuple(_rule(row, local) for row in table.get("rule", []) if not row.get("hidden"))


def _write_own(kept: list[dict[str, Any]]) -> None:
    import tomlkit  # not at the top: only who changes a rule needs it

    path = locations.data_folder() / _RULES
    document = tomlkit.document()
    document["rule"] = kept
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(tomlkit.dumps(document), encoding="utf-8")
    except OSError as fault:
        raise Trouble(
            f"The rule could not be kept in {path}: {fault.strerror or 'the system refused'}.",
            "See that the folder may be written to.",
        ) from fault


def _rule(row: dict[str, Any], local: bool) -> Rule:
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
            since=str(row["since"]) if row.get("since") else None,
            local=local,
            everywhere=row.get("holidays") == "every nation",
        )
    except (KeyError, ValueError) as fault:
        raise Trouble(
            f"The deadline {row.get('key', 'without a key')} in {_RULES} is not complete ({fault}).",
            "Give it a key, title, unit, counting, source and verified, as the others have.",
        ) from fault
