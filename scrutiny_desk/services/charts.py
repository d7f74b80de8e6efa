"""Figures of the register as charts: what is outstanding, how old it is, what came in time, and how it went over time.

Neutral by rule: names in order of the alphabet, counts and no rates, and always what was not counted and why.
"""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from scrutiny_desk.briefing import charts as drawn
from scrutiny_desk.domain.charts import Bar, Chart
from scrutiny_desk.domain.people import name_parts
from scrutiny_desk.domain.registers import Owner
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.store import Database, Library
from scrutiny_desk.store.queries import register
from scrutiny_desk.store.queries.spans import Span, spans

MOST_BARS = 40
QUARTERS = 12
AGES = (
    ("Under a month", 30),
    ("One to three months", 91),
    ("Three to six months", 183),
    ("Six months to a year", 365),
    ("More than a year", 10**6),
)
NOT_RECORDED = "Not recorded"


def charts(library: Library, *, today: str, committee: str | None = None) -> tuple[Chart, ...]:
    """The charts, of one committee or of all, as they stand on a day (ISO); those with nothing to show too."""
    with library.read() as db:
        return made(db, spans(db, committee=committee), today)


Known = Callable[[Owner], Owner]


def _as_held(owner: Owner) -> Owner:
    return owner


def made(db: Database, found: list[Span], today: str, known: Known = _as_held) -> tuple[Chart, ...]:
    """The charts of these questions; `known` gives each owner as those may know them for whom the charts are."""
    return (
        by_witness(db, found, known),
        by_age(found, today),
        in_time(db, found, today, known),
        over_time(found, today),
    )


def save(chart: Chart, path: Path) -> None:
    """Write a chart as a picture (PNG). `Trouble` where the file cannot be written."""
    try:
        path.write_bytes(drawn.png(chart))
    except OSError as fault:
        raise Trouble(
            f"The picture could not be written to {path}: {fault.strerror or 'the system refused'}.",
            "Choose another folder.",
        ) from fault


def by_witness(db: Database, found: list[Span], known: Known = _as_held) -> Chart:
    """How many questions each witness is still to answer."""
    still = [span.question_id for span in found if span.is_open]
    owners = register.owners(db, "question", still)
    counted: Counter[tuple[str, int | None]] = Counter()
    for question_id in still:
        for owner in map(known, owners.get(question_id, ())):
            counted[owner.name or owner.words, owner.person_id] += 1
    unnamed = sum(not owners.get(question_id) for question_id in still)
    names = sorted(counted, key=lambda key: (name_parts(key[0]).surname, key[0]))
    bars = [Bar(name, (counted[name, person],), person) for name, person in names]
    bars += [Bar(NOT_RECORDED, (unnamed,))] if unnamed else []
    note = f"{len(still):,} questions; one that several owe is counted under each."
    if len(bars) > MOST_BARS:
        note += f" Of {len(bars):,} names the first {MOST_BARS} are shown."
    return Chart("witness", "Outstanding questions by witness", ("Outstanding",), tuple(bars[:MOST_BARS]), note)


def by_age(found: list[Span], today: str) -> Chart:
    """How long ago those still outstanding were asked."""
    counted: Counter[str] = Counter()
    for span in found:
        if span.is_open:
            counted[_age(span.asked_on, today)] += 1
    bars = [Bar(label, (counted[label],)) for label, _days in AGES]
    bars += [Bar("Date not known", (counted[""],))] if counted[""] else []
    return Chart(
        "age", "Outstanding questions by age", ("Outstanding",), tuple(bars), "Counted from the day of asking."
    )


def _age(asked_on: str | None, today: str) -> str:
    if not asked_on:
        return ""
    days = (date.fromisoformat(today) - date.fromisoformat(asked_on)).days
    return next(label for label, most in AGES if days < most)


def in_time(db: Database, found: list[Span], today: str, known: Known = _as_held) -> Chart:
    """Of the answers that had a day by which they were due, how many came by it, by organisation."""
    dated = [span for span in found if span.due and not span.at_once]
    owners = register.owners(db, "question", [span.question_id for span in dated])
    counted: dict[str, list[int]] = {}
    unknown = 0
    for span in dated:
        column = _when(span, today)
        if column is None:
            unknown += span.is_open is False
            continue
        whos = map(known, owners.get(span.question_id, ()))
        places = {owner.organisation or NOT_RECORDED for owner in whos} or {NOT_RECORDED}
        for place in places:
            counted.setdefault(place, [0, 0, 0])[column] += 1
    names = sorted(counted, key=lambda name: (name == NOT_RECORDED, name.casefold()))
    bars = tuple(Bar(name, tuple(counted[name])) for name in names[:MOST_BARS])
    undated = sum(span.due is None and not span.at_once for span in found)
    note = f"By the day first named. Not counted: {undated:,} for which no day was named"
    note += f", and {unknown:,} answered on a day that is not known." if unknown else "."
    series = ("Answered in time", "Answered after the day", "Past the day, not answered")
    return Chart("in-time", "Answers by the day they were due, by organisation", series, bars, note)


def _when(span: Span, today: str) -> int | None:
    assert span.due is not None
    if span.is_open:
        return 2 if span.due < today else None
    return None if span.settled_on is None else 0 if span.settled_on <= span.due else 1


def over_time(found: list[Span], today: str) -> Chart:
    """By quarter of a year: how many were asked, and how many of these are outstanding now."""
    asked: Counter[str] = Counter()
    still: Counter[str] = Counter()
    for span in found:
        if span.asked_on and span.asked_on <= today:
            asked[_quarter(span.asked_on)] += 1
            still[_quarter(span.asked_on)] += span.is_open
    quarters = _quarters(min(asked, default=""), _quarter(today))
    bars = tuple(Bar(_quarter_words(each), (asked[each], still[each])) for each in quarters)
    note = f"The last {QUARTERS} quarters." if len(quarters) == QUARTERS else ""
    return Chart(
        "time", "Questions asked, and still outstanding, by quarter", ("Asked", "Still outstanding"), bars, note
    )


def _quarter(day: str) -> str:
    return f"{day[:4]}-{(int(day[5:7]) + 2) // 3}"


def _quarters(first: str, last: str) -> list[str]:
    if not first:
        return []
    year, quarter = map(int, last.split("-"))
    found: list[str] = []
    while len(found) < QUARTERS and f"{year}-{quarter}" >= first:
        found.append(f"{year}-{quarter}")
        year, quarter = (year, quarter - 1) if quarter > 1 else (year - 1, 4)
    return found[::-1]


def _quarter_words(quarter: str) -> str:
    year, _, number = quarter.partition("-")
    return (
        f"{('January to March', 'April to June', 'July to September', 'October to December')[int(number) - 1]} {year}"
    )
