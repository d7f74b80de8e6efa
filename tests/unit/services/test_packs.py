"""A pack holds what its circulation allows, in the order asked for."""

import pytest
from docx import Document

from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.documents import Circulation, Classification
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import packs
from scrutiny_desk.services.briefing import Scope

TODAY = "2026-01-05"


@pytest.fixture
def held(library, papers):
    """A public paper with a question, and one with an exempt passage."""
    for name, restricted in (("open.txt", False), ("partly closed.txt", True)):
        paper = papers.Paper(name, meeting=papers.MEETING, classification=Classification.PUBLIC)
        paper.item("38", f"Early help in {name}")
        witness = paper.there("Maria Okafor", Capacity.WITNESS)
        paper.ask(f"How many in {name}?", None, witness, "She would write.", status=QuestionStatus.PROMISED)
        if restricted:
            start = len(paper.blocks)
            paper.say("The price was £640,000.")
            paper.restrict(start, start, Classification.EXEMPT)
        paper.take_into(library)
    return library


def words(path):
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [p.text for p in document.paragraphs] + cells


def write(library, path, *parts, circulation=Circulation.PUBLIC):
    packs.write(library, "Pack for 14 April", parts, path, circulation=circulation, today=TODAY)
    return words(path)


def test_briefings_and_papers_stand_in_the_order_asked_for(held, tmp_path):
    briefing = packs.Part(Scope(BriefingKind.OUTSTANDING, circulation=Circulation.RESTRICTED))
    shown = write(held, tmp_path / "pack.docx", packs.Part(document=1, title="Minutes"), briefing)
    assert shown.index("1. Minutes") < shown.index("2. Outstanding questions")
    assert "Circulation: Public" in shown
    assert any("open.txt" in line for line in shown)


def test_a_paper_that_holds_more_than_the_circulation_may_is_refused(held, tmp_path):
    closed = packs.Part(document=2)
    for circulation in (Circulation.PUBLIC, Circulation.MEMBERS):
        with pytest.raises(Trouble, match="partly closed.txt holds passages that are exempt"):
            write(held, tmp_path / "pack.docx", closed, circulation=circulation)
        assert not (tmp_path / "pack.docx").exists()
    assert "The price was £640,000." in write(held, tmp_path / "pack.docx", closed, circulation=Circulation.RESTRICTED)


def test_an_empty_pack_is_a_plain_trouble(held, tmp_path):
    with pytest.raises(Trouble, match="nothing in the pack"):
        write(held, tmp_path / "pack.docx")
