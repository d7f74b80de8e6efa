"""The Word document: structure, sources, names unharmed, nothing told that is not read."""

import ast
import io
import re
import zipfile
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_desk.briefing import checks, marks, plain, word, wording
from scrutiny_desk.briefing.ooxml import style_of, words_of
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Line, Section, Voice
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.troubles import Trouble


def opened(briefing, **options):
    return Document(io.BytesIO(word.document_bytes(briefing, **options)))


def part(briefing, name, **options):
    with zipfile.ZipFile(io.BytesIO(word.document_bytes(briefing, **options))) as parcel:
        return parcel.read(name).decode("utf-8")


def paragraphs(document):
    return [(style_of(p._element), words_of(p._element)) for p in document.paragraphs]


def test_headings_run_from_one_title_down_without_a_gap(briefing):
    styles = [style for style, _ in paragraphs(opened(briefing)) if style and style.startswith("Heading")]
    assert styles == ["Heading1", "Heading2", "Heading2", "Heading3", "Heading3", "Heading2", "Heading2", "Heading2"]


def test_it_keeps_the_accessibility_rules(briefing, tmp_path):
    for footnotes in (False, True):
        word.write(briefing, tmp_path / "briefing.docx", footnotes=footnotes)
        assert checks.troubles(tmp_path / "briefing.docx") == []


def test_header_details_are_paragraphs_and_not_a_table(briefing):
    document = opened(briefing)
    details = [words for style, words in paragraphs(document) if style == "HeaderDetails"]
    assert details[:2] == ["Committee: Children & Families Select Committee", "Committee date: 14 April 2026"]
    assert "Status: Draft" in details
    assert len(document.tables) == 1


def test_paragraphs_bear_numbers_that_word_keeps(briefing):
    document = opened(briefing)
    style = document.styles["Numbered Paragraph"].element
    assert style.find(f".//{qn('w:numPr')}/{qn('w:ilvl')}").get(qn("w:val")) == "1"
    numbered = [words for name, words in paragraphs(document) if name == "NumberedParagraph"]
    assert numbered[0] == "2 questions are outstanding."
    assert not any(re.match(r"\d", words) and words[1] == "." for words in numbered)


def test_the_header_row_repeats_and_no_cell_is_empty(briefing):
    table = opened(briefing).tables[0]
    flag = table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
    assert flag is not None
    assert dict(flag.attrib) == {}
    assert table.cell(1, 4).text == wording.NOT_RECORDED


def test_every_quotation_ends_in_its_source(briefing):
    body = [words for _, words in paragraphs(opened(briefing)) if words.count("“")]
    assert body
    assert all(words.endswith("]") for words in body)
    cited = "[Overview and Scrutiny Committee, 12 June 2025, minute 38, p. 4 (printed page 61)]"
    assert any(words.endswith(cited) for words in body)


def test_a_row_names_a_source_once(briefing):
    row = opened(briefing).tables[0].rows[1]
    assert "".join(cell.text for cell in row.cells).count("[") == 1


def test_with_footnotes_each_source_is_a_real_one(briefing):
    data = part(briefing, "word/document.xml", footnotes=True)
    notes = part(briefing, "word/footnotes.xml", footnotes=True)
    marks = re.findall(r'<w:footnoteReference w:id="(\d+)"', data)
    assert marks == [str(n) for n in range(1, len(marks) + 1)]
    assert len(re.findall(r"<w:footnoteRef/>", notes)) == len(marks) > 5
    assert "Overview and Scrutiny Committee, 12 June 2025, minute 38, p. 4 (printed page 61)." in notes
    assert "[" not in "".join(words for _, words in paragraphs(opened(briefing, footnotes=True)))


def test_names_and_signs_are_unharmed(briefing):
    words = "\n".join(cell.text for row in opened(briefing).tables[0].rows for cell in row.cells)
    for whole in ("O'Connor", "“A & B”", "Siân Prydderch", "£4.2 million, <less> than"):
        assert whole in words


def test_a_welsh_passage_is_marked_as_welsh(briefing):
    assert re.search(r'<w:lang w:val="cy-GB"/></w:rPr><w:t [^>]*>“Mae\'r ganolfan', part(briefing, "word/document.xml"))


def test_header_and_footer_say_what_it_is_for_and_which_page(briefing):
    assert marks.marking(briefing) in part(briefing, "word/header.xml")
    footer = part(briefing, "word/footer.xml")
    assert " PAGE " in footer
    assert " NUMPAGES " in footer


def test_title_and_language_are_set_and_nobody_is_named(briefing):
    data = word.document_bytes(briefing)
    with zipfile.ZipFile(io.BytesIO(data)) as parcel:
        core = parcel.read("docProps/core.xml").decode()
        assert {name for name in parcel.namelist() if name.startswith("docProps")} == {"docProps/core.xml"}
        assert {info.date_time for info in parcel.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "<dc:title>Witness briefing: Maria Okafor</dc:title>" in core
    assert not re.search(r"creator|lastModifiedBy|created|modified|revision|description", core)
    assert 'w:lang w:val="en-GB"' in part(briefing, "word/styles.xml")


def test_the_same_briefing_gives_the_same_bytes(briefing):
    assert word.document_bytes(briefing, footnotes=True) == word.document_bytes(briefing, footnotes=True)


def test_nothing_is_formatted_by_hand(briefing):
    body = part(briefing, "word/document.xml")
    found = set(re.findall(r"<w:(b|i|u|sz|color|jc|rFonts|spacing|ind|shd|pBdr|highlight)[ />]", body))
    assert found == set()


def test_a_file_that_cannot_be_written_is_a_plain_trouble(briefing, tmp_path):
    with pytest.raises(Trouble, match="could not be written"):
        word.write(briefing, tmp_path)


def words_in(text):
    return {word.strip("'") for word in re.findall(r"[\w'’£]+", text)}


def strings(value):
    """Every string that a value holds, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(key)
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)


def constants():
    """Every fixed word of the wording: its constants, and the strings inside its functions."""
    tree = ast.parse(Path(wording.__file__).read_text(encoding="utf-8"))
    documented = (ast.Module, ast.FunctionDef)
    told = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)}
    found = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in found if isinstance(value, str) and value not in told}


def test_every_word_comes_from_the_briefing_or_from_the_fixed_wording(briefing):
    own = words_in(" ".join(strings(asdict(briefing))))
    fixed = words_in(" ".join(constants()))
    numbers = {str(n) for n in range(62)} | {"2025", "2026"}  # parts of the briefing's own dates, pages and paragraphs
    shown = [words for _, words in paragraphs(opened(briefing))]
    shown += [cell.text for row in opened(briefing).tables[0].rows for cell in row.cells]
    for text in (plain.text(briefing), "\n".join(shown)):
        assert words_in(text) - own - fixed - numbers == set()


@given(st.text(max_size=200))
def test_any_words_at_all_can_be_written_and_read_again(words):
    note = Briefing(
        BriefingKind.ISSUE, "Issue", Circulation.PUBLIC, sections=(Section("Said", (Line(words, Voice.FACT),)),)
    )
    shown = paragraphs(opened(note))
    kept = "".join(c for c in words if c in "\t\n\r" or (ord(c) >= 32 and c not in "\ufffe\uffff")).strip()
    assert [words.strip() for style, words in shown if style == "NumberedParagraph"] == [
        re.sub(r"[\t\n\r]+", " ", kept)
    ]


def test_a_long_briefing_has_a_list_of_contents_and_a_short_one_none(briefing):
    page = Line("The Committee was told that the figures had been checked. " * 40, citations=())
    long = replace(briefing, sections=(*briefing.sections, Section("Record", (page,) * 9)))
    body = part(long, "word/document.xml")
    names = re.findall(r'w:bookmarkStart w:id="\d+" w:name="(\w+)"', body)
    assert re.findall(r'w:hyperlink w:anchor="(\w+)"', body) == [name for name in names if name.startswith("_Toc")]
    assert len(names) == 7
    assert 'w:fldCharType="begin" w:dirty="true"' in body
    assert [words for style, words in paragraphs(opened(long)) if style == "TOCHeading"] == ["Contents"]
    assert "TOC" not in part(briefing, "word/document.xml")


def test_a_note_of_nothing_is_still_a_document(tmp_path):
    empty = Briefing(BriefingKind.OUTSTANDING, "Outstanding questions", Circulation.PUBLIC, sections=())
    word.write(replace(empty, draft=False), tmp_path / "empty.docx")
    assert checks.troubles(tmp_path / "empty.docx") == []
