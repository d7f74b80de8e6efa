"""Health, copies, and putting one back."""

import sqlite3
from contextlib import closing
from datetime import datetime

import pytest

from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.store import create_library, open_library, people, safekeeping
from scrutiny_desk.store.whole import whole

NOON = datetime(2031, 5, 4, 12, 30, 15)


def contents(path):
    with open_library(path) as library, library.read() as db:
        return whole(db)


def test_a_sound_library_has_no_faults(library, ids):
    assert safekeeping.check(library.path) == [] == safekeeping.check(library.path, full=True)


def change_original(db):
    db.execute("UPDATE original SET data = x'789c4bcb2f4a2d0200068d0248'")


def lose_original(db):
    db.execute("DELETE FROM original")


def break_index(db):
    db.execute("INSERT INTO block_words (block_words, rowid, text) VALUES ('delete', 1, 'Bus stops')")


def lose_source(db):
    db.execute("DELETE FROM source WHERE undertaking_id IS NOT NULL")


def break_reference(db):
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("UPDATE question SET item_id = 77")


FAULTS = {
    change_original: "The kept copy of minutes.txt is damaged.",
    lose_original: "The kept copy of minutes.txt is missing.",
    break_index: "The search index does not agree with the text.",
    lose_source: "1 undertaking(s) rest on no passage.",
}


@pytest.mark.parametrize("harm", FAULTS)
def test_a_fault_is_found_and_told(library, ids, harm):
    library.write("Harm", harm)
    faults = safekeeping.check(library.path, full=True)
    assert [fault.sentence for fault in faults] == [FAULTS[harm]] and faults[0].remedy


def test_a_broken_reference_is_found_by_the_quick_check(library, ids):
    with closing(sqlite3.connect(library.path)) as other, other:
        other.execute("UPDATE question SET item_id = 77")
    faults = safekeeping.check(library.path)
    assert [fault.sentence for fault in faults] == ["1 row(s) of the table question refer to something that is gone."]


def test_a_rebuilt_index_is_sound(library, ids):
    library.upkeep(break_index)
    library.upkeep(safekeeping.rebuild_search)
    assert safekeeping.check(library.path, full=True) == []


def test_what_is_no_library_is_a_fault_not_a_crash(tmp_path):
    path = tmp_path / "a.scrutiny"
    assert "cannot be opened" in safekeeping.check(path)[0].sentence
    path.write_text("Dear councillor")
    assert "not a Scrutiny Desk library" in safekeeping.check(path)[0].sentence


def test_a_backup_of_an_open_library_is_whole_and_alone(library, ids):
    copy = safekeeping.backup(library.path, now=NOON)
    assert copy.name == "fennimore.backup-2031-05-04-123015.scrutiny"
    assert safekeeping.check(copy, full=True) == []
    with library.read() as db:
        now = whole(db)
    assert contents(copy) == now
    names = {file.name for file in library.path.parent.iterdir() if not file.name.endswith(("-wal", "-shm"))}
    assert names == {"fennimore.scrutiny", copy.name}


def test_checking_a_backup_leaves_nothing_beside_it(library, ids, tmp_path):
    copy = safekeeping.backup(library.path, tmp_path / "kept" / "copy.scrutiny")
    before = copy.read_bytes()
    safekeeping.check(copy, full=True)
    assert [file.name for file in copy.parent.iterdir()] == ["copy.scrutiny"] and copy.read_bytes() == before


def test_a_backup_that_cannot_be_written_leaves_the_older_one(library, ids, tmp_path, monkeypatch):
    copy = safekeeping.backup(library.path, tmp_path / "copy.scrutiny")
    before = copy.read_bytes()

    def full_disk(_path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(safekeeping, "to_disk", full_disk)
    with pytest.raises(LibraryTrouble, match="disk is full"):
        safekeeping.backup(library.path, copy)
    assert copy.read_bytes() == before and not list(tmp_path.glob("*.part"))


def test_restoring_puts_the_copy_in_and_keeps_the_present_one_aside(tmp_path):
    path = tmp_path / "a.scrutiny"
    with create_library(path) as library:
        library.write("Add", lambda db: people.add(db, "Ida Vane"))
        copy = safekeeping.backup(path, tmp_path / "copy.scrutiny")
        library.write("Add", lambda db: people.add(db, "Otto Finch"))
        with pytest.raises(LibraryTrouble, match="open elsewhere"):
            safekeeping.restore(path, copy)
    aside = safekeeping.restore(path, copy, now=NOON)
    assert [person.name for person in contents(path).people] == ["Ida Vane"]
    assert aside.name == "a.replaced-2031-05-04-123015.scrutiny"
    assert [person.name for person in contents(aside).people] == ["Ida Vane", "Otto Finch"]


def test_a_damaged_library_gives_way_to_a_copy_and_is_kept(tmp_path):
    path = tmp_path / "a.scrutiny"
    create_library(path).close()
    copy = safekeeping.backup(path, tmp_path / "copy.scrutiny")
    path.write_bytes(b"SQLite format 3\0 and then nothing of use")
    aside = safekeeping.restore(path, copy, now=NOON)
    assert contents(path).people == [] and aside.read_bytes().endswith(b"nothing of use")


def test_a_damaged_copy_is_not_restored(tmp_path):
    path = tmp_path / "a.scrutiny"
    create_library(path).close()
    copy = tmp_path / "copy.scrutiny"
    copy.write_bytes(path.read_bytes()[:9000])
    before = path.read_bytes()
    with pytest.raises(LibraryTrouble, match=r"copy\.scrutiny cannot be restored"):
        safekeeping.restore(path, copy)
    assert path.read_bytes() == before and not list(tmp_path.glob("*.part"))


def test_a_copy_is_put_where_no_library_was(tmp_path):
    path = tmp_path / "a.scrutiny"
    create_library(path).close()
    assert safekeeping.restore(tmp_path / "new" / "b.scrutiny", path) is None
    assert contents(tmp_path / "new" / "b.scrutiny").people == []
