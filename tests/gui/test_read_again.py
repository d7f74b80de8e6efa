"""Reading a paper again in the window: what would differ is shown, and done only when asked for."""

from PySide6.QtWidgets import QLabel, QPushButton

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.dialogs.again import AgainDialog
from scrutiny_desk.desk.dialogs.beside import BesideDialog
from scrutiny_desk.desk.panes.document_menu import DocumentMenu
from scrutiny_desk.desk.widgets.bars import NewsRow
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.services import again, exporting, history, proposals, reviewing


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


def settled_otherwise(window):
    """A question that a person confirmed and that its paper, read again, says otherwise of; its paper and status."""
    library = window.context.library
    data = exporting.as_data(library)
    theirs = {tag["question_id"] for tag in data["tags"]}
    rows = [r for r in data["questions"] if len(r["sources"]) == 1 and r["id"] not in theirs]
    row = next(r for r in rows if again.compare(library, r["sources"][0]["document_id"]) == ())
    other = QuestionStatus.PROMISED if row["status"] != "promised" else QuestionStatus.ANSWERED
    reviewing.correct_question(library, row["id"], status=other)
    window.context.go(Place("reader", id=row["sources"][0]["document_id"]))
    return row["id"], row["status"], other


def button(widget, words):
    return next(b for b in widget.findChildren(QPushButton) if b.text() == words and b.isVisibleTo(widget))


def test_what_is_read_otherwise_is_taken_or_left_by_a_button(window, qtbot):
    library = window.context.library
    number, status, other = settled_otherwise(window)
    opened(window).apply()
    (dialog,) = window.findChildren(BesideDialog)
    (one,) = dialog.waiting
    assert (one.row_id, one.differs) == (number, (("status", str(other), status),))
    button(dialog, "Take the other reading").click()
    assert exporting.rows(library, Kind.QUESTIONS, [number])[0]["status"] == status and not dialog.isVisible()
    window.perform("undo")
    assert exporting.rows(library, Kind.QUESTIONS, [number])[0]["status"] == other
    window.context.go(Place("desk"))
    assert [row for row in window.findChildren(NewsRow) if row.accessibleName().startswith("1 read otherwise")]
    window.context.go(Place("reader", id=one.document_id))
    qtbot.waitUntil(lambda: any(b.text() == "Look at it…" for b in window.findChildren(QPushButton)))
    [b for b in window.findChildren(QPushButton) if b.text() == "Look at it…"][-1].click()
    dialog = window.findChildren(BesideDialog)[-1]
    button(dialog, "Keep mine").click()
    assert proposals.beside(library) == ()
    assert exporting.rows(library, Kind.QUESTIONS, [number])[0]["status"] == other
