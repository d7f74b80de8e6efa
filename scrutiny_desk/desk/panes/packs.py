"""Committee packs: briefings and papers in agenda order, to go out as one Word file or one PDF."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QTextBrowser,
    QWidget,
)

from scrutiny_desk.desk import words
from scrutiny_desk.desk.actions import keys_of
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.panes.base import Pane, header
from scrutiny_desk.desk.panes.offers import offers, papers
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.beside import Beside
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.parts import box, button, card, column, label, row, scrolled
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.agenda_packs import AgendaPack, PackPaper
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.work import Progress
from scrutiny_desk.services import agenda_packs, briefing, house_templates

PAUSE = 400
"""Milliseconds after the last key before a pack's name is kept."""


class PacksPane(Pane):
    """The pack and what may be added to it at the left, its list of contents at the right."""

    register = "briefings"
    concerns = (Kind.DRAFTS, Kind.DOCUMENTS)
    inspects = False
    comfort = short_comfort = 620

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._packs: tuple[AgendaPack, ...] = ()
        self._offers: dict[str, list[tuple[object, str]]] = {}
        self._wanted: int | None = None
        self._after = ""
        self.back = button(tr("Back to briefings"), lambda: self.context.go(Place("briefings")))
        self.export = button(tr("Export pack…"), self.do_export, primary=True, key=keys_of("export"))
        sentence = tr("Briefings and papers in agenda order, as one file with contents and page numbers.")
        head, _title, self._under = header(tr("Committee packs"), sentence, self.back, self.export)
        self.body.addWidget(head)
        self._make_fields()
        self.contents = QTextBrowser()
        self.contents.setOpenLinks(False)
        self.contents.setAccessibleName(tr("What the pack will hold"))
        self.contents.setProperty("look", "page")
        self.contents.setMinimumWidth(theme.px(260))
        self.body.addWidget(Beside(self._card(), card(self.contents, margin=2), 340, 720), 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._rename)

    # --- putting it together

    def _make_fields(self) -> None:
        self.pack = _combo(tr("Pack"))
        self.pack.activated.connect(lambda _n: self._show_pack())
        self.new = button(tr("New pack"), self.make_pack, compact=True)
        self.drop = button(tr("Remove pack"), self._drop_pack, compact=True)
        self.title = QLineEdit()
        self.title.setAccessibleName(tr("Name of the pack"))
        self.title.textEdited.connect(lambda _text: self._pause.start())
        self.circulation = _combo(tr("For whom"))
        for circulation in Circulation:
            said = words.CIRCULATION_WORDS[circulation]
            self.circulation.addItem(tr(said[:1].upper() + said[1:]), circulation)
        self.circulation.activated.connect(lambda _n: self._change(circulation=self.circulation.currentData()))
        self.papers = QListWidget()
        self.papers.setAccessibleName(tr("Papers in order"))
        self.papers.setProperty("look", "list")
        self.papers.setMinimumHeight(theme.px(150))
        self.papers.setWordWrap(True)
        self.papers.setSpacing(theme.px(3))
        self.papers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.up = button(tr("Up"), lambda: self.move(-1), compact=True)
        self.down = button(tr("Down"), lambda: self.move(1), compact=True)
        self.take_out = button(tr("Take out"), self.take_paper_out, compact=True)
        self.meeting = _combo(tr("Meeting"))
        self.kind = _combo(tr("Kind of briefing"))
        for kind in BriefingKind:
            self.kind.addItem(tr(words.BRIEFING_WORDS[kind]), kind)
        self.kind.currentIndexChanged.connect(lambda _n: self._fit())
        self.about = _combo(tr("What the briefing is about"))
        self.document = _combo(tr("Paper of the library"))

    def _card(self) -> QWidget:
        self._of_pack = box(
            column(
                label(tr("Name of the pack"), "label"),
                self.title,
                label(tr("For whom"), "label"),
                self.circulation,
                label(tr("Papers in order"), "label"),
                self.papers,
                row(self.up, self.down, self.take_out, 1),
                label(tr("Add all papers of a meeting"), "label"),
                self.meeting,
                row(button(tr("Add its papers"), self.add_meeting, compact=True), 1),
                label(tr("Add a briefing"), "label"),
                self.kind,
                self.about,
                row(button(tr("Add briefing"), self.add_briefing, compact=True), 1),
                label(tr("Add a paper"), "label"),
                self.document,
                row(button(tr("Add paper"), self.add_document, compact=True), 1),
                gap=6,
            )
        )
        inner = column(label(tr("Pack"), "label"), self.pack, row(self.new, self.drop, 1), self._of_pack, 1, gap=6)
        scroll = scrolled(box(inner))
        return card(scroll, margin=14)

    # --- showing

    def show_place(self, _place: Place) -> None:
        """Fetch the packs and what there is to add."""
        library = self.context.library
        self.context.jobs.read(
            self,
            lambda: (agenda_packs.everything(library), offers(library), papers(library)),
            self._offer,
            key="pack-offers",
        )

    def refresh(self, _change: Change) -> None:
        """A pack or what stands in it may differ."""
        if self.isVisible():
            self.show_place(Place("packs"))

    def first_focus(self) -> QWidget:
        """The packs, or where the first is made."""
        return self.pack if self._packs else self.new

    def _offer(self, found: tuple) -> None:
        self._packs, self._offers, held = found
        _fill(self.pack, [(pack.id, pack.title) for pack in self._packs])
        if self._wanted is not None:
            self.pack.setCurrentIndex(max(self.pack.findData(self._wanted), 0))
            self._wanted = None
        _fill(self.meeting, self._offers["meeting"])
        _fill(self.document, held)
        self._fit()
        self._show_pack()

    def _fit(self) -> None:
        """Offer what the kind of briefing may be about."""
        needed = briefing.needs(self.kind.currentData())
        choices = self._offers[needed or "committee"]
        _fill(self.about, choices if needed else [(None, tr("All committees")), *choices])

    @property
    def chosen(self) -> AgendaPack | None:
        """The pack that is shown."""
        return next((pack for pack in self._packs if pack.id == self.pack.currentData()), None)

    def _show_pack(self) -> None:
        pack = self.chosen
        self._of_pack.setVisible(pack is not None)
        self.pack.setVisible(bool(self._packs))
        self.drop.setEnabled(pack is not None)
        self.export.setEnabled(pack is not None and bool(pack.papers))
        self.abilities.emit()
        if pack is None:
            self.contents.setHtml(f"<p>{tr('Make a pack, then add the papers of a meeting and your briefings.')}</p>")
            return
        if not self._pause.isActive():
            self.title.setText(pack.title)
            self.title.setCursorPosition(0)
        self.circulation.setCurrentIndex(list(Circulation).index(pack.circulation))
        library, today = self.context.library, self.context.today()
        self.context.jobs.read(
            self,
            lambda: (
                agenda_packs.named(pack.papers, library, today, pack.circulation),
                agenda_packs.gathered(library, pack, today=today),
            ),
            self._list,
            key="pack",
        )

    def _list(self, found: tuple[tuple[str, ...], agenda_packs.Gathered]) -> None:
        named, held = found
        at = self.papers.currentRow()
        self.papers.clear()
        self.papers.addItems(named)
        self.papers.setCurrentRow(min(max(at, 0), len(named) - 1))
        for part in (self.up, self.down, self.take_out):
            part.setEnabled(bool(named))
        self._under.setText(self._after or tr("Briefings and papers in agenda order, as one file."))
        self.contents.document().setDocumentMargin(theme.px(28))
        self.contents.setHtml(_contents(named, held))

    # --- changing

    def make_pack(self) -> None:
        """Make an empty pack, to be named after the next meeting."""
        library, circulation = self.context.library, Circulation(self.context.settings["circulation"])
        name = next((said for _, said in self._offers["meeting"]), tr("Committee pack"))
        self.context.jobs.write(
            self, lambda: agenda_packs.add(library, name, circulation), lambda made: self._choose(made[0])
        )

    def _choose(self, pack_id: int) -> None:
        """Show this pack once it has been fetched."""
        self._wanted = pack_id
        self.show_place(Place("packs"))

    def _drop_pack(self) -> None:
        library, pack = self.context.library, self.chosen
        if pack is not None:
            self.context.jobs.write(self, lambda: agenda_packs.remove(library, pack.id))

    def _rename(self) -> None:
        if self.title.text().strip():
            self._change(title=self.title.text())

    def _change(self, **what: object) -> None:
        library, pack = self.context.library, self.chosen
        if pack is not None:
            wanted = replace(pack, **what)
            self._packs = tuple(wanted if one.id == wanted.id else one for one in self._packs)
            self.context.jobs.write(self, lambda: agenda_packs.keep(library, wanted))

    def move(self, by: int) -> None:
        """Move the chosen paper up (-1) or down (1)."""
        pack, at = self.chosen, self.papers.currentRow()
        if pack is None or at < 0 or not 0 <= at + by < len(pack.papers):
            return
        order = list(pack.papers)
        order.insert(at + by, order.pop(at))
        self.papers.setCurrentRow(at + by)
        self._change(papers=tuple(order))

    def take_paper_out(self) -> None:
        """Take the chosen paper out of the pack."""
        pack, at = self.chosen, self.papers.currentRow()
        if pack is not None and at >= 0:
            self._change(papers=(*pack.papers[:at], *pack.papers[at + 1 :]))

    def _add(self, more: Sequence[PackPaper]) -> None:
        pack = self.chosen
        if pack is not None:
            self._change(papers=(*pack.papers, *(paper for paper in more if paper not in pack.papers)))

    def add_meeting(self) -> None:
        """Add every paper of the chosen meeting, in agenda order."""
        library, meeting = self.context.library, self.meeting.currentData()
        if meeting is not None:
            self.context.jobs.read(self, lambda: agenda_packs.papers_of(library, meeting), self._add)

    def add_briefing(self) -> None:
        """Add the chosen briefing."""
        kind: BriefingKind = self.kind.currentData()
        needed = briefing.needs(kind)
        about = self.about.currentData()
        if needed is None or about is not None:
            self._add((PackPaper(briefing=kind, **{needed or "committee": about}),))

    def add_document(self) -> None:
        """Add the chosen paper."""
        if self.document.currentData() is not None:
            self._add((PackPaper(document=self.document.currentData()),))

    # --- exporting

    def able(self) -> frozenset[str]:
        """Exporting, once there is something to export."""
        return frozenset({"export"}) if self.export.isEnabled() else frozenset()

    def do_export(self) -> None:
        """Ask where to, and write it."""
        pack = self.chosen
        if pack is None:
            return
        folder = self.context.settings["briefings_folder"] or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        name = "".join(c for c in pack.title if c.isalnum() or c in " -,")
        name += f" {pack.circulation}.docx" if pack.circulation is Circulation.RESTRICTED else ".docx"
        forms = ";;".join((tr("Word document (*.docx)"), tr("PDF (*.pdf)")))
        dialog = QFileDialog(self, tr("Export pack"), str(Path(folder) / name), forms)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("docx")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self.write(Path(path), open_it=True))
        dialog.open()

    def write(self, path: Path, *, open_it: bool = False) -> None:
        """Write the pack to this file, and open it."""
        pack, library, today = self.chosen, self.context.library, self.context.today()
        if pack is None:
            return
        held = self.context.settings["briefing_template"]
        template = Path(held) if held else None
        chosen = house_templates.mapping_of(self.context.settings["template_styles"], template)
        look = agenda_packs.Look(template, footnotes=True, mapping=chosen)

        def work(report, _cancelled):  # noqa: ANN001 - as jobs gives them
            def told(done: int, total: int, name: str) -> None:
                report(Progress(done, total, tr("Writing the pack"), name))

            return agenda_packs.write(library, pack, path, today=today, look=look, told=told)

        self.context.jobs.long(
            self, tr("Writing the pack"), work, lambda result: self._written(path, result, open_it=open_it)
        )

    def _written(self, path: Path, written: agenda_packs.Written, *, open_it: bool) -> None:
        said = [f"{tr('Exported to')} {path}."]
        if written.broken_rules:
            said += [tr("The file breaks rules on accessible documents:"), *written.broken_rules]
        self._after = " ".join(said)
        self._under.setText(self._after)
        if open_it:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _combo(name: str) -> QComboBox:
    made = DropDown()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(16)
    return made


def _fill(combo: QComboBox, choices: Sequence[tuple[object, str]]) -> None:
    kept = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    for key, said in choices:
        combo.addItem(said, key)
    combo.setCurrentIndex(max(combo.findData(kept), 0))
    combo.blockSignals(False)


def _contents(named: Sequence[str], held: agenda_packs.Gathered) -> str:
    """The list of contents, and what may not go to those the pack is for."""
    pack = held.pack
    parts = [f"<h1>{escape(pack.title)}</h1>", f"<p>{escape(tr('For'))} {escape(_for(pack.circulation))}</p>"]
    parts.append(f"<h2>{escape(tr('Contents'))}</h2>")
    if not named:
        parts.append(f"<p>{escape(tr('No paper yet.'))}</p>")
    for number, (name, goes) in enumerate(zip(named, held.names, strict=True), 1):
        out = "" if goes else f" <i>({escape(tr('left out: it may not go to'))} {escape(_for(pack.circulation))})</i>"
        parts.append(f"<p>{number}. {escape(name)}{out}</p>")
    if held.left_out:
        said = "; ".join(f"{count} {reason}" for reason, count in held.left_out.items())
        parts.append(f"<h2>{escape(tr('Passages left out'))}</h2><p>{escape(said)}</p>")
    return "".join(parts)


def _for(circulation: Circulation) -> str:
    return tr(words.CIRCULATION_WORDS[circulation])
