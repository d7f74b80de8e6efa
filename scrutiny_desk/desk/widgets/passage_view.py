"""A document as text: serif, at most 75 characters a line, with marks in the margin and the chosen passage lit."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.letters import characters, prefix, reach, reach_back, units
from scrutiny_desk.desk.widgets.sight import announce, keep_in_sight
from scrutiny_desk.domain.blocks import Block, BlockKind, Span

FIRST = 60
LETTERS = 30_000
"""So many blocks or letters of a long document are laid out before it is shown; the stretch they begin after that."""
CHUNK = 300
WHOLE = 900
CHARACTERS = 68


@dataclass(frozen=True, slots=True)
class MarginMark:
    """A finding as the margin shows it: a key of its owner's, where it stands, its words and its colour's role.

    `told` is how a screen reader tells it, which sees neither the margin nor its colours.
    """

    key: tuple
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    role: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Lit:
    """A stretch of text that is lit: in the colour of the role "mark" or "mark_reply", or of a role's ground."""

    span: Span
    role: str = "mark"


class PassageView(QTextEdit):
    """Shows blocks; long documents are laid out a stretch at a time as one comes to them.

    `mark_chosen` carries the key of a mark that was clicked; `moved_to` the block at the top after scrolling.
    """

    mark_chosen = Signal(object)
    moved_to = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "page")
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._blocks: Sequence[Block] = ()
        self._first = self._last = 0
        self._marks: dict[int, list[MarginMark]] = {}
        self._lit: tuple[Lit, ...] = ()
        self._found: tuple[Span, ...] = ()
        self._forms: dict[tuple[BlockKind, int, bool], tuple[QTextBlockFormat, QTextCharFormat]] = {}
        self.zoom = 1.0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._lay_stretch)
        self.cursorPositionChanged.connect(self._tell)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # --- what is shown

    def show_blocks(self, blocks: Sequence[Block], at: int = 0) -> None:
        """Show a document from its start, or from about this block where it is long."""
        self._blocks = blocks
        self._lit = self._found = ()
        whole = reach(blocks, 0, WHOLE, 3 * LETTERS) == len(blocks)
        self._first = self._last = 0 if whole else reach_back(blocks, at, FIRST // 3, LETTERS // 2)
        self._forms = {}
        self.clear()
        self._space()
        self._append(len(blocks) if whole else reach(blocks, at, FIRST, LETTERS))
        if not whole:
            with QSignalBlocker(self):  # nobody has moved: there is nothing to announce
                self.moveCursor(QTextCursor.MoveOperation.Start)
            self._later.start()

    def _lay_stretch(self) -> None:
        """Lay out what follows the first screens, a part at a time, so that nobody waits for it."""
        if (wanted := reach(self._blocks, self._first, CHUNK, 10 * LETTERS)) > self._last:
            self._append(min(wanted, reach(self._blocks, self._last, FIRST, LETTERS)))
            self._relight()
            self._later.start()

    def set_marks(self, marks: Sequence[MarginMark]) -> None:
        """Show these in the margin."""
        self._marks = {}
        for mark in marks:
            for order in sorted({span.block for span in mark.spans}):
                self._marks.setdefault(order, []).append(mark)
        self.viewport().update()

    def light(self, lit: Sequence[Lit], *, go: bool = True) -> None:
        """Light these passages and go to the first of them."""
        self._lit = tuple(lit)
        if go and lit:
            self.go_to(min(part.span.block for part in lit))
        self._relight()

    def show_found(self, spans: Sequence[Span]) -> None:
        """Light the words a search in the document found."""
        self._found = tuple(spans)
        self._relight()

    def go_to(self, order: int) -> None:
        """Scroll so that a block stands in the upper third."""
        if not 0 <= order < len(self._blocks):
            return
        if not self._first <= order < self._last:
            lit, found = self._lit, self._found
            self.show_blocks(self._blocks, order)
            self._lit, self._found = lit, found
        cursor = QTextCursor(self.document().findBlockByNumber(order - self._first))
        self.setTextCursor(cursor)
        top = self._rect(cursor.block()).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(int(top - self.viewport().height() * 0.28))
        keep_in_sight(self.viewport(), self._rect(cursor.block()).toRect().intersected(self.viewport().rect()))

    def top_block(self) -> int:
        """The order of the block at the top of what is seen."""
        return self._first + self.cursorForPosition(QPoint(theme.px(130), theme.px(4))).blockNumber()

    def chosen_spans(self) -> tuple[Span, ...]:
        """The words a person has marked, as spans of the document; none where nothing is marked."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return ()
        spans = []
        block = self.document().findBlock(cursor.selectionStart())
        while block.isValid() and block.position() < cursor.selectionEnd():
            order = self._first + block.blockNumber()
            before = block.position() + len(prefix(self._blocks[order]))
            start = characters(self._blocks[order].text, max(0, cursor.selectionStart() - before))
            end = characters(self._blocks[order].text, max(0, cursor.selectionEnd() - before))
            if end > start:
                spans.append(Span(order, start, min(end, len(self._blocks[order].text))))
            block = block.next()
        return tuple(spans)

    def set_zoom(self, zoom: float) -> None:
        """Show the text larger or smaller: 1 is 17 pixels at 100%, 3 the largest."""
        at = self.top_block()
        self.zoom = max(0.7, min(3.0, zoom))
        lit, found = self._lit, self._found
        self.show_blocks(self._blocks, at)
        self._lit, self._found = lit, found
        self.go_to(at)
        self._relight()

    def _tell(self) -> None:
        """Tell what the margin says beside the paragraph the cursor is in."""
        order = self._first + self.textCursor().block().blockNumber()
        told = "; ".join(dict.fromkeys(mark.told for mark in self._marks.get(order, ()) if mark.told))
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
            announce(self, told)

    # --- putting text in

    def _append(self, until: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for order in range(self._last, until):
            self._insert(cursor, order, new=order > self._first)
        cursor.endEditBlock()
        self._last = max(until, self._last)

    def _prepend(self, begin: int) -> None:
        bar = self.verticalScrollBar()
        before = self._rect(self.document().firstBlock()).top()
        anchor = self._first
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for order in range(anchor - 1, begin - 1, -1):
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            cursor.insertBlock()
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            self._insert(cursor, order, new=False)
        cursor.endEditBlock()
        self._first = begin
        first = self.document().findBlockByNumber(anchor - begin)
        bar.setValue(int(bar.value() + self._rect(first).top() - before))

    def _insert(self, cursor: QTextCursor, order: int, *, new: bool) -> None:
        block = self._blocks[order]
        if new:
            cursor.insertBlock()
        kind = (block.kind, block.level, block.strong)
        if kind not in self._forms:
            self._forms[kind] = self._block_format(block), self._letters(block)
        form, letters = self._forms[kind]
        cursor.setBlockFormat(form)
        cursor.setBlockCharFormat(letters)
        if before := prefix(block):
            soft = QTextCharFormat(letters)
            soft.setForeground(theme.colour("soft"))
            cursor.insertText(before, soft)
        cursor.insertText(block.text.replace("\u2029", " "), letters)

    def _block_format(self, block: Block) -> QTextBlockFormat:
        form = QTextBlockFormat()
        font = self._letters(block).font()
        share = 160 * font.pixelSize() / QFontMetrics(font).height()
        form.setLineHeight(share, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        heading = block.kind is BlockKind.HEADING
        form.setTopMargin(theme.px(16 if heading else 2))
        form.setBottomMargin(theme.px(4 if heading or block.kind is BlockKind.TABLE_ROW else 10))
        if block.kind is BlockKind.LIST_ITEM:
            form.setLeftMargin(theme.px(18) * (1 + min(block.level, 4)))
        return form

    def _letters(self, block: Block) -> QTextCharFormat:
        size = {BlockKind.FOOTNOTE: 14.5, BlockKind.TABLE_ROW: 16}.get(block.kind, 17.0)
        if block.kind is BlockKind.HEADING:
            size = 19 if block.level <= 1 else 17.5
        font = QFont(theme.font(size * self.zoom, serif=True))
        if block.kind is BlockKind.HEADING or block.strong:
            font.setWeight(QFont.Weight.DemiBold)
        letters = QTextCharFormat()
        letters.setFont(font)
        letters.setForeground(theme.colour("ink"))
        return letters

    # --- lighting

    def _relight(self) -> None:
        parts = [(part.span, part.role) for part in self._lit] + [(span, "accent_ground") for span in self._found]
        shown = []
        for span, role in parts:
            if not self._first <= span.block < self._last:
                continue
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(span)
            selection.format.setBackground(theme.colour(role))
            if role in ("mark", "mark_reply"):
                selection.format.setForeground(theme.colour("mark_ink"))
            shown.append(selection)
        self.setExtraSelections(shown)
        self.viewport().update()

    def _cursor(self, span: Span) -> QTextCursor:
        text = self._blocks[span.block].text
        block = self.document().findBlockByNumber(span.block - self._first)
        begin = block.position() + len(prefix(self._blocks[span.block]))
        cursor = QTextCursor(block)
        cursor.setPosition(begin + units(text, span.start))
        cursor.setPosition(begin + units(text, span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # --- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column at its width."""
        super().resizeEvent(event)
        self._space()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a mark, or on words that it covers, chooses it."""
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection() or not self._blocks:
            return
        cursor = self.cursorForPosition(event.position().toPoint())
        order = self._first + cursor.blockNumber()
        begin = cursor.block().position() + len(prefix(self._blocks[order]))
        place = characters(self._blocks[order].text, max(0, cursor.position() - begin))
        marks = self._marks.get(order, [])
        inside = [m for m in marks if any(s.block == order and s.start <= place <= s.end for s in m.spans)]
        if inside or (marks and event.position().x() < self._left()):
            self.mark_chosen.emit((inside or marks)[0].key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of lit blocks, the text, then the margin."""
        painter = QPainter(self.viewport())
        for order in {part.span.block for part in self._lit if self._first <= part.span.block < self._last}:
            rect = self._rect(self.document().findBlockByNumber(order - self._first))
            rect.setLeft(self._left() - theme.px(8))
            rect.setRight(self._left() + self._column() + theme.px(10))
            painter.fillRect(rect.adjusted(0, 0, 0, -theme.px(6)), theme.colour("block_ground"))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_margin(painter)
        painter.end()

    def _paint_margin(self, painter: QPainter) -> None:
        font, height = theme.font(12, strong=True), QFontMetrics(theme.font(12, strong=True)).height()
        painter.setFont(font)
        if not self._blocks:
            return
        block = self.cursorForPosition(QPoint(self._left() + 2, 0)).block()
        while block.isValid():
            rect = self._rect(block)
            if rect.top() > self.viewport().height():
                break
            order = self._first + block.blockNumber()
            lines = self._paint_bars(painter, rect, order)
            bars = len({mark.role for mark in self._marks.get(order, ())})
            width = self._left() - theme.px(24) - bars * theme.px(6)
            for number, (words, role) in enumerate(lines[:4]):
                painter.setPen(theme.colour(role))
                room = QRectF(theme.px(6), rect.top() + theme.px(7) + number * height, width, height)
                words = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
                painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
            block = block.next()

    def _paint_bars(self, painter: QPainter, rect: QRectF, order: int) -> list[tuple[str, str]]:
        lines: list[tuple[str, str]] = []
        if (page := self._page_begun(order)) is not None:
            lines.append((page, "soft"))
        marks = self._marks.get(order, [])
        for number, role in enumerate(dict.fromkeys(mark.role for mark in marks)):
            left = self._left() - theme.px(12) - number * theme.px(6)
            bar = QRectF(left, rect.top() + theme.px(3), theme.px(4), rect.height() - theme.px(12))
            painter.fillRect(bar, theme.colour(role))
        seen = set()
        for mark in marks:
            for words in mark.words:
                if words not in seen:
                    seen.add(words)
                    lines.append((words, mark.role))
        return lines

    def _page_begun(self, order: int) -> str | None:
        block = self._blocks[order]
        if block.page is None or (order > 0 and self._blocks[order - 1].page == block.page):
            return None
        printed = f" ({block.printed_page})" if block.printed_page and block.printed_page != str(block.page) else ""
        return f"p. {block.page}{printed}"

    def _scrolled(self, value: int) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if self._last < len(self._blocks) and value > bar.maximum() - height:
            self._append(reach(self._blocks, self._last, CHUNK // 2, 2 * LETTERS))
            self._relight()
        elif self._first > 0 and value < height // 2:
            self._prepend(reach_back(self._blocks, self._first, CHUNK // 2, 2 * LETTERS))
            self._relight()
        if self._blocks:
            self.moved_to.emit(self.top_block())

    # --- lengths

    def _left(self) -> int:
        return theme.px(142) if self.viewport().width() > theme.px(520) else theme.px(134)

    def _column(self) -> int:
        wanted = QFontMetrics(theme.font(17 * self.zoom, serif=True)).averageCharWidth() * CHARACTERS
        return max(theme.px(160), min(wanted, self.viewport().width() - self._left() - theme.px(24)))

    def _space(self) -> None:
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        left, right = self._left(), max(theme.px(16), self.viewport().width() - self._left() - self._column())
        if (form.leftMargin(), form.rightMargin()) == (left, right):
            return
        form.setLeftMargin(left)
        form.setRightMargin(right)
        form.setTopMargin(theme.px(20))
        form.setBottomMargin(theme.px(60))
        frame.setFrameFormat(form)

    def _rect(self, block: QTextBlock) -> QRectF:
        rect = self.document().documentLayout().blockBoundingRect(block)
        return rect.translated(0, -self.verticalScrollBar().value())
