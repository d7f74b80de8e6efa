"""An issue over time: quarters without a gap, years where there are many, nothing invented for a day not known."""

from scrutiny_desk.desk.over_time import Span, committees, spans, undated
from scrutiny_desk.domain.issues import Sitting


def sitting(date, questions=1, outstanding=0, committee="Housing Panel", body="Fennimore"):
    return Sitting(date, body, committee, questions, outstanding)


def test_a_quarter_without_a_question_has_its_place():
    found = spans([sitting("2025-02-10", 3, 1), sitting("2025-03-31", 2), sitting("2025-09-01", 4, 4)])
    assert found == (
        Span(("Jan–Mar", "2025"), 5, 1),
        Span(("Apr–Jun", "2025"), 0, 0),
        Span(("Jul–Sep", "2025"), 4, 4),
    )
    assert found[0].told() == "Jan–Mar 2025: 5 questions, 1 outstanding"


def test_over_many_years_a_column_is_a_year():
    found = spans([sitting("2014-11-10", 2, 2), sitting("2014-01-10"), sitting("2018-05-01", 3)])
    assert [span.words[0] for span in found] == ["2014", "2015", "2016", "2017", "2018"]
    assert [(span.questions, span.outstanding) for span in found] == [(3, 2), (0, 0), (0, 0), (0, 0), (3, 0)]


def test_a_day_that_is_not_known_is_in_no_column_but_counted():
    unknown = [sitting(None, 2), sitting("in the spring")]
    assert spans(unknown) == ()
    assert undated([*unknown, sitting("2025-02-10", 5)]) == 3


def test_committees_come_with_their_council_the_most_asked_first():
    found = committees([sitting("2025-01-01"), sitting("2025-02-01", 2, 1), sitting(None, 4, 0, None, None)])
    assert found == (("Committee not known", 4, 0), ("Housing Panel, Fennimore", 3, 1))
