"""Where one is and has been."""

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.navigation import KEPT, Navigation


def test_back_goes_the_way_one_came():
    shown = []
    navigation = Navigation(shown.append)
    for name in ("desk", "questions", "reader"):
        navigation.go(Place(name))
    assert navigation.back() and navigation.back() and not navigation.back()
    assert [place.pane for place in shown] == ["desk", "questions", "reader", "questions", "desk"]


def test_going_where_one_is_remembers_nothing():
    navigation = Navigation(lambda _place: None)
    for _ in range(3):
        navigation.go(Place("desk"))
    assert not navigation.back()


def test_the_way_is_not_remembered_for_ever():
    navigation = Navigation(lambda _place: None)
    for number in range(KEPT * 2):
        navigation.go(Place("witness", id=number))
    steps = 0
    while navigation.back():
        steps += 1
    assert steps == KEPT
