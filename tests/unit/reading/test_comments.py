"""Comments of Word and Writer files stand apart from the text, each on the paragraph it lies on."""

import io
import zipfile

import docx
import pytest

from scrutiny_desk.domain.documents import Comment
from scrutiny_desk.reading import read_bytes

SAID = "The Director said that two of the three centres would stay open."
OTHER = "Members thanked her."
REMARK = "Which two? Ask before this goes out."

ODT = f"""<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<office:body><office:text><text:p>{OTHER}</text:p><text:p>The Director said <office:annotation>
<dc:creator>Rhys Nuttall</dc:creator><dc:date>2025-06-13T09:00:00</dc:date><text:p>{REMARK}</text:p>
</office:annotation>that two of the three centres would stay open.</text:p></office:text></office:body>
</office:document-content>"""


def word() -> bytes:
    document, stream = docx.Document(), io.BytesIO()
    document.add_paragraph(OTHER)
    paragraph = document.add_paragraph(SAID)
    document.add_comment(paragraph.runs, text=REMARK, author="Rhys Nuttall", initials="RN")
    document.save(stream)
    return stream.getvalue()


MADE = 2025 - 1900 << 20 | 6 << 16 | 13 << 11 | 9 << 6
RTF = (
    rf"{{\rtf1\ansi {OTHER}\par The Director said {{\*\atrfstart 1}}that two of the three centres{{\*\atrfend 1}}"
    rf"{{\*\atnid RN}}{{\*\atnauthor Rhys Nuttall}}\chatn {{\*\annotation{{\*\atnref 1}}{{\*\atndate {MADE}}}"
    rf"\pard\plain {{\chatn}}Which two?\par Ask before this goes out.}} would stay open.\par}}"
)


def rich() -> bytes:
    return RTF.encode("ascii")


def writer() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ODT)
        archive.writestr("META-INF/manifest.xml", "<m/>")
    return stream.getvalue()


@pytest.mark.parametrize(("name", "make"), [("a.docx", word), ("a.odt", writer), ("a.rtf", rich)])
def test_a_comment_is_no_word_of_the_text(name, make):
    document = read_bytes(name, make())
    assert [block.text for block in document.blocks] == [OTHER, SAID]
    (comment,) = document.comments
    assert (comment.text, comment.author, comment.block) == (REMARK, "Rhys Nuttall", 1)
    assert document.notices == ("This file holds a comment, which is kept as a note apart from its text.",)


@pytest.mark.parametrize(("name", "make"), [("a.odt", writer), ("a.rtf", rich)])
def test_the_day_of_a_comment_is_kept(name, make):
    (comment,) = read_bytes(name, make()).comments
    assert comment == Comment(REMARK, "Rhys Nuttall", "2025-06-13T09:00:00", 1)


def test_a_comment_in_a_table_of_rich_text_leaves_the_table_whole():
    remark = r"{\*\annotation\pard Ask why.}"
    data = rf"{{\rtf1\ansi\trowd\cellx3000\cellx6000\intbl Date:{remark}\cell Monday\cell\row\pard End.\par}}"
    document = read_bytes("a.rtf", data.encode("ascii"))
    assert [block.cells or block.text for block in document.blocks] == [("Date:", "Monday"), "End."]
    assert document.comments == (Comment("Ask why.", None, None, 0),)
