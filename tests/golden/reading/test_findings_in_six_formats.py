"""The labelled papers, saved by LibreOffice in six formats, are scored alike in each.

Two papers a run; all of them, in two ways of setting, where the environment has SCRUTINY_DESK_LONG.
"""

import importlib.util
import json
import os
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.reading import read
from scrutiny_desk.services import keeping
from scrutiny_desk.services.apart import Job, read_and_recognise
from scrutiny_desk.services.exporting import as_data
from scrutiny_desk.store import Library, create_library

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
TARGETS = {"pdf": "pdf", "docx": "docx", "odt": "odt", "rtf": "rtf", "html": "html", "txt": "txt:Text (encoded):UTF8"}
LONG = bool(os.environ.get("SCRUTINY_DESK_LONG"))
PAPERS = ("*",) if LONG else ("001_*", "*_028")
SETTINGS = [("lines", target) for target in TARGETS] + [("blocks", target) for target in TARGETS]
CHOSEN = SETTINGS if LONG else [("lines", "pdf"), ("blocks", "txt")]
NOW = "2025-01-01T00:00:00+00:00"
MOST = 0.02
"""How far a figure may differ from that of the paper as it came."""

pytestmark = pytest.mark.skipif(OFFICE is None, reason="this machine has no LibreOffice to save the papers with")


@pytest.fixture(scope="module")
def papers(shared):
    """By its stem, each labelled paper as it came."""
    wanted = {path.stem for name in PAPERS for path in (shared / "gold").glob(f"{name}.json")}
    found = [path for folder in ("seeds", "more", "kent") for path in sorted((shared / folder).iterdir())]
    return {path.stem: path for path in found if path.stem in wanted}


@pytest.fixture(scope="module")
def figures(shared):
    """Gives the figures of one paper, imported into a library of its own."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)

    def figures_of(path: Path, folder: Path) -> dict[str, float]:
        gold = json.loads((shared / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        library = create_library(folder / f"{path.parent.name} {path.name}.scrutiny")
        take(library, path)
        told, tally = as_data(library), score.Tally()
        library.close()
        score.score_document(gold, told, told["documents"][0], tally, lambda _note: None)
        summary = score.summary(tally)
        return {name: row["f1"] if "f1" in row else row["share"] for name, row in summary.items()}

    return figures_of


@pytest.fixture(scope="module")
def as_it_came(papers, figures, tmp_path_factory):
    folder = tmp_path_factory.mktemp("came")
    return {stem: figures(path, folder) for stem, path in papers.items()}


def take(library: Library, path: Path) -> None:
    """Keep a paper as an import does, without a child process for each."""
    taken = read_and_recognise(Job(path))
    assert taken.trouble is None

    def keep(db: object) -> None:
        kept = keeping.keep(db, taken.document, taken.findings, path.read_bytes(), at=NOW)
        if taken.papers:
            keeping.keep_papers(db, kept, taken.papers, "0" * 64, at=NOW)

    library.write("Import", keep, origin="import")


def pasted(source: Path, to: Path) -> None:
    """The lines of a text, each a paragraph in a proportional type, as when it is pasted into Word."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size, style.paragraph_format.space_after = "Liberation Serif", Pt(11), Pt(0)
    for line in source.read_text(encoding="utf-8").replace("\f", "\n").split("\n"):
        document.add_paragraph("".join(letter for letter in line if letter == "\t" or letter.isprintable()))
    document.save(to)


def set_anew(source: Path, to: Path) -> None:
    """The paragraphs that are read of a paper, with its headings, its bold type and its tables."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Liberation Sans", Pt(11)
    table = None
    for block in read(source).blocks:
        if block.kind is BlockKind.TABLE_ROW:
            if table is None or len(table.columns) != len(block.cells):
                table = document.add_table(rows=0, cols=len(block.cells))
            for cell, text in zip(table.add_row().cells, block.cells, strict=True):
                cell.text, *more = text.split("\n")
                for line in more:
                    cell.add_paragraph(line)
            continue
        table = None
        words = f"{block.marker}\t{block.text}" if block.marker else block.text
        if block.kind is BlockKind.HEADING:
            document.add_heading(words, min(max(block.level, 1), 4))
        else:
            document.add_paragraph().add_run(words).bold = block.strong
    document.save(to)


@pytest.fixture(scope="module", params=CHOSEN, ids=lambda chosen: " as ".join(chosen))
def saved(request, papers, tmp_path_factory):
    """The papers set in one way and saved in one format."""
    setting, target = request.param
    made, folder, home = (tmp_path_factory.mktemp(name) for name in ("made", target, "profile"))
    for stem, path in papers.items():
        if setting == "blocks":
            set_anew(path, made / f"{stem}.docx")
        elif path.suffix == ".txt":
            pasted(path, made / f"{stem}.docx")
    command = [OFFICE, f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", TARGETS[target]]
    files = sorted(map(str, made.iterdir()))
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=600)
    return sorted(path for path in folder.iterdir() if path.suffix == f".{target}")


def test_figures_are_those_of_the_paper_as_it_came(saved, as_it_came, figures, tmp_path):
    assert saved
    astray = []
    for path in saved:
        got = figures(path, tmp_path)
        for name, value in as_it_came[path.stem].items():
            if value is not None and (got.get(name) is None or abs(got[name] - value) > MOST):
                astray.append(f"{path.name}: {name} {value} as it came, {got.get(name)} here")
    assert not astray, "\n".join(astray)
