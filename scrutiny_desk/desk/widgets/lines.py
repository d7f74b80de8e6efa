"""Text set in a limited number of lines, as rows of lists need it."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout


def wrapped(text: str, font: QFont, width: int, lines: int) -> tuple[str, ...]:
    """The text in at most `lines` lines of `width` pixels; the last one ends in "…" where more follows."""
    return _wrapped(text, _Same(font), max(width, 1), lines)


class _Same:
    """A font that is known by being the same object: the theme gives one object for one font."""

    __slots__ = ("font",)

    def __init__(self, font: QFont) -> None:
        self.font = font

    def __hash__(self) -> int:
        return id(self.font)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.font is self.font


@lru_cache(maxsize=4096)
def _wrapped(text: str, same: _Same, width: int, lines: int) -> tuple[str, ...]:
    font = same.font
    metrics = QFontMetrics(font)
    text = text.replace("\n", " ")
    if lines == 1:
        return (metrics.elidedText(text, Qt.TextElideMode.ElideRight, width),)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    found: list[str] = []
    while len(found) < lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        if len(found) == lines - 1:
            found.append(metrics.elidedText(text[line.textStart() :], Qt.TextElideMode.ElideRight, width))
        else:
            found.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return tuple(found)
