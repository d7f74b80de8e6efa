"""PDF pages as councils lay them out, written here object by object; the papers are invented."""

import pytest

from scrutiny_desk.domain.documents import Attachment, Comment
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.reading.scan import pages_to_read

FONTS = b"".join(
    b"/F%d<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % one
    for one in ((1, b"Helvetica"), (2, b"Helvetica-Bold"))
)
PROSE = (
    "The Director told the Committee that the wall had been mended twice since it was",
    "built, and that nobody had paid for the second mending, which the parish had asked",
    "for in the spring of that year. Councillor Heron asked who would pay for the third.",
)
WHOLE = " ".join(PROSE)


def pdf(*pages: bytes, objects=(), catalog=b"", page=b"", fonts=FONTS) -> bytes:
    """A file of these pages; `objects` are numbered on from the last page's."""
    bodies = [b"", b""]
    for content in pages:
        bodies.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        bodies.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<<%s>>>>%s>>"
            % (len(bodies), fonts, page)
        )
    kids = b" ".join(b"%d 0 R" % (4 + 2 * place) for place in range(len(pages)))
    bodies[0] = b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog
    bodies[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages))
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate((*bodies, *objects), 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return out + end % (len(places) + 1, table, len(places) + 1, len(out))


def words(left, base, text, size=11, bold=False, turn="1 0 0 1", more=b""):
    told = text.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT %s /F%d %g Tf %s %g %g Tm (%s) Tj ET\n" % (
        more,
        2 if bold else 1,
        size,
        turn.encode(),
        left,
        base,
        told,
    )


def prose(left, base, lines=PROSE):
    return b"".join(words(left, base - 14 * place, line) for place, line in enumerate(lines))


def texts(data):
    return [f"{block.marker} {block.text}".strip() for block in read_bytes("a.pdf", data).blocks]


def test_who_is_to_act_in_a_column_beside_the_minute_stands_behind_it():
    data = pdf(
        words(70, 780, "Item", bold=True) + words(100, 780, "Minute", bold=True) + words(480, 780, "Action", bold=True)
        + words(70, 750, "2.") + words(100, 750, "River wall", bold=True)
        + words(100, 736, "Councillor Heron asked who had paid for the wall. The Director replied")
        + words(480, 736, "Director of")
        + words(100, 722, "that nobody had, and undertook to send the figure to the Committee") + words(480, 722, "Highways")
        + words(100, 708, "before its next meeting.")
        + words(70, 680, "3.") + words(100, 680, "Any other business", bold=True) + words(100, 666, "There was none.")
    )  # fmt: skip
    assert texts(data)[1:] == [
        "2. River wall",
        "Councillor Heron asked who had paid for the wall. The Director replied that nobody had, and undertook to send "
        "the figure to the Committee before its next meeting.",
        "Action\tDirector of Highways",
        "3. Any other business",
        "There was none.",
    ]


def test_sums_beside_a_long_entry_stay_in_its_row():
    data = pdf(words(70, 700, "The mending of the wall at Marl Quay in the spring of that") + words(480, 700, "£40,000")
               + words(70, 686, "year, with its scaffolding"))  # fmt: skip
    assert texts(data)[0].endswith("\t£40,000")


@pytest.mark.parametrize("first", [True, False], ids=["under the text", "over it"])
def test_a_watermark_is_no_text_and_is_told_of(first):
    across = words(150, 250, "DRAFT", 120, True, "0.7071 0.7071 -0.7071 0.7071")
    page = prose(70, 700) + prose(70, 420)
    document = read_bytes("a.pdf", pdf(*[across + page if first else page + across] * 2))
    assert " ".join(block.text for block in document.blocks) == " ".join([WHOLE] * 4)
    assert document.notices == ("“DRAFT” is printed across its pages, and is not in the text.",)


def test_a_watermark_that_says_who_may_read_the_paper_stays_at_its_head():
    across = words(150, 250, "CONFIDENTIAL", 60, True, "0.7071 0.7071 -0.7071 0.7071")
    assert texts(pdf(prose(70, 700) + across)) == ["CONFIDENTIAL", WHOLE]


@pytest.mark.parametrize(
    ("angle", "turn", "place"),
    [
        (90, "0 1 -1 0", lambda n: (100 + 14 * n, 70)),
        (270, "0 -1 1 0", lambda n: (500 - 14 * n, 780)),
        (180, "-1 0 0 -1", lambda n: (525, 140 + 14 * n)),
    ],
)
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(angle, turn, place):
    lines = b"".join(words(*place(n), line, turn=turn) for n, line in enumerate(PROSE))
    table = words(*place(6), "Mile", turn=turn) + words(*_right(angle, place(6), 300), "Cost", turn=turn)
    document = read_bytes("a.pdf", pdf(lines + table, page=b"/Rotate %d" % angle))
    assert [block.text for block in document.blocks] == [WHOLE, "Mile\tCost"]


def _right(angle, place, by):
    """The place as far to the right of this one as the page is shown."""
    left, base = place
    return {90: (left, base + by), 270: (left, base - by), 180: (left - by, base)}[angle]


def test_letters_set_apart_and_small_capitals_are_words():
    small = words(70, 600, "R", 14, True) + words(81, 600, "IVER ", 10.5, True)
    small += words(112, 600, "W", 14, True) + words(126, 600, "ALL", 10.5, True)
    apart = words(70, 780, "M I N U T E S", 16, True)
    assert texts(pdf(apart + prose(70, 700) + small + prose(70, 570)))[::2] == ["MINUTES", "RIVER WALL"]


def test_a_word_that_the_end_of_a_page_divides_is_whole():
    first = prose(70, 200) + words(70, 158, "It was said in the end that the whole of the old reser-")
    second = words(70, 780, "voir had been drained, and the fish moved to the pond.") + prose(70, 740)
    assert (
        "It was said in the end that the whole of the old reservoir had been drained, and the fish moved to the pond."
        in (texts(pdf(first, second)))
    )


NOTE = (
    b"<</Type/Annot/Subtype/Text/Rect[300 690 320 712]/Contents(Which wall?)/T(Rhys Nuttall)/M(D:20250613090000Z)>>"
    b"<</Type/Annot/Subtype/Link/Rect[70 600 90 620]/A<</S/URI/URI(http://council.example)>>>>"
)


def test_notes_stuck_on_a_page_are_notes_apart():
    document = read_bytes("a.pdf", pdf(prose(70, 780) + prose(70, 700), page=b"/Annots[%s]" % NOTE))
    assert [block.text for block in document.blocks] == [WHOLE, WHOLE]
    assert document.comments == (Comment("Which wall?", "Rhys Nuttall", "2025-06-13T09:00:00", 0),)
    assert document.notices == ("This file holds a comment, which is kept as a note apart from its text.",)


def test_what_is_typed_into_a_form_is_text():
    fields = [
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(Ann Heron)/Rect[170 735 400 755]/P 4 0 R>>",
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(b)/V(Who has paid for it?)/Rect[70 650 500 690]/P 4 0 R/Ff 4096>>",
    ]
    page = words(70, 740, "Name:") + words(70, 700, "Question:") + words(70, 600, "Signed at the Council.")
    data = pdf(page, objects=fields, catalog=b"/AcroForm<</Fields[5 0 R 6 0 R]>>", page=b"/Annots[5 0 R 6 0 R]")
    assert texts(data) == ["Name:\tAnn Heron", "Question:", "Who has paid for it?", "Signed at the Council."]


def test_files_that_a_pdf_encloses_are_files_of_their_own():
    held = [
        b"<</Type/EmbeddedFile/Length 15>>stream\nEnclosed words.\nendstream",
        b"<</Type/Filespec/F(a.txt)/UF(..\\\\answer.txt)/EF<</F 5 0 R>>>>",
    ]
    names = b"/Names<</EmbeddedFiles<</Names[(a.txt) 6 0 R]>>>>/Collection<</View/D>>"
    document = read_bytes("a.pdf", pdf(words(70, 700, "Open this in a portfolio."), objects=held, catalog=names))
    assert document.attachments == (Attachment("answer.txt", b"Enclosed words."),)


def test_a_page_whose_letters_tell_nothing_is_left_to_be_read_as_a_picture():
    table = b"begincmap 1 begincodespacerange<00><FF>endcodespacerange 1 beginbfrange<20><7E><E000>endbfrange endcmap"
    told = b"<</Length %d>>stream\n%s\nendstream" % (len(table), table)
    fonts = FONTS.replace(b"/WinAnsiEncoding>>", b"/WinAnsiEncoding/ToUnicode 5 0 R>>", 1)
    data = pdf(prose(70, 700), objects=[told], fonts=fonts)
    document = read_bytes("a.pdf", data)
    assert (document.blocks, document.pages, document.searchable_pages) == ((), 1, 0)
    assert "letters that cannot be told" in document.notices[0]
    assert pages_to_read("a.pdf", data) == (1,)
