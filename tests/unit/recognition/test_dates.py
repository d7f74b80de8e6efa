"""Dates and times as printed, and the days that words of time come to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_desk.recognition.dates import dates_in, due_date, times_in


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Monday, 10 November 2014", "2014-11-10"),
        ("on THURSDAY 4th May, 2022, AT 10AM", "2022-05-04"),
        ("held on 10/11/14", "2014-11-10"),
        ("09.11.2011", "2011-11-09"),
        ("November 10, 2014", "2014-11-10"),
        ("the 1st day of March 2020", "2020-03-01"),
        ("2023-01-31", "2023-01-31"),
        ('WEDNESDAY, 5" MAY, 2021', "2021-05-05"),
        ("29 Sept 2019", "2019-09-29"),
        ("3 Mawrth 2020", "2020-03-03"),
    ],
)
def test_printed_dates(text, iso):
    assert [d.iso for d in dates_in(text)] == [iso]


def test_a_day_without_year_has_no_iso():
    [found] = dates_in("by 3 May")
    assert found.iso is None and (found.day, found.month) == (3, 5)


def test_what_is_no_date():
    for text in ("31 February 2020", "item 4.10", "£10.50", "24/00108", "in May it may be", "page 10"):
        assert [d.iso for d in dates_in(text) if d.iso] == []


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)))
def test_every_date_reads_back(day):
    for text in (f"{day.day} {day:%B} {day.year}", f"{day:%A} {day.day}th {day:%B}, {day.year}", f"{day:%d/%m/%Y}"):
        assert [d.iso for d in dates_in(text)] == [day.isoformat()]


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("7.30 - 9.11 pm", ["19:30", "21:11"]),
        ("10:02 am", ["10:02"]),
        ("11.00 am to 1.15 pm", ["11:00", "13:15"]),
        ("commencing at 10.00 am and finishing at 12.25 pm", ["10:00", "12:25"]),
        ("11.00 - 1.15 pm", ["11:00", "13:15"]),
        ("7 - 9 pm", ["19:00", "21:00"]),
        ("at 12 noon", ["12:00"]),
        ("19:30", ["19:30"]),
        ("(10:00am-12:45pm)", ["10:00", "12:45"]),
        ("Meeting closed at 11:12.", ["11:12"]),
        ("minute 5.3.1 and 24/7", []),
    ],
)
def test_times(text, clocks):
    assert [t.clock for t in times_in(text)] == clocks


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("by the end of the month", "2014-11-30"),
        ("to the April meeting", "2015-04-30"),
        ("in December", "2014-12-31"),
        ("before April", "2015-03-31"),
        ("prior to the start of January", "2014-12-31"),
        ("ahead of the April meeting", "2015-04-30"),
        ("by 3 May", "2015-05-03"),
        ("by 14 November", "2014-11-14"),
        ("within ten working days", "2014-11-24"),
        ("within two weeks", "2014-11-24"),
        ("in three months", "2015-02-10"),
        ("next month", "2014-12-31"),
        ("by the end of the financial year", "2015-03-31"),
        ("by Friday", "2014-11-14"),
        ("by the end of March 2016", "2016-03-31"),
        ("in due course", None),
        ("as soon as possible", None),
        ("he may be able to", None),
    ],
)
def test_due_dates_are_worked_out_from_the_meeting(words, due):
    assert due_date(words, "2014-11-10") == due


def test_without_a_meeting_only_whole_dates_are_due():
    assert due_date("by the end of the month", None) is None
    assert due_date("by 3 May", None) is None
    assert due_date("by 3 May 2020", None) == "2020-05-03"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by the end of March", "2025-03-31"),
        ("to the March meeting", "2026-03-31"),
        ("by the end of April", "2025-04-30"),
        ("in February", "2026-02-28"),
    ],
)
def test_a_month_named_in_that_very_month_is_this_one_unless_a_meeting_is_meant(words, day):
    assert due_date(words, "2025-03-04") == day
