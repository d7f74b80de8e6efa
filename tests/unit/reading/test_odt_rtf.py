import io
import zipfile

import pytest

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.reading import read_bytes

NAMES = (
    "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
        for name, space in {"office": "office", "text": "text", "table": "table", "style": "style"}.items()
    )
    + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def odt(body: str, styles: str = "") -> bytes:
    content = (
        f"<office:document-content{NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<m/>")
    return stream.getvalue()


def rtf(body: str) -> bytes:
    return b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s1 Heading;}}" + body.encode() + b"}"


def shown(name: str, data: bytes):
    return [(block.marker, block.text) for block in read_bytes(name, data).blocks]


LIST = """<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
<text:list-level-style-bullet text:level="3" text:bullet-char="\ue00c"/></text:list-style>"""


def test_odt_lists_count_as_writer_shows_them():
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = "<text:list>" + item.format("one", "<text:list>" + item.format("dot", "") + "</text:list>") + "</text:list>"
    first = f'<text:list text:style-name="L1">{item.format("First", inner)}{item.format("Second", "")}</text:list>'
    more = '<text:list text:style-name="L1" text:continue-numbering="true">' + item.format("Third", "") + "</text:list>"
    anew = f'<text:list text:style-name="L1">{item.format("Anew", "")}</text:list>'
    assert shown("a.odt", odt(first + more + anew, LIST)) == [
        ("1.", "First"),
        ("1.1", "one"),
        ("•", "dot"),
        ("2.", "Second"),
        ("3.", "Third"),
        ("1.", "Anew"),
    ]


def test_odt_tracked_deletions_notes_and_spaces():
    deletion = "<text:deletion><text:p>gone</text:p></text:deletion>"
    tracked = f"<text:tracked-changes><text:changed-region>{deletion}</text:changed-region></text:tracked-changes>"
    below = "<text:note-body><text:p>Below.</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{below}</text:note>"
    document = read_bytes("a.odt", odt(f"{tracked}<text:p>Seen<text:s/>here{note} and on.</text:p>"))
    assert [(block.kind, block.text) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, "Seen here and on."),
        (BlockKind.FOOTNOTE, "Below."),
    ]
    assert "tracked changes" in document.notices[0]


def test_odt_rows_and_bold():
    style = '<style:style style:name="P1"><style:text-properties fo:font-weight="bold"/></style:style>'
    cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in ("Date:", "Monday"))
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    found = read_bytes("a.odt", odt(f'<text:p text:style-name="P1">Decision</text:p>{table}', style)).blocks
    assert found[0].strong
    assert found[1].cells == ("Date:", "Monday")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (r"It cost \'a35 \u8211 - no more.", "It cost £5 – no more."),
        (r"A\uc2\u8211 ??dash", "A–dash"),
        (r"Kept {\v hidden }words", "Kept words"),
        (r"Kept {\deleted gone }words", "Kept words"),
        (r"Kept {\*\unknown secret}words", "Kept words"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt the link}}", "the link"),
        (r"braces \{ and \\ and \~ too", "braces { and \\ and too"),
    ],
)
def test_rtf_words(body, words):
    assert shown("a.rtf", rtf(r"\pard " + body + r"\par")) == [("", words)]


def test_rtf_rows_lists_notes_and_headings():
    body = (
        r"\pard\outlinelevel0\b Roads Panel\b0\par\pard{\listtext\pard 1.\tab}First point\par"
        r"\trowd\intbl Date:\cell Monday\cell\row\pard The end.{\footnote Below.}\par"
    )
    found = read_bytes("a.rtf", rtf(body)).blocks
    assert [(block.kind, block.marker, block.text) for block in found] == [
        (BlockKind.HEADING, "", "Roads Panel"),
        (BlockKind.LIST_ITEM, "1.", "First point"),
        (BlockKind.TABLE_ROW, "", "Date:\tMonday"),
        (BlockKind.PARAGRAPH, "", "The end."),
        (BlockKind.FOOTNOTE, "1", "Below."),
    ]
    assert found[0].strong


def test_rtf_title_and_tracked_changes():
    document = read_bytes(
        "a.rtf", rtf(r"{\info{\title Minutes}{\author Ann}}\pard{\revised new}{\deleted old} words\par")
    )
    assert document.title == "Minutes"
    assert [block.text for block in document.blocks] == ["new words"]
    assert "tracked changes" in document.notices[0]
