"""A committee pack put together by hand: made, filled, ordered, named, written; each step undone."""

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scrutiny_desk.desk.context import Place
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.services import agenda_packs


@pytest.fixture
def pane(window):
    window.go(Place("packs"))
    found = window.pane("packs")
    QTest.mouseClick(found.new, Qt.MouseButton.LeftButton)
    return found


def listed(pane):
    return [pane.papers.item(n).text() for n in range(pane.papers.count())]


def test_an_empty_pane_offers_the_one_thing_to_do(window):
    window.go(Place("packs"))
    pane = window.pane("packs")
    assert not pane.export.isEnabled()
    assert "Make a pack" in pane.contents.toPlainText()
    assert pane.first_focus() is pane.new


def test_a_meetings_papers_and_a_briefing_are_added_and_ordered(window, pane):
    pane.meeting.setCurrentIndex(0)
    pane.add_meeting()
    pane.kind.setCurrentIndex(list(BriefingKind).index(BriefingKind.QUESTION_PLAN))
    pane.add_briefing()
    before = listed(pane)
    assert before[0].startswith("Agenda, Children and Families Select Committee, 14 April 2026")
    assert before[-1] == "Question plan"
    pane.papers.setCurrentRow(len(before) - 1)
    pane.move(-1)
    assert listed(pane)[-2] == "Question plan"
    assert pane.papers.currentRow() == len(before) - 2
    pane.take_paper_out()
    assert "Question plan" not in listed(pane)
    window.context.library.undo()
    pane.show_place(Place("packs"))
    assert "Question plan" not in listed(pane) or listed(pane)[-2:] == before[-2:]


def test_a_paper_that_may_not_go_out_says_so(pane):
    letter = next(n for n in range(pane.document.count()) if "Letter" in pane.document.itemText(n))
    pane.document.setCurrentIndex(letter)
    pane.add_document()
    assert "left out" not in pane.contents.toPlainText()
    pane.circulation.setCurrentIndex(list(Circulation).index(Circulation.PUBLIC))
    pane.circulation.activated.emit(pane.circulation.currentIndex())
    assert "left out: it may not go to" in pane.contents.toPlainText()
    assert "not yet classified" in pane.contents.toPlainText()


def test_the_name_typed_is_kept_and_the_pack_written_under_it(window, pane, tmp_path):
    pane.title.clear()
    QTest.keyClicks(pane.title, "Pack for April")
    pane._pause.timeout.emit()
    assert agenda_packs.everything(window.context.library)[0].title == "Pack for April"
    pane.add_meeting()
    assert pane.able() == {"export"}
    pane.write(tmp_path / "pack.docx")
    assert Document(str(tmp_path / "pack.docx")).paragraphs[0].text == "Pack for April"
    assert "Exported to" in pane._under.text()
    assert "rules" not in pane._under.text()


def test_a_pack_removed_is_brought_back_by_undo(window, pane):
    pane._drop_pack()
    assert pane.chosen is None
    window.context.library.undo()
    pane.show_place(Place("packs"))
    assert pane.chosen is not None
