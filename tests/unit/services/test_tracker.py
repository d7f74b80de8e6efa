"""The tracker out as a spreadsheet, changed by others, and in again: nothing lost, nothing taken unseen."""

import shutil
import subprocess
from copy import deepcopy

import openpyxl
import pytest
from lxml import etree

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Circulation, Classification
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.recommendations import Progress, Reply
from scrutiny_desk.domain.tracker import Column, Finding
from scrutiny_desk.domain.troubles import Trouble, UnreadableFile
from scrutiny_desk.domain.undertakings import DecisionKind, State
from scrutiny_desk.reading.sheets import read
from scrutiny_desk.services import (
    answering,
    exporting,
    posts,
    recommendations,
    standings,
    tables,
    tracker_columns,
    tracker_compare,
    tracker_take,
    trackers,
)

TODAY = "2026-01-05"
HEADINGS = list(Column)


@pytest.fixture
def held(library, papers):
    """One meeting with an open question, a promise, a task, a recommendation, and a question that has its answer."""
    paper = papers.Paper("june.txt", meeting=papers.MEETING)
    paper.item("38", "Early help")
    asker = paper.there("Councillor Dorothy Ames")
    witness = paper.there("Maria Okafor", Capacity.WITNESS, post="Director of Early Help")
    asked = paper.ask("How many families moved?", asker, witness, "She would write.", status=QuestionStatus.PROMISED)
    paper.promise("She would write to the member.", witness, asked, due="2025-07-01")
    paper.task("Officers to publish the map of the centres.", witness)
    paper.ask("What did the roof cost?", asker, witness, "It cost £12,000.")
    paper.resolve("That the Cabinet keep both centres open.", DecisionKind.RECOMMENDED)
    paper.take_into(library)
    return library


def given_out(library, folder, name="tracker.xlsx", **more):
    path = folder / name
    trackers.write(library, path, today=TODAY, **more)
    return path


def compared(library, path):
    sheets = read(path)  # in this process: a child for each would take longer than all the rest
    return sheets, tracker_compare.compare(library, sheets, tracker_columns.match(library, sheets))


def edit(path, **cells):
    """Set cells by their address ("G2") as somebody would in a spreadsheet program."""
    book = openpyxl.load_workbook(path)
    for address, words in cells.items():
        book.active[address] = words
    book.save(path)


def cell(column, row):
    return f"{'ABCDEFGHIJKL'[HEADINGS.index(column)]}{row}"


def test_the_tracker_has_a_row_for_each_thing_followed_and_its_source(held, tmp_path):
    path = given_out(held, tmp_path)
    sheet = openpyxl.load_workbook(path).active
    rows = [[value or "" for value in row] for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == ["Ref", "Register", "Meeting", "Date", "Minute", "Asked by", "Request", "Owner", "Due", "Progress",
                       "Status", "Source"]  # fmt: skip
    assert [row[0] for row in rows[1:]] == ["Q1", "U1", "A1", "R1"]
    first = rows[1]
    assert first[1:3] == ["Question", "Overview and Scrutiny Committee"]
    assert first[3].date().isoformat() == "2025-06-12"
    assert first[4:8] == ["38", "Councillor Dorothy Ames", "How many families moved?", "Maria Okafor"]
    assert first[8].date().isoformat() == "2025-07-01"
    assert first[9:11] == ["She would write.", "Answer promised"]
    assert "minute 38" in first[11]


@pytest.mark.parametrize("name", ["tracker.xlsx", "tracker.csv"])
def test_what_was_given_out_and_not_touched_differs_in_nothing(held, tmp_path, name):
    path = given_out(held, tmp_path, name)
    _sheets, found = compared(held, path)
    assert (found.rows, found.same, found.differing, found.new, found.missing) == (4, 4, (), (), ())


def test_a_cell_changed_in_the_spreadsheet_is_shown_and_then_taken(held, tmp_path):
    path = given_out(held, tmp_path)
    edit(path, **{cell(Column.PROGRESS, 2): "Letter expected in May.", cell(Column.DUE, 4): "30/05/2026"})
    sheets, found = compared(held, path)
    said = [(row.ref, c.column, c.finding, c.theirs) for row in found.differing for c in row.cells]
    assert said == [
        ("Q1", Column.PROGRESS, Finding.CHANGED, "Letter expected in May."),
        ("A1", Column.DUE, Finding.CHANGED, "2026-05-30"),
    ]
    assert tables.action(held, 1).due is None  # shown, not taken
    tracker_take.take(held, path, sheets, found, tracker_take.usual(found), TODAY)
    assert tables.action(held, 1).due == "2026-05-30"
    assert compared(held, path)[1].differing == ()
    assert held.undo_label == "Take in tracker.xlsx"
    held.undo()
    assert tables.action(held, 1).due is None


def test_what_was_undone_is_offered_again_and_not_ticked(held, tmp_path):
    path = given_out(held, tmp_path)
    edit(path, **{cell(Column.DUE, 4): "2026-05-30"})
    sheets, found = compared(held, path)
    tracker_take.take(held, path, sheets, found, tracker_take.usual(found), TODAY)
    held.undo()
    again = compared(held, path)[1]
    assert [c.finding for row in again.differing for c in row.cells] == [Finding.OURS]
    assert tracker_take.usual(again).cells == frozenset()


def test_a_change_on_both_sides_is_a_conflict_and_stays_until_a_person_decides(held, tmp_path):
    path = given_out(held, tmp_path)
    edit(path, **{cell(Column.DUE, 2): "2026-02-01"})
    answering.set_follow_up(held, 1, "2026-03-01")
    sheets, found = compared(held, path)
    (row,) = found.differing
    assert [(c.column, c.finding, c.ours, c.theirs) for c in row.cells] == [
        (Column.DUE, Finding.CONFLICT, "2026-03-01", "2026-02-01")
    ]
    assert found.conflicts == 1
    assert not tracker_take.take(held, path, sheets, found, tracker_take.usual(found), TODAY)
    assert tables.question(held, 1).follow_up_by == "2026-03-01"
    theirs = tracker_take.Choice(cells=frozenset({(row.number, Column.DUE)}))
    tracker_take.take(held, path, sheets, found, theirs, TODAY)
    assert tables.question(held, 1).follow_up_by == "2026-02-01"


def test_a_change_made_here_is_not_undone_by_an_older_spreadsheet(held, tmp_path):
    path = given_out(held, tmp_path)
    answering.set_follow_up(held, 1, "2026-03-01")
    found = compared(held, path)[1]
    assert [c.finding for row in found.differing for c in row.cells] == [Finding.OURS]
    assert tracker_take.usual(found).cells == frozenset()


def test_a_status_that_closes_a_question_is_never_taken_unless_it_is_ticked(held, tmp_path):
    path = given_out(held, tmp_path)
    edit(path, **{cell(Column.STATUS, 2): "Complete", cell(Column.STATUS, 4): "Ongoing"})
    sheets, found = compared(held, path)
    (row,) = found.differing  # "Ongoing" says no more of an open action than "Open" does
    assert row.ref == "Q1" and tracker_take.closes(row, row.cells[0])
    assert tracker_take.usual(found).cells == frozenset()
    tracker_take.take(held, path, sheets, found, tracker_take.Choice(cells=frozenset({(2, Column.STATUS)})), TODAY)
    assert tables.question(held, 1).status is QuestionStatus.ANSWERED_LATER
    (said,) = standings.history(held, 1)
    assert (said.day, said.shown_by, said.sources[0].paragraph) == (TODAY, "tracker.xlsx, row 2", 2)


def test_what_cannot_be_understood_is_told_and_not_taken(held, tmp_path):
    path = given_out(held, tmp_path)
    edit(path, **{cell(Column.DUE, 2): "soon", cell(Column.STATUS, 4): "Purple", cell(Column.DATE, 4): "2024-01-01"})
    sheets, found = compared(held, path)
    assert sorted(c.finding for row in found.differing for c in row.cells) == [
        Finding.KEPT,
        Finding.UNCLEAR,
        Finding.UNCLEAR,
    ]
    every = frozenset((row.number, c.column) for row in found.differing for c in row.cells)
    assert not tracker_take.take(held, path, sheets, found, tracker_take.Choice(cells=every), TODAY)


def test_new_rows_become_rows_of_their_register_and_lead_to_the_spreadsheet(held, tmp_path):
    path = given_out(held, tmp_path)
    edit(path, G6="Highways to send the gritting map.", H6="Highways team", K6="Ongoing", A6="SR 12",
         G7="When will the pool open again?", H7="Maria Okafor", C7="Overview and Scrutiny Committee",
         D7="12/06/2025")  # fmt: skip
    sheets, found = compared(held, path)
    assert [row.request for row in found.new] == [
        "Highways to send the gritting map.",
        "When will the pool open again?",
    ]
    tracker_take.take(held, path, sheets, found, tracker_take.usual(found), TODAY)
    action = tables.action(held, 2)
    assert (action.text, action.state) == ("Highways to send the gritting map.", State.OPEN)
    assert [who.words for who in action.owners] == ["Highways team"]
    assert action.sources[0].quote.startswith("SR 12 ") and action.sources[0].paragraph == 6
    question = tables.question(held, 3)
    assert question.put_to[0].person_id == tables.question(held, 1).put_to[0].person_id
    assert question.classification is Classification.UNKNOWN
    again = compared(held, path)[1]
    assert (again.new, again.differing, again.same) == ((), (), 6)
    told = exporting.as_data(held)["register"]["tracked"]
    assert {"of": ["action", 2], "ref": "SR 12", "progress": None} in told
    public = trackers.rows(held, circulation=Circulation.PUBLIC)
    assert "SR 12" not in [row.ref for row in public]


def test_what_is_taken_of_a_recommendation_and_of_an_owner_is_kept_where_the_register_keeps_it(held, tmp_path):
    path = given_out(held, tmp_path)
    edit(path, **{cell(Column.STATUS, 5): "Accepted: under way", cell(Column.PROGRESS, 5): "Report in May.",
                  cell(Column.OWNER, 5): "Cabinet", cell(Column.OWNER, 2): "Head of Early Help"})  # fmt: skip
    sheets, found = compared(held, path)
    tracker_take.take(held, path, sheets, found, tracker_take.usual(found), TODAY)
    reply = recommendations.response(held, 1)
    assert (reply.reply, reply.progress, reply.put_to) == (Reply.ACCEPTED, Progress.UNDER_WAY, "Cabinet")
    assert reply.sources[0].quote.startswith("R1 ")
    assert [charge.words for charge in posts.history(held, Kind.QUESTIONS, 1)] == ["Head of Early Help"]
    assert tables.question(held, 1).put_to[0].words == "Maria Okafor"  # the papers say so still
    assert compared(held, path)[1].differing == ()


def test_rows_left_out_and_rows_twice_are_told_and_nothing_is_lost(held, tmp_path):
    path = given_out(held, tmp_path)
    book = openpyxl.load_workbook(path)
    book.active.delete_rows(4)
    book.active.append(["Q1", "", "", "", "", "", "How many families moved?"])
    book.save(path)
    found = compared(held, path)[1]
    assert [row.ref for row in found.missing] == ["A1"]
    assert [(row.ref, row.number) for row in found.doubled] == [("Q1", 5)]
    assert tables.action(held, 1).state is State.OPEN


def test_a_councils_own_spreadsheet_is_matched_by_its_headings_once(held, tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(
        "Wexcombe scrutiny action log,,,\n\nNo.,Agreed action,Lead officer,Wann,RAG\n"
        "A1,The lane to be swept.,Roads,01/02/2026,Amber\n7,How many families moved ?,M Okafor,,Amber\n"
    )
    sheets = read(path)
    guess = tracker_columns.match(held, sheets)
    assert not guess.remembered
    assert guess.columns == {Column.REF: 0, Column.REQUEST: 1, Column.OWNER: 2, Column.STATUS: 4}
    tracker_columns.rematch(held, guess, {**guess.columns, Column.DUE: 3})
    kept = tracker_columns.match(held, sheets)
    assert kept.remembered and kept.columns[Column.DUE] == 3
    found = tracker_compare.compare(held, sheets, kept)
    assert [(row.number, row.ref) for row in found.new] == [(4, "A1")]  # the council's A1 is not ours
    (known,) = found.differing
    assert known.alike and known.number == 5 and known.ours.ref == "Q1"
    assert [(c.column, c.finding) for c in known.cells] == [
        (Column.REQUEST, Finding.CONFLICT),
        (Column.OWNER, Finding.CONFLICT),
        (Column.DUE, Finding.CONFLICT),
    ]


def test_two_columns_may_not_be_the_same_and_the_request_must_be_one(held, tmp_path):
    sheets = read(given_out(held, tmp_path))
    guess = tracker_columns.match(held, sheets)
    with pytest.raises(Trouble, match="chosen twice"):
        tracker_columns.rematch(held, guess, {Column.REQUEST: 6, Column.PROGRESS: 6})
    with pytest.raises(Trouble, match="what was asked for"):
        tracker_columns.rematch(held, guess, {Column.REF: 0})


def test_what_may_not_be_seen_is_not_in_the_tracker(library, papers, tmp_path):
    paper = papers.Paper("june.txt", meeting=papers.MEETING)
    witness = paper.there("Maria Okafor", Capacity.WITNESS)
    paper.task("Officers to publish the map.", witness)
    paper.task("Officers to settle with the contractor for £640,000.", witness)
    paper.restrict(1, 1)
    paper.take_into(library)
    for name in ("members.xlsx", "members.csv"):
        rows, left_out = trackers.write(library, tmp_path / name, today=TODAY)
        assert rows == 1 and left_out == {"exempt under paragraph 3": 1}
        said = "".join(" ".join(row) for sheet in read(tmp_path / name) for row in sheet.rows)
        assert "map" in said and "640,000" not in said
    rows, _ = trackers.write(library, tmp_path / "all.xlsx", today=TODAY, circulation=Circulation.RESTRICTED)
    assert rows == 2


def test_a_spreadsheet_that_is_none_is_refused_in_a_sentence(tmp_path):
    for name, data in (("a.xlsx", b"PK\x03\x04 nothing"), ("b.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600)):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(UnreadableFile, match=name):
            tracker_columns.read(path)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed on this machine")
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_out_changed_in_libreoffice_and_in_again(held, tmp_path, form):
    """LibreOffice itself opens the spreadsheet, changes three cells, adds a row, and saves it in its own way."""
    path = given_out(held, tmp_path, f"tracker.{form}")
    answering.set_follow_up(held, 1, "2026-03-01")
    changed = in_libreoffice(path, tmp_path, form)
    sheets, found = compared(held, changed)
    assert tracker_columns.read(changed) == sheets
    said = {(row.ref, c.column): (c.finding, c.theirs) for row in found.differing for c in row.cells}
    assert said == {
        ("Q1", Column.DUE): (Finding.CONFLICT, "2026-02-01"),
        ("Q1", Column.PROGRESS): (Finding.CHANGED, "Café letter – “soon”"),
        ("A1", Column.STATUS): (Finding.CHANGED, "Done"),
    }
    assert [row.request for row in found.new] == ["A new request of the council's own."]
    assert found.missing == () and found.doubled == ()
    tracker_take.take(held, changed, sheets, found, tracker_take.usual(found), TODAY)
    after = compared(held, changed)[1]
    assert (after.rows, len(after.new), after.same, after.conflicts) == (5, 0, 3, 1)
    assert given_out(held, tmp_path, "again.xlsx").exists()
    assert len(trackers.rows(held, circulation=Circulation.MEMBERS)) == 5


OFFICE, TABLE, TEXT = (f"{{urn:oasis:names:tc:opendocument:xmlns:{part}:1.0}}" for part in ("office", "table", "text"))
VALUES = "44,34,76,1"


def in_libreoffice(path, folder, form):
    """The spreadsheet opened by LibreOffice, changed in its own form, and saved by it as it was."""
    taken = ["--infilter=CSV:" + VALUES] if form == "csv" else []
    own = folder / "opened" / "tracker.fods"
    converted(folder, path, "fods", own.parent, *taken)
    tree = etree.parse(own)
    table = tree.find(f".//{TABLE}table")
    rows = [row for row in table.iter(f"{TABLE}table-row") if not row.get(f"{TABLE}number-rows-repeated")]
    put(rows[1], Column.DUE, "2026-02-01", day=True)
    put(rows[1], Column.PROGRESS, "Café letter – “soon”")
    put(rows[3], Column.STATUS, "Done")
    new = etree.SubElement(table, f"{TABLE}table-row")
    rows[4].addnext(new)
    put(new, Column.REQUEST, "A new request of the council's own.")
    tree.write(own, encoding="utf-8", xml_declaration=True)
    back = "csv:Text - txt - csv (StarCalc):" + VALUES if form == "csv" else "xlsx"
    return converted(folder, own, back, folder / "saved")


def put(row, column, words, *, day=False):
    """Set one cell of a row of LibreOffice's own form, whose equal cells in a line stand there once with a count."""
    wanted = HEADINGS.index(column)
    cells = []
    for cell in list(row):
        times = int(cell.attrib.pop(f"{TABLE}number-columns-repeated", 1))
        row.remove(cell)
        cells += [cell, *(deepcopy(cell) for _ in range(min(times, 20) - 1))]
    while len(cells) <= wanted:
        cells.append(etree.Element(f"{TABLE}table-cell"))
    style = cells[wanted].get(f"{TABLE}style-name")
    cells[wanted] = etree.Element(f"{TABLE}table-cell", {f"{OFFICE}value-type": "date" if day else "string"})
    if day:
        cells[wanted].set(f"{OFFICE}date-value", words)
        if style:
            cells[wanted].set(f"{TABLE}style-name", style)
    etree.SubElement(cells[wanted], f"{TEXT}p").text = words
    row.extend(cells)


def converted(folder, path, form, out, *more):
    """The file as LibreOffice writes it in another form, or in its own."""
    call = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", *more]
    call += ["--convert-to", form, "--outdir", out, path]
    run = subprocess.run(call, timeout=120, capture_output=True, text=True)
    if "could not be loaded" in run.stderr:
        pytest.skip("The LibreOffice of this machine has no spreadsheet program")
    made = out / f"{path.stem}.{form.split(':')[0]}"
    assert made.exists(), run.stderr
    return made
