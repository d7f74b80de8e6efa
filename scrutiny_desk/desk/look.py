"""Puts a theme on the application: its font, its palette and its style sheet."""

import sys
from functools import lru_cache

from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from scrutiny_desk.desk.style import sheet
from scrutiny_desk.desk.theme import Theme, theme
from scrutiny_desk.settings import Settings


def put_look_on(settings: Settings) -> None:
    """Put the palette and text size of the settings in force, and let every window know."""
    app = QApplication.instance()
    theme.choose(settings["theme"], round(settings["text_size"] * system_percent() / 100))
    if isinstance(app, QApplication):
        app.setFont(theme.font())
        app.setPalette(_qt_palette(theme))
        app.setStyleSheet(sheet(theme))
    theme.changed.emit()


@lru_cache(maxsize=1)
def system_percent() -> int:
    """How much larger than usual the system sets its text, in per cent; 100 where it does not say.

    Windows says so by a larger font of its own (9 points are usual), X and Wayland by more dots to the inch.
    """
    screen = QGuiApplication.primaryScreen()
    if sys.platform == "win32":
        return max(100, round(QGuiApplication.font().pointSizeF() / 9 * 100))
    if sys.platform == "darwin" or screen is None:
        return 100
    return max(100, round(screen.logicalDotsPerInch() / 96 * 100))


def _qt_palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    pairs = {
        role.Window: "ground",
        role.WindowText: "ink",
        role.Base: "panel",
        role.AlternateBase: "ground",
        role.Text: "ink",
        role.PlaceholderText: "soft",
        role.Button: "panel",
        role.ButtonText: "ink",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.ToolTipBase: "panel",
        role.ToolTipText: "ink",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.Mid: "line",
        role.Accent: "accent",
    }
    palette = QPalette()
    for key, name in pairs.items():
        palette.setColor(key, theme.colour(name))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, theme.colour("edge"))
    return palette
