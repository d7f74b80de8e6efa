"""The reader: opens where it was left, finds words, goes from mark to mark, shows a PDF's own pages."""

import pytest

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.widgets.passage_view import CHUNK, FIRST, PassageView
from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import documents, left_off, tables


def papers(window, **columns):
    """The documents whose columns are so."""
    rows = tables.rows(window.context.library, Kind.DOCUMENTS)
    found = [dict(zip(rows.columns, row, strict=True)) for row in rows.page(rows.ids(View()))]
    return [row["id"] for row in found if all(row[name] == value for name, value in columns.items())]


@pytest.fixture
def reader(window):
    """The reader on the longest document."""
    number = max(papers(window), key=lambda one: len(documents.blocks(window.context.library, one)))
    window.go(Place("reader", id=number))
    return window.pane("reader")


def test_a_document_opens_where_it_was_left(window, reader):
    number = reader.content.reading.document.id
    reader.content.page.go_to(30)
    top = reader.content.page.top_block()
    assert top > 0
    window.go(Place("desk"))
    assert left_off.of(window.context.library, number) == top
    window.go(Place("reader", id=papers(window)[0] if papers(window)[0] != number else papers(window)[1]))
    window.go(Place("reader", id=number))
    assert reader.content.page.top_block() == pytest.approx(top, abs=12)


def test_words_are_found_one_place_after_another(window, reader, press):
    press("Ctrl+F")
    reader.find.setText("the")
    hits = sum(block.text.casefold().count("the") for block in reader.content.reading.blocks)
    assert len(reader._hits) == hits > 1
    for span in reader._hits:
        assert reader.content.reading.blocks[span.block].text[span.start : span.end].casefold() == "the"
    first = reader._hit
    press("Return")
    assert reader._hit == first + 1


def test_the_marks_one_after_another_each_with_its_passage_lit(window, reader, press):
    shown = [found for found in reader.content.reading.found if found.spans]
    for found in shown[:5]:
        press("J")
        assert reader.chosen() == (found.kind, [found.id])
        lit = {selection.cursor.selectedText() for selection in reader.content.page.extraSelections()}
        texts = {reader.content.reading.blocks[s.block].text[s.start : s.end] for s in (*found.spans, *found.replies)}
        assert lit == texts


def test_what_the_margin_shows_is_told_in_words(window, reader, press):
    page = reader.content.page
    press("J")
    kind, (number,) = reader.chosen()
    found = reader.content.reading.finding((kind, number))
    told = page.accessibleDescription()
    assert told.casefold().startswith(kind.value.removesuffix("s")) and "to review" in told
    bare = next(n for n in range(len(reader.content.reading.blocks)) if n not in page._marks)
    page.go_to(bare)
    assert page.accessibleDescription() == ""
    page.go_to(found.spans[0].block)
    assert page.accessibleDescription() == told


def test_a_pdf_shows_its_own_pages_with_the_passage_on_them(window, press):
    (number,) = papers(window, format="pdf")
    library = window.context.library
    question = tables.rows(library, Kind.QUESTIONS).ids(View(document=number))[0]
    window.go(Place("reader", id=number, finding=(Kind.QUESTIONS, question)))
    reader = window.pane("reader")
    press("G")
    pages = reader.content.pages
    assert pages.page_count() == documents.get(library, number).pages
    found = reader.content.reading.finding((Kind.QUESTIONS, question))
    block = reader.content.reading.blocks[found.spans[0].block]
    lit = [boxed for boxed in reader.content._boxed(block.page - 1) if boxed.lit]
    assert lit and any(pages._outline(block.page - 1, boxed.words) for boxed in lit)
    assert not pages.isHidden() and not reader.content.page.isVisible()
    press("G")
    assert reader.content.page.isVisible() and pages.isVisible()
    press("G")
    assert reader.content.page.isVisible() and not pages.isVisible()


def test_where_two_copies_differ_is_told(window):
    joined = next(row for row in papers(window) if documents.copies(window.context.library, row))
    window.go(Place("reader", id=joined))
    from PySide6.QtWidgets import QLabel

    told = " ".join(made.text() for made in window.inspector.findChildren(QLabel))
    assert "The same business is also in" in told


def test_a_long_document_shows_its_first_screens_and_lays_out_the_stretch_they_begin_after(qtbot):
    view = PassageView("A long paper")
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show_blocks([Block(n, BlockKind.PARAGRAPH, f"Paragraph {n}. " * 8) for n in range(2_000)])
    assert view.document().blockCount() == FIRST and view.textCursor().position() == 0
    qtbot.waitUntil(lambda: view.document().blockCount() == CHUNK)
    view.go_to(1_000)
    assert view.top_block() in range(980, 1_001) and view.document().blockCount() < CHUNK
    qtbot.waitUntil(lambda: view.document().blockCount() == CHUNK)
    assert view.top_block() in range(980, 1_001)
    view.show_blocks([Block(n, BlockKind.PARAGRAPH, "word " * 8_000) for n in range(50)])
    assert view.document().blockCount() == 1
    qtbot.waitUntil(lambda: view.document().blockCount() == 8)
