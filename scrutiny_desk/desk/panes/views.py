"""The views of a list that a person kept: chosen from a menu, kept under a name, forgotten."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog, QMenu

from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.widgets.parts import button
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import saved_views
from scrutiny_desk.services.saved_views import SavedView


class ViewMenu(QObject):
    """A button with a menu. `present` gives the view in force, `show` is called with the one that is chosen."""

    def __init__(self, context: Context, kind: Kind, present: Callable[[], View], show: Callable[[View], None]) -> None:
        super().__init__()
        self._context, self._kind, self._present, self._show = context, kind, present, show
        self.button = button(tr("Views"), icon_name="bookmark", compact=True)
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self._fill(())
        self.fetch()

    def fetch(self) -> None:
        """Fetch the views that are kept."""
        library, kind = self._context.library, self._kind
        self._context.jobs.read(self, lambda: saved_views.every(library, kind), self._fill)

    def keep(self, name: str) -> None:
        """Keep the view in force under this name."""
        library, kind, view = self._context.library, self._kind, replace(self._present())
        self._context.jobs.write(self, lambda: saved_views.keep(library, name, kind, view), lambda _done: self.fetch())

    def _fill(self, found: tuple[SavedView, ...]) -> None:
        self.menu.clear()
        for saved in found:
            self.menu.addAction(saved.name, lambda view=saved.view: self._show(view))
        if found:
            self.menu.addSeparator()
        self.menu.addAction(tr("Keep this view…"), self._ask)
        if found:
            forget = self.menu.addMenu(tr("Forget"))
            for saved in found:
                forget.addAction(saved.name, lambda name=saved.name: self._forget(name))

    def _ask(self) -> None:
        dialog = QInputDialog(self.button.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Keep this view"))
        dialog.setLabelText(tr("The filter, the words and the order are kept under this name"))
        dialog.textValueSelected.connect(self.keep)
        dialog.open()

    def _forget(self, name: str) -> None:
        library, kind = self._context.library, self._kind
        self._context.jobs.write(self, lambda: saved_views.drop(library, name, kind), lambda _done: self.fetch())
