"""A rule proposed from a correction: what it says, what it would change, and one button that keeps it."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.lesson_line import About, Listed
from scrutiny_desk.desk.widgets.parts import button, card, clear, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.services import rule_learning, rule_words
from scrutiny_desk.services.rule_learning import Proposal
from scrutiny_desk.services.rule_trials import Effect, Trial

WIDE, HIGH = 640, 560
SHOWN = 60


class RuleDialog(QDialog):
    """Works the rule out off the main thread, shows its trial, and keeps it when asked to; `kept` is called then."""

    def __init__(
        self, parent: QWidget, context: Context, about: About, kept: Callable[[], object] = lambda: None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Make a rule of your correction"))
        self._context, self._about, self._kept = context, about, kept
        self.proposal: Proposal | None = None
        self._left = False
        self.told = label("", "heading")
        self.standing = label("", "soft")
        self.standing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.told.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        inner = QWidget()
        self._lay = QVBoxLayout(inner)
        self._lay.setContentsMargins(0, 0, theme.px(8), 0)
        self._lay.setSpacing(theme.px(8))
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setAccessibleName(tr("What the rule would change"))
        self.scroll.setWidget(inner)
        self.committee = QCheckBox(tr("Only for this committee, not the whole council"))
        self.committee.toggled.connect(lambda _on: self._fetch())
        self.keep = button(tr("Keep this rule"), self.apply, primary=True)
        close = button(tr("Close"), self.reject)
        parts = (self.told, self.standing, self.committee, self.scroll, row(1, close, self.keep))
        self.setLayout(column(*parts, gap=10, margin=20))
        self.resize(theme.px(WIDE), min(theme.px(HIGH), parent.window().height() - theme.px(40)))
        self.finished.connect(self._leave)
        self._fetch()

    def _leave(self) -> None:
        self._left = True

    def _fetch(self) -> None:
        alone = self.committee.isChecked()
        self.keep.setEnabled(False)
        self.told.setText(tr("Looking for the rule, and trying it on your papers…"))
        self.standing.hide()
        clear(self._lay)
        self._context.jobs.read(
            self,
            lambda: self._propose(only_committee=alone),
            self._show,
            key="rule",
            patient=True,
        )

    def _propose(self, *, only_committee: bool) -> Proposal:
        library, about = self._context.library, self._about
        if isinstance(about, Listed):
            return rule_learning.propose_list(
                library, about.document_id, about.person_id, about.capacity,
                only_committee=only_committee, cancelled=lambda: self._left,
            )  # fmt: skip
        return rule_learning.propose(library, *about, only_committee=only_committee, cancelled=lambda: self._left)

    def _show(self, proposal: Proposal) -> None:
        self.proposal = proposal
        clear(self._lay)
        self.committee.setVisible(proposal.trial is not None or self.committee.isChecked())
        self.keep.setEnabled(proposal.trial is not None)
        if proposal.trial is None:
            self.told.setText(tr("No rule can be made of this"))
            self.standing.setText(f"{proposal.why_none} {tr('What you said of the finding itself is kept.')}")
            self.standing.show()
            self._only_told(True)
            return
        self._only_told(False)
        self.told.setText(proposal.trial.rule.sentence)
        self.standing.setText(rule_words.standing(proposal.trial))
        self.standing.show()
        self._against(proposal.trial)
        self._effects(proposal.trial)
        self._lay.addStretch(1)

    def _only_told(self, only: bool) -> None:
        """Where there is no rule there is nothing to look through, and nothing to keep."""
        for part in (self.scroll, self.keep):
            part.setVisible(not only)
        if only:
            self.resize(self.width(), self.layout().totalHeightForWidth(self.width()))

    def _against(self, trial: Trial) -> None:
        if not trial.against:
            return
        lines: list[QWidget] = [label(tr("Speaks against it"), "strong")]
        lines += [label(f"“{one.words[:200]}” {one.why}", "plain-small") for one in trial.against[:SHOWN]]
        warning = card(*lines, gap=4, margin=10)
        warning.setProperty("look", "warning")
        self._lay.addWidget(warning)

    def _effects(self, trial: Trial) -> None:
        for what, heading in rule_words.DOES.items():
            group = [effect for effect in trial.effects if effect.step.what == what]
            if group:
                self._lay.addWidget(label(f"{tr(heading)} ({len(group)})", "label"))
            for effect in group[:SHOWN]:
                self._lay.addWidget(_line(effect))
            if len(group) > SHOWN:
                self._lay.addWidget(label(f"{tr('and')} {len(group) - SHOWN} {tr('more')}", "small"))
        nothing = tr("It would change nothing else that is in the library now.")
        self._lay.addWidget(label(tr(rule_words.LEFT) if trial.effects else nothing, "soft"))

    def apply(self) -> None:
        """Keep the rule; its suggestions follow, in one step."""
        library, proposal = self._context.library, self.proposal
        if proposal is not None and proposal.trial is not None:
            self.keep.setEnabled(False)
            self._context.jobs.write(self, lambda: rule_learning.keep(library, proposal), lambda _done: self._done())

    def _done(self) -> None:
        self._kept()
        self.accept()


def _line(effect: Effect) -> QLabel:
    told = f"“{escape(effect.step.words[:200])}”<br>{escape(effect.paper)}{escape(rule_words.differing(effect))}"
    return label(told, "plain-small", rich=True)
