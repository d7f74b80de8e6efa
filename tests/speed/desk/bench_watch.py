"""How long the main thread is ever held while 200 documents are imported and one scrolls, searches and marks.

python tests/speed/desk/bench_watch.py [--documents N]
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

STALL = 0.1
MONTHS = "January February March April May June July August September October November December"
PANES = ("questions", "documents", "witnesses", "desk", "search", "meetings", "undertakings", "import")


def main() -> int:
    """Print the figures; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as room:
        papers = Path(room) / "papers"
        _write(papers, options.documents)
        _watch(Path(room) / "library.scrutiny", papers)
    return 0


def _write(folder: Path, count: int) -> None:
    """The sample's minutes again and again, each of another committee on another day."""
    folder.mkdir()
    text = next((ROOT / "resources" / "sample").glob("*minutes.txt")).read_text(encoding="utf-8")
    months = MONTHS.split()
    for number in range(count):
        day = f"{1 + number % 27} {months[number % 12]} {2015 + number % 10}"
        other = text.replace("10 February 2026", day).replace("Children and Families", f"Panel {number}")
        (folder / f"minutes {number:03}.txt").write_text(other, encoding="utf-8")


def _pause(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _watch(library: Path, papers: Path) -> None:
    from PySide6.QtCore import QTimer

    from scrutiny_desk.bootstrap import open_workbench
    from scrutiny_desk.desk.app import application, calm_collector, open_window
    from scrutiny_desk.settings import Settings

    application()
    window = open_window(open_workbench(library, settings=Settings(None)))
    window.resize(1366, 820)
    window.show()
    for name in PANES:
        window.pane(name)
    _pause(500)
    calm_collector()
    gaps: list[float] = []
    works: list[float] = []
    last = [time.perf_counter(), time.thread_time()]

    def tick() -> None:
        now, worked = time.perf_counter(), time.thread_time()
        gaps.append(now - last[0])
        works.append(worked - last[1])
        last[:] = now, worked

    timer = QTimer()
    timer.timeout.connect(tick)
    begun = time.perf_counter()
    window.pane("import").start([str(papers)])
    timer.start(0)
    _work(window)
    timer.stop()
    gaps.sort()
    stalls = [round(gap * 1000) for gap in gaps if gap > STALL]
    print(f"import took {time.perf_counter() - begun:.1f} s, {len(gaps):,} turns of the main thread")
    print(f"95th percentile {gaps[int(len(gaps) * 0.95)] * 1000:.2f} ms, longest {gaps[-1] * 1000:.0f} ms")
    print(f"{len(stalls)} stalls over {STALL * 1000:.0f} ms: {stalls}")
    works.sort()
    busy = [round(work * 1000) for work in works if work > STALL]
    print(f"by the thread's own time, on a machine that others use: longest {works[-1] * 1000:.0f} ms, over: {busy}")
    window.close()


def _work(window) -> None:
    """Go about in the window until the import is done."""
    from scrutiny_desk.desk.context import Place

    turn = 0
    while window.pane("import")._running:
        name = PANES[turn % len(PANES)]
        turn += 1
        window.go(Place(name, words="school" if name == "search" else ""))
        _pause(250)
        table = getattr(window.pane(name), "table", None)
        for step in range(10 if table is not None else 0):
            bar = table.list.verticalScrollBar()
            bar.setValue(bar.maximum() * step // 10)
            _pause(20)
        if name == "questions" and window.pane(name).chosen()[1]:
            window.pane(name).do_answered()


if __name__ == "__main__":
    sys.exit(main())
