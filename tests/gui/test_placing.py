"""A new version of a paper in the window: what fits two places is chosen, what fits none is listed."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from scrutiny_desk.bootstrap import open_workbench
from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.dialogs.placing import PlacingDialog
from scrutiny_desk.desk.panes.reader import ReaderPane
from scrutiny_desk.desk.widgets.bars import NewsRow
from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.services import documents, importing, placing, tagging

HEAD = """HALLBOROUGH BOROUGH COUNCIL

OVERVIEW AND SCRUTINY COMMITTEE

{draft}MINUTES of the meeting held on Tuesday 3 May 2016 at 7.00 pm in the Town Hall

Present: Councillors A Bell (Chair), B Cole and D Marsh

1. LIBRARIES

Councillor Cole asked how many libraries had closed. The Director replied that two had, and that a third would follow.

"""
PROSE = "".join(
    f"The {which} branch had kept its hours through the winter, and its readers had been written to by the Council.\n\n"
    for which in ("Marl Street", "Quay Road", "Church Lane", "Station Road", "Hill Top", "Market Place", "Riverside")
)
"""Enough of the same words for two papers to be known for one."""
SAME = "The report went on.\n\nIt told of the year.\n\nIt was noted.\n\nThe report went on.\n\nIt told of the year.\n\n"
GONE = "Members spoke of the mobile library that calls on Fridays.\n\n"


def passage(library, document_id, text):
    (block,) = [b for b in documents.blocks(library, document_id) if b.text == text]
    return (Span(block.order, 0, len(text)),)


@pytest.fixture
def two_versions(library_file, tmp_path):
    """A library in which approved minutes came over a draft that bears two tags."""
    bench = open_workbench(library_file)
    library = bench.library
    draft, approved = tmp_path / "draft minutes.txt", tmp_path / "approved minutes.txt"
    draft.write_text(HEAD.format(draft="DRAFT ") + PROSE + SAME + GONE, encoding="utf-8")
    approved.write_text(HEAD.format(draft="") + PROSE + SAME + SAME, encoding="utf-8")
    old = importing.import_paths(library, [draft]).rows[0].document_id
    issue, _ = tagging.add_issue(library, "Mobile library")
    for text in ("It was noted.", GONE.strip()):
        tagging.tag_passage(library, [issue], old, passage(library, old, text))
    new = importing.import_paths(library, [approved]).rows[0].document_id
    assert len(placing.to_place(library, new)) == 2
    bench.close()
    return library_file, new


def button(widget, words):
    return [b for b in widget.findChildren(QPushButton) if b.text() == words]


def press(widget, words):
    next(b for b in button(widget, words) if b.isVisibleTo(widget)).click()


def test_a_place_is_chosen_the_rest_left_and_both_undone(window_on, two_versions, qtbot):
    path, new = two_versions
    window = window_on(path)
    window.context.go(Place("reader", id=new))
    qtbot.waitUntil(lambda: any(button(window, "Choose the place…")))
    button(window, "Choose the place…")[-1].click()
    (dialog,) = window.findChildren(PlacingDialog)
    twice = next(one for one in dialog.waiting if one.choices)
    assert len(twice.choices) == 2 and len(dialog.waiting) == 2
    press(dialog, "Put it here")
    library = window.context.library
    assert [tag.issue_id for tag in tagging.tags_of_document(library, new)]
    assert len(dialog.waiting) == 1 and not dialog.waiting[0].choices
    qtbot.waitUntil(lambda: any(b.isVisible() for b in button(dialog, "Leave it there")))
    press(dialog, "Leave it there")
    assert placing.to_place(library) == () and not dialog.isVisible()
    window.perform("undo")
    window.perform("undo")
    assert len(placing.to_place(library, new)) == 2


def test_the_desk_says_that_something_waits_for_a_place(window_on, two_versions):
    window = window_on(two_versions[0])
    window.context.go(Place("desk"))
    assert [row for row in window.findChildren(NewsRow) if row.accessibleName().startswith("2 without a place")]


def test_what_matters_of_the_differences_is_told_first(window_on, library_file, tmp_path, qtbot):
    bench = open_workbench(library_file)
    draft, approved = tmp_path / "draft minutes.txt", tmp_path / "approved minutes.txt"
    text = HEAD.format(draft="") + PROSE
    draft.write_text(text, encoding="utf-8")
    approved.write_text(text.replace("two had, and that a third would follow", "none had"), encoding="utf-8")
    old = importing.import_paths(bench.library, [draft]).rows[0].document_id
    new = importing.import_paths(bench.library, [approved]).rows[0].document_id
    bench.close()
    window = window_on(library_file)
    window.context.go(Place("reader", id=new))
    qtbot.waitUntil(lambda: any("that matter" in part.text() for part in window.findChildren(QLabel)))
    told = [part.text() for part in window.findChildren(QLabel) if "none had" in part.text()]
    assert any("two had" in words and words.startswith(("Another answer", "The answer")) for words in told)
    show = next(b for b in window.findChildren(QPushButton) if b.accessibleName().startswith("Show: Councillor Cole"))
    show.click()
    (pane,) = [p for p in window.findChildren(ReaderPane) if p.isVisible()]
    assert pane.content.reading.document.id in (old, new) and pane._lit[0] is Kind.QUESTIONS
