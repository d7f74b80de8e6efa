"""Word files as councils make them, each shape a paper of an invented council: nothing lost, nothing said twice."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import recognise

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:id="1" w:author="Ann" w:date="2025-06-12T10:00:00Z"'


def put(document, *paragraphs):
    """Set raw paragraphs and tables at the head of the document, in order."""
    for place, words in enumerate(paragraphs):
        document.element.body.insert(place, parse_xml(words.replace(">", f" {NS}>", 1)))


@pytest.fixture
def read(save_docx):
    return lambda document: read_bytes("a.docx", save_docx(document))


def lines(document):
    return [f"{block.marker} {block.text}".strip() for block in document.blocks]


def run(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def fill(table, rows):
    for place, row in enumerate(rows):
        for cell, words in zip(table.row_cells(place), row, strict=True):
            cell.text = words


def test_a_table_in_a_table_stays_in_its_cell(read):
    document = docx.Document()
    table = document.add_table(2, 2)
    fill(table, (("Item", "Detail"), ("River wall", "Costs by mile:")))
    fill(table.cell(1, 1).add_table(2, 2), (("Mile", "Cost"), ("14", "£40,000")))
    document.add_paragraph("After the table.")
    assert lines(read(document)) == [
        "Item\tDetail",
        "River wall\tCosts by mile: Mile Cost 14 £40,000",
        "After the table.",
    ]


def test_numbers_go_on_behind_a_table_and_in_its_cells(read):
    document = docx.Document()
    document.add_paragraph("Apologies were received.", style="List Number")
    fill(document.add_table(1, 2), (("Mile", "Cost"),))
    document.add_paragraph("The wall was discussed.", style="List Number")
    cell = document.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].style = document.styles["List Number"]
    cell.paragraphs[0].text = "In a cell of its own."
    document.add_paragraph("The close.", style="List Number")
    assert lines(read(document)) == [
        "1. Apologies were received.", "Mile\tCost", "2. The wall was discussed.", "3. In a cell of its own.",
        "4. The close.",
    ]  # fmt: skip


MINUTES = (
    ("Item", "Notes", "Action"),
    ("1.", "Apologies\nCouncillor Dace had sent her apologies.", ""),
    (
        "2.",
        "River wall\nCouncillor Heron asked who had paid for the wall. The Director replied that nobody had.\n"
        "The Director undertook to send the figure.",
        "Ann Pell",
    ),
    ("3", "Any other business\nThere was none that anybody raised.", ""),
)


@pytest.mark.parametrize(("first", "columns"), [(0, 3), (1, 3), (0, 2)], ids=["three", "without heads", "two"])
def test_minutes_laid_out_in_one_table_are_minutes(read, first, columns):
    document = docx.Document()
    for words in (
        "Wexcombe County Council", "Overview and Scrutiny Committee",
        "Minutes of the meeting held on Thursday 12 June 2025 at 10.00 am",
        "Present: Councillor A Heron (Chairman), Councillor B Orme", "Officers: Ann Pell, Director of Highways",
    ):  # fmt: skip
        document.add_paragraph(words)
    rows = [row[:columns] for row in MINUTES[first:]]
    fill(document.add_table(len(rows), columns), rows)
    made = read(document)
    acts = ["Action\tAnn Pell"] if (first, columns) == (0, 3) else ["Ann Pell"] if columns == 3 else []
    assert lines(made)[5 + (first == 0) :] == [
        "1. Apologies",
        "Councillor Dace had sent her apologies.",
        "2. River wall",
        "Councillor Heron asked who had paid for the wall. The Director replied that nobody had.",
        "The Director undertook to send the figure.",
        *acts,
        "3. Any other business",
        "There was none that anybody raised.",
    ]
    found = recognise(made)
    assert [(item.number, item.title) for item in found.items] == [
        ("1", "Apologies"), ("2", "River wall"), ("3", "Any other business"),
    ]  # fmt: skip
    (question,) = found.questions
    assert (question.asked_by.name, question.answered_by[0].name) == ("A Heron", "Ann Pell")


def test_a_number_alone_in_a_cell_is_not_lost(read):
    document = docx.Document()
    fill(document.add_table(1, 3), (("7.", "River wall", "Marl"),))
    assert [block.cells for block in read(document).blocks] == [("7.", "River wall", "Marl")]


def test_a_table_of_figures_and_of_names_stays_a_table(read):
    document = docx.Document()
    rows = (("Ward", "Members", "Cost"), ("Marl", "A Heron\nB Orme\nC Dace", "£12"), ("Quay", "D Tench\nE Rudd", "£9"))
    fill(document.add_table(3, 3), rows)
    assert [block.cells for block in read(document).blocks] == list(rows)


def test_the_words_of_a_text_box_are_read_once(read):
    document = docx.Document()
    box = f"<w:txbxContent><w:p>{run('Words in a box.')}</w:p></w:txbxContent>"
    spaces = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    put(
        document,
        f'<w:p {spaces}>{run("Beside a box.")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp>'
        f"<wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}"
        "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    )
    assert lines(read(document)) == ["Beside a box.", "Words in a box."]


def test_what_is_written_in_content_controls_is_text_and_what_they_ask_for_is_not(read):
    document = docx.Document()
    asks = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    put(
        document,
        f"<w:sdt><w:sdtContent><w:p>{run('Overview and Scrutiny Committee')}</w:p></w:sdtContent></w:sdt>",
        f"<w:p>{run('Date: ')}<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>{run('12 June 2025')}</w:sdtContent></w:sdt></w:p>",
        f"<w:p>{run('Place: ')}<w:sdt>{asks}<w:sdtContent>{run('Click or tap here to enter text.')}</w:sdtContent></w:sdt></w:p>",
        f"<w:sdt>{asks}<w:sdtContent><w:p>{run('Choose an item.')}</w:p></w:sdtContent></w:sdt>",
    )
    assert lines(read(document)) == ["Overview and Scrutiny Committee", "Date: 12 June 2025", "Place:"]


def test_fields_are_read_as_they_were_last_shown(read):
    def shown(code, words):
        marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
        return f"{marks[0]}<w:r><w:instrText> {code} </w:instrText></w:r>{marks[1]}{run(words)}{marks[2]}"

    document = docx.Document()
    simple = f'<w:fldSimple w:instr=" DATE ">{run("12 June 2025")}</w:fldSimple>'
    put(document, f"<w:p>{run('See minute ')}{shown('REF _Ref1', '14')}{run(' of ')}{simple}{run('.')}</w:p>",
        f"<w:p>{shown('FORMTEXT', 'Typed words.')}</w:p>")  # fmt: skip
    assert lines(read(document)) == ["See minute 14 of 12 June 2025.", "Typed words."]


def test_what_was_moved_stands_where_it_now_is(read):
    document = docx.Document()
    put(
        document,
        f"<w:p><w:moveFrom {BY}>{run('Moved sentence.')}</w:moveFrom>{run('Stays first.')}</w:p>",
        f"<w:p>{run('Stays second. ')}<w:moveTo {BY}>{run('Moved sentence.')}</w:moveTo></w:p>",
        f"<w:p><w:pPr><w:rPr><w:moveFrom {BY}/></w:rPr></w:pPr><w:moveFrom {BY}>{run('A paragraph.')}</w:moveFrom></w:p>",
        f"<w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>{run('The Director said that ')}</w:p>",
        f"<w:p>{run('it was paid.')}</w:p>",
        f"<w:tbl><w:tr><w:tc><w:p>{run('Kept')}</w:p></w:tc></w:tr><w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc><w:p>"
        f"<w:del {BY}><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p></w:tc></w:tr><w:tr><w:trPr><w:ins {BY}/>"
        f"</w:trPr><w:tc><w:p><w:ins {BY}>{run('New')}</w:ins></w:p></w:tc></w:tr></w:tbl>",
    )
    made = read(document)
    assert lines(made) == [
        "Stays first.", "Stays second. Moved sentence.", "The Director said that it was paid.", "Kept", "New",
    ]  # fmt: skip
    assert "tracked changes" in made.notices[0]


def test_a_footnote_of_a_table_stands_at_the_end(save_docx):
    document, out = docx.Document(), io.BytesIO()
    cell = document.add_table(1, 2).rows[0].cells
    cell[0].text, cell[1].text = "Cost", "£40,000"
    cell[1].paragraphs[0]._p.append(parse_xml(f'<w:r {NS}><w:footnoteReference w:id="2"/></w:r>'))
    document.add_paragraph("After.")
    with zipfile.ZipFile(io.BytesIO(save_docx(document))) as made, zipfile.ZipFile(out, "w") as archive:
        for name in made.namelist():
            archive.writestr(name, made.read(name))
        note = f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run(" At 2025 prices.")}</w:p></w:footnote>'
        archive.writestr("word/footnotes.xml", f"<w:footnotes {NS}>{note}</w:footnotes>")
    assert lines(read_bytes("a.docx", out.getvalue())) == ["Cost\t£40,000", "After.", "1 At 2025 prices."]


def test_what_only_the_page_heads_say_is_read_once(read):
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Wexcombe County Council"
    section.header.paragraphs[0].text = "Overview and Scrutiny Committee, 12 June 2025"
    section.footer.paragraphs[0].text = "Page 1 of 3"
    document.add_paragraph("Councillor Heron asked who had paid.")
    assert sorted(lines(read(document))[:2]) == [
        "Overview and Scrutiny Committee, 12 June 2025",
        "Wexcombe County Council",
    ]
    assert lines(read(document))[2:] == ["Councillor Heron asked who had paid."]


def test_cells_that_reach_over_others_are_said_once(read):
    document = docx.Document()
    table = document.add_table(3, 3)
    fill(table, (("Ward", "Street", "Cost"), ("Marl", "Mill Lane", "£1"), ("", "Quay Road", "£2")))
    table.cell(1, 0).merge(table.cell(2, 0))
    assert [block.cells for block in read(document).blocks] == [
        ("Ward", "Street", "Cost"), ("Marl", "Mill Lane", "£1"), ("", "Quay Road", "£2"),
    ]  # fmt: skip
