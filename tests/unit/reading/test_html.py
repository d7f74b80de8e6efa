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
