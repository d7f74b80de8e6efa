"""The workbench is the open library with its settings; what cannot be opened is told plainly."""

import pytest

from scrutiny_desk.bootstrap import open_workbench
from scrutiny_desk.domain.troubles import LibraryTrouble


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
