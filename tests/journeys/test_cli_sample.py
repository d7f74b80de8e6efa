"""The sample library from the command line: made, listed, searched, briefed on, checked, copied and put back."""

import csv
import io
import json
import shutil
import zipfile

import pytest
from docx import Document

KEYS = {
    "documents": "id file_name sha256 kind title body committee date meeting_id pages searchable_pages classification "
    "joined_to imported_at",
    "meetings": "id body committee date start end place",
    "items": "id meeting_id document_ids number title",
    "people": "id name aliases post organisation",
    "appearances": "person_id meeting_id document_id item_id capacity post organisation",
    "questions": "id item_id text asked_by put_to answered_by status question_recorded sources answers follow_up_by "
    "confidence review classification",
    "undertakings": "id question_id made_by made_to text due state sources confidence review",
    "decisions": "id item_id kind text sources review",
    "actions": "id item_id owners text due state sources review",
    "issues": "id name parent_id colour note",
    "tags": "issue_id source question_id",
}
OUTSTANDING = {"partly_answered", "promised", "not_answered"}


@pytest.fixture(scope="module")
def made_sample(tmp_path_factory):
    """Where the sample library is made once, by the first test that needs it."""
    return tmp_path_factory.mktemp("sample") / "sample.scrutiny"


@pytest.fixture
def sample(program, made_sample):
    """The program on a fresh sample library."""
    if not made_sample.exists():
        program.run("demo", "--no-window", "--library", made_sample, library=False)
    shutil.copy(made_sample, program.library)
    return program


def test_the_sample_is_exported_in_the_open_form(sample):
    data = sample.export()
    assert data["format"] == "scrutiny-desk/1"
    for kind, keys in KEYS.items():
        for row in data[kind]:
            assert set(keys.split()) <= set(row), kind
    documents = {row["id"] for row in data["documents"]}
    people = {row["id"] for row in data["people"]}
    assert len([m for m in data["meetings"] if m["date"]]) >= 4
    letters = [d for d in data["documents"] if d["kind"] == "correspondence"]
    assert letters
    for letter in letters:
        assert letter["meeting_id"] is None and letter["date"] not in {m["date"] for m in data["meetings"]}
    for question in data["questions"]:
        assert question["sources"]
        for source in question["sources"]:
            assert source["document_id"] in documents
            assert source["quote"] == " ".join(source["quote"].split()) != ""
        for who in [question["asked_by"], *question["put_to"], *question["answered_by"]]:
            assert who is None or who["person_id"] is None or who["person_id"] in people


def test_making_the_sample_again_replaces_it_and_spares_other_libraries(sample, program, tmp_path):
    first = len(sample.export()["documents"])
    sample.run("demo", "--no-window")
    assert len(sample.export()["documents"]) == first
    (tmp_path / "letter.txt").write_text("A letter that is nobody's sample.", encoding="utf-8")
    program.library = tmp_path / "own.scrutiny"
    program.run("import", tmp_path / "letter.txt")
    refused = program.run("demo", "--no-window", status=1)
    assert "own.scrutiny" in refused.stderr
    assert len(program.export()["documents"]) == 1


def test_lists_agree_with_the_export(sample):
    data = sample.export()
    assert {q["id"] for q in sample.rows("list", "questions")} == {q["id"] for q in data["questions"]}
    owed = sample.rows("list", "questions", "--outstanding")
    assert {q["id"] for q in owed} == {q["id"] for q in data["questions"] if q["status"] in OUTSTANDING}
    assert owed
    some = sample.rows("list", "questions", "--status", "promised,answered")
    assert {q["status"] for q in some} == {"promised", "answered"}
    recent = sample.rows("list", "meetings", "--since", "2025-12-01")
    assert recent
    assert all(m["date"] >= "2025-12-01" for m in recent)
    for kind in ("documents", "meetings", "witnesses", "undertakings", "decisions", "actions", "issues"):
        for row in sample.rows("list", kind):
            assert row["id"]


def test_a_witness_is_found_by_part_of_a_name(sample):
    everybody = sample.rows("list", "witnesses")
    witness = max(everybody, key=lambda row: row["outstanding"])
    assert witness["outstanding"] > 0
    for name in (witness["name"], witness["name"].split()[-1]):
        rows = sample.rows("list", "questions", "--witness", name, "--outstanding")
        assert len(rows) == witness["outstanding"]
        for row in rows:
            assert witness["id"] in {who["person_id"] for who in [*row["put_to"], *row["answered_by"]]}


def test_tables_and_csv_hold_the_same_rows(sample):
    shown = sample.run("list", "questions", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert [int(row["id"]) for row in rows] == [row["id"] for row in sample.rows("list", "questions")]
    table = sample.run("list", "questions").stdout.splitlines()
    assert table[0].split()[0] == "id"


def test_search_finds_words_phrases_and_prefixes(sample):
    hits = sample.rows("search", "hub*")
    assert hits
    assert all("hub" in hit["snippet"].lower() for hit in hits)
    assert {"document", "page", "paragraph", "snippet"} <= set(hits[0])
    assert len(sample.rows("search", "hub*", "--limit", "1")) == 1
    assert sample.rows("search", '"family', "hubs", "(((") is not None
    assert sample.rows("search", "wordthatstandsnowhere") == []


BRIEFS = {
    "outstanding": [],
    "meeting": ["--meeting", "2025-06-12"],
    "witness": ["--witness", "Hargreave"],
    "question-plan": ["--witness", "Hargreave"],
    "follow-up": ["--witness", "Hargreave"],
}


@pytest.mark.parametrize("kind", BRIEFS)
def test_briefings_are_word_documents_with_a_source_on_every_row(sample, tmp_path, kind):
    file = tmp_path / "brief.docx"
    done = sample.run("brief", kind, *BRIEFS[kind], "--output", file)
    assert done.stdout == ""
    assert "Checked: the file keeps the rules on accessible documents" in done.stderr
    document = Document(str(file))
    assert document.paragraphs[0].style.name.lower() in ("heading 1", "title")
    for table in document.tables:
        if table.rows[0].cells[-1].text == "Source":
            for row in table.rows[1:]:
                assert row.cells[-1].text.strip()
    with zipfile.ZipFile(file) as inside:
        assert 'w:val="en-GB"' in inside.read("word/styles.xml").decode()


def test_a_pack_joins_papers_and_briefings_in_the_order_given(sample, tmp_path):
    file = tmp_path / "pack.docx"
    asked = ("--title", "Pack for June", "--output", file, "--meeting", "2025-06-12")
    done = sample.run("pack", *asked, "witness:Hargreave", "question-plan")
    assert done.stdout == ""
    assert "Checked" in done.stderr
    papers = [p.text for p in Document(str(file)).paragraphs if p.style.name == "Paper Heading"]
    assert any(name.startswith("Minutes, Overview and Scrutiny Committee, 12 June 2025") for name in papers)
    assert papers[-2].startswith("Witness briefing: Tom Hargreave")
    assert papers[-1] == "Question plan"
    assert "no document" in sample.run("pack", *asked, "nothing", status=2).stderr
    assert "after a colon" in sample.run("pack", *asked, "witness", status=2).stderr


def test_health_copy_and_putting_back(sample, tmp_path):
    assert "well" in sample.run("check", "--full").stdout
    before = sample.export()
    copy = tmp_path / "copy.scrutiny"
    assert str(copy) in sample.run("backup", copy).stdout
    (tmp_path / "later.txt").write_text("A letter that came after the copy was made.", encoding="utf-8")
    sample.run("import", tmp_path / "later.txt")
    assert sample.export() != before
    sample.run("restore", copy)
    assert sample.export() == before
    sample.library.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    assert sample.run("check", status=1).stdout


def test_standard_output_holds_the_answer_alone(sample, tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text("A letter about the quay and what is to become of it.", encoding="utf-8")
    done = sample.run("import", file, file, "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["outcome"] for row in rows] == ["imported"]
    assert {"file", "outcome", "reason", "document_id"} <= set(rows[0])
    assert "letter.txt" in done.stderr
