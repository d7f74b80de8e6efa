"""Scanned pages read later take the place of the paper, with all that a person did to it, and never twice."""

import ctypes
import io

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw, ImageFont

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.work import Cancelled
from scrutiny_desk.reading.scan import can_read_scans
from scrutiny_desk.services import documents, exporting, history, importing, scanning, searching, splitting


@pytest.fixture
def scanned(library, tmp_path):
    if not can_read_scans():
        pytest.skip("this machine has no English data for reading scans")
    picture = Image.new("L", (1240, 1754), 255)
    for line, words in enumerate(["Dear Councillor Ames", "There were forty-one trees in Marl Street."]):
        ImageDraw.Draw(picture).text((100, 150 + 80 * line), words, font=ImageFont.load_default(40), fill=0)
    file = tmp_path / "letter.pdf"
    picture.save(file, resolution=150)
    importing.import_paths(library, [file])
    return library


def test_the_new_reading_takes_the_place_of_the_old(scanned):
    assert [document.id for document in scanning.waiting(scanned)] == [1]
    documents.classify(scanned, 1, Classification.EXEMPT)
    number, change = scanning.scan(scanned, 1)
    assert change.concerns(Kind.DOCUMENTS)
    (document,) = exporting.as_data(scanned)["documents"]
    assert (document["id"], document["searchable_pages"], document["classification"]) == (number, 1, "exempt")
    assert len(searching.search(scanned, "forty-one")) == 1
    assert scanning.waiting(scanned) == ()
    history.undo(scanned)
    assert exporting.as_data(scanned)["documents"][0]["searchable_pages"] == 0


def test_stopping_leaves_everything_as_it_was(scanned):
    before = exporting.as_data(scanned)
    with pytest.raises(Cancelled):
        scanning.scan(scanned, 1, cancelled=lambda: True)
    assert exporting.as_data(scanned) == before
    assert len(scanning.waiting(scanned)) == 1


def write_on(document, lines):
    """A page of the document with these lines of text on it."""
    page = document.new_page(595, 842)
    for at, words in enumerate(lines):
        words = words.encode("utf-16-le") + b"\0\0"
        text = pdfium.raw.FPDFPageObj_NewTextObj(document, b"Helvetica", 12)
        letters = (ctypes.c_ushort * (len(words) // 2)).from_buffer_copy(words)
        pdfium.raw.FPDFText_SetText(text, letters)
        pdfium.raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 70, 780 - 30 * at)
        pdfium.raw.FPDFPage_InsertObject(page, text)
    page.gen_content()


PAPERS = {3: "Agenda Item 5", 6: "Agenda Item 6", 9: "Agenda Item 7"}


@pytest.fixture
def pack(library, tmp_path):
    """A pack of twelve pages, papers on 1, 3, 6 and 9, of which page 10 is a picture."""
    if not can_read_scans():
        pytest.skip("this machine has no English data for reading scans")
    picture, document, stream = Image.new("L", (1240, 1754), 255), pdfium.PdfDocument.new(), io.BytesIO()
    ImageDraw.Draw(picture).text((100, 150), "Heron counts fell at Marl Pond.", font=ImageFont.load_default(40), fill=0)
    picture.save(stream, "pdf", resolution=150)
    for page in range(1, 13):
        if page == 10:
            document.import_pages(pdfium.PdfDocument(stream.getvalue()))
            continue
        head = [PAPERS[page], f"WALL {page}"] if page in PAPERS else ["AGENDA"] if page == 1 else []
        write_on(document, [*head, f"The wall of mile {page} was mended in the spring of that year."])
    file = tmp_path / "pack.pdf"
    document.save(file)
    importing.import_paths(library, [file])
    assert pages(library) == [(1, 2), (3, 5), (6, 8), (9, 12)]
    return library


def pages(library):
    first = exporting.as_data(library)["documents"][0]["id"]
    return [(paper.first, paper.last) for paper in splitting.papers(library, first)]


def test_papers_begin_where_a_person_let_them_when_the_scanned_pages_have_been_read(pack):
    number, _change = splitting.join_before(pack, splitting.papers(pack, 1)[2].document.id)
    splitting.begin_paper(pack, number, 5, title="Of my own")
    front = scanning.waiting(pack)[0].id
    before = exporting.as_data(pack)
    scanning.scan(pack, front)
    assert pages(pack) == [(1, 2), (3, 4), (5, 8), (9, 12)]
    assert splitting.papers(pack, exporting.as_data(pack)["documents"][0]["id"])[2].document.title == "Of my own"
    assert len(searching.search(pack, "heron")) == 1
    history.undo(pack)
    assert exporting.as_data(pack) == before
