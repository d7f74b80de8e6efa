"""How fast the window is over 100,000 questions, and how long the main thread is ever held: prints figures.

python tests/speed/desk/bench_desk.py [--questions N] [--library FILE]
"""

import argparse
import importlib.util
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

PATIENCE = 20.0


def main() -> int:
    """Print the figures; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--questions", type=int, default=100_000)
    parser.add_argument("--library", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as room:
        path = options.library or _fill(Path(room) / "large.scrutiny", options.questions)
        _measure(path)
    return 0


def _fill(path: Path, count: int) -> Path:
    bench = ROOT / "tests" / "speed" / "store" / "bench_store.py"
    spec = importlib.util.spec_from_file_location("bench_store", bench)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    from scrutiny_desk.store import create_library

    with create_library(path) as library:
        module.fill(library, count)
    return path


def _until(true, label: str) -> float:
    """Run the window until this is so; how long it took, in milliseconds."""
    from PySide6.QtCore import QEventLoop, QTimer

    begun, loop = time.perf_counter(), QEventLoop()
    worked = time.process_time()
    look = QTimer()
    look.setInterval(5)

    def check() -> None:
        if true() or time.perf_counter() - begun > PATIENCE:
            loop.quit()

    look.timeout.connect(check)
    look.start()
    loop.exec()
    took = (time.perf_counter() - begun) * 1000
    print(f"{label:44} {took:8.1f} ms by the clock, {(time.process_time() - worked) * 1000:8.1f} of work")
    return took


def _measure(path: Path) -> None:
    from scrutiny_desk.bootstrap import open_workbench
    from scrutiny_desk.desk.app import application, calm_collector, open_window
    from scrutiny_desk.desk.context import Place
    from scrutiny_desk.settings import Settings

    application()
    window = open_window(open_workbench(path, settings=Settings(None)))
    window.resize(1366, 820)
    window.show()
    _until(lambda: window.rail.buttons["questions"].accessibleName() != "Questions", "counts on the rail")
    calm_collector()
    questions = window.pane("questions")
    model, view = questions.table.model, questions.table.list
    window.go(Place("questions"))
    _until(lambda: model.rowCount() > 0, "the list of questions is there")
    begun = time.perf_counter()
    view.viewport().grab()
    print(f"{'first paint':44} {(time.perf_counter() - begun) * 1000:8.1f} ms")
    _asked(model, "sorted, the first time ever", lambda: model.sort(2))
    ready = questions.table
    _until(lambda: not ready._unready and not ready._idle.isActive(), "every order got ready, in the background")
    _pause(300)
    for label, act in (
        ("sorted by whom it was put to", lambda: model.sort(2)),
        ("sorted by the words asked", lambda: model.sort(0)),
        ("filtered by a word that is in half of them", lambda: ready.filter("ferry")),
        ("filtered by two words", lambda: ready.filter("ferry 77")),
        ("and back to all", lambda: ready.filter("")),
        ("outstanding ones only", lambda: questions.shown.setCurrentIndex(1)),
        ("grouped by witness", lambda: questions.groups.setCurrentIndex(1)),
    ):
        _asked(model, label, act)
    questions.groups.setCurrentIndex(0)
    questions.shown.setCurrentIndex(0)
    _pause(1000)
    _scroll(view, model.rowCount())
    search = window.pane("search")
    window.go(Place("search", words=""))
    for typed in ("fe", "fer", "ferry", "ferry bri", "7777"):
        search._hits = ()
        window.go(Place("search", words=typed))
        _until(lambda: bool(search._hits), f"search as one types: {typed}")
    window.close()


def _pause(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _asked(model, label: str, act) -> None:
    arrived: list[int] = []
    model.arrived.connect(arrived.append)
    act()
    _until(lambda: bool(arrived), label)
    model.arrived.disconnect(arrived.append)


def _scroll(view, rows: int) -> None:
    wall, work, bar = [], [], view.verticalScrollBar()
    for step in range(200):
        bar.setValue(bar.maximum() * ((step * 7919) % 200) // 200)
        begun, began = time.perf_counter(), time.thread_time()
        view.viewport().grab()
        wall.append((time.perf_counter() - begun) * 1000)
        work.append((time.thread_time() - began) * 1000)
    for label, took in (("by the clock", sorted(wall)), ("of the thread's own time", sorted(work))):
        print(f"{'200 places, 95th percentile ' + label:56} {took[190]:6.1f} ms, worst {took[-1]:.1f}, {rows:,} rows")


if __name__ == "__main__":
    sys.exit(main())
