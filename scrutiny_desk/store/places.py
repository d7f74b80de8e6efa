"""Folders that sync and network drives: where a library is in danger, and why."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path, PurePath


class Place(StrEnum):
    """What kind of folder a library is in."""

    LOCAL = "local"
    SYNCED = "synced"
    NETWORK = "network"


NETWORK_FILE_SYSTEMS = frozenset(
    (
        "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "afs", "9p", "webdav", "davfs", "ncpfs",
        "fuse.davfs2", "fuse.sshfs", "fuse.rclone",
    )
)  # fmt: skip
SYNC_FOLDER = re.compile(
    r"(onedrive|dropbox|google ?drive|icloud ?drive|mobile documents|nextcloud|owncloud|pcloud ?drive|sharepoint"
    r"|syncthing|tresorit)([ _(-].*)?|box|box sync|mega|megasync|sync",
    re.IGNORECASE,
)
"""How the folders of syncing programs are named."""
SYNC_MARKS = (
    ".stfolder",
    ".dropbox",
    ".nextcloudsync.log",
    ".owncloudsync.log",
    ".sync_exclude.lst",
    ".csync_journal.db",
)
SYNC_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer", "Dropbox")

WORDS = {
    Place.LOCAL: "",
    Place.SYNCED: (
        "The library is in a folder that another program copies to other computers ({folder}). If two computers open "
        "it, changes can be lost. Keep the library in a folder of this computer's own, and a backup in the shared one."
    ),
    Place.NETWORK: (
        "The library is on a network drive ({folder}). If the network fails while it is written, changes can be lost, "
        "and everything takes longer. Keep it on this computer, and a backup on the network drive."
    ),
}


def is_closed(path: Path) -> bool:
    """Whether nothing may be written beside a file: SQLite cannot share one there, and reads it as it stands."""
    effective = os.access in os.supports_effective_ids
    return path.parent.is_dir() and not os.access(path.parent, os.W_OK, effective_ids=effective)


def place_of(path: Path, environment: Mapping[str, str] = os.environ) -> Place:
    """What kind of folder this file is in; a network drive counts before a syncing folder."""
    folder = path.absolute().parent
    if _is_network(folder):
        return Place.NETWORK
    return Place.SYNCED if _is_synced(folder, environment) else Place.LOCAL


def warning(path: Path, place: Place) -> str:
    """The sentences that tell a person what can happen there; empty for a folder of the computer's own."""
    return WORDS[place].format(folder=path.absolute().parent.name)


def _is_synced(folder: Path, environment: Mapping[str, str]) -> bool:
    if any(SYNC_FOLDER.fullmatch(part) for part in folder.parts):
        return True
    roots = [Path(environment[name]) for name in SYNC_VARIABLES if environment.get(name)]
    if any(folder.is_relative_to(root) for root in roots):
        return True
    return any((above / mark).exists() for above in (folder, *folder.parents) for mark in SYNC_MARKS)


def _is_network(folder: Path) -> bool:
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    return file_system(folder, _mounts()) in NETWORK_FILE_SYSTEMS


def file_system(folder: PurePath, mounts: str) -> str:
    """The kind of file system that holds a folder, from what `mount` or /proc/mounts says; "" if it is not told."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        point, name = _mount(line)
        if point and len(PurePath(point).parts) > best and folder.is_relative_to(point):
            best, kind = len(PurePath(point).parts), name
    return kind


def _mount(line: str) -> tuple[str, str]:
    """The place and kind of one mount: `//host/x /mnt/x cifs rw 0 0`, or `//host/x on /mnt/x (smbfs, nodev)`."""
    if " on " in line and line.endswith(")"):
        place, _, rest = line.partition(" on ")[2].rpartition(" (")
        return place, rest.split(",")[0].rstrip(")")
    words = line.split(" ")
    return (words[1].replace("\\040", " "), words[2]) if len(words) > 2 else ("", "")


def _mounts() -> str:
    table = Path("/proc/mounts")
    try:
        if table.exists():
            return table.read_text(errors="replace")
        return subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False).stdout
    except (OSError, subprocess.SubprocessError):
        return ""


def _is_remote_drive(folder: Path) -> bool:
    if folder.drive.startswith("\\\\"):
        return True
    import ctypes

    return ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\") == 4  # DRIVE_REMOTE
