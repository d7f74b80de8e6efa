"""The deadlines to choose from and the bank holidays are data: complete, agreeing with another source, and editable."""

from datetime import date

import pytest

from scrutiny_desk import locations
from scrutiny_desk.domain.deadlines import Counting, Unit, period_words
from scrutiny_desk.domain.troubles import NotFound, Trouble
from scrutiny_desk.services import deadlines
from scrutiny_desk.services.working_days import working_days


def test_every_rule_says_where_it_stands_and_how_well_it_was_checked():
    found = deadlines.rules()
    assert len({rule.key for rule in found}) == len(found) >= 12
    for rule in found:
        assert rule.source
        assert rule.verified
        assert set(rule.nations) <= set(deadlines.NATIONS)


def test_each_nation_has_its_own_notice_of_meetings():
    for nation in deadlines.NATIONS:
        keys = [rule.key for rule in deadlines.rules(nation) if rule.key.startswith("agenda-")]
        assert len(keys) == 1, nation


def test_a_rule_is_worked_out_with_its_nations_holidays():
    assert deadlines.work_out("executive-response", date(2014, 11, 10)).due == date(2015, 1, 9)
    assert deadlines.work_out("agenda-england", date(2026, 4, 14)).due == date(2026, 4, 2)
    assert deadlines.work_out("freedom-of-information", date(2025, 4, 4), "Scotland").due == date(2025, 5, 7)
    with pytest.raises(NotFound, match="no deadline"):
        deadlines.work_out("someday", date(2026, 1, 1))
    with pytest.raises(Trouble, match="names the day itself"):
        deadlines.work_out("panel-to-commissioner", date(2026, 1, 1))
    with pytest.raises(NotFound, match="no bank holidays"):
        deadlines.bank_holidays("Ireland")


@pytest.mark.parametrize("nation", deadlines.NATIONS)
def test_the_table_agrees_with_the_calendar_library_for_every_year_it_claims(nation):
    from holidays.countries.united_kingdom import UnitedKingdom

    codes = {"England": "ENG", "Wales": "WLS", "Scotland": "SCT", "Northern Ireland": "NIR"}
    years = range(2010, deadlines.complete_until() + 1)
    theirs = {
        day for day in UnitedKingdom(subdiv=codes[nation], years=years) if day.weekday() < 5 and day.year in years
    }
    assert set(deadlines.bank_holidays(nation)) == theirs


def test_a_table_of_the_users_own_counts_instead():
    own = locations.data_folder() / "bank_holidays.toml"
    own.write_text('complete_until = 2026\n[England]\n2026-03-03 = "Founders\' Day"\n', encoding="utf-8")
    assert deadlines.bank_holidays("England") == {date(2026, 3, 3): "Founders' Day"}
    assert deadlines.days_late("2026-03-02", "2026-03-05") == 2
    assert deadlines.days_late(None, "2026-03-05") == 0
    own.write_text("not = = toml", encoding="utf-8")
    with pytest.raises(Trouble, match="bank_holidays.toml cannot be read"):
        deadlines.bank_holidays("England")


def test_freedom_of_information_leaves_out_the_holidays_of_every_nation():
    # St Patrick's Day 2025, a Monday, is a holiday of Northern Ireland alone.
    assert deadlines.work_out("freedom-of-information", date(2025, 3, 3)).due == date(2025, 4, 1)
    assert deadlines.work_out("written-answer-10-working-days", date(2025, 3, 3)).due == date(2025, 3, 17)


def own_rules(text):
    (locations.data_folder() / "deadlines.toml").write_text(text, encoding="utf-8")


OWN = """
[[rule]]
key = "written-answer-7-days"
title = "Written answer: five working days"
period = 5
unit = "working_days"
counting = "after"
source = "Council procedure rule 14"
verified = "Set by the council."
since = "2026-04-01"

[[rule]]
key = "call-in"
title = "hidden"
hidden = true
"""


def test_a_councils_own_rule_comes_in_place_of_the_programs_from_its_day_on():
    shipped = {rule.key for rule in deadlines.rules()}
    own_rules(OWN)
    assert {rule.key for rule in deadlines.rules()} == shipped - {"call-in"}
    rule = deadlines.rule("written-answer-7-days")
    assert (rule.local, rule.source) == (True, "Council procedure rule 14")
    assert deadlines.work_out("written-answer-7-days", date(2026, 4, 2)).due == date(2026, 4, 13)
    assert deadlines.work_out("written-answer-7-days", date(2026, 3, 2)).due == date(2026, 3, 9)
    assert not deadlines.rule("written-answer-7-days", "2026-03-31").local


def test_a_rule_of_ones_own_is_kept_and_taken_away():
    made = deadlines.set_local(
        "chairs-rule", title="Answer to the Chair", period=3, unit=Unit.CLEAR_DAYS, counting=Counting.AFTER,
        source="Minute 12 of May 2026",
    )  # fmt: skip
    assert made in deadlines.rules() and made.local
    assert deadlines.work_out("chairs-rule", date(2026, 4, 2)).due == date(2026, 4, 10)
    deadlines.set_local("call-in", title="Call-in", period=8, unit=Unit.DAYS, counting=Counting.AFTER, source="Part 4E")
    assert deadlines.rule("call-in").period == 8
    deadlines.clear_local("call-in")
    assert deadlines.rule("call-in").period == 5
    assert deadlines.rule("chairs-rule").period == 3
    with pytest.raises(Trouble, match="needs a name, a title and a source"):
        deadlines.set_local("x", title="X", period=1, unit=Unit.DAYS, counting=Counting.AFTER, source=" ")
    with pytest.raises(Trouble, match="at least one"):
        deadlines.set_local("x", title="X", period=0, unit=Unit.DAYS, counting=Counting.AFTER, source="here")


def test_beyond_the_table_of_holidays_it_says_so():
    last = deadlines.complete_until()
    words = deadlines.work_out("written-answer-10-working-days", date(last, 12, 30)).words
    assert words.endswith(f"(bank holidays are known until the end of {last})")
    assert "known until" not in deadlines.work_out("written-answer-7-days", date(last, 12, 30)).words


def test_a_rule_is_told_in_words():
    assert period_words(deadlines.rule("agenda-england")) == "5 clear days before"
    assert period_words(deadlines.rule("subject-access")) == "1 month after"
    assert period_words(deadlines.rule("panel-to-commissioner")) == "the day the body names"


def test_ages_and_deadlines_count_the_same_days():
    for due, today in (("2025-12-24", "2026-01-05"), ("2026-04-02", "2026-04-08"), ("2024-03-27", "2024-04-03")):
        for nation in deadlines.NATIONS:
            assert deadlines.days_late(due, today, nation) == working_days(due, today, nation)
