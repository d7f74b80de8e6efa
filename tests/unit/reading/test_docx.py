from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.reading import read_bytes


def read(word, save_docx):
    return read_bytes("a.docx", save_docx(word))


def paragraph(inner: str):
    return parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def test_headings_paragraphs_and_bold(word, save_docx):
    word.add_heading("Roads Panel", 0)
    word.add_heading("1. Apologies", 2)
    word.add_paragraph().add_run("Decision:").bold = True
    word.add_paragraph("There were none.")
    found = read(word, save_docx).blocks
    assert [(block.kind, block.marker, block.text) for block in found] == [
        (BlockKind.HEADING, "", "Roads Panel"),
        (BlockKind.HEADING, "1.", "Apologies"),
        (BlockKind.PARAGRAPH, "", "Decision:"),
        (BlockKind.PARAGRAPH, "", "There were none."),
    ]
    assert [block.level for block in found[:2]] == [1, 2]
    assert found[2].strong
    assert not found[3].strong


def test_tracked_insertions_are_in_and_deletions_out(word, save_docx):
    body = word.element.body
    body.insert(
        0,
        paragraph(
            run("The panel ")
            + f"<w:ins>{run('approved')}</w:ins><w:del>{run('refused', 'delText')}</w:del>"
            + run(" it.")
        ),
    )
    document = read(word, save_docx)
    assert document.blocks[0].text == "The panel approved it."
    assert "tracked changes" in document.notices[0]


def test_a_deleted_paragraph_mark_joins_the_paragraphs(word, save_docx):
    body = word.element.body
    body.insert(0, paragraph(f"<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('One half ')}"))
    body.insert(1, paragraph(run("and the other.")))
    assert [block.text for block in read(word, save_docx).blocks] == ["One half and the other."]


def test_rows_and_cells(word, save_docx):
    table = word.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Present:", "Cllr Ames\nCllr Bray"
    table.cell(1, 0).text = "Alone in its row."
    found = read(word, save_docx).blocks
    assert found[0].cells == ("Present:", "Cllr Ames\nCllr Bray")
    assert found[0].text == "Present:\tCllr Ames Cllr Bray"
    assert (found[1].kind, found[1].text) == (BlockKind.PARAGRAPH, "Alone in its row.")


def test_line_breaks_part_and_tabs_make_rows(word, save_docx):
    word.add_paragraph("Ann Other, Director\nBob Else, Officer")
    word.add_paragraph("Date:\tMonday")
    found = read(word, save_docx).blocks
    assert [block.text for block in found] == ["Ann Other, Director", "Bob Else, Officer", "Date:\tMonday"]
    assert found[2].cells == ("Date:", "Monday")


def test_headers_are_read_where_the_body_lacks_them(word, save_docx):
    word.sections[0].header.paragraphs[0].text = "Roads Panel, 4 March 2025"
    word.add_paragraph("1. Apologies")
    assert read(word, save_docx).blocks[0].text == "Roads Panel, 4 March 2025"
    word.add_paragraph("Minutes of the Roads Panel, 4 March 2025")
    assert read(word, save_docx).blocks[0].text == "Apologies"


def test_hidden_words_and_fields_stay_out(word, save_docx):
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret </w:t></w:r>{run('PAGE', 'instrText')}"
    word.element.body.insert(0, paragraph(hidden + run("Seen.")))
    assert [block.text for block in read(word, save_docx).blocks] == ["Seen."]


def test_text_boxes_follow_their_paragraph(word, save_docx):
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('In the box.')}</w:p></w:txbxContent></w:pict></w:r>"
    word.element.body.insert(0, paragraph(run("Beside it.") + box))
    assert [block.text for block in read(word, save_docx).blocks] == ["Beside it.", "In the box."]
