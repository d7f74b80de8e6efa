"""Text size and palette: in force at once, one stays where one is, and nothing is lost."""

import pytest

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import label


def test_larger_and_smaller_text_keep_the_place(window, press):
    window.go(Place("questions"))
    chosen = window.pane("questions").chosen()
    for expected in (125, 150, 175, 200, 200):
        press("Ctrl++")
        assert theme.percent == expected == window.context.settings["text_size"]
    assert window.navigation.here.pane == "questions"
    assert window.pane("questions").chosen()[0] == chosen[0]
    for expected in (175, 150, 125, 100, 100):
        press("Ctrl+-")
        assert theme.percent == expected


@pytest.mark.parametrize("name", ["dark", "contrast", "light"])
def test_a_palette_is_in_force_as_soon_as_it_is_chosen(window, name, qtbot):
    window.go(Place("preferences"))
    window.pane("preferences")._keep("theme", name)
    qtbot.waitUntil(lambda: theme.colours.name == name)
    assert window.palette().window().color() == theme.colour("ground")
    assert window.navigation.here.pane == "preferences"


def test_words_that_get_more_room_need_less_height(qtbot):
    words = label("Overview and Scrutiny Committee, 10 November 2014", "title")
    qtbot.addWidget(words)
    words.resize(160, 300)
    words.show()
    narrow = words.minimumHeight()
    words.resize(1200, 300)
    qtbot.waitUntil(lambda: words.minimumHeight() < narrow)
    words.setText("A " * 400)
    assert words.minimumHeight() > narrow
    words.setText("Short")
    assert words.minimumHeight() < narrow
