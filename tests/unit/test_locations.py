"""Resources are found wherever the program runs, and the library where the person says."""

import sys
from pathlib import Path

import pytest

from scrutiny_desk import locations


def test_resources_of_a_source_tree(root):
    assert locations.resources() == root / "resources"
    assert (locations.resources() / "sample").is_dir()


def test_resources_of_a_frozen_program_come_first(tmp_path, monkeypatch):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert locations.resources() == tmp_path / "resources"


def test_resources_of_an_installed_wheel(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "scrutiny_desk"
    (package / "resources").mkdir(parents=True)
    monkeypatch.setattr(locations, "__file__", str(package / "locations.py"))
    assert locations.resources() == package / "resources"


def test_a_program_without_its_resources_says_where_it_looked(tmp_path, monkeypatch):
    monkeypatch.setattr(locations, "__file__", str(tmp_path / "a" / "locations.py"))
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    with pytest.raises(FileNotFoundError, match="resources"):
        locations.resources()


def test_the_library_is_the_environments_or_in_the_data_folder(monkeypatch):
    monkeypatch.setenv("SCRUTINY_DESK_LIBRARY", "~/papers/mine.scrutiny")
    assert locations.default_library() == Path("~/papers/mine.scrutiny").expanduser()
    monkeypatch.delenv("SCRUTINY_DESK_LIBRARY")
    assert locations.default_library().parent == locations.data_folder()
    assert locations.data_folder().is_dir()
