"""A figure on a card, that leads to what it counts."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.inspector import flow
from scrutiny_desk.desk.widgets.parts import chip, column, label


class FigureCard(QPushButton):
    """What is counted, the figure, and words or chips under it; a click goes there."""

    def __init__(
        self,
        name: str,
        number: int | None,
        under: str,
        chips: list[tuple[str, str]],
        go: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        figure = "–" if number is None else f"{number:,}"
        parts: list[QWidget] = [label(name, "label"), label(figure, "figure", wrap=False)]
        if chips:
            parts.append(flow([chip(text, tone) for text, tone in chips]))
        parts.append(label(under, "soft"))
        if not under:
            parts[-1].hide()
        inner = column(*parts, 1, gap=2, margin=14)
        self.setLayout(inner)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(" ".join(p for p in (name, figure, *(text for text, _tone in chips), under) if p))
        self.clicked.connect(lambda: go())

    def sizeHint(self) -> QSize:
        """As large as what is on it."""
        return QSize(theme.px(200), max(theme.px(116), self.layout().sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """The same height, and narrower where it must be."""
        return QSize(theme.px(130), self.sizeHint().height())
