"""A locked library on the disk: no word of it stands in any file the program leaves, whatever happens to it."""

import os
import random
import signal
import subprocess
import sys
from email.message import EmailMessage

import pytest

PASSPHRASE = "grey herons at low tide"
WORDS = [
    word.encode(coding) for word in ("Quillfeather", "Thornmallow", "Brackenridge") for coding in ("utf-8", "utf-16-le")
]


@pytest.fixture
def kept_apart(program, tmp_path):
    """The program with everything it writes in one folder: the library, temporary files, settings and reports."""
    left = tmp_path / "left"
    (left / "tmp").mkdir(parents=True)
    (tmp_path / "words.txt").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    program.library = left / "library.scrutiny"
    program.environment["TMPDIR"] = str(left / "tmp")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        program.environment[name] = str(left / name.lower())
    program.run("lock", "--new-passphrase-file", tmp_path / "words.txt")
    program.environment["SCRUTINY_DESK_PASSPHRASE"] = PASSPHRASE
    return left


@pytest.fixture
def papers(tmp_path):
    """Minutes, and a message with a paper attached, which is laid out in a folder while it is read."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(6):
        minutes = [
            "Wexcombe County Council", "Overview and Scrutiny Committee", f"Minutes, {number + 1} June 2031",
            "1. Brackenridge House",
            f"Councillor Quillfeather asked how many rooms wing {number} had. Ms Thornmallow said she would write.",
            *[f"Ms Thornmallow spoke of the roof of Brackenridge House, part {part}." for part in range(200)],
        ]  # fmt: skip
        (folder / f"minutes {number}.txt").write_text("\n\n".join(minutes), encoding="utf-8")
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = "a@wexcombe.invalid", "b@wexcombe.invalid", "Brackenridge"
        message.set_content(f"Ms Thornmallow writes, for the {number}th time, of Councillor Quillfeather's question.")
        message.add_attachment("\n\n".join(minutes[3:] * 2 + [str(number)]), filename=f"Thornmallow {number}.txt")
        (folder / f"letter {number}.eml").write_bytes(message.as_bytes())
    return folder


def told_in(folder):
    """The files under a folder in which a known word stands, in their bytes or their name."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    return [file for file in files for word in WORDS if word in file.read_bytes() or word in str(file).encode()]


def test_no_word_is_left_on_the_disk_by_import_edit_crash_and_backup(program, kept_apart, papers):
    program.run("import", papers / "minutes 0.txt", papers / "letter 0.eml")
    assert len(program.rows("list", "documents")) == 3
    assert told_in(kept_apart) == []
    chance = random.Random(20310601)
    for _ in range(6):
        command = [sys.executable, "-m", "scrutiny_desk", "import", str(papers), "--library", str(program.library)]
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=program.environment,
            start_new_session=True,
        )
        for _ in range(chance.randrange(13)):
            process.stdout.readline()
        os.killpg(process.pid, signal.SIGKILL)
        process.stdout.close()
        process.wait()
        left = [file for file in told_in(kept_apart) if not file.is_relative_to(kept_apart / "tmp")]
        assert left == [], "in the library, what stands beside it, or a report"
        program.run("check")
        assert told_in(kept_apart) == [], "what the killed program had laid out is gone at the next start"
    program.run("import", papers)
    program.run("backup")
    program.run("recognise-again", "--apply")
    assert told_in(kept_apart) == []
    assert len(program.rows("list", "documents")) == 18
    assert program.run("check", "--full").stdout == "The library is well.\n"
    (copy,) = program.library.parent.glob("*.backup-*")
    program.run("restore", copy)
    assert len(program.rows("list", "documents")) == 18
    assert told_in(kept_apart) == []
