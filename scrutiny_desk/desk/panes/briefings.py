"""Briefings: choose what about and for whom, see the page, export it to Word, open it."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QFrame, QPushButton, QTextBrowser, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.actions import keys_of
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.panes.base import Pane, header
from scrutiny_desk.desk.panes.offers import offers
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.beside import Beside
from scrutiny_desk.desk.widgets.briefing_page import changes, page
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.note_head import NoteHead
from scrutiny_desk.desk.widgets.parts import box, button, card, column, label, scrolled
from scrutiny_desk.desk.widgets.section_list import SectionList
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.briefing import Briefing, BriefingKind
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import briefing, drafts, house_templates

ABOUT = {"meeting": "Meeting", "witness": "Witness", "issue": "Issue"}


class BriefingsPane(Pane):
    """The choices at the left, the page at the right; nothing is written until Export is asked for."""

    register = "briefings"
    concerns = tuple(kind for kind in Kind if kind is not Kind.RULES)
    inspects = False
    comfort = short_comfort = 560

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._briefing: Briefing | None = None
        self._shown: briefing.Scope | None = None
        self._wanted: tuple[str, int] | None = None
        self._after = ""
        self._facts: tuple[briefing.Scope, str, Briefing] | None = None
        self._age = 0
        self.export = button(tr("Export to Word…"), self.do_export, key=keys_of("export"))
        self.export_open = button(tr("Export and open"), lambda: self._ask_file(open_it=True), primary=True)
        self.packs = button(tr("Committee packs"), lambda: self.context.go(Place("packs")))
        head, self._title, self._under = header(tr("Briefings"), " ", self.packs, self.export, self.export_open)
        self._under.setVisible(True)
        self.body.addWidget(head)
        self._make_choices()
        self._choices = self._choice_card()
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(tr("The briefing as it will be"))
        self.page.setProperty("look", "page")
        self.page.setMinimumWidth(theme.px(260))
        sheet = card(self.page, margin=2)
        self.body.addWidget(Beside(self._choices, sheet, 300, 660), 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(60)
        self._pause.timeout.connect(self._gather)
        for combo in (self.kind, *self.about.values(), self.committee, self.circulation):
            combo.currentIndexChanged.connect(lambda _n: self._fit())
        self.notes.toggled.connect(lambda _on: self._pause.start())
        self.sections.arranged.connect(self._arrange)
        self.head.named.connect(self._name)
        self.head.detailed.connect(self._detail)
        self.sources.currentIndexChanged.connect(lambda _n: self._pause.start())
        self.final.clicked.connect(self._finish)
        self._fit()

    def _make_choices(self) -> None:
        self.kind = self._combo(tr("Kind of briefing"))
        for kind in BriefingKind:
            self.kind.addItem(tr(words.BRIEFING_WORDS[kind]), kind)
        self.about: dict[str, QComboBox] = {name: self._combo(tr(said)) for name, said in ABOUT.items()}
        self._about_labels = {name: label(tr(said), "label") for name, said in ABOUT.items()}
        self.committee = self._combo(tr("Committee"))
        self._committee_label = label(tr("Committee"), "label")
        self.circulation = self._combo(tr("For whom"))
        for circulation in Circulation:
            said = words.CIRCULATION_WORDS[circulation]
            self.circulation.addItem(tr(said[:1].upper() + said[1:]), circulation)
        usual = Circulation(self.context.settings["circulation"])
        self.circulation.setCurrentIndex(list(Circulation).index(usual))
        self.sources = self._combo(tr("Sources as"))
        self.sources.addItem(tr("In brackets"), False)
        self.sources.addItem(tr("Footnotes"), True)
        self.head = NoteHead()
        self.template = button(tr("House template…"), lambda: self.context.go(Place("template")), compact=True)
        self.changed = QPushButton(tr("Show what has changed"))
        self.changed.setCheckable(True)
        self.changed.toggled.connect(lambda _on: self._pause.start())
        self.changed.hide()
        self.final = QCheckBox(tr("Final, no longer a draft"))
        self.sections = SectionList()
        self.notes = QCheckBox(tr("With your private notes"))
        self._left_out = QFrame()
        self._left_out.setProperty("look", "warning")
        self._left_out_words = label("")
        self._left_out.setLayout(column(self._left_out_words, margin=10))
        self._left_out.hide()

    def _combo(self, name: str) -> QComboBox:
        made = DropDown()
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(16)
        return made

    def _choice_card(self) -> QWidget:
        inner = column(label(tr("Kind of briefing"), "label"), self.kind, gap=6)
        for name, combo in self.about.items():
            inner.addWidget(self._about_labels[name])
            inner.addWidget(combo)
        for part in (
            self._committee_label,
            self.committee,
            label(tr("For whom"), "label"),
            self.circulation,
            self.notes,
            self._left_out,
            self.changed,
            self.head,
            self.sections,
            label(tr("Sources as"), "label"),
            self.sources,
            self.template,
            self.final,
        ):
            inner.addWidget(part)
        inner.addStretch(1)
        scroll = scrolled(box(inner))
        return card(scroll, margin=14)

    # --- showing

    def show_place(self, place: Place) -> None:
        """Offer what there is to brief about; the place may say which (`tab` names the kind, `id` the thing)."""
        if place.tab:
            kind = BriefingKind(place.tab)
            self._wanted = (briefing.needs(kind) or place.words, place.id or 0)
            self.kind.setCurrentIndex(list(BriefingKind).index(kind))
        self._forget()
        library = self.context.library
        self.context.jobs.read(self, lambda: offers(library), self._offer, key="briefing-offers")

    def refresh(self, change: Change) -> None:
        """The facts may differ: gather them again; only the page follows where somebody wrote in a draft."""
        if set(change.touched) <= {Kind.DRAFTS}:
            self._pause.start()
            return
        self._forget()
        if self.isVisible():
            self.show_place(Place("briefings"))

    def _forget(self) -> None:
        """Facts gathered so far, or on their way, are used no more."""
        self._facts, self._age = None, self._age + 1

    def first_focus(self) -> QWidget:
        """The kind."""
        return self.kind

    def _offer(self, offers: dict[str, list[tuple[object, str]]]) -> None:
        for name, combo in (*self.about.items(), ("committee", self.committee)):
            kept = combo.currentData()
            if self._wanted is not None and self._wanted[0] == name:
                kept = self._wanted[1]
            combo.blockSignals(True)
            combo.clear()
            if name == "committee":
                combo.addItem(tr("All committees"), None)
            for key, said in offers[name]:
                combo.addItem(said, key)
            combo.setCurrentIndex(max(combo.findData(kept), 0))
            combo.blockSignals(False)
        self._wanted = None
        self._fit()

    def _fit(self) -> None:
        self.leave()
        self._after = ""
        kind: BriefingKind = self.kind.currentData()
        needed = briefing.needs(kind)
        for name, combo in self.about.items():
            combo.setVisible(name == needed)
            self._about_labels[name].setVisible(name == needed)
        whole = kind in (BriefingKind.OUTSTANDING, BriefingKind.QUESTION_PLAN, BriefingKind.TRACKER)
        self.committee.setVisible(whole)
        self._committee_label.setVisible(whole)
        self._pause.start()

    def _scope(self) -> briefing.Scope:
        kind: BriefingKind = self.kind.currentData()
        needed = briefing.needs(kind)
        chosen = {needed: self.about[needed].currentData()} if needed else {}
        committee = self.committee.currentData() if self.committee.isVisibleTo(self) else None
        return briefing.Scope(
            kind=kind,
            committee=committee,
            circulation=self.circulation.currentData(),
            with_notes=self.notes.isChecked(),
            **chosen,
        )

    def _gather(self) -> None:
        library, scope, today = self.context.library, self._scope(), self.context.today()
        needed = briefing.needs(scope.kind)
        if needed and getattr(scope, needed) is None:
            self._none(Trouble(tr("There is nothing to brief about yet."), tr("Import papers first.")))
            return
        footnotes, age = self.sources.currentData(), self._age
        held = self._facts[2] if self._facts and self._facts[:2] == (scope, today) else None

        def work() -> tuple[briefing.Scope, drafts.Opened, str]:
            opened = drafts.opened(library, scope, today=today, gathered=held)
            return scope, opened, page(opened.briefing, footnotes=footnotes)

        def show(found: tuple[briefing.Scope, drafts.Opened, str]) -> None:
            facts = found[1].gathered
            self._facts = (scope, today, facts) if facts and age == self._age else None
            self._show(found)

        self.context.jobs.read(self, work, show, key="briefing", failed=self._none)

    def _none(self, trouble: Trouble) -> None:
        self._briefing = None
        self._under.setText(f"{trouble.sentence} {trouble.remedy}")
        self.page.setHtml("")
        for part in (self.export, self.export_open):
            part.setEnabled(False)
        self._left_out.hide()
        self.abilities.emit()

    def _show(self, found: tuple[briefing.Scope, drafts.Opened, str]) -> None:
        self._shown, opened, shown = found
        made = self._briefing = opened.briefing
        self._title.setText(made.title)
        said = tr(words.CIRCULATION_WORDS[made.circulation])
        self._under.setText(" · ".join(filter(None, (_standing(opened, said), self._after))))
        self.head.show_head(opened.draft.title, opened.usual_title, opened.draft.details)
        self.sections.show_sections(opened.sections)
        self.changed.setVisible(bool(opened.difference.count))
        if self.changed.isChecked() and opened.difference.count:
            shown = changes(opened.difference)
        self.final.setChecked(not made.draft)
        self.page.document().setDocumentMargin(theme.px(28))
        at = self.page.verticalScrollBar().value()
        self.page.setHtml(shown)
        self.page.verticalScrollBar().setValue(at)
        for part in (self.export, self.export_open):
            part.setEnabled(True)
        left = sum(made.left_out.values())
        self._left_out.setVisible(bool(left))
        if left:
            kinds = ", ".join(f"{number} {name}" for name, number in made.left_out.items())
            self._left_out_words.setText(
                f"{words.count(left, 'passage left out', 'passages left out')}: {kinds}. "
                f"{tr('They may not go to')} {said}."
            )
        self.abilities.emit()

    # --- arranging

    def _written_in(self) -> briefing.Scope:
        """The briefing whose words are on the screen: what is typed is that one's, whatever is chosen meanwhile."""
        return self._shown or self._scope()

    def _arrange(self) -> None:
        library, scope, wanted = self.context.library, self._written_in(), self.sections.sections()
        self.context.jobs.write(self, lambda: drafts.arrange(library, scope, wanted))

    def _name(self, title: str) -> None:
        library, scope = self.context.library, self._written_in()
        self.context.jobs.write(self, lambda: drafts.name(library, scope, title))

    def _detail(self, details: tuple[tuple[str, str], ...]) -> None:
        library, scope = self.context.library, self._written_in()
        self.context.jobs.write(self, lambda: drafts.detail(library, scope, details))

    def _finish(self, final: bool) -> None:
        library, scope = self.context.library, self._written_in()
        self.context.jobs.write(self, lambda: drafts.finish(library, scope, final=final))

    def leave(self) -> None:
        """Keep what was typed last."""
        self.head.keep()
        self.sections.keep()

    # --- exporting

    def able(self) -> frozenset[str]:
        """Exporting, once there is something to export."""
        return frozenset({"export"}) if self._briefing is not None else frozenset()

    def do_export(self) -> None:
        """Ask where to, and write it."""
        self._ask_file(open_it=False)

    def _ask_file(self, *, open_it: bool) -> None:
        if self._briefing is None:
            return
        folder = self.context.settings["briefings_folder"] or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        name = "".join(c for c in self._briefing.title if c.isalnum() or c in " -,") + f" {date.today():%Y-%m-%d}.docx"
        forms = ";;".join(
            (tr("Word document (*.docx)"), tr("PDF (*.pdf)"), tr("Web page (*.html)"), tr("Text (*.txt)"))
        )
        dialog = QFileDialog(self, tr("Export to Word"), str(Path(folder) / name), forms)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("docx")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self.write(Path(path), open_it=open_it))
        dialog.open()

    def write(self, path: Path, *, open_it: bool = False) -> None:
        """Write the briefing to this file, and open it."""
        library, scope, today = self.context.library, self._scope(), self.context.today()
        held = self.context.settings["briefing_template"]
        template = Path(held) if held else None
        chosen = house_templates.mapping_of(self.context.settings["template_styles"], template)
        look = drafts.Look(template, footnotes=self.sources.currentData(), mapping=chosen)
        now = datetime.now().isoformat(timespec="seconds")
        self.head.keep()
        self.sections.keep()
        self.context.jobs.long(
            self,
            tr("Writing the briefing"),
            lambda _report, _cancelled: drafts.write(library, scope, path, today=today, now=now, look=look),
            lambda result: self._written(path, result[0], open_it=open_it),
        )

    def _written(self, path: Path, written: drafts.Written, *, open_it: bool) -> None:
        said = [f"{tr('Exported to')} {path}."]
        if written.broken_rules:
            said += [tr("The file breaks rules on accessible documents:"), *written.broken_rules]
        self._after = " ".join(said)
        self._pause.start()
        if open_it:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _standing(opened: drafts.Opened, said: str) -> str:
    """Where the briefing stands: for whom, when it last went out, and how many facts have changed since."""
    stage = tr("Draft for") if opened.briefing.draft else tr("Final, for")
    parts = [f"{stage} {said}"]
    if opened.draft.exported_at:
        parts.append(f"{tr('last exported')} {words.day(opened.draft.exported_at)}")
        changed = opened.difference.count
        parts.append(
            words.count(changed, "fact has changed since", "facts have changed since")
            if changed
            else tr("no fact has changed since")
        )
    else:
        parts.append(tr("every line leads to its source"))
    return " · ".join(parts)
