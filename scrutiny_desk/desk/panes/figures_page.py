"""The figures of the register as charts, each to be saved as a picture with the words that tell the same."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.chart_view import ChartView
from scrutiny_desk.desk.widgets.inspector import flow
from scrutiny_desk.desk.widgets.parts import button, card, clear, label, scrolled
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.charts import Chart
from scrutiny_desk.services import charts


class FiguresPage(QWidget):
    """A card for each chart. Names stand in order of the alphabet: these are counts, and no order of merit."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        inner = QWidget()
        self._cards = QVBoxLayout(inner)
        self._cards.setContentsMargins(0, theme.px(8), theme.px(8), theme.px(8))
        self._cards.setSpacing(theme.px(14))
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.addWidget(scrolled(inner))

    def ask(self, committee: str | None) -> None:
        """Count anew, for a committee or for all."""
        library, today = self._context.library, self._context.today()
        self._context.jobs.read(
            self, lambda: charts.charts(library, today=today, committee=committee), self._fill, key="charts"
        )

    def _fill(self, found: tuple[Chart, ...] | None) -> None:
        if found is None:
            return
        clear(self._cards)
        for chart in found:
            self._cards.addWidget(self._card(chart))
        self._cards.addStretch(1)

    def _card(self, chart: Chart) -> QFrame:
        if not any(value for bar in chart.bars for value in bar.values):
            return card(label(tr(chart.title), "heading"), label(tr("Nothing to count yet."), "soft"))
        view = ChartView(chart, lambda person: self._context.go(Place("witness", id=person)))
        picture = button(tr("Save as a picture…"), lambda: self._save(chart), icon_name="file-export", compact=True)
        said = button(tr("Copy the words"), lambda: QGuiApplication.clipboard().setText(chart.told), compact=True)
        said.setToolTip(tr("All that the chart shows, as the alternative text of the picture"))
        for made in (picture, said):
            made.setAccessibleName(f"{made.text()}: {chart.title}")
        return card(label(tr(chart.title), "heading"), view, label(chart.note, "small"), flow([picture, said]), gap=10)

    def _save(self, chart: Chart) -> None:
        dialog = QFileDialog(self, tr("Save as a picture"), f"{chart.title}.png", tr("Picture (*.png)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.fileSelected.connect(lambda path: self.save(chart, path))
        dialog.open()

    def save(self, chart: Chart, path: str) -> None:
        """Write the picture to this file."""
        self._context.jobs.read(self, lambda: charts.save(chart, Path(path)), lambda _done: None)
