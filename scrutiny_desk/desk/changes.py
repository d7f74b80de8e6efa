"""Notices what others change: the command line, or a second window, writing to the same library."""

from PySide6.QtCore import QObject, QTimer

from scrutiny_desk.desk.context import Context
from scrutiny_desk.domain.troubles import LibraryTrouble

EVERY = 1000


class Watch(QObject):
    """Looks once a second whether another process has written, and sends the Change on as if it were ours."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._version = context.library.data_version()
        self._step = context.library.last_step()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look now."""
        try:
            version = self._context.library.data_version()
        except LibraryTrouble:
            return
        if version == self._version:
            return
        self._version = version
        library, step = self._context.library, self._step
        self._context.jobs.read(
            self, lambda: (library.last_step(), library.changes_since(step)), self._tell, key="watch", failed=_later
        )

    def _tell(self, found: tuple | None) -> None:
        if found is not None:
            self._step = found[0]


def _later(_trouble: object) -> None:
    """Another look comes in a second."""
