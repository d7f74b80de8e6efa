"""Arranging a briefing: sections left out, moved, named and written in; kept, undone, and exported as they stand."""

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scrutiny_desk.desk.context import Place
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.drafts import Chosen
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.services import answering, briefing, drafts, tables


@pytest.fixture
def pane(window):
    window.go(Place("briefings"))
    found = window.pane("briefings")
    found.kind.setCurrentIndex(list(BriefingKind).index(BriefingKind.OUTSTANDING))
    found._gather()
    return found


def headings(pane):
    return [section.heading for section in pane._briefing.sections]


def rename(pane, row, words):
    pane.sections.list.item(row).setText(words)


def test_every_section_is_offered_and_shown(pane):
    names = [pane.sections.list.item(n).text() for n in range(pane.sections.list.count())]
    assert names == headings(pane)
    assert "last exported" not in pane._under.text()


def test_a_section_unticked_is_left_out_and_undo_brings_it_back(window, pane):
    first = headings(pane)[0]
    pane.sections.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    pane._gather()
    assert first not in headings(pane)
    window.context.library.undo()
    pane._gather()
    assert headings(pane)[0] == first
    assert pane.sections.list.item(0).checkState() == Qt.CheckState.Checked


def test_sections_are_moved_by_keys(window, pane, press):
    before = headings(pane)
    pane.sections.list.setFocus()
    pane.sections.list.setCurrentRow(0)
    press("Alt+Down")
    pane._gather()
    assert headings(pane)[:2] == [before[1], before[0]]
    assert pane.sections.list.currentRow() == 1


def test_the_persons_own_words_and_names_go_out_with_the_facts(pane, tmp_path):
    rename(pane, 0, "Who still owes an answer")
    pane.sections.list.setCurrentRow(0)
    QTest.keyClicks(pane.sections.own, "Ask the Leisure Trust first.")
    pane.write(tmp_path / "note.docx")
    words = [p.text for p in Document(str(tmp_path / "note.docx")).paragraphs]
    assert "Who still owes an answer" in words
    assert "Officer comment: Ask the Leisure Trust first." in words
    pane._gather()
    assert "last exported" in pane._under.text()
    assert "no fact has changed since" in pane._under.text()


def test_a_section_of_ones_own_is_named_and_kept(window, pane):
    pane.sections.list.setCurrentRow(0)
    pane.sections.add_section()
    pane.sections.list.closePersistentEditor(pane.sections.list.currentItem())
    rename(pane, 1, "Purpose")
    pane.sections.list.setCurrentRow(1)
    QTest.keyClicks(pane.sections.own, "To prepare members.")
    pane.sections.keep()
    kept = drafts.draft(window.context.library, pane._scope())
    assert [(chosen.key, chosen.heading, chosen.own) for chosen in kept.sections][1] == (
        "",
        "Purpose",
        ("To prepare members.",),
    )


def test_what_is_being_typed_is_never_taken_away(pane):
    pane.sections.list.setCurrentRow(0)
    QTest.keyClicks(pane.sections.own, "Half a sen")
    pane._gather()
    assert pane.sections.own.toPlainText() == "Half a sen"


def test_footnotes_and_final(pane, tmp_path):
    pane.sources.setCurrentIndex(1)
    pane.final.click()
    pane._gather()
    pane.write(tmp_path / "note.docx")
    document = Document(str(tmp_path / "note.docx"))
    assert any(rel.reltype.endswith("/footnotes") for rel in document.part.rels.values())
    assert "Status: Final" in [p.text for p in document.paragraphs]


def test_where_the_file_went_and_the_rules_it_breaks_are_told(window, pane, tmp_path, root):
    pane.write(tmp_path / "note.docx")
    pane._gather()
    assert f"Exported to {tmp_path / 'note.docx'}" in pane._under.text()
    assert "rules" not in pane._under.text()
    bare = Document()
    bare.sections[0].header.paragraphs[0].add_run().add_picture(str(root / "tests" / "gui" / "logo.png"))
    bare.save(str(tmp_path / "house.docx"))
    window.context.settings.set("briefing_template", str(tmp_path / "house.docx"))
    pane.write(tmp_path / "note.docx")
    pane._gather()
    assert "has no alternative text" in pane._under.text()


def test_a_title_and_header_lines_of_ones_own_are_kept_and_go_out(window, pane, tmp_path):
    QTest.keyClicks(pane.head.title, "What is owed")
    pane.head.details.setPlainText("Author: Rosa Penhale\nno colon yet")
    pane.write(tmp_path / "note.docx")
    words = [p.text for p in Document(str(tmp_path / "note.docx")).paragraphs]
    assert words[0] == "What is owed"
    assert "Author: Rosa Penhale" in words
    pane._gather()
    assert pane.head.title.text() == "What is owed"
    assert pane.head.title.placeholderText() == "Outstanding questions"
    kept = drafts.draft(window.context.library, pane._scope())
    assert kept.details == (("Author", "Rosa Penhale"),)


def test_what_is_typed_stays_with_the_briefing_it_was_typed_in(window, pane):
    restricted = pane.circulation.findData(Circulation.RESTRICTED)
    pane.circulation.setCurrentIndex(restricted)
    pane._gather()
    QTest.keyClicks(pane.head.title, "The price")
    pane.circulation.setCurrentIndex(pane.circulation.findData(Circulation.PUBLIC))
    pane._gather()
    assert drafts.draft(window.context.library, pane._scope()).title == ""
    pane.circulation.setCurrentIndex(restricted)
    assert drafts.draft(window.context.library, pane._scope()).title == "The price"


def test_what_has_changed_since_the_last_export_is_shown(window, pane, tmp_path):
    assert not pane.changed.isVisibleTo(pane)
    pane.write(tmp_path / "note.docx")
    owed = next(q for q in range(1, 60) if tables.question(window.context.library, q).status == "promised")
    words = " ".join(tables.question(window.context.library, owed).text.split())
    pane.refresh(answering.set_status(window.context.library, [owed], QuestionStatus.PARTLY_ANSWERED))
    pane._gather()
    assert pane.changed.isVisibleTo(pane)
    assert "1 fact has changed since" in pane._under.text()
    pane.changed.setChecked(True)
    pane._gather()
    told = pane.page.toPlainText()
    assert "What has changed since the last export" in told
    assert told.count(words) == 2
    assert "Part answered" in told
    assert "Answer promised" in told


def test_the_preview_shows_where_pages_begin(pane):
    pane.circulation.setCurrentIndex(pane.circulation.findData(Circulation.RESTRICTED))
    pane._gather()
    assert "\nPage 2\n" in pane.page.toPlainText()


def test_while_somebody_writes_facts_are_not_gathered_again_and_when_they_change_they_are(window, pane, monkeypatch):
    gathered = []
    gather = briefing.gather

    def counted(*about, **more):
        gathered.append(about)
        return gather(*about, **more)

    monkeypatch.setattr(briefing, "gather", counted)
    for words in ("Ask the Trust", "Ask the Leisure Trust"):
        kept = drafts.arrange(window.context.library, pane._scope(), [Chosen("", "Note", own=(words,))])
        pane.refresh(kept)
        pane._gather()
        assert words in pane.page.toPlainText()
    assert gathered == []
    owed = next(q for q in range(1, 60) if tables.question(window.context.library, q).status == "promised")
    pane.refresh(answering.set_status(window.context.library, [owed], QuestionStatus.ANSWERED_LATER))
    pane._gather()
    assert gathered
    pane.circulation.setCurrentIndex(pane.circulation.findData(Circulation.RESTRICTED))
    before = len(gathered)
    pane._gather()
    assert len(gathered) > before


def test_with_footnotes_the_page_has_them_at_its_foot_and_no_brackets(pane):
    pane.sources.setCurrentIndex(pane.sources.findData(False))
    pane._gather()
    assert "[Overview and Scrutiny Committee, 12 June 2025, minute" in pane.page.toPlainText()
    pane.sources.setCurrentIndex(pane.sources.findData(True))
    pane._gather()
    told = pane.page.toPlainText()
    assert "[Overview" not in told
    assert "1 Overview and Scrutiny Committee, 12 June 2025, minute" in told
