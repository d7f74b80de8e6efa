"""A pack becomes its papers, each under it, of its meeting and at its item; anything less sure stays one paper."""

from dataclasses import replace

import pytest

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import Findings, FoundMeeting
from scrutiny_desk.domain.work import View
from scrutiny_desk.reading import packs as cutting
from scrutiny_desk.reading.packs import Part
from scrutiny_desk.services import documents, exporting, history, keeping, meetings, packs, tables


@pytest.fixture
def pack(tmp_path):
    file = tmp_path / "pack.pdf"
    file.write_bytes(b"%PDF-1.7 of a pack")
    blocks = tuple(Block(page - 1, BlockKind.PARAGRAPH, f"Words of page {page}.", page=page) for page in range(1, 21))
    return file, ReadDocument("pack.pdf", "pdf", blocks, pages=20, searchable_pages=20, notices=("Look.",))


PARTS = (
    Part("", DocumentKind.AGENDA, 1, 2),
    Part("Minutes of the last meeting", DocumentKind.MINUTES, 3, 8, item="2"),
    Part("River wall", DocumentKind.REPORT, 9, 20, item="5"),
)


def split(pack, monkeypatch, parts):
    monkeypatch.setattr(cutting, "bookmarks", lambda name, data: ())
    monkeypatch.setattr(cutting, "parts", lambda document, outline: parts)
    return packs.split(*pack, lambda document, first: Findings(DocumentKind.OTHER, title="?"))


def test_the_front_is_the_pack_and_every_page_is_in_one_paper(pack, monkeypatch):
    front, papers = split(pack, monkeypatch, PARTS)
    assert (front.file_name, front.pages, front.notices) == ("pack.pdf", 20, ("Look.",))
    assert [block.page for block in front.blocks] == [1, 2]
    assert [paper.name for paper in papers] == ["pack.pdf, part 2", "pack.pdf, part 3"]
    assert [(p.findings.kind, p.findings.title) for p in papers] == [
        (DocumentKind.MINUTES, "Minutes of the last meeting"),
        (DocumentKind.REPORT, "River wall"),
    ]
    pages = [block.page for paper in papers for block in paper.document.blocks]
    assert pages == list(range(3, 21))
    for paper in papers:
        assert [block.order for block in paper.document.blocks] == list(range(len(paper.document.blocks)))


@pytest.mark.parametrize(
    "parts",
    [(), PARTS[:2], (replace(PARTS[0], kind=DocumentKind.REPORT), *PARTS[1:])],
    ids=["none", "two", "no agenda"],
)
def test_what_is_not_surely_a_pack_stays_whole(pack, monkeypatch, parts):
    document, papers = split(pack, monkeypatch, parts)
    assert (document, papers) == (pack[1], ())


def test_a_short_file_is_not_looked_into(pack, monkeypatch):
    short = pack[0], replace(pack[1], pages=6)
    assert split(short, monkeypatch, PARTS) == (short[1], ())


@pytest.fixture
def taken(library, pack, monkeypatch, papers):
    front, inside = split(pack, monkeypatch, PARTS)
    agenda = papers.Paper("pack.pdf", kind=DocumentKind.AGENDA, meeting=papers.MEETING)
    agenda.item("2", "Minutes of the last meeting")
    agenda.item("5", "River wall")
    last = FoundMeeting("Wexcombe County Council", "Overview and Scrutiny Committee", "2025-04-10")
    inside = (replace(inside[0], findings=replace(inside[0].findings, meeting=last)), inside[1])

    def work(db):
        whole = keeping.keep(
            db, agenda.document, agenda.findings, b"%PDF-1.7 of a pack", at="2025-07-01T09:00:00+00:00"
        )
        return keeping.keep_papers(db, whole, inside, "0" * 64, at="2025-07-01T09:00:00+00:00")

    assert library.write("Import pack.pdf", work, origin="import")[0].papers == 2
    return library


def test_each_paper_is_of_its_own_meeting_and_at_its_item(taken):
    rows = exporting.as_data(taken)
    dates = {m["id"]: m["date"] for m in rows["meetings"]}
    assert [dates[d["meeting_id"]] for d in rows["documents"]] == ["2025-06-12", "2025-04-10", "2025-06-12"]
    assert len(dates) == 2
    (wall,) = [item for item in meetings.items(taken, 1) if item.title == "River wall"]
    assert wall.document_ids == (1, 3)
    assert [paper.title for paper in documents.papers(taken, 1)] == ["Minutes of the last meeting", "River wall"]


def test_the_original_of_a_paper_is_the_pack(taken, tmp_path):
    assert documents.original(taken, 3) == b"%PDF-1.7 of a pack"
    assert documents.save_original(taken, 3, tmp_path).name == "pack.pdf"


def test_a_pack_is_taken_in_and_out_as_one_step(taken):
    history.undo(taken)
    assert list(tables.rows(taken, Kind.DOCUMENTS).ids(View())) == []
    history.redo(taken)
    assert len(tables.rows(taken, Kind.DOCUMENTS).ids(View())) == 3
