"""The rail at the left: the registers with their counts, and what is always at hand."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QVBoxLayout, QWidget

from scrutiny_desk.desk.icons import icon
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, scrolled

WIDTH = 212
NARROW = 150


class RailButton(QAbstractButton):
    """One register: icon, word and count; the chosen one bears a bar at its left."""

    def __init__(self, name: str, words: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._icon = icon_name
        self._narrow = False
        self._count: int | None = None
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words)

    def set_count(self, count: int | None) -> None:
        """Show how many there are."""
        self._count = count
        self.setAccessibleName(self.text() if count is None else f"{self.text()}, {count:,}")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the icon and the count out where there is little room."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a comfortable target."""
        return QSize(theme.px(NARROW if self._narrow else WIDTH) - theme.px(20), theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the bar, the icon, the word and the count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = self.rect().adjusted(1, 1, -1, -1)
        radius = theme.px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.colour("rail_chosen"))
            painter.drawRoundedRect(whole, radius, radius)
        if self.isChecked():
            painter.setBrush(theme.colour("rail_mark"))
            painter.drawRoundedRect(QRect(whole.left(), whole.top(), theme.px(4), whole.height()), 2, 2)
        left = whole.left() + theme.px(12)
        if not self._narrow:
            side = theme.px(20)
            picture = icon(self._icon, "rail_ink").pixmap(side, side)
            painter.drawPixmap(left, whole.center().y() - side // 2 + 1, picture)
            left += side + theme.px(10)
        font = theme.font(15, strong=self.isChecked())
        painter.setFont(font)
        painter.setPen(theme.colour("rail_ink"))
        room = QRect(left, whole.top(), whole.right() - left - theme.px(8), whole.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        if self._count is not None and not self._narrow:
            self._paint_count(painter, room, QFontMetrics(font).horizontalAdvance(self.text()))
        if self.hasFocus():
            painter.setPen(theme.colour("rail_ink"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole, radius, radius)
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), radius, radius)

    def _paint_count(self, painter: QPainter, room: QRect, taken: int) -> None:
        painter.setFont(theme.font(13, strong=True))
        painter.setPen(theme.colour("rail_soft"))
        words = f"{self._count:,}"
        if QFontMetrics(painter.font()).horizontalAdvance(words) + taken < room.width():
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move between the registers; Enter and Space go there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class Rail(QWidget):
    """The registers; `wanted` says which one was asked for, `import_wanted` that papers are to come in."""

    wanted = Signal(str)
    import_wanted = Signal()

    def __init__(
        self,
        entries: Sequence[tuple[str, str, str]],
        below: Sequence[tuple[str, str, str]],
        words: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._title = title = QLabel(words[0])
        inner = QWidget()
        lay = QVBoxLayout(inner)
        lay.setContentsMargins(theme.px(10), theme.px(12), theme.px(10), theme.px(12))
        lay.setSpacing(theme.px(2))
        lay.addWidget(title)
        for entry in entries:
            lay.addWidget(self._add(entry))
        lay.addStretch(1)
        self._import_words = words[1]
        self.import_button = button(words[1], self.import_wanted.emit, look="rail")
        lay.addSpacing(theme.px(12))
        lay.addWidget(self.import_button)
        lay.addSpacing(theme.px(8))
        for entry in below:
            lay.addWidget(self._add(entry))
        scroll = scrolled(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._narrow: bool | None = None
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Be narrow where the window is, or its text is large."""
        if narrow is self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(theme.px(NARROW if narrow else WIDTH))
        self._title.setStyleSheet(
            f"color: {theme.colours.rail_ink}; font-size: {theme.px(14 if narrow else 17)}px; font-weight: 600;"
            f"padding: {theme.px(8)}px {theme.px(9)}px {theme.px(12)}px {theme.px(11)}px;"
        )
        self.import_button.setText(self._import_words.split(" ")[0] + "…" if narrow else self._import_words)
        for made in self.buttons.values():
            made.set_narrow(narrow)

    def _add(self, entry: tuple[str, str, str]) -> RailButton:
        made = RailButton(*entry)
        made.clicked.connect(lambda: self.wanted.emit(made.name))
        self._group.addButton(made)
        self.buttons[made.name] = made
        return made

    def choose(self, name: str) -> None:
        """Light the register of this name, and no other; a name that is not here lights none."""
        self._group.setExclusive(False)
        for made in self.buttons.values():
            made.setChecked(made.name == name)
        self._group.setExclusive(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rail"))
        if theme.colours.name == "contrast":
            painter.setPen(theme.colour("line"))
            painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
