"""Reading a paper again in the window: what would differ is shown, and done only when asked for."""

from PySide6.QtWidgets import QLabel

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.dialogs.again import AgainDialog
from scrutiny_desk.desk.panes.document_menu import DocumentMenu
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.services import again, exporting, history, reviewing


def opened(window):
    (menu,) = [m for m in window.findChildren(DocumentMenu) if m.parentWidget().isVisible()]
    next(action for action in menu.actions() if action.text() == "Read it again…").trigger()
    return window.findChildren(AgainDialog)[-1]


def test_what_is_the_same_what_differs_and_what_was_settled(window):
    library = window.context.library
    data = exporting.as_data(library)
    theirs = {tag["question_id"] for tag in data["tags"]}
    rows = [row for row in data["questions"] if len(row["sources"]) == 1 and row["id"] not in theirs]
    rows = [row for row in rows if row["review"] == "suggested"]
    row = next(row for row in rows if again.compare(library, row["sources"][0]["document_id"]) == ())
    number, status = row["id"], row["status"]
    window.context.go(Place("reader", id=row["sources"][0]["document_id"]))
    dialog = opened(window)
    assert "the same" in dialog.told.text() and not dialog.follow.isEnabled()
    dialog.reject()
    other = "promised" if status != "promised" else "answered"
    sql = "UPDATE question SET status = ? WHERE id = ?"
    library.write("Make it differ", lambda db: db.execute(sql, [other, number]))
    dialog = opened(window)
    assert dialog.told.text() == "1 thing would differ" and dialog.follow.isEnabled()
    assert any("Would be suggested otherwise (1)" in part.text() for part in dialog.findChildren(QLabel))
    dialog.apply()
    assert exporting.rows(library, Kind.QUESTIONS, [number])[0]["status"] == status
    history.undo(library)
    reviewing.confirm(library, Kind.QUESTIONS, [number])
    dialog = opened(window)
    dialog.apply()
    assert exporting.rows(library, Kind.QUESTIONS, [number])[0]["status"] == other, "what was confirmed stays"
