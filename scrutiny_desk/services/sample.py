"""The sample library: a fictional council, imported from the files under resources/sample."""

from pathlib import Path

from scrutiny_desk import locations
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import Reporter, silent
from scrutiny_desk.services import importing
from scrutiny_desk.store import create_library, meta, open_library

_MARK = "sample"


def make(path: Path, *, reporter: Reporter = silent) -> Path:
    """Make a fresh sample library at `path`, in place of whatever sample was there; where it is.

    `Trouble` where a library stands there that is not a sample: nobody's own papers are ever replaced.
    """
    if path.exists():
        if not is_sample(path):
            raise Trouble(
                f"There is a file at {path} that is not a sample library, so it was left alone.",
                "Name another place with --library.",
            )
        for tail in ("", "-wal", "-shm"):
            path.with_name(path.name + tail).unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    library = create_library(path)
    try:
        library.write("Mark as the sample", lambda db: meta.put(db, _MARK, "yes"), origin="program")
        importing.import_paths(library, [locations.resources() / "sample"], reporter=reporter)
    finally:
        library.close()
    return path


def is_sample(path: Path) -> bool:
    """Whether the library at this path was made by `make`."""
    try:
        library = open_library(path, read_only=True)
    except Trouble:
        return False
    try:
        with library.read() as db:
            return meta.value(db, _MARK) is not None
    finally:
        library.close()
