"""At the meeting: one key an outcome, every keystroke kept, and all of it can be undone."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scrutiny_desk.desk.context import Place
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import notes, tables


@pytest.fixture
def live(window):
    """The live pane on the latest meeting whose committee has questions outstanding."""
    library = window.context.library
    window.context.now = lambda: "10:41"
    for meeting in tables.rows(library, Kind.MEETINGS).ids(View(order="-date")):
        window.go(Place("live", id=meeting))
        if len(window.pane("live")._questions) > 1:
            return window.pane("live")
    raise AssertionError("the sample has no meeting with two questions outstanding before its committee")


def test_the_window_is_given_over_to_it_and_given_back(window, live, press):
    assert not window.rail.isVisible() and not window.top.isVisible()
    assert QApplication.focusWidget() is live
    press("Esc")
    assert window.rail.isVisible() and window.top.isVisible()


def test_one_key_marks_the_outcome_and_undo_takes_it_back(window, live, press):
    library = window.context.library
    first = live._questions[0]
    press("1")
    assert tables.question(library, first.id).status is QuestionStatus.ANSWERED
    press("3")
    assert tables.question(library, first.id).status is QuestionStatus.PROMISED
    press("Ctrl+Z", "Ctrl+Z")
    assert tables.question(library, first.id).status is first.status


def test_the_arrows_go_on_and_back(window, live, press):
    assert live._questions[0].text == live._text.text()
    press("Right")
    assert live._questions[1].text == live._text.text()
    press("Left")
    assert live._questions[0].text == live._text.text()


def test_a_note_is_kept_with_every_keystroke(window, live, press):
    library = window.context.library
    number = live._questions[0].id
    press("N")
    for typed in range(1, len("by May") + 1):
        QTest.keyClick(live.jot, "by May"[typed - 1])
        if "by May"[:typed].strip():
            (note,) = notes.of(library, Kind.QUESTIONS, number)
            assert note.text.endswith("10:41: " + "by May"[:typed])
    press("Return")
    assert QApplication.focusWidget() is live
    assert live.jot.text() == ""


def test_a_new_question_is_kept_with_the_meeting(window, live, press):
    library = window.context.library
    meeting = live._meeting.id
    press("Q")
    QTest.keyClicks(live.jot, "Who holds the figures?")
    (note,) = notes.of(library, Kind.MEETINGS, meeting)
    assert note.text.startswith("New question") and note.text.endswith("Who holds the figures?")
    press("Return")
    window.go(Place("meeting", id=meeting))
    assert "Who holds the figures?" in window.pane("meeting").notes.field.toPlainText()
