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


def writer() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ODT)
        archive.writestr("META-INF/manifest.xml", "<m/>")
    return stream.getvalue()


@pytest.mark.parametrize(("name", "make"), [("a.docx", word), ("a.odt", writer)])
def test_a_comment_is_no_word_of_the_text(name, make):
    document = read_bytes(name, make())
    assert [block.text for block in document.blocks] == [OTHER, SAID]
    (comment,) = document.comments
    assert (comment.text, comment.author, comment.block) == (REMARK, "Rhys Nuttall", 1)
    assert document.notices == ("This file holds a comment, which is kept as a note apart from its text.",)


def test_the_day_of_a_comment_is_kept():
    (comment,) = read_bytes("a.odt", writer()).comments
    assert comment == Comment(REMARK, "Rhys Nuttall", "2025-06-13T09:00:00", 1)
