"""The window: the rail, the bar, the work, the inspector and the strip, and what joins them; nothing else."""

from importlib import import_module
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QVBoxLayout, QWidget

from scrutiny_desk.desk import window_state
from scrutiny_desk.desk.actions import Actions, keys_of
from scrutiny_desk.desk.changes import Watch
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.fitting import Fitting, Parts
from scrutiny_desk.desk.library_menu import LibraryMenu
from scrutiny_desk.desk.look import put_look_on
from scrutiny_desk.desk.navigation import Navigation
from scrutiny_desk.desk.panes import RAIL, RAIL_BELOW, make
from scrutiny_desk.desk.panes.base import Pane
from scrutiny_desk.desk.telling import Teller
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.banner import Banner
from scrutiny_desk.desk.widgets.inspector import Inspector
from scrutiny_desk.desk.widgets.pane_stack import PaneStack
from scrutiny_desk.desk.widgets.parts import grounded, scrolled
from scrutiny_desk.desk.widgets.rail import Rail
from scrutiny_desk.desk.widgets.strip import Strip
from scrutiny_desk.desk.widgets.topbar import TopBar
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import Progress
from scrutiny_desk.services import figures, history

PLACES = {
    "import": Place("import"),
    "review": Place("review"),
    "help": Place("help"),
    "keys": Place("help", words="keys"),
    "preferences": Place("preferences"),
}
WARMED = ("questions", "witnesses", "witness", "reader", "documents", "review", "search", "undertakings", "meetings")
WARMING = 250


class Window(QMainWindow):
    """One library in one window."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        context.go = self.go
        self.setWindowTitle(f"{context.path.stem} – Scrutiny Desk")
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 480)
        self.actions_ = Actions(self, self.perform)
        self.navigation = Navigation(self._show)
        self._panes: dict[str, Pane] = {}
        self._build()
        self._watch = Watch(context, self)
        jobs = context.jobs
        jobs.changed.connect(self._changed)
        jobs.troubled.connect(self.trouble)
        jobs.began.connect(lambda job: self._going(job.label, 0, 0))
        jobs.moved.connect(self._moved)
        jobs.ended.connect(lambda _job: self._rest())
        theme.changed.connect(self._rebuild)
        window_state.restore(self)

    # --- putting it together

    def _build(self) -> None:
        self.rail = Rail(RAIL, RAIL_BELOW, ("Scrutiny Desk", tr("Import papers…")))
        self.rail.wanted.connect(self._go_from_rail)
        self.rail.import_wanted.connect(lambda: self._go_from_rail("import"))
        details = (tr("Details"), tr("Back up"))
        hint = tr("Search papers, people, questions")
        self.top = TopBar(hint, keys_of("search"), tr("Undo"), tr("More"), tr("Menu"), details, self._menu())
        self.top.searched.connect(lambda words: self._search(words, entered=False))
        self.top.entered.connect(lambda words: self._search(words, entered=True))
        self.top.field.down.connect(self._into_pane)
        self.top.undo_wanted.connect(lambda: self.perform("undo"))
        self.top.menu_wanted.connect(self._open_rail)
        self.banner = Banner(tr("Close"))
        self.stack = PaneStack()
        self.inspector = Inspector()
        self.inspector.asked.connect(self.perform)
        self.teller = Teller(self.context, self.inspector, self.present)
        self.side = QWidget()
        grounded(self.side, "inspector")
        inside = QVBoxLayout(self.side)
        inside.setContentsMargins(1, 0, 0, 0)
        inside.addWidget(self.inspector)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.stack)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 1)
        self.scroll = scrolled(self.splitter)
        self.strip = Strip(
            f"{self.context.path.stem} · {tr('on this computer only')}", tr("All changes kept"), tr("Cancel")
        )
        self.strip.stop.connect(self.context.jobs.cancel_all)
        parts = Parts(self.rail, self.top, self.strip, self.scroll, self.splitter, self.stack, self.side)
        self.fitting = Fitting(self, parts, self.present)
        self.stack.asked.connect(self.fitting.fit)
        self.top.details_wanted.connect(self.fitting.show_details)
        self._arrange()
        self._counts()

    def _arrange(self) -> None:
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.top)
        middle.addWidget(self.banner)
        middle.addWidget(self.scroll, 1)
        middle.addWidget(self.strip)
        whole = QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(middle, 1)
        central = QWidget()
        grounded(central, "ground")
        central.setLayout(whole)
        self.setCentralWidget(central)
        self.fitting.fit()

    def _menu(self) -> list:
        names = ("redo", None, "import", "export", "review", None, "bigger", "smaller", "preferences", None, "keys",
                 "help", "quit")  # fmt: skip
        entries: list = [None if name is None else self.actions_[name] for name in names]
        return [*entries[:6], LibraryMenu(self.context, self), *entries[6:]]

    def _rebuild(self) -> None:
        """The look has changed: build everything anew and come back to where we are."""
        for pane in self._panes.values():
            pane.deleteLater()
        self._panes = {}
        self._build()
        self._show(self.navigation.here or Place("desk"))

    # --- going about

    def go(self, place: Place) -> None:
        """Go somewhere."""
        self.navigation.go(place)

    def pane(self, name: str) -> Pane:
        """The pane of this name, made on first use."""
        if name not in self._panes:
            made = make(name, self.context)
            made.told.connect(lambda subject, pane=made: self.teller.tell(pane, subject))
            made.abilities.connect(self._abilities)
            self.stack.addWidget(made)
            self._panes[name] = made
        return self._panes[name]

    def present(self) -> Pane | None:
        """The pane that is shown."""
        pane = self.stack.currentWidget()
        return pane if isinstance(pane, Pane) else None

    def _show(self, place: Place) -> None:
        pane = self.pane(place.pane)
        self.teller.rest()
        if place.pane not in ("search", "reader") and not self.top.field.hasFocus():
            self.top.field.clear()
        self.stack.setCurrentWidget(pane)
        self.side.setVisible(pane.inspects)
        self.fitting.fit()
        self.scroll.verticalScrollBar().setValue(0)
        pane.show_place(place)
        self.rail.choose(pane.register)
        self._abilities()
        if not self.top.field.hasFocus():
            pane.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_from_rail(self, name: str) -> None:
        self.fitting.open_rail(False)
        self.go(Place(name))

    def _open_rail(self) -> None:
        """Show the rail that is folded, with the keyboard in it; or fold it again."""
        if self.fitting.open_rail(self.rail.isHidden()) and not self.rail.isHidden():
            self._into(self.rail)

    def warm(self) -> None:
        """Make the panes one is likely to go to next, one at a time while nothing else is going on."""
        self.context.jobs.read(self, lambda: import_module("scrutiny_desk.services.importing"), lambda _module: None)
        for number, name in enumerate(WARMED, 1):
            QTimer.singleShot(WARMING * number, self, lambda name=name: self.pane(name))

    def perform(self, name: str) -> None:
        """Do a deed: the window's own, or the present pane's."""
        if name.startswith("go_") or name in PLACES:
            self.go(PLACES.get(name) or Place(name[3:]))
            return
        own = getattr(self, f"_do_{name}", None)
        if own is not None:
            own()
            return
        pane = self.present()
        if pane is not None and name in pane.able():
            getattr(pane, f"do_{name}")()

    def _do_search(self) -> None:
        self.top.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.field.selectAll()

    def _do_undo(self) -> None:
        self.context.jobs.write(self, lambda: history.undo(self.context.library))

    def _do_redo(self) -> None:
        self.context.jobs.write(self, lambda: history.redo(self.context.library))

    def _do_back(self) -> None:
        if self.banner.isVisible():
            self.banner.hide()
        elif self.fitting.open_rail(False) or self.top.field.hasFocus():
            self._into_pane()
        else:
            self.navigation.back()

    def _do_quit(self) -> None:
        self.close()

    def _do_bigger(self) -> None:
        self._text_size(25)

    def _do_smaller(self) -> None:
        self._text_size(-25)

    def _text_size(self, more: int) -> None:
        present = self.context.settings["text_size"]
        self.context.settings.set("text_size", max(100, min(200, (present + more) // 25 * 25)))
        put_look_on(self.context.settings)

    def _do_next_part(self) -> None:
        self._part(1)

    def _do_previous_part(self) -> None:
        self._part(-1)

    def _part(self, step: int) -> None:
        inspector, rail = [self.inspector] * self.side.isVisible(), [self.rail] * self.rail.isVisible()
        parts = [self.top, self.stack, *inspector, self.strip, *rail]
        here = next((n for n, part in enumerate(parts) if part.isAncestorOf(self.focusWidget() or self)), 0)
        for n in range(1, len(parts) + 1):
            target = self._entrance(parts[(here + step * n) % len(parts)])
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.scroll.ensureWidgetVisible(target)
                return

    def _into(self, part: QWidget) -> None:
        if (target := self._entrance(part)) is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _entrance(self, part: QWidget) -> QWidget | None:
        if part is self.stack and (pane := self.present()) is not None:
            return pane.first_focus()
        if part is self.rail:
            return next((b for b in self.rail.buttons.values() if b.isChecked()), self.rail.import_button)
        takes = (w for w in part.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return next((w for w in takes if w.isVisible() and w.isEnabled()), None)

    def _into_pane(self) -> None:
        pane = self.present()
        if pane is not None:
            pane.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _search(self, words: str, *, entered: bool) -> None:
        if words.strip() or self.navigation.here == Place("search"):
            place = Place("search", words=words.strip())
            if self.navigation.here is not None and self.navigation.here.pane == "search":
                self.navigation.here = place
                self._show(place)
            else:
                self.go(place)
        if entered:
            self._into_pane()

    def _abilities(self) -> None:
        pane = self.present()
        self.actions_.allow(pane.able() if pane is not None else frozenset())

    # --- what happens

    def _changed(self, change: Change) -> None:
        self._counts()
        pane = self.present()
        if pane is not None and change.concerns(*pane.concerns):
            pane.refresh(change)  # the others ask anew when they are gone to
        self.teller.again()

    def _counts(self) -> None:
        library, today = self.context.library, self.context.today()
        self.context.jobs.read(
            self,
            lambda: (figures.figures(library, today), history.undo_label(library), history.redo_label(library)),
            self._counted,
            key="counts",
        )

    def _counted(self, found: tuple | None) -> None:
        if found is None:
            return
        numbers, undo, redo = found
        for name in ("documents", "meetings", "questions", "witnesses", "undertakings", "issues"):
            self.rail.buttons[name].set_count(getattr(numbers, name))
        self.top.say_undo(undo)
        self.actions_["undo"].setEnabled(undo is not None)
        self.actions_["redo"].setEnabled(redo is not None)
        self.actions_["redo"].setText(f"{tr('Redo')} {redo[:1].lower()}{redo[1:]}" if redo else tr("Redo"))

    def _moved(self, job: object, progress: Progress) -> None:
        words = getattr(job, "label", "")
        if progress.total:
            words = f"{words} {min(progress.done + 1, progress.total)} {tr('of')} {progress.total}"
        if progress.file:
            words = f"{words}: {Path(progress.file).name}"
        self._going(words, progress.done, progress.total)

    def _going(self, said: str, done: int, total: int) -> None:
        self.strip.going(said, done, total)
        if self.strip.isHidden():
            self.fitting.fit()

    def _rest(self) -> None:
        self.strip.rest()
        self.fitting.fit()

    def trouble(self, trouble: Trouble) -> None:
        """Say a trouble across the top of the work, with its remedy."""
        self.banner.say(trouble.sentence, trouble.remedy, trouble=True)

    # --- the window itself

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the parts to the room there is."""
        super().resizeEvent(event)
        self.fitting.fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files that are dropped are imported."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.go(Place("import"))
            self.pane("import").start(paths)  # type: ignore[attr-defined]

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is going on, wait for it, and close the library."""
        for pane in self._panes.values():
            pane.leave()
        window_state.keep(self)
        theme.changed.disconnect(self._rebuild)
        self._watch.deleteLater()
        self.context.jobs.close()
        self.context.workbench.close()
        super().closeEvent(event)
