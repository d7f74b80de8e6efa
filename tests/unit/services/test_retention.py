"""How long papers are kept: one day for many meetings, or so many years after each; one step, undone as one."""

import pytest

from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import history, personal, retention
from scrutiny_desk.store import meetings


@pytest.fixture
def three(library):
    """Two meetings with a day, one on a 29 February, and one without."""
    for day in ("2020-02-29", "2021-05-03", None):
        library.write("x", lambda db, day=day: meetings.add(db, body=None, committee="Panel", date=day))
    return library


def kept(library):
    return [personal.kept_until(library, number) for number in (1, 2, 3)]


def test_years_are_counted_from_each_meeting_and_what_has_no_day_is_left(three):
    undated, _change = retention.keep_several(three, [1, 2, 3], "7 years")
    assert (undated, kept(three)) == (1, ["2027-02-28", "2028-05-03", None])
    assert three.undo_label == "Set how long to keep 3 meetings"
    history.undo(three)
    assert kept(three) == [None, None, None]


def test_one_day_for_all_and_none_again(three):
    assert retention.keep_several(three, [1, 2, 3], "1/2/2030")[0] == 0
    assert kept(three) == ["2030-02-01"] * 3
    retention.keep_several(three, [2], None)
    assert kept(three) == ["2030-02-01", None, "2030-02-01"]
    retention.keep_several(three, [1], "1 year")
    assert personal.kept_until(three, 1) == "2021-02-28"


@pytest.mark.parametrize("typed", ["soon", "seven years", "7 year olds", "2030-13-01", "years", "7"])
def test_what_is_no_day_changes_nothing(three, typed):
    with pytest.raises(Trouble, match="is not a day") as told:
        retention.keep_several(three, [1, 2], typed)
    assert "7 years" in told.value.remedy and kept(three) == [None, None, None]
    with pytest.raises(Trouble, match="No meeting"):
        retention.keep_several(three, [], "7 years")
    assert retention.keep_several(three, [1], "999 years")[0] == 0
    assert retention.keep_several(three, [1], "999 years") and personal.kept_until(three, 1) == "3019-02-28"
