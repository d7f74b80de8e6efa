"""An older library is brought up to date after a copy of it was kept, or not at all."""

import sqlite3
from contextlib import closing

import pytest

from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.store import create_library, migrations, open_library, people


@pytest.fixture
def later(monkeypatch, tmp_path):
    """A library with one person in it, and a program that knows one more migration than made it."""
    path = tmp_path / "a.scrutiny"
    with create_library(path) as library:
        library.write("Add", lambda db: people.add(db, "Ida Vane"))

    def know(work):
        more = migrations.Migrations("scrutiny_desk")
        more._migrations = list(migrations.steps._migrations)
        more(name="m9999_later")(work)
        monkeypatch.setattr(migrations, "steps", more)
        migrations._expected_tables.cache_clear()
        return path

    yield know
    migrations._expected_tables.cache_clear()


def test_a_copy_is_kept_and_undo_ends_there(later):
    path = later(lambda db: db.execute("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT"))
    with open_library(path) as library:
        assert library.undo_label is None, "what an older form logged cannot be inverted in the new one"
        with library.read() as db:
            assert db.execute("SELECT count(*) FROM later").fetchone()[0] == 0
            assert [person.name for person in people.everything(db)] == ["Ida Vane"]
    (copy,) = path.parent.glob("a.before-*.scrutiny")
    assert copy.name == "a.before-m9999_later.scrutiny"
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").fetchone()[0] == 0
        assert db.execute("SELECT name FROM person").fetchall() == [("Ida Vane",)]


def test_a_migration_that_fails_changes_nothing(later):
    def broken(db):
        db.execute("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")
        raise sqlite3.DatabaseError("in the middle")

    path = later(broken)
    with pytest.raises(sqlite3.DatabaseError, match="in the middle"):
        open_library(path)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").fetchone()[0] == 0


def test_tables_that_another_has_changed_are_refused(later):
    path = later(lambda db: None)
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TRIGGER sly AFTER INSERT ON person BEGIN DELETE FROM question; END")
    with pytest.raises(LibraryTrouble, match="damaged"):
        open_library(path)


def test_only_the_last_few_copies_are_kept(later, monkeypatch):
    path = later(lambda db: None)
    for number in range(5):
        (path.parent / f"a.before-m000{number}.scrutiny").write_bytes(b"")
    open_library(path).close()
    assert len(list(path.parent.glob("a.before-*.scrutiny"))) == migrations.KEPT_COPIES
