"""Working days, clear days and months against a table worked out by hand on the calendars of the years named.

Bank holidays are those proclaimed for each nation (gov.uk/bank-holidays); the rule of clear days is that of
Elitestone (1993), of months that of the corresponding date (Dodds v Walker 1981).
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_desk.domain.deadlines import Counting, Unit, is_working_day, lateness, work_out
from scrutiny_desk.services.deadlines import bank_holidays

E, W, S, N = "England", "Wales", "Scotland", "Northern Ireland"
AFTER, WITH, BEFORE = Counting.AFTER, Counting.BEGINNING_WITH, Counting.BEFORE
DAYS, WORK, CLEAR, MONTHS = Unit.DAYS, Unit.WORKING_DAYS, Unit.CLEAR_DAYS, Unit.MONTHS

BY_HAND = [
    # An ordinary week: Monday 2 March 2026 and the days round it.
    (E, 1, WORK, AFTER, "2026-03-02", "2026-03-03"),
    (E, 4, WORK, AFTER, "2026-03-02", "2026-03-06"),
    (E, 5, WORK, AFTER, "2026-03-02", "2026-03-09"),
    (E, 1, WORK, AFTER, "2026-03-06", "2026-03-09"),
    (E, 1, WORK, AFTER, "2026-03-07", "2026-03-09"),
    (E, 1, WORK, AFTER, "2026-03-08", "2026-03-09"),
    (E, 1, WORK, WITH, "2026-03-02", "2026-03-02"),
    (E, 5, WORK, WITH, "2026-03-02", "2026-03-06"),
    (E, 1, WORK, WITH, "2026-03-07", "2026-03-09"),
    (E, 1, WORK, BEFORE, "2026-03-09", "2026-03-06"),
    (E, 5, WORK, BEFORE, "2026-03-13", "2026-03-06"),
    (E, 1, CLEAR, AFTER, "2026-03-02", "2026-03-04"),
    (E, 5, CLEAR, BEFORE, "2026-03-20", "2026-03-12"),
    (W, 3, CLEAR, BEFORE, "2026-03-20", "2026-03-16"),
    # Easter 2026: Good Friday 3 April, Easter Monday 6 April (no bank holiday in Scotland).
    (E, 1, WORK, AFTER, "2026-04-02", "2026-04-07"),
    (S, 1, WORK, AFTER, "2026-04-02", "2026-04-06"),
    (N, 1, WORK, AFTER, "2026-04-02", "2026-04-07"),
    (E, 5, WORK, AFTER, "2026-03-31", "2026-04-09"),
    (S, 5, WORK, AFTER, "2026-03-31", "2026-04-08"),
    (E, 10, WORK, AFTER, "2026-03-27", "2026-04-14"),
    (E, 5, CLEAR, BEFORE, "2026-04-14", "2026-04-02"),
    (S, 3, CLEAR, BEFORE, "2026-04-09", "2026-04-02"),
    (W, 3, CLEAR, BEFORE, "2026-04-09", "2026-04-01"),
    (E, 10, CLEAR, AFTER, "2026-03-30", "2026-04-16"),
    # Easter 2025: Good Friday 18 April, Easter Monday 21 April.
    (E, 20, WORK, AFTER, "2025-04-04", "2025-05-07"),
    (S, 20, WORK, AFTER, "2025-04-04", "2025-05-06"),
    (E, 1, WORK, BEFORE, "2025-04-22", "2025-04-17"),
    # May 2025: 5 and 26 May in every nation.
    (E, 1, WORK, AFTER, "2025-05-02", "2025-05-06"),
    (E, 5, WORK, AFTER, "2025-05-23", "2025-06-02"),
    (S, 5, WORK, AFTER, "2025-05-23", "2025-06-02"),
    # August 2025: the first Monday in Scotland (4th), the last elsewhere (25th).
    (S, 1, WORK, AFTER, "2025-08-01", "2025-08-05"),
    (E, 1, WORK, AFTER, "2025-08-01", "2025-08-04"),
    (E, 1, WORK, AFTER, "2025-08-22", "2025-08-26"),
    (S, 1, WORK, AFTER, "2025-08-22", "2025-08-25"),
    # Christmas 2025: Thursday and Friday; 2 January is a bank holiday in Scotland.
    (E, 1, WORK, AFTER, "2025-12-24", "2025-12-29"),
    (E, 5, WORK, AFTER, "2025-12-23", "2026-01-02"),
    (S, 5, WORK, AFTER, "2025-12-23", "2026-01-05"),
    (E, 10, WORK, AFTER, "2025-12-17", "2026-01-05"),
    (S, 10, WORK, AFTER, "2025-12-17", "2026-01-06"),
    (E, 5, CLEAR, BEFORE, "2026-01-08", "2025-12-30"),
    (S, 3, CLEAR, BEFORE, "2026-01-08", "2025-12-31"),
    (N, 5, CLEAR, BEFORE, "2025-12-30", "2025-12-18"),
    (S, 3, CLEAR, BEFORE, "2026-01-06", "2025-12-29"),
    # Christmas 2026: Boxing Day is a Saturday, so that Monday 28 December stands for it.
    (E, 1, WORK, AFTER, "2026-12-24", "2026-12-29"),
    (E, 3, WORK, AFTER, "2026-12-24", "2026-12-31"),
    # Christmas 2027: both days at the weekend, so that Monday and Tuesday stand for them.
    (E, 1, WORK, AFTER, "2027-12-24", "2027-12-29"),
    (E, 4, WORK, AFTER, "2027-12-24", "2028-01-04"),
    (S, 4, WORK, AFTER, "2027-12-24", "2028-01-05"),
    # Northern Ireland: St Patrick's Day, and 12 July 2025, a Saturday, kept on Monday 14.
    (N, 1, WORK, AFTER, "2025-03-14", "2025-03-18"),
    (E, 1, WORK, AFTER, "2025-03-14", "2025-03-17"),
    (N, 1, WORK, AFTER, "2025-07-11", "2025-07-15"),
    (N, 5, CLEAR, BEFORE, "2025-07-17", "2025-07-08"),
    # Scotland: St Andrew's Day 2025, a Sunday, kept on Monday 1 December.
    (S, 1, WORK, AFTER, "2025-11-28", "2025-12-02"),
    (E, 1, WORK, AFTER, "2025-11-28", "2025-12-01"),
    # Calendar days know no weekend and no bank holiday.
    (E, 7, DAYS, AFTER, "2025-12-20", "2025-12-27"),
    (E, 28, DAYS, AFTER, "2026-02-01", "2026-03-01"),
    (E, 28, DAYS, WITH, "2026-02-01", "2026-02-28"),
    (E, 28, DAYS, AFTER, "2024-02-01", "2024-02-29"),
    (E, 7, DAYS, BEFORE, "2026-03-01", "2026-02-22"),
    (E, 1, DAYS, WITH, "2026-03-01", "2026-03-01"),
    # Months: the day of the same number, the month's last where there is none, a day sooner when it begins with.
    (E, 1, MONTHS, AFTER, "2026-01-15", "2026-02-15"),
    (E, 1, MONTHS, AFTER, "2026-01-31", "2026-02-28"),
    (E, 1, MONTHS, AFTER, "2024-01-31", "2024-02-29"),
    (E, 1, MONTHS, AFTER, "2024-02-29", "2024-03-29"),
    (E, 12, MONTHS, AFTER, "2024-02-29", "2025-02-28"),
    (E, 2, MONTHS, AFTER, "2025-12-31", "2026-02-28"),
    (E, 2, MONTHS, WITH, "2014-11-10", "2015-01-09"),
    (E, 2, MONTHS, WITH, "2026-01-01", "2026-02-28"),
    (E, 2, MONTHS, WITH, "2025-12-31", "2026-02-28"),
    (E, 2, MONTHS, WITH, "2026-06-30", "2026-08-29"),
    (E, 2, MONTHS, WITH, "2023-12-29", "2024-02-28"),
    (E, 2, MONTHS, WITH, "2023-12-30", "2024-02-29"),
    (E, 2, MONTHS, WITH, "2023-12-31", "2024-02-29"),
    (E, 2, MONTHS, WITH, "2024-02-29", "2024-04-28"),
    (E, 1, MONTHS, BEFORE, "2026-03-31", "2026-02-28"),
    (E, 3, MONTHS, AFTER, "2025-11-30", "2026-02-28"),
]


def test_the_table_is_long_enough():
    assert len(BY_HAND) >= 60


@pytest.mark.parametrize("case", BY_HAND, ids=lambda case: " ".join(map(str, case)))
def test_by_hand(case):
    nation, period, unit, counting, start, due = case
    found = work_out(period, unit, counting, date.fromisoformat(start), bank_holidays(nation))
    assert found.due.isoformat() == due, found.words


def test_how_it_was_worked_out_is_told():
    found = work_out(5, WORK, AFTER, date(2026, 3, 31), bank_holidays(E))
    assert found.words == (
        "5 working days after 31 March 2026, not counting Good Friday (3 April 2026), Easter Monday (6 April 2026): "
        "9 April 2026"
    )
    assert [name for _day, name in found.skipped] == ["Good Friday", "Easter Monday"]
    assert work_out(1, MONTHS, AFTER, date(2026, 1, 31), {}).words == "1 month after 31 January 2026: 28 February 2026"


def test_a_period_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        work_out(0, WORK, AFTER, date(2026, 1, 1), {})


def test_lateness_counts_working_days():
    off = bank_holidays(E)
    assert lateness(date(2026, 4, 2), date(2026, 4, 2), off) == 0
    assert lateness(date(2026, 4, 2), date(2026, 4, 6), off) == 0
    assert lateness(date(2026, 4, 2), date(2026, 4, 8), off) == 2
    assert lateness(date(2026, 4, 9), date(2026, 4, 8), off) == 0


DATES = st.dates(date(2012, 1, 1), date(2028, 12, 1))


@given(DATES, st.integers(1, 60), st.sampled_from([E, W, S, N]))
def test_a_working_period_ends_on_a_working_day_and_holds_that_many(start, period, nation):
    off = bank_holidays(nation)
    due = work_out(period, WORK, AFTER, start, off).due
    inside = [start + timedelta(days=n) for n in range(1, (due - start).days + 1)]
    assert is_working_day(due, off)
    assert sum(is_working_day(day, off) for day in inside) == period


@given(DATES, st.integers(1, 40))
def test_clear_days_leave_out_both_ends(start, period):
    off = bank_holidays(E)
    for counting in (AFTER, BEFORE):
        due = work_out(period, CLEAR, counting, start, off).due
        low, high = min(start, due), max(start, due)
        between = [low + timedelta(days=n) for n in range(1, (high - low).days)]
        assert sum(is_working_day(day, off) for day in between) == period
