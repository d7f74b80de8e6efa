"""A drop-down list never cuts a name off without a mark."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from scrutiny_desk.desk.look import put_look_on
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.settings import Settings

LONG = "Environment, Highways and Neighbourhood Services Overview and Scrutiny Committee"


@pytest.fixture
def box(qtbot):
    put_look_on(Settings(None))  # an earlier test may have left the text at twice its size
    made = DropDown()
    made.setAccessibleName("Committee")
    made.addItem(LONG)
    qtbot.addWidget(made)
    return made


def test_a_long_name_is_shortened_with_dots_where_there_is_no_room(box):
    box.resize(160, 30)
    shown = box.shown_words()
    assert shown.endswith("…") and LONG.startswith(shown[:-1]) and len(shown) > 5
    box.resize(1_200, 30)
    assert box.shown_words() == LONG


@pytest.mark.parametrize(("width", "told"), [(160, LONG), (1_200, "")])
def test_the_tip_has_the_whole_name_where_it_is_shortened(box, monkeypatch, width, told):
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, *_more: said.append(words))
    box.resize(width, 30)
    box.event(QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
    assert "".join(said) == told


def test_it_paints_what_it_says_it_shows(box):
    box.resize(160, 30)
    short = box.grab().toImage()
    box.setItemText(0, box.shown_words())
    assert box.grab().toImage() == short
