"""Saying in the window who may see a paper, or some words of it, under which paragraph of whose law."""

import pytest
from PySide6.QtWidgets import QApplication

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.dialogs.classify import ClassifyDialog, said_of
from scrutiny_desk.desk.panes.document_menu import DocumentMenu
from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.findings import Restriction
from scrutiny_desk.services import documents

DOCUMENT = 1


@pytest.fixture
def reader(window):
    window.context.go(Place("reader", id=DOCUMENT))
    return window


def asked(window, words):
    (menu,) = [m for m in window.findChildren(DocumentMenu) if m.parentWidget().isVisible()]
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == words).trigger()
    (dialog,) = window.findChildren(ClassifyDialog)
    return dialog


def test_a_paper_is_held_back_under_a_paragraph_of_the_councils_nation(reader):
    dialog = asked(reader, "Who may see it…")
    assert not dialog.paragraph.isVisible(), "it is asked for only where something is exempt"
    dialog.choice.setCurrentText("Exempt")
    assert dialog.paragraph.isVisible() and dialog.nation.currentText() == "England"
    dialog.nation.setCurrentText("Northern Ireland")
    assert "not checked against the Act" in dialog.checked.text(), "how sure the list is stands beside it"
    dialog.nation.setCurrentText("Wales")
    assert "held against the published Act" in dialog.checked.text()
    dialog.paragraph.setCurrentIndex(3)
    assert dialog.paragraph.currentText().startswith("14: about the money")
    dialog._done()
    QApplication.processEvents()
    assert documents.get(reader.context.library, DOCUMENT).classification is Classification.EXEMPT
    held = [one for one in documents.restrictions(reader.context.library, DOCUMENT) if one.nation]
    assert {(one.paragraph, one.nation) for one in held} == {("14", "wales")}


def test_some_words_of_a_paper_alone(reader, monkeypatch):
    monkeypatch.setattr(
        "scrutiny_desk.desk.widgets.passage_view.PassageView.chosen_spans", lambda _self: (Span(3, 0, 5),)
    )
    dialog = asked(reader, "Who may see the marked words…")
    dialog.choice.setCurrentText("Confidential")
    dialog._done()
    library = reader.context.library
    assert documents.class_of_passage(library, DOCUMENT, (Span(3, 0, 5),)) is Classification.CONFIDENTIAL
    assert documents.class_of_passage(library, DOCUMENT, (Span(2, 0, 5),)) is not Classification.CONFIDENTIAL


def test_without_marked_words_nothing_is_asked(reader):
    (menu,) = [m for m in reader.findChildren(DocumentMenu) if m.parentWidget().isVisible()]
    menu.aboutToShow.emit()
    assert not next(a for a in menu.actions() if "marked words" in a.text()).isEnabled()


def test_what_the_paper_says_is_told_in_words():
    one = Restriction(6, 11, Classification.EXEMPT, "3", "NOT FOR PUBLICATION", "england")
    told = said_of(one)
    assert told.startswith("Paragraphs 7 to 12: exempt, under paragraph 3 (about the money")
    assert told.endswith("by the words “NOT FOR PUBLICATION”")
