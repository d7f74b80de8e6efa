"""Packs: papers in agenda order, each on its own page, with contents and page numbers that run through."""

import io

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator
from pypdf import PageObject, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from scrutiny_desk.briefing import checks, files, pack, pdf_pack, word
from scrutiny_desk.briefing.ooxml import style_of
from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.troubles import Trouble

LETTER = (
    Block(0, BlockKind.PARAGRAPH, "Dear Ms Penhale"),
    Block(1, BlockKind.HEADING, "Swimming lessons", level=3),
    Block(2, BlockKind.LIST_ITEM, "486 children & more", marker="(a)"),
    Block(3, BlockKind.TABLE_ROW, "Harbour\t\t171", cells=("Harbour", "", "171")),
    Block(4, BlockKind.HEADING, "Yours sincerely"),
)


@pytest.fixture
def papers(briefing):
    return (
        pack.Paper("Briefing on early help", briefing),
        pack.Paper("Letter of 2 December", None, LETTER, b"...", "letter.txt"),
    )


def test_a_pack_in_word_has_each_paper_on_a_page_under_one_title(papers, tmp_path):
    word.write(pack.joined(pack.front("Pack for 14 April", Circulation.RESTRICTED, {}), papers), tmp_path / "pack.docx")
    document = Document(str(tmp_path / "pack.docx"))
    shown = [(style_of(p._element), p.text) for p in document.paragraphs]
    assert shown[0] == ("Heading1", "Pack for 14 April")
    assert [words for style, words in shown if style == "PaperHeading"] == [
        "Briefing on early help",
        "Letter of 2 December",
    ]
    style = document.styles["Paper Heading"].element
    assert style.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None
    assert [words.split("\t")[0] for style, words in shown if style == "TOC2"][-1] == "2. Letter of 2 December"
    assert checks.troubles(tmp_path / "pack.docx") == []
    assert OpenXmlValidator().validate(tmp_path / "pack.docx").errors == []


def test_the_words_of_a_paper_are_its_own(papers):
    section = pack.of_document(papers[1])
    assert [line.text for line in section.lines] == ["Dear Ms Penhale"]
    assert [inner.heading for inner in section.sections] == ["Swimming lessons", "Yours sincerely"]
    assert [line.text for line in section.sections[0].lines] == ["(a) 486 children & more", "Harbour | 171"]


def test_a_pack_keeps_to_a_house(papers, tmp_path, root):
    for house in (root / "tests" / "golden" / "briefing" / "houses").iterdir():
        word.write(
            pack.joined(pack.front("Pack", Circulation.PUBLIC, {}), papers),
            tmp_path / "pack.docx",
            template=house,
            footnotes=True,
        )
        assert checks.troubles(tmp_path / "pack.docx") == [], house.name


def a_pdf(pages, words="Plan"):
    """A PDF of so many pages, made without LibreOffice."""
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(300, 400)
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


def test_a_pack_in_pdf_keeps_pages_and_numbers_them_through(papers):
    plan = pack.Paper("Site plan", None, (), a_pdf(3), "plan.PDF")
    asked = []

    def printed(paper):
        asked.append(paper)
        return a_pdf(2)

    data = pdf_pack.joined(pack.front("Pack for 14 April", Circulation.PUBLIC, {}), (papers[0], plan), printed)
    document = pypdfium2.PdfDocument(data)
    assert len(document) == 2 + 2 + 3
    assert [page.get_textpage().get_text_range().strip() for page in document][-1] == "Pack page 7 of 7"
    marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert marks == [("Contents", 0), ("Briefing on early help", 2), ("Site plan", 4)]
    assert document.get_metadata_value("Title") == "Pack for 14 April"
    document.close()
    listed = [line.text for line in asked[-1].briefing.sections[0].lines]
    assert listed == ["Briefing on early help, pack page 3", "Site plan, pack page 5"]


def with_words(*pages, rotated=0):
    """A PDF with these words on its pages, which share one list of fonts; a page without words has no content."""
    writer = PdfWriter()
    font = writer._add_object(
        DictionaryObject(
            {
                NameObject(k): NameObject(v)
                for k, v in (("/Type", "/Font"), ("/Subtype", "/Type1"), ("/BaseFont", "/Courier"))
            }
        )
    )
    shared = writer._add_object(DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}))
    for words in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = shared
        if words:
            drawn = DecodedStreamObject()
            drawn.set_data(f"q 0.5 0 0 0.5 0 0 cm BT /F1 20 Tf 100 900 Td ({words}) Tj ET Q".encode())
            page[NameObject("/Contents")] = writer._add_object(drawn)
        page.rotation = rotated
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("rotated", [0, 90])
def test_every_page_keeps_its_words_and_has_its_number(rotated):
    plan = pack.Paper("Site plan", None, (), with_words("First page", "", "Third page", rotated=rotated), "plan.pdf")
    data = pdf_pack.joined(pack.front("Pack", Circulation.PUBLIC, {}), (plan, plan), lambda _paper: a_pdf(1))
    document = pypdfium2.PdfDocument(data)
    told = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    assert len(told) == 7
    for number, words in enumerate(("", *("First page", "", "Third page") * 2), 1):
        assert f"Pack page {number} of 7" in told[number - 1]
        assert words in told[number - 1]


def test_numbering_pages_does_not_read_what_stands_on_them(monkeypatch):
    def read(*_about, **_more):
        raise AssertionError("The content of a page was read.")

    plan = pack.Paper("Site plan", None, (), with_words("First page", "Second page"), "plan.pdf")
    monkeypatch.setattr(PageObject, "get_contents", read)
    data = pdf_pack.joined(pack.front("Pack", Circulation.PUBLIC, {}), (plan,) * 3, lambda _paper: a_pdf(1))
    assert len(pypdfium2.PdfDocument(data)) == 7


def test_the_same_pack_gives_the_same_bytes(papers):
    made = [
        pdf_pack.joined(pack.front("Pack", Circulation.PUBLIC, {}), papers, lambda _paper: a_pdf(1)) for _ in range(2)
    ]
    assert made[0] == made[1]


@pytest.mark.parametrize("data", [b"%PDF-1.7 broken", b"no pdf at all"])
def test_a_broken_paper_is_a_plain_trouble(data):
    paper = pack.Paper("Plan", None, (), data, "plan.pdf")
    with pytest.raises(Trouble, match="plan.pdf"):
        pdf_pack.joined(pack.front("Pack", Circulation.PUBLIC, {}), (paper,), lambda _paper: a_pdf(1))


@pytest.mark.skipif(files.office() is None, reason="LibreOffice is not on this machine, and PDFs are made by it")
def test_papers_without_pages_of_their_own_are_set(papers):
    data = pdf_pack.joined(pack.front("Pack", Circulation.RESTRICTED, {}), papers, files.as_pdf)
    document = pypdfium2.PdfDocument(data)
    words = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "486 children & more" in words
    assert "Officer comment" in words
