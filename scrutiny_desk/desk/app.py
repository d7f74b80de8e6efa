"""Starts the window: one QApplication, the look, the catching of faults, the first window."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from scrutiny_desk import __version__
from scrutiny_desk.bootstrap import Workbench, open_workbench
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.errors import FaultCatcher
from scrutiny_desk.desk.jobs import Jobs
from scrutiny_desk.desk.look import put_look_on
from scrutiny_desk.desk.qt_cures import cure
from scrutiny_desk.desk.safety import Safety
from scrutiny_desk.desk.window import Window
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import locking

YOUNG = 10_000
"""How many new things there are before the youngest are looked through; Python's own 700 is for small programs."""


def run(workbench: Workbench) -> int:
    """Open the window on a library and stay until it is closed; the exit status."""
    app = application()
    window = open_window(workbench)
    window.show()
    window.warm()
    calm_collector()
    return app.exec()


def calm_collector() -> None:
    """Leave what stands once the window is there out of every later look for memory that nothing needs any more.

    A look through all of it holds every thread, the one that paints among them, for up to a tenth of a second; of what
    comes later a look comes seldom and is short.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 20)


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
    context.anew = lambda between: begin_again(window, between)
    safety = Safety(context, lambda *words, **more: window.banner.say(*words, **more), window)
    QTimer.singleShot(0, safety, safety.begin)
    return window


def ask_passphrase(path: Path) -> bool:
    """Ask for a locked library's passphrase until it is right; False where the person would rather not."""
    from scrutiny_desk.desk.dialogs.passphrase import UnlockDialog

    application()
    return bool(UnlockDialog(path).exec())


def begin_again(window: Window, between: Callable[[], object]) -> None:
    """Close a window and its library, do what needs that, and open both again; a Trouble of it is told there."""
    QTimer.singleShot(0, lambda: _begin_again(window, between))  # a button of this very window may have asked for it


def _begin_again(window: Window, between: Callable[[], object]) -> None:
    gc.unfreeze()  # what stood with the old window may go
    app, path, settings = application(), window.context.path, window.context.settings
    trouble: Trouble | None = None
    app.setQuitOnLastWindowClosed(False)
    window.close()
    window.deleteLater()
    try:
        between()
    except Trouble as told:
        trouble = told
    app.setQuitOnLastWindowClosed(True)
    if locking.is_locked(path) and not ask_passphrase(path):
        app.quit()
        return
    made = open_window(open_workbench(path, as_window=True, settings=settings))
    _opened.append(made)
    made.show()
    calm_collector()
    if trouble is not None:
        made.trouble(trouble)


_opened: list[Window] = []
"""Windows that took another's place, which nothing else holds."""


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
