"""The registers from the command line, each command a process without Qt: passed on, chased, settled, exported."""

import pytest


@pytest.fixture
def sample(program):
    program.run("demo", "--no-window")
    return program


def test_a_question_is_followed_to_its_end(sample):
    owed = sample.rows("list", "questions", "--outstanding", "--owner", "Maria Okafor")
    number = owed[0]["id"]
    sample.run("left", "Maria Okafor", "--on", "2026-03-31", "--to", "Ned Alder")
    assert sample.rows("list", "questions", "--outstanding", "--owner", "Maria Okafor") == []
    passed = sample.rows("list", "questions", "--outstanding", "--owner", "Ned Alder")
    assert [row["id"] for row in passed] == [row["id"] for row in owed]
    groups = {row["label"]: row["count"] for row in sample.rows("list", "questions", "--outstanding", "--by", "person")}
    assert groups["Ned Alder"] == len(owed) and "Maria Okafor" not in groups

    refused = sample.run("stand", number, "answered_in_full", status=1)
    assert "say what shows it" in refused.stderr
    sample.run("stand", number, "answered_in_full", "--day", "2026-04-14", "--shown-by", "letter of 14 April")
    row = next(row for row in sample.rows("list", "questions") if row["id"] == number)
    assert (row["status"], row["standing"], row["closed"]) == ("answered_later", "answered_in_full", False)
    data = sample.export()["register"]
    assert [(s["question_id"], s["day"], s["shown_by"]) for s in data["standings"]] == [
        (number, "2026-04-14", "letter of 14 April")
    ]
    assert {charge["name"] for charge in data["charges"] if charge["latest"]} == {"Ned Alder"}
    assert [tenure["until"] for tenure in data["tenures"]] == ["2026-03-31"]
    assert sample.run("check", "--full").returncode == 0


def test_a_post_that_nobody_holds_is_asked_about(sample):
    said = sample.run("left", "Siân Prydderch", "--on", "2026-03-31").stderr
    assert "Head of School Transport owes" in said and "to whom does it pass?" in said


def test_what_is_owed_is_chased_and_kept_on_record(sample, tmp_path):
    printed = sample.run("chase", "Siân Prydderch", "--record", "--output", tmp_path / "letter.docx")
    assert printed.stdout.startswith("First chaser: Answers promised to scrutiny\n\nDear Siân Prydderch\n")
    assert "27 February 2026" in printed.stdout
    assert (tmp_path / "letter.docx").stat().st_size > 5000
    (chaser,) = sample.export()["register"]["chasers"]
    assert chaser["step"] == "first-chaser" and chaser["asked_for"] and "Dear Siân" in chaser["words"]
    again = sample.run("chase", "Siân Prydderch")
    assert again.stdout == "" and "Nothing is to be chased today." in again.stderr


def test_the_other_registers_and_what_arises(sample):
    requests = sample.rows("list", "requests", "--outstanding")
    assert {row["kind"] for row in requests} == {"undertaking", "action"}
    assert all(row["owner"] and row["document_id"] for row in requests)
    theirs = sample.rows("list", "requests", "--outstanding", "--owner", "Maria Okafor")
    assert [row for row in requests if "Maria Okafor" in row["owner"]] == theirs != []
    assert len(sample.rows("list", "requests", "--outstanding", "--post", "Director of Early Help")) == len(theirs)
    arising = sample.rows("arising", "--committee", "Overview and Scrutiny Committee")
    assert {row["heading"] for row in arising} <= {"new", "due", "late", "closed", "waiting"}
    assert {row["lateness"] for row in arising if row["heading"] == "late"} == {"very_late"}
    assert sample.rows("list", "recommendations") == []
    sample.run("reply", 1, "accepted", status=1)


def test_filters_that_do_nothing_are_wrong_usage(sample):
    assert "no filter --by" in sample.run("list", "decisions", "--by", "person", status=2).stderr
    assert "is no standing" in sample.run("list", "questions", "--standing", "gone", status=2).stderr
    assert "no filter --owner" in sample.run("list", "decisions", "--owner", "Maria Okafor", status=2).stderr
