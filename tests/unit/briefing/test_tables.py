"""Widths of columns, and which rows may run over the end of a page."""

from docx.oxml.ns import qn

from scrutiny_desk.briefing import tables
from scrutiny_desk.briefing.columns import column_widths
from scrutiny_desk.briefing.house import House
from scrutiny_desk.briefing.setting import Setter
from scrutiny_desk.domain.briefing import Line, Table

WIDTH = 9000


def built(*rows, columns=("Question", "Asked by")):
    setter = Setter(House(None), None)
    table = Table(columns, tuple(tuple(Line(words) for words in row) for row in rows))
    return tables.built(table, setter, tables.shared_widths([table], setter, WIDTH)[columns])


def test_the_columns_fill_the_page_and_no_more():
    for columns in ([["a"], ["b"]], [["x" * 500], ["y"] * 9, ["z z z"]], [["w" * 90] * 3] * 5):
        assert sum(column_widths(columns, WIDTH)) == WIDTH
        assert min(column_widths(columns, WIDTH)) > 0


def test_long_cells_have_wide_columns():
    words = "what had become of the rest of them " * 5
    widths = column_widths([["Question", words], ["Due", "26 June"]], WIDTH)
    assert widths[0] > 3 * widths[1]


def test_a_hyphen_is_a_place_to_break():
    hyphened, whole = (
        column_widths([[word], ["words " * 20]], WIDTH)[0] for word in ("Ansty-Fenwick", "AnstyandFenwick")
    )
    assert hyphened < whole


def test_a_day_and_its_month_stand_in_one_line():
    spoken, month = (
        column_widths([[words], ["words " * 40]], WIDTH)[0] for words in ("23 September 2025", "23 Septembers 2025")
    )
    assert spoken > month


def test_tables_with_the_same_columns_have_the_same_widths():
    setter = Setter(House(None), None)
    short, long = (Table(("Question", "Due"), ((Line(words), Line("now")),)) for words in ("Why?", "Why? " * 60))
    assert list(tables.shared_widths([short, long], setter, WIDTH)) == [("Question", "Due")]


def test_a_short_row_stays_whole_and_a_tall_one_may_run_over():
    rows = tables.rows_of(built(("Why?", "A"), ("Why was it so? " * 120, "A")))
    whole = [row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows]
    assert whole == [True, True, False]
