"""Scanned pages read later take the place of the paper, with all that a person did to it, and never twice."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.work import Cancelled
from scrutiny_desk.reading.scan import can_read_scans
from scrutiny_desk.services import documents, exporting, history, importing, scanning, searching


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
