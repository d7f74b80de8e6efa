"""Libraries locked with a passphrase: nobody reads a word of them without it, in any file."""

import pytest

from scrutiny_desk.domain.troubles import LibraryTrouble, LockedLibrary
from scrutiny_desk.store import (
    backups,
    cipher,
    create_library,
    locking,
    open_library,
    people,
    safekeeping,
    search,
    undertakings,
)
from scrutiny_desk.store.whole import whole

PASSPHRASE = "grey herons at low tide"
PLAIN = (b"Fennimore", b"Ombersley", b"O'Connor", b"promised to write", b"Roads Panel", b"CREATE TABLE")


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch):
    """Few rounds, so that the tests are quick; one test uses them all."""
    monkeypatch.setattr(cipher, "ROUNDS", 10)


@pytest.fixture
def locked(tmp_path, put):
    """A library locked from the beginning, with one document in it; closed, and its key forgotten."""
    path = tmp_path / "a.scrutiny"
    with create_library(path, passphrase=PASSPHRASE) as library:
        library.write("Import minutes.txt", put, "import")
    locking.forget(path)
    return path


def told_in(folder):
    """Which of the known words stand in any file of a folder, and in which."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    return [(file.name, word) for file in files for word in PLAIN if word in file.read_bytes()]


def contents(path):
    with open_library(path) as library, library.read() as db:
        return whole(db), [hit.block for hit in search.find(db, "sian")]


def test_a_locked_library_asks_for_its_passphrase(locked):
    assert locking.is_locked(locked)
    with pytest.raises(LockedLibrary, match="is locked"):
        open_library(locked)
    with pytest.raises(LockedLibrary, match="does not open"):
        locking.unlock(locked, "grey herons at high tide")
    assert locking.is_locked(locked)
    locking.unlock(locked, PASSPHRASE)
    assert not locking.is_locked(locked)
    held, found = contents(locked)
    assert held.questions[0].asked_by.name == "Siân Ombersley" and found == [1]


def test_the_passphrase_may_be_typed_with_either_kind_of_accent(tmp_path):
    path = tmp_path / "a.scrutiny"
    create_library(path, passphrase="Si\u00e2n's herons").close()
    locking.forget(path)
    locking.unlock(path, "Sia\u0302n's herons")
    open_library(path).close()


def test_no_word_of_it_stands_in_any_file(tmp_path, locked, put, now):
    locking.unlock(locked, PASSPHRASE)
    library = open_library(locked)
    library.write("Import again", lambda db: put(db, "more.txt", b"Fennimore again"), "import")
    library.write("Mark", lambda db: undertakings.update(db, 1, state="done"))
    safekeeping.backup(locked)
    backups.make_if_due(locked, now)
    assert (tmp_path / "a.scrutiny-wal").stat().st_size > 0, "the words are in the WAL now, if anywhere"
    assert told_in(tmp_path) == []
    library.close()
    assert told_in(tmp_path) == []


def test_a_plain_library_is_locked_with_all_its_copies(tmp_path, put, now):
    path = tmp_path / "a.scrutiny"
    with create_library(path) as library:
        library.write("Import minutes.txt", put, "import")
    before = contents(path)
    automatic = backups.make_if_due(path, now)
    by_hand = safekeeping.backup(path, now=now)
    assert told_in(tmp_path)
    locking.lock(path, PASSPHRASE)
    assert told_in(tmp_path) == [] and contents(path) == before
    for file in (path, automatic, by_hand):
        locking.forget(file)
    locking.unlock(path, PASSPHRASE)
    assert contents(path) == before
    assert backups.last_good(path).path == automatic
    assert safekeeping.check(path, full=True) == []
    assert not list(tmp_path.glob("*.old")) and not list(tmp_path.rglob("*.part"))


def test_undo_reaches_back_to_before_the_lock(tmp_path, put):
    path = tmp_path / "a.scrutiny"
    with create_library(path) as library:
        library.write("Import minutes.txt", put, "import")
    locking.lock(path, PASSPHRASE)
    with open_library(path) as library:
        assert library.undo_label == "Import minutes.txt"
        library.undo()
        ida, _ = library.write("Add", lambda db: people.add(db, "Ida Vane"))
    assert ida == 3, "numbers are not used twice, locked or not"


def test_a_passphrase_is_changed_and_removed(tmp_path, locked):
    locking.unlock(locked, PASSPHRASE)
    before = contents(locked)
    locking.lock(locked, "another tide altogether")
    locking.forget(locked)
    with pytest.raises(LockedLibrary):
        locking.unlock(locked, PASSPHRASE)
    locking.unlock(locked, "another tide altogether")
    assert contents(locked) == before
    locking.remove(locked)
    locking.forget(locked)
    assert contents(locked) == before and told_in(tmp_path)


def test_an_open_library_is_not_locked_under_its_windows_feet(tmp_path):
    path = tmp_path / "a.scrutiny"
    with create_library(path), pytest.raises(LibraryTrouble, match="open elsewhere"):
        locking.lock(path, PASSPHRASE)
    assert not locking.is_locked(path)


def test_a_short_passphrase_is_refused(tmp_path):
    path = tmp_path / "a.scrutiny"
    create_library(path).close()
    with pytest.raises(LibraryTrouble, match="shorter than"):
        locking.lock(path, "herons")


def test_a_fault_half_way_leaves_the_library_as_it_was(tmp_path, put, monkeypatch):
    path = tmp_path / "a.scrutiny"
    with create_library(path) as library:
        library.write("Import minutes.txt", put, "import")
    before = contents(path)

    def full(_path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(safekeeping, "to_disk", full)
    with pytest.raises(LibraryTrouble, match="disk is full"):
        locking.lock(path, PASSPHRASE)
    assert contents(path) == before and [file.name for file in tmp_path.iterdir()] == ["a.scrutiny"]


def test_a_copy_of_a_locked_library_is_restored(tmp_path, locked):
    locking.unlock(locked, PASSPHRASE)
    copy = safekeeping.backup(locked, tmp_path / "copy.scrutiny")
    before = contents(locked)
    with open_library(locked) as library:
        library.write("Add", lambda db: people.add(db, "Ida Vane"))
    locking.forget(copy)
    safekeeping.restore(locked, copy)
    assert contents(locked) == before


def test_sqlciphers_own_way_opens_it_too(tmp_path, monkeypatch):
    monkeypatch.setattr(cipher, "ROUNDS", 256_000)
    path = tmp_path / "a.scrutiny"
    create_library(path, passphrase=PASSPHRASE).close()
    db = cipher.driver().connect(str(path))
    db.execute(f"PRAGMA key = '{PASSPHRASE}'")
    assert db.execute("SELECT count(*) FROM question").fetchone()[0] == 0
    db.close()


def test_the_key_is_in_no_message_of_a_fault():
    key = cipher.new_key(PASSPHRASE)
    assert key.key not in repr(key) and key.salt not in repr(key)
