"""Every kind of briefing in every house template: valid, accessible, nothing formatted by hand, header and logo kept."""

import importlib.util
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx2python import docx2python
from openxml_audit import OpenXmlValidator

from scrutiny_desk.briefing import checks, word
from scrutiny_desk.briefing.ooxml import style_of, words_of
from scrutiny_desk.briefing.opening import opened

HERE = Path(__file__).resolve().parent
HOUSES = sorted((HERE / "houses").iterdir())
BY_HAND = re.compile(r"<w:(?:b|i|u|sz|color|jc|rFonts|spacing|ind|shd)[ />]")
NOTE = re.compile(r"-{4}footnote\d+-{4}")


def loaded(name):
    """A file beside this one, which is no package."""
    spec = importlib.util.spec_from_file_location(f"golden_briefing_{name}", HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ALL = loaded("cases").ALL
kept = loaded("test_golden").kept
IN_EACH = pytest.mark.parametrize("house", HOUSES, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Every kind in every house, with footnotes: by house, its files."""
    made = {}
    for house in HOUSES:
        folder = tmp_path_factory.mktemp("house")
        for briefing in ALL:
            word.write(briefing, folder / f"{briefing.kind}.docx", template=house, footnotes=True)
        made[house] = sorted(folder.iterdir())
    return made


def found(path):
    return {(error.description, error.part_uri) for error in OpenXmlValidator().validate(path).errors}


@IN_EACH
def test_each_is_valid_and_keeps_the_rules(house, written):
    of_the_house = found(house)
    for path in written[house]:
        assert found(path) - of_the_house == set(), path.name
        assert checks.troubles(path) == [], path.name


@IN_EACH
def test_nothing_is_formatted_by_hand(house, written):
    for path in written[house]:
        with zipfile.ZipFile(path) as parcel:
            body = parcel.read("word/document.xml").decode().partition("<w:sectPr")[0]
        assert BY_HAND.findall(body) == [], path.name


@IN_EACH
def test_every_style_that_is_used_is_there(house, written):
    for path in written[house]:
        document = Document(str(path))
        there = {style.style_id for style in document.styles}
        used = {style_of(p) for p in document.element.body.iter() if p.tag.endswith("}p")}
        assert used - {None} <= there, path.name


@IN_EACH
def test_header_footer_and_logo_stay(house, written):
    before = opened(house).document.sections[0]
    pictures = [rel for rel in before.header.part.rels.values() if rel.reltype.endswith("/image")]
    for path in written[house]:
        after = Document(str(path)).sections[0]
        assert words_of(before.header._element) in words_of(after.header._element), path.name
        assert words_of(before.footer._element) == words_of(after.footer._element), path.name
        there = [rel for rel in after.header.part.rels.values() if rel.reltype.endswith("/image")]
        assert [rel.target_part.blob for rel in there] == [rel.target_part.blob for rel in pictures], path.name


@IN_EACH
def test_docx2python_finds_every_paragraph_and_every_note(house, written):
    for path in written[house]:
        with docx2python(path) as read:
            told = NOTE.sub("", "".join(read.text.split()))
            notes = [note for row in read.footnotes_runs for cells in row for note in cells]
        for paragraph in Document(str(path)).element.body.iter(qn("w:p")):
            assert "".join(words_of(paragraph).split()) in told, path.name
        assert sum(bool("".join("".join(runs) for runs in note).strip()) for note in notes) >= kept(path)["footnotes"]


def test_a_round_through_libreoffice_keeps_what_matters_in_every_house(written, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not on this machine, so nothing can go through it")
    given = []
    for number, paths in enumerate(written.values()):
        given += [shutil.copy(path, tmp_path / f"{number} {path.name}") for path in paths]
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to"]
    command += ["docx:Office Open XML Text", "--outdir", str(tmp_path / "out"), *map(str, given)]
    subprocess.run(command, check=True, capture_output=True)
    for path in given:
        before, after = kept(path), kept(tmp_path / "out" / path.name)
        for what in ("numbered", "cells", "header rows", "footnotes", "title"):
            assert after[what] == before[what], (path.name, what)
        assert [words for _, words in after["headings"]] == [words for _, words in before["headings"]], path.name
