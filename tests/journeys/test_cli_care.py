"""A locked library from the command line, scanned papers, and what is held about a person."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from scrutiny_desk.reading.scan import can_read_scans


def test_a_locked_library_opens_with_its_passphrase_and_not_without(program):
    program.run("demo", "--no-window")
    before = program.export()
    program.environment["SCRUTINY_DESK_NEW_PASSPHRASE"] = "heron otter badger"
    assert "cannot be recovered" in program.run("lock").stderr
    assert b"SQLite format 3" not in program.library.read_bytes()[:16]
    for command in (["list", "questions"], ["check"], ["backup"]):
        assert "passphrase" in program.run(*command, status=1).stderr
    program.environment["SCRUTINY_DESK_PASSPHRASE"] = "heron otter"
    assert "passphrase" in program.run("list", "questions", status=1).stderr
    program.environment["SCRUTINY_DESK_PASSPHRASE"] = "heron otter badger"
    assert program.export() == before
    program.run("check", "--full")
    program.run("lock", "--remove")
    del program.environment["SCRUTINY_DESK_PASSPHRASE"]
    assert program.export() == before


def test_everything_held_about_a_person_is_listed(program):
    program.run("demo", "--no-window")
    rows = program.rows("held", "Tom Hargreave")
    kinds = {row["held"] for row in rows}
    assert {"person", "witness", "passage"} <= kinds
    assert all("Hargreave" in row["words"] for row in rows if row["held"] == "passage")


LETTER = [
    "Sandbridge Borough Council",
    "12 June 2025",
    "Dear Councillor Ames",
    "There were forty-one trees in Marl Street.",
    "Yours sincerely",
    "Piers Lowther",
]


@pytest.fixture
def scan(tmp_path):
    """A letter as a scanner gives it: a picture of a page, a little askew."""
    if not can_read_scans():
        pytest.skip("this machine has no English data for reading scans")
    picture = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(picture)
    for line, words in enumerate(LETTER):
        draw.text((150, 200 + 90 * line), words, font=ImageFont.load_default(46), fill=0)
    file = tmp_path / "letter.pdf"
    picture.rotate(0.7, fillcolor=255).save(file, resolution=200)
    return file


def test_a_scanned_letter_is_searchable_once_imported(program, scan):
    program.run("import", scan)
    (hit,) = program.rows("search", "forty-one")
    assert hit["page"] == 1
    (document,) = program.export()["documents"]
    assert (document["pages"], document["searchable_pages"], document["classification"]) == (1, 1, "unknown")


def test_scans_may_be_left_for_later(program, scan):
    done = program.run("import", scan, "--no-scans")
    assert "scanned" in done.stderr
    assert program.rows("search", "forty-one") == []
    (document,) = program.export()["documents"]
    assert (document["pages"], document["searchable_pages"]) == (1, 0)


def test_a_person_is_made_nameless_and_a_document_erased(program):
    program.run("demo", "--no-window")
    said = program.run("nameless", "Tom Hargreave", "A resident").stderr
    assert "still stands in the words of" in said and "Copies and backups" in said
    assert "Nobody" in program.run("held", "Tom Hargreave", status=1).stderr
    assert "A resident" in {person["name"] for person in program.export()["people"]}
    documents = program.rows("list", "documents")
    program.run("erase", documents[0]["id"])
    assert len(program.rows("list", "documents")) == len(documents) - 1
    program.run("check", "--full")
    program.run("erase", documents[0]["id"], status=1)


def test_meetings_past_their_keeping_are_listed_for_review(program):
    program.run("demo", "--no-window")
    assert "2025-06-12" not in program.run("keep").stdout
    program.run("keep", "--meeting", "2025-06-12", "--until", "2026-01-01")
    assert "2025-06-12" in program.run("keep", "--until", "2026-01-02").stdout
    assert "2025-06-12" not in program.run("keep", "--until", "2026-01-01").stdout
    program.run("keep", "--meeting", "2025-06-12", "--until", "soon", status=1)
    program.run("keep", "--meeting", "2025-06-12")
    assert "2025-06-12" not in program.run("keep", "--until", "2099-01-01").stdout


def test_many_meetings_are_given_their_day_at_once(program):
    program.run("demo", "--no-window")
    held = [row for row in program.export()["meetings"] if row["date"]]
    committee = held[0]["committee"]
    theirs = [row for row in held if row["committee"] == committee]
    program.run("keep", "--committee", committee, status=1)
    assert f"{len(theirs)} meetings: set" in program.run("keep", "--committee", committee, "--until", "1 year").stderr
    listed = program.run("keep", "--until", "2099-01-01").stdout
    assert all(row["date"] in listed and f"{int(row['date'][:4]) + 1}{row['date'][4:]}" in listed for row in theirs)
    program.run("keep", "--before", "2099-01-01", "--until", "2026-01-01")
    assert program.run("keep", "--until", "2026-01-02").stdout.count("2026-01-01") == len(held)
    ids = [str(row["id"]) for row in held[:2]]
    program.run("keep", "--meeting", ids[0], "--meeting", ids[1])
    assert program.run("keep", "--until", "2026-01-02").stdout.count("2026-01-01") == len(held) - 2
