"""How soon a pack of 400 pages shows its first page, and what 500 turns of a page do to memory: prints figures.

python tests/speed/desk/bench_pages.py [--pages N] [--turns N]
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

PATIENCE = 60.0
LINES = 42
SENTENCE = "Councillor {n} asked when the note on route {n} would be sent, and the Director said it would be in May."


def main() -> int:
    """Print the figures; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--turns", type=int, default=500)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as room:
        pack = Path(room) / "pack.pdf"
        _write(pack, options.pages)
        library = Path(room) / "library.scrutiny"
        _import(library, pack)
        _measure(library, options.turns)
    return 0


def _write(path: Path, pages: int) -> None:
    """A pack of so many pages full of words."""
    from PySide6.QtGui import QFont, QPainter, QPdfWriter

    from scrutiny_desk.desk.app import application

    application()
    writer = QPdfWriter(str(path))
    writer.setResolution(150)
    painter = QPainter(writer)
    painter.setFont(QFont("DejaVu Serif", 9))
    for page in range(pages):
        if page:
            writer.newPage()
        for line in range(LINES):
            painter.drawText(40, 60 + 40 * line, SENTENCE.format(n=page * LINES + line))
    painter.end()


def _import(library: Path, pack: Path) -> None:
    from scrutiny_desk.services import importing
    from scrutiny_desk.store import create_library

    with create_library(library) as opened:
        importing.import_paths(opened, [pack])


def _measure(path: Path, turns: int) -> None:
    from scrutiny_desk.bootstrap import open_workbench
    from scrutiny_desk.desk.app import application, open_window
    from scrutiny_desk.desk.context import Place
    from scrutiny_desk.domain.changes import Kind
    from scrutiny_desk.domain.work import View
    from scrutiny_desk.services import tables
    from scrutiny_desk.settings import Settings

    application()
    window = open_window(open_workbench(path, settings=Settings(None)))
    window.resize(1366, 820)
    window.show()
    reader = window.pane("reader")
    number = tables.rows(window.context.library, Kind.DOCUMENTS).ids(View())[0]
    _pause(1500)
    window.go(Place("reader", id=number))
    _until(lambda: reader.content.reading is not None, "its first words as text")
    window.perform("pages")
    pages = reader.content
    _until(lambda: pages.pages is not None and len(pages.pages._images) > 0, "its first page as it is")
    view, before = pages.pages, _memory()
    print(f"{view.page_count()} pages; memory {before:.0f} MB")
    took = []
    for turn in range(turns):
        begun = time.perf_counter()
        view.go_to((turn * 37) % view.page_count())
        view.viewport().grab()
        took.append((time.perf_counter() - begun) * 1000)
        if turn in (turns // 10, turns // 2, turns - 1):
            print(f"after {turn + 1:4} turns: memory {_memory():.0f} MB ({_memory() - before:+.0f})")
    took.sort()
    print(f"a turn: middle {took[len(took) // 2]:.1f} ms, 95th percentile {took[int(len(took) * 0.95)]:.1f} ms")
    window.close()


def _until(true, label: str) -> None:
    """Run the window until this is so, and print how long it took."""
    from PySide6.QtCore import QEventLoop, QTimer

    begun, worked, loop, look = time.perf_counter(), time.process_time(), QEventLoop(), QTimer()
    look.timeout.connect(lambda: loop.quit() if true() or time.perf_counter() - begun > PATIENCE else None)
    look.start(5)
    loop.exec()
    clock, work = (time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000
    print(f"{label:30} {clock:8.1f} ms by the clock, {work:8.1f} of work")


def _pause(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _memory() -> float:
    """What the program holds of memory now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.exit(main())
