"""A letter that exists only here is printed, scanned badly and read back."""

import io
import random

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from rapidfuzz.distance import Levenshtein

from scrutiny_desk.reading import read_bytes, scan, scan_pictures
from scrutiny_desk.reading.scanned import ScannedPage, of_scans

NEEDS_DATA = pytest.mark.skipif(not scan.can_read_scans(), reason="this machine has no Tesseract language data")

LETTER = """Wexcombe Leisure Trust
Harbour Leisure Centre, Quay Road, Wexcombe

2 December 2025

Dear Ms Penhale

Overview and Scrutiny Committee, 12 June 2025: swimming lessons

At the meeting on 12 June Councillor Vickers wanted to know how many children were
waiting for swimming lessons at each centre. I did not have the figures with me and
said that I would find out and let her know. I am sorry that it has taken so long.

On 30 November 2025 there were 486 children waiting: 201 at Harbour, 164 at Thornley,
73 at Coldwell and 48 at Great Marling. In June there were 530. The list is longest on
Saturdays, when every lane is taken from nine in the morning until two.

We have since appointed two more teachers, who begin in January, and expect the list
to be below 400 by Easter. We will write again if that proves wrong.

Yours sincerely
Tom Hargreave, Chief Executive"""


OVERLEAF = LETTER.split("\n\n", 4)[4]


def printed(make_pdf, pages: int) -> bytes:
    made = [
        [(70.0, 770.0 - 17 * n, line, 11.5) for n, line in enumerate(text.split("\n")) if line]
        for text in (LETTER, OVERLEAF)[:pages]
    ]
    return make_pdf(made)


def scanned(data: bytes, *, slant: float, specks: int) -> list[Image.Image]:
    """The pages at 200 dots an inch: askew, blurred, grey, speckled."""
    chance = random.Random(3)
    found = []
    for page in pdfium.PdfDocument(data):
        picture = page.render(scale=200 / 72, grayscale=True).to_pil()
        picture = picture.rotate(slant, resample=Image.Resampling.BICUBIC, fillcolor=255)
        picture = picture.filter(ImageFilter.GaussianBlur(0.7)).point(lambda shade: 50 + shade * 3 // 4)
        dots = picture.load()
        for _ in range(picture.width * picture.height // specks):
            dots[chance.randrange(picture.width), chance.randrange(picture.height)] = chance.choice((40, 240))
        found.append(picture)
    return found


def as_pdf(pictures: list[Image.Image]) -> bytes:
    stream = io.BytesIO()
    pictures[0].save(stream, "PDF", save_all=True, append_images=pictures[1:], resolution=200)
    return stream.getvalue()


@NEEDS_DATA
@pytest.mark.parametrize("slant", [0.7, -3.0])
def test_a_bad_scan_has_under_one_wrong_character_in_a_hundred(make_pdf, slant):
    data = as_pdf(scanned(printed(make_pdf, 2), slant=slant, specks=300))
    before = read_bytes("letter.pdf", data)
    assert (before.pages, before.searchable_pages, before.blocks) == (2, 0, ())
    assert "scanned" in before.notices[0]
    assert scan.pages_to_read("letter.pdf", data) == (1, 2)

    pages = {page.page: page for page in scan.read_pages("letter.pdf", data)}
    document = read_bytes("letter.pdf", data, scanned=pages)
    assert document.searchable_pages == 2
    assert document.notices == ()
    assert all(page.confidence > 0.8 for page in pages.values())
    for number, text in enumerate((LETTER, OVERLEAF), 1):
        want = " ".join(text.split())
        got = " ".join(block.text for block in document.blocks if block.page == number)
        assert Levenshtein.distance(want, got) < 0.01 * len(want)


@NEEDS_DATA
def test_its_paragraphs_are_whole_and_the_caller_may_stop_between_pages(make_pdf):
    data = as_pdf(scanned(printed(make_pdf, 2), slant=0.0, specks=10**9))
    first = next(scan.read_pages("letter.pdf", data))
    document = read_bytes("letter.pdf", data, scanned={1: first})
    assert (document.pages, document.searchable_pages) == (2, 1)
    texts = [block.text for block in document.blocks]
    assert any(text.startswith("On 30 November") and text.endswith("until two.") for text in texts)


@NEEDS_DATA
@pytest.mark.parametrize(("slant", "specks"), [(-2.0, 0), (0.7, 9000), (3.0, 9000)])
def test_a_ruled_table_on_a_page_that_lies_askew_is_read(slant, specks):
    page, face = Image.new("L", (1653, 2338), 255), ImageFont.load_default(32)
    pen = ImageDraw.Draw(page)
    for n in range(12):
        pen.text((160, 160 + 60 * n), "The wall of this mile was mended in the spring of the year.", font=face, fill=20)
    for n, row in enumerate((("Ward", "Street", "Cost"), ("Marl", "Mill Lane", "120"), ("Quay", "Quay Road", "95"))):
        for m, words in enumerate(row):
            left, top = 160 + 400 * m, 1013 + 80 * n
            pen.rectangle((left, top, left + 400, top + 80), outline=60)
            pen.text((left + 20, top + 20), words, font=face, fill=20)
    stream = io.BytesIO()
    page = page.rotate(slant, fillcolor=255, resample=Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(0.6))
    chance, dots = random.Random(7), page.load()
    for _ in range(specks):
        dots[chance.randrange(page.width), chance.randrange(page.height)] = chance.randrange(60, 255)
    page.save(stream, "PDF", resolution=200)
    pages = {each.page: each for each in scan.read_pages("a.pdf", stream.getvalue())}
    words = " ".join(block.text for block in read_bytes("a.pdf", stream.getvalue(), scanned=pages).blocks)
    assert "Ward Street Cost Marl Mill Lane 120 Quay Quay Road 95" in " ".join(words.split())


@pytest.mark.parametrize("slant", [-3.4, -0.35, 0.0, 0.7, 4.5])
def test_the_slant_of_a_page_is_found(slant):
    page = Image.new("L", (1653, 2338), 235)
    pen = ImageDraw.Draw(page)
    for n in range(40):
        pen.rectangle((180, 200 + 46 * n, 1450 - 140 * (n % 3), 216 + 46 * n), fill=40)
    turned = page.rotate(slant, fillcolor=255, resample=Image.Resampling.BICUBIC)
    assert scan_pictures.slant_of(turned) == pytest.approx(-slant, abs=0.1)


def test_rules_go_where_upright_ones_show_a_table_and_letters_stay():
    page = Image.new("L", (900, 600), 235)
    pen = ImageDraw.Draw(page)
    pen.text((120, 120), "Illness in the illuminated hall", font=ImageFont.load_default(32), fill=20)
    bare = page.copy()
    pen.rectangle((100, 100, 800, 400), outline=60)
    assert scan_pictures.unruled(page, 200)[0].tobytes() == bare.tobytes()
    assert scan_pictures.unruled(bare, 200) == (bare, None)


@NEEDS_DATA
def test_a_picture_file_is_read_as_a_page(make_pdf):
    stream = io.BytesIO()
    scanned(printed(make_pdf, 1), slant=0.0, specks=10**9)[0].save(stream, "PNG")
    assert read_bytes("letter.png", stream.getvalue()).searchable_pages == 0
    pages = {page.page: page for page in scan.read_pages("letter.png", stream.getvalue())}
    document = read_bytes("letter.png", stream.getvalue(), scanned=pages)
    assert "486 children waiting" in " ".join(block.text for block in document.blocks)


def test_a_page_with_text_is_no_scan_and_a_stamp_does_not_hide_one(make_pdf):
    picture = Image.new("L", (827, 1169), 255)
    stamped = pdfium.PdfDocument(as_pdf([picture]))
    text = pdfium.PdfDocument(printed(make_pdf, 1))
    stamped.import_pages(text)
    stream = io.BytesIO()
    stamped.save(stream)
    assert scan.pages_to_read("a.pdf", stream.getvalue()) == (1,)
    document = read_bytes("a.pdf", stream.getvalue())
    assert (document.pages, document.searchable_pages) == (2, 1)


def test_other_formats_have_no_pages_to_read():
    assert scan.pages_to_read("a.txt", b"Words.") == ()


WELSH = (
    "Dywedodd y Cyfarwyddwr wrth y Pwyllgor fod y wal wedi cael ei thrwsio ddwywaith, ac nad oedd neb wedi talu am yr "
    "ail waith. Gofynnodd y Cynghorydd pwy fyddai'n talu am y trydydd gwaith yn y gwanwyn."
)


def test_welsh_is_known_by_its_small_words():
    assert scan.seems_welsh(WELSH)
    assert not scan.seems_welsh(LETTER)
    assert not scan.seems_welsh("Yr Wyddfa")


def test_what_is_said_of_a_scan_is_said_once():
    pages = [ScannedPage(number, (), 0.9, 842.0, scan.NO_WELSH) for number in (1, 2)]
    assert of_scans([*pages, ScannedPage(3, (), 0.9, 842.0)]) == (scan.NO_WELSH,)


def test_welsh_data_in_another_folder_is_named_by_the_way_to_it(monkeypatch, tmp_path):
    for folder, name in (("program", "eng"), ("system", "cym")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{name}.traineddata").touch()
    monkeypatch.setattr(scan, "_places", lambda: [tmp_path / "program", tmp_path / "system"])
    monkeypatch.setattr(scan, "welsh_data", scan.welsh_data.__wrapped__)
    assert scan.data_folder.__wrapped__() == tmp_path / "program"
    assert scan._languages(tmp_path / "program") == "eng+../system/cym"
    (tmp_path / "system" / "cym.traineddata").unlink()
    assert scan._languages(tmp_path / "program") == "eng"
