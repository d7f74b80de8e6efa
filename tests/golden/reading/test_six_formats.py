"""The same paper saved by LibreOffice as PDF, DOCX, ODT, RTF, HTML and TXT gives the same paragraphs and findings."""

import re
import shutil
import subprocess
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from scrutiny_desk.reading import read
from scrutiny_desk.recognition import recognise

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PAPERS = sorted([*SAMPLE.glob("*.docx"), *SAMPLE.glob("*minutes.txt")])
TARGETS = {"pdf": "pdf", "docx": "docx", "odt": "odt", "rtf": "rtf", "html": "html", "txt": "txt:Text (encoded):UTF8"}
LEAST = 0.99

pytestmark = pytest.mark.skipif(OFFICE is None, reason="this machine has no LibreOffice to save the papers with")


def save(sources: list[Path], target: str, folder: Path, home: Path) -> None:
    command = [OFFICE, f"-env:UserInstallation={home.as_uri()}", "--headless"]
    if sources[0].suffix == ".txt":
        command.append("--infilter=Text (encoded):UTF8,LF,,,")
    command += ["--convert-to", TARGETS[target], "--outdir", str(folder), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Each paper's stem with its six files: text goes by way of DOCX, as when it is pasted into Word."""
    folder, home = tmp_path_factory.mktemp("papers"), tmp_path_factory.mktemp("profile")
    texts = [paper for paper in PAPERS if paper.suffix == ".txt"]
    for paper in PAPERS:
        shutil.copy(paper, folder / paper.name)
    save([folder / paper.name for paper in texts], "docx", folder, home)
    words = [folder / f"{paper.stem}.docx" for paper in PAPERS]
    for target in TARGETS:
        if target != "docx":
            save(words, target, folder, home)
    return {paper.stem: {target: folder / f"{paper.stem}.{target}" for target in TARGETS} for paper in PAPERS}


def words_of(path: Path) -> list[str]:
    """The words of a file's blocks, markers and all; paragraphs end in a sign of their own."""
    found = []
    for block in read(path).blocks:
        found += [*re.findall(r"\w+", f"{block.marker} {block.text}"), "¶"]
    return found


def likeness(one: list[str], other: list[str]) -> float:
    same = sum(match.size for match in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
    return same / max(len(one), len(other), 1)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("paper", [paper.stem for paper in PAPERS])
def test_the_same_words_in_the_same_paragraphs(saved, paper, target):
    want, got = words_of(saved[paper]["docx"]), words_of(saved[paper][target])
    assert likeness([word for word in want if word != "¶"], [word for word in got if word != "¶"]) >= LEAST
    if target != "txt":  # as text a table is one cell a line
        assert abs(want.count("¶") - got.count("¶")) <= 2


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("paper", [paper.stem for paper in PAPERS if "minutes" in paper.stem])
def test_the_same_findings(saved, paper, target):
    want, got = recognise(read(saved[paper]["docx"])), recognise(read(saved[paper][target]))
    assert got.kind is want.kind
    assert got.meeting == want.meeting
    assert [(item.number, item.title) for item in got.items] == [(item.number, item.title) for item in want.items]
    assert [question.text for question in got.questions] == [question.text for question in want.questions]
    assert [question.status for question in got.questions] == [question.status for question in want.questions]
    assert {person.name for person in got.people} == {person.name for person in want.people}
