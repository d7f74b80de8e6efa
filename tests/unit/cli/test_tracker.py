"""The tracker from the command line: out, compared, and in."""

import json

import openpyxl
import pytest

from scrutiny_desk import cli

MINUTES = """WEXCOMBE COUNTY COUNCIL
MINUTES of the Overview and Scrutiny Committee held on 12 June 2025

PRESENT: Councillors Dorothy Ames (Chairman) and Paul Vickers
ALSO PRESENT: Maria Okafor, Director of Early Help

38. EARLY HELP
Councillor Ames asked how many families had moved since the centre closed. Ms Okafor said that she did not have the
figure with her and would write to all members of the Committee.
"""


@pytest.fixture
def library(tmp_path):
    (tmp_path / "june.txt").write_text(MINUTES)
    path = tmp_path / "a.scrutiny"
    assert run(path, "import", tmp_path / "june.txt") == 0
    return path


def run(library, *words):
    return cli.run([*map(str, words), "--library", str(library)], lambda _bench: 0)


def questions(library, capsys):
    capsys.readouterr()
    run(library, "list", "questions", "--format", "json")
    return json.loads(capsys.readouterr().out)


def test_out_changed_compared_and_in(library, tmp_path, capsys):
    path = tmp_path / "tracker.xlsx"
    assert run(library, "tracker-out", path) == 0
    assert "rows written" in capsys.readouterr().out
    book = openpyxl.load_workbook(path)
    book.active["I2"], book.active["K2"] = "2026-02-01", "Complete"
    book.save(path)
    before = questions(library, capsys)
    assert run(library, "tracker-in", path) == 0
    said = capsys.readouterr()
    assert "* row 2, Q1, due: changed in the spreadsheet" in said.out
    assert "  row 2, Q1, status: changed in the spreadsheet" in said.out  # it closes a question: not without --closing
    assert "1 would be taken with --take" in said.out and "Columns, as their headings say" in said.err
    assert questions(library, capsys) == before
    assert run(library, "tracker-in", path, "--take") == 0
    (question,) = questions(library, capsys)
    assert (question["follow_up_by"], question["status"]) == ("2026-02-01", "promised")
    assert run(library, "tracker-in", path, "--take", "--closing") == 0
    assert questions(library, capsys)[0]["status"] == "answered_later"


def test_a_column_is_matched_by_hand_and_remembered(library, tmp_path, capsys):
    path = tmp_path / "log.csv"
    path.write_text("Nr,Wish,Who\n1,The lane to be swept.,Roads\n")
    assert run(library, "tracker-in", path, "--column", "request=Wish", "--column", "ref=Nr") == 0
    assert "row 2, new: The lane to be swept." in capsys.readouterr().out
    assert run(library, "tracker-in", path) == 0
    assert "as you matched them before: " in capsys.readouterr().err
    assert run(library, "tracker-in", path, "--column", "request=Nothing") == 2
    assert "names no column" in capsys.readouterr().err


def test_a_name_of_another_kind_is_refused(library, tmp_path, capsys):
    assert run(library, "tracker-out", tmp_path / "tracker.pdf") == 1
    assert ".xlsx or .csv" in capsys.readouterr().err
