"""What may be typed, and that nothing heavy is loaded to find out."""

import subprocess
import sys

import pytest

from scrutiny_desk import cli
from scrutiny_desk.cli.parser import LISTS, WrongUsage, make_parser
from scrutiny_desk.domain.briefing import BriefingKind


def parsed(*arguments):
    return make_parser().parse_args(arguments)


def test_the_library_may_be_named_before_or_after_the_command():
    for arguments in (["--library", "a", "check"], ["check", "--library", "a"]):
        assert str(parsed(*arguments).library) == "a"
    assert parsed("check").library is None


@pytest.mark.parametrize("kind", LISTS)
def test_every_list_of_the_contract(kind):
    assert parsed("list", kind, "--format", "csv").kind == kind


@pytest.mark.parametrize("kind", list(BriefingKind))
def test_every_briefing_of_the_contract(kind):
    options = parsed("brief", str(kind), "--output", "a.docx", "--circulation", "public", "--with-notes")
    assert (options.kind, options.circulation, options.with_notes) == (str(kind), "public", True)
    assert parsed("brief", str(kind), "--output", "a.docx").circulation == "members"


def test_wrong_usage_is_one_sentence():
    with pytest.raises(WrongUsage) as said:
        parsed("brief", "witness")
    assert str(said.value).count("\n") == 0
    assert "--output" in str(said.value)


def test_without_a_command_the_window_is_opened(tmp_path, monkeypatch):
    monkeypatch.setenv("SCRUTINY_DESK_LIBRARY", str(tmp_path / "mine.scrutiny"))
    shown = []

    def show(workbench):
        shown.append(workbench.path)
        workbench.close()
        return 7

    assert cli.run([], show) == 7
    assert cli.run(["open", str(tmp_path / "other.scrutiny")], show) == 7
    assert shown == [tmp_path / "mine.scrutiny", tmp_path / "other.scrutiny"]


def test_a_trouble_is_a_sentence_and_status_1(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("Dear Sir", encoding="utf-8")
    assert cli.run(["list", "questions", "--library", str(tmp_path / "letter.txt")], lambda _: 0) == 1
    assert "letter.txt" in capsys.readouterr().err


def test_commands_start_without_the_readers_of_formats_or_word():
    heavy = ("PySide6", "docx", "pypdfium2", "lxml", "selectolax", "tesserocr", "holidays", "rapidfuzz")
    code = f"""
import sys
from scrutiny_desk.cli.parser import make_parser
import scrutiny_desk.cli.lists, scrutiny_desk.cli.searching, scrutiny_desk.cli.exporting
loaded = [name for name in {heavy!r} if name in sys.modules]
sys.exit(str(loaded) if loaded else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
