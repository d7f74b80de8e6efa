"""A briefing in the form its file's name asks for."""

import subprocess

import pypdfium2
import pytest
from docx import Document
from docx.shared import Pt

from scrutiny_desk.briefing import files, plain
from scrutiny_desk.domain.troubles import Trouble


def test_the_suffix_chooses_the_form(briefing, tmp_path):
    for suffix in (".docx", ".DOCX"):
        files.save(briefing, tmp_path / f"a{suffix}")
        assert Document(str(tmp_path / f"a{suffix}")).paragraphs[0].text == briefing.title
    files.save(briefing, tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == plain.text(briefing)
    files.save(briefing, tmp_path / "a.html")
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_another_suffix_is_a_plain_trouble(briefing, tmp_path):
    with pytest.raises(Trouble) as told:
        files.save(briefing, tmp_path / "a.odt")
    assert ".docx" in told.value.remedy
    assert not (tmp_path / "a.odt").exists()


@pytest.mark.skipif(files.office() is None, reason="LibreOffice is not on this machine, and PDFs are made by it")
def test_a_pdf_has_the_words_and_the_title(briefing, tmp_path):
    files.save(briefing, tmp_path / "a.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    words = " ".join(document[0].get_textpage().get_text_range().split())
    title = document.get_metadata_value("Title")
    assert document.is_tagged()
    document.close()
    assert "Siân Prydderch" in words
    assert title == briefing.title


def test_without_libreoffice_the_remedy_is_named(briefing, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "office", lambda: None)
    with pytest.raises(Trouble, match="LibreOffice") as told:
        files.save(briefing, tmp_path / "a.pdf")
    assert "Word" in told.value.remedy


def test_a_libreoffice_that_fails_is_a_plain_trouble(briefing, tmp_path, monkeypatch):
    def fails(*_words, **_options):
        raise subprocess.CalledProcessError(1, "soffice")

    monkeypatch.setattr(files, "office", lambda: "soffice")
    monkeypatch.setattr(files.subprocess, "run", fails)
    with pytest.raises(Trouble, match="could not make"):
        files.save(briefing, tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


def test_the_rules_a_word_file_breaks_are_told(briefing, tmp_path):
    assert files.save(briefing, tmp_path / "a.docx") == ()
    bare = Document()
    bare.styles["Normal"].font.size = Pt(9)
    bare.save(str(tmp_path / "house.docx"))
    told = files.save(briefing, tmp_path / "a.docx", files.Look(tmp_path / "house.docx"))
    assert told == ("The style Normal is smaller than 12 point.",)
    assert files.save(briefing, tmp_path / "a.txt") == ()
