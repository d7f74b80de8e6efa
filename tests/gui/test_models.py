"""Every list's model: sound to Qt, short of memory, and never raising."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from scrutiny_desk.desk import telling
from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.jobs import Jobs
from scrutiny_desk.desk.models import columns as columns_of
from scrutiny_desk.desk.models.columns import Calendar
from scrutiny_desk.desk.models.rows import PAGE, PAGES_KEPT, Column, Role, RowModel
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import tables

CALENDAR = Calendar("2026-04-08")
LISTS = {
    "questions": (Kind.QUESTIONS, columns_of.question_columns(CALENDAR)),
    "undertakings": (Kind.UNDERTAKINGS, columns_of.undertaking_columns(CALENDAR)),
    "actions": (Kind.ACTIONS, columns_of.action_columns(CALENDAR)),
    "decisions": (Kind.DECISIONS, columns_of.decision_columns(CALENDAR)),
    "documents": (Kind.DOCUMENTS, columns_of.document_columns()),
    "meetings": (Kind.MEETINGS, columns_of.meeting_columns()),
    "people": (Kind.PEOPLE, columns_of.witness_columns(CALENDAR)),
    "tags": (Kind.TAGS, columns_of.tag_columns()),
}


class Numbers:
    """A RowSource in memory; it counts how often it is asked for a page."""

    columns = ("id", "name")

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked = 0
        self.broken = False

    def ids(self, view):
        numbers = [n for n in range(self.count) if view.words in str(n)]
        return numbers[::-1] if view.order == "-name" else numbers

    def grouped(self, view):
        odd = [n for n in range(self.count) if n % 2]
        even = [n for n in range(self.count) if n % 2 == 0]
        return odd + even, [("odd", len(odd)), (None, len(even))]

    def page(self, ids):
        self.asked += 1
        if self.broken:
            raise LibraryTrouble("The library cannot be read.")
        return [(n, f"row {n}") if n < self.count else () for n in ids]


@pytest.fixture
def jobs(qtbot):
    made = Jobs(inline=True)
    yield made
    made.close()


def model_of(source, jobs):
    return RowModel(source, (Column("Name", lambda row: row["name"], sort="name"),), jobs)


@pytest.mark.parametrize("name", LISTS)
def test_every_list_of_the_library_is_sound(name, jobs, library_file, qtbot):
    from scrutiny_desk.bootstrap import open_workbench
    from scrutiny_desk.settings import Settings

    kind, columns = LISTS[name]
    workbench = open_workbench(library_file, settings=Settings(None))
    model = RowModel(tables.rows(workbench.library, kind), columns, jobs)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(View())
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Role.SECOND):
                assert isinstance(model.data(index, role), str)
            cell = model.cells(row)[column]
            painted = (cell.text, cell.second, cell.tone, cell.colour)
            roles = (Qt.ItemDataRole.DisplayRole, Role.SECOND, Role.TONE, Role.COLOUR)
            assert painted == tuple(model.data(index, role) for role in roles)
    if name != "tags":
        assert model.rowCount() > 0
    del tester
    workbench.close()


def test_only_the_pages_looked_at_are_fetched_and_few_are_kept(jobs):
    pages = 2 * PAGES_KEPT
    source = Numbers(pages * PAGE)
    model = model_of(source, jobs)
    model.show(View())
    assert source.asked == 0
    assert model.data(model.index(PAGES_KEPT * PAGE, 0)) == f"row {PAGES_KEPT * PAGE}"
    assert model.data(model.index(PAGES_KEPT * PAGE + 1, 0)) == f"row {PAGES_KEPT * PAGE + 1}"
    assert source.asked == 1
    for page in range(pages):
        model.data(model.index(page * PAGE, 0))
    assert len(model._pages) == PAGES_KEPT


def test_sorting_and_filtering_are_asked_of_the_source(jobs):
    model = model_of(Numbers(300), jobs)
    model.show(View(words="29"))
    shown = [model.id_at(row) for row in range(model.rowCount())]
    assert shown == [n for n in range(300) if "29" in str(n)]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert [model.id_at(row) for row in range(model.rowCount())] == shown[::-1]


def test_the_same_ids_keep_their_rows_and_only_repaint(jobs, qtbot):
    source = Numbers(10)
    model = model_of(source, jobs)
    model.show(View())
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.refresh()
    source.count = 11
    with qtbot.waitSignal(model.modelReset):
        model.refresh()
    assert model.row_of(10) == 10


def test_a_row_that_is_gone_or_cannot_be_read_is_shown_as_such(jobs):
    source = Numbers(3)
    model = model_of(source, jobs)
    model.show_ids([0, 1, 99])
    assert model.data(model.index(2, 0)) == "This row is no longer there"
    assert [cell.text for row in (1, 2) for cell in model.cells(row)[:1]] == ["row 1", "This row is no longer there"]
    source.broken = True
    model.show_ids([1, 0])
    assert model.data(model.index(0, 0)) == model.cells(0)[0].text == "This row is no longer there"


def test_an_answer_that_comes_late_is_not_shown(qtbot):
    import threading

    jobs, seen, gate = Jobs(), [], threading.Event()
    jobs.read(jobs, lambda: gate.wait(5) and "old", seen.append, key="one")
    jobs.read(jobs, lambda: "new", seen.append, key="one")
    qtbot.waitUntil(lambda: seen == ["new"])
    gate.set()
    jobs.close()
    qtbot.wait(1)
    assert seen == ["new"]


def test_groups_have_headings_that_fold_them_away(jobs, qtbot):
    model = model_of(Numbers(5), jobs)
    model.group_words = lambda group, word: f"{group}: {word or 'the others'}"
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(View(group="kind"))
    shown = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
    assert shown == ["kind: odd", "row 1", "row 3", "kind: the others", "row 0", "row 2", "row 4"]
    assert model.headings() == [0, 3]
    assert model.id_at(0) is None
    assert model.row_of(0) == 4
    model.fold(0)
    assert [model.id_at(row) for row in range(model.rowCount())] == [None, None, 0, 2, 4]
    assert model.row_of(1) == -1
    assert "folded away" in model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    model.fold(0, True)
    model.refresh()
    assert model.rowCount() == 5
    model.fold(0, False)
    assert model.rowCount() == 7
    del tester


def test_the_count_that_arrives_is_of_things_not_of_lines(jobs, qtbot):
    model = model_of(Numbers(5), jobs)
    arrived = []
    model.arrived.connect(arrived.append)
    model.show(View(group="kind"))
    assert arrived == [5]


def test_later_papers_are_searched_for_the_question_one_rests_on_and_for_none_passed_by(window, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(telling, "offered", lambda _library, number: asked.append(number) or ())
    window.go(Place("questions"))
    shown = window.pane("questions").table
    for row in range(4):
        shown.list.selectRow(row)
    assert asked == []
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [shown.model.id_at(3)]
