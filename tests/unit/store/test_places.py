"""Which folders are recognised as unsafe for a library, and what is said of them."""

from pathlib import PurePosixPath

import pytest

from scrutiny_desk.store import create_library, open_library, places
from scrutiny_desk.store.places import Place

LINUX = """/dev/sda1 / ext4 rw 0 0
//files/council /mnt/council cifs rw,vers=3.0 0 0
server:/home /home/shared\\040folder nfs4 rw 0 0
tmpfs /mnt/council/local tmpfs rw 0 0
"""
MAC = """/dev/disk1s1 on / (apfs, local, journaled)
//clerk@files/council on /Volumes/Council papers (smbfs, nodev, nosuid)
"""
KINDS = [
    (LINUX, "/home/ida", "ext4"),
    (LINUX, "/mnt/council/members", "cifs"),
    (LINUX, "/mnt/councillors", "ext4"),
    (LINUX, "/mnt/council/local/x", "tmpfs"),
    (LINUX, "/home/shared folder", "nfs4"),
    (MAC, "/Users/ida", "apfs"),
    (MAC, "/Volumes/Council papers/2031", "smbfs"),
    ("", "/anywhere", ""),
]


@pytest.mark.parametrize(("mounts", "folder", "kind"), KINDS)
def test_the_file_system_of_a_folder(mounts, folder, kind):
    assert places.file_system(PurePosixPath(folder), mounts) == kind


SYNCED = [
    ("OneDrive - Fennimore Council", True),
    ("OneDrive", True),
    ("Dropbox (Personal)", True),
    ("Google Drive", True),
    ("Mobile Documents", True),
    ("Box", True),
    ("Box of old papers", False),
    ("Megan", False),
    ("Documents", False),
    ("Synchronised swimming", False),
]


@pytest.mark.parametrize(("name", "synced"), SYNCED)
def test_folders_that_sync_by_name(tmp_path, name, synced):
    folder = tmp_path / name / "inside"
    folder.mkdir(parents=True)
    assert places.place_of(folder / "a.scrutiny", {}) is (Place.SYNCED if synced else Place.LOCAL)


def test_folders_that_sync_by_mark_and_by_the_systems_word(tmp_path):
    (tmp_path / "shared").mkdir()
    file = tmp_path / "shared" / "a.scrutiny"
    assert places.place_of(file, {}) is Place.LOCAL
    assert places.place_of(file, {"OneDriveCommercial": str(tmp_path)}) is Place.SYNCED
    (tmp_path / ".stfolder").mkdir()
    assert places.place_of(file, {}) is Place.SYNCED


def test_a_library_in_a_synced_folder_says_what_can_happen(tmp_path):
    path = tmp_path / "OneDrive" / "a.scrutiny"
    create_library(path).close()
    with open_library(path) as library:
        (notice,) = library.notices
    assert "copies to other computers (OneDrive)" in notice and not library.read_only


def test_a_library_on_a_network_drive_is_kept_without_shared_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "_is_network", lambda _folder: True)
    with create_library(tmp_path / "a.scrutiny") as library:
        journal, _ = library.write("Look", lambda db: db.execute("PRAGMA journal_mode").fetchone()[0])
        assert journal == "delete"
    with open_library(tmp_path / "a.scrutiny") as library:
        assert "network drive" in library.notices[0]
    assert not list(tmp_path.glob("*-wal"))
