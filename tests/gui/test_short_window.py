"""Twice the text in a window of 1280 by 720: the work has the room, and what gave way is a key or a click away."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.bars import NewsRow
from scrutiny_desk.desk.widgets.filter_bar import FilterBar
from scrutiny_desk.desk.widgets.hits import HitList
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import tables


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def short(window_on, library_file):
    """The sample library at twice the text in a small window."""
    window = window_on(library_file, text=200)
    window.resize(1280, 720)
    settle()
    return window


def in_sight(window, widget) -> bool:
    """Whether all of it can be seen without scrolling the pane or what holds it."""
    seen = widget.visibleRegion().boundingRect()
    where = QRect(widget.mapTo(window, seen.topLeft()), seen.size())
    return seen.size() == widget.size() and window.rect().contains(where)


LISTS = ("questions", "witnesses", "meetings", "documents", "undertakings")


def test_every_list_shows_rows_without_scrolling(short):
    for name in LISTS:
        short.go(Place(name))
        settle()
        shown = short.present()
        view = shown.tabs.shown.widget.list if name == "undertakings" else shown.table.list
        second = view.visualRect(view.model().index(1, 0))
        assert view.viewport().visibleRegion().boundingRect().contains(second), name
    short.go(Place("following"))
    settle()
    assert in_sight(short, short.present().matters.findChildren(NewsRow)[0])


def test_a_paper_can_be_read_and_the_meeting_kept_without_scrolling(short):
    library = short.context.library
    question = tables.question(library, tables.rows(library, Kind.QUESTIONS).ids(View())[0])
    for name in ("reader", "review"):
        short.go(Place(name, id=question.sources[0].document_id, finding=(Kind.QUESTIONS, question.id)))
        settle()
        page = short.present().content.page
        assert page.visibleRegion().boundingRect().height() >= 7 * page.fontMetrics().lineSpacing(), name
        assert short.scroll.verticalScrollBar().value() == 0, name
    short.go(Place("live", id=tables.rows(library, Kind.MEETINGS).ids(View(outstanding=True))[0]))
    settle()
    live = short.present()
    assert all(in_sight(short, part) for part in (live._before, live._next, live.jot, *live.keys.values()))


def test_the_rail_is_behind_a_button_and_goes_when_something_is_chosen(short, press):
    short.go(Place("questions"))
    settle()
    assert short.rail.isHidden() and short.top.menu.isVisible()
    for part in (short.inspector, short.top, short.stack):
        press("F6")
        assert part.isAncestorOf(QApplication.focusWidget())
    short.top.menu.click()
    assert short.rail.isVisible() and short.rail.isAncestorOf(QApplication.focusWidget())
    assert short.top.menu.isChecked()
    short.rail.buttons["witnesses"].click()
    assert short.rail.isHidden() and short.present() is short.pane("witnesses")
    short.top.menu.click()
    press("Esc")
    assert short.rail.isHidden() and not short.top.menu.isChecked()
    assert short.present() is short.pane("witnesses")
    assert short.present().isAncestorOf(QApplication.focusWidget())
    short.top.menu.click()
    short.resize(2400, 1400)
    settle()
    assert short.rail.isVisible() and not short.top.menu.isVisible() and short.strip.isVisible()


def test_a_window_with_room_folds_nothing(window):
    window.go(Place("questions"))
    settle()
    assert window.rail.isVisible() and window.strip.isVisible() and not window.top.menu.isVisible()
    bar = window.present().findChild(FilterBar)
    assert not bar.fold.isVisible() and window.present().shown.isVisible()


def test_filters_are_folded_and_tell_how_many_are_in_force(short):
    short.go(Place("questions"))
    settle()
    pane = short.present()
    bar = pane.filter
    assert bar.fold.isVisible() and not pane.shown.isVisible() and bar.field.isVisible()
    assert bar.fold.text() == "Filters"
    bar.fold.click()
    assert pane.shown.isVisible() and pane.committee.isVisible()
    pane.shown.setCurrentIndex(1)
    bar.fold.click()
    assert not pane.shown.isVisible()
    assert bar.fold.text() == "Filters · 1" and "1 in force" in bar.fold.accessibleName()


def test_what_only_explains_or_says_that_all_is_well_gives_way_until_there_is_news(short):
    assert short.strip.isHidden()
    short._going("Importing", 1, 3)
    assert short.strip.isVisible()
    short._rest()
    assert short.strip.isHidden()
    short.go(Place("meetings"))
    under = short.present()._under
    explains = under.text()
    assert not under.isVisible()
    under.setText("2 papers are kept until 3 May.")
    assert under.isVisible()
    under.setText(explains)
    assert not under.isVisible()


def test_a_passage_of_few_words_takes_one_line(qtbot):
    hits = HitList("Passages")
    qtbot.addWidget(hits)
    hits.resize(600, 400)
    hits.fill([(1, "Here", "A <b>few</b> words &amp; no more"), (2, "There", "many words " * 40)])
    hits.show()
    few, many = (hits.visualItemRect(hits.item(row)).height() for row in (0, 1))
    assert few < many and many - few >= theme.px(15)
    hits.resize(120, 400)
    settle()
    assert hits.visualItemRect(hits.item(0)).height() == hits.visualItemRect(hits.item(1)).height()


def test_a_button_leads_to_what_stands_under_the_list_and_back(short):
    short.go(Place("questions"))
    settle()
    more = short.top.details
    assert more.isVisible() and more.text() == "Details"
    assert short.inspector.visibleRegion().isEmpty()
    more.click()
    assert short.inspector.visibleRegion().boundingRect().height() > short.scroll.height() // 2
    assert more.text() == "Back up"
    more.click()
    assert short.scroll.verticalScrollBar().value() == 0 and more.text() == "Details"
    short.go(Place("desk"))
    assert not more.isVisible()


def test_the_field_that_a_key_leads_to_is_in_sight(short, press):
    library = short.context.library
    question = tables.question(library, tables.rows(library, Kind.QUESTIONS).ids(View())[0])
    short.go(Place("review", id=question.sources[0].document_id, finding=(Kind.QUESTIONS, question.id)))
    settle()
    press("E")
    settle()
    field = QApplication.focusWidget()
    assert short.inspector.isAncestorOf(field) and in_sight(short, field)
