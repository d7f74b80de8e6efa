"""The inspector at the right: where does this come from, why is it here, what can I do."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from scrutiny_desk.desk.actions import DEEDS, keys_of
from scrutiny_desk.desk.passages import Passage
from scrutiny_desk.desk.stories import Offered, Story, noted_words
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.flow import FlowLayout
from scrutiny_desk.desk.widgets.parts import box, button, chip, clear, column, grounded, label
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.notings import Noting
from scrutiny_desk.domain.questions import QuestionStatus

ANSWERED_LATER, PARTLY_ANSWERED = QuestionStatus.ANSWERED_LATER, QuestionStatus.PARTLY_ANSWERED


class Inspector(QWidget):
    """Shows a Story and under it, always in sight, what can be done.

    `asked` carries the name of a deed that was clicked, `passage_wanted` a Passage to open, `offer_taken` an Offer and
    the status the question then has, `offer_refused` an Offer that is no answer, `offer_keeps` an undertaking that
    was kept, `noted_settled` a noting and whether it is the same as what is told of.
    """

    asked = Signal(str)
    passage_wanted = Signal(object)
    offer_taken = Signal(object, object)
    offer_refused = Signal(object)
    offer_keeps = Signal(int)
    noted_settled = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        grounded(self._inner, "panel")
        self._lay = QVBoxLayout(self._inner)
        self._lay.setContentsMargins(*(theme.px(n) for n in (20, 18, 16, 18)))
        self._lay.setSpacing(theme.px(6))
        self._scroll.setWidget(self._inner)
        self._deeds: tuple[str, ...] = ()
        self._foot = QWidget()
        grounded(self._foot, "foot")
        self._foot_lay = QVBoxLayout(self._foot)
        self._foot_lay.setContentsMargins(*(theme.px(n) for n in (20, 10, 16, 12)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._foot)
        self.setAccessibleName(tr("Where it comes from"))
        self.say(tr("Nothing is chosen"), tr("Choose a row to see where it comes from and why it is here."))

    def say(self, heading: str, sentence: str) -> None:
        """Say that there is nothing to show, and why."""
        self._clear()
        self._lay.addWidget(label(heading, "label"))
        self._lay.addWidget(label(sentence, "soft"))
        self._lay.addStretch(1)

    def show_widget(self, widget: QWidget, foot: QWidget | None = None) -> None:
        """Show something of the pane's own, such as the form of a review, with `foot` always in sight."""
        self._clear()
        self._scroll.verticalScrollBar().setValue(0)
        self._lay.addWidget(widget, 1)
        self._stand(foot)

    def show_story(self, story: Story, deeds: Sequence[str] = ()) -> None:
        """Show a story, and the deeds that can be done with it; their buttons stay where they are the same ones."""
        same = bool(deeds) and tuple(deeds) == self._deeds
        self._clear(foot=not same)
        self._scroll.verticalScrollBar().setValue(0)
        self._add(label(story.heading, "label"), label(story.title, "strong"))
        self._lay.addWidget(flow([chip(text, tone) for text, tone in story.chips]))
        self._offers = QVBoxLayout()
        for number, passage in enumerate(story.passages):
            self._passage(passage, tr("The passage") if number == 0 else tr("The same, in another paper"))
            if number == 0:  # what was said comes first; what may answer it stands right under it
                self._lay.addLayout(self._offers)
        for one in story.seems_noted:
            self._lay.addWidget(self._seems_noted(one))
        for name, value in story.facts:
            self._section(name, label(value))
        if story.why:
            self._section(tr("Why the program thinks so"), label(story.why, "plain-small"))
        if story.issues:
            self._section(tr("Issues"), flow([issue_chip(name, colour) for name, colour in story.issues]))
        if story.notes:
            self._section(tr("Your notes"), label("\n".join(story.notes), "plain-small"))
        if story.history:
            self._section(tr("History"), label("\n".join(story.history), "plain-small"))
        self._lay.addStretch(1)
        if not same:
            self._stand(flow([self._deed(name) for name in deeds], lined_up=True) if deeds else None)
            self._deeds = tuple(deeds)

    def _stand(self, foot: QWidget | None) -> None:
        self._foot.setVisible(foot is not None)
        if foot is not None:
            self._foot_lay.addWidget(foot)

    def _clear(self, *, foot: bool = True) -> None:
        clear(self._lay)
        if foot:
            clear(self._foot_lay)
            self._foot.hide()
            self._deeds = ()

    def show_offers(self, offers: Sequence[Offered]) -> None:
        """Show what later papers seem to hold for the question that is told of: offered, never taken by itself."""
        clear(self._offers)
        for one in offers:
            if one.undertaking is not None:
                self._offers.addWidget(self._seems_kept(one, one.undertaking))
                continue
            heading = tr("Asked again") if one.repeats else tr("Seems to answer it")
            taking = []
            if not one.repeats:
                for words, status in ((tr("It answers it"), ANSWERED_LATER), (tr("In part"), PARTLY_ANSWERED)):
                    taking.append(self._taking(words, one, status))
            reader = self._opening(one)
            words = tr("It is another question") if one.repeats else tr("It does not answer it")
            none = button(words, lambda one=one: self.offer_refused.emit(one.offer), compact=True, look="link")
            none.setAccessibleName(f"{words}: {one.passage.where}")
            self._offers.addWidget(_notice(heading, one, [*taking, none, reader]))

    def _seems_kept(self, one: Offered, undertaking_id: int) -> QFrame:
        """A later passage that may show that an undertaking was kept: it is the person who says so."""
        kept = button(tr("It was kept"), lambda: self.offer_keeps.emit(undertaking_id), compact=True)
        kept.setAccessibleName(f"{tr('It was kept')}: {one.passage.where}")
        return _notice(tr("May show that it was kept"), one, [kept, self._opening(one)])

    def _opening(self, one: Offered) -> QWidget:
        reader = button(tr("Open"), lambda: self.passage_wanted.emit(one.passage), compact=True, look="link")
        reader.setAccessibleName(f"{tr('Open')}: {one.passage.where}")
        return reader

    def _seems_noted(self, one: Noting) -> QFrame:
        """What was noted live and seems to be the same: offered, never joined by itself."""
        same = button(tr("It is the same"), lambda: self.noted_settled.emit(one.id, True), compact=True)
        both = button(tr("Keep both"), lambda: self.noted_settled.emit(one.id, False), compact=True)
        made = QFrame()
        made.setProperty("look", "notice")
        heading = label(tr("You noted this at the meeting, it seems"), "strong")
        made.setLayout(column(heading, label(noted_words(one)), flow([same, both]), gap=4, margin=10))
        return made

    def _taking(self, words: str, one: Offered, status: QuestionStatus) -> QWidget:
        return button(words, lambda: self.offer_taken.emit(one.offer, status), compact=True)

    def _deed(self, name: str) -> QWidget:
        deed = next(deed for deed in DEEDS if deed.name == name)
        made = button(tr(deed.short or deed.words), lambda: self.asked.emit(name), key=keys_of(name), compact=True)
        made.setAccessibleName(tr(deed.words))
        return made

    def _passage(self, passage: Passage, heading: str) -> None:
        self._section(heading, label(passage.where, "small"))
        quote = QFrame()
        quote.setProperty("look", "quote")
        words = label(marked(passage.pieces), "serif", rich=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inner = column(words)
        inner.setContentsMargins(theme.px(12), theme.px(2), 0, theme.px(2))
        quote.setLayout(inner)
        self._lay.addWidget(quote)
        opener = button(tr("Open the passage"), lambda: self.passage_wanted.emit(passage), look="link", compact=True)
        opener.setAccessibleName(f"{tr('Open the passage')}: {passage.where}")
        self._lay.addWidget(box(column(opener)), 0, Qt.AlignmentFlag.AlignLeft)

    def _section(self, heading: str, *parts: QWidget) -> None:
        self._lay.addSpacing(theme.px(8))
        self._add(label(heading, "label"), *parts)

    def _add(self, *parts: QWidget) -> None:
        for part in parts:
            self._lay.addWidget(part)


def marked(pieces: Sequence[tuple[str, str]]) -> str:
    """Pieces of a passage as rich text, those with a role on its colour."""
    found = []
    for text, role in pieces:
        words = escape(text).replace("\t", " &nbsp; ")
        if role:
            ground, ink = getattr(theme.colours, role), theme.colours.mark_ink
            words = f'<span style="background-color:{ground};color:{ink}">{words}</span>'
        found.append(words)
    return f'<div style="line-height:108%">{"".join(found)}</div>'


def issue_chip(name: str, colour: str) -> QWidget:
    """An issue's name with its colour beside it."""
    made = label(f'<span style="color:{colour}">●</span> {escape(name)}', "chip", rich=True, wrap=False)
    made.setProperty("tone", "quiet")
    made.setAccessibleName(name)
    return made


def flow(parts: Sequence[QWidget], gap: int = 6, *, lined_up: bool = False) -> QWidget:
    """Parts side by side, wrapped into as many lines as they need; or `lined_up` in columns."""
    made = QWidget()
    lay = FlowLayout(made, theme.px(gap), lined_up=lined_up)
    for part in parts:
        lay.addWidget(part)
    return made


Act = Callable[[], None]


def _notice(heading: str, one: Offered, buttons: Sequence[QWidget]) -> QFrame:
    """An offered passage in its frame: where it stands, its words, why it is offered, what can be said of it."""
    made = QFrame()
    made.setProperty("look", "notice")
    made.setLayout(
        column(
            label(heading, "strong"), label(one.passage.where, "small"),
            label(marked(one.passage.pieces), "serif", rich=True),
            label(one.offer.reason, "plain-small"), flow(list(buttons)), gap=4, margin=10,
        )
    )  # fmt: skip
    return made
