"""Correcting where the papers of a pack begin: one joined with that before it, or begun on another page."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.parts import button, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import splitting
from scrutiny_desk.services.splitting import PackPaper

NUMBER = Qt.ItemDataRole.UserRole


class PackPapersDialog(QDialog):
    """The papers of the pack that a document is or came in; each correction is made at once and can be undone."""

    def __init__(self, context: Context, parent: QWidget, document_id: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Where its papers begin"))
        self._context, self._shown = context, document_id
        self._papers: tuple[PackPaper, ...] = ()
        self._page: int | None = None
        self.list = QTreeWidget()
        self.list.setProperty("look", "list")
        self.list.setRootIsDecorated(False)
        self.list.setAllColumnsShowFocus(True)
        self.list.setAccessibleName(tr("Papers of this file"))
        self.list.setHeaderLabels([tr("Pages"), tr("Kind of paper"), tr("Title")])
        self.list.setMinimumSize(theme.px(620), theme.px(280))
        self.list.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.list.currentItemChanged.connect(lambda _now, _before: self._chosen())
        self.page = QLineEdit()
        self.page.setAccessibleName(tr("Page on which a paper of its own begins"))
        self.page.setFixedWidth(theme.px(72))
        self.page.returnPressed.connect(self._begin)
        self.begin = button(tr("Begin a paper here"), self._begin)
        self.join = button(tr("Join with the one before"), self._join)
        self.kind = DropDown()
        self.kind.setAccessibleName(tr("Kind of paper"))
        for kind in DocumentKind:
            self.kind.addItem(tr(words.DOCUMENT_WORDS[kind]), kind)
        self.kind.activated.connect(lambda _n: self._say_kind())
        self.trouble = label("", "soft")
        self.trouble.hide()
        done = button(tr("Close"), self.accept, primary=True)
        for each in (self.begin, self.join, done):
            each.setAutoDefault(False)
        self.setLayout(
            column(
                label(tr("Where its papers begin"), "heading"),
                label(tr("Pages are those of the file. What you have confirmed, tagged or noted stays."), "soft"),
                self.list,
                row(label(tr("On page"), "label", wrap=False), self.page, self.begin, 1, self.join),
                row(label(tr("This paper is"), "label", wrap=False), self.kind, 1),
                self.trouble, row(1, done),
                gap=12, margin=20,
            )
        )  # fmt: skip
        self._fetch()
        self.list.setFocus()

    def _fetch(self) -> None:
        library, shown = self._context.library, self._shown
        self._context.jobs.read(self, lambda: splitting.papers(library, shown), self._fill)

    def _fill(self, papers: tuple[PackPaper, ...]) -> None:
        self._papers = papers
        self.list.clear()
        for paper in papers:
            pages = str(paper.first) if paper.first == paper.last else f"{paper.first}–{paper.last}"
            title = paper.document.title or paper.document.file_name
            item = QTreeWidgetItem(self.list, [pages, tr(words.DOCUMENT_WORDS[paper.document.kind]), title])
            item.setData(0, NUMBER, paper.document.id)
            item.setToolTip(2, title)
            item.setSizeHint(0, QSize(0, theme.px(32)))
        for at in (0, 1):
            self.list.resizeColumnToContents(at)
        self._choose(papers)

    def _choose(self, papers: tuple[PackPaper, ...]) -> None:
        """Light the paper just made, else the one shown in the reader."""
        lit = [n for n, p in enumerate(papers) if self._page is not None and p.first <= self._page <= p.last]
        lit = lit or [n for n, p in enumerate(papers) if p.document.id == self._shown]
        if papers:
            self.list.setCurrentItem(self.list.topLevelItem(lit[0] if lit else 0))
        self._chosen()

    def _paper(self) -> PackPaper | None:
        item = self.list.currentItem()
        return next((p for p in self._papers if item and p.document.id == item.data(0, NUMBER)), None)

    def _chosen(self) -> None:
        paper = self._paper()
        longer = paper is not None and paper.last > paper.first
        for each in (self.page, self.begin):
            each.setEnabled(longer)
        self.join.setEnabled(paper is not None and paper is not self._papers[0])
        self.kind.setEnabled(paper is not None)
        if paper is None:
            return
        self.kind.setCurrentIndex(list(DocumentKind).index(paper.document.kind))
        if longer:
            self.page.setText(str(paper.first + 1))
            self.page.setToolTip(tr("From {first} to {last}").format(first=paper.first + 1, last=paper.last))

    def _begin(self) -> None:
        if paper := self._paper():
            typed, library = self.page.text().strip(), self._context.library
            page = int(typed) if typed.isdecimal() else 0
            self._write(page, lambda: splitting.begin_paper(library, paper.document.id, page))

    def _join(self) -> None:
        if paper := self._paper():
            library = self._context.library
            self._write(paper.first, lambda: splitting.join_before(library, paper.document.id))

    def _say_kind(self) -> None:
        paper, kind = self._paper(), DocumentKind(self.kind.currentData())
        if paper and paper.document.kind is not kind:
            library = self._context.library
            self._write(paper.first, lambda: splitting.change_kind(library, paper.document.id, kind))

    def _write(self, page: int, work: Callable[[], tuple[int, Change]]) -> None:
        self.trouble.hide()
        for each in (self.begin, self.join, self.kind):
            each.setEnabled(False)
        self._page = page
        self._context.jobs.write(self, work, self._written, failed=self._failed)

    def _written(self, done: tuple[int, Change]) -> None:
        library, there = self._context.library, done[0]
        self._context.jobs.read(self, lambda: splitting.papers(library, there), self._follow)

    def _follow(self, papers: tuple[PackPaper, ...]) -> None:
        """Show the papers as they are now; the reader goes where the paper it had open is now."""
        if papers and self._shown not in [paper.document.id for paper in papers]:
            now = next((p for p in papers if self._page is not None and p.first <= self._page <= p.last), papers[0])
            self._shown = now.document.id
            self._context.go(Place("reader", id=self._shown))
        self._fill(papers)

    def _failed(self, trouble: Trouble) -> None:
        self.trouble.setText(str(trouble))
        self.trouble.show()
        self._chosen()
