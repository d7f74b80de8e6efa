"""Rows on standard output: a table for people, JSON and CSV for programs."""

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from scrutiny_desk.cli import output

ROWS = [
    {
        "id": 1,
        "name": "Siân O'Connor",
        "asked_by": {"name": None, "label": "A Member"},
        "put_to": [{"name": "A"}, {"name": "B"}],
    },
    {"id": 2, "name": None, "asked_by": None, "put_to": []},
]


def printed(capsys, write, *arguments):
    write(*arguments)
    return capsys.readouterr().out


def test_json_is_one_array_with_a_row_a_line(capsys):
    text = printed(capsys, output.write_json, ROWS)
    assert json.loads(text) == ROWS
    assert len(text.splitlines()) == 2
    assert json.loads(printed(capsys, output.write_json, [])) == []


def test_csv_reads_back(capsys):
    text = printed(capsys, output.write_csv, ("id", "name", "asked_by", "put_to"), ROWS)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows[0] == {"id": "1", "name": "Siân O'Connor", "asked_by": "A Member", "put_to": "A; B"}
    assert rows[1]["name"] == ""


def test_no_cell_of_a_csv_is_a_formula(capsys):
    text = printed(
        capsys, output.write_csv, ("text",), [{"text": "=HYPERLINK(1)"}, {"text": "@SUM(1)"}, {"text": "fine"}]
    )
    cells = [row[0] for row in csv.reader(io.StringIO(text))][1:]
    assert cells == ["'=HYPERLINK(1)", "'@SUM(1)", "fine"]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=300), min_size=1, max_size=4))
def test_a_table_loses_no_letter(words):
    rows = [{"id": number, "text": text} for number, text in enumerate(words)]
    out = io.StringIO()
    with redirected(out):
        output.write_table(("id", "text"), rows)
    shown = "".join("".join(line[4:] for line in out.getvalue().splitlines()[2:]).split())
    for text in words:
        assert "".join(text.split()) in shown


def redirected(stream):
    import contextlib

    return contextlib.redirect_stdout(stream)
