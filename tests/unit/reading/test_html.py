import pytest

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.reading import read_bytes

PAGE = """<!doctype html><html><head><title>Agenda item - Roads</title><style>p{}</style>
<script>var a="p";</script></head>
<body><header><a href="/">Council home</a></header><nav><ul><li>Meetings</li><li>Councillors</li></ul></nav>
<div class="breadcrumb">Home &gt; Meetings</div>
<main><h1>Agenda item</h1><h2>Presentation on roads</h2><p>&nbsp;</p>
<p>To hear from the <b>Director</b> of Roads.</p><h3>Minutes:</h3>
<p><strong>Witnesses:</strong></p><p>Ann Other, Director<br>Bob Else, Officer</p>
<p>1.&nbsp;&nbsp;&nbsp; The Chair asked why.</p>
<ol start="3" type="a"><li>Third<ul><li>Inner</li></ul></li><li>Fourth</li></ol>
<table><tr><th>Name</th><th>Post</th></tr><tr><td>Ann<br>Bob</td><td>Clerk</td></tr></table>
<h3>Supporting documents:</h3><ul><li><a href="x.pdf">Report on roads PDF 113 KB</a></li>
<li><a href="y">View the item as HTML 12 KB</a></li></ul>
</main><footer>Contact us</footer></body></html>"""


def read(page: str, name: str = "a.html"):
    return read_bytes(name, page.encode())


def test_the_matter_without_the_menus():
    document = read(PAGE)
    assert document.title == "Agenda item - Roads"
    assert [(block.marker, block.text) for block in document.blocks] == [
        ("", "Agenda item"),
        ("", "Presentation on roads"),
        ("", "To hear from the Director of Roads."),
        ("", "Minutes:"),
        ("", "Witnesses:"),
        ("", "Ann Other, Director"),
        ("", "Bob Else, Officer"),
        ("1.", "The Chair asked why."),
        ("c.", "Third"),
        ("•", "Inner"),
        ("d.", "Fourth"),
        ("", "Name\tPost"),
        ("", "Ann Bob\tClerk"),
    ]


def test_kinds_and_strength():
    found = {block.text: block for block in read(PAGE).blocks}
    assert found["Presentation on roads"].kind is BlockKind.HEADING
    assert found["Witnesses:"].strong
    assert not found["To hear from the Director of Roads."].strong
    assert found["Inner"].level == 1
    assert found["Ann Bob\tClerk"].cells == ("Ann\nBob", "Clerk")


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">x</p>',
        "<p hidden>x</p>",
        '<p aria-hidden="true">x</p>',
        "<select><option>x</option></select>",
    ],
)
def test_hidden_words_stay_out(hidden):
    assert [block.text for block in read(f"<html><body><p>Seen.</p>{hidden}</body></html>").blocks] == ["Seen."]


def test_a_row_with_a_number_and_its_matter_is_no_table():
    found = read(
        "<html><body><table><tr><td>4.</td><td><p>Roads</p><p>It was agreed.</p></td></tr></table></body></html>"
    ).blocks
    assert [(block.kind, block.marker, block.text) for block in found] == [
        (BlockKind.HEADING, "4.", "Roads"),
        (BlockKind.PARAGRAPH, "", "It was agreed."),
    ]


def test_the_declared_encoding_is_believed():
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>Cost £5</p></body></html>'
    assert read_bytes("a.html", page.encode("iso-8859-1")).blocks[0].text == "Cost £5"


MEETING = """<html><head><title>Agenda for Roads Panel</title></head><body><div id="modgov"><div class="mgContent">
<h2 class="mgSubTitleTxt">Agenda and minutes</h2>
<h2 class="mgSubTitleTxt">Roads Panel - Monday, 31st March, 2025 6.30 pm</h2>
<div class="mgLinks"><ul><li><a href="a">Attendance details</a></li></ul></div>
<p><span class="mgLabel">Venue:</span> County Hall</p>
<table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">4.</p></td>
<td><p class="mgAiTitleTxt">Bridges <a href="b">PDF 500
KB</a></p><ul class="mgActionList"><li><a href="c">View the decision for item 4.</a></li></ul>
<div class="mgWordPara"><p>To consider the programme.</p></div>
<p class="mgSubItemTitleTxt">Additional documents:</p>
<ul class="mgBulletList"><li><a href="d">Appendix 1 , item 4. PDF 2 MB</a></li></ul>
<p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p>The Chair asked how many bridges were closed.</p></div>
</td></tr></table></div></div></body></html>"""


def test_the_table_of_a_whole_meeting_is_its_items():
    found = read(MEETING).blocks
    assert [(block.marker, block.text) for block in found][-5:] == [
        ("", "No.\tItem"),
        ("4.", "Bridges"),
        ("", "To consider the programme."),
        ("", "Minutes:"),
        ("", "The Chair asked how many bridges were closed."),
    ]
    assert found[-4].kind is BlockKind.HEADING
    assert [block.text for block in found[:3]] == [
        "Agenda and minutes",
        "Roads Panel - Monday, 31st March, 2025 6.30 pm",
        "Venue: County Hall",
    ]


def test_notes_of_a_page_saved_by_a_word_processor_stand_apart():
    page = (
        '<html><body><h1>Roads</h1><p>A charge is made<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a> '
        'now.</p><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>Since May.</p></body></html>'
    )
    found = read(page).blocks
    assert [(block.kind, block.marker, block.text) for block in found[1:]] == [
        (BlockKind.PARAGRAPH, "", "A charge is made now."),
        (BlockKind.FOOTNOTE, "1", "Since May."),
    ]


ITEM = """<html><head><title>Agenda item - Family hubs</title></head><body><div id="modgov">
<div class="mgBreadcrumb"><a href="/">Home</a></div><div class="mgContent"><h1 class="mgMainTitleTxt">Agenda item</h1>
<h2 class="mgSubTitleTxt">Family hubs</h2><div class="mgLinks"><ul>
<li><a href="m">Meeting of Overview and Scrutiny Committee, Thursday, 12th June, 2025 10.00 am (Item 38.)</a></li>
<li><a>View the declarations of interest for item 38.</a></li><li><a href="#">Share this item</a></li></ul></div>
<div class="mgWordPara"><p>To receive a report.</p></div><h3>Minutes:</h3><p>Councillor Ames asked how many fam&shy;ilies
had moved.</p><h3>Supporting documents:</h3><ul><li><a>Family hubs - report <img alt="pdf icon"> PDF 98 KB</a></li>
<li><a>View the background papers which are relevant to the development of item 38.</a></li></ul>
</div></div></body></html>"""


def test_the_link_that_says_of_which_meeting_the_page_is_stays():
    assert [block.text for block in read(ITEM).blocks] == [
        "Agenda item",
        "Family hubs",
        "Meeting of Overview and Scrutiny Committee, Thursday, 12th June, 2025 10.00 am (Item 38.)",
        "To receive a report.",
        "Minutes:",
        "Councillor Ames asked how many families had moved.",
    ]


def test_a_page_that_shortens_its_minutes_is_said_to():
    page = "<h1>Items</h1><p>38. Family hubs</p><p>The first words.</p><p><a>view the full minutes text for item 38.</a></p>"
    document = read(page)
    assert "view the full" not in " ".join(block.text for block in document.blocks)
    assert document.notices == (
        "Only the beginning is given here of item 38; the page of the item itself holds the whole text.",
    )
    assert read(ITEM).notices == ()
