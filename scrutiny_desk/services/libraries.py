"""Opening the library, and making it where there is none."""

from pathlib import Path

from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.store import Library, create_library, open_library


def open_or_create(path: Path, *, read_only: bool = False, as_window: bool = False) -> Library:
    """The library at this path, made if there is none (unless it is to be read only).

    `as_window` is for a window that stays: a second one on the same library is for reading only, and its `notices`
    say so. Raises `LibraryTrouble` where it is no library, is too damaged, is newer than the program or cannot be
    written; `LockedLibrary` where it needs a passphrase.
    """
    if not path.exists():
        if read_only:
            raise LibraryTrouble(
                f"There is no library at {path}.", "Check the name, or import a document to begin one."
            )
        _make_folder(path.parent)
        create_library(path).close()
    return open_library(path, read_only=read_only, as_window=as_window)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise LibraryTrouble(
            f"The folder {folder} cannot be made: {fault.strerror or 'the system refused'}.", "Choose another place."
        ) from fault
