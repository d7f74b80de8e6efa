"""Opening the library, and making it where there is none."""

from pathlib import Path

from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.store import Library, create_library, open_library


def open_or_create(path: Path, *, read_only: bool = False) -> Library:
    """The library at this path, made if there is none (unless it is to be read only).

    Raises `LibraryTrouble` where it is no library, is damaged, is newer than the program or cannot be written.
    """
    if path.exists():
        return open_library(path, read_only=read_only)
    if read_only:
        raise LibraryTrouble(f"There is no library at {path}.", "Check the name, or import a document to begin one.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryTrouble(
            f"The folder {path.parent} cannot be made: {error.strerror}.", "Choose another place with --library."
        ) from error
    return create_library(path)
