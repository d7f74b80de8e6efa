"""Labels, buttons, cards and chips that every pane is put together from."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from scrutiny_desk.desk.icons import icon
from scrutiny_desk.desk.theme import theme

ICON, BESIDE = 18, 4
"""How large the icon of a button or a field is, and how much room is kept between it and words, in pixels at 100%."""


def label(text: str = "", look: str = "", *, wrap: bool = True, rich: bool = False) -> QLabel:
    """Words in one of the looks of the style sheet ("title", "heading", "label", "soft", "small"...)."""
    made = Words(text) if wrap else QLabel(text)
    made.setProperty("look", look)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    return made


def scrolled(inner: QWidget) -> QScrollArea:
    """Something that scrolls up and down where it is too high, and never takes the keyboard itself."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setWidget(inner)
    return made


class Words(QLabel):
    """Words that wrap, and are never given less height than all their lines need."""

    _laid = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that this width needs."""
        super().resizeEvent(event)
        self._ask()

    def setText(self, text: str) -> None:
        """Other words may need another height."""
        super().setText(text)
        self._ask()

    def sizeHint(self) -> QSize:
        """As high as the present width needs; Qt would guess a width of its own."""
        hint = super().sizeHint()
        needed = self.heightForWidth(self.width()) if self._laid else -1
        return QSize(hint.width(), needed) if needed > 0 else hint

    def _ask(self) -> None:
        before, self._laid = self.minimumHeight(), True
        needed = self.heightForWidth(self.width())
        if needed == before > 0:  # a label never says it needs less than its minimum, so that is lifted to ask
            self.setMinimumHeight(0)
            needed = self.heightForWidth(self.width())
        if needed > 0:
            self.setMinimumHeight(needed)
        if needed != before:
            self.updateGeometry()


def chip(text: str, tone: str = "quiet") -> QLabel:
    """A word on a rounded ground."""
    made = label(text, "chip", wrap=False)
    made.setProperty("tone", tone)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def button(
    text: str,
    act: Callable[[], object] | None = None,
    *,
    primary: bool = False,
    icon_name: str = "",
    key: str = "",
    compact: bool = False,
    look: str = "",
) -> QPushButton:
    """A button with words; `key` is shown as the key that does the same."""
    made = KeyButton(text, key) if key else QPushButton(text)
    made.setProperty("primary", primary)
    made.setProperty("compact", compact)
    if look:
        made.setProperty("look", look)
    if icon_name:
        role = "on_accent" if primary else "accent"
        made.setIcon(icon(icon_name, role, ICON, BESIDE))
        made.setIconSize(QSize(theme.px(ICON + BESIDE), theme.px(ICON)))
    if act is not None:
        made.clicked.connect(lambda: act())
    made.setAccessibleName(text)
    made.setAutoDefault(True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def leading_icon(field: QLineEdit, name: str) -> None:
    """Put an icon before what is typed in a field, as large as its text is: Qt's own way keeps it at 16 pixels."""
    size = theme.px(ICON)
    sign = QLabel(field)
    sign.setPixmap(icon(name, "soft", ICON).pixmap(QSize(size, size), field.devicePixelRatioF()))
    sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    line = field.layout() or QHBoxLayout(field)
    line.setContentsMargins(theme.px(8), 0, line.contentsMargins().right() if line.count() else theme.px(8), 0)
    line.insertWidget(0, sign, 0, Qt.AlignmentFlag.AlignVCenter)
    if line.count() == 1:
        line.addStretch(1)
    field.setTextMargins(size + theme.px(4), 0, 0, 0)


class KeyButton(QPushButton):
    """A button that shows the key that does the same as it."""

    def __init__(self, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._key = label(key, "key", wrap=False)
        self._key.setParent(self)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("keyed", True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, theme.px(8), 0)
        line.addStretch(1)
        line.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def sizeHint(self) -> QSize:
        """Room for the words and the key."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._key.sizeHint().width() + theme.px(10), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Never smaller than words and key."""
        return self.sizeHint()


def grounded(widget: QWidget, look: str) -> None:
    """Give a plain widget the ground of a look of the style sheet."""
    widget.setProperty("look", look)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def row(*parts: QWidget | int, gap: int = 8) -> QHBoxLayout:
    """Parts side by side; a number is a stretch."""
    return _fill(QHBoxLayout(), parts, gap)


def column(*parts: QWidget | QLayout | int, gap: int = 8, margin: int = 0) -> QVBoxLayout:
    """Parts one under another; a number is a stretch."""
    made = _fill(QVBoxLayout(), parts, gap)
    made.setContentsMargins(*(theme.px(margin),) * 4)
    return made


def _fill(box: QBoxLayout, parts: tuple, gap: int) -> QBoxLayout:
    box.setSpacing(theme.px(gap))
    box.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        if isinstance(part, int):
            box.addStretch(part)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        else:
            box.addWidget(part)
    return box


def card(*parts: QWidget | QLayout | int, gap: int = 8, margin: int = 16) -> QFrame:
    """Parts on a panel with rounded corners."""
    made = QFrame()
    made.setProperty("look", "card")
    made.setLayout(column(*parts, gap=gap, margin=margin))
    return made


def box(layout: QLayout) -> QWidget:
    """A plain widget with this layout."""
    made = QWidget()
    made.setLayout(layout)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
