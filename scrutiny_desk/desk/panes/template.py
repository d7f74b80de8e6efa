"""The council's Word template: which file it is, and which of its styles serves for what."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QScrollArea, QWidget

from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.panes.base import Pane, header
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.parts import box, button, card, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import house_templates
from scrutiny_desk.services.house_templates import RoleStyle


class TemplatePane(Pane):
    """A choice is in force, and kept for this template, as soon as it is made."""

    register = "briefings"
    inspects = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.back = button(tr("Back to the briefing"), lambda: self.context.go(Place("briefings")))
        sentence = tr("Briefings are written in its styles; its header, footer and logo stay.")
        head, _title, _under = header(tr("House template"), sentence, self.back)
        self.body.addWidget(head)
        self.name = label("", "strong")
        self.choose = button(tr("Choose a template…"), self.ask_file, primary=True)
        self.ours = button(tr("Use our own"), lambda: self.use(None))
        self._note = label("", "soft")
        self.body.addWidget(card(self.name, row(self.choose, self.ours, 1), self._note, gap=8))
        self.combos: dict[str, QComboBox] = {}
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(theme.px(16))
        self._form.setVerticalSpacing(theme.px(8))
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(box(column(self._form, 1)))
        self._styles = card(label(tr("Which style serves for what"), "heading"), scroll, gap=8)
        self.body.addWidget(self._styles, 1)
        self._rest = QWidget()
        self.body.addWidget(self._rest, 1)

    def show_place(self, _place: Place) -> None:
        """Read the template's styles."""
        template = self._template()
        self.ours.setEnabled(template is not None)
        if template is None:
            self._show(None)
            return
        chosen = house_templates.mapping_of(self.context.settings["template_styles"], template)
        self.context.jobs.read(
            self, lambda: house_templates.styles(template, chosen), self._show, key="template", failed=self._failed
        )

    def first_focus(self) -> QWidget:
        """The choice of a file."""
        return self.choose

    def _template(self) -> Path | None:
        held = self.context.settings["briefing_template"]
        return Path(held) if held else None

    def _failed(self, trouble: Trouble) -> None:
        self._show(None)
        template = self._template()
        self.name.setText(template.name if template else "")
        self._note.setText(f"{trouble.sentence} {trouble.remedy}")

    def _show(self, styles: tuple[RoleStyle, ...] | None) -> None:
        template = self._template()
        self.name.setText(template.name if template and styles else tr("Our own template"))
        self._note.setText(
            tr("A style that is chosen here is remembered for this template.")
            if styles
            else tr("Sans serif, 12 point, left aligned. Choose a .docx or .dotx of your council to use its look.")
        )
        self._styles.setVisible(bool(styles))
        self._rest.setVisible(not styles)
        while self._form.rowCount():
            self._form.removeRow(0)
        self.combos = {}
        for style in styles or ():
            self.combos[style.role] = self._combo(style)
            self._form.addRow(label(tr(style.said), "label", wrap=False), self.combos[style.role])

    def _combo(self, style: RoleStyle) -> QComboBox:
        made = DropDown()
        made.setAccessibleName(tr(style.said))
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(18)
        made.addItem(tr("Our own style"), "")
        for name in style.choices:
            made.addItem(name, name)
        made.setCurrentIndex(max(made.findData(style.style or ""), 0))
        made.activated.connect(lambda _n, role=style.role: self._keep(role))
        return made

    # --- choosing

    def _keep(self, role: str) -> None:
        template, settings = self._template(), self.context.settings
        if template is None:
            return
        chosen = house_templates.mapping_of(settings["template_styles"], template)
        chosen[role] = self.combos[role].currentData()
        settings.set("template_styles", house_templates.keeping(settings["template_styles"], template, chosen))

    def ask_file(self) -> None:
        """Ask for the template."""
        kinds = tr("Word documents and templates (*.docx *.dotx *.docm *.dotm)")
        dialog = QFileDialog(self, tr("Choose a template"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.use(Path(path)))
        dialog.open()

    def use(self, template: Path | None) -> None:
        """Use this template from now on; None for our own."""

        def kept(_result: object) -> None:
            self.context.settings.set("briefing_template", str(template) if template else "")
            self.show_place(Place("template"))

        if template is None:
            kept(None)
            return
        self.context.jobs.read(self, lambda: house_templates.refuse(template), kept, failed=self._refused)

    def _refused(self, trouble: Trouble) -> None:
        self._note.setText(f"{trouble.sentence} {trouble.remedy}")
