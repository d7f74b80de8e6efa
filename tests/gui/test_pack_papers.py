"""Where the papers of a pack begin, corrected in the window: each correction at once, and undone like any other."""

import pytest

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.dialogs.pack_papers import PackPapersDialog
from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.documents import DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import Findings
from scrutiny_desk.services import keeping, packs, splitting


def read(name, first, last):
    texts = [f"The words of page {page} are printed here." for page in range(first, last + 1)]
    blocks = tuple(Block(n, BlockKind.PARAGRAPH, text, page=first + n) for n, text in enumerate(texts))
    return ReadDocument(name, "pdf", blocks, pages=last - first + 1, searchable_pages=last - first + 1)


@pytest.fixture
def pack(window):
    """A pack of three papers in the sample library: the number of its front."""

    def work(db):
        kept = keeping.keep(
            db, read("pack.pdf", 1, 12), Findings(DocumentKind.AGENDA, "Agenda"), b"%PDF", at="2026-04-08T09:00:00"
        )
        papers = [
            packs.Paper(
                f"pack.pdf, part {n}", f"{a}-{b}", None, read(f"pack.pdf, part {n}", a, b),
                Findings(DocumentKind.REPORT, f"Report {n}"),
            )
            for n, (a, b) in ((2, (3, 6)), (3, (7, 12)))
        ]  # fmt: skip
        return keeping.keep_papers(db, kept, papers, "0" * 64, at="2026-04-08T09:00:00").document_id

    return window.context.library.write("Import pack.pdf", work, origin="import")[0]


@pytest.fixture
def dialog(window, pack):
    """The dialog as the reader's menu opens it on the last paper."""
    last = splitting.papers(window.context.library, pack)[-1].document.id
    window.go(Place("reader", id=last))
    menu = window.pane("reader").more.menu()
    menu.aboutToShow.emit()
    (entry,) = [action for action in menu.actions() if action.text() == "Where its papers begin…"]
    assert entry.isVisible()
    entry.trigger()
    (made,) = window.findChildren(PackPapersDialog)
    return made


def pages(dialog):
    return [dialog.list.topLevelItem(n).text(0) for n in range(dialog.list.topLevelItemCount())]


def test_the_paper_in_the_reader_is_the_one_lit(dialog):
    assert pages(dialog) == ["1–2", "3–6", "7–12"]
    assert dialog.list.currentItem().text(0) == "7–12"
    assert (dialog.page.text(), dialog.page.toolTip()) == ("8", "From 8 to 12")


def test_a_paper_begun_is_lit_and_the_reader_goes_there(window, pack, dialog):
    dialog.page.setText("10")
    dialog.begin.click()
    assert pages(dialog) == ["1–2", "3–6", "7–9", "10–12"]
    assert dialog.list.currentItem().text(0) == "10–12"
    assert window.pane("reader").content.reading.document.file_name == "pack.pdf, pages 10 to 12"
    window.context.library.undo()
    assert [paper.first for paper in splitting.papers(window.context.library, pack)] == [1, 3, 7]


def test_two_papers_become_one_and_the_front_has_none_before_it(dialog):
    dialog.join.click()
    assert pages(dialog) == ["1–2", "3–12"]
    dialog.list.setCurrentItem(dialog.list.topLevelItem(0))
    assert not dialog.join.isEnabled()


def test_the_kind_is_said(window, dialog):
    dialog.kind.setCurrentIndex(list(DocumentKind).index(DocumentKind.MINUTES))
    dialog.kind.activated.emit(dialog.kind.currentIndex())
    assert dialog.list.currentItem().text(1) == "Minutes"
    assert window.pane("reader").content.reading.document.kind is DocumentKind.MINUTES


def test_what_cannot_be_done_is_said_in_place(dialog):
    dialog.page.setText("99")
    dialog.begin.click()
    assert "No new paper can begin on page 99" in dialog.trouble.text()
    assert dialog.trouble.isVisible()
