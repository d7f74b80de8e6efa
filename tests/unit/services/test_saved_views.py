"""Views kept by name come back as they were, and only to the list they were kept of."""

import pytest

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import saved_views
from scrutiny_desk.store import create_library

VIEW = View(status=("promised",), committee="Roads Panel", words="bus", order="-date", outstanding=True, asker=3)


@pytest.fixture
def library(tmp_path):
    made = create_library(tmp_path / "views.scrutiny")
    yield made
    made.close()


def test_a_view_comes_back_as_it_was(library):
    saved_views.keep(library, "  Buses  still owed ", Kind.QUESTIONS, VIEW)
    (saved,) = saved_views.every(library, Kind.QUESTIONS)
    assert (saved.name, saved.view) == ("Buses still owed", VIEW)
    assert saved_views.every(library, Kind.UNDERTAKINGS) == ()


def test_the_same_name_gives_way_and_can_be_forgotten(library):
    saved_views.keep(library, "Mine", Kind.QUESTIONS, VIEW)
    saved_views.keep(library, "Mine", Kind.QUESTIONS, View())
    assert [saved.view for saved in saved_views.every(library, Kind.QUESTIONS)] == [View()]
    saved_views.drop(library, "Mine", Kind.QUESTIONS)
    saved_views.drop(library, "Mine", Kind.QUESTIONS)
    assert saved_views.every(library, Kind.QUESTIONS) == ()


def test_they_stand_in_order_of_name(library):
    for name in ("b", "A", "c"):
        saved_views.keep(library, name, Kind.QUESTIONS, VIEW)
    assert [saved.name for saved in saved_views.every(library, Kind.QUESTIONS)] == ["A", "b", "c"]


def test_a_view_without_a_name_is_refused(library):
    with pytest.raises(Trouble, match="name"):
        saved_views.keep(library, " ", Kind.QUESTIONS, VIEW)
