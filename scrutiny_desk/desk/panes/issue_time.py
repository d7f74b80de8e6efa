"""An issue over time and across committees: a small chart, and each committee with what is outstanding there."""

from PySide6.QtWidgets import QFrame, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.over_time import committees, counted, spans, undated
from scrutiny_desk.desk.widgets.columns_chart import ColumnsChart
from scrutiny_desk.desk.widgets.parts import column, label
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.issues import Sitting

MOST = 4
"""How many committees are named; the table of questions, grouped by committee, has them all."""


class OverTime(QFrame):
    """Hidden until there is something to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.chart = ColumnsChart(tr("Questions on this issue over time"))
        self._heading, self._sum = label(tr("Over time"), "label"), label("", "small")
        self._where = label("", "small")
        self.setLayout(column(self._heading, self._sum, self.chart, self._where, gap=4, margin=12))
        self.hide()

    def show_sittings(self, sittings: tuple[Sitting, ...] | None) -> None:
        """Show what was asked when and where."""
        if sittings is None:
            return
        shown = spans(sittings)
        asked = sum(sitting.questions for sitting in sittings)
        owed = sum(sitting.outstanding for sitting in sittings)
        self._sum.setText(counted(asked, owed) + (f" ({tr('the full part of a column')})" if owed and shown else ""))
        self.chart.show_columns(shown)
        self.chart.setVisible(bool(shown))
        said = [f"{name}: {counted(number, still)}" for name, number, still in committees(sittings)]
        more = [f"{tr('and')} {words.count(len(said) - MOST, 'more committee', 'more committees')}"]
        lines = said if len(said) <= MOST else [*said[:MOST], *more]
        if without := undated(sittings):
            lines.append(f"{words.count(without, 'question', 'questions')} {tr('on a day that is not known')}")
        self._where.setText("\n".join(lines))
        self.setVisible(asked > 0)
