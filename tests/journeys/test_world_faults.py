"""A full disk, a library held by another: a sentence, and nothing is lost."""

import subprocess
import sys

import pytest

from scrutiny_desk import cli
from scrutiny_desk.store import connection

resource = pytest.importorskip("resource", reason="Windows knows no limits on the size of a file")
HOLD = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
db.execute("ROLLBACK")
db.close()
"""


@pytest.fixture
def held(program):
    """The sample library, and all it holds."""
    program.run("demo", "--no-window")
    return program.export()


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "minutes.txt"
    lines = [f"Councillor Vane asked about bridge {number}. The Chairman did not know." for number in range(600)]
    path.write_text("\n\n".join(["Fennimore Council", "Roads Panel", "2 April 2031", *lines]), encoding="utf-8")
    return path


def limited(program, size, *arguments):
    """Run a command that may make no file larger than this, as a full disk would have it."""
    command = [sys.executable, "-m", "scrutiny_desk", *map(str, arguments), "--library", str(program.library)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        env=program.environment,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


@pytest.mark.parametrize("room", [0, 100_000])
def test_a_full_disk_while_importing(program, held, paper, room):
    done = limited(program, program.library.stat().st_size // 2 + room, "import", paper)
    assert done.returncode == 1
    assert "disk" in done.stdout + done.stderr
    assert program.export() == held
    assert program.run("check", "--full").stdout == "The library is well.\n"
    program.run("import", paper)


@pytest.mark.parametrize("command", ["backup", "export"])
def test_a_full_disk_while_writing_a_copy(program, held, tmp_path, command):
    target = tmp_path / "copy"
    target.write_text("what was there before", encoding="utf-8")
    done = limited(program, 20_000, command, target)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert target.read_text(encoding="utf-8") == "what was there before"
    assert not list(tmp_path.glob("*copy*.part")) and not list(tmp_path.glob(".copy*"))
    assert program.export() == held


def test_a_library_held_by_another_process(program, held, paper, monkeypatch, capsys):
    monkeypatch.setattr(connection, "BUSY_MS", 50)
    import_it = ["import", str(paper), "--library", str(program.library)]
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(program.library)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout.readline() == b"held\n"
    assert cli.run(import_it, lambda _bench: 0) == 1
    assert "Another program is writing" in "".join(capsys.readouterr())
    assert cli.run(["list", "documents", "--library", str(program.library)], lambda _bench: 0) == 0, "reading goes on"
    holder.communicate(b"go\n")
    assert program.export() == held
    assert cli.run(import_it, lambda _bench: 0) == 0
