"""Personal data in the window: what is held of somebody, saved, made nameless, erased; and what is kept how long."""

import csv
import json

import pytest
from PySide6.QtWidgets import QPushButton

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.dialogs.confirm import ConfirmDialog
from scrutiny_desk.desk.dialogs.held import HeldDialog
from scrutiny_desk.desk.dialogs.meeting_details import MeetingDialog
from scrutiny_desk.desk.dialogs.retention import KeepUntilDialog, RetentionDialog
from scrutiny_desk.desk.library_menu import LibraryMenu
from scrutiny_desk.desk.panes.document_menu import DocumentMenu
from scrutiny_desk.desk.panes.meetings import MeetingsPane
from scrutiny_desk.desk.panes.person_menu import PersonMenu
from scrutiny_desk.desk.widgets.bars import NewsRow
from scrutiny_desk.desk.widgets.choices import SECOND
from scrutiny_desk.services import exporting, personal


def choose(menu, words):
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == words).trigger()


def person(library):
    rows = exporting.as_data(library)["people"]
    return next(row for row in rows if row["post"])


@pytest.fixture
def held(window):
    row = person(window.context.library)
    window.context.go(Place("witness", id=row["id"]))
    (menu,) = [m for m in window.findChildren(PersonMenu) if m.parentWidget().isVisible()]
    choose(menu, "Everything held about them…")
    (dialog,) = window.findChildren(HeldDialog)
    return dialog, row


def test_everything_held_is_listed_and_saved(held, window, tmp_path):
    dialog, row = held
    told = personal.held_rows(window.context.library, row["id"])
    assert dialog.list.count() == len(told) > 3
    assert row["name"] in dialog.list.item(0).text() and dialog.list.item(0).data(SECOND) == "Names and posts"
    dialog.save_to(str(tmp_path / "list.csv"))
    dialog.save_to(str(tmp_path / "list.json"))
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.DictReader(file)) == told
    assert json.loads((tmp_path / "list.json").read_text(encoding="utf-8")) == told
    dialog.save_to(str(tmp_path / "nowhere" / "list.csv"))
    assert "Choose another folder" in dialog._count.text()


def test_somebody_is_made_nameless(held, window):
    dialog, row = held
    dialog.make_nameless("A resident")
    library = window.context.library
    assert exporting.as_data(library)["people"][row["id"] - 1]["name"] == "A resident"
    window.perform("undo")
    assert row["name"] not in json.dumps([p["name"] for p in exporting.as_data(library)["people"]])


def test_somebody_is_erased_only_once_it_is_confirmed(held, window):
    dialog, row = held
    library = window.context.library
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Erase…").click()
    (confirm,) = dialog.findChildren(ConfirmDialog)
    assert any("Nothing you did before can be undone" in w.text() for w in confirm.findChildren(type(dialog._count)))
    confirm.reject()
    assert any(p["id"] == row["id"] for p in exporting.as_data(library)["people"])
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Erase…").click()
    confirm = dialog.findChildren(ConfirmDialog)[-1]
    confirm.do.click()
    assert not any(p["id"] == row["id"] for p in exporting.as_data(library)["people"])
    assert library.undo_label is None


def test_a_document_is_erased_for_good(window):
    window.context.go(Place("reader", id=1))
    (menu,) = [m for m in window.findChildren(DocumentMenu) if m.parentWidget().isVisible()]
    choose(menu, "Erase for good…")
    (confirm,) = window.findChildren(ConfirmDialog)
    confirm.do.click()
    assert all(row["id"] != 1 for row in exporting.as_data(window.context.library)["documents"])


def asked_until(window):
    next(b for b in window.findChildren(QPushButton) if b.text() == "Date and committee…" and b.isVisible()).click()
    (details,) = window.findChildren(MeetingDialog)
    details.until.click()
    (ask,) = window.findChildren(KeepUntilDialog)
    return ask


def test_how_long_a_meeting_is_kept_and_the_review_of_those_past_it(window):
    library = window.context.library
    meeting = next(row for row in exporting.as_data(library)["meetings"] if row["date"])
    window.context.go(Place("meeting", id=meeting["id"]))
    ask = asked_until(window)
    ask.day.setText("2026-01-31")
    ask._done()
    assert personal.kept_until(library, meeting["id"]) == "2026-01-31"
    (menu,) = window.findChildren(LibraryMenu)
    choose(menu, "What was to be kept no longer…")
    (review,) = window.findChildren(RetentionDialog)
    assert [(m.id, until) for m, until in review.waiting] == [(meeting["id"], "2026-01-31")]
    review.keep(meeting["id"], "2027-01-31")
    assert review.waiting == ()
    review.keep(meeting["id"], "2026-01-31")
    review.erase(meeting["id"])
    left = exporting.as_data(library)["documents"]
    assert all(row["meeting_id"] != meeting["id"] for row in left) and library.undo_label is None


def test_a_day_that_is_none_is_told(window):
    library = window.context.library
    window.context.go(Place("meeting", id=1))
    ask = asked_until(window)
    ask.day.setText("soon")
    ask._done()
    assert personal.kept_until(library, 1) is None and window.banner.isVisible()


def test_many_meetings_are_given_their_day_from_the_list_and_reviewed_on_the_desk(window):
    library = window.context.library
    window.context.go(Place("meetings"))
    (pane,) = [p for p in window.findChildren(MeetingsPane) if p.isVisible()]
    pane.table.list.selectAll()
    held = [row for row in exporting.as_data(library)["meetings"] if row["date"]]
    assert pane.table.list.chosen_ids() and pane._keep.isEnabled()
    pane._keep.click()
    (ask,) = window.findChildren(KeepUntilDialog)
    ask.day.setText("0 years")
    ask._done()
    assert [m.id for m, _until in personal.past_keeping(library, "2999-01-01")] == [
        row["id"] for row in sorted(held, key=lambda row: (row["date"], row["id"]))
    ]
    assert f"{len(held)} meetings set" in pane._under.text()
    window.context.go(Place("desk"))
    past = personal.past_keeping(library, window.context.today())
    rows = [row for row in window.findChildren(NewsRow) if row.accessibleName().startswith("until ")]
    assert len(rows) == min(len(past), 6) > 0
    next(b for b in window.findChildren(QPushButton) if b.text() == "Look through them…").click()
    (review,) = window.findChildren(RetentionDialog)
    assert review.waiting == past
    review.accept()
    window.perform("undo")
    assert personal.past_keeping(library, "2999-01-01") == ()
    assert not [b for b in window.findChildren(QPushButton) if b.text() == "Look through them…" and b.isVisible()]
