"""What an empty pane says: what belongs there, and the one action that fills it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from scrutiny_desk.desk.icons import icon
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import box, button, column, label, row

LINE = 340
"""How wide its sentence is at least, in pixels at 100%."""


class EmptyState(QWidget):
    """An icon, a sentence, and at most two actions, the first of them primary."""

    def __init__(
        self,
        icon_name: str,
        heading: str,
        sentence: str,
        *actions: tuple[str, Callable[[], object]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(icon(icon_name, "soft", 40).pixmap(theme.px(40), theme.px(40)))
        picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._heading, self._sentence = label(heading, "heading"), label(sentence, "soft")
        for words in (self._heading, self._sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setMinimumWidth(theme.px(LINE))
            words.setMaximumWidth(theme.px(520))
        buttons = [button(text, act, primary=number == 0) for number, (text, act) in enumerate(actions)]
        if buttons:
            self.setFocusProxy(buttons[0])
        inner = column(picture, self._heading, self._sentence, row(1, *buttons, 1), gap=12)
        self.setLayout(column(1, row(1, box(inner), 1), 2, margin=24))
        self.say(heading, sentence)

    def say(self, heading: str, sentence: str) -> None:
        """Say something else."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self.setAccessibleName(f"{heading}. {sentence}")
