"""Icons from resources/icons, coloured to suit the palette in force."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt, QTemporaryDir
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from scrutiny_desk import locations
from scrutiny_desk.desk.theme import theme


def icon(name: str, role: str = "ink", size: int = 20, after: int = 0) -> QIcon:
    """The icon of this name in the colour of a role, `size` pixels at 100%; drawn once a colour and size.

    `after` is room kept free beside it: Qt sets the words of a button close to its icon, and lets no style sheet say
    otherwise.
    """
    return _icon(name, getattr(theme.colours, role), theme.px(size), theme.px(after))


def icon_folder() -> Path:
    """Where the icons lie."""
    return locations.resources() / "icons"


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, size: int, after: int) -> QIcon:
    drawing = (icon_folder() / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    made = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap((size + after) * ratio, size * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap)
    return made


def coloured_file(name: str, role: str) -> str:
    """The path of an icon in the colour of a role, for style sheets, which cannot colour an icon themselves."""
    colour = getattr(theme.colours, role)
    path = Path(_folder().path()) / f"{name}-{colour.lstrip('#')}.svg"
    if not path.exists():
        drawing = (icon_folder() / f"{name}.svg").read_text(encoding="utf-8")
        path.write_text(drawing.replace("currentColor", colour), encoding="utf-8")
    return path.as_posix()


@lru_cache(maxsize=1)
def _folder() -> QTemporaryDir:
    return QTemporaryDir()
