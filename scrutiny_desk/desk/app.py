"""Starts the window: one QApplication, the look, the catching of faults, the first window."""

import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from scrutiny_desk import __version__
from scrutiny_desk.bootstrap import Workbench, open_workbench
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.errors import FaultCatcher
from scrutiny_desk.desk.jobs import Jobs
from scrutiny_desk.desk.qt_cures import cure
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.settings import Settings


def run(library: Path | None = None) -> int:
    """Open the window on a library (the user's own without one) and stay until it is closed; the exit status."""
    app = application()
    try:
        workbench = open_workbench(library)
    except Trouble as trouble:
        return _refused(trouble)
    window = open_window(workbench)
    window.show()
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


def open_window(workbench: Workbench, *, jobs: Jobs | None = None):  # noqa: ANN201 - Window, imported late
    """A window on an open library, with the user's look; not yet shown."""
    from scrutiny_desk.desk.window import Window

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


def put_look_on(settings: Settings) -> None:
    """Put the palette and text size of the settings in force."""
    app = QApplication.instance()
    wanted = settings["theme"], max(100, min(200, settings["text_size"]))
    theme.blockSignals(True)
    theme.choose(*wanted)
    theme.blockSignals(False)
    if isinstance(app, QApplication):
        theme.apply(app)
    theme.changed.emit()


def _tell_fault(window, path: Path | None) -> None:  # noqa: ANN001 - Window
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    actions = ()
    if path is not None:
        actions = ((tr("Show the report"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))),)
    window.banner.say(
        tr("Something in the program went wrong. Your library is safe, and you can go on."),
        tr("A report was kept on this computer; it was sent to nobody and holds no text of your papers."),
        trouble=True,
        actions=actions,
    )


def _refused(trouble: Trouble) -> int:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, "Scrutiny Desk", trouble.sentence)
    box.setInformativeText(trouble.remedy)
    box.finished.connect(lambda _result: QGuiApplication.exit(1))
    box.open()
    return QGuiApplication.exec()
