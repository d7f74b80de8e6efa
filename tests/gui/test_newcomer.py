"""A person who has never seen the program: from its start to what a witness still owes, with the passage open.

Two keys, three panes: Enter on the name that stands lit, Enter on the question that stands lit.
"""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from scrutiny_desk.desk.widgets.bars import OwingRow
from scrutiny_desk.services import figures, people, tables

KEYS, PANES = 2, ["desk", "witness", "reader"]


@pytest.fixture
def shown(window):
    """The name of the pane that is shown."""
    return lambda: next(name for name, pane in window._panes.items() if pane is window.stack.currentWidget())


def said(widget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def test_two_keys_lead_from_the_start_to_what_is_owed_and_to_its_passage(window, press, shown):
    library = window.context.library
    first = figures.owing(library)[0]
    passed, pressed = [shown()], 0
    assert "Press Enter on a name" in said(window.pane("desk"))
    lit = QApplication.focusWidget()
    assert isinstance(lit, OwingRow) and lit.accessibleName().startswith(first.name)

    press("Return")
    pressed += 1
    passed.append(shown())
    owed = people.page(library, first.person_id).outstanding
    pane = window.pane("witness")
    listed = pane.tabs.shown.widget.model
    assert pane.tabs.shown.name == "Outstanding" and len(owed) == first.outstanding
    assert [listed.id_at(n) for n in range(listed.rowCount())] == list(owed)
    question = tables.question(library, pane.chosen()[1][0])
    quote = question.sources[0].quote
    assert quote[:30] in said(window.inspector), "the passage stands beside the list before it is asked for"
    assert "Enter opens the passage" in said(pane)

    press("Return")
    pressed += 1
    passed.append(shown())
    reader = window.pane("reader").content.page
    assert quote[:30] in " ".join(one.cursor.selectedText() for one in reader.extraSelections())
    assert (pressed, passed) == (KEYS, PANES)


def test_the_arrows_go_to_the_next_name_and_escape_comes_back(window, press, shown):
    owing = figures.owing(window.context.library)
    assert len(owing) > 1
    press("Down")
    assert QApplication.focusWidget().accessibleName().startswith(owing[1].name)
    press("Return", "Return", "Esc", "Esc")
    assert shown() == "desk" and isinstance(QApplication.focusWidget(), OwingRow)


def test_where_nobody_owes_anything_the_first_figure_has_the_keyboard(window_on, tmp_path, press):
    paper = tmp_path / "note.txt"
    paper.write_text("A NOTE\n\nThe hall was painted.\n", encoding="utf-8")
    window = window_on(tmp_path / "New.scrutiny")
    window.pane("import").start([str(paper)])
    press("Ctrl+1")
    assert QApplication.focusWidget() is window.pane("desk")._figures[0]
