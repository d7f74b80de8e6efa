"""Two windows on one library; and a library that was not closed."""

import os
import shutil
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.store import (
    backups,
    claims,
    connection,
    create_library,
    library,
    open_library,
    people,
    safekeeping,
    soundness,
)


def test_a_second_window_is_for_reading_and_says_so(tmp_path):
    path = tmp_path / "a.scrutiny"
    create_library(path).close()
    first = open_library(path, as_window=True)
    with open_library(path, as_window=True) as second:
        assert second.read_only and "open in another window" in second.notices[0]
        first.write("Add", lambda db: people.add(db, "Ida Vane"))
        with second.read() as db:
            assert [person.name for person in people.everything(db)] == ["Ida Vane"]
        seen = second.data_version()
        first.write("Add", lambda db: people.add(db, "Otto Finch"))
        assert second.data_version() != seen
        assert second.undo_label == "Add"
    with open_library(path) as command:
        assert not command.read_only, "the command line may write beside a window"
    first.close()
    with open_library(path, as_window=True) as third:
        assert not third.read_only
    assert [file.name for file in tmp_path.iterdir()] == ["a.scrutiny"]


def test_a_claim_passes_on(tmp_path):
    path = tmp_path / "a.scrutiny"
    first = claims.claim(path)
    assert first and claims.claim(path) is None
    first.release()
    first.release()
    second = claims.claim(path)
    assert second and claims.claim(path) is None
    second.release()


def test_a_folder_one_may_not_write_to_is_read(tmp_path, monkeypatch):
    path = tmp_path / "a.scrutiny"
    create_library(path).close()

    def refused(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(claims, "claim", refused)
    with open_library(path, as_window=True) as opened:
        assert opened.read_only and "cannot be written to" in opened.notices[0]


NOBODY = 65534


@pytest.fixture
def closed_folder(library, ids):
    """A library in a folder that may be read and not written to, by somebody who is not the superuser."""
    library.close()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(library.path, folder))
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        if os.geteuid() == 0:
            os.seteuid(NOBODY)
            yield path
            os.seteuid(0)
        else:
            yield path
        Path(folder).chmod(0o755)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="Windows folders are not closed by mode")
@pytest.mark.parametrize("as_window", [False, True])
def test_a_library_in_a_closed_folder_is_read_and_left_as_it_is(closed_folder, as_window):
    before = closed_folder.read_bytes()
    with open_library(closed_folder, as_window=as_window) as opened:
        assert opened.read_only and "cannot be written to" in opened.notices[0]
        with opened.read() as db:
            assert len(people.everything(db)) == 2
        with pytest.raises(LibraryTrouble, match="reading only"):
            opened.write("Add", lambda db: people.add(db, "Ida Vane"))
    assert safekeeping.check(closed_folder, full=True) == []
    with pytest.raises(LibraryTrouble, match="cannot be written to"):
        safekeeping.backup(closed_folder)
    assert closed_folder.read_bytes() == before
    assert [file.name for file in closed_folder.parent.iterdir()] == [closed_folder.name]


def test_a_library_left_open_and_damaged_is_opened_for_reading_and_names_the_backup(tmp_path, monkeypatch, now):
    path = tmp_path / "a.scrutiny"
    with create_library(path) as made:
        made.write("Add", lambda db: people.add(db, "Ida Vane"))
    good = backups.make_if_due(path, now)
    with open_library(path) as left, left.read() as db:
        people.everything(db)
        monkeypatch.setattr(library.soundness, "is_whole", lambda _path: False)
        left.write("Add", lambda db: people.add(db, "Otto Finch"))
        with open_library(path) as damaged:
            assert damaged.read_only and good.name in damaged.notices[0]
            with damaged.read() as other:
                assert len(people.everything(other)) == 2
    assert safekeeping.check(good) == []


def test_what_a_damaged_library_has_lost_is_told(library, ids):
    assert soundness.losses(library.path) == []
    library.close()
    with closing(connection.examiner(library.path)) as db:
        root = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'decision'").fetchone()[0]
        db.execute("UPDATE document SET text_sha256 = 'of other words'")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with library.path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(bytes(4096))
    assert soundness.losses(library.path) == ["The text of minutes.txt is damaged.", "Some decisions cannot be read."]
