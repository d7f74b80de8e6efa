"""Remarks, words struck out and hidden text of a paper's own file do not go out with the paper."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from scrutiny_desk.briefing import files, hidden
from scrutiny_desk.briefing.pack import Paper
from scrutiny_desk.domain.blocks import Block, BlockKind


def word(*, mark=None, comment=False):
    """A Word file of one sentence; `mark` is put into its run, as Word marks what is struck out or hidden."""
    document = Document()
    run = document.add_paragraph("The lease was agreed. ").add_run("Strikethis")
    if comment:
        document.add_comment(run, text="Remarkthis", author="Ada Quill", initials="AQ")
    if mark == "w:del":
        struck = OxmlElement("w:del")
        struck.set(qn("w:id"), "1")
        struck.set(qn("w:author"), "Ada Quill")
        run._r.addprevious(struck)
        struck.append(run._r)
        run._r.find(qn("w:t")).tag = qn("w:delText")
    elif mark:
        run._r.get_or_add_rPr().append(OxmlElement(mark))
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def odt(inside):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr("content.xml", f"<office:text>{inside}</office:text>")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix", "holds"),
    [
        (word(), ".docx", False),
        (word(mark="w:del"), ".docx", True),
        (word(mark="w:vanish"), ".docx", True),
        (word(comment=True), ".docx", True),
        (b"PK but no zip", ".docx", True),
        (odt("<text:p>x</text:p>"), ".odt", False),
        (odt("<office:annotation>x</office:annotation>"), ".odt", True),
        (odt('<text:tracked-changes text:x="1"/>'), ".odt", True),
        (rb"{\rtf1 The lease was agreed.\par}", ".rtf", False),
        (rb"{\rtf1\viewkind4 The lease.}", ".rtf", False),
        (rb"{\rtf1 The {\deleted old }lease.}", ".rtf", True),
        (rb"{\rtf1 The lease{\*\annotation Mind this}.}", ".rtf", True),
        (rb"{\rtf1 The {\v secret }lease.}", ".rtf", True),
        (b"\xd0\xcf\x11\xe0 the old Word form", ".doc", True),
    ],
)
def test_what_a_file_hides_is_known(data, suffix, holds):
    assert hidden.holds_hidden(data, suffix) is holds


@pytest.mark.parametrize(("made", "own"), [(word(), True), (word(mark="w:del"), False), (word(comment=True), False)])
def test_a_paper_is_printed_by_its_own_file_only_where_that_hides_nothing(monkeypatch, made, own):
    printed = []
    monkeypatch.setattr(files, "printed", lambda data, suffix=".docx": printed.append(data) or b"%PDF")
    blocks = (Block(0, BlockKind.PARAGRAPH, "The lease was agreed."),)
    files.as_pdf(Paper("Lease", None, blocks, made, "lease.docx"))
    assert (printed[0] == made) is own
    assert own or (b"Strikethis" not in printed[0] and b"Remarkthis" not in printed[0])
