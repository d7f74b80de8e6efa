import io
import zipfile

import pytest

from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading import read, read_bytes
from scrutiny_desk.reading.limits import Limits
from scrutiny_desk.reading.sniff import sniff


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_the_bytes_tell_the_format_before_the_suffix(make_pdf, word, save_docx):
    assert sniff("a.txt", make_pdf([[]])) == "pdf"
    assert sniff("a.pdf", save_docx(word)) == "docx"
    assert sniff("a.doc", b"{\\rtf1 x}") == "rtf"
    assert sniff("a.dat", b"<!DOCTYPE html><html><body>x") == "html"
    assert sniff("a.txt", b"<p>kept as it is") == "text"
    assert sniff("a.txt", b"From: a@b.example\nTo: c@d.example\nDate: x\n\nHello") == "eml"
    assert sniff("a.txt", b"Committee: Roads\nDate: Monday\n\nHello") == "text"
    assert sniff("a.odt", zipped({"mimetype": b"application/vnd.oasis.opendocument.text"})) == "odt"
    assert sniff("a.exe", b"MZ" + b"\0" * 50) == ""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 60),
        ("noise.bin", bytes(range(256)) * 9),
        ("blank.html", b"<html><body> </body></html>"),
        ("half.docx", b"PK\x03\x04" + b"x" * 300),
        ("hollow.docx", zipped({"word/document.xml": b"<nothing/>"})),
        ("bomb.docx", zipped({"word/document.xml": b"<a>" + b" " * 30_000_000 + b"</a>"})),
        (
            "entities.docx",
            zipped({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'}),
        ),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_a_remedy(name, data):
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(name, data)
    assert f"“{name}”" in caught.value.sentence
    assert caught.value.remedy


def test_missing_empty_and_large_files(tmp_path):
    with pytest.raises(UnreadableFile, match="not there any more"):
        read(tmp_path / "gone.txt")
    (tmp_path / "none.txt").write_bytes(b" \r\n")
    with pytest.raises(UnreadableFile, match="is empty"):
        read(tmp_path / "none.txt")
    (tmp_path / "large.txt").write_bytes(b"word " * 99)
    with pytest.raises(UnreadableFile, match="too large"):
        read(tmp_path / "large.txt", limits=Limits(file_bytes=99))
    with pytest.raises(UnreadableFile, match="is a folder"):
        read(tmp_path)


def test_a_file_of_too_many_paragraphs_is_refused():
    with pytest.raises(UnreadableFile, match="more paragraphs"):
        read_bytes("a.txt", b"One.\n\nTwo.\n\nThree.\n", limits=Limits(blocks=2))
