"""Views kept by name, one's own questions, and saying who somebody is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.dialogs.capacity import CapacityDialog
from scrutiny_desk.desk.panes.person_menu import PersonMenu
from scrutiny_desk.desk.widgets.choices import SECOND
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import figures, history, people, tables


def test_a_view_is_kept_and_shown_again(window, press):
    press("Ctrl+4")
    questions = window.pane("questions")
    questions.table.filter("transport")
    questions.table.model.sort(0, Qt.SortOrder.DescendingOrder)
    shown = [questions.table.model.id_at(n) for n in range(questions.table.model.rowCount())]
    questions.views.keep("Transport")
    questions.table.filter("")
    assert questions.table.model.rowCount() > len(shown) > 0
    questions.views.menu.actions()[0].trigger()
    assert [questions.table.model.id_at(n) for n in range(questions.table.model.rowCount())] == shown
    assert questions.filter.field.text() == "transport"


def test_ones_own_questions(window, press):
    library = window.context.library
    rows = tables.rows(library, Kind.QUESTIONS)
    asker = next(
        question.asked_by
        for question in tables.questions(library, rows.ids(View()))
        if question.asked_by and question.asked_by.person_id and question.asked_by.name
    )
    window.context.settings.set("own_name", people.get(library, asker.person_id).name)
    press("Ctrl+4")
    questions = window.pane("questions")
    questions.shown.setCurrentIndex(questions.shown.findText("Asked by me"))
    model = questions.table.model
    assert [model.id_at(n) for n in range(model.rowCount())] == rows.ids(View(asker=asker.person_id))


def test_two_names_are_made_one_person_and_undo_parts_them(window, press):
    library = window.context.library
    one, other = (owing.person_id for owing in figures.owing(library)[:2])
    window.go(Place("witness", id=one))
    before = set(people.page(library, one).asked)
    both = before | set(people.page(library, other).asked)
    window.pane("witness").more.menu()._choose(people.get(library, one), [(other, "Somebody", None)])
    (dialog,) = window.findChildren(QInputDialog)
    dialog.setTextValue("Somebody")
    dialog.accept()
    assert set(people.page(library, one).asked) == both
    assert window.pane("witness").tabs.tabs[1].widget.model.rowCount() == len(both)
    window.context.jobs.write(window, lambda: history.undo(library))
    assert set(people.page(library, one).asked) == before


def test_a_new_name_is_shown_at_once(window):
    library = window.context.library
    one = figures.owing(library)[0].person_id
    window.go(Place("witness", id=one))
    window.pane("witness").more.menu()._rename()
    (dialog,) = window.findChildren(QInputDialog)
    dialog.setTextValue("Ottoline Farthingale")
    dialog.accept()
    assert window.pane("witness")._title.text() == "Ottoline Farthingale"


def test_a_page_come_to_while_shift_is_held_has_its_first_row_lit(window):
    person = figures.owing(window.context.library)[0].person_id
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
    try:
        window.go(Place("witness", id=person))
        lit = window.pane("witness").chosen()[1]
    finally:
        QTest.keyRelease(window.windowHandle(), Qt.Key.Key_Shift)
    assert lit


def test_who_was_misread_is_put_right_at_one_meeting_and_undone(window):
    library = window.context.library
    ids = tables.rows(library, Kind.PEOPLE).ids(View())
    number = next(
        n for n in ids if any(a.capacity is Capacity.WITNESS for a in people.page(library, n).appearances[:1])
    )
    window.go(Place("witness", id=number))
    (menu,) = [m for m in window.findChildren(PersonMenu) if m.parentWidget().isVisible()]
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Was at a meeting as…").trigger()
    (dialog,) = window.findChildren(CapacityDialog)
    page = people.page(library, number)
    assert dialog.at.count() == len(page.appearances)
    assert dialog.as_what.currentData() == page.appearances[0].capacity
    dialog.as_what.setCurrentIndex(dialog.as_what.findData(Capacity.OFFICER))
    dialog.keep()
    assert people.page(library, number).appearances[0].capacity is Capacity.OFFICER
    assert "Officer" in window.pane("witness").appearances.item(0).data(SECOND)
    window.perform("undo")
    assert people.page(library, number).appearances == page.appearances
