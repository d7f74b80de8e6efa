"""Where the sources of a table stand: in their own column, or folded into the first cell of a wide one."""

from dataclasses import replace

from scrutiny_desk.briefing import wording
from scrutiny_desk.briefing.content import details, for_page, with_sources
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Citation, Line, Table
from scrutiny_desk.domain.documents import Circulation

HERE = Citation(1, "a.pdf", "Panel", date="2025-06-12", page=2)
THERE = Citation(2, "b.pdf", "Panel", date="2025-09-23", page=5)


def table(*columns):
    rows = ((Line("Why?", citations=(HERE,)), *(Line(f"{n}", citations=(THERE,)) for n in columns[1:-1]), Line("")),)
    return Table(columns, rows)


def test_a_narrow_table_keeps_its_column_of_sources():
    shown = for_page(table("Question", "Asked by", wording.SOURCE))
    assert [line.text for line in shown.rows[0]] == ["Why?", "Asked by", wording.sources((HERE, THERE))]
    assert all(line.citations == () for line in shown.rows[0])


def test_a_wide_table_folds_sources_and_days_into_the_question():
    wide = table("Question", "Asked by", wording.ASKED_ON, "Said", "Due", "Status", wording.SOURCE)
    shown = for_page(wide)
    assert shown.columns == ("Question", "Asked by", "Said", "Due", "Status")
    assert shown.rows[0][0].citations == (HERE, THERE)


def test_the_day_stays_where_the_source_does_not_name_it():
    wide = table("Question", "Asked by", wording.ASKED_ON, "Said", "Due", "Status", wording.SOURCE)
    cells = tuple(replace(cell, citations=()) for cell in wide.rows[0][1:])
    undated = replace(wide, rows=((Line("Why?", citations=(replace(HERE, date=None),)), *cells),))
    assert wording.ASKED_ON in for_page(undated).columns


def test_with_footnotes_no_column_of_sources_is_left():
    assert for_page(table("Question", wording.SOURCE), footnotes=True).columns == ("Question",)


def test_as_text_every_column_stays():
    wide = table("Question", "Asked by", wording.ASKED_ON, "Said", "Due", "Status", wording.SOURCE)
    assert with_sources(wide).columns == wide.columns


def test_details_end_with_day_status_and_circulation():
    note = Briefing(
        BriefingKind.WITNESS, "x", Circulation.PUBLIC, (("Post", "Head"), ("Place", "")), made_on="2026-04-02"
    )
    assert details(note) == [
        ("Post", "Head"),
        ("Prepared on", "2 April 2026"),
        ("Status", "Draft"),
        ("Circulation", "Public"),
    ]
    assert details(replace(note, kind=BriefingKind.QUESTION_PLAN)) == [("Post", "Head")]
