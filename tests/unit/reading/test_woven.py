"""Columns that the file holds row by row come out one after the other; tables and lists of names stay what they are."""

import textwrap

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.reading import read_bytes

STOCK = (
    "The Director explained that the two centres had been kept open through the winter and that families who used "
    "the third had each been written to by the end of October, so that nobody was left without a place to go."
)
OTHER = (
    "Members heard that the van had called at eleven villages and that its rota was printed every month in the "
    "magazine of each parish, with the number to ring for those who could not read the small type in which it stood."
)


def blocks(data):
    return read_bytes("a.pdf", data).blocks


def woven(one, other, width=42, top=760.0, left=60.0, right=320.0):
    """Two paragraphs side by side, drawn line by line across the page."""
    page = []
    pairs = zip(textwrap.wrap(one, width), textwrap.wrap(other, width), strict=False)
    for n, pair in enumerate(pairs):
        page += [(x, top - 13.5 * n, text, 10.0) for x, text in zip((left, right), pair, strict=True)]
    return page


def cut(text, rows, width=42):
    return " ".join(textwrap.wrap(text, width)[:rows])


def test_prose_held_row_by_row_is_two_columns(make_pdf):
    one, other = f"{STOCK} {OTHER}", f"{OTHER} {STOCK}"
    rows = min(len(textwrap.wrap(one, 42)), len(textwrap.wrap(other, 42)))
    found = blocks(make_pdf([woven(one, other)]))
    assert [block.text for block in found] == [cut(one, rows), cut(other, rows)]


def test_a_paragraph_runs_on_from_one_column_into_the_next(make_pdf):
    text = f"{STOCK} {OTHER} {STOCK} {OTHER}"
    lines = textwrap.wrap(text, 42)
    half = next(n for n in range(len(lines) // 2, len(lines)) if lines[n][0].islower())
    page = [(60.0, 760 - 13.5 * n, line, 10.0) for n, line in enumerate(lines[:half])]
    page += [(320.0, 760 - 13.5 * n, line, 10.0) for n, line in enumerate(lines[half:])]
    assert [block.text for block in blocks(make_pdf([page]))] == [text]


def test_rows_of_short_cells_stay_a_table(make_pdf):
    rows = [("Gritting of roads", "Ann Other"), ("Repair of the wall", "Una Dyer")] * 5
    page = [
        (x, 760 - 13.5 * n, text, 10.0)
        for n, row in enumerate(rows)
        for x, text in zip((60.0, 320.0), row, strict=True)
    ]
    found = blocks(make_pdf([page]))
    assert [block.cells for block in found] == rows


def test_lines_of_a_column_are_full_at_its_own_edge(make_pdf):
    """A first line that ends in an abbreviation far left of the page's edge goes on in the next line."""
    text = "Item one of the list that was put by the Director, Ms Okafor, told of the centres that had been kept. "
    text += f"{STOCK} {OTHER}"
    left = [(60.0, 760 - 13.5 * n, line, 10.0) for n, line in enumerate(textwrap.wrap(text, 44))]
    right = [(320.0, 760 - 13.5 * n, line, 10.0) for n, line in enumerate(textwrap.wrap(OTHER + " " + STOCK, 44))]
    assert [block.text for block in blocks(make_pdf([left + right]))] == [text, f"{OTHER} {STOCK}"]


def test_names_in_columns_are_kept_apart(make_pdf):
    names = ["Dorothy Ames (Chairman)", "Piers Bramley", "Una Dyer", "Tom Fenwick"]
    others = ["Safiya Hussain", "J Lowther", "Rhys Nuttall", "Kay Pettifer"]
    page = [(60.0, 760 - 13.5 * n, name, 10.0) for n, name in enumerate(names)]
    page += [(320.0, 760 - 13.5 * n, name, 10.0) for n, name in enumerate(others)]
    (row,) = blocks(make_pdf([page]))
    assert row.kind is BlockKind.TABLE_ROW
    assert row.cells == ("\n".join(names), "\n".join(others))


def test_words_that_stand_at_one_place_of_every_page_are_text_all_the_same(make_pdf):
    """Papers made from one form say the same at the head of many pages; only what stands apart is a running head."""
    pages = []
    for number in range(1, 6):
        body = textwrap.wrap(f"{number}. {STOCK} {OTHER} {STOCK} {OTHER} {STOCK}", 92)
        page = [(60.0, 790 - 13.5 * n, line, 10.0) for n, line in enumerate(body)]
        page += [(60.0, 820.0, "Wexcombe County Council, Overview and Scrutiny Committee, 12 June 2025", 10.0)]
        pages.append([*page, (290.0, 40.0, str(number), 9.0)])
    found = blocks(make_pdf(pages))
    assert [block.marker for block in found if block.marker] == ["1.", "2.", "3.", "4.", "5."]
    assert sum(block.text.count("The Director explained") for block in found) == 15
    assert sum("Wexcombe County Council" in block.text for block in found) == 1


def test_a_heading_in_capitals_stands_over_its_paragraph(make_pdf):
    body = textwrap.wrap(STOCK, 60)
    page = [(60.0, 760.0, "15. DAMP AND MOULD IN THE HOMES THAT THE COUNCIL LETS TO", 10.0)]
    page += [(60.0, 746.5 - 13.5 * n, line, 10.0) for n, line in enumerate(body)]
    first, second = blocks(make_pdf([page]))
    assert (first.kind, first.marker) == (BlockKind.HEADING, "15.")
    assert second.text == STOCK


def test_the_number_of_a_subsection_begins_no_point(make_pdf):
    page = [
        (60.0, 760.0, "5.2 Notices were to be placed in the parish under Section 15A", 10.0),
        (60.0, 746.5, "(1) of the Commons Act 2006, and the Clerk was to see to them.", 10.0),
    ]
    (found,) = blocks(make_pdf([page]))
    assert "Section 15A (1) of the Commons Act" in found.text


def test_what_an_archive_prints_on_pages_a_machine_has_read_is_no_text(make_pdf):
    body = textwrap.wrap(STOCK, 60)
    page = [(60.0, 760 - 13.5 * n, line, 10.0) for n, line in enumerate(body)]
    page.insert(
        2, (60.0, 760 - 13.5 * 1.5, "Scanned page, text may contain errors. See original file for clarity", 10.0)
    )
    assert "Scanned page" not in " ".join(block.text for block in blocks(make_pdf([page])))


def cells_at(page, top, columns):
    """The cells of a row, each with its lines, drawn one after the other."""
    for left, lines in columns:
        page += [(left, top - 13.5 * n, text, 10.0) for n, text in enumerate(lines)]


def test_a_row_goes_on_to_the_right_of_a_cell_of_several_lines(make_pdf):
    page = []
    cells_at(page, 760.0, [(60.0, ["Minute"]), (110.0, ["Action"]), (330.0, ["Owner"]), (430.0, ["Due"])])
    long = [
        "Circulate the number of families who",
        "moved from the third centre to the other",
        "two, with the reasons.",
    ]
    cells_at(page, 740.0, [(60.0, ["38"]), (110.0, long), (330.0, ["Ann Other"]), (430.0, ["June 2025"])])
    cells_at(
        page, 690.0, [(60.0, ["40"]), (110.0, ["Bring the report back."]), (330.0, ["Una Dyer"]), (430.0, ["May 2025"])]
    )
    assert [block.cells for block in blocks(make_pdf([page]))] == [
        ("Minute", "Action", "Owner", "Due"),
        ("38", " ".join(long), "Ann Other", "June 2025"),
        ("40", "Bring the report back.", "Una Dyer", "May 2025"),
    ]


def test_words_that_run_on_in_a_cell_are_no_list(make_pdf):
    page = []
    place = ["Council Chamber,", "County Hall, High", "Street, Wexcombe"]
    cells_at(page, 760.0, [(60.0, ["Place:"]), (110.0, place), (230.0, ["Time:"]), (290.0, ["7.30 pm"])])
    (row,) = blocks(make_pdf([page]))
    assert row.cells == ("Place:", " ".join(place), "Time:", "7.30 pm")


def test_who_is_to_act_stands_after_the_words_of_the_item(make_pdf):
    page = []
    body = textwrap.wrap(STOCK, 60)
    cells_at(page, 760.0, [(60.0, ["15."]), (90.0, ["DAMP AND MOULD", *body]), (480.0, ["MO"])])
    assert [block.text for block in blocks(make_pdf([page]))] == ["DAMP AND MOULD", STOCK, "MO"]
