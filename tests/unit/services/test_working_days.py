"""Working days leave out weekends and the bank holidays of the nation."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_desk.services.working_days import working_days


def test_a_week_without_holidays_has_five():
    assert working_days("2026-01-12", "2026-01-19") == 5


def test_the_first_day_is_not_counted_and_the_last_one_is():
    assert working_days("2026-01-12", "2026-01-13") == 1
    assert working_days("2026-01-12", "2026-01-12") == 0


def test_christmas_is_no_working_day_anywhere():
    assert working_days("2025-12-24", "2025-12-25") == 0


def test_new_year_is_two_days_in_scotland_and_one_in_england():
    england = working_days("2025-12-31", "2026-01-02", "England")
    scotland = working_days("2025-12-31", "2026-01-02", "Scotland")
    assert england - scotland == 1


@pytest.mark.parametrize("since", [None, "", "June 2025"])
def test_an_unknown_date_has_no_age(since):
    assert working_days(since, "2026-01-12") is None


def test_a_day_to_come_has_no_age_yet():
    assert working_days("2026-05-01", "2026-01-12") == 0


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(0, 900), st.integers(0, 900))
def test_days_add_up(start, first, second):
    middle, end = start + timedelta(days=first), start + timedelta(days=first + second)
    whole = working_days(start.isoformat(), end.isoformat())
    parts = working_days(start.isoformat(), middle.isoformat()) + working_days(middle.isoformat(), end.isoformat())
    assert whole == parts
    assert 0 <= whole <= first + second
