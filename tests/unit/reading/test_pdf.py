import pypdfium2 as pdfium
import pytest

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.reading.limits import Limits
from scrutiny_desk.reading.pdf_open import bookmarks_of

FULL = [
    "The Director said that the service had been redesigned during the year and that",
    "the new arrangements would be in place by the autumn, when a further report",
]
LAST = "would come to the committee."


def lines(texts, *, top=780.0, left=70.0, pitch=13.5, **kept):
    return [(left, top - n * pitch, text, *kept.values()) for n, text in enumerate(texts)]


def read(data, **kept):
    return read_bytes("a.pdf", data, **kept)


def test_lines_become_paragraphs_by_gap_and_by_room_left(make_pdf):
    page = lines([*FULL, LAST, "A short second paragraph."]) + lines(["A third, after a gap."], top=690)
    found = read(make_pdf([page])).blocks
    assert [block.text for block in found] == [
        " ".join([*FULL, LAST]),
        "A short second paragraph.",
        "A third, after a gap.",
    ]
    assert {(block.page, block.end_page) for block in found} == {(1, 1)}


def test_sentences_go_on_over_a_page_and_furniture_goes(make_pdf):
    def page(number, *parts):
        head = [(200.0, 810.0, "Roads Panel minutes")]
        return head + lines(parts, top=760) + [(290.0, 30.0, str(number))]

    document = read(make_pdf([page(11, *FULL), page(12, LAST, *FULL, LAST), page(13, "1. Apologies", "None.")]))
    head, first, *_rest = document.blocks
    assert head.text == "Roads Panel minutes"
    assert first.text == " ".join([*FULL, LAST])
    assert (first.page, first.end_page, first.printed_page) == (1, 2, "11")
    assert [block.printed_page for block in document.blocks] == ["11", "11", "12", "13", "13"]
    assert not any(block.text.isdigit() for block in document.blocks)


def test_headings_by_size_and_by_bold_number(make_pdf):
    page = [(70.0, 800.0, "Roads Panel", 18.0)] + lines(["84. Apologies"], top=770, size=11.0, bold=True)
    page += lines(["There were none to report this evening.", "(a) first", "• second"], top=740)
    found = read(make_pdf([page])).blocks
    assert [(block.kind, block.marker, block.text) for block in found] == [
        (BlockKind.HEADING, "", "Roads Panel"),
        (BlockKind.HEADING, "84.", "Apologies"),
        (BlockKind.PARAGRAPH, "", "There were none to report this evening."),
        (BlockKind.LIST_ITEM, "(a)", "first"),
        (BlockKind.LIST_ITEM, "•", "second"),
    ]
    assert found[1].strong
    assert not found[2].strong


def test_a_label_and_its_value_are_a_row(make_pdf):
    page = [
        (70.0, 780.0, "To:"),
        (200.0, 780.0, "Roads Panel, 4 March"),
        (70.0, 760.0, "Subject:"),
        (200.0, 760.0, "Bridges"),
    ]
    found = read(make_pdf([page + lines([*FULL, LAST], top=730)])).blocks
    assert [block.cells for block in found[:2]] == [("To:", "Roads Panel, 4 March"), ("Subject:", "Bridges")]
    assert found[2].kind is BlockKind.PARAGRAPH


def test_a_word_divided_at_a_line_end_is_put_together(make_pdf):
    page = lines(
        [
            "The Director said that the service had been redesigned in the year and recon-",
            "sidered by a well-",
            "read panel.",
        ]
    )
    assert read(make_pdf([page])).blocks[0].text.endswith("and reconsidered by a well-read panel.")


def test_words_off_the_page_are_left_out(make_pdf):
    page = lines(["Seen on the page."]) + [(70.0, 900.0, "Clipped above it."), (70.0, -40.0, "And below.")]
    assert [block.text for block in read(make_pdf([page])).blocks] == ["Seen on the page."]


def test_title_and_counts(make_pdf):
    document = read(make_pdf([lines(["Words."]), []], title="Minutes"))
    assert (document.title, document.pages, document.searchable_pages) == ("Minutes", 2, 1)
    assert document.notices


@pytest.mark.parametrize("data", [b"%PDF-1.4\nbroken", b"%PDF-1.7\n" + b"x" * 4000])
def test_a_broken_file_is_one_sentence(data):
    with pytest.raises(UnreadableFile, match=r"“a\.pdf” is damaged") as caught:
        read(data)
    assert caught.value.remedy


def test_too_many_pages_are_refused(make_pdf):
    with pytest.raises(UnreadableFile, match="more than the 1 that"):
        read(make_pdf([lines(["One."]), lines(["Two."])]), limits=Limits(pages=1))


def test_a_locked_file_is_said_to_be_locked(monkeypatch, make_pdf):
    def locked(*_given):
        error = pdfium.PdfiumError("Failed to load document (PDFium: Incorrect password error).")
        error.err_code = 4
        raise error

    monkeypatch.setattr(pdfium, "PdfDocument", locked)
    with pytest.raises(UnreadableFile, match="locked with a password"):
        read(make_pdf([lines(["Words."])]))


def test_footnotes_come_after_the_text_and_their_marks_go(make_pdf):
    first = lines(FULL, top=780) + [
        (449.0, 770.0, "1", 6.0),
        (70.0, 90.0, "1", 5.0),
        (74.0, 88.0, "Some made one before.", 8.0),
    ]
    found = read(make_pdf([first, lines([LAST, "Another paragraph."], top=780)])).blocks
    assert [(block.kind, block.marker, block.text) for block in found] == [
        (BlockKind.PARAGRAPH, "", " ".join([*FULL, LAST])),
        (BlockKind.PARAGRAPH, "", "Another paragraph."),
        (BlockKind.FOOTNOTE, "1", "Some made one before."),
    ]
    assert found[2].page == 1


def two_pages_with_a_note(make_pdf, rest):
    first = lines(FULL, top=780) + [
        (70.0, 90.0, "1", 5.0),
        (74.0, 88.0, "Some made one before, which was sent to all", 8.0),
    ]
    own = [(70.0, 60.0, "2", 5.0), (74.0, 58.0, "And one since.", 8.0)]
    return read(make_pdf([first, lines([LAST, *FULL, LAST], top=780) + [(70.0, 70.0, rest, 8.0), *own]])).blocks


def test_a_note_over_two_pages_is_whole(make_pdf):
    *_text, first, second = two_pages_with_a_note(make_pdf, "members in the spring.")
    assert (first.kind, first.text) == (
        BlockKind.FOOTNOTE,
        "Some made one before, which was sent to all members in the spring.",
    )
    assert (first.page, first.end_page) == (1, 2)
    assert (second.marker, second.text, second.page) == ("2", "And one since.", 2)


def test_small_type_that_begins_anew_is_no_more_of_a_note(make_pdf):
    *_text, first, second = two_pages_with_a_note(make_pdf, "Source: the parish.")
    assert first.text == "Some made one before, which was sent to all"
    assert second.text == "And one since."


def test_rows_of_a_table_with_several_lines_a_cell(make_pdf):
    page = []
    for top, cells in (
        (700.0, ("Action", "Owner", "Due")),
        (680.0, (("Write to the county", "about the bridge"), "Ann Other", "May")),
    ):
        for left, cell in zip((70.0, 250.0, 400.0), cells, strict=True):
            for n, text in enumerate([cell] if isinstance(cell, str) else cell):
                page.append((left, top - 13.5 * n, text, 11.0))
    found = read(make_pdf([page])).blocks
    assert [block.cells for block in found] == [
        ("Action", "Owner", "Due"),
        ("Write to the county about the bridge", "Ann Other", "May"),
    ]


def test_two_columns_are_read_one_after_the_other(make_pdf):
    left = [f"Left column line {n} says a little more" for n in range(12)]
    right = [f"Right column line {n} says a little more" for n in range(12)]
    page = lines(left, top=760, left=60) + lines(right, top=760, left=320)
    text = " ".join(block.text for block in read(make_pdf([page])).blocks)
    assert text.index("Left column line 11") < text.index("Right column line 0")


@pytest.mark.parametrize("step", [1, 5])
def test_line_numbers_go_and_numbers_of_a_table_stay(make_pdf, step):
    body = [*FULL, LAST, *FULL, LAST, *FULL, LAST, *FULL, LAST, *FULL, LAST, *FULL, LAST, *FULL]
    page = lines(body, top=780, left=90)
    page += [(60.0, 780 - 13.5 * n, str(n + 1)) for n in range(len(body)) if (n + 1) % step == 0]
    text = " ".join(block.text for block in read(make_pdf([page])).blocks)
    assert not any(letter.isdigit() for letter in text)

    rows = [(70.0 + 120 * column, 700 - 20.0 * n, str(10 * n + column)) for n in range(6) for column in range(3)]
    found = read(make_pdf([rows + lines([*FULL, LAST], top=500)])).blocks
    assert [block.cells for block in found[:2]] == [("0", "1", "2"), ("10", "11", "12")]


def test_a_small_figure_within_a_word_is_no_note(make_pdf):
    page = [
        (70.0, 700.0, "The rota of Whin"),
        (152.4, 701.0, "2", 6.0),
        (155.8, 700.0, "(north) was put off."),
        *lines(FULL),
    ]
    text = " ".join(block.text for block in read(make_pdf([page])).blocks)
    assert "2" in text


def test_a_title_that_holds_half_a_letter_is_read(make_pdf):
    data = make_pdf([lines(FULL)], title="þÿ\0R\0oØ\0\0d")
    assert read(data).title.startswith("Ro")


def test_a_bookmark_that_holds_half_a_letter_is_read(make_pdf):
    data = make_pdf([lines(FULL)], bookmarks=[("þÿ\0R\0oØ\0\0d", 1)])
    with pdfium.PdfDocument(data) as document:
        assert [entry.page for entry in bookmarks_of(document)] == [1]
