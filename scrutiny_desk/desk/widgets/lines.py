"""Text set in a limited number of lines, as rows of lists need it."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout


def wrapped(text: str, font: QFont, width: int, lines: int) -> tuple[str, ...]:
    """The text in at most `lines` lines of `width` pixels; the last one ends in "…" where more follows."""
    return _wrapped(text, font.key(), max(width, 1), lines)


@lru_cache(maxsize=4096)
def _wrapped(text: str, key: str, width: int, lines: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(key)
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
