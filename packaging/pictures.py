"""Makes a picture of every pane from the sample library, without a screen.

`pictures.py FOLDER [--palette P] [--text N] [--size 1366x820]`. The library is a fresh sample, or --library's.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

TODAY = "2026-04-08"
SETTLING = 300
PATIENCE, QUIET = 40, 2


def main() -> int:
    """Make the pictures; the exit status."""
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as room:
        library = options.library or _sample(Path(room))
        _take(library, options)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--palette", choices=("light", "dark", "contrast"), default="light")
    parser.add_argument("--text", type=int, default=100, help="text size, 100 to 200")
    parser.add_argument("--size", default="1366x820", help="of the window")
    parser.add_argument("--library", type=Path, help="take them of this library")
    parser.add_argument("--only", nargs="*", default=(), help="only these panes")
    return parser.parse_args()


def _sample(room: Path) -> Path:
    from scrutiny_desk.services import sample

    return sample.make(room / "Sample library.scrutiny")


def _take(library: Path, options: argparse.Namespace) -> None:
    from scrutiny_desk.bootstrap import open_workbench
    from scrutiny_desk.desk.app import application, open_window
    from scrutiny_desk.settings import Settings

    application()
    settings = Settings(None)
    settings.set("theme", options.palette)
    settings.set("text_size", options.text)
    window = open_window(open_workbench(library, settings=settings))
    sys.excepthook = sys.__excepthook__
    window.context.today = lambda: TODAY
    width, height = options.size.split("x")
    window.resize(int(width), int(height))
    window.show()
    places = _places(window)
    for number, (name, place) in enumerate(places.items(), 1):
        if options.only and name not in options.only:
            continue
        window.go(place)
        _settle(window)
        window.grab().save(str(options.folder / f"{number:02d}-{name}.png"))
    window.close()


def _places(window) -> dict:
    """The places to be pictured, by name: each pane once, on something that shows it well."""
    from scrutiny_desk.desk.context import Place
    from scrutiny_desk.domain.changes import Kind
    from scrutiny_desk.domain.work import View
    from scrutiny_desk.services import figures, tables, tagging

    library = window.context.library
    questions, meetings = tables.rows(library, Kind.QUESTIONS), tables.rows(library, Kind.MEETINGS)
    if not questions.ids(View()):
        return {name: Place(name) for name in EMPTY}
    if not tagging.issues(library):
        _tag(library)
    owing = [one.person_id for one in sorted(figures.owing(library), key=lambda one: -one.outstanding)]
    outstanding = questions.ids(View(outstanding=True, witness=owing[0])) if owing else questions.ids(View())
    first = tables.question(library, outstanding[0])
    source = first.sources[-1]
    finding, meeting = (Kind.QUESTIONS, first.id), [*meetings.ids(View(outstanding=True)), *meetings.ids(View())][0]
    return {
        "desk": Place("desk"),
        "documents": Place("documents"),
        "reader": Place("reader", id=source.document_id, finding=finding),
        "review": Place("review", id=source.document_id, finding=finding),
        "meetings": Place("meetings"),
        "meeting": Place("meeting", id=meeting),
        "questions": Place("questions"),
        "witnesses": Place("witnesses"),
        "witness": Place("witness", id=owing[0] if owing else None),
        "undertakings": Place("undertakings"),
        "following": Place("following", tab="Matters arising"),
        "owners": Place("following", tab="Whose it is"),
        "recommendations": Place("following", tab="Recommendations"),
        "sheet": Place("following", tab="Spreadsheet"),
        "figures": Place("following", tab="Figures"),
        "plan": Place("plan", id=owing[0] if owing else None, tab="witness"),
        "issues": Place("issues"),
        "packs": Place("packs"),
        "search": Place("search", words="transport"),
        "briefings": Place("briefings", id=owing[0] if owing else None, tab="witness"),
        "live": Place("live", id=meeting),
        "import": Place("import"),
        "rules": Place("rules"),
        "preferences": Place("preferences"),
        "help": Place("help"),
    }


EMPTY = (
    "desk", "documents", "reader", "review", "meetings", "questions", "witnesses", "undertakings", "issues", "search",
    "briefings", "import", "preferences", "help",
)  # fmt: skip
"""What an empty library can show."""


def _tag(library) -> None:
    """Two issues, so that the picture of issues shows some."""
    from scrutiny_desk.domain.changes import Kind
    from scrutiny_desk.domain.work import View
    from scrutiny_desk.services import tables, tagging

    questions = tables.rows(library, Kind.QUESTIONS)
    for name, words in (("School transport", "transport"), ("Family hubs", "hub")):
        issue, _change = tagging.add_issue(library, name)
        tagging.tag_questions(library, [issue], questions.ids(View(words=words)))


def _settle(window) -> None:
    """Let the other threads finish and what they bring be painted."""
    from PySide6.QtCore import QEventLoop, QTimer

    quiet = 0
    for _turn in range(PATIENCE):
        loop = QEventLoop()
        QTimer.singleShot(SETTLING, loop.quit)
        loop.exec()
        quiet = 0 if window.context.jobs.waiting else quiet + 1
        if quiet == QUIET:
            return


if __name__ == "__main__":
    sys.exit(main())
