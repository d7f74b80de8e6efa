"""The bar across the top: the one search field, the undo button that says what it undoes, and a menu for the rest."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from scrutiny_desk.desk.icons import icon
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import BESIDE, ICON, button, grounded, label, leading_icon, row


class SearchField(QLineEdit):
    """The field that searches everything; it shows its key until something is typed. Down goes to the results."""

    down = Signal()

    def __init__(self, hint: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setMinimumHeight(theme.px(38))
        self._key = label(key, "key", wrap=False)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, theme.px(10), 0)
        inside.addStretch(1)
        inside.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        leading_icon(self, "search")
        self.setMinimumWidth(theme.px(120))
        self.textChanged.connect(lambda _text: self._fit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The key gives way to the words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = self.fontMetrics().horizontalAdvance(self.placeholderText()) + theme.px(60)
        self._key.setVisible(not self.text() and self.width() > wanted + self._key.sizeHint().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leaves for the results."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
            return
        super().keyPressEvent(event)


class TopBar(QWidget):
    """`searched` carries the words as they are typed, `entered` that Enter was pressed on them, `menu_wanted` that
    the rail, where it is folded behind a button, is to be shown or folded again, `details_wanted` that one wants to see
    the inspector where it stands under the work, or the work again; `details` are the words for the two."""

    searched = Signal(str)
    entered = Signal(str)
    undo_wanted = Signal()
    menu_wanted = Signal()
    details_wanted = Signal()

    def __init__(
        self,
        hint: str,
        key: str,
        undo: str,
        more: str,
        folded: str,
        details: tuple[str, str],
        menu: list[QAction | QMenu | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        grounded(self, "bar")
        self._undo_words = undo
        self.field = SearchField(hint, key)
        self.field.setMaximumWidth(theme.px(560))
        self.menu = button(folded, self.menu_wanted.emit, icon_name="menu", compact=True)
        self.menu.hide()
        self._details_words = details
        self.details = button(details[0], self.details_wanted.emit, icon_name="arrow-down", compact=True)
        self.details.hide()
        self.undo = button(undo, self.undo_wanted.emit, icon_name="arrow-back-up", compact=True)
        self.more = button(more, icon_name="dots", compact=True)
        popup = QMenu(self.more)
        for action in menu:
            if action is None:
                popup.addSeparator()
            elif isinstance(action, QMenu):
                popup.addMenu(action)
            else:
                popup.addAction(action)
        self.more.setMenu(popup)
        self._whole = whole = row(gap=12)
        whole.addWidget(self.menu)
        whole.addWidget(self.field, 10)
        whole.addStretch(1)
        whole.addWidget(self.details)
        whole.addWidget(self.undo)
        whole.addWidget(self.more)
        self.set_short(False)
        self.setLayout(whole)
        self.field.textEdited.connect(self.searched.emit)
        self.field.returnPressed.connect(lambda: self.entered.emit(self.field.text()))
        self._narrow = False
        self._step: str | None = None
        self.say_undo(None)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the search field more room where there is little."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.say_undo(self._step)

    def set_short(self, short: bool) -> None:
        """Keep little room around its parts."""
        side, above = (14, 5) if short else (20, 9)
        self._whole.setContentsMargins(*(theme.px(n) for n in (side, above, side, above)))

    def fold(self, folded: bool, *, opened: bool) -> None:
        """Whether the rail is folded behind the button, and whether it is opened all the same."""
        self.menu.setVisible(folded)
        self.menu.setCheckable(folded)
        self.menu.setChecked(opened)

    def say_details(self, *, below: bool) -> None:
        """Say whether the button leads down to the inspector, or up to the work again."""
        words = self._details_words[0 if below else 1]
        self.details.setText(words)
        self.details.setAccessibleName(words)
        self.details.setIcon(icon("arrow-down" if below else "arrow-up", "accent", ICON, BESIDE))

    def say_undo(self, step: str | None) -> None:
        """Say what would be undone; with nothing to undo the button rests."""
        self._step = step
        words = self._undo_words if not step else f"{self._undo_words} {step[:1].lower()}{step[1:]}"
        room = theme.px(120 if self._narrow else 280)
        self.undo.setText(self.undo.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        self.undo.setToolTip(words)
        self.undo.setAccessibleName(words)
        self.undo.setEnabled(step is not None)
