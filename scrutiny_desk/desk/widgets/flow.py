"""A layout that sets its parts side by side and wraps them, so that nothing is cut off at large text."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Parts in lines, each at its wanted size, never wider than there is room.

    Qt asks hundreds of times how much room is needed while it lays a pane; the answer is kept until a part changes.
    Parts that are `lined_up` stand under one another in columns, each as wide as its widest part.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 6, *, lined_up: bool = False) -> None:
        super().__init__(parent)
        self._lined_up = lined_up
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._heights: dict[int, int] = {}
        self._wanted = self._least = QSize()
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more part."""
        self._items.append(item)
        self._forget()

    def count(self) -> int:
        """How many parts."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One part."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a part out."""
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that this width needs."""
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return found

    def invalidate(self) -> None:
        """A part needs another room than it did."""
        self._forget()
        super().invalidate()

    def _forget(self) -> None:
        self._heights.clear()
        self._wanted = self._least = QSize()

    def setGeometry(self, rect: QRect) -> None:
        """Put the parts where they belong."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        if not self._wanted.isValid():
            hints = [item.sizeHint() for item in self._items]
            width = sum(hint.width() + self._gap for hint in hints)
            self._wanted = QSize(width, max((hint.height() for hint in hints), default=0))
        return self._wanted

    def minimumSize(self) -> QSize:
        """As wide as the widest part may shrink to."""
        if not self._least.isValid():
            self._least = QSize(
                max((item.minimumSize().width() for item in self._items), default=0),
                max((item.sizeHint().height() for item in self._items), default=0),
            )
        return self._least

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        if self._lined_up and (widths := self._columns(rect.width())):
            return self._line_up(rect, widths, place=place)
        x, y, height = rect.x(), rect.y(), 0
        line: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(rect.width(), 10_000))
            if line and x + size.width() > rect.right() + 1:
                self._set(line, y, height, place=place)
                x, y, height, line = rect.x(), y + height + self._gap, 0, []
            line.append((item, x, size))
            x += size.width() + self._gap
            height = max(height, size.height())
        self._set(line, y, height, place=place)
        return y + height - rect.y()

    def _parts(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _columns(self, room: int) -> list[int]:
        """The widths of as many columns as there is room for; none where not even two fit."""
        hints = [item.sizeHint().width() for item in self._parts()]
        for many in range(len(hints), 1, -1):
            widths = [max(hints[place::many]) for place in range(many)]
            if sum(widths) + self._gap * (many - 1) <= room:
                return widths
        return []

    def _line_up(self, rect: QRect, widths: list[int], *, place: bool) -> int:
        parts, many, y = self._parts(), len(widths), rect.y()
        for first in range(0, len(parts), many):
            x, line = rect.x(), []
            for item, width in zip(parts[first : first + many], widths, strict=False):
                line.append((item, x, QSize(width, item.sizeHint().height())))
                x += width + self._gap
            height = max(size.height() for _item, _x, size in line)
            self._set(line, y, height, place=place)
            y += height + self._gap
        return y - self._gap - rect.y()

    def _set(self, line: list[tuple[QLayoutItem, int, QSize]], y: int, height: int, *, place: bool) -> None:
        """Each part of a line stands in the middle of its height."""
        if place:
            for item, x, size in line:
                item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
