"""Opening, refusing, reading and writing a library."""

import os
import sqlite3
import threading
from contextlib import closing

import pytest

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.troubles import LibraryTrouble, Trouble
from scrutiny_desk.store import connection, create_library, open_library, people, safekeeping


def add_person(name: str):
    return lambda db: people.add(db, name)


def names(library) -> list[str]:
    with library.read() as db:
        return [person.name for person in people.everything(db)]


def test_what_is_written_is_there_when_opened_again(tmp_path):
    path = tmp_path / "a.scrutiny"
    with create_library(path) as library:
        library.write("Add", add_person("Ida Vane"))
    with open_library(path) as library:
        assert names(library) == ["Ida Vane"]


def test_closing_leaves_one_file(tmp_path):
    library = create_library(tmp_path / "a.scrutiny")
    library.write("Add", add_person("Ida Vane"))
    library.close()
    library.close()
    assert [file.name for file in tmp_path.iterdir()] == ["a.scrutiny"]


def test_the_settings_that_keep_it_safe(library):
    def ask(db):
        return [
            db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout", "trusted_schema")
        ]

    asked, _ = library.write("Look", ask)
    assert asked == ["wal", 1, 2, connection.BUSY_MS, 0], "every step is on the disk before it counts as done"


def test_a_library_is_not_made_over_a_file(tmp_path):
    path = tmp_path / "a.scrutiny"
    path.write_bytes(b"precious")
    with pytest.raises(LibraryTrouble, match="already a file called a.scrutiny"):
        create_library(path)
    assert path.read_bytes() == b"precious"


def stranger_text(path):
    path.write_text("Dear councillor, these are not tables at all.")


def stranger_empty(path):
    path.write_bytes(b"")


def stranger_database(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE shopping (what TEXT)")


def stranger_folder(path):
    path.mkdir()


def stranger_missing(path):
    assert not path.exists()


@pytest.mark.parametrize("make", [stranger_text, stranger_empty, stranger_database, stranger_folder, stranger_missing])
def test_a_stranger_is_refused_and_left_as_it_was(tmp_path, make):
    path = tmp_path / "b.scrutiny"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LibraryTrouble) as refused:
        open_library(path)
    assert "b.scrutiny" in refused.value.sentence and refused.value.remedy
    assert (path.read_bytes() if path.is_file() else None) == before
    assert len(list(tmp_path.iterdir())) <= 1


def test_a_newer_library_is_refused_and_a_slightly_newer_one_opens(tmp_path):
    path = tmp_path / "a.scrutiny"
    create_library(path).close()
    set_version(path, connection.USER_VERSION + 1)
    open_library(path).close()
    set_version(path, (connection.MAJOR + 1) * 1000)
    before = path.read_bytes()
    with pytest.raises(LibraryTrouble, match="newer Scrutiny Desk"):
        open_library(path)
    assert path.read_bytes() == before


def set_version(path, version):
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {version}")


def test_a_fault_in_a_step_leaves_the_library_as_it_was(library):
    def half(db):
        people.add(db, "Ida Vane")
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        library.write("Half", half)
    assert names(library) == []
    assert library.undo_label is None
    library.write("Add", add_person("Otto Finch"))
    assert names(library) == ["Otto Finch"]


def test_a_reader_cannot_write(library):
    with pytest.raises(LibraryTrouble, match="cannot be written"), library.read() as db:
        people.add(db, "Ida Vane")


def test_a_library_open_for_reading_says_why_it_cannot_be_written(tmp_path):
    path = tmp_path / "a.scrutiny"
    create_library(path).close()
    with open_library(path, read_only=True) as library, pytest.raises(LibraryTrouble, match="reading only"):
        library.write("Add", add_person("Ida Vane"))


def test_a_reader_sees_one_moment_and_the_next_read_the_next(library):
    with library.read() as db:
        assert people.everything(db) == []
        writing = threading.Thread(target=library.write, args=("Add", add_person("Ida Vane")))
        writing.start()
        writing.join()
        assert people.everything(db) == []
    assert names(library) == ["Ida Vane"]


def test_many_threads_write_and_read_at_once(library):
    seen: list[int] = []

    def work(n: int) -> None:
        for m in range(10):
            library.write("Add", add_person(f"Person {n} {m}"))
            seen.append(len(names(library)))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(library)) == len(seen) == 60


def test_another_programs_write_is_noticed_and_ones_own_is_not(library):
    first = library.data_version()
    library.write("Add", add_person("Ida Vane"))
    assert library.data_version() == first
    before = library.last_step()
    with open_library(library.path) as other:
        other.write("Add from outside", add_person("Otto Finch"))
    assert library.data_version() != first
    change = library.changes_since(before)
    assert change.step == "Add from outside" and change.touched == {Kind.PEOPLE: frozenset({2})}
    assert names(library) == ["Ida Vane", "Otto Finch"]


def test_a_library_held_by_another_program_says_so(library, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_MS", 20)
    with open_library(library.path) as other, closing(sqlite3.connect(library.path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryTrouble, match="Another program is writing"):
            other.write("Add", add_person("Ida Vane"))
        holder.execute("ROLLBACK")
        other.write("Add", add_person("Otto Finch"))
    assert names(library) == ["Otto Finch"]


def test_closing_goes_well_while_another_program_writes(library, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_MS", 20)
    other = open_library(library.path)
    with closing(sqlite3.connect(library.path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        other.close()
        holder.execute("ROLLBACK")


def test_a_full_disk_is_told_plainly_and_changes_nothing(library):
    pages = []

    def fill(db):
        pages.append(db.execute("PRAGMA page_count").fetchone()[0])
        db.execute(f"PRAGMA max_page_count = {pages[0]}")
        for number in range(5000):
            people.add(db, f"Person {number}")

    with pytest.raises(LibraryTrouble, match="disk is full"):
        library.write("Add thousands", fill)
    assert names(library) == []


def test_a_library_in_a_folder_one_may_not_write_to_cannot_be_made(tmp_path):
    folder = tmp_path / "file"
    folder.write_text("not a folder")
    with pytest.raises(Trouble):
        create_library(folder / "a.scrutiny")


def test_a_stopped_read_says_so(library):
    sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    started = threading.Event()
    stop = threading.Thread(target=lambda: (started.wait(), keep_stopping(library, stopped)))
    stopped = threading.Event()
    stop.start()
    with pytest.raises(LibraryTrouble, match="stopped"), library.read() as db:
        started.set()
        db.execute(sql)
    stopped.set()
    stop.join()


def keep_stopping(library, stopped):
    while not stopped.wait(0.01):
        library.interrupt()


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody take away a file that is open")
@pytest.mark.parametrize("how", ["renamed", "deleted", "replaced"])
def test_a_file_that_is_no_longer_there_takes_no_change(tmp_path, how):
    folder = tmp_path / "here"
    path = folder / "a.scrutiny"
    with create_library(path) as library:
        library.write("Add", lambda db: people.add(db, "Ida Vane"))
        if how == "renamed":
            folder.rename(tmp_path / "there")
        else:
            path.unlink()
        if how == "replaced":
            create_library(tmp_path / "other.scrutiny").close()
            (tmp_path / "other.scrutiny").rename(path)
        with pytest.raises(LibraryTrouble, match=r"moved, renamed, deleted or replaced.*nothing was changed"):
            library.write("Add", lambda db: people.add(db, "Ned Pike"))
        if how == "renamed":
            (tmp_path / "there").rename(folder)
            library.write("Add", lambda db: people.add(db, "Ned Pike"))


def test_an_import_undone_leaves_nothing_that_a_check_calls_damaged(library, put):
    library.write("Import minutes.txt", put, "import")
    library.undo()
    assert safekeeping.check(library.path, full=True) == []
    library.redo()
    assert safekeeping.check(library.path, full=True) == []
