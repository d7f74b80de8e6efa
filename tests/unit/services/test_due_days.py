"""Due days: by hand or by rule, each with how it was worked out; the day first promised and every move are kept."""

import pytest

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.deadlines import DueDay, Lateness, Slippage
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import answering, due_days, history, tables, undertakings


@pytest.fixture(autouse=True)
def minutes(library, papers):
    paper = papers.full_minutes()
    officer = paper.there("Tom Hargreave")
    paper.promise("Mr Hargreave undertook to send the survey.", officer, due="2025-06-30")
    paper.task("Mr Hargreave to circulate the plan.", officer)
    return paper.take_into(library).document_id


def test_the_day_first_promised_and_every_move_are_kept(library):
    undertakings.set_due(library, Kind.UNDERTAKINGS, 2, "2025-07-15")
    due_days.set_due(library, Kind.UNDERTAKINGS, 2, "2025-08-29", how="his e-mail of 14 July", said_on="14/7/2025")
    assert due_days.history(library, Kind.UNDERTAKINGS, 2) == (
        DueDay("2025-06-30", "as the record says", "2025-06-12"),
        DueDay("2025-07-15", "", None),
        DueDay("2025-08-29", "his e-mail of 14 July", "2025-07-14"),
    )
    assert due_days.moved(library, Kind.UNDERTAKINGS, 2) == Slippage("2025-06-30", "2025-08-29", 2)
    assert tables.undertaking(library, 2).due == "2025-08-29"
    history.undo(library)
    assert due_days.moved(library, Kind.UNDERTAKINGS, 2) == Slippage("2025-06-30", "2025-07-15", 1)


def test_what_never_moved_has_the_day_of_the_record(library):
    assert due_days.moved(library, Kind.UNDERTAKINGS, 2) == Slippage("2025-06-30", "2025-06-30", 0)
    assert due_days.moved(library, Kind.UNDERTAKINGS, 1) == Slippage(None, None, 0)


def test_a_question_is_due_when_its_undertaking_is(library):
    due_days.set_due(library, Kind.UNDERTAKINGS, 1, "2025-07-01", how="her note")
    assert due_days.history(library, Kind.QUESTIONS, 2) == (DueDay("2025-07-01", "her note", None),)
    answering.set_follow_up(library, 2, "2025-07-20")
    assert [day.due for day in due_days.history(library, Kind.QUESTIONS, 2)] == ["2025-07-20"]
    source = tables.rows(library, Kind.QUESTIONS)
    assert source.page([2])[0][source.columns.index("due")] == "2025-07-20"
    assert 2 in source.ids(View(overdue=True))
    answering.set_follow_up(library, 2, "2999-01-01")
    assert 2 not in source.ids(View(overdue=True)), "what is shown as due later is not overdue"


def test_a_rule_says_how_the_day_was_worked_out(library):
    due_days.set_by_rule(library, Kind.ACTIONS, 1, "written-answer-10-working-days", "2025-08-15")
    assert tables.action(library, 1).due == "2025-09-01"
    (day,) = due_days.history(library, Kind.ACTIONS, 1)
    assert day.how == (
        "Written answer promised at a meeting: ten working days: 10 working days after 15 August 2025, not counting "
        "Late Summer Bank Holiday (25 August 2025): 1 September 2025"
    )
    with pytest.raises(Trouble, match="is not a day"):
        due_days.set_by_rule(library, Kind.ACTIONS, 1, "written-answer-7-days", "soon")


def test_no_day_can_be_said_too(library):
    due_days.set_due(library, Kind.UNDERTAKINGS, 2, None, how="withdrawn by the officer")
    assert due_days.moved(library, Kind.UNDERTAKINGS, 2) == Slippage("2025-06-30", None, 0)


def test_late_and_very_late_are_told_apart():
    # Friday 11 July 2025; no bank holiday until 25 August.
    assert due_days.lateness("2025-07-11", "2025-07-13") == (Lateness.IN_TIME, 0)
    assert due_days.lateness("2025-07-11", "2025-07-14") == (Lateness.LATE, 1)
    assert due_days.lateness("2025-07-11", "2025-08-07") == (Lateness.LATE, 19)
    assert due_days.lateness("2025-07-11", "2025-08-08") == (Lateness.VERY_LATE, 20)
    assert due_days.lateness("2025-07-11", "2025-07-18", very=5) == (Lateness.VERY_LATE, 5)
    assert due_days.lateness(None, "2025-07-18") == (Lateness.NO_DAY, 0)
