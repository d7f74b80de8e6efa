"""Importing papers: choose or drop them, see what becomes of each, and go on to review what was found."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.icons import icon
from scrutiny_desk.desk.panes.base import Pane, header
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.outcomes import OutcomeList
from scrutiny_desk.desk.widgets.parts import BESIDE, ICON, box, button, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.services import importing
from scrutiny_desk.services.importing import ImportReport, ImportRow, Outcome

KINDS = "*.docx *.doc *.pdf *.html *.htm *.mht *.mhtml *.txt *.odt *.rtf *.eml *.msg *.zip"
SAID = {
    Outcome.IMPORTED: ("Imported", "good"),
    Outcome.KNOWN: ("Already here", "quiet"),
    Outcome.JOINED: ("Joined to its other copy", "accent"),
    Outcome.FAILED: ("Not imported", "late"),
}
FOUND = (
    ("questions", "question", "questions"),
    ("undertakings", "undertaking", "undertakings"),
    ("decisions", "decision", "decisions"),
    ("actions", "action", "actions"),
)


class ImportPane(Pane):
    """Papers can be dropped here, or anywhere on the window."""

    concerns: tuple[Kind, ...] = ()
    inspects = False
    row_done = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.report: ImportReport | None = None
        self._running = False
        self.review = button(tr("Review what was found"), lambda: context.go(Place("review")), primary=True)
        head, self._title, self._under = header(
            tr("Import papers"), tr("Word, PDF, web pages, text, letters and e-mails; each file is kept as it came."),
            self.review,
        )  # fmt: skip
        self.body.addWidget(head)
        self.files = button(tr("Choose files…"), self._ask_files, primary=True, icon_name="file-import")
        self.folder = button(tr("Choose a folder…"), self._ask_folder, icon_name="folder-open")
        self.drop = QFrame()
        self.drop.setProperty("look", "card")
        here = label(tr("Drop files or folders here, or anywhere on the window"), "heading")
        here.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._explain = label(
            tr(
                "A file that cannot be read is named with the reason; the others come in. Nothing leaves this computer."
            ),
            "soft",
        )
        self._explain.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inner = column(here, self._explain, box(row(1, self.files, self.folder, 1)), gap=12)
        inner.setContentsMargins(*(theme.px(n) for n in (24, 28, 24, 28)))
        self.drop.setLayout(inner)
        self.body.addWidget(self.drop)
        self._sum = label("", "strong")
        self.body.addWidget(self._sum)
        self.outcomes = OutcomeList(tr("What became of each file"))
        self.outcomes.picked.connect(lambda item: context.go(Place("reader", id=item)) if item else None)
        self.body.addWidget(self.outcomes, 1)
        self._rest = QWidget()
        self.body.addWidget(self._rest, 1)
        self.row_done.connect(self._row, Qt.ConnectionType.QueuedConnection)
        self._fit()

    def show_place(self, _place: Place) -> None:
        """Show what was imported last in this window, or where to begin."""
        self._fit()

    def refresh(self, _change: Change) -> None:
        """Nothing here follows the library."""

    def first_focus(self) -> QWidget:
        """The first thing to do."""
        return self.review if self.report and not self.review.isHidden() else self.files

    def start(self, paths: list[str]) -> None:
        """Import these files and folders."""
        if self._running or not paths:
            return
        self._running, self.report = True, None
        self.outcomes.clear()
        self._sum.setText(tr("Reading the files…"))
        self._fit()
        library, wanted = self.context.library, [Path(path) for path in paths]
        self.context.jobs.long(
            self,
            tr("Importing"),
            lambda report, cancelled: importing.import_paths(
                library, wanted, reporter=report, cancelled=cancelled, on_row=self.row_done.emit
            ),
            self._done,
            failed=self._failed,
        )

    def _ask_files(self) -> None:
        dialog = QFileDialog(self, tr("Choose files to import"), "", f"{tr('Papers')} ({KINDS});;{tr('All files')} (*)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.start)
        dialog.open()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, tr("Choose a folder to import"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self.start)
        dialog.open()

    def _row(self, done: ImportRow) -> None:
        said, tone = SAID[done.outcome]
        found = ", ".join(words.count(done.found[key], one, many) for key, one, many in FOUND if done.found.get(key))
        second = " ".join(part for part in (found and f"{found}.", done.reason, *done.notices) if part)
        self.outcomes.add(done.document_id, Path(done.file).name, second, tr(said), tone)
        self._sum.setText(words.count(self.outcomes.count(), "file so far", "files so far"))

    def _done(self, report: ImportReport) -> None:
        self._running, self.report = False, report
        counts = {outcome: sum(1 for row_ in report.rows if row_.outcome is outcome) for outcome in Outcome}
        parts = [f"{counts[outcome]:,} {tr(SAID[outcome][0]).lower()}" for outcome in Outcome if counts[outcome]]
        text = ", ".join(parts) or tr("No papers were found there")
        if report.cancelled:
            text = f"{tr('Stopped as you asked; what was finished stays.')} {text}"
        self._sum.setText(text)
        self._fit()
        if not self.review.isHidden():
            self.review.setFocus()

    def _failed(self, trouble: Exception) -> None:
        self._running = False
        self._sum.setText(str(trouble))
        self._fit()

    def _fit(self) -> None:
        begun = self._running or self.report is not None or self.outcomes.count() > 0
        came = self.report is not None and any(
            r.outcome in (Outcome.IMPORTED, Outcome.JOINED) for r in self.report.rows
        )
        self.review.setVisible(came)
        self.files.setEnabled(not self._running)
        self.folder.setEnabled(not self._running)
        self.files.setProperty("primary", not came)
        self.files.setIcon(icon("file-import", "accent" if came else "on_accent", ICON, BESIDE))
        self.files.style().unpolish(self.files)
        self.files.style().polish(self.files)
        self._explain.setVisible(not begun)
        self._sum.setVisible(begun)
        self.outcomes.setVisible(begun)
        self._rest.setVisible(not begun)
