"""Starts the window: one QApplication, the look, the catching of faults, the first window."""

import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from scrutiny_desk import __version__
from scrutiny_desk.bootstrap import Workbench
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.errors import FaultCatcher
from scrutiny_desk.desk.jobs import Jobs
from scrutiny_desk.desk.look import put_look_on
from scrutiny_desk.desk.qt_cures import cure
from scrutiny_desk.desk.window import Window
from scrutiny_desk.desk.words import tr


def run(workbench: Workbench) -> int:
    """Open the window on a library and stay until it is closed; the exit status."""
    app = application()
    window = open_window(workbench)
    window.show()
    window.warm()
    return app.exec()


def application() -> QApplication:
    """The one QApplication, with our names, our style and British dates."""
    cure()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Scrutiny Desk")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return app


def open_window(workbench: Workbench, *, jobs: Jobs | None = None) -> Window:
    """A window on an open library, with the user's look; not yet shown."""
    put_look_on(workbench.settings)
    context = Context(workbench, jobs or Jobs())
    window = Window(context)
    catcher = FaultCatcher(window)
    catcher.reported.connect(lambda path: _tell_fault(window, path))
    context.jobs.faulted.connect(catcher.take)
    if jobs is None:
        catcher.install()
    window.go(Place("desk"))
    notices = [*workbench.settings.notices, *workbench.library.notices]
    if notices:
        QTimer.singleShot(0, lambda: window.banner.say(" ".join(notices)))
    return window


def _tell_fault(window: Window, path: Path | None) -> None:
    actions = ()
    if path is not None:
        actions = ((tr("Show the report"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))),)
    window.banner.say(
        tr("Something in the program went wrong. Your library is safe, and you can go on."),
        tr("A report was kept on this computer; it was sent to nobody and holds no text of your papers."),
        trouble=True,
        actions=actions,
    )
