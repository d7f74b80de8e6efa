import pytest

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.reading.limits import Limits
from scrutiny_desk.reading.text import MENDED


def blocks(text: str):
    return read_bytes("a.txt", text.encode()).blocks


def texts(text: str):
    return [(block.marker, block.text) for block in blocks(text)]


def test_blank_lines_part_paragraphs_and_orders_count_from_nought():
    found = blocks("First paragraph.\n\n\u00a0\n\nSecond   paragraph\u00a0here.\n")
    assert [block.text for block in found] == ["First paragraph.", "Second paragraph here."]
    assert [block.order for block in found] == [0, 1]


def test_lines_of_one_chunk_stay_apart_where_the_file_breaks_no_lines():
    assert texts("Ann Other, Director of Roads\nBob Else, Cabinet Member\n") == [
        ("", "Ann Other, Director of Roads"),
        ("", "Bob Else, Cabinet Member"),
    ]


def test_a_sentence_cut_by_a_blank_line_is_whole_again():
    cut = "The committee was told that the number of places\n\nhad risen since the spring and would rise again.\n"
    assert len(texts(cut)) == 1
    assert "places had risen" in texts(cut)[0][1]


@pytest.mark.parametrize(
    "second", ["Had risen since the spring.", "- had risen since the spring", "2. had risen by far"]
)
def test_capitals_and_markers_begin_anew(second):
    assert len(texts(f"The committee was told that the number of places\n\n{second}\n")) == 2


def test_markers_are_taken_off():
    found = texts(
        "34. WEBCASTING\n\n(a) That it be noted\n\n·       A point\n\n1.    Another\n\n4. (b) Both\n\n7.30 pm start\n"
    )
    assert found == [
        ("34.", "WEBCASTING"),
        ("(a)", "That it be noted"),
        ("·", "A point"),
        ("1.", "Another"),
        ("4. (b)", "Both"),
        ("", "7.30 pm start"),
    ]


def test_a_number_alone_on_its_line_belongs_to_the_next_paragraph():
    assert texts("1.\n\nAdoption of minutes\n\nThese were agreed.\n")[0] == ("1.", "Adoption of minutes")


def test_tabs_part_a_label_from_its_value():
    found = blocks("Committee:\tRoads Panel\tDate:\tMonday\t\t\n1.\tText after a number.\n")
    assert found[0].kind is BlockKind.TABLE_ROW
    assert found[0].cells == ("Committee:", "Roads Panel", "Date:", "Monday")
    assert found[0].text == "Committee:\tRoads Panel\tDate:\tMonday"
    assert (found[1].kind, found[1].marker) == (BlockKind.LIST_ITEM, "1.")


def test_numbered_lines_alone_are_headings_and_numbered_neighbours_a_list():
    found = blocks(
        "4. Apologies\n\nThere were none at all.\n\n1. Roads\n\n2. Paths\n\n3. Bridges\n\nAll were agreed.\n"
    )
    assert [block.kind for block in found if block.marker] == [BlockKind.HEADING] + [BlockKind.LIST_ITEM] * 3


def test_markdown_leaves_no_marks():
    found = blocks(
        "**Bold all through**\n\nSome *leaning* and **strong** words, see [the page](http://x.example/a).\n\n# Title\n"
    )
    assert [block.text for block in found] == [
        "Bold all through",
        "Some leaning and strong words, see the page.",
        "Title",
    ]
    assert found[0].strong
    assert found[2].kind is BlockKind.HEADING


WRAPPED = """\
The Director said that the service had been redesigned during the year and that the
new arrangements would be in place by the autumn, when a further report would come
to the committee. Members thanked her.

Councillor Ames asked how many families had been told of the change in writing and
whether any had ob-
jected to it.

(a) Twelve.
(b) None had.
"""


def test_hard_line_ends_are_undone():
    found = texts(WRAPPED)
    assert [marker for marker, _text in found] == ["", "", "(a)", "(b)"]
    assert found[0][1].endswith("a further report would come to the committee. Members thanked her.")
    assert found[1][1].endswith("whether any had objected to it.")


def test_hard_line_ends_with_blank_lines_between_all_are_undone_too():
    doubled = WRAPPED.split("\n\n(a)")[0].replace("\n\n", "\n").replace("\n", "\n\n")
    assert len(texts(doubled)) == 2


def test_page_marks_numbers_and_running_lines_go():
    pages = [f"Roads Panel, page {n}\nThe text of page {n} is here in full.\n\n{n}" for n in range(1, 6)]
    assert texts("\n\f".join(pages)) == [("", f"The text of page {n} is here in full.") for n in range(1, 6)]


def test_a_sentence_goes_on_over_a_page_mark():
    assert texts("The panel heard that the bridge would be\n---\n2\n\nclosed in May for the works.\n") == [
        ("", "The panel heard that the bridge would be closed in May for the works.")
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_common_encodings(encoding):
    document = read_bytes("a.txt", "It cost £5 – no more.\r\n\r\nAgreed.".encode(encoding))
    assert [block.text for block in document.blocks] == ["It cost £5 – no more.", "Agreed."]
    assert document.notices == ()


def test_wrong_encodings_are_mended_and_said_so():
    document = read_bytes("a.txt", "It cost £5 – and the café’s roof.".encode().decode("cp1252").encode())
    assert document.blocks[0].text == "It cost £5 – and the café’s roof."
    assert document.notices == (MENDED,)


def test_text_above_its_ceiling_is_refused():
    with pytest.raises(UnreadableFile, match="too large"):
        read_bytes("a.txt", b"word " * 100, limits=Limits(text_bytes=100))


def test_footnotes_are_told():
    found = blocks("A charge is made.¹ It is small.\n\n¹ Some centres made one before.\n")
    assert (found[1].kind, found[1].marker, found[1].text) == (BlockKind.FOOTNOTE, "¹", "Some centres made one before.")


def test_page_numbers_that_count_on_with_a_running_line_behind_are_no_text():
    text = (
        "The surveyor said that the path along the river had not been walked by anybody from the\n"
        "county since the bridge at the mill was closed, and asked what it would cost to have the\n"
        "\n1\nVale Council, 24 June 2025\n\n"
        "rail mended. The clerk said that nobody knew.\n\n"
        "The second paragraph is about the hall and goes on for as long as the first one did, for\n"
        "the hall has a roof that leaks and a floor that has to be taken up before the winter by\n"
        "\n2\nVale Council, 24 June 2025\n\n"
        "volunteers.\n"
    )
    found = [words for _, words in texts(text)]
    assert len(found) == 2
    assert "to have the rail mended." in found[0]
    assert found[1].endswith("winter by volunteers.")


def test_a_title_at_the_end_of_a_line_belongs_to_the_name_on_the_next():
    lines = ["The manager had voted against the resolution on wages, and the reasons were asked for. Ms"] * 3
    found = texts(
        "\n\n".join(f"{line}\nVisser did not have these to hand, but would send them when she could." for line in lines)
    )
    assert all("Ms Visser did not" in words for _, words in found)


@pytest.mark.parametrize("after", ["Purpose of this report", "1. Purpose"])
def test_cells_on_lines_of_their_own_are_rows(after):
    head = "Title:\nLighting of lanes\nAuthor:\nAnn Dyer\nContact officer:\nAnn Dyer, extension 4\n"
    found = blocks(f"{head}{after}\nTo say what is planned.")
    assert [block.cells for block in found[:3]] == [
        ("Title:", "Lighting of lanes"),
        ("Author:", "Ann Dyer"),
        ("Contact officer:", "Ann Dyer, extension 4"),
    ]


def test_what_people_said_is_no_value():
    said = (
        "Councillor Dyer:\nI asked for it.\nCouncillor Ames:\nSo did I.\nCouncillor Tolley:\nAnd I.\nThe end was near."
    )
    assert not any(block.cells for block in blocks(said))


def test_an_items_head_at_the_end_of_a_paragraph_stands_before_its_first_point():
    found = blocks("8.2 Hedges. They were thanked. 9. Review of policies.\n9.1 Data protection. Agreed.")
    assert [(block.marker, block.text) for block in found] == [
        ("8.2", "Hedges. They were thanked."),
        ("9.", "Review of policies."),
        ("9.1", "Data protection. Agreed."),
    ]


@pytest.mark.parametrize("second", ["9.2 Data protection.", "10.1 Data protection."])
def test_what_is_no_head_of_the_next_point_stays(second):
    found = blocks(f"They were thanked. 9. Review of policies.\n{second}")
    assert found[0].text == "They were thanked. 9. Review of policies."


def test_a_line_that_goes_on_is_joined_where_no_width_breaks_lines():
    text = "The Committee met.\nIt talked about the pond\nand the ducks.\n\nNobody.\n\nSpoke of fish.\n"
    assert [words for _, words in texts(text)] == [
        "The Committee met.",
        "It talked about the pond and the ducks.",
        "Nobody.",
        "Spoke of fish.",
    ]


def test_lines_between_upright_strokes_are_the_rows_of_a_table():
    found = blocks(
        "Present:\n\n| Name | School |\n|---|---|\n| Jo Sarn | Hill |\n| Ed Orle | Dale |\n\nText.\n\n| alone | here |\n"
    )
    assert [b.cells for b in found if b.cells] == [("Name", "School"), ("Jo Sarn", "Hill"), ("Ed Orle", "Dale")]
    assert "| alone | here |" in [b.text for b in found]
