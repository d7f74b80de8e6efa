"""Word files of before 2007 (.doc), through LibreOffice or antiword where the machine has one of them."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading import docx, text
from scrutiny_desk.reading.archive import damaged
from scrutiny_desk.reading.limits import Limits

LONGEST = 90
"""Seconds that the other program may take."""

_LOCKED = "EncryptedPackage".encode("utf-16-le")


def read(name: str, data: bytes, limits: Limits) -> ReadDocument:
    """The paragraphs, with structure where LibreOffice did the work.

    Raises `UnreadableFile` where the file is locked or damaged, or the machine has neither program.
    """
    if _LOCKED in data:
        raise UnreadableFile(
            f"“{name}” is locked with a password.", "Open it, save a copy without the password, and import the copy."
        )
    office, antiword = shutil.which("soffice") or shutil.which("libreoffice"), shutil.which("antiword")
    if not office and not antiword:
        raise UnreadableFile(
            f"“{name}” is an old Word file (.doc), which this machine has no program to read.",
            "Install LibreOffice, or open it in Word and save it as .docx.",
        )
    with tempfile.TemporaryDirectory(prefix=f"scrutiny-desk-{os.getpid()}-") as folder:
        source = Path(folder) / "paper.doc"
        source.write_bytes(data)
        if office and (made := _converted(office, source)):
            return replace(docx.read(name, made, limits), format="doc")
        if antiword and (words := _run([antiword, "-m", "UTF-8.txt", "-w", "0", str(source)], source.parent)):
            return replace(text.read(name, words, limits), format="doc")
    raise damaged(name)


def _converted(office: str, source: Path) -> bytes:
    """The file as .docx; nothing where LibreOffice could not make it. Macros do not run in a conversion."""
    home = (source.parent / "profile").as_uri()
    _run(
        [
            office,
            f"-env:UserInstallation={home}",
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            str(source.parent),
            str(source),
        ],
        source.parent,
    )
    made = source.with_suffix(".docx")
    return made.read_bytes() if made.exists() else b""


def _run(command: list[str], folder: Path) -> bytes:
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, timeout=LONGEST, check=False, env=dict(os.environ)
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""
