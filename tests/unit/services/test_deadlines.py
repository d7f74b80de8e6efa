"""The deadlines to choose from and the bank holidays are data: complete, agreeing with another source, and editable."""

from datetime import date

import pytest

from scrutiny_desk import locations
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
    assert deadlines.work_out("freedom-of-information", date(2025, 4, 4), "Scotland").due == date(2025, 5, 6)
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


def test_ages_and_deadlines_count_the_same_days():
    for due, today in (("2025-12-24", "2026-01-05"), ("2026-04-02", "2026-04-08"), ("2024-03-27", "2024-04-03")):
        for nation in deadlines.NATIONS:
            assert deadlines.days_late(due, today, nation) == working_days(due, today, nation)
