"""The tracker as a spreadsheet: given out, and the council's own taken in, compared first and ticked by a person."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.inspector import flow
from scrutiny_desk.desk.widgets.parts import box, button, label
from scrutiny_desk.desk.widgets.sight import keep_in_sight
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.tracker import (
    NEEDED,
    TAKEN_IN,
    CellDifference,
    Column,
    Comparison,
    Finding,
    Matching,
    RowDifference,
    Sheet,
)
from scrutiny_desk.services import tracker_columns, tracker_compare, tracker_take, trackers

KINDS = "Spreadsheets (*.xlsx *.csv)"
MATCHED = (Column.REF, Column.REGISTER, Column.MEETING, Column.DATE, Column.MINUTE, Column.ASKED_BY, *TAKEN_IN)
FOUND = {
    Finding.CHANGED: "changed there",
    Finding.CONFLICT: "changed on both sides",
    Finding.OURS: "changed here",
    Finding.KEPT: "the papers say otherwise",
    Finding.UNCLEAR: "not understood",
}
CELL = Qt.ItemDataRole.UserRole
LEAST = 200
"""How high the list of what differs is at the least, in pixels at 100%: where there is no room the pane scrolls."""


class SheetPage(QWidget):
    """Two buttons; then, for a spreadsheet that is taken in, its columns, what differs, and what is ticked."""

    def __init__(self, context: Context, say: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._say = context, say
        self._committee: str | None = None
        self._path: Path | None = None
        self._sheets: tuple[Sheet, ...] = ()
        self._matching: Matching | None = None
        self.compared: Comparison | None = None
        self.circulation = DropDown()
        self.circulation.setAccessibleName(tr("For whom"))
        for each in (Circulation.MEMBERS, Circulation.PUBLIC, Circulation.RESTRICTED):
            self.circulation.addItem(f"{tr('For')} {tr(words.CIRCULATION_WORDS[each])}", each)
        out = button(tr("Save the tracker…"), self._ask_out, icon_name="file-export")
        back = button(tr("Take in a spreadsheet…"), self._ask_in, icon_name="file-import")
        self._said = label(
            tr("The tracker goes out as a spreadsheet (.xlsx) or as values (.csv). When it comes back, or when the "
               "council keeps its own, what differs is shown here first; nothing changes until you say so."), "soft",
        )  # fmt: skip
        self.columns: dict[Column, QComboBox] = {}
        self._form = QFormLayout()
        self._form.setSpacing(theme.px(6))
        self._matched = box(self._form)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("What differs"))
        self.tree.setHeaderLabels([tr("What"), tr("Here"), tr("In the spreadsheet"), tr("Found")])
        self.tree.setRootIsDecorated(True)
        self.tree.setUniformRowHeights(False)
        self.tree.setWordWrap(True)
        self.tree.setProperty("look", "list")
        self.tree.setMinimumHeight(theme.px(LEAST))
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.show_columns = button(tr("Columns…"), self._turn_columns, compact=True)
        self.again = button(tr("Compare with these columns"), self._rematch, compact=True)
        self.take = button(tr("Take in what is ticked"), self.do_take, primary=True)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, theme.px(10), 0, 0)
        lay.setSpacing(theme.px(10))
        lay.addWidget(flow([self.circulation, out, back], 10))
        lay.addWidget(self._said)
        lay.addWidget(self._matched)
        lay.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        lay.addWidget(self.tree, 1)
        lay.addWidget(flow([self.take, self.show_columns], 10))
        lay.addStretch(0)
        self._show_parts(there=False)

    def ask(self, committee: str | None) -> None:
        """The committee whose tracker is given out; None for all."""
        self._committee = committee

    def _show_parts(self, *, there: bool) -> None:
        for part in (self.tree, self.take, self.show_columns):
            part.setVisible(there)
        self._open_columns(open_=False)

    def _open_columns(self, *, open_: bool) -> None:
        self._matched.setVisible(open_)
        self.again.setVisible(open_)

    def _turn_columns(self) -> None:
        self._open_columns(open_=self._matched.isHidden())

    # --- out

    def _ask_out(self) -> None:
        name = f"{tr('Tracker')} {self._context.today()}.xlsx"
        forms = ";;".join((tr("Spreadsheet (*.xlsx)"), tr("Values (*.csv)")))
        dialog = QFileDialog(self, tr("Save the tracker"), name, forms)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the tracker to this file."""
        library, today, committee = self._context.library, self._context.today(), self._committee
        circulation = Circulation(self.circulation.currentData())
        self._context.jobs.long(
            self,
            tr("Writing the tracker"),
            lambda _report, _stop: trackers.write(
                library, path, today=today, committee=committee, circulation=circulation
            ),
            lambda done: self._written(path, *done),
        )

    def _written(self, path: Path, rows: int, left_out: dict[str, int]) -> None:
        said = [f"{words.count(rows, 'row', 'rows')} {tr('written to')} {path}."]
        said += [f"{tr('Left out:')} {count} ({why})." for why, count in left_out.items()]
        self._say(" ".join(said))

    # --- in

    def _ask_in(self) -> None:
        dialog = QFileDialog(self, tr("Take in a spreadsheet"), "", tr(KINDS))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.read(Path(path)))
        dialog.open()

    def read(self, path: Path) -> None:
        """Read a spreadsheet and show where it differs."""
        library = self._context.library

        def work(_report: object, _stop: object) -> tuple:
            sheets = tracker_columns.read(path)
            return sheets, *_compared(library, sheets, tracker_columns.match(library, sheets))

        self._path = path
        self._context.jobs.long(self, tr("Comparing the spreadsheet"), work, lambda found: self._fill(*found))

    def _fill(self, sheets: tuple[Sheet, ...], matching: Matching, compared: Comparison | None) -> None:
        self._sheets, self._matching, self.compared = sheets, matching, compared
        self._show_parts(there=True)
        self._fill_columns(matching)
        self.tree.clear()
        self.take.setEnabled(False)
        if compared is None:
            self._said.setText(tr("Which column says what was asked for? Choose it, and the others you know of."))
            self._open_columns(open_=True)
            return
        self._said.setText(_told(compared, self._path))
        usual = tracker_take.usual(compared)
        for row in compared.differing:
            parent = self._heading(row)
            for cell in row.cells:
                self._cell(parent, row, cell, ticked=(row.number, cell.column) in usual.cells)
        for row in compared.new:
            self._new(row, ticked=row.number in usual.rows)
        for row in compared.doubled:
            QTreeWidgetItem(self.tree, [f"{row.number}. {row.request}", "", "", tr("stands there twice")])
        for held in compared.missing:
            request = held.cells.get(Column.REQUEST, "")
            QTreeWidgetItem(self.tree, [f"{held.ref} {request}", "", "", tr("no longer there; it stays here")])
        self.tree.expandAll()
        self.take.setEnabled(bool(compared.differing or compared.new))
        QTimer.singleShot(0, self, lambda: keep_in_sight(self.tree, self.tree.rect()))

    def _fill_columns(self, matching: Matching) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self.columns = {}
        for ours in MATCHED:
            field = DropDown()
            field.setAccessibleName(f"{tr('Column for')} {tr(NAMES[ours])}")
            field.addItem(tr("is not there"), -1)
            for number, heading in enumerate(matching.headings):
                if heading:
                    field.addItem(heading, number)
            field.setCurrentIndex(max(field.findData(matching.columns.get(ours, -1)), 0))
            self.columns[ours] = field
        names = list(self.columns)
        for left, right in zip(names[::2], [*names[1::2], None], strict=False):
            line = [label(tr(NAMES[left]), "small", wrap=False), self.columns[left]]
            if right is not None:
                line += [label(tr(NAMES[right]), "small", wrap=False), self.columns[right]]
            self._form.addRow(flow(line, 8))

    def _heading(self, row: RowDifference) -> QTreeWidgetItem:
        assert row.ours is not None
        where = f"{row.ours.ref}, {tr('row')} {row.number}"
        how = f" ({tr('known by its words')})" if row.alike else ""
        said = f"{where}{how}: {row.ours.cells[Column.REQUEST]}"
        made = QTreeWidgetItem(self.tree, [said])
        made.setFirstColumnSpanned(True)
        made.setToolTip(0, said)
        return made

    def _cell(self, parent: QTreeWidgetItem, row: RowDifference, cell: CellDifference, *, ticked: bool) -> None:
        found = f"{tr(FOUND[cell.finding])}{': ' + tr(cell.why) if cell.why else ''}"
        if tracker_take.closes(row, cell):
            found += f" · {tr('closes it')}"
        made = QTreeWidgetItem(
            parent, [tr(NAMES[cell.column]), *(_plain(cell, text) for text in (cell.ours, cell.theirs)), found]
        )
        if cell.finding in tracker_take.MAY_BE_TAKEN:
            made.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            made.setData(0, CELL, (row.number, str(cell.column)))
        for column in (1, 2, 3):
            made.setToolTip(column, made.text(column))

    def _new(self, row: RowDifference, *, ticked: bool) -> None:
        made = QTreeWidgetItem(self.tree, [row.request or tr("no request"), "", f"{tr('row')} {row.number}", tr("new")])
        made.setToolTip(0, row.request)
        if row.request:
            made.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            made.setData(0, CELL, (row.number, ""))

    def _rematch(self) -> None:
        library, sheets, matching = self._context.library, self._sheets, self._matching
        columns = {ours: field.currentData() for ours, field in self.columns.items() if field.currentData() >= 0}
        if matching is not None:
            self._context.jobs.read(
                self,
                lambda: _compared(library, sheets, tracker_columns.rematch(library, matching, columns)),
                lambda found: self._fill(sheets, *found),
            )

    def choice(self) -> tracker_take.Choice:
        """What is ticked."""
        cells, rows = set(), set()
        for item in self._items():
            if item.data(0, CELL) is not None and item.checkState(0) is Qt.CheckState.Checked:
                number, column = item.data(0, CELL)
                if column:
                    cells.add((number, Column(column)))
                else:
                    rows.add(number)
        return tracker_take.Choice(frozenset(cells), frozenset(rows))

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount())]
        return [item for top in tops for item in (top, *(top.child(n) for n in range(top.childCount())))]

    def do_take(self) -> None:
        """Take what is ticked, as one step, and compare again."""
        library, path, sheets, compared = self._context.library, self._path, self._sheets, self.compared
        choice, today = self.choice(), self._context.today()
        if path is not None and compared is not None:
            self._context.jobs.write(
                self,
                lambda: tracker_take.take(library, path, sheets, compared, choice, today),
                lambda _change: self.read(path),
            )


NAMES = {
    Column.REF: "Ref",
    Column.REGISTER: "Register",
    Column.MEETING: "Meeting",
    Column.DATE: "Date",
    Column.MINUTE: "Minute",
    Column.ASKED_BY: "Asked by",
    Column.REQUEST: "Request",
    Column.OWNER: "Owner",
    Column.DUE: "Due",
    Column.PROGRESS: "Progress",
    Column.STATUS: "Status",
    Column.SOURCE: "Source",
}


def _plain(cell: CellDifference, text: str) -> str:
    """What a cell holds, a day as papers write it."""
    return words.day(text, "") if cell.column in (Column.DUE, Column.DATE) else text


def _compared(library, sheets: tuple[Sheet, ...], matching: Matching) -> tuple[Matching, Comparison | None]:  # noqa: ANN001 - the store's class
    if any(column not in matching.columns for column in NEEDED):
        return matching, None
    return matching, tracker_compare.compare(library, sheets, matching)


def _told(compared: Comparison, path: Path | None) -> str:
    parts = [
        words.count(compared.rows, "row", "rows"),
        f"{compared.same:,} {tr('the same')}",
        f"{len(compared.differing):,} {tr('differ')}",
        f"{len(compared.new):,} {tr('new')}",
        f"{len(compared.missing):,} {tr('no longer there')}",
        words.count(compared.conflicts, "conflict", "conflicts"),
    ]
    return f"{path.name if path else ''}: {', '.join(parts)}. {tr('Nothing is taken until you say so.')}"
