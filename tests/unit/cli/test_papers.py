"""The `papers` command: the papers of a pack listed, and corrected where they begin and what they are."""

import json

import pytest

from scrutiny_desk import cli
from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.documents import DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import Findings, FoundMeeting
from scrutiny_desk.services import history, keeping, packs
from scrutiny_desk.store import create_library, open_library

MEETING = FoundMeeting("Wexcombe County Council", "Overview and Scrutiny Committee", "2025-06-12", "10:00")
ASKED = "Councillor A Heron asked who had paid for it. The Director replied that she would find out."


def read(name, first, last):
    texts = [(f"Words of page {page}.", page) for page in range(first, last + 1)]
    texts += [("7. RIVER WALL", last), (ASKED, last)]
    blocks = tuple(Block(n, BlockKind.PARAGRAPH, text, page=page) for n, (text, page) in enumerate(texts))
    return ReadDocument(name, "pdf", blocks, pages=last - first + 1, searchable_pages=last - first + 1)


@pytest.fixture
def pack(tmp_path):
    """Where a library is that holds a pack of three papers: pages 1 and 2, 3 to 8, 9 to 20."""
    path = tmp_path / "pack.scrutiny"
    at = "2025-07-01T09:00:00+00:00"

    def work(db):
        front = packs.front(Findings(DocumentKind.AGENDA, meeting=MEETING, title="Agenda"))
        document = read("pack.pdf", 1, 20)
        front_pages = tuple(b for b in document.blocks if b.page <= 2)
        whole = keeping.keep(
            db, ReadDocument("pack.pdf", "pdf", front_pages, pages=20, searchable_pages=20), front, b"%PDF", at=at
        )
        papers = []
        for number, (first, last) in enumerate(((3, 8), (9, 20)), 2):
            inside = read(f"pack.pdf, part {number}", first, last)
            found = Findings(DocumentKind.REPORT, title=f"Report {number}")
            papers.append(packs.Paper(inside.file_name, f"{first}-{last}", None, inside, found))
        keeping.keep_papers(db, whole, papers, "0" * 64, at=at)

    library = create_library(path)
    library.write("Import pack.pdf", work, origin="import")
    library.close()
    return path


def papers(pack, capsys, *options, status=0):
    """What the command prints as JSON, or the sentence of its trouble."""
    assert cli.run(["papers", *options, "--format", "json", "--library", str(pack)], lambda _: 9) == status
    said = capsys.readouterr()
    return json.loads(said.out) if status == 0 else said.err


def test_the_papers_are_listed_by_page(pack, capsys):
    rows = papers(pack, capsys, "3")
    assert [(r["id"], r["first_page"], r["last_page"], r["kind"], r["title"]) for r in rows] == [
        (1, 1, 2, "agenda", "Agenda"),
        (2, 3, 8, "report", "Report 2"),
        (3, 9, 20, "report", "Report 3"),
    ]
    assert cli.run(["papers", "1", "--library", str(pack)], lambda _: 9) == 0
    table = capsys.readouterr().out.splitlines()
    assert table[0].split() == "id first page last page kind title".split()
    assert len([line for line in table if "Report" in line]) == 2


def test_a_paper_begins_on_another_page(pack, capsys):
    rows = papers(pack, capsys, "3", "--begin", "14", "--title", "Minutes of May")
    assert [(r["first_page"], r["last_page"]) for r in rows] == [(1, 2), (3, 8), (9, 13), (14, 20)]
    assert rows[3]["title"] == "Minutes of May"


def test_a_paper_is_joined_with_the_one_before_it(pack, capsys):
    rows = papers(pack, capsys, "3", "--join")
    assert [(r["first_page"], r["last_page"]) for r in rows] == [(1, 2), (3, 20)]


def test_a_paper_is_said_to_be_minutes_and_what_was_asked_in_it_is_found(pack, capsys):
    rows = papers(pack, capsys, "3", "--kind", "minutes")
    assert [r["kind"] for r in rows] == ["agenda", "report", "minutes"]
    assert cli.run(["list", "questions", "--format", "json", "--library", str(pack)], lambda _: 9) == 0
    (question,) = json.loads(capsys.readouterr().out)
    assert [s["document_id"] for s in question["sources"]] == [rows[2]["id"]]
    with open_library(pack) as library:
        assert history.undo_label(library) == "Change the kind of paper to minutes"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("3", "--begin", "9"), "from 10 to 20"),
        (("1", "--join"), "first paper of its pack"),
        (("77",), "There is no document with the number 77"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_changes_nothing(pack, capsys, options, says):
    assert says in papers(pack, capsys, *options, status=1)
    assert [r["first_page"] for r in papers(pack, capsys, "1")] == [1, 3, 9]
