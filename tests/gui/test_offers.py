"""A later paper's passage is offered beside its question in the window, and refused with one button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from scrutiny_desk.desk.context import Place
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.undertakings import State
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import answering, exporting, importing, tables
from scrutiny_desk.store import create_library

MINUTES = """ELMSHIRE COUNTY COUNCIL

Minutes of the Environment Committee held on Tuesday {day} 2025 at 7.00 pm

Present: Cllr A Marl (Chair), Cllr P Vane

In attendance: Nadia Marsh (Head of Place)

{text}
"""
ASKED = (
    "4. Roads\n\nCllr Vane asked how many potholes in Dunley had been filled twice. The Head of Place would find out."
)
LATER = "3. Matters arising\n\nThe Head of Place advised that nineteen potholes in Dunley had been filled twice."


@pytest.fixture
def window(window_on, tmp_path):
    """A window on the minutes of two meetings, the second of which answers a question of the first."""
    for name, day, text in (("a.txt", "4 March", ASKED), ("b.txt", "6 May", LATER)):
        (tmp_path / name).write_text(MINUTES.format(day=day, text=text), encoding="utf-8")
    with create_library(tmp_path / "a.scrutiny") as library:
        importing.import_paths(library, [tmp_path / "a.txt", tmp_path / "b.txt"])
    return window_on(tmp_path / "a.scrutiny")


def buttons(window, words):
    return [each for each in window.findChildren(QPushButton) if each.text() == words and each.isVisible()]


def test_an_offer_is_refused_and_stays_refused(window, qtbot):
    library = window.context.library
    [question] = [q["id"] for q in exporting.as_data(library)["questions"]]
    window.context.go(Place("reader", id=1, finding=(Kind.QUESTIONS, question)))
    qtbot.waitUntil(lambda: bool(buttons(window, "It does not answer it")))
    [refuse] = buttons(window, "It does not answer it")
    assert refuse.accessibleName().startswith("It does not answer it: Minutes, Environment Committee, 6 May 2025")
    before = exporting.as_data(library)["questions"]
    refuse.setFocus()
    QTest.keyClick(refuse, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not buttons(window, "It does not answer it") and not buttons(window, "It answers it"))
    assert answering.offers(library, question) == () and exporting.as_data(library)["questions"] == before
    assert library.undo_label == "Say that this is no answer"


PROMISED = (
    "4. Roads\n\nThe Head of Place undertook to send the Committee a list of the potholes in Dunley filled twice."
)
SENT = "3. Matters arising\n\nThe Head of Place had sent the Committee a list of the potholes in Dunley filled twice."


def test_what_may_show_that_an_undertaking_was_kept_is_offered_and_the_person_says_so(window_on, tmp_path, qtbot):
    for name, day, text in (("a.txt", "4 March", PROMISED), ("b.txt", "6 May", SENT)):
        (tmp_path / name).write_text(MINUTES.format(day=day, text=text), encoding="utf-8")
    with create_library(tmp_path / "a.scrutiny") as library:
        importing.import_paths(library, [tmp_path / "a.txt", tmp_path / "b.txt"])
    window = window_on(tmp_path / "a.scrutiny")
    library = window.context.library
    number = next(n for n in tables.rows(library, Kind.UNDERTAKINGS).ids(View(document=1)))
    assert tables.undertaking(library, number).question_id is None
    window.context.go(Place("reader", id=1, finding=(Kind.UNDERTAKINGS, number)))
    qtbot.waitUntil(lambda: bool(buttons(window, "It was kept")))
    [kept] = buttons(window, "It was kept")
    assert "6 May 2025" in kept.accessibleName()
    kept.click()
    assert tables.undertaking(library, number).state is State.DONE
    qtbot.waitUntil(lambda: not buttons(window, "It was kept"))
    window.perform("undo")
    assert tables.undertaking(library, number).state is State.OPEN
