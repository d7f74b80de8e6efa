"""At the meeting: one key an outcome, every keystroke kept, and all of it can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.dialogs.noted import NotedDialog
from scrutiny_desk.desk.stories import story
from scrutiny_desk.desk.widgets.bars import NewsRow
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.plans import PlannedQuestion
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import importing, notes, noting, plans, standings, tables
from scrutiny_desk.services.noting import Jot, Jotting
from scrutiny_desk.store import meetings as meeting_rows

ASKED = "Who holds the figures?"


@pytest.fixture
def live(window):
    """The live pane on the latest meeting whose committee has questions outstanding."""
    library = window.context.library
    window.context.now = lambda: "10:41"
    for meeting in tables.rows(library, Kind.MEETINGS).ids(View(order="-date")):
        window.go(Place("live", id=meeting))
        if len(window.pane("live").turns) > 1:
            return window.pane("live")
    raise AssertionError("the sample has no meeting with two questions outstanding before its committee")


def test_the_window_is_given_over_to_it_and_given_back(window, live, press):
    assert not window.rail.isVisible() and not window.top.isVisible()
    assert QApplication.focusWidget() is live
    press("Esc")
    assert window.rail.isVisible() and window.top.isVisible()


def test_one_key_marks_the_outcome_and_undo_takes_it_back(window, live, press):
    library = window.context.library
    first = live.turns[0].question
    press("1")
    assert tables.question(library, first.id).status is QuestionStatus.ANSWERED_LATER  # it was asked in June
    assert live.keys["1"].accessibleDescription() == "chosen"
    press("3")
    assert tables.question(library, first.id).status is QuestionStatus.PROMISED
    (entry,) = standings.history(library, first.id)
    assert entry.shown_by.startswith("live meeting of ") and entry.shown_by.endswith("noted at 10:41")
    press("Ctrl+Z", "Ctrl+Z")
    assert tables.question(library, first.id).status is first.status
    assert not any(key.accessibleDescription() for key in live.keys.values())


def test_a_look_that_began_before_a_question_was_asked_does_not_take_it_away(window, live, press):
    shown = [turn.question_id for turn in live.turns if turn.question_id]
    found = tables.questions(window.context.library, shown)
    press("q")
    QTest.keyClicks(live.jot, ASKED)
    QTest.keyClick(live.jot, Qt.Key.Key_Return)
    assert [turn.text for turn in live.turns].count(ASKED) == 1
    live._again(shown, found)
    assert [turn.text for turn in live.turns].count(ASKED) == 1
    live._again([*shown, next(t.question_id for t in live.turns if t.text == ASKED)], found)
    assert ASKED not in [turn.text for turn in live.turns]


def test_the_arrows_go_on_and_back(window, live, press):
    assert live.turns[0].text == live._text.text()
    press("Right")
    assert live.turns[1].text == live._text.text()
    press("Left")
    assert live.turns[0].text == live._text.text()


def test_a_note_is_kept_with_every_keystroke(window, live, press):
    library = window.context.library
    number = live.turns[0].question_id
    press("N")
    for typed in range(1, len("by May") + 1):
        QTest.keyClick(live.jot, "by May"[typed - 1])
        if "by May"[:typed].strip():
            (note,) = notes.of(library, Kind.QUESTIONS, number)
            assert note.text.endswith("10:41: " + "by May"[:typed])
    press("Return")
    assert QApplication.focusWidget() is live
    assert live.jot.text() == ""


def test_a_note_that_is_emptied_leaves_nothing(window, live, press):
    library, number = window.context.library, live.turns[0].question_id
    press("N")
    QTest.keyClicks(live.jot, "by")
    press("Backspace", "Backspace")
    assert notes.of(library, Kind.QUESTIONS, number) == ()


def test_a_new_question_is_in_the_register_with_every_keystroke_and_comes_next_in_turn(window, live, press):
    library, meeting = window.context.library, live._meeting.id
    press("Q")
    for typed in range(1, len(ASKED) + 1):
        QTest.keyClick(live.jot, ASKED[typed - 1])
        (noted,) = noting.of_meeting(library, meeting)
        assert noted.words == tables.question(library, noted.row_id).text == " ".join(ASKED[:typed].split())
    press("Return")
    assert QApplication.focusWidget() is live and live.jot.text() == ""
    press("Right", "3")
    question = tables.question(library, noted.row_id)
    assert live._text.text() == ASKED and question.status is QuestionStatus.PROMISED
    assert question.review is Review.ADDED and question.sources == ()
    press("Ctrl+Z", "Ctrl+Z")
    assert noting.of_meeting(library, meeting) == () and ASKED not in [turn.text for turn in live.turns]
    press("Ctrl+Shift+Z")
    assert tables.question(library, noted.row_id).text == ASKED


def test_a_new_action_is_in_the_register(window, live, press):
    library, meeting = window.context.library, live._meeting.id
    press("A")
    QTest.keyClicks(live.jot, "Send the rota")
    (noted,) = noting.of_meeting(library, meeting)
    assert noted.kind == "action" and tables.action(library, noted.row_id).text == "Send the rota"
    press("Return")
    assert noted.row_id in tables.rows(library, Kind.ACTIONS).ids(View(meeting=meeting))


def test_a_planned_question_is_marked_and_becomes_an_entry(window, live, press):
    library, meeting = window.context.library, live._meeting.id
    plans.keep(library, Kind.MEETINGS, meeting, [PlannedQuestion("Who pays for the van?", asker="Cllr Ames")])
    window.go(Place("live", id=meeting))
    assert live.turns[0].question is None and live._text.text() == "Who pays for the van?"
    press("4")
    question = live.turns[0].question
    assert question.text == "Who pays for the van?" and question.status is QuestionStatus.NOT_ANSWERED
    assert noting.of(library, Kind.QUESTIONS, question.id)[0].time == "10:41"
    press("Ctrl+Z")
    assert live.turns[0].question is None and live._text.text() == "Who pays for the van?"
    press("2")
    assert live.turns[0].question.status is QuestionStatus.PARTLY_ANSWERED


def test_where_nothing_is_outstanding_questions_can_be_noted_all_the_same(window, press):
    library = window.context.library
    window.context.now = lambda: "10:41"
    meeting, _change = library.write("Meeting", lambda db: meeting_rows.add(db, committee="Audit", date="2026-04-08"))
    window.go(Place("live", id=meeting))
    live = window.pane("live")
    assert live.turns == [] and not live.keys["1"].isVisible() and live.keys["Q"].isVisible()
    press("Q")
    QTest.keyClicks(live.jot, ASKED)
    press("Return")
    assert live._text.text() == ASKED and live.keys["1"].isVisible()


# --- the minutes come

MINUTES = """WEXCOMBE COUNTY COUNCIL

AUDIT COMMITTEE

MINUTES of the meeting held on Wednesday 8 April 2026 at 7.00 pm in the Town Hall

Present: Councillors A Bell (Chair), B Cole and D Marsh

1. RESERVES

Councillor Cole asked who holds the figures of the reserves. The Director replied that he would write to members.
"""


@pytest.fixture
def minuted(window, press, tmp_path):
    """A question noted live; then the minutes that hold it come in. The window with the noting."""
    library = window.context.library
    details = {"body": "Wexcombe County Council", "committee": "Audit Committee", "date": "2026-04-08"}
    meeting, _change = library.write("Meeting", lambda db: meeting_rows.add(db, **details))
    jotting = Jotting(Jot.QUESTION, meeting, "10:41")
    noting.keep(library, jotting, "Who holds the figures of the reserves?", "2026-04-08")
    paper = tmp_path / "audit.txt"
    paper.write_text(MINUTES, encoding="utf-8")
    importing.import_paths(library, [paper])
    (pair,) = noting.offered(library)
    return window, pair


def push(widget, words):
    QApplication.processEvents()
    (made,) = [b for b in widget.findChildren(QPushButton) if b.text() == words and b.isVisibleTo(widget)]
    made.click()
    QApplication.processEvents()


def test_the_desk_and_the_meeting_say_what_seems_to_be_in_the_minutes(minuted):
    window, pair = minuted
    window.go(Place("desk"))
    assert any("noted live" in row.accessibleName() for row in window.pane("desk").findChildren(NewsRow))
    window.go(Place("meeting", id=pair.noting.meeting_id))
    pane = window.pane("meeting")
    assert pane.noted.isVisible()
    pane.noted.click()
    (dialog,) = window.findChildren(NotedDialog)
    push(dialog, "It is the same")
    library = window.context.library
    assert noting.offered(library) == () and not pane.noted.isVisible()
    assert [one.words for one in noting.of(library, Kind.QUESTIONS, pair.noting.seems)] == [pair.noting.words]
    library.undo()
    assert noting.offered(library) == (pair,)


def test_the_inspector_offers_to_keep_both(minuted):
    window, pair = minuted
    window.go(Place("meeting", id=pair.noting.meeting_id))
    window.pane("meeting").tell(Kind.QUESTIONS, pair.noting.seems)
    push(window.inspector, "Keep both")
    library = window.context.library
    assert noting.offered(library) == () and tables.question(library, pair.noting.row_id).outstanding


def test_a_noted_question_tells_where_it_comes_from_and_opens_its_meeting(window, live, press):
    library, meeting = window.context.library, live._meeting.id
    press("Q")
    QTest.keyClicks(live.jot, ASKED)
    (noted,) = noting.of_meeting(library, meeting)
    told = story(library, Kind.QUESTIONS, noted.row_id)
    day = words.day(noted.day)
    assert told.facts[0] == ("Where it comes from", f"Live meeting of {day}, noted by you at 10:41: “{ASKED}”")
    assert told.why == "" and told.passages == ()
    window.go(Place("questions"))
    window.pane("questions").open_finding(Kind.QUESTIONS, noted.row_id)
    assert window.pane("meeting").isVisible()


def test_in_little_height_the_question_is_scrolled_and_every_key_is_in_sight(window, live, press, qtbot):
    window.resize(1280, 520)
    live._text.setText(" ".join([live.turns[0].text] * 12))
    bar = live._reads.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for key in (*live.keys.values(), live.jot, live._next):
        assert key.visibleRegion().boundingRect().size() == key.size(), key.accessibleName()
    press("PgDown")
    assert bar.value() > 0
    press("PgUp")
    assert bar.value() == 0
