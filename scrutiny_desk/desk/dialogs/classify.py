"""Saying who may see a document or marked words; lowering it needs a reason, which the history keeps."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.parts import box, button, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.exemptions import ExemptList
from scrutiny_desk.domain.findings import Restriction
from scrutiny_desk.services import exempt_lists
from scrutiny_desk.services.documents import Under

NATION_WORDS = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern_ireland": "Northern Ireland",
}
SHOWN = 4
"""How many of the parts a paper holds back are listed; the text of it shows the rest."""

Keep = Callable[[Classification, str, Under], None]
"""What is done with the classification, the reason, and the paragraph of the law."""


class ClassifyDialog(QDialog):
    """`keep` is called with what was chosen. `held` are the parts of the paper that it says are held back; `nation` is
    the one whose list is offered first."""

    def __init__(
        self,
        parent: QWidget,
        present: Classification,
        keep: Keep,
        *,
        held: tuple[Restriction, ...] = (),
        nation: str = "England",
        passage: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Who may see it"))
        self._keep = keep
        self._lists = exempt_lists.lists()
        self.choice = _combo(tr("Who may see it"))
        for classification in Classification:
            self.choice.addItem(tr(words.CLASS_WORDS[classification]), classification)
        self.choice.setCurrentIndex(list(Classification).index(present))
        self.nation, self.paragraph = _combo(tr("Whose list of exempt information")), _combo(tr("Paragraph"))
        for each in self._lists:
            self.nation.addItem(tr(NATION_WORDS[each.nation]), each.nation)
        self.nation.setCurrentIndex(max(self.nation.findText(nation), 0))
        self.checked = label("", "plain-small")
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setPlaceholderText(tr("such as: published with the agenda"))
        self.reason.setMinimumWidth(theme.px(420))
        asked = tr("Who may see the marked words?") if passage else tr("Who may see this paper?")
        under = column(label(tr("Held back under"), "label"), self.nation, self.paragraph, self.checked, gap=6)
        self._under = box(under)
        done, leave = button(tr("Keep"), self._done, primary=True), button(tr("Cancel"), self.reject)
        done.setDefault(True)
        self.setLayout(
            column(
                label(asked, "heading"),
                label(tr("What is not classified, exempt or confidential goes into no public briefing."), "soft"),
                *_told(held), self.choice, self._under, label(tr("Reason (needed to open it up)"), "label"),
                self.reason, row(1, leave, done), gap=10, margin=20,
            )
        )  # fmt: skip
        self.nation.currentIndexChanged.connect(self._fill)
        self.choice.currentIndexChanged.connect(self._show)
        self._fill()
        self._show()

    def _level(self) -> Classification:
        return Classification(self.choice.currentData())

    def _list(self) -> ExemptList | None:
        return next((each for each in self._lists if each.nation == self.nation.currentData()), None)

    def _fill(self) -> None:
        """The paragraphs of the nation chosen, and how surely they were checked."""
        self.paragraph.clear()
        self.paragraph.addItem(tr("Paragraph not known"), None)
        if (held := self._list()) is None:
            return
        for one in held.paragraphs:
            self.paragraph.addItem(f"{one.number}: {tr(one.about)}", one.number)
        checked = tr(exempt_lists.CHECKED.get(held.verified, "not checked against the Act"))
        self.checked.setText(f"{held.schedule}; {tr('our own words')}, {checked}.")
        self.checked.setToolTip(held.note)

    def _show(self) -> None:
        self._under.setVisible(self._level() is Classification.EXEMPT)
        self.adjustSize()

    def _done(self) -> None:
        exempt = self._level() is Classification.EXEMPT
        paragraph = self.paragraph.currentData() if exempt else None
        under = Under(paragraph, self.nation.currentData() if paragraph else "")
        self._keep(self._level(), self.reason.text().strip(), under)
        self.accept()


def _combo(name: str) -> QComboBox:
    made = DropDown()
    made.setAccessibleName(name)
    made.setMinimumContentsLength(12)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def _told(held: tuple[Restriction, ...]) -> list[QLabel]:
    """What the paper itself says, a line a part."""
    if not held:
        return []
    made = [label(tr("What the paper says"), "label"), *(label(said_of(one), "plain-small") for one in held[:SHOWN])]
    if len(held) > SHOWN:
        made.append(label(f"{tr('and')} {words.count(len(held) - SHOWN, 'more part', 'more parts')}", "plain-small"))
    return made


def said_of(one: Restriction) -> str:
    """One part that is held back: which paragraphs of the paper, how, under what, and by which words."""
    where = tr("Paragraph") if one.first == one.last else tr("Paragraphs")
    numbers = f"{one.first + 1}" if one.first == one.last else f"{one.first + 1} {tr('to')} {one.last + 1}"
    parts = [f"{where} {numbers}: {tr(words.CLASS_WORDS[one.classification]).lower()}"]
    if told := exempt_lists.explained(one.paragraph, one.nation):
        parts.append(f"{tr('under')} {told}")
    if one.words:
        parts.append(f"{tr('by the words')} “{one.words[:90]}{'…' if len(one.words) > 90 else ''}”")
    return ", ".join(parts)
