"""A window keeps copies of its library, tells what is wrong with it, and opens locked ones."""

import pytest
import shiboken6
from PySide6.QtWidgets import QPushButton

from scrutiny_desk.bootstrap import open_workbench
from scrutiny_desk.desk import app
from scrutiny_desk.desk.dialogs.passphrase import LockDialog, UnlockDialog
from scrutiny_desk.desk.jobs import Jobs
from scrutiny_desk.desk.library_menu import LibraryMenu
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.services import locking, reviewing, safekeeping
from scrutiny_desk.settings import Settings

PASSPHRASE = "grey herons at low tide"


@pytest.fixture
def opened(qtbot):
    """Opens windows that are windows: they claim their library and keep copies of it."""
    windows = []

    def window_on(path):
        made = app.open_window(open_workbench(path, as_window=True, settings=Settings(None)), jobs=Jobs(inline=True))
        made.show()
        windows.append(made)
        qtbot.wait(1)
        return made

    yield window_on
    for window in [*windows, *app._opened]:
        if shiboken6.isValid(window):
            window.close()
            window.deleteLater()
    app._opened.clear()


def buttons(window):
    return {button.text(): button for button in window.banner.findChildren(QPushButton)}


def test_a_copy_is_kept_when_the_window_opens_and_none_where_nothing_changed(opened, library_file):
    window = opened(library_file)
    (copy,) = safekeeping.copies(library_file)
    assert safekeeping.check(copy.path, full=True).well
    window.close()
    opened(library_file)
    assert safekeeping.copies(library_file) == [copy]


def test_a_second_window_says_that_it_is_for_reading_and_changes_nothing(opened, library_file):
    opened(library_file)
    second = opened(library_file)
    assert "open in another window" in second.banner.accessibleName()
    second.perform("undo")
    assert "for reading only" in second.banner.accessibleName()
    assert len(safekeeping.copies(library_file)) == 1


def test_a_damaged_library_is_told_of_and_the_last_good_copy_put_back(opened, library_file, qtbot):
    opened(library_file).close()
    data = bytearray(library_file.read_bytes())
    data[-3 * 4096 : -4096] = bytes(2 * 4096)
    library_file.write_bytes(data)
    window = opened(library_file)
    said = window.banner.accessibleName()
    assert "damaged" in said and "kept beside it" in said
    (put_back,) = [button for text, button in buttons(window).items() if text.startswith("Put back the copy of")]
    put_back.click()
    qtbot.waitUntil(lambda: bool(app._opened))
    after = app._opened[0]
    assert after.isVisible() and not after.context.library.read_only
    assert safekeeping.check(library_file, full=True).well
    (aside,) = library_file.parent.glob("*.replaced-*")
    assert aside.read_bytes()[4096:] == bytes(data)[4096:]


def test_a_copy_that_cannot_be_kept_is_told_once(opened, library_file):
    library_file.with_name(f"{library_file.stem} backups").write_text("in the way", encoding="utf-8")
    window = opened(library_file)
    assert "No copy of the library could be kept" in window.banner.accessibleName()
    window.banner.hide()
    (safety,) = window.findChildren(app.Safety)
    safety.keep_copy()
    assert not window.banner.isVisible()


def test_a_locked_library_is_unlocked_by_its_passphrase_and_no_other(qtbot, library_file):
    locking.lock(library_file, PASSPHRASE)
    locking.forget(library_file)
    dialog = UnlockDialog(library_file)
    qtbot.addWidget(dialog)
    dialog.field.setText("grey herons at high tide")
    dialog.unlock()
    assert "does not open" in dialog.said.text() and locking.is_locked(library_file)
    dialog.field.setText(PASSPHRASE)
    dialog.unlock()
    assert dialog.result() == UnlockDialog.DialogCode.Accepted and not locking.is_locked(library_file)


def test_a_library_is_locked_from_its_window(opened, library_file, qtbot, monkeypatch):
    window = opened(library_file)
    reviewing.confirm(window.context.library, Kind.QUESTIONS, [1])
    (menu,) = window.findChildren(LibraryMenu)
    dialog = LockDialog(window, menu.lock)
    dialog.first.setText(PASSPHRASE)
    dialog.second.setText("grey herons")
    dialog.keep()
    assert "differ" in dialog.said.text()
    dialog.second.setText(PASSPHRASE)
    dialog.keep()
    qtbot.waitUntil(lambda: bool(app._opened))
    after = app._opened[0]
    assert after.context.library.undo_label, "what was done before can still be undone"
    after.context.settings.set("lock_after", 5)
    (safety,) = after.findChildren(app.Safety)
    asked = []
    monkeypatch.setattr(app, "ask_passphrase", lambda path: asked.append(path) or False)
    safety.lock()
    qtbot.waitUntil(lambda: asked == [library_file])
    assert locking.is_locked(library_file)


def test_a_copy_of_ones_choice_is_put_back(opened, library_file, qtbot, tmp_path):
    window = opened(library_file)
    copy = safekeeping.backup(library_file, tmp_path / "copy.scrutiny")
    reviewing.confirm(window.context.library, Kind.QUESTIONS, [1])
    (menu,) = window.findChildren(LibraryMenu)
    before = window.context.library.undo_label
    menu.put_back(str(copy))
    qtbot.waitUntil(lambda: bool(app._opened))
    assert app._opened[0].context.library.undo_label != before
