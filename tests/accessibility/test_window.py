"""Every pane, audited: names, keys, targets, clipped words, windows that flash up."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from scrutiny_desk.desk.actions import DEEDS
from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.panes import PANES
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import figures, tables

TARGET = 24


def place_of(window, name: str) -> Place:
    """A place that shows this pane with something in it."""
    library = window.context.library
    if name in ("reader", "review"):
        question = tables.question(library, tables.rows(library, Kind.QUESTIONS).ids(View())[0])
        return Place(name, id=question.sources[0].document_id, finding=(Kind.QUESTIONS, question.id))
    if name == "pages":
        papers = tables.rows(library, Kind.DOCUMENTS)
        ids = papers.ids(View())
        column = papers.columns.index("format")
        return Place(name, id=next(row[0] for row in papers.page(ids) if row[column] == "pdf"))
    if name in ("meeting", "live", "plan"):
        return Place(name, id=tables.rows(library, Kind.MEETINGS).ids(View())[0])
    if name == "witness":
        return Place(name, id=figures.owing(library)[0].person_id)
    return Place(name, words="transport" if name == "search" else "")


def focusable(window) -> list[QWidget]:
    """What the keyboard can come to."""
    found = [w for w in window.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [w for w in found if not isinstance(w.parent(), QComboBox)]


@pytest.mark.parametrize("name", PANES)
def test_all_that_takes_the_keyboard_has_a_name(window, name):
    window.go(place_of(window, name))
    nameless = [
        type(w).__name__
        for w in focusable(window)
        if not w.accessibleName() and not (isinstance(w, QAbstractButton) and w.text())
    ]
    assert nameless == []


@pytest.mark.parametrize("name", PANES)
def test_targets_are_large_enough(window, name):
    window.go(place_of(window, name))
    small = [
        (type(w).__name__, w.accessibleName(), w.width(), w.height())
        for w in focusable(window)
        if isinstance(w, QAbstractButton | QLineEdit | QComboBox) and min(w.width(), w.height()) < TARGET
    ]
    assert small == []


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("name", PANES)
def test_no_words_are_cut_off(window_on, library_file, name, text):
    window = window_on(library_file, text=text)
    window.resize(1280, 720)
    window.go(place_of(window, name))
    QApplication.processEvents()
    QApplication.processEvents()
    cut = []
    for w in window.findChildren(QWidget):
        if not w.isVisible() or w.window() is not window:
            continue
        if isinstance(w, QLabel) and w.text():
            needed = w.heightForWidth(w.width()) if w.wordWrap() else w.sizeHint().height()
            if w.height() + 2 < needed or (not w.wordWrap() and w.width() + 1 < w.sizeHint().width()):
                cut.append((w.text(), w.width(), w.height(), needed))
        elif isinstance(w, QPushButton) and w.text():
            room = w.width() - theme.px(8)
            if QFontMetrics(w.font()).horizontalAdvance(w.text().replace("&", "")) > room:
                cut.append((w.text(), w.width()))
    assert cut == []


@pytest.mark.parametrize("name", PANES)
def test_nothing_is_wider_than_the_window_at_twice_the_text(window_on, library_file, name):
    window = window_on(library_file, text=200)
    window.resize(1280, 720)
    window.go(place_of(window, name))
    QApplication.processEvents()
    assert window.width() == 1280
    assert window.stack.currentWidget().width() <= window.scroll.viewport().width()


def test_panes_gone_to_one_after_another_each_have_the_room_they_need(window_on, library_file, qtbot):
    window = window_on(library_file, text=200)
    window.resize(1280, 720)
    for name in ("live", *(name for name in PANES if name != "live"), "live"):
        window.go(place := place_of(window, name))
        pane = window.present()
        qtbot.waitUntil(lambda pane=pane: pane.height() >= window.stack.needed(pane.width()))
        assert pane.width() <= window.scroll.viewport().width(), place


def test_no_two_deeds_have_the_same_keys():
    keys = [deed.keys for deed in DEEDS if not deed.local]
    assert sorted(keys) == sorted(set(keys))


def test_no_pane_makes_a_window_of_its_own(window):
    class Watcher(QObject):
        def __init__(self):
            super().__init__()
            self.seen = []

        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                self.seen.append(type(watched).__name__)
            return False

    watcher = Watcher()
    QApplication.instance().installEventFilter(watcher)
    for name in PANES:
        window.go(place_of(window, name))
        QApplication.processEvents()
    QApplication.instance().removeEventFilter(watcher)
    assert watcher.seen == []


def test_f6_goes_round_the_parts_of_the_window_and_back(window, press):
    window.go(place_of(window, "questions"))
    window.pane("questions").first_focus().setFocus()
    QApplication.processEvents()
    seen = []
    for _ in range(6):
        press("F6")
        widget = QApplication.focusWidget()
        seen.append(
            next(
                part
                for part in ("top", "stack", "inspector", "rail", "strip")
                if getattr(window, part).isAncestorOf(widget)
            )
        )
    assert seen[:4] == ["inspector", "rail", "top", "stack"]


def test_tab_goes_through_everything_in_a_pane_and_leaves_it(window, press):
    window.go(place_of(window, "questions"))
    start = QApplication.focusWidget()
    seen = [start]
    for _ in range(80):
        press("Tab")
        if QApplication.focusWidget() is start:
            break
        seen.append(QApplication.focusWidget())
    assert QApplication.focusWidget() is start
    assert window.pane("questions").filter.field in seen
    assert window.rail.buttons["desk"] in seen or window.rail.buttons["questions"] in seen


def test_a_list_says_its_rows_in_words(window):
    window.go(place_of(window, "questions"))
    view = window.pane("questions").table.list
    assert isinstance(view, QAbstractItemView)
    spoken = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(view.model().index(0, 0).data())


def test_news_of_long_work_moves_nothing(window):
    window.go(place_of(window, "questions"))
    for _ in range(3):
        QApplication.processEvents()
    before = window.pane("questions").table.list.geometry(), window.strip.geometry()
    for name in ("a.pdf", "a much longer name than that, " * 12):
        window.strip.going(f"Importing 3 of 12: {name}", 3, 12)
        QApplication.processEvents()
        assert (window.pane("questions").table.list.geometry(), window.strip.geometry()) == before
        assert window.width() == 1366
    window.strip.rest()
