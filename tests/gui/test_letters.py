"""A letter that came in: its reader says what to do, the question it answers is read whole and ticked by its words."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.dialogs.chasing import ChaseDialog
from scrutiny_desk.desk.dialogs.receiving import ReplyDialog
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.domain.standings import Standing
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import documents, figures, tables, teaching


def test_a_letter_answers_a_question(window_on, library_file, press):
    window = window_on(library_file, text=200)
    window.resize(1280, 720)
    library = window.context.library
    papers = tables.rows(library, Kind.DOCUMENTS).ids(View())
    letter = next(n for n in papers if documents.get(library, n).kind is DocumentKind.CORRESPONDENCE)
    window.go(Place("reader", id=letter))
    assert any("Does it answer a question?" in part.text() for part in window.inspector.findChildren(QLabel))
    page = window.pane("reader").content.page
    found = page.document().find("On 30 November")
    found.setPosition(found.selectionStart())
    found.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(found)
    press("Y")
    (dialog,) = window.findChildren(ReplyDialog)
    QApplication.processEvents()
    assert dialog.width() <= window.width() and dialog.height() <= window.height()
    number, tick, standing, _detail = dialog.lines[0]
    words = tick.words
    assert words.text() == tables.question(library, number).text
    assert words.height() >= words.heightForWidth(words.width()) and tick.box.accessibleName() == words.text()
    QTest.mouseClick(words, Qt.MouseButton.LeftButton, pos=QPoint(20, 5))
    assert tick.isChecked() and standing.isEnabled()
    standing.setCurrentIndex(standing.findData(Standing.ANSWERED_IN_FULL))
    dialog.keep()
    assert not tables.question(library, number).outstanding
    (rate,) = teaching.hit_rates(library)
    assert (rate.confirmed, rate.corrected) == (1, 0), "the program found the question rightly"


def test_a_chaser_can_be_read_in_a_small_window(window_on, library_file):
    window = window_on(library_file, text=200)
    window.resize(1280, 720)
    window.go(Place("witness", id=figures.owing(window.context.library)[0].person_id))
    window.pane("witness")._chase()
    (dialog,) = window.findChildren(ChaseDialog)
    QApplication.processEvents()
    assert dialog.height() <= window.height()
    assert dialog.text.viewport().height() >= 4 * dialog.text.fontMetrics().lineSpacing()
    assert dialog.record.geometry().bottom() <= dialog.height() and dialog.day.width() > 0
