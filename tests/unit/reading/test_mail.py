import base64
import io
import struct
import zipfile
from email.message import EmailMessage

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


def test_a_broken_outlook_message_is_one_sentence():
    with pytest.raises(UnreadableFile, match="is damaged"):
        outlook.read("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, USUAL)


def mail(*parts: str) -> bytes:
    return "\r\n".join(parts).encode("utf-8", "surrogateescape")


HEAD = "From: Ann Other <ann@council.example>"


def words_of(data: bytes) -> list[str]:
    return [block.text for block in read_bytes("a.eml", data).blocks if not block.cells]


def test_text_in_base64_and_in_an_old_encoding():
    body = base64.b64encode("Dear Bob\n\nThe café’s roof cost £12.\n".encode("cp1252")).decode()
    head = 'Content-Type: text/plain; charset="windows-1252"', "Content-Transfer-Encoding: base64"
    assert words_of(mail(HEAD, "MIME-Version: 1.0", *head, "", body)) == ["Dear Bob", "The café’s roof cost £12."]


def test_text_that_is_not_in_the_encoding_it_declares():
    head = mail(HEAD, "MIME-Version: 1.0", "Content-Type: text/plain; charset=us-ascii", "", "")
    assert words_of(head + "The café’s roof.".encode("cp1252")) == ["The café’s roof."]


def test_without_subject_or_date_both_are_unknown():
    document = read_bytes("a.eml", mail(HEAD, "Subject: ", "MIME-Version: 1.0", "", "It is 12."))
    assert (document.subject, document.sent) == (None, None)
    assert read_bytes("a.eml", mail(HEAD, "Date: some day", "MIME-Version: 1.0", "", "It is 12.")).sent is None


def test_messages_in_messages_are_files_of_their_own(message):
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "Rhys Nuttall <rhys@council.example>", "The first answer"
    inner.set_content("It is 11.")
    message.add_attachment(inner)
    (file,) = read_bytes("a.eml", message.as_bytes()).attachments
    document = read_bytes(file.file_name, file.data)
    assert (document.subject, document.blocks[-1].text) == ("The first answer", "It is 11.")


def test_two_forms_of_one_body_are_read_once_and_two_bodies_both(message):
    message.add_alternative("<p>Dear Bob</p><p>The figure you asked for is 12.</p>", subtype="html")
    assert words_of(message.as_bytes()) == ["Dear Bob", "The figure you asked for is 12."]
    both = mail(
        HEAD, "MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="b"', "", "--b", "Content-Type: text/plain",
        "", "First words.", "--b", "Content-Type: text/html", "", "<p>Further words.</p>", "--b--", "",
    )  # fmt: skip
    assert words_of(both) == ["First words.", "Further words."]


def attribute(number: int, data: bytes, level: int = 1) -> bytes:
    return struct.pack("<BHHI", level, number, 6, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def winmail() -> bytes:
    """What Outlook sends to those it takes for its own: a body of rich text, and a file."""
    rich = rb"{\rtf1\ansi Dear Bob\par It is 12.\par}"
    body = struct.pack("<4I", len(rich) + 12, len(rich), 0x414C454D, 0) + rich
    name = "answer – new.txt".encode("utf-16-le") + b"\0\0"
    field = struct.pack("<IHHII", 1, 0x102, 0x1009, 1, len(body)) + body.ljust(-(-len(body) // 4) * 4, b"\0")
    title = struct.pack("<IHHII", 1, 31, 0x3707, 1, len(name)) + name.ljust(-(-len(name) // 4) * 4, b"\0")
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(
        (
            attribute(0x9003, field),
            attribute(0x9002, bytes(14), 2),
            attribute(0x8010, b"ANSWER~1.TXT\0", 2),
            attribute(0x800F, b"Enclosed words.", 2),
            attribute(0x9005, title, 2),
        )
    )


@pytest.mark.parametrize(("text", "words"), [("", ["Dear Bob", "It is 12."]), ("See the file.", ["See the file."])])
def test_what_is_in_winmail_dat_is_read(text, words):
    made = EmailMessage()
    made["From"] = "Ann Other <ann@council.example>"
    made.set_content(text)
    made.add_attachment(winmail(), maintype="application", subtype="ms-tnef", filename="winmail.dat")
    document = read_bytes("a.eml", made.as_bytes())
    assert [block.text for block in document.blocks if not block.cells] == words
    assert [(file.file_name, file.data) for file in document.attachments] == [("answer – new.txt", b"Enclosed words.")]


def test_a_broken_winmail_dat_stays_a_file_to_be_told_of():
    made = EmailMessage()
    made["From"] = "Ann Other <ann@council.example>"
    made.set_content("See the file.")
    made.add_attachment(winmail()[:80], maintype="application", subtype="ms-tnef", filename="winmail.dat")
    assert [file.file_name for file in read_bytes("a.eml", made.as_bytes()).attachments] == ["winmail.dat"]
