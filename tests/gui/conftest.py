"""A real window over a copy of the sample library; its jobs run at once, so that a test reads as its story."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scrutiny_desk.bootstrap import open_workbench
from scrutiny_desk.desk.app import open_window
from scrutiny_desk.desk.jobs import Jobs
from scrutiny_desk.desk.qt_cures import cure
from scrutiny_desk.services import sample
from scrutiny_desk.settings import Settings

TODAY = "2026-04-08"

cure()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory) -> Path:
    """The sample library, made once."""
    return sample.make(tmp_path_factory.mktemp("sample") / "Sample library.scrutiny")


@pytest.fixture
def library_file(sample_file, tmp_path) -> Path:
    """A copy of the sample library that the test may change."""
    return Path(shutil.copy(sample_file, tmp_path / "Sample library.scrutiny"))


@pytest.fixture
def window_on(qtbot):
    """Opens a window on a library; closes it when the test is over."""
    made = []

    def opened(path: Path, *, palette: str = "light", text: int = 100, inline: bool = True):
        QApplication.instance().setStyle("Fusion")
        settings = Settings(None)
        settings.set("theme", palette)
        settings.set("text_size", text)
        window = open_window(open_workbench(path, settings=settings), jobs=Jobs(inline=inline))
        window.context.today = lambda: TODAY
        made.append(window)
        window.resize(1366, 820)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield opened
    for window in made:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(window_on, library_file):
    """A window on the sample library."""
    return window_on(library_file)


@pytest.fixture
def press(qtbot):
    """Presses keys as a person would, wherever the keyboard is: `press("Ctrl+5")`."""

    def pressed(*keys: str) -> None:
        for key in keys:
            target = QApplication.focusWidget() or QApplication.activeWindow()
            QTest.keySequence(target.window().windowHandle(), QKeySequence(key))
            QApplication.processEvents()

    return pressed
