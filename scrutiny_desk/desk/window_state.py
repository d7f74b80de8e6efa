"""Where the window stood and how large it was; not a setting, since losing it loses nothing."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from scrutiny_desk import locations


def restore(window: QMainWindow) -> None:
    """Put the window where it was, else in the middle at a good size."""
    window.resize(1366, 820)
    file = locations.settings_file().with_name("window")
    try:
        window.restoreGeometry(QByteArray(file.read_bytes()))
    except OSError:
        return


def keep(window: QMainWindow) -> None:
    """Remember where it stands; a folder that cannot be written is no trouble."""
    try:
        locations.settings_file().with_name("window").write_bytes(window.saveGeometry().data())
    except OSError:
        return
