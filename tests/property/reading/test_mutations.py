"""Every reader is fed broken copies of sound files: it hands over sound blocks or one plain sentence, nothing else.

A few hundred a run; thousands where the environment has SCRUTINY_DESK_LONG.
"""

import io
import os
import random
import re
import zipfile
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.reading.sniff import sniff

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"
RUNS = 4000 if os.environ.get("SCRUTINY_DESK_LONG") else 120

SPACES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)
ODT = f"""<?xml version="1.0"?><office:document-content{SPACES}><office:body><office:text>
<text:h text:outline-level="1">Roads Panel</text:h><text:list text:style-name="L1">
<text:list-item text:start-value="3">
<text:p>First<text:s text:c="4"/>point</text:p></text:list-item></text:list><table:table><table:table-row>
<table:table-cell><text:p>Date:</text:p></table:table-cell><table:table-cell><text:p>Monday</text:p></table:table-cell>
</table:table-row></table:table></office:text></office:body></office:document-content>"""
RTF = rb"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\pard\b Roads Panel\b0\par It cost \'a35 \u8211 - no more.\par
\trowd\cellx3000\cellx6000\intbl Date:\cell Monday\cell\row\pard{\listtext 1.\tab}First point{\footnote A note.}\par}"""
EML = b"""From: Ann Other <ann@council.example>\r\nTo: bob@council.example\r\nDate: Tue, 02 Dec 2025 10:00:00 +0000\r
Subject: An answer\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r
\r\n--b\r\nContent-Type: text/plain\r
\r\nThe figure you asked for is 12.\r\n--b\r\nContent-Type: text/plain; name="a.txt"\r
Content-Disposition: attachment; filename="a.txt"\r\n\r\nMore words.\r\n--b--\r\n"""


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def odt(content: bytes) -> bytes:
    kind = b"application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": b"<m/>"})


def picture() -> bytes:
    stream = io.BytesIO()
    Image.new("L", (60, 80), 255).save(stream, "png")
    return stream.getvalue()


def originals() -> dict[str, bytes]:
    found = {f"sample{path.suffix}": path.read_bytes() for path in sorted(SAMPLE.iterdir()) if path.is_file()}
    return found | {
        "made.odt": odt(ODT.encode()),
        "made.rtf": RTF,
        "made.eml": EML,
        "made.mht": EML.replace(b"multipart/mixed", b"multipart/related").replace(b"text/plain", b"text/html"),
        "made.msg": (Path(__file__).parent / "made.msg").read_bytes(),  # written by the maker of tests/unit/reading
        "made.png": picture(),
        "made.zip": zipped({"a/b.txt": b"Words.", "c.html": b"<p>More.</p>"}),
    }


ORIGINALS = {
    name: data
    for name, data in originals().items()
    if Path(name).suffix in ".docx .html .pdf .txt .odt .rtf .eml .mht .msg .png .zip"
}
TOKENS = [
    b"\0",
    b"\xff\xfe",
    b"<",
    b">",
    b'"',
    b"\\",
    b"{",
    b"}",
    b"(",
    b"&#x1F;",
    b"99999999999",
    b"-1",
    b"\r\n\r\n",
    b"%",
    b"endobj",
]


def harmed(chance: random.Random, data: bytes) -> bytes:
    """A copy with a few bytes changed, cut, doubled, moved or put in."""
    copy = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 12))):
        place = chance.randrange(len(copy)) if copy else 0
        act = chance.randrange(6)
        if act == 0 and copy:
            copy[place] = chance.randrange(256)
        elif act == 1:
            del copy[place : place + chance.randrange(1, 2000)]
        elif act == 2:
            copy[place:place] = copy[place : place + chance.randrange(1, 400)]
        elif act == 3:
            copy[place:place] = chance.choice(TOKENS)
        elif act == 4:
            del copy[place:]
        else:
            copy[place : place + 8] = bytes(8)
    return bytes(copy)


def harmed_inside(chance: random.Random, data: bytes) -> bytes:
    """An archive whose parts are sound as files but say other things."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, held in parts.items():
        values = list(re.finditer(rb'="([^"<]*)"', held))
        if values and chance.random() < 0.6:
            match = chance.choice(values)
            value = chance.choice([b"", b"-1", b"0", b"99999999999", b"abc", "²".encode(), b"true"])
            parts[name] = held[: match.start(1)] + value + held[match.end(1) :]
    return zipped(parts)


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def page_words(data: bytes) -> dict[int, str]:
    document = pdfium.PdfDocument(data)
    try:
        found = {}
        for place in range(len(document)):
            try:
                page = document[place]
            except pdfium.PdfiumError:
                continue
            text = page.get_textpage()
            found[place + 1] = letters(text.get_text_range(errors="replace"))
            text.close()
            page.close()
        return found
    finally:
        document.close()


def check(name: str, data: bytes) -> None:
    if sniff(name, data) == "doc":
        return  # a program of its own would be started for each of these
    try:
        document = read_bytes(name, data)
    except UnreadableFile as trouble:
        assert trouble.sentence
        assert trouble.remedy
        return
    for order, block in enumerate(document.blocks):
        assert block.order == order
        assert block.text == block.text.strip() != ""
        assert not {"\n", "\r", "\f"} & set(block.text)
        block.text.encode()
        assert document.pages is None or 1 <= block.page <= block.end_page <= document.pages
    if document.format == "pdf":
        pages = page_words(data)
        for block in document.blocks:
            there = "".join(pages.get(page, "") for page in range(block.page, block.end_page + 1))
            words = [word for word in map(letters, block.text.split()) if word]
            assert all(word in there for word in words), block


@pytest.mark.parametrize("name", sorted(ORIGINALS))
def test_the_original_is_sound(name):
    check(name, ORIGINALS[name])


@pytest.mark.parametrize("name", sorted(ORIGINALS))
@settings(max_examples=RUNS, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(seed=st.integers(0, 2**32))
def test_a_broken_copy_is_blocks_or_one_sentence(name, seed):
    chance = random.Random(seed)
    data = ORIGINALS[name]
    inside = Path(name).suffix in (".docx", ".odt") and chance.random() < 0.6
    check(name, harmed_inside(chance, data) if inside else harmed(chance, data))


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "text",
    [
        "x " * 60 + "\n",
        "[a",
        "**a ",
        "-\n",
        "1.1.",
        "\t",
        "- ",
        "a:\n",
        "ab-\n",
        "<",
        "and so it went on for the whole day\n\n",
    ],
    ids=repr,
)
def test_long_files_of_one_thing_take_no_longer_than_their_length(text):
    check("long.txt", text.encode() * (200_000 // len(text)) + b"end")
    check("long.html", b"<html><body>" + text.encode() * (100_000 // len(text)) + b"end")


@pytest.mark.timeout(60)
@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "blockquote"])
def test_deeply_nested_pages_end_well(tag):
    check("deep.html", b"<html><body>" + f"<{tag}>".encode() * 3000 + b"end")
