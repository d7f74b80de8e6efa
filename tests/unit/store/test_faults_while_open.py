"""Faults of the world while a library is open: permission lost, the disk faulty, the clock set back."""

import errno
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.store import change_log, history, open_library, people, safekeeping
from scrutiny_desk.store.whole import whole


def everything(library):
    with library.read() as db:
        return whole(db)


def test_permission_lost_while_open_changes_nothing_and_the_program_goes_on_once_it_is_back(library):
    library.write("Add", lambda db: people.add(db, "Ida Vane"))
    before = everything(library)

    def refused(db):
        people.add(db, "Ned Pike")
        db.execute("PRAGMA query_only = ON")  # what the system says of a file that was made read-only
        try:
            people.add(db, "Dot Pell")
        finally:
            db.execute("PRAGMA query_only = OFF")

    with pytest.raises(LibraryTrouble, match="cannot be written to") as told:
        library.write("Add two", refused)
    assert told.value.remedy
    assert everything(library) == before, "the first of the two is not in either"
    library.write("Add", lambda db: people.add(db, "Ned Pike"))
    library.undo()
    assert everything(library) == before
    assert safekeeping.check(library.path, full=True) == []


@pytest.mark.parametrize(
    ("code", "sentence"),
    [(errno.EACCES, "cannot be written"), (errno.ENOSPC, "disk is full"), (errno.EROFS, "cannot be written")],
)
def test_a_fault_of_the_file_system_within_a_step_leaves_nothing_of_it(library, code, sentence):
    library.write("Add", lambda db: people.add(db, "Ida Vane"))
    before = everything(library)

    def work(db):
        people.add(db, "Ned Pike")
        raise OSError(code, "no")

    with pytest.raises(LibraryTrouble, match=sentence):
        library.write("Add", work)
    assert everything(library) == before and library.undo_label == "Add"
    library.write("Add", lambda db: people.add(db, "Ned Pike"))


def test_a_disk_that_reports_a_fault_is_told_of(library):
    class Faulty(sqlite3.OperationalError):
        sqlite_errorcode = sqlite3.SQLITE_IOERR

    def work(db):
        people.add(db, "Ned Pike")
        raise Faulty("disk I/O error")

    before = everything(library)
    with pytest.raises(LibraryTrouble, match="reported a fault"):
        library.write("Add", work)
    assert everything(library) == before


@pytest.fixture
def clock(monkeypatch):
    """A clock that a test sets; it begins in 2031."""

    class Clock:
        at = datetime(2031, 5, 4, 12, tzinfo=UTC)

        def now(self, _zone=None):
            return self.at

    made = Clock()
    monkeypatch.setattr(change_log, "datetime", made)
    return made


def test_a_clock_set_back_changes_nothing_about_what_is_undone_and_in_which_order(library, clock):
    for name in ("Ida Vane", "Ned Pike", "Dot Pell"):
        library.write(f"Add {name}", lambda db, name=name: people.add(db, name))
        clock.at -= timedelta(days=400)
    with library.read() as db:
        steps = history.latest(db)
    assert [step.label for step in steps] == ["Add Dot Pell", "Add Ned Pike", "Add Ida Vane"]
    assert [step.at[:4] for step in steps] == ["2029", "2030", "2031"]
    for left in ("Ned Pike", "Ida Vane"):
        library.undo()
        with library.read() as db:
            assert people.everything(db)[-1].name == left
    library.redo()
    path = library.path
    library.close()
    with open_library(path) as again:
        assert again.undo_label == "Add Ned Pike" and again.redo_label == "Add Dot Pell"
    assert safekeeping.check(path, full=True) == []


def test_a_clock_set_back_does_not_join_two_edits_that_are_no_one_gesture(library, clock):
    library.write("Add", lambda db: people.add(db, "Ida Vane"))
    for name, key in (("Ida Vane-Pell", "name 1"), ("Ida Pell", "name 1"), ("I Pell", "name 2")):
        library.write("Rename", lambda db, name=name: people.update(db, 1, name=name), merge_key=key)
        clock.at -= timedelta(days=2)
    library.undo()
    with library.read() as db:
        assert people.get(db, 1).name in ("Ida Pell", "Ida Vane-Pell")
