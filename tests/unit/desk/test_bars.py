"""The rows of the desk: a name with nothing under it is told whole, on a second line where there is little room."""

from scrutiny_desk.desk.widgets.bars import NewsRow

LONG = "Children and Families Select Committee, 23 September 2025"


def rows(qtbot, under, lines=0):
    made = [NewsRow("25 to review", "accent", LONG, under, lambda: None, lines=lines) for _ in range(2)]
    for row, width in zip(made, (260, 900), strict=True):
        qtbot.addWidget(row)
        row.show()
        row.resize(width, 40)
    return [row.height() for row in made]


def test_a_long_name_takes_a_second_line_only_where_it_must(qtbot):
    narrow, wide = rows(qtbot, "")
    assert narrow > wide


def test_a_name_with_words_under_it_keeps_to_one(qtbot):
    narrow, wide = rows(qtbot, "“He would write to all.”")
    assert narrow == wide


def test_what_is_asked_takes_a_second_line_above_the_words_under_it(qtbot):
    narrow, wide = rows(qtbot, "“He would write to all.”", lines=2)
    assert narrow > wide == rows(qtbot, "“He would write to all.”")[1]
