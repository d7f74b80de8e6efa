"""The council's template: chosen, its styles shown by what they serve for, a choice remembered and used."""

import pytest
from docx import Document

from scrutiny_desk.desk.context import Place
from scrutiny_desk.domain.briefing import BriefingKind

HOUSES = ("tests", "golden", "briefing", "houses")


@pytest.fixture
def pane(window):
    window.go(Place("template"))
    return window.pane("template")


def test_without_a_template_it_says_what_is_used(pane):
    assert pane.name.text() == "Our own template"
    assert pane.combos == {}
    assert not pane.ours.isEnabled()


def test_the_styles_found_are_shown_and_a_choice_is_remembered(window, pane, root, tmp_path):
    house = root.joinpath(*HOUSES, "own names.docx")
    pane.use(house)
    assert window.context.settings["briefing_template"] == str(house)
    assert pane.name.text() == "own names.docx"
    found = {role: combo.currentText() for role, combo in pane.combos.items()}
    assert found["heading 2"] != "Our own style"
    combo = pane.combos["heading 3"]
    combo.setCurrentIndex(combo.findData("Normal"))
    combo.activated.emit(combo.currentIndex())
    pane.show_place(Place("template"))
    assert pane.combos["heading 3"].currentText() == "Normal"
    window.go(Place("briefings"))
    briefings = window.pane("briefings")
    briefings.kind.setCurrentIndex(list(BriefingKind).index(BriefingKind.OUTSTANDING))
    briefings._gather()
    briefings.write(tmp_path / "note.docx")
    names = {p.style.name for p in Document(str(tmp_path / "note.docx")).paragraphs if "Okafor" in p.text}
    assert names == {"Normal"}


def test_our_own_style_can_be_preferred_and_our_own_template(window, pane, root):
    pane.use(root.joinpath(*HOUSES, "own names.docx"))
    combo = pane.combos["heading 2"]
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    pane.show_place(Place("template"))
    assert pane.combos["heading 2"].currentText() == "Our own style"
    pane.use(None)
    assert window.context.settings["briefing_template"] == ""
    assert pane.name.text() == "Our own template"


def test_what_is_no_word_file_is_refused_and_nothing_is_changed(window, pane, tmp_path):
    (tmp_path / "house.docx").write_text("no Word file", encoding="utf-8")
    pane.use(tmp_path / "house.docx")
    assert window.context.settings["briefing_template"] == ""
    assert "could not be opened" in pane._note.text()
    window.context.settings.set("briefing_template", str(tmp_path / "gone.docx"))
    pane.show_place(Place("template"))
    assert "could not be opened" in pane._note.text()
