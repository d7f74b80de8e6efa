"""A marking in a head, a foot or a watermark is no furniture: without it a closed paper would be read as an open one."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml

from scrutiny_desk.domain.markings import begins_a_part, is_marking, marking_in
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.reading.furniture import strip_furniture
from scrutiny_desk.reading.pdf_lines import Line

ART = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">'
    '<w:pict><v:shape id="mark"><v:textpath string="CONFIDENTIAL"/></v:shape></w:pict></w:r>'
)


def first_of(name, data):
    return read_bytes(name, data).blocks[0].text


def word(change):
    made = Document()
    made.add_paragraph("Exempt business was nobody's business.")
    change(made.sections[0])
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("mark", ["EXEMPT", "PRIVATE", "NOT FOR PUBLICATION", "Part II", "PINK PAPERS"])
def test_word_heads_and_feet(mark):
    for where in ("header", "footer"):
        data = word(lambda s, where=where: s.__getattribute__(where).paragraphs[0].add_run(mark))
        assert first_of("a.docx", data) == mark


def test_a_word_watermark():
    assert first_of("a.docx", word(lambda s: s.header.paragraphs[0]._p.append(parse_xml(ART)))) == "CONFIDENTIAL"


def test_a_foot_that_says_nothing_of_it_is_left_out():
    data = word(lambda s: s.footer.paragraphs[0].add_run("Hallborough Borough Council\tPage 3"))
    assert [block.text for block in read_bytes("a.docx", data).blocks] == ["Exempt business was nobody's business."]


@pytest.mark.parametrize("where", ["header", "headerf", "footer", "footerr"])
def test_rich_text_heads_and_feet(where):
    text = rf"{{\rtf1\ansi {{\{where}\pard EXEMPT\par Page \chpgn\par}}\pard Of the land.\par}}"
    assert [block.text for block in read_bytes("a.rtf", text.encode()).blocks] == ["EXEMPT", "Of the land."]


def test_a_rich_text_watermark():
    shape = r"{\header\pard{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv CONFIDENTIAL}}}}\par}"
    assert first_of("a.rtf", rf"{{\rtf1\ansi {shape}\pard Of the land.\par}}".encode()) == "CONFIDENTIAL"


def test_open_document_feet():
    office, text, style = (f"urn:oasis:names:tc:opendocument:xmlns:{part}:1.0" for part in ("office", "text", "style"))
    spaces = f'xmlns:o="{office}" xmlns:t="{text}" xmlns:s="{style}"'
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("META-INF/manifest.xml", "<manifest/>")
        body = f"<o:document-content {spaces}><o:body><o:text><t:p>Of the land.</t:p></o:text></o:body></o:document-content>"
        made.writestr("content.xml", body)
        foot = "<s:master-page><s:footer><t:p>EXEMPT</t:p><t:p>Page 3</t:p></s:footer></s:master-page>"
        made.writestr(
            "styles.xml", f"<o:document-styles {spaces}><o:master-styles>{foot}</o:master-styles></o:document-styles>"
        )
    assert [block.text for block in read_bytes("a.odt", kept.getvalue()).blocks] == ["EXEMPT", "Of the land."]


def line(text, page, bottom):
    return Line(text, page, 72.0, 300.0, bottom + 12, bottom, 12.0, False)


def page(number, *, head="", foot=""):
    made = [line(f"Plot {number} of the exempt land, told of at {n} places.", number, 600.0 - 20 * n) for n in range(5)]
    made = ([line(head, number, 800.0)] if head else []) + made
    return made + ([line(foot, number, 40.0)] if foot else [])


def stripped(pages):
    strip_furniture(pages, [842.0] * len(pages))
    return [[one.text for one in lines if "Plot" not in one.text] for lines in pages]


def test_a_running_marking_stays_on_the_first_page_that_bears_it():
    open_pages = [page(n, foot=f"Page {n}") for n in (1, 2, 3)]
    closed = [page(n, foot=f"EXEMPT  Page {n}") for n in (4, 5, 6)]
    assert stripped(open_pages + closed) == [[], [], [], ["EXEMPT"], [], []]
    assert closed[0][0].text == "EXEMPT", "at the head of the page, so that it covers all of it"
    assert closed[0][0].bottom > closed[0][1].top
    assert stripped([page(n, head="EXEMPT") for n in (1, 2, 3)]) == [["EXEMPT"], [], []]


def test_a_marking_at_the_foot_of_one_page_alone_covers_that_page():
    pages = [page(1, foot="NOT FOR PUBLICATION"), page(2), page(3), page(4)]
    assert stripped(pages)[0] == ["NOT FOR PUBLICATION"] and pages[0][0].text == "NOT FOR PUBLICATION"


def test_what_is_a_marking():
    for text in ("EXEMPT", "12. Exempt items", "Part II", "PART 2 (Private)", "E X E M P T", "Private: land at Mill Lane",
                 "OFFICIAL-SENSITIVE", "Commercial in confidence"):  # fmt: skip
        assert is_marking(text), text
    for text in ("Exempt accommodation", "Part 2 of the Act", "Private sector housing", "Restricted parking zones",
                 "Confidential reporting policy", "OFFICIAL", "Part-time staff", "Closed circuit television"):  # fmt: skip
        assert not is_marking(text), text
    assert begins_a_part("EXEMPT BUSINESS") and not begins_a_part("EXEMPT: LAND AT MILL LANE")
    assert marking_in("Exempt | Page 2") == "Exempt" and marking_in("Hallborough  Part 2  Page 9") == ""
