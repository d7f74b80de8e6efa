"""A sentence across the top of the work: a trouble with its remedy, or a piece of news, until it is closed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from scrutiny_desk.desk.icons import icon
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, clear, column, label, row


class Banner(QFrame):
    """Hidden until it has something to say."""

    def __init__(self, close_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._close_words = close_words
        self.setProperty("look", "notice")
        self._lay = row(gap=12)
        self._lay.setContentsMargins(*(theme.px(n) for n in (14, 8, 8, 8)))
        self.setLayout(self._lay)
        self.hide()

    def say(
        self, sentence: str, remedy: str = "", *, trouble: bool = False, actions: tuple[tuple[str, Callable], ...] = ()
    ) -> None:
        """Show a sentence, a second one under it, and buttons."""
        clear(self._lay)
        self.setProperty("look", "trouble" if trouble else "notice")
        self.style().unpolish(self)
        self.style().polish(self)
        picture = QLabel()
        name, role = ("alert-triangle", "late") if trouble else ("info-circle", "accent")
        picture.setPixmap(icon(name, role).pixmap(theme.px(20), theme.px(20)))
        self._lay.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = [label(sentence, "strong")]
        if remedy:
            words.append(label(remedy))
        self._lay.addLayout(column(*words, gap=2), 1)
        for text, act in actions:
            self._lay.addWidget(button(text, act, compact=True))
        self._lay.addWidget(button(self._close_words, self.hide, compact=True, look="link"))
        self.setAccessibleName(f"{sentence} {remedy}".strip())
        self.show()
