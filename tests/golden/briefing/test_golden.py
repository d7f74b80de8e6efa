"""Each kind of briefing against its golden file: the text, and the XML of the Word document made legible."""

import importlib.util
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx2python import docx2python
from lxml import etree
from openxml_audit import OpenXmlValidator

from scrutiny_desk.briefing import checks, pack, plain, web, word
from scrutiny_desk.briefing.ooxml import style_of, words_of
from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.documents import Circulation

HERE = Path(__file__).resolve().parent


def loaded(name):
    """A file beside this one, which is no package."""
    spec = importlib.util.spec_from_file_location(f"golden_briefing_{name}", HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ALL = loaded("cases").ALL
assert {briefing.kind for briefing in ALL} == set(BriefingKind)
KINDS = pytest.mark.parametrize("briefing", ALL, ids=lambda briefing: briefing.kind.value)


def legible(data):
    """The parts a person reads, one element a line, without the names of namespaces."""
    told = []
    with zipfile.ZipFile(io.BytesIO(data)) as parcel:
        for name in (
            "word/header.xml",
            "word/document.xml",
            "word/footnotes.xml",
            "word/footer.xml",
            "docProps/core.xml",
        ):
            if name in parcel.namelist():
                root = etree.fromstring(parcel.read(name))
                etree.indent(root, " ")
                etree.cleanup_namespaces(root)
                told.append(f"<!-- {name} -->\n{etree.tostring(root, encoding='unicode')}\n")
    return "\n".join(told)


@KINDS
def test_text(briefing, golden):
    golden(f"{briefing.kind}.txt", plain.text(briefing))


@KINDS
def test_web_page(briefing, golden):
    drawn = re.compile(r"(?<=base64,)[^\"]+")  # how a picture is drawn differs from one release of Pillow to the next
    golden(f"{briefing.kind}.html", drawn.sub("picture", web.page(briefing)))


@KINDS
@pytest.mark.parametrize("footnotes", [False, True], ids=["brackets", "footnotes"])
def test_word(briefing, footnotes, golden):
    name = f"{briefing.kind}{'-footnotes' if footnotes else ''}.xml"
    golden(name, legible(word.document_bytes(briefing, footnotes=footnotes)))


@KINDS
@pytest.mark.parametrize("footnotes", [False, True], ids=["brackets", "footnotes"])
def test_the_validator_and_the_rules_find_nothing(briefing, footnotes, tmp_path):
    path = tmp_path / "briefing.docx"
    word.write(briefing, path, footnotes=footnotes)
    assert OpenXmlValidator().validate(path).errors == []
    assert checks.troubles(path) == []


def test_pack(golden):
    """A pack of a document and of kinds that stand otherwise in one: a note with an appendix, a plan, figures."""
    by_kind = {briefing.kind: briefing for briefing in ALL}
    kinds = (BriefingKind.MEETING, BriefingKind.QUESTION_PLAN, BriefingKind.FIGURES)
    letter = (Block(0, BlockKind.HEADING, "Swimming lessons", level=2), Block(1, BlockKind.PARAGRAPH, "486 & more"))
    papers = [pack.Paper("Letter of 2 December", None, letter, b"...", "letter.txt")]
    papers += [pack.Paper(by_kind[kind].title, by_kind[kind]) for kind in kinds]
    front = pack.front("Pack for 14 April 2026", Circulation.MEMBERS, {"exempt": 1}, made_on="2026-04-02")
    made = pack.joined(front, papers)
    golden("pack.txt", plain.text(made))
    golden("pack.xml", legible(word.document_bytes(made)))


@KINDS
def test_docx2python_finds_every_word_and_every_note(briefing, tmp_path):
    path = tmp_path / "briefing.docx"
    word.write(briefing, path, footnotes=True)
    with docx2python(path) as opened:
        told = " ".join(opened.text.split())
        notes = [note for row in opened.footnotes_runs for cells in row for note in cells]
    assert briefing.title in told
    expected = kept(path)
    for cells in expected["cells"]:
        assert all(" ".join(cell.split()) in re.sub(r"-{4}footnote\d+-{4}", "", told) for cell in cells)
    assert len([note for note in notes if "".join("".join(runs) for runs in note).strip()]) >= expected["footnotes"]


def test_a_round_through_libreoffice_keeps_what_matters(tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not on this machine, so nothing can go through it")
    sources = []
    for briefing in ALL:
        sources.append(tmp_path / f"{briefing.kind}.docx")
        word.write(briefing, sources[-1], footnotes=True)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "docx:Office Open XML Text",
        "--outdir",
        str(tmp_path / "out"),
    ]
    subprocess.run([*command, *map(str, sources)], check=True, capture_output=True)
    for source in sources:
        assert kept(tmp_path / "out" / source.name) == kept(source), source.name


def kept(path):
    """Headings, numbered paragraphs, tables with their header rows, how many footnotes, and the title."""
    body = Document(str(path)).element.body
    with zipfile.ZipFile(path) as parcel:
        core = etree.fromstring(parcel.read("docProps/core.xml"))
    return {
        "headings": [
            (style_of(p), words_of(p)) for p in body.iter(qn("w:p")) if (style_of(p) or "").startswith("Heading")
        ],
        "numbered": [words_of(p) for p in body.iter(qn("w:p")) if style_of(p) == "NumberedParagraph"],
        "cells": [[words_of(cell) for cell in table.iter(qn("w:tc"))] for table in body.iter(qn("w:tbl"))],
        "header rows": len(list(body.iter(qn("w:tblHeader")))),
        "footnotes": len(list(body.iter(qn("w:footnoteReference")))),
        "title": core.findtext("{http://purl.org/dc/elements/1.1/}title"),
    }
