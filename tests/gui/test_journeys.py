"""What people come for, by keyboard alone, over the real window and the sample library."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scrutiny_desk import locations
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import OUTSTANDING, QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import figures, meaning, people, tables, tagging


def shown(window) -> str:
    """The name of the pane that is shown."""
    return next(name for name, pane in window._panes.items() if pane is window.stack.currentWidget())


def lit_words(page) -> str:
    """The words that are lit in the reader."""
    return " ".join(selection.cursor.selectedText() for selection in page.extraSelections())


def test_import_a_folder_and_review_all_of_it(window_on, tmp_path, press, qtbot):
    window = window_on(tmp_path / "New.scrutiny")
    library = window.context.library
    press("Ctrl+I")
    window.pane("import").start([str(locations.resources() / "sample")])
    files = [path for path in (locations.resources() / "sample").iterdir() if path.is_file()]
    qtbot.waitUntil(lambda: window.pane("import").outcomes.count() == len(files))
    waiting = figures.figures(library, "2026-04-08").to_review
    assert waiting > 0
    press("Return")
    assert shown(window) == "review"
    first = window.pane("review").chosen()
    press("C")
    assert figures.figures(library, "2026-04-08").to_review == waiting - 1
    assert window.pane("review").chosen() != first
    press("X")
    assert figures.figures(library, "2026-04-08").to_review == waiting - 2
    press("Ctrl+Z", "Ctrl+Z")
    assert figures.figures(library, "2026-04-08").to_review == waiting


def test_a_correction_is_kept_and_undone(window, press):
    press("Ctrl+R")
    review = window.pane("review")
    while review.chosen()[0] is not Kind.QUESTIONS:
        press("Down")
    number = review.chosen()[1][0]
    before = tables.question(window.context.library, number)
    press("E")
    field = QApplication.focusWidget()
    field.selectAll() if hasattr(field, "selectAll") else field.lineEdit().selectAll()
    QTest.keyClicks(field, "Wanda Nobody")
    review.do_confirm()
    after = tables.question(window.context.library, number)
    assert (after.asked_by.name, after.review) == ("Wanda Nobody", Review.CORRECTED)
    press("Ctrl+Z")
    assert tables.question(window.context.library, number).asked_by == before.asked_by


def test_find_what_a_witness_owes_and_open_the_passage(window, press):
    library = window.context.library
    press("Ctrl+5")
    assert shown(window) == "witnesses"
    press("Return")
    assert shown(window) == "witness"
    person = window.navigation.here.id
    owed = people.page(library, person).outstanding
    assert owed
    listed = window.pane("witness").tabs.tabs[0].widget.model
    assert [listed.id_at(n) for n in range(listed.rowCount())] == list(owed)
    question = tables.question(library, owed[0])
    assert question.status in OUTSTANDING
    press("Return")
    assert shown(window) == "reader"
    assert question.sources[0].quote[:40] in lit_words(window.pane("reader").content.page)
    press("Esc")
    assert shown(window) == "witness"


def test_mark_as_answered_and_undo(window, press):
    library = window.context.library
    press("Ctrl+5", "Return")
    number = window.pane("witness").chosen()[1][0]
    before = tables.question(library, number).status
    press("A")
    assert tables.question(library, number).status is QuestionStatus.ANSWERED_LATER
    assert window.top.undo.isEnabled()
    press("Ctrl+Z")
    assert tables.question(library, number).status is before
    press("Ctrl+Shift+Z")
    assert tables.question(library, number).status is QuestionStatus.ANSWERED_LATER


def test_tag_a_question_with_a_new_issue_and_brief_on_it(window, press, tmp_path, qtbot):
    library = window.context.library
    press("Ctrl+4", "T")
    dialog = QApplication.activeWindow()
    assert dialog is not window
    QTest.keyClicks(dialog.new, "School transport")
    QTest.keyClick(dialog.new, "\r")
    dialog._keep()
    issue = next(issue for issue in tagging.issues(library) if issue.name == "School transport")
    assert tables.rows(library, Kind.QUESTIONS).ids(View(issue=issue.id)) == window.pane("questions").chosen()[1]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press("Ctrl+7", "End")
    assert shown(window) == "issues"
    press("B")
    assert shown(window) == "briefings"
    briefings = window.pane("briefings")
    briefings._gather()
    assert "School transport" in briefings.page.toPlainText()
    target = tmp_path / "note.docx"
    briefings.write(target)
    assert target.read_bytes()[:2] == b"PK"


def test_search_as_one_types_and_open_a_hit(window, press, qtbot):
    press("Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget(), "transp")
    search = window.pane("search")
    qtbot.waitUntil(lambda: search.passages.count() > 0)
    assert "transport" in search.passages.item(0).data(0x101).lower()
    press("Down", "Return")
    assert shown(window) == "reader"
    assert "ransp" in lit_words(window.pane("reader").content.page)


@pytest.mark.parametrize("typed", ["£310,000", "14 April 2026", "Okafor", "14A", "special educational needs"])
def test_money_dates_names_and_numbers_are_found_as_typed(window, press, qtbot, typed):
    press("Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget(), typed)
    search = window.pane("search")
    qtbot.waitUntil(lambda: search.passages.count() > 0)
    for row in range(search.passages.count()):
        held = search.passages.item(row).data(0x101).replace("<b>", "").replace("</b>", "").casefold()
        assert all(word in held for word in typed.casefold().split()) or "…" in held


@pytest.mark.skipif(not meaning.is_there(), reason='the extra "meaning" is not installed')
def test_questions_alike_in_meaning_are_offered_beside_those_that_hold_the_words(window, press, qtbot):
    press("Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget(), "cancelled swimming classes")
    search = window.pane("search")
    alike = search.tabs.tabs[-1].widget.model
    qtbot.waitUntil(lambda: alike.rowCount() > 0)
    assert "swimming lessons" in alike.row(0)["text"]
    assert search.tabs.tabs[1].widget.model.rowCount() == 0


def test_questions_are_grouped_and_their_groups_folded_by_keyboard(window, press):
    press("Ctrl+4")
    pane = window.pane("questions")
    listed, model = pane.table.list, pane.table.model
    every = [model.id_at(row) for row in range(model.rowCount())]
    pane.groups.setFocus()
    press("Down")
    assert model.view.group == "put_to"
    assert [row for row in range(model.rowCount()) if model.heading(row)] == model.headings()
    assert sorted(model.id_at(row) for row in range(model.rowCount()) if model.id_at(row)) == sorted(every)
    listed.setFocus()
    listed.setCurrentIndex(model.index(0, 0))
    count = model.heading(0).count
    press("Left")
    assert not model.heading(0).shown
    assert model.rowCount() == len(every) + len(model.headings()) - count
    press("Return")
    assert model.heading(0).shown
    press("Down")
    assert pane.chosen()[1] == [model.id_at(1)]


def test_add_a_finding_from_marked_words(window, press):
    library = window.context.library
    press("Ctrl+2", "Return")
    reader = window.pane("reader")
    page = reader.content.page
    cursor = page.textCursor()
    cursor.movePosition(cursor.MoveOperation.Start)
    cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
    words = cursor.selectedText()
    page.setTextCursor(cursor)
    before = set(tables.rows(library, Kind.QUESTIONS).ids(View()))
    reader.add.menu().actions()[0].trigger()
    (added,) = set(tables.rows(library, Kind.QUESTIONS).ids(View())) - before
    question = tables.question(library, added)
    assert question.review is Review.ADDED
    assert question.text in words
    press("Ctrl+Z")
    assert set(tables.rows(library, Kind.QUESTIONS).ids(View())) == before


def test_the_same_with_real_threads(window_on, library_file, qtbot, press):
    window = window_on(library_file, inline=False)
    qtbot.waitUntil(lambda: window.rail.buttons["questions"].accessibleName() != "Questions")
    press("Ctrl+4")
    questions = window.pane("questions")
    qtbot.waitUntil(lambda: questions.table.model.rowCount() > 0 and questions.chosen()[1] != [])
    number = questions.chosen()[1][0]
    press("A")
    library = window.context.library
    qtbot.waitUntil(lambda: tables.question(library, number).status is QuestionStatus.ANSWERED_LATER)
    qtbot.waitUntil(lambda: window.top.undo.isEnabled())
