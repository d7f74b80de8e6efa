"""Issues in their tree with their colours, and everything tagged with the one that is chosen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QInputDialog, QTreeWidget, QTreeWidgetItem, QWidget

from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.dialogs.tagging import NUMBER, swatch
from scrutiny_desk.desk.models.columns import question_columns, tag_columns, undertaking_columns
from scrutiny_desk.desk.panes.base import header
from scrutiny_desk.desk.panes.deeds import FindingDeeds
from scrutiny_desk.desk.panes.issue_time import OverTime
from scrutiny_desk.desk.panes.register import Register
from scrutiny_desk.desk.panes.suggested import Suggested
from scrutiny_desk.desk.panes.tabs import Tab, Tabs
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.beside import Beside
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.inspector import flow
from scrutiny_desk.desk.widgets.parts import box, button, column
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.issues import Issue
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import tables, tagging


class IssuesPane(FindingDeeds):
    """The tree at the left; tabs with the questions, undertakings and passages of the issue that is chosen."""

    register = "issues"
    comfort = 560
    concerns = (Kind.ISSUES, Kind.TAGS, Kind.QUESTIONS, Kind.UNDERTAKINGS)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._issues: dict[int, Issue] = {}
        self._wanted: int | None = None
        self.brief = button(tr("Brief on this issue"), self.do_brief, primary=True)
        self.plan = button(tr("Question plan"), self._go_plan)
        head, self._title, self._under = header(
            tr("Issues"), tr("Matters you follow across meetings."), self.plan, self.brief
        )
        self.body.addWidget(head)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setAccessibleName(tr("Issues"))
        self.tree.setProperty("look", "list")
        self.tree.setIconSize(QSize(theme.px(14), theme.px(14)))
        self.tree.setMinimumSize(theme.px(160), theme.px(150))
        self.tree.currentItemChanged.connect(lambda _new, _old: self._chosen_issue())
        new = button(tr("New issue…"), self._new, icon_name="plus", compact=True)
        under = button(tr("New issue under it…"), self._new_under, compact=True)
        self._change = [
            under,
            button(tr("Rename…"), self._rename, compact=True),
            button(tr("Delete"), self._delete, compact=True),
        ]
        self.time = OverTime()
        left = column(self.tree, flow([new, *self._change]), self.time, gap=8)
        self.suggested = Suggested(context, self._suggested(), self._rules)
        self.tabs = Tabs(
            (
                Tab("Questions", self._register(Kind.QUESTIONS, question_columns(self.calendar()),
                    "No questions tagged", "Choose a question anywhere and press T to tag it."), Kind.QUESTIONS),
                Tab("Undertakings", self._register(Kind.UNDERTAKINGS, undertaking_columns(self.calendar()),
                    "No undertakings", "Undertakings that follow from tagged questions are listed here."),
                    Kind.UNDERTAKINGS),
                Tab("Passages", self._passages()),
                Tab("Suggested", self.suggested, Kind.QUESTIONS),
            ),
            tr("What is tagged with this issue"),
        )  # fmt: skip
        self.work = Beside(box(left), self.tabs, 224, 640)
        self.empty = EmptyState(
            "tags", tr("No issues yet"),
            tr("An issue is a matter you follow across meetings, such as school transport. Tag questions with it."),
            (tr("New issue…"), self._new),
        )  # fmt: skip
        self.body.addWidget(self.work, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.hide()
        self.tabs.turned.connect(self._turned)
        self.suggested.register.model.arrived.connect(lambda count: self.tabs.say_count(3, count))

    def _register(self, kind: Kind, columns: tuple, heading: str, sentence: str) -> Register:
        empty = EmptyState("tag", tr(heading), tr(sentence))
        made = Register(self.context, tables.rows(self.context.library, kind), columns, tr(kind.value.title()), empty)
        made.list.chosen.connect(lambda item: self.tell(kind, item))
        made.list.opened.connect(lambda item: self.open_finding(kind, item))
        return made

    def _passages(self) -> Register:
        empty = EmptyState("tag", tr("No passages tagged"), tr("Mark words where you read and press T to tag them."))
        source = tables.rows(self.context.library, Kind.TAGS)
        made = Register(self.context, source, tag_columns(), tr("Passages"), empty)
        made.list.opened.connect(lambda _item: self._open_tag(made))
        return made

    def _open_tag(self, register: Register) -> None:
        found = register.model.row(register.list.currentIndex().row())
        if found and found["document_id"]:
            block = (found["paragraph"] or 1) - 1
            question = found["question_id"]
            finding = (Kind.QUESTIONS, question) if question else None
            self.context.go(Place("reader", id=found["document_id"], block=block, finding=finding))

    def show_place(self, place: Place) -> None:
        """Show the tree, and the issue the place names."""
        self._wanted = place.id if place.id is not None else self._issue()
        self._fetch()

    def refresh(self, _change: Change) -> None:
        """Fetch the tree again."""
        self._wanted = self._issue()
        self._fetch()

    def _fetch(self) -> None:
        library = self.context.library
        self.context.jobs.read(
            self, lambda: (tagging.issues(library), tagging.counts(library)), lambda found: self._fill(*found)
        )

    def _fill(self, issues: tuple[Issue, ...], counts: dict[int, int]) -> None:
        self._issues = {issue.id: issue for issue in issues}
        self.work.setVisible(bool(issues))
        for made in (self.plan, self.brief):
            made.setVisible(bool(issues))
        self.empty.setVisible(not issues)
        self.short_comfort = self.comfort if issues else 0
        self.tree.blockSignals(True)
        self.tree.clear()
        made: dict[int, QTreeWidgetItem] = {}
        for issue in issues:
            above = made.get(issue.parent_id or 0)
            item = QTreeWidgetItem(above or self.tree, [issue.name, f"{counts.get(issue.id, 0):,}"])  # type: ignore[call-overload]
            item.setData(0, NUMBER, issue.id)
            item.setIcon(0, swatch(issue.colour))
            item.setToolTip(0, issue.note or issue.name)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            made[issue.id] = item
        self.tree.expandAll()
        self.tree.blockSignals(False)
        first = made.get(self._wanted or 0) or (self.tree.topLevelItem(0) if issues else None)
        if first is not None:
            self.tree.setCurrentItem(first)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, self.tree.header().ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, self.tree.header().ResizeMode.ResizeToContents)
        self._chosen_issue()

    def _issue(self) -> int | None:
        item = self.tree.currentItem()
        return item.data(0, NUMBER) if item is not None else None

    def _chosen_issue(self) -> None:
        issue = self._issues.get(self._issue() or 0)
        for part in (*self._change, self.plan, self.brief):
            part.setEnabled(issue is not None)
        if issue is None:
            return
        self._title.setText(issue.name)
        self._under.setText(issue.note or tr("What is tagged with it, or with an issue under it."))
        for tab in self.tabs.tabs[:3]:
            tab.widget.ask(View(issue=issue.id))
        self.suggested.show_for(issue)
        library = self.context.library
        self.context.jobs.read(self, lambda: tagging.sittings(library, issue.id), self.time.show_sittings, key="time")

    def _suggested(self) -> Register:
        return self._register(
            Kind.QUESTIONS,
            question_columns(self.calendar()),
            "Nothing to suggest",
            "Questions not tagged with it that your rules find, or that hold the words of its name. Rules… makes one.",
        )

    def _rules(self) -> None:
        from scrutiny_desk.desk.dialogs.tag_rules import TagRulesDialog

        issue = self._issues.get(self._issue() or 0)
        kind, ids = self.chosen()
        if issue is not None:
            TagRulesDialog(self, self.context, issue, ids if kind is Kind.QUESTIONS else []).open()

    def _go_plan(self) -> None:
        if self._issue() is not None:
            self.context.go(Place("plan", id=self._issue(), tab="issue"))

    def _turned(self) -> None:
        kind, ids = self.chosen()
        self.told.emit((kind, ids[0]) if ids and self.tabs.shown.kind else None)
        self.abilities.emit()

    # --- changing the tree

    def _ask_name(self, heading: str, present: str, done: object) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(heading)
        dialog.setLabelText(tr("Name of the issue"))
        dialog.setTextValue(present)
        dialog.textValueSelected.connect(done)
        dialog.open()

    def _new(self) -> None:
        self._ask_name(tr("New issue"), "", lambda name: self._add(name, None))

    def _new_under(self) -> None:
        above = self._issue()
        self._ask_name(tr("New issue under it"), "", lambda name: self._add(name, above))

    def _add(self, name: str, above: int | None) -> None:
        library = self.context.library
        self.context.jobs.write(self, lambda: tagging.add_issue(library, name, parent_id=above), self._added)

    def _added(self, result: tuple) -> None:
        self._wanted = result[0]
        self._fetch()

    def _rename(self) -> None:
        issue, library = self._issues.get(self._issue() or 0), self.context.library
        if issue is not None:

            def rename(name: str) -> None:
                self.context.jobs.write(self, lambda: tagging.change_issue(library, issue.id, name=name))

            self._ask_name(tr("Rename"), issue.name, rename)

    def _delete(self) -> None:
        issue, library = self._issue(), self.context.library
        if issue is not None:
            self.context.jobs.write(self, lambda: tagging.delete_issue(library, issue))

    # --- deeds

    def chosen(self) -> tuple[Kind, list[int]]:
        """The selected rows of the tab shown."""
        tab = self.tabs.shown
        shown = tab.widget.register if isinstance(tab.widget, Suggested) else tab.widget
        return (tab.kind, shown.list.chosen_ids()) if tab.kind else (Kind.QUESTIONS, [])

    def able(self) -> frozenset[str]:
        """A briefing can be made where there is an issue."""
        return super().able() | ({"brief", "export"} if self._issue() is not None else set())

    def do_brief(self) -> None:
        """Brief on this issue."""
        self.context.go(Place("briefings", id=self._issue(), tab="issue"))

    do_export = do_brief

    def first_focus(self) -> QWidget:
        """The tree."""
        return self.empty if self.empty.isVisible() else self.tree
