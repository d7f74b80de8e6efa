"""House templates of four makes: their styles are found by name and role, their header, footer and logo stay."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from scrutiny_desk.briefing import checks, word
from scrutiny_desk.briefing.house import House, Role
from scrutiny_desk.briefing.ooxml import style_of, words_of
from scrutiny_desk.briefing.opening import opened
from scrutiny_desk.domain.troubles import Trouble

HOUSES = Path(__file__).resolve().parents[2] / "golden" / "briefing" / "houses"
ALL = sorted(HOUSES.iterdir())
NAMED = {path.stem: path for path in ALL}


def styled(document):
    return [(style_of(p._element), p.text) for p in document.paragraphs]


def written(briefing, template, tmp_path, **options):
    path = tmp_path / "briefing.docx"
    word.write(briefing, path, template=template, **options)
    return path


def findings(path):
    return {(error.description, error.part_uri) for error in OpenXmlValidator().validate(path).errors}


@pytest.mark.parametrize("house", ALL, ids=lambda path: path.stem)
@pytest.mark.parametrize("footnotes", [False, True], ids=["brackets", "footnotes"])
def test_each_house_gives_an_accessible_and_valid_document(house, footnotes, briefing, tmp_path):
    path = written(briefing, house, tmp_path, footnotes=footnotes)
    assert checks.troubles(path) == []
    assert findings(path) - findings(house) == set()


@pytest.mark.parametrize("house", ALL, ids=lambda path: path.stem)
def test_header_and_footer_stay_and_the_sample_text_goes(house, briefing, tmp_path):
    before, after = opened(house).document, Document(str(written(briefing, house, tmp_path)))
    assert words_of(before.sections[0].header._element) in words_of(after.sections[0].header._element)
    assert words_of(before.sections[0].footer._element) == words_of(after.sections[0].footer._element)
    assert after.paragraphs[0].text == briefing.title
    assert not any("Type your report here" in words or words == "Report title" for _, words in styled(after))


@pytest.mark.parametrize("house", ALL, ids=lambda path: path.stem)
def test_nothing_is_formatted_by_hand_in_a_house(house, briefing, tmp_path):
    with zipfile.ZipFile(written(briefing, house, tmp_path)) as parcel:
        body = parcel.read("word/document.xml").decode().partition("<w:sectPr")[0]
    assert re.findall(r"<w:(?:b|i|u|sz|color|jc|rFonts|spacing|ind|shd)[ />]", body) == []


def test_the_logo_stays_with_its_words(briefing, tmp_path):
    document = Document(str(written(briefing, NAMED["numbered headings and logo"], tmp_path)))
    header = document.sections[0].header._element
    assert next(header.iter(qn("wp:docPr"))).get("descr") == "Coldwell District Council"
    assert any(rel.reltype.endswith("/image") for rel in document.sections[0].header.part.rels.values())


def test_a_house_that_numbers_heading_1_keeps_its_title_style(briefing, tmp_path):
    document = Document(str(written(briefing, NAMED["numbered headings and logo"], tmp_path)))
    shown = styled(document)
    assert shown[0] == ("Title", briefing.title)
    assert [style for style, _ in shown if style and style.startswith("Heading")].count("Heading1") == 5
    assert "NumberedParagraph" not in {style for style, _ in shown}


def test_headings_of_the_councils_own_are_found_by_their_level(briefing, tmp_path):
    shown = styled(Document(str(written(briefing, NAMED["own names"], tmp_path))))
    assert shown[0] == ("WCCHeadingA", briefing.title)
    assert ("WCCHeadingB", "Outstanding questions") in shown
    assert ("WCCHeadingC", "Letters") in shown


def test_the_users_choice_of_style_goes_first(briefing, tmp_path):
    chosen = {"Normal": "English Text", "heading 2": "Pennawd 3"}
    shown = styled(Document(str(written(briefing, NAMED["welsh and english"], tmp_path, mapping=chosen))))
    assert ("Pennawd3", "Outstanding questions") in shown
    assert ("EnglishText", "Minutes of June.pdf") in shown


def test_a_template_becomes_a_document(briefing, tmp_path):
    with zipfile.ZipFile(written(briefing, NAMED["welsh and english"], tmp_path)) as parcel:
        types = parcel.read("[Content_Types].xml").decode()
    assert "template.main+xml" not in types
    assert 'w:val="cy-GB"' in opened(NAMED["welsh and english"]).document.styles.element.xml


def test_a_house_without_a_numbered_style_is_given_real_numbers(briefing, tmp_path):
    document = Document(str(written(briefing, NAMED["made by libreoffice"], tmp_path)))
    style = document.styles["Numbered Paragraph"].element
    number = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
    uses = {use.get(qn("w:numId")) for use in document.part.numbering_part.element.findall(qn("w:num"))}
    assert number in uses


def test_a_restricted_note_is_marked_on_each_page_of_any_house(briefing, tmp_path):
    document = Document(str(written(briefing, NAMED["made by libreoffice"], tmp_path)))
    assert document.sections[0].header.paragraphs[0].text == "Draft. Restricted: not for publication"


def traced(data):
    """A council's template as Word leaves it: authors, a company, comments, the path of its own template."""
    document = Document(io.BytesIO(data))
    document.core_properties.author = "Jude Trant"
    document.core_properties.last_modified_by = "Rosa Penhale"
    run = document.add_paragraph("See the note").runs[0]
    document.add_comment(run, text="Ask the clerk", author="Jude Trant", initials="JT")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_who_made_the_template_is_not_told(briefing, tmp_path):
    template = tmp_path / "house.docx"
    template.write_bytes(traced(NAMED["own names"].read_bytes()))
    with zipfile.ZipFile(template) as parcel:
        assert any(b"Trant" in parcel.read(name) for name in parcel.namelist())
    with zipfile.ZipFile(written(briefing, template, tmp_path)) as parcel:
        for name in parcel.namelist():
            assert not re.search(rb"Trant|Penhale|Ask the clerk|thumbnail|docProps/app", parcel.read(name)), name
        assert len(set(parcel.namelist())) == len(parcel.namelist())


@pytest.mark.parametrize("words", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_what_is_no_word_file_is_a_plain_trouble(words, briefing, tmp_path):
    broken = tmp_path / "house.docx"
    broken.write_bytes(words)
    with pytest.raises(Trouble, match="house.docx") as told:
        written(briefing, broken, tmp_path)
    assert told.value.remedy


def test_a_zip_that_is_no_word_file_is_a_plain_trouble(briefing, tmp_path):
    other = tmp_path / "house.docx"
    with zipfile.ZipFile(other, "w") as parcel:
        parcel.writestr("readme.txt", "hello")
    with pytest.raises(Trouble):
        written(briefing, other, tmp_path)


def test_every_role_has_a_style_in_our_own_template():
    house = House(None)
    names = {house.element_of(house.style(role)).find(qn("w:name")).get(qn("w:val")) for role in Role}
    assert names == {role.value for role in Role}


def test_large_print_is_larger_in_every_style():
    usual, large = House(None), House(None, points=16)
    sizes = [
        [int(size.get(qn("w:val"))) for size in house.document.styles.element.iter(qn("w:sz"))]
        for house in (usual, large)
    ]
    assert [size + 8 for size in sizes[0]] == sizes[1]
    assert min(sizes[1]) >= 32
