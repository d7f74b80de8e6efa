"""Ctrl+K: dates, sums and minute numbers are found in the window as they are typed, key by key."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


@pytest.fixture
def typed(window, press, qtbot):
    """Types into the field that Ctrl+K goes to; the texts that are found."""

    def found(words):
        press("Ctrl+K")
        field = QApplication.focusWidget()
        field.clear()
        QTest.keyClicks(field, words)
        pane = window.pane("search")
        qtbot.waitUntil(lambda: not pane._pause.isActive() and pane._words == words)
        return [hit.text for hit in pane._hits]

    return found


@pytest.mark.parametrize("words", ["12 June 2025", "12/06/2025", "12/6/25", "12th June 2025", "2025-06-12"])
def test_a_date_is_found_in_each_form(typed, words):
    found = typed(words)
    assert found and all("12 June 2025" in text for text in found)


def test_a_minute_number_is_found(typed):
    assert any("Leisure centres" in text or "39" in text for text in typed("minute 39"))
