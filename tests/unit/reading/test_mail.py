import io
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage
from types import SimpleNamespace

import pytest

from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading import outlook, read_bytes
from scrutiny_desk.reading.limits import USUAL, Limits
from scrutiny_desk.reading.mail import bare_name


@pytest.fixture
def message() -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ann Other <ann@council.example>"
    made["To"] = "bob@council.example"
    made["Subject"] = "The café’s roof"
    made["Date"] = "Tue, 02 Dec 2025 23:30:00 -0500"
    made.set_content("Dear Bob\n\nThe figure you asked for is 12.\n")
    return made


def test_a_message_gives_its_fields_words_and_files(message):
    message.add_attachment(b"Enclosed words.", maintype="text", subtype="plain", filename="../../etc/answer.txt")
    document = read_bytes("a.eml", message.as_bytes())
    assert [block.cells for block in document.blocks[:4]] == [
        ("From:", "Ann Other <ann@council.example>"),
        ("Date:", "Tue, 02 Dec 2025 23:30:00 -0500"),
        ("To:", "bob@council.example"),
        ("Subject:", "The café’s roof"),
    ]
    assert [block.text for block in document.blocks[4:]] == ["Dear Bob", "The figure you asked for is 12."]
    assert (document.sender, document.sent, document.subject) == (
        "Ann Other <ann@council.example>",
        "2025-12-02",
        "The café’s roof",
    )
    assert [(file.file_name, file.data) for file in document.attachments] == [("answer.txt", b"Enclosed words.")]


def test_web_mail_is_read_where_there_is_no_plain_text(message):
    message.set_content("<html><body><p>Dear Bob</p><p>Twelve.</p></body></html>", subtype="html")
    assert [block.text for block in read_bytes("a.eml", message.as_bytes()).blocks[4:]] == ["Dear Bob", "Twelve."]


def test_a_message_within_a_message_is_a_file_of_its_own(message):
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "c@council.example", "d@council.example", "Forwarded"
    outer.set_content("See below.")
    outer.add_attachment(message)
    document = read_bytes("a.eml", outer.as_bytes())
    inner = read_bytes(document.attachments[0].file_name, document.attachments[0].data)
    assert inner.subject == "The café’s roof"


def test_a_page_saved_as_one_file():
    made = EmailMessage()
    made["From"] = "<Saved by a browser>"
    made["Subject"] = "Agenda item"
    made.set_content(
        "<html><head><title>Item</title></head><body><h1>Roads</h1><p>Agreed.</p></body></html>", subtype="html"
    )
    made.make_related()
    made.add_related(b"p{}", maintype="text", subtype="css", cid="<style>")
    document = read_bytes("a.mhtml", made.as_bytes())
    assert (document.format, document.title) == ("mhtml", "Item")
    assert [block.text for block in document.blocks] == ["Roads", "Agreed."]
    assert document.attachments == ()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("..\\..\\x\\a.txt", "a.txt"),
        ("/etc/passwd", "passwd"),
        ("a\nb?.txt", "a b.txt"),
        ("..", "file 4"),
        (None, "file 4"),
    ],
)
def test_names_lose_their_folders(given, kept):
    assert bare_name(given, 4) == kept


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_an_archive_hands_over_its_files_without_their_folders():
    data = zipped({"../../evil.txt": b"One.", "in/two.txt": b"Two.", "__MACOSX/in/._two.txt": b"x", "in/": b""})
    document = read_bytes("a.zip", data)
    assert [(file.file_name, file.data) for file in document.attachments] == [
        ("evil.txt", b"One."),
        ("two.txt", b"Two."),
    ]
    assert document.blocks == ()


@pytest.mark.parametrize(
    ("parts", "limits", "words"),
    [
        ({}, USUAL, "damaged|no files"),
        ({"a.txt": b"x" * 5_000_000}, USUAL, "out of all measure"),
        ({"a.txt": b"words", "b.txt": b"words"}, Limits(files=1), "holds 2 files"),
        ({"a.txt": b"words" * 9}, Limits(expanded_bytes=20), "too large"),
    ],
)
def test_archives_beyond_their_limits_are_refused(parts, limits, words):
    with pytest.raises(UnreadableFile, match=words):
        read_bytes("a.zip", zipped(parts), limits=limits)


def test_outlook_messages(monkeypatch):
    message = SimpleNamespace(
        sender="ann@council.example",
        sent_date=datetime(2025, 12, 2, 10, tzinfo=UTC),
        recipients=[SimpleNamespace(name="Bob Else", email_address="bob@council.example")],
        subject="An answer",
        body="Dear Bob\r\n\r\nTwelve.\r\n",
        html_body=None,
        attachments=[SimpleNamespace(file_name="..\\a.txt", file_bytes=b"More.")],
    )
    monkeypatch.setattr(outlook.Message, "load", lambda _stream: message)
    document = outlook.read("a.msg", b"", USUAL)
    assert (document.sender, document.sent, document.subject) == ("ann@council.example", "2025-12-02", "An answer")
    assert [block.text for block in document.blocks[-2:]] == ["Dear Bob", "Twelve."]
    assert document.attachments[0].file_name == "a.txt"


def test_a_broken_outlook_message_is_one_sentence():
    with pytest.raises(UnreadableFile, match="is damaged"):
        outlook.read("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, USUAL)
