"""The sample library: a fictional council, imported from the files under resources/sample."""

from pathlib import Path

from scrutiny_desk import locations
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import Reporter, View, silent
from scrutiny_desk.services import importing, tables, tagging
from scrutiny_desk.store import Library, create_library, meta, open_library

_MARK = "sample"
_FOLLOWED = (("Early help", ()), ("Family hubs", ("hub", "hubs")), ("Buses and taxis", ("transport", "bus")))
"""Issues that the sample's councillor follows, and the words of the questions tagged with each; the second stands
under the first."""


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
        report = importing.import_paths(library, [locations.resources() / "sample"], reporter=reporter)
        if report.failed:
            file = report.failed[0].file
            raise Trouble(f"{file}, one of the sample papers, could not be read.", "Install the program again.")
        _follow(library)
    finally:
        library.close()
    return path


def _follow(library: Library) -> None:
    """Tag the sample's questions with the issues its councillor follows, so that issues have something to show."""
    source = tables.rows(library, Kind.QUESTIONS)
    parent = None
    for name, words in _FOLLOWED:
        issue, _ = tagging.add_issue(library, name, parent_id=parent if name == "Family hubs" else None)
        parent = parent or issue
        ids = sorted({number for word in words for number in source.ids(View(words=word))})
        if ids:
            tagging.tag_questions(library, [issue], ids)


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
