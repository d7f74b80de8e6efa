"""Messages as Outlook saves them, written here byte by byte from the published format; the people are invented."""

import struct
from datetime import UTC, datetime

import pytest

from scrutiny_desk.reading import read_bytes
from scrutiny_desk.reading.winmail import unpacked

SUBJECT, BODY, HTML, RICH, CODE_PAGE, SENT, DELIVERED, HEADERS = (
    0x0037, 0x1000, 0x1013, 0x1009, 0x3FDE, 0x0039, 0x0E06, 0x007D,
)  # fmt: skip
SENDER, ADDRESS, SMTP = 0x0C1A, 0x0C1F, 0x5D01
NAME, KIND = 0x3001, 0x0C15
FILE, SHORT, LONG, METHOD = 0x3701, 0x3704, 0x3707, 0x3705
MOMENT = datetime(2025, 12, 2, 10, 5, tzinfo=UTC)
FROM = {SENDER: "Siân Orme", ADDRESS: "sian.orme@wexcombe.example"}
RTF = rb"{\rtf1\ansi\ansicpg1252 Dear Bob\par The caf\'e9 \u8211? it is 12.\par}"


def packed(rtf):
    """Rich text in the packing that repeats nothing: eight letters after each byte of noughts."""
    body = b"".join(b"\0" + rtf[at : at + 8] for at in range(0, len(rtf), 8))
    return struct.pack("<4I", len(body) + 12, len(rtf), 0x75465A4C, 0) + body


def texts(document):
    return [block.text for block in document.blocks if not block.cells]


def fields(document):
    return {block.cells[0]: block.cells[1] for block in document.blocks if block.cells}


@pytest.mark.parametrize("unicode", [True, False], ids=["unicode", "eight bit"])
def test_a_message_with_people_and_files(make_msg, unicode):
    to = [{NAME: "Bob Else", KIND: 1}, {NAME: "Ann Heron", KIND: 2}]
    files = [
        {LONG: "..\\answer.txt", FILE: b"Enclosed. " * 900, METHOD: 1},
        {SHORT: "OLD~1.TXT", FILE: b"Old.", METHOD: 1},
    ]
    code = {} if unicode else {0x3FFD: 1252}
    data = make_msg(
        {SUBJECT: "The café’s roof", BODY: "Dear Bob\r\n\r\nIt is 12.\r\n", SENT: MOMENT, **FROM, **code},
        to, files, unicode=unicode,
    )  # fmt: skip
    document = read_bytes("a.msg", data)
    assert document.format == "msg"
    assert (document.sent, document.subject) == ("2025-12-02", "The café’s roof")
    assert document.sender == '"Siân Orme" <sian.orme@wexcombe.example>'
    assert (fields(document)["To:"], fields(document)["Cc:"]) == ("Bob Else", "Ann Heron")
    assert texts(document) == ["Dear Bob", "It is 12."]
    assert [(file.file_name, len(file.data)) for file in document.attachments] == [
        ("answer.txt", 9000),
        ("OLD~1.TXT", 4),
    ]


def test_a_body_that_is_rich_text_alone_is_read(make_msg):
    document = read_bytes("a.msg", make_msg({SUBJECT: "x", RICH: packed(RTF)}))
    assert texts(document) == ["Dear Bob", "The café – it is 12."]


def test_a_body_that_is_a_web_page_alone_is_read(make_msg):
    page = "<html><body><p>Dear Bob</p><p>It is £12 – no more.</p></body></html>"
    document = read_bytes("a.msg", make_msg({SUBJECT: "x", HTML: page.encode("cp1252"), CODE_PAGE: 1252}))
    assert texts(document) == ["Dear Bob", "It is £12 – no more."]


def test_a_message_in_a_message_is_a_file_of_its_own(make_msg, message_tree):
    inner = message_tree(
        {SUBJECT: "The first answer", BODY: "It is 11.", SENT: MOMENT, **FROM}, [{NAME: "Bob Else", KIND: 1}],
        [{LONG: "b.txt", FILE: b"More words.", METHOD: 1}],
    )  # fmt: skip
    outer = make_msg({SUBJECT: "FW", BODY: "See below."}, (), [{NAME: "The first answer", METHOD: 5, "inside": inner}])
    (file,) = read_bytes("a.msg", outer).attachments
    document = read_bytes(file.file_name, file.data)
    assert (document.format, document.subject, document.sent) == ("eml", "The first answer", "2025-12-02")
    assert texts(document) == ["It is 11."]
    assert [(inside.file_name, inside.data) for inside in document.attachments] == [("b.txt", b"More words.")]


def test_what_a_message_lacks_is_unknown(make_msg):
    document = read_bytes("a.msg", make_msg({BODY: "It is 12."}))
    assert (document.sender, document.sent, document.subject) == (None, None, None)
    assert texts(document) == ["It is 12."]


def test_the_day_it_came_or_the_printed_head_tell_the_day_where_nothing_else_does(make_msg):
    assert read_bytes("a.msg", make_msg({BODY: "x y", DELIVERED: MOMENT})).sent == "2025-12-02"
    head = "Date: Wed, 03 Dec 2025 09:00:00 +0000\r\nFrom: Ann <ann@council.example>\r\n\r\n"
    document = read_bytes("a.msg", make_msg({BODY: "x y", HEADERS: head}))
    assert (document.sent, document.sender) == ("2025-12-03", "Ann <ann@council.example>")


@pytest.mark.parametrize(
    ("more", "sender"), [({}, "Siân Orme"), ({SMTP: "so@council.example"}, '"Siân Orme" <so@council.example>')]
)
def test_an_address_of_the_mail_server_alone_is_not_shown(make_msg, more, sender):
    data = make_msg({BODY: "x y", SENDER: "Siân Orme", ADDRESS: "/O=WEX/OU=FIRST/CN=ORMES", **more})
    assert read_bytes("a.msg", data).sender == sender


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (
            "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0",
            b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
        ),
        (
            "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0",
            b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}",
        ),
    ],
    ids=["backwards", "across its own end"],
)
def test_rich_text_that_repeats_itself_is_unpacked_as_the_format_says(data, words):
    assert unpacked(bytes.fromhex(data)) == words


def test_what_is_no_packed_rich_text_is_refused():
    with pytest.raises(ValueError, match="short"):
        unpacked(b"LZFu")
