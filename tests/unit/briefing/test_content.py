"""Where the sources of a table stand: in their own column, or folded into the first cell of a wide one."""

from dataclasses import replace

from scrutiny_desk.briefing import citing, wording
from scrutiny_desk.briefing.content import Numbers, details, for_page, run_on, with_sources
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Citation, Line, Section, Table
from scrutiny_desk.domain.documents import Circulation

HERE = Citation(1, "a.pdf", "Panel", date="2025-06-12", page=2)
THERE = Citation(2, "b.pdf", "Panel", date="2025-09-23", page=5)


def table(*columns):
    rows = ((Line("Why?", citations=(HERE,)), *(Line(f"{n}", citations=(THERE,)) for n in columns[1:-1]), Line("")),)
    return Table(columns, rows)


def test_a_narrow_table_keeps_its_column_of_sources():
    shown = for_page(table("Question", "Asked by", wording.SOURCE))
    assert [line.text for line in shown.rows[0]] == ["Why?", "Asked by", citing.sources((HERE, THERE))]
    assert all(line.citations == () for line in shown.rows[0])


def test_a_wide_table_folds_sources_and_days_into_the_question():
    wide = table("Question", "Asked by", wording.ASKED_ON, "Said", "Due", "Status", wording.SOURCE)
    shown = for_page(wide)
    assert shown.columns == ("Question", "Asked by", "Said", "Status")
    assert shown.rows[0][0].citations == (HERE, THERE)


def test_the_day_something_is_due_goes_with_a_state_that_waits_for_it():
    def row(status, due):
        return (Line("Why?", citations=(HERE,)), Line(status), Line(due))

    columns = ("Question", wording.STATUS, wording.DUE)
    rows = (row("Part answered", "2 May 2026, late"), row("Open", wording.NO_DATE_SET), row("Done", "3 May 2026"))
    shown = for_page(Table(columns, rows))
    assert shown.columns == ("Question", wording.STATUS)
    assert [cells[1].text for cells in shown.rows] == [
        "Part answered; due 2 May 2026, late",
        "Open; no date set",
        "Done",
    ]


def test_an_answer_in_the_paragraph_of_its_question_names_a_shared_source_once():
    asked, other = Line("Why?", citations=(HERE,)), Line("Thus.", citations=(THERE,))
    same = replace(other, citations=(HERE,))
    assert [line.citations for line in run_on(replace(asked, then=(same,)))] == [(), (HERE,)]
    assert [line.citations for line in run_on(replace(asked, then=(other,)))] == [(HERE,), (THERE,)]


def test_tables_with_a_caption_are_numbered_and_pointed_at():
    held = replace(table("Question", "Said"), caption="1 question")
    inner = Section("Ann Bell", table=held)
    sections = (
        Section("Key points", (Line("2 are owed.", see="Owed"),)),
        Section("Owed", sections=(inner, inner)),
        Section("Renamed", table=held, key="Undertakings"),
        Section("Plain", table=replace(held, caption="")),
    )
    numbers = Numbers(sections)
    assert "".join(numbers.spoken(sections[0].lines[0])) == "2 are owed (see tables 1 and 2)."
    assert numbers.words(Line("x", see="Undertakings")) == "(see table 3)"
    assert numbers.words(Line("x", see="Plain")) == numbers.words(Line("x", see="Gone")) == ""
    assert [numbers.next("1 question") for _ in range(2)] == ["Table 1: 1 question", "Table 2: 1 question"]


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
