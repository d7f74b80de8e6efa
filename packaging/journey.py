"""Walks through the window by keyboard alone, with a picture after every step: `journey.py FOLDER`.

It works on a fresh sample library. Under Xvfb it is a real window (`xvfb-run -a journey.py FOLDER`); with
QT_QPA_PLATFORM=offscreen it needs no screen at all.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

TODAY, NOW = "2026-04-08", "10:41"
SETTLING = 350


def main() -> int:
    """Walk; the exit status says whether every step led where it should."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--text", type=int, default=100, help="text size, 100 to 200")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as room:
        walk = Walk(_window(Path(room), options.text), options.folder)
        for step in STEPS:
            walk.take(*step)
        walk.window.close()
    print(f"{walk.number} steps, {len(walk.astray)} astray", file=sys.stderr)
    return 1 if walk.astray else 0


def _window(room: Path, text: int):
    from scrutiny_desk.bootstrap import open_workbench
    from scrutiny_desk.desk.app import application, open_window
    from scrutiny_desk.services import sample
    from scrutiny_desk.settings import Settings

    application()
    settings = Settings(None)
    settings.set("theme", "light")
    settings.set("text_size", text)
    path = sample.make(room / "Sample library.scrutiny")
    window = open_window(open_workbench(path, settings=settings))
    sys.excepthook = sys.__excepthook__
    window.context.today, window.context.now = (lambda: TODAY), (lambda: NOW)
    window.resize(1366, 820)
    window.show()
    window.activateWindow()
    return window


STEPS: tuple[tuple[str, str, str], ...] = (
    ("The desk", "", "desk"),
    ("Review what was found", "Ctrl+R", "review"),
    ("Confirm the first", "C", "review"),
    ("The next is none", "X", "review"),
    ("Undo that", "Ctrl+Z", "review"),
    ("Go to the fields to correct it", "E", "review"),
    ("Who owes what", "Ctrl+5", "witnesses"),
    ("The one who has owed longest", "Return", "witness"),
    ("The passage", "Return", "reader"),
    ("Back", "Esc", "witness"),
    ("Mark as answered", "A", "witness"),
    ("Undo", "Ctrl+Z", "witness"),
    ("A briefing on the witness", "B", "briefings"),
    ("Every question", "Ctrl+4", "questions"),
    ("Tag the first", "T", "questions"),
    ("Leave the issues", "Esc", "questions"),
    ("Search", "Ctrl+K", "questions"),
    ("for a word", "text:transport", "search"),
    ("into what was found", "Down", "search"),
    ("Open the first", "Return", "reader"),
    ("Meetings", "Ctrl+3", "meetings"),
    ("The latest", "Return", "meeting"),
    ("What is open or late", "Ctrl+6", "undertakings"),
    ("Every paper", "Ctrl+2", "documents"),
    ("All keys", "Ctrl+/", "help"),
)
"""(what is done, the keys, the pane one is then in); "text:" types words."""


class Walk:
    """Takes one step after another and pictures what is seen."""

    def __init__(self, window, folder: Path) -> None:
        self.window, self._folder = window, folder
        self.number, self.astray = 0, []
        self._settle(900)

    def take(self, words: str, keys: str, pane: str) -> None:
        """Press the keys, picture the window, and see whether one is where one should be."""
        from PySide6.QtWidgets import QApplication

        self.number += 1
        if keys:
            self._press(keys)
        self._settle(SETTLING)
        top = QApplication.activeModalWidget() or self.window
        name = "".join(c for c in words if c.isalnum() or c == " ").strip()
        top.grab().save(str(self._folder / f"{self.number:02d} {name}.png"))
        here = self.window.navigation.here.pane
        if here != pane:
            self.astray.append(words)
            print(f"{words}: in {here}, not in {pane}", file=sys.stderr)

    def _press(self, keys: str) -> None:
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        if QApplication.activeWindow() is None:  # without a window manager nobody gives the keyboard back
            self.window.activateWindow()
            self._settle(100)
        target = QApplication.activeModalWidget() or QApplication.focusWidget() or self.window
        if keys.startswith("text:"):
            QTest.keyClicks(QApplication.focusWidget(), keys.removeprefix("text:"))
        else:
            QTest.keySequence(target.window().windowHandle(), QKeySequence(keys))

    def _settle(self, pause: int) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        stop: Callable[[], None] = loop.quit
        QTimer.singleShot(pause, stop)
        loop.exec()


if __name__ == "__main__":
    sys.exit(main())
