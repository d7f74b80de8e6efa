"""A document's contents and text side by side: what the reader and the review both show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QSizePolicy, QWidget

from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.readings import Reading, margin_marks, read
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.choices import ChoiceList
from scrutiny_desk.desk.widgets.parts import card, label
from scrutiny_desk.desk.widgets.passage_view import PassageView
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.troubles import Trouble

SHOW = (
    (Kind.QUESTIONS.value, "Questions", "question"),
    ("answers", "Answers", "answer"),
    (Kind.UNDERTAKINGS.value, "Undertakings", "undertaking"),
    (Kind.DECISIONS.value, "Decisions", "decision"),
)
SIDE = 228
ROOM = 720


class Body(QWidget):
    """`loaded` carries the Reading once it is shown, `chosen` the (kind, id) of a mark that was clicked."""

    loaded = Signal(object)
    chosen = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.reading: Reading | None = None
        self._wanted: int | None = None
        self.page = PassageView(tr("The document"))
        self.page.setMinimumWidth(theme.px(240))
        self.items = ChoiceList(tr("Items"))
        self._boxes: dict[str, QCheckBox] = {}
        show = [label(tr("Show"), "label")]
        for key, words, role in SHOW:
            box = QCheckBox(tr(words))
            box.setChecked(True)
            colour = getattr(theme.colours, role)
            box.setStyleSheet(
                f"QCheckBox {{ border-left: {theme.px(4)}px solid {colour}; padding-left: {theme.px(8)}px; }}"
            )
            box.toggled.connect(lambda _on: self._mark())
            self._boxes[key] = box
            show.append(box)
        self.side = card(label(tr("Items"), "label"), self.items, *show, gap=6, margin=14)
        self.side.setFixedWidth(theme.px(SIDE))
        self._sheet = QFrame()
        self._sheet.setProperty("look", "card")
        inside = QHBoxLayout(self._sheet)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.page)
        self._sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.lay = QHBoxLayout(self)
        self.lay.setContentsMargins(0, 0, 0, 0)
        self.lay.setSpacing(theme.px(16))
        self.lay.addWidget(self.side)
        self.lay.addWidget(self._sheet, 1)
        self.items.picked.connect(self._go_item)
        self.page.mark_chosen.connect(self.chosen.emit)
        self.page.moved_to.connect(self._moved)

    def load(self, document_id: int) -> None:
        """Fetch a document and show it; what is shown stays until it is there."""
        self._wanted = document_id
        library = self._context.library
        self._context.jobs.read(self, lambda: read(library, document_id), self._take, key="reading", failed=self._fail)

    def reload(self) -> None:
        """Fetch the same document again: the marks may differ."""
        if self._wanted is not None:
            self.load(self._wanted)

    def light(self, key: tuple[Kind, int] | None, *, go: bool = True) -> bool:
        """Light a finding's passage; whether this document holds it."""
        found = self.reading.finding(key) if self.reading and key else None
        self.page.light(found.lit() if found else (), go=go)
        return found is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the contents step aside."""
        super().resizeEvent(event)
        self.side.setVisible(self.width() >= theme.px(ROOM))

    def _fail(self, trouble: Trouble) -> None:
        self.failed.emit(trouble)

    def _take(self, reading: Reading | None) -> None:
        if reading is None:
            return
        same = self.reading is not None and self.reading.document.id == reading.document.id
        self.reading = reading
        if not same or len(self.page.document().toPlainText()) == 0:
            self.page.show_blocks(reading.blocks)
            self.items.fill(
                [
                    (
                        entry.first,
                        " ".join(p for p in (entry.item.number, entry.item.title) if p),
                        reading.counts_of(entry),
                    )
                    for entry in reading.contents
                ]
            )
        self._mark()
        self.loaded.emit(reading)

    def _mark(self) -> None:
        if self.reading is not None:
            shown = frozenset(key for key, box in self._boxes.items() if box.isChecked())
            if Kind.DECISIONS.value in shown:
                shown |= {Kind.ACTIONS.value}
            self.page.set_marks(margin_marks(self.reading.found, shown))

    def _go_item(self, first: object) -> None:
        if isinstance(first, int):
            self.page.go_to(first)
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _moved(self, block: int) -> None:
        if self.reading is None:
            return
        inside = [entry.first for entry in self.reading.contents if entry.first <= block + 1]
        if inside:
            self.items.light(max(inside))
