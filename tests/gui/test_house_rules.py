"""A correction made into a rule by keyboard: offered, shown, kept, listed, switched, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.dialogs.capacity import CapacityDialog
from scrutiny_desk.desk.dialogs.house_rule import RuleDialog
from scrutiny_desk.desk.panes.person_menu import PersonMenu
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.services import exporting, house_rules, importing, people, reviewing, rule_learning
from scrutiny_desk.store import create_library

HEAD = """FERNHOLLOW TOWN COUNCIL

Minutes of the Amenities Committee held on Tuesday {day} 2025 at 7.00 pm

Present: Cllr A Marl (Chair), Cllr P Vane, Cllr H Nettle

In attendance: Dana Pell (Town Clerk), Nadia Marsh (Head of Place)

5. Play areas

"""
FIRST = """Cllr Vane floated whether the swings would be back by May.

Cllr Nettle asked when the bark would come.

Desk note: It came on Friday.

Cllr Marl asked what the rent was. The Clerk said that it was £40.
"""
SECOND = """Cllr Nettle floated whether the lamp was paid for.

Cllr Vane asked who owned the shed.

Desk note: The club does.
"""


@pytest.fixture
def window(window_on, tmp_path):
    """A window on two papers of one council."""
    file = tmp_path / "Fernhollow.scrutiny"
    for name, day, text in (("first.txt", "4 March", FIRST), ("second.txt", "6 May", SECOND)):
        (tmp_path / name).write_text(HEAD.format(day=day) + text, encoding="utf-8")
    with create_library(file) as library:
        importing.import_paths(library, [tmp_path / "first.txt", tmp_path / "second.txt"])
    return window_on(file)


def questions(window):
    return {q["text"]: q for q in exporting.as_data(window.context.library)["questions"]}


def bark(window):
    return questions(window)["Cllr Nettle asked when the bark would come."]["id"]


def shown(dialog):
    return [part.text() for part in dialog.findChildren(QLabel) if part.isVisible()]


def correct_by_keyboard(window, press):
    """Correct the status of the question about the bark, in the review."""
    window.context.go(Place("review", id=1, finding=(Kind.QUESTIONS, bark(window))))
    press("E")
    for _field in range(6):
        if QApplication.focusWidget().accessibleName() == "Status in this paper":
            break
        press("Tab")
    box = QApplication.focusWidget()
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert box.currentData() == QuestionStatus.ANSWERED
    window.pane("review").content.page.setFocus()
    press("C")


def test_a_correction_becomes_a_rule_by_keyboard(window, press, qtbot):
    review = window.pane("review")
    correct_by_keyboard(window, press)
    assert review.lesson.isVisible()
    assert review.lesson.make.accessibleName() == "Make this a rule for Fernhollow Town Council?"
    press("R")
    [dialog] = window.findChildren(RuleDialog)
    assert dialog.told.text().endswith("“Desk note:” answers the question before it.")
    assert any("who owned the shed" in text and "second.txt" in text for text in shown(dialog))
    assert questions(window)["Cllr Vane asked who owned the shed."]["status"] == "not_answered", "nothing yet"
    dialog.keep.setFocus()
    QTest.keyClick(dialog.keep, Qt.Key.Key_Space)
    assert questions(window)["Cllr Vane asked who owned the shed."]["status"] == "answered"
    assert not review.lesson.isVisible() and window.actions_["undo"].isEnabled()
    window.context.go(Place("rules"))
    pane = window.pane("rules")
    [switch] = pane.boxes.values()
    assert window.focusWidget() is switch and switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert questions(window)["Cllr Vane asked who owned the shed."]["status"] == "not_answered"
    assert not house_rules.rules(window.context.library)[0].active
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press("Ctrl+Z", "Ctrl+Z")
    assert house_rules.rules(window.context.library) == ()
    assert questions(window)["Cllr Vane asked who owned the shed."]["status"] == "not_answered"
    assert questions(window)["Cllr Nettle asked when the bark would come."]["status"] == "answered", "the person's word"


def test_a_question_that_was_missed_is_marked_and_becomes_a_rule(window, press):
    window.context.go(Place("reader", id=1))
    reader = window.pane("reader")
    page = reader.content.page
    found = page.document().find("Cllr Vane floated")
    found.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(found)
    next(action for action in reader.add.menu().actions() if action.text() == "Question").trigger()
    assert reader.lesson.isVisible()
    page.setFocus()
    press("R")
    [dialog] = window.findChildren(RuleDialog)
    assert "“Councillor NAME floated” is a question" in dialog.told.text()
    dialog.committee.setChecked(True)
    assert dialog.told.text().startswith("In papers of Amenities Committee of the Fernhollow Town Council")
    dialog.apply()
    assert "Cllr Nettle floated whether the lamp was paid for." in questions(window)


@pytest.mark.parametrize("name", ["Undertaking", "Decision", "Action"])
def test_what_else_was_missed_is_marked_and_offers_a_rule(window, press, name):
    window.context.go(Place("reader", id=1))
    reader = window.pane("reader")
    found = reader.content.page.document().find("Cllr Vane floated")
    found.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    reader.content.page.setTextCursor(found)
    next(action for action in reader.add.menu().actions() if action.text() == name).trigger()
    assert reader.lesson.isVisible() and f" {name.casefold()} that was missed" in reader.lesson.accessibleName()
    reader.content.page.setFocus()
    press("R")
    [dialog] = window.findChildren(RuleDialog)
    assert f"“Councillor NAME floated” is a{'n' if name != 'Decision' else ''} {name.casefold()}." in dialog.told.text()
    dialog.apply()
    assert len(house_rules.rules(window.context.library)) == 1


def test_what_can_be_no_rule_says_why_and_what_is_left_is_gone(window, press):
    library = window.context.library
    rent = questions(window)["Cllr Marl asked what the rent was."]["id"]
    window.context.go(Place("review", id=1, finding=(Kind.QUESTIONS, rent)))
    press("X")
    review = window.pane("review")
    assert review.lesson.isVisible()
    press("R")
    [dialog] = window.findChildren(RuleDialog)
    if dialog.proposal.trial is None:
        assert dialog.told.text() == "No rule can be made of this" and not dialog.keep.isEnabled()
    dialog.reject()
    review.lesson.close_button.click()
    assert not review.lesson.isVisible() and "rule" not in review.able()
    assert house_rules.rules(library) == ()


def test_a_confirmation_offers_no_rule(window, press):
    window.context.go(Place("review", id=1, finding=(Kind.QUESTIONS, bark(window))))
    press("C")
    assert not window.pane("review").lesson.isVisible()


def test_a_rule_that_contradicts_a_settled_finding_warns(window):
    library = window.context.library
    others = [number for words, q in questions(window).items() for number in [q["id"]] if "shed" in words]
    reviewing.correct_question(library, bark(window), status=QuestionStatus.ANSWERED)
    for number in others:
        reviewing.confirm(library, Kind.QUESTIONS, [number])
    dialog = RuleDialog(window, window.context, (Kind.QUESTIONS, bark(window)))
    assert dialog.proposal.trial is None and rule_learning.CONTRADICTS in dialog.standing.text()
    dialog.reject()


def test_the_list_of_rules_tells_how_often_the_program_was_right(window):
    window.context.go(Place("rules"))
    pane = window.pane("rules")
    assert pane.none.isVisible()
    reviewing.correct_question(window.context.library, bark(window), status=QuestionStatus.ANSWERED)
    window.context.go(Place("desk"))
    window.context.go(Place("rules"))
    texts = [part.text() for part in pane.findChildren(QLabel)]
    assert "Questions: 0 of 1 you looked at were right as found." in texts


def test_rules_are_handed_on_and_taken_in(window, tmp_path):
    library = window.context.library
    reviewing.correct_question(library, bark(window), status=QuestionStatus.ANSWERED)
    rule_learning.keep(library, rule_learning.propose(library, Kind.QUESTIONS, bark(window)))
    window.context.go(Place("rules"))
    pane = window.pane("rules")
    pane.write_to(str(tmp_path / "ours.toml"))
    assert "1 rule written." in shown(pane)
    pane._remove(1)
    assert house_rules.rules(library) == ()
    pane.take_in(str(tmp_path / "ours.toml"))
    assert len(house_rules.rules(library)) == 1 and len(pane.boxes) == 1


def test_as_what_somebody_was_there_is_made_a_rule_with_one_click(window, press):
    library = window.context.library
    named = {p["name"]: p["id"] for p in exporting.as_data(library)["people"]}
    pell, marsh = named["Dana Pell"], named["Nadia Marsh"]
    window.context.go(Place("witness", id=pell))
    pane = window.pane("witness")
    assert not pane.lesson.isVisible() and "rule" not in pane.able()
    (menu,) = [m for m in window.findChildren(PersonMenu) if m.parentWidget().isVisible()]
    next(action for action in menu.actions() if action.text() == "Was at a meeting as…").trigger()
    (dialog,) = window.findChildren(CapacityDialog)
    dialog.as_what.setCurrentIndex(dialog.as_what.findData(Capacity.WITNESS))
    dialog.keep()
    assert pane.lesson.isVisible() and "Dana Pell" in pane.lesson.accessibleName()
    assert "Fernhollow Town Council" in pane.lesson.make.accessibleName()
    press("R")
    [rule] = window.findChildren(RuleDialog)
    assert rule.keep.isEnabled(), rule.standing.text()
    rule.keep.click()
    assert not pane.lesson.isVisible()
    (kept,) = house_rules.rules(library)
    assert kept.rule.capacity is Capacity.WITNESS and kept.rule.body == "Fernhollow Town Council"
    assert Capacity.WITNESS in {a.capacity for a in people.page(library, marsh).appearances}
    window.perform("undo")
    window.perform("undo")
    assert {a.capacity for a in people.page(library, pell).appearances} == {Capacity.OFFICER}
    window.context.go(Place("witness", id=marsh))
    assert not pane.lesson.isVisible()
