"""What goes wrong on the command line is one plain sentence with a remedy, and never a traceback."""

import json
import os
import signal
import subprocess
import sys
import zipfile

import pytest

WRONG = {
    "no such command": ["tidy"],
    "no such list": ["list", "councils"],
    "no such status": ["list", "questions", "--status", "lost"],
    "a filter that list has not": ["list", "issues", "--overdue"],
    "no day": ["list", "questions", "--since", "someday"],
    "a briefing about nobody": ["brief", "witness", "--output", "x.docx"],
    "a briefing without a file": ["brief", "outstanding"],
    "no such circulation": ["brief", "outstanding", "--output", "x.docx", "--circulation", "friends"],
    "nothing to import": ["import"],
    "no such option": ["check", "--twice"],
    "no number": ["search", "word", "--limit", "none"],
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_usage_is_status_2_and_one_sentence(program, case):
    done = program.run(*WRONG[case], status=2, library=False)
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


def test_bad_files_are_rows_and_the_good_one_is_in(program, tmp_path):
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "empty.txt").write_bytes(b"")
    (bad / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")
    (bad / "broken.docx").write_bytes(b"PK\x03\x04 and no more")
    (bad / "noise.pdf").write_bytes(os.urandom(20_000))
    (bad / "programme.exe").write_bytes(b"MZ" + bytes(4000))
    (bad / "picture.docx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1000))
    with zipfile.ZipFile(bad / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("word/document.xml", b"<" + b"a" * 700_000_000)
    (bad / "zz good.txt").write_text("A letter about the quay and what is to become of it.", encoding="utf-8")
    done = program.run("import", bad, "--json", status=1)
    rows = {json.loads(line)["file"].rsplit("/", 1)[-1]: json.loads(line) for line in done.stdout.splitlines()}
    assert rows.pop("zz good.txt")["outcome"] == "imported"
    assert len(rows) == 7
    for name, row in rows.items():
        assert row["outcome"] == "failed", name
        assert name in row["reason"], row
        assert row["reason"].rstrip().endswith("."), row
        assert row["document_id"] is None
    assert [d["file_name"] for d in program.export()["documents"]] == ["zz good.txt"]
    assert "well" in program.run("check", "--full").stdout


def test_a_file_that_is_no_library_is_left_alone(program, tmp_path):
    program.library = tmp_path / "letter.txt"
    program.library.write_text("Dear Sir", encoding="utf-8")
    done = program.run("list", "questions", status=1)
    assert "letter.txt" in done.stderr
    assert program.library.read_text(encoding="utf-8") == "Dear Sir"


def test_names_that_nobody_bears_and_names_that_several_bear(program, tmp_path):
    program.run("demo", "--no-window")
    assert "Nobody" in program.run("list", "questions", "--witness", "Zebedee Quill", status=1).stderr
    done = program.run("brief", "meeting", "--meeting", "Committee", "--output", tmp_path / "x.docx", status=1)
    assert "any of" in done.stderr
    assert not (tmp_path / "x.docx").exists()


def test_places_that_cannot_be_written(program, tmp_path):
    program.run("demo", "--no-window")
    gone = tmp_path / "no such folder"
    assert "no such folder" in program.run("export", gone / "out.json", status=1).stderr
    assert program.run("brief", "outstanding", "--output", gone / "x.docx", status=1).stderr
    assert "nowhere.scrutiny" in program.run("restore", tmp_path / "nowhere.scrutiny", status=1).stderr
    assert len(program.export()["documents"]) > 0


def test_the_library_may_be_named_by_the_environment(program, tmp_path):
    place = tmp_path / "named" / "mine.scrutiny"
    program.environment["SCRUTINY_DESK_LIBRARY"] = str(place)
    program.run("list", "questions", library=False)
    assert place.exists()


def test_stopping_an_import_keeps_what_was_finished(program, tmp_path):
    if os.name != "posix":
        pytest.skip("Ctrl-C reaches a program in another way there")
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in range(40):
        words = f"A letter about quay number {number} and what is to become of it in the spring of the year. " * 40
        (papers / f"{number:02}.txt").write_text(words, encoding="utf-8")
    command = [sys.executable, "-m", "scrutiny_desk", "import", str(papers), "--library", str(program.library)]
    running = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=program.environment,
        start_new_session=True,
        # A run of the tests in the background hands on that the interrupt is to be ignored; a person's does not.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    first = running.stderr.readline()
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert "1 of 40" in first
    assert "Traceback" not in err
    assert "Stopped" in err
    assert running.returncode == 1
    assert "well" in program.run("check", "--full").stdout
    told = len(out.splitlines())
    assert told <= len(program.export()["documents"]) <= told + 1 < 40
