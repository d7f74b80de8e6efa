"""A document's contents and text side by side: what the reader and the review both show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QSizePolicy, QSplitter, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.readings import Reading, margin_marks, read
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.choices import ChoiceList
from scrutiny_desk.desk.widgets.pages_view import Boxed, PagesView
from scrutiny_desk.desk.widgets.parts import card, label
from scrutiny_desk.desk.widgets.passage_view import PassageView
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import documents

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
        self._paged: int | None = None
        self.page = PassageView(tr("The document"))
        self.page.setMinimumWidth(theme.px(240))
        self.items = ChoiceList(tr("Items"))
        self._boxes: dict[str, QCheckBox] = {}
        show = [label(tr("Show"), "label")]
        for key, said, role in SHOW:
            box = QCheckBox(tr(said))
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
        self.pages: PagesView | None = None
        self._views = QSplitter(Qt.Orientation.Horizontal)
        self._views.setChildrenCollapsible(False)
        self._views.addWidget(self._sheet)
        self._lit: tuple[Kind, int] | None = None
        self.lay = QHBoxLayout(self)
        self.lay.setContentsMargins(0, 0, 0, 0)
        self.lay.setSpacing(theme.px(16))
        self.lay.addWidget(self.side)
        self.lay.addWidget(self._views, 1)
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
        self._lit = key if found else None
        self.page.light(found.lit() if found else (), go=go)
        if found is not None and go:
            self._pages_to(found.spans[0].block if found.spans else 0)
        if self.pages is not None:
            self.pages.viewport().update()
        return found is not None

    def go_to(self, block: int) -> None:
        """Go to a block, in the text and in the pages."""
        self.page.go_to(block)
        self._pages_to(block)

    # --- the document's own pages

    def has_pages(self) -> bool:
        """Whether the document has pages of its own to show."""
        return self.reading is not None and self.reading.document.format == "pdf"

    def show_as(self, what: str) -> None:
        """Show the "text", the "pages", or "both" side by side."""
        if what != "text" and self.pages is None:
            self.pages = PagesView(tr("The pages of the document"), self._caption)
            self.pages.boxed_on = self._boxed
            self.pages.mark_chosen.connect(self.chosen.emit)
            self._views.addWidget(self.pages)
        self._sheet.setVisible(what != "pages")
        if self.pages is not None:
            self.pages.setVisible(what != "text")
        if what != "text":
            self._fetch_pages()

    def _fetch_pages(self) -> None:
        library, number = self._context.library, self._wanted
        if number is None or self._paged == number or not self.has_pages():
            return
        self._context.jobs.read(
            self, lambda: (number, documents.original(library, number)), self._show_pages, key="pages"
        )

    def _show_pages(self, found: tuple[int, bytes]) -> None:
        if self.pages is not None and self.reading is not None and found[0] == self.reading.document.id:
            self._paged = found[0]
            self.pages.load(found[1])
            self._pages_to(self.page.top_block())
            if self._lit is not None:
                self.light(self._lit)

    def _pages_to(self, block: int) -> None:
        if self.pages is None or self.reading is None or not 0 <= block < len(self.reading.blocks):
            return
        here = self.reading.blocks[block]
        if here.page is not None:
            self.pages.go_to(here.page - 1, here.text)

    def _caption(self, page: int) -> str:
        printed = None
        if self.reading is not None:
            printed = next((b.printed_page for b in self.reading.blocks if b.page == page + 1), None)
            said = f"{tr('Page')} {page + 1} {tr('of')} {self.reading.document.pages or self.pages.page_count()}"
            return said if not printed or printed == str(page + 1) else f"{said} ({tr('printed')} {printed})"
        return ""

    def _boxed(self, page: int) -> list[Boxed]:
        if self.reading is None:
            return []
        made = []
        for found in self.reading.found:
            if found.review is Review.REJECTED:
                continue
            lit = found.key == self._lit
            for spans, role in ((found.spans, words.FINDING_ROLES[found.kind]), (found.replies, "answer")):
                for span in spans:
                    block = self.reading.blocks[span.block]
                    last = block.end_page or block.page
                    if block.page is not None and block.page <= page + 1 <= (last or block.page):
                        made.append(Boxed(found.key, block.text[span.start : span.end], role, lit))
        return sorted(made, key=lambda one: one.lit)

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
        if not same:
            self._paged = None
            self._fetch_pages_if_shown()
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

    def _fetch_pages_if_shown(self) -> None:
        if self.pages is not None and not self.pages.isHidden():
            if self.has_pages():
                self._fetch_pages()
            else:
                self.show_as("text")

    def _mark(self) -> None:
        if self.pages is not None:
            self.pages.viewport().update()
        if self.reading is not None:
            shown = frozenset(key for key, box in self._boxes.items() if box.isChecked())
            if Kind.DECISIONS.value in shown:
                shown |= {Kind.ACTIONS.value}
            self.page.set_marks(margin_marks(self.reading.found, shown))

    def _go_item(self, first: object) -> None:
        if isinstance(first, int):
            self.go_to(first)
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _moved(self, block: int) -> None:
        if self.reading is None:
            return
        inside = [entry.first for entry in self.reading.contents if entry.first <= block + 1]
        if inside:
            self.items.light(max(inside))
