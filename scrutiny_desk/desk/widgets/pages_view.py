"""The pages of a PDF as they are, one under another, with passages boxed; only those in sight are drawn and kept."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from scrutiny_desk.desk.page_text import find
from scrutiny_desk.desk.theme import theme

KEPT = 8
GAP = 34
SIDE = 22
ROLES = ("question", "answer", "undertaking", "decision")


@dataclass(frozen=True, slots=True)
class Boxed:
    """A passage to be boxed: its key, its words on this page, the role of its colour, and whether it is lit."""

    key: tuple
    words: str
    role: str
    lit: bool = False


class PagesView(QAbstractScrollArea):
    """Pages counted from 0. `boxed_on` says what to box on a page; `mark_chosen` carries the key of a clicked box."""

    mark_chosen = Signal(object)

    def __init__(self, name: str, caption: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.zoom = 1.0
        self.boxed_on: Callable[[int], list[Boxed]] = lambda _page: []
        self._caption = caption
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._images: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._outlines: dict[tuple[int, str], list[QRectF]] = {}
        self._texts: OrderedDict[int, str] = OrderedDict()
        self._tops: list[float] = []
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.viewport().update())
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.viewport().update())

    def load(self, data: bytes) -> bool:
        """Show the pages of this file; False where it is no PDF that can be shown."""
        self._document.close()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._images.clear()
        self._outlines.clear()
        self._texts.clear()
        self._arrange()
        return self._document.status() == QPdfDocument.Status.Ready

    def page_count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def go_to(self, page: int, words: str = "") -> None:
        """Scroll to a page, to these words on it where they are found."""
        if not 0 <= page < len(self._tops):
            return
        down = 0.0
        if words and (outlines := self._outline(page, words)):
            down = outlines[0].top() * self._scale(page)
        self.verticalScrollBar().setValue(int(self._tops[page] + down - self.viewport().height() * 0.25 * bool(down)))
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Show the pages larger or smaller: 1 fills the width, 3 the largest."""
        page = self._page_at(self.verticalScrollBar().value())
        self.zoom = max(0.5, min(3.0, zoom))
        self._images.clear()
        self._arrange()
        self.go_to(page)

    def page_in_sight(self) -> int:
        """The page at the top of what is seen."""
        return self._page_at(self.verticalScrollBar().value() + GAP)

    # --- measures

    def _scale(self, page: int) -> float:
        width = max(self._document.pagePointSize(page).width(), 1.0)
        return (self.viewport().width() - 2 * theme.px(SIDE)) * self.zoom / width

    def _arrange(self) -> None:
        top, self._tops = float(theme.px(GAP)), []
        for page in range(self._document.pageCount()):
            self._tops.append(top)
            top += self._document.pagePointSize(page).height() * self._scale(page) + theme.px(GAP)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, int(top) - height))
        bar.setPageStep(height)
        bar.setSingleStep(theme.px(40))
        across = self.horizontalScrollBar()
        across.setRange(0, max(0, int(self.viewport().width() * (self.zoom - 1))))
        across.setPageStep(self.viewport().width())
        self.viewport().update()

    def _page_at(self, y: float) -> int:
        return max((page for page, top in enumerate(self._tops) if top <= y + 1), default=0)

    def _rect(self, page: int) -> QRectF:
        size, scale = self._document.pagePointSize(page), self._scale(page)
        left = theme.px(SIDE) - self.horizontalScrollBar().value()
        if self.zoom < 1:
            left = (self.viewport().width() - size.width() * scale) / 2
        top = self._tops[page] - self.verticalScrollBar().value()
        return QRectF(left, top, size.width() * scale, size.height() * scale)

    def _outline(self, page: int, words: str) -> list[QRectF]:
        """The lines of a passage on a page, in points; none where its words are not found there."""
        key = (page, words)
        if key not in self._outlines:
            stretch = find(self._text(page), words)
            found = self._document.getSelectionAtIndex(page, *stretch).bounds() if stretch else []
            self._outlines[key] = _lines([polygon.boundingRect() for polygon in found])
        return self._outlines[key]

    def _text(self, page: int) -> str:
        if page not in self._texts:
            self._texts[page] = self._document.getAllText(page).text()
            while len(self._texts) > KEPT:
                self._texts.popitem(last=False)
        return self._texts[page]

    # --- drawing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width anew."""
        super().resizeEvent(event)
        page = self.page_in_sight() if self._tops else 0
        self._images.clear()
        self._arrange()
        self.go_to(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight and their boxes."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("page_ground"))
        first = self._page_at(self.verticalScrollBar().value())
        for page in range(first, len(self._tops)):
            rect = self._rect(page)
            if rect.top() > self.viewport().height():
                break
            painter.setFont(theme.font(13))
            painter.setPen(theme.colour("ink"))
            above = QRectF(rect.left(), rect.top() - theme.px(24), rect.width(), theme.px(22))
            painter.drawText(above, int(Qt.AlignmentFlag.AlignVCenter), self._caption(page))
            painter.fillRect(rect, QColor("white"))
            painter.drawImage(rect, self._image(page, rect))
            for boxed in self.boxed_on(page):
                self._box(painter, page, rect, boxed)
        painter.end()

    def _image(self, page: int, rect: QRectF) -> QImage:
        ratio = self.devicePixelRatioF()
        key = (page, round(rect.width()))
        if key not in self._images:
            size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
            self._images[key] = self._document.render(page, size)
            while len(self._images) > KEPT:
                self._images.popitem(last=False)
        self._images.move_to_end(key)
        return self._images[key]

    def _box(self, painter: QPainter, page: int, rect: QRectF, boxed: Boxed) -> None:
        scale = self._scale(page)
        lines = [
            QRectF(line.topLeft() * scale + rect.topLeft(), line.size() * scale).adjusted(-3, -2, 3, 2)
            for line in self._outline(page, boxed.words)
        ]
        if not lines:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, whole = _on_paper(theme.colour(boxed.role)), lines[0]
        path = QPainterPath()
        for line in lines:
            whole = whole.united(line)
            path.addRect(line)
        left = whole.left() - theme.px(7 + 5 * ROLES.index(boxed.role) if boxed.role in ROLES else 7)
        painter.fillRect(QRectF(left, whole.top(), theme.px(3), whole.height()), colour)
        if boxed.lit:
            ground = QColor("#ffd84d")
            ground.setAlpha(90)
            painter.setBrush(ground)
            painter.setPen(QPen(colour, 2))
            painter.drawPath(path.simplified())

    # --- moving

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click in a box chooses its passage."""
        super().mousePressEvent(event)
        at = event.position()
        for page in range(len(self._tops)):
            rect = self._rect(page)
            if rect.contains(at):
                point = QPointF(at - rect.topLeft()) / self._scale(page)
                for boxed in self.boxed_on(page):
                    if any(line.contains(point) for line in self._outline(page, boxed.words)):
                        self.mark_chosen.emit(boxed.key)
                        return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Page keys scroll; Home and End go to the first and last page."""
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep() - theme.px(40),
            Qt.Key.Key_PageUp: theme.px(40) - bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _on_paper(colour: QColor) -> QColor:
    """The colour as it can be seen on white paper, whatever the palette."""
    return colour if colour.lightnessF() < 0.5 else colour.darker(220)


def _lines(pieces: list[QRectF]) -> list[QRectF]:
    """Pieces that stand on one line made one."""
    lines: list[QRectF] = []
    for piece in pieces:
        middle = piece.center().y()
        if lines and lines[-1].top() <= middle <= lines[-1].bottom():
            lines[-1] = lines[-1].united(piece)
        else:
            lines.append(QRectF(piece))
    return lines
