"""Help, inside and searchable: what the program does, every key, and the accessibility statement."""

from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextBrowser, QWidget

from scrutiny_desk.desk import actions, helping
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.panes.base import Pane, header
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.beside import Beside
from scrutiny_desk.desk.widgets.choices import KEY, ChoiceList
from scrutiny_desk.desk.widgets.parts import card, leading_icon
from scrutiny_desk.desk.words import tr


class HelpPane(Pane):
    """Topics at the left, the one that is chosen at the right."""

    register = "help"
    inspects = False
    comfort = 560

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        head, _title, _under = header(
            tr("Help"), tr("How to do each thing, all keys, and how accessible the program is.")
        )
        self.body.addWidget(head)
        self.find = QLineEdit()
        self.find.setPlaceholderText(tr("Search Help"))
        self.find.setAccessibleName(tr("Search Help"))
        leading_icon(self.find, "search")
        self.topics = ChoiceList(tr("Topics"))
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(tr("Help text"))
        self.page.setProperty("look", "page")
        side = card(self.find, self.topics, margin=12)
        self.body.addWidget(Beside(side, card(self.page, margin=2), 260, 600), 1)
        self._all = helping.topics()
        self.find.textChanged.connect(self._filter)
        self.topics.picked.connect(self._show)
        self.topics.currentRowChanged.connect(lambda _n: self._show_current())
        self._filter("")

    def show_place(self, place: Place) -> None:
        """Show the topic the place names."""
        if place.words:
            self.find.clear()
            self.topics.light(place.words)
            self._show(place.words)

    def first_focus(self) -> QWidget:
        """The topics."""
        return self.topics

    def able(self) -> frozenset[str]:
        """Searching."""
        return frozenset({"filter"})

    def do_filter(self) -> None:
        """Go to the search field."""
        self.find.setFocus()

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        found = [t for t in self._all if all(word in (t.title + t.text).casefold() for word in wanted)]
        self.topics.blockSignals(True)
        self.topics.fill([(topic.name, tr(topic.title), "") for topic in found])
        self.topics.blockSignals(False)
        if found:
            self.topics.setCurrentRow(0)
            self._show(found[0].name)

    def _show_current(self) -> None:
        if (item := self.topics.currentItem()) is not None:
            self._show(item.data(KEY))

    def _show(self, name: object) -> None:
        topic = next((t for t in self._all if t.name == name), None)
        if topic is None:
            return
        self.page.document().setDocumentMargin(theme.px(28))
        self.page.setMarkdown(topic.text.replace("%KEYS%", _keys()))
        air = QTextBlockFormat()
        air.setBottomMargin(theme.px(8))
        air.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.page.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(air)


def _keys() -> str:
    lines = []
    for where in dict.fromkeys(deed.where for deed in actions.DEEDS):
        lines += [f"### {tr(where)}", "", f"| {tr('Keys')} | {tr('What they do')} |", "|---|---|"]
        lines += [f"| {actions.keys_of(d.name)} | {tr(d.words)} |" for d in actions.DEEDS if d.where == where]
        lines.append("")
    return "\n".join(lines)
