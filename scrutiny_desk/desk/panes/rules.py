"""The rules that corrections made, council by council, with how often the program is right there."""

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.panes.base import Pane, header
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.beside import Header
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.inspector import flow
from scrutiny_desk.desk.widgets.parts import button, card, clear, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.house_rules import KeptRule
from scrutiny_desk.services import house_rules, rule_trials, rule_words, teaching
from scrutiny_desk.services.teaching import HitRate

FILES = "House styles (*.toml)"
KINDS = {
    Kind.QUESTIONS: "questions",
    Kind.UNDERTAKINGS: "undertakings",
    Kind.DECISIONS: "decisions",
    Kind.ACTIONS: "actions",
}
Found = tuple[tuple[KeptRule, ...], list[HitRate]]


class RulesPane(Pane):
    """Each rule is switched on and off, or taken out; the suggestions in its papers follow, and undo takes it back."""

    register = "documents"
    inspects = False
    concerns = (Kind.RULES, Kind.QUESTIONS, Kind.UNDERTAKINGS, Kind.DECISIONS, Kind.ACTIONS, Kind.DOCUMENTS)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._hand_on = button(tr("Hand on as a file…"), self._write, icon_name="file-export")
        self._take = button(tr("Take in a file…"), self._read, icon_name="plus")
        told = tr("What your corrections taught the program. Your own words are never changed by a rule.")
        head, self._title, _under = header(tr("Rules from your corrections"), told, self._hand_on, self._take)
        self._said = label("", "soft")
        self._said.hide()
        inner = QWidget()
        self._lay = QVBoxLayout(inner)
        self._lay.setContentsMargins(0, 0, theme.px(12), 0)
        self._lay.setSpacing(theme.px(12))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        self.none = EmptyState(
            "checklist", tr("No rules yet"),
            tr("Correct, add or reject a finding while you review; the line above the paper then offers a rule of it."),
            (tr("Review what was found"), lambda: context.go(Place("review"))),
        )  # fmt: skip
        for part in (head, self._said):
            self.body.addWidget(part)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self.none, 1)
        self.none.hide()
        self.boxes: dict[int, QCheckBox] = {}
        self._arriving = False

    def show_place(self, _place: Place) -> None:
        """Fetch the rules and the rates."""
        self._said.hide()
        self._arriving = True
        self._fetch()

    def refresh(self, _change: Change) -> None:
        """Fetch them again."""
        self._fetch()

    def first_focus(self) -> QWidget:
        """The first rule's switch."""
        return next(iter(self.boxes.values()), self.none if self.none.isVisible() else self._take)

    def _fetch(self) -> None:
        library = self.context.library
        self.context.jobs.read(
            self, lambda: (house_rules.rules(library), teaching.hit_rates(library)), self._show, key="rules"
        )

    def _show(self, found: Found) -> None:
        rules, rates = found
        held = next((number for number, box in self.boxes.items() if box.hasFocus()), None)
        clear(self._lay)
        self.boxes = {}
        self._hand_on.setEnabled(bool(rules))
        self.none.setVisible(not rules and not rates)
        self._scroll.setVisible(bool(rules or rates))
        councils = {rule.rule.body or "": None for rule in rules} | {rate.body or "": None for rate in rates}
        for council in sorted(councils, key=str.casefold):
            own = [kept for kept in rules if (kept.rule.body or "") == council]
            self._lay.addWidget(self._council(council, own, [r for r in rates if (r.body or "") == council]))
        self._lay.addStretch(1)
        if held in self.boxes:
            self.boxes[held].setFocus()
        elif self._arriving:
            self.first_focus().setFocus()
        self._arriving = False

    def _council(self, council: str, rules: list[KeptRule], rates: list[HitRate]) -> QFrame:
        parts: list[QWidget | QLayout | int] = [label(council or tr("Council not known"), "heading")]
        parts += [label(_rate(rate), "plain-small") for rate in rates]
        if not rules:
            parts.append(label(tr("No rules yet for this council."), "soft"))
        for committee, group in groupby(sorted(rules, key=lambda kept: kept.rule.committee or ""), _committee):
            if committee:
                parts.append(label(f"{tr('Only')} {committee}", "label"))
            parts += [self._rule(kept) for kept in group]
        return card(*parts, gap=8)

    def _rule(self, kept: KeptRule) -> QLayout:
        sentence = kept.rule.sentence
        box = QCheckBox()
        box.setChecked(kept.active)
        box.setAccessibleName(sentence)
        box.setToolTip(tr("Switched on"))
        box.toggled.connect(lambda on: self._switch(kept.id, on))
        self.boxes[kept.id] = box
        told = label(replace(kept.rule, body=None, committee=None).sentence)
        told.setBuddy(box)
        deeds: list[QWidget] = []
        if kept.document_id is not None:
            place = Place("reader", id=kept.document_id, block=kept.block)
            deeds.append(self._deed(tr("What taught it"), sentence, lambda: self.context.go(place)))
        deeds.append(self._deed(tr("Take out"), sentence, lambda: self._remove(kept.id)))
        line = row(box, Header(told, flow(deeds, 4)), gap=8)
        line.setStretch(1, 1)
        line.setAlignment(box, Qt.AlignmentFlag.AlignTop)
        return line

    @staticmethod
    def _deed(words: str, sentence: str, act: Callable[[], object]) -> QWidget:
        made = button(words, act, compact=True, look="link")
        made.setAccessibleName(f"{words}: {sentence}")
        return made

    def _switch(self, rule_id: int, on: bool) -> None:
        library = self.context.library
        self.context.jobs.long(
            self,
            tr("Switching a rule on") if on else tr("Switching a rule off"),
            lambda _report, stop: rule_trials.switch(library, rule_id, on, cancelled=stop),
            lambda done: self._say(rule_words.followed(done[0])),
            failed=lambda _trouble: self._fetch(),
        )

    def _remove(self, rule_id: int) -> None:
        library = self.context.library
        self.context.jobs.long(
            self,
            tr("Taking a rule out"),
            lambda _report, stop: rule_trials.remove(library, rule_id, cancelled=stop),
            lambda done: self._say(rule_words.followed(done[0])),
        )

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()

    # --- handed on and taken in

    def _write(self) -> None:
        dialog = self._files(tr("Hand the rules on as a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile("rules.toml")
        dialog.fileSelected.connect(self.write_to)
        dialog.open()

    def write_to(self, path: str) -> None:
        """Write the rules to this file."""
        library = self.context.library
        self.context.jobs.read(
            self,
            lambda: house_rules.write_style(library, Path(path)),
            lambda done: self._say(rule_words.written(*done)),
        )

    def _read(self) -> None:
        dialog = self._files(tr("Take in a colleague's rules"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_in)
        dialog.open()

    def take_in(self, path: str) -> None:
        """Keep the rules of this file."""
        library = self.context.library
        self.context.jobs.write(
            self,
            lambda: house_rules.take_in(library, Path(path)),
            lambda done: self._say(rule_words.taken_in(done[0])),
        )

    def _files(self, heading: str) -> QFileDialog:
        dialog = QFileDialog(self.window(), heading, str(self.context.path.parent), tr(FILES))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog


def _committee(kept: KeptRule) -> str:
    return kept.rule.committee or ""


def _rate(rate: HitRate) -> str:
    """How often the program was right, in a sentence: of what it found, and of what there was to find."""
    seen = rate.confirmed + rate.corrected + rate.rejected
    told = f"{tr(KINDS[rate.kind]).capitalize()}: "
    told += f"{rate.confirmed} {tr('of')} {seen} {tr('you looked at were right as found')}"
    if rate.added:
        told += f"; {rate.added} {tr('it had missed')}"
    return told + "."
