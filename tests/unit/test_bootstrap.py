"""The workbench is the open library with its settings; what cannot be opened is told plainly."""

import pytest

from scrutiny_desk.bootstrap import open_workbench
from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.services import safekeeping, tagging


def test_a_library_is_made_on_first_use_and_opened_again(tmp_path):
    path = tmp_path / "deep" / "folder" / "mine.scrutiny"
    bench = open_workbench(path)
    assert bench.path == path
    assert bench.settings["theme"] == "system"
    bench.close()
    bench.close()
    open_workbench(path, read_only=True).close()


def test_reading_only_makes_nothing(tmp_path):
    with pytest.raises(LibraryTrouble, match="no library"):
        open_workbench(tmp_path / "mine.scrutiny", read_only=True)
    assert not (tmp_path / "mine.scrutiny").exists()


def test_a_second_window_is_for_reading_only_and_says_so(tmp_path):
    path = tmp_path / "mine.scrutiny"
    first = open_workbench(path, as_window=True)
    second = open_workbench(path, as_window=True)
    try:
        assert not first.library.read_only
        assert second.library.read_only
        assert "another window" in second.library.notices[0]
    finally:
        second.close()
        first.close()


def test_a_window_that_closes_leaves_a_copy_and_a_command_leaves_none(tmp_path):
    path = tmp_path / "mine.scrutiny"
    for as_window, copies in ((False, 0), (True, 1)):
        bench = open_workbench(path, as_window=as_window)
        tagging.add_issue(bench.library, f"Issue {as_window}")
        bench.close()
        assert len(safekeeping.copies(path)) == copies


def test_a_copy_that_cannot_be_made_keeps_no_window_open(tmp_path):
    path = tmp_path / "mine.scrutiny"
    bench = open_workbench(path, as_window=True)
    tagging.add_issue(bench.library, "Buses")
    (tmp_path / "mine backups").write_text("in the way", encoding="utf-8")
    bench.close()
    assert not list(tmp_path.glob("*-wal"))
