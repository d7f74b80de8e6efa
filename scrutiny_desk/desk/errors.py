"""A trouble as a sentence with its remedy; a fault of ours as a report the person can read, caught once, here."""

import platform
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, qVersion

from scrutiny_desk import __version__, locations

KEPT_REPORTS = 20


class FaultCatcher(QObject):
    """Catches every exception nobody else did, on any thread, saves a report of it and says so.

    `reported` carries the path of the report, or None where it could not be saved.
    """

    reported = Signal(object)
    _caught = Signal(object)

    def __init__(self, parent: QObject | None = None, folder: Callable[[], Path] = locations.log_folder) -> None:
        super().__init__(parent)
        self._folder = folder
        self._before = sys.excepthook
        self._caught.connect(self.take, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the place of Python's own hook."""
        sys.excepthook = self._hook

    def remove(self) -> None:
        """Give Python its own hook back."""
        sys.excepthook = self._before

    def take(self, error: BaseException) -> None:
        """Save a report of this exception and tell whoever listens."""
        self.reported.emit(save_report(error, self._folder))

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        app = QCoreApplication.instance()
        if issubclass(kind, KeyboardInterrupt) or app is None or app.thread().loopLevel() == 0:
            self._before(kind, error, trace)  # nobody would take the signal
        else:
            self._caught.emit(error.with_traceback(trace))


def save_report(error: BaseException, folder: Callable[[], Path]) -> Path | None:
    """Write a report of a fault; where it is, or None where no file could be written.

    It names the places in the program and the kind of fault. The fault's own words are left out, since they may
    hold words of a document.
    """
    when = datetime.now().strftime("%Y-%m-%d %H.%M.%S")
    lines = [
        f"Scrutiny Desk {__version__}, {when}",
        f"{platform.platform()}, Python {platform.python_version()}, Qt {qVersion()}",
        "",
        f"Kind of fault: {type(error).__name__}",
        "Where it happened, the innermost place last:",
    ]
    frames = traceback.extract_tb(error.__traceback__)
    lines += [f"  {Path(frame.filename).name}, line {frame.lineno}, in {frame.name}" for frame in frames]
    lines += ["", "This report was kept on this computer and sent to nobody. It holds no text of your papers."]
    try:
        place = folder()
        path = place / f"Fault {when}.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        for old in sorted(place.glob("Fault *.txt"))[:-KEPT_REPORTS]:
            old.unlink()
    except OSError:
        return None
    return path
