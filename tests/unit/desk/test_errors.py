"""A fault of ours: a report without a word of any document, and the program goes on."""

import pytest
from PySide6.QtCore import QThread

from scrutiny_desk.desk.errors import KEPT_REPORTS, FaultCatcher, save_report

SECRET = "what the Director said in private"


def fault():
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        return error


def test_a_report_names_the_place_and_no_words_of_a_document(tmp_path):
    text = save_report(fault(), lambda: tmp_path).read_text(encoding="utf-8")
    assert "ValueError" in text and "test_errors.py" in text
    assert SECRET not in text


def test_only_the_latest_reports_are_kept(tmp_path):
    for number in range(KEPT_REPORTS + 5):
        (tmp_path / f"Fault 2000-01-{number:02} 00.00.00.txt").write_text("old", encoding="utf-8")
    save_report(fault(), lambda: tmp_path)
    assert len(list(tmp_path.iterdir())) == KEPT_REPORTS


def test_a_folder_that_cannot_be_written_is_no_second_fault(tmp_path):
    assert save_report(fault(), lambda: tmp_path / "missing") is None


@pytest.mark.qt_no_exception_capture
def test_a_fault_on_any_thread_is_told_once_on_the_main_one(qtbot, tmp_path):
    catcher = FaultCatcher(folder=lambda: tmp_path)
    told = []
    catcher.reported.connect(lambda path: told.append((path, QThread.currentThread())))
    main = QThread.currentThread()
    catcher._caught.emit(fault())
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(next(tmp_path.iterdir()), main)]


def test_python_has_its_own_hook_back_in_the_end():
    import sys

    before = sys.excepthook
    catcher = FaultCatcher()
    catcher.install()
    assert sys.excepthook != before
    catcher.remove()
    assert sys.excepthook == before
