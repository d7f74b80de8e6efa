"""Looks after the library while its window is open: copies of it are kept, and what is wrong with it is told."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import locking, safekeeping
from scrutiny_desk.services.safekeeping import Copy, Health

EVERY = 3_600_000
"""Milliseconds between two looks whether a copy is due."""

SIGNS_OF_LIFE = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel)
Say = Callable[..., None]


class Safety(QObject):
    """`say` is the banner's."""

    def __init__(self, context: Context, say: Say, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._say = context, say
        self._told = False
        timer = QTimer(self)
        timer.setInterval(EVERY)
        timer.timeout.connect(self.keep_copy)
        timer.start()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.lock)

    def begin(self) -> None:
        """Tell what is to be known of the library, keep a copy of it and look it over."""
        if locking.was_unlocked(self._context.path):  # only then: every event of the program would pass through here
            QApplication.instance().installEventFilter(self)
            self._count()
        library = self._context.library
        if library.damaged:
            self._offer(" ".join(library.notices))
            return
        notices = [*self._context.settings.notices, *library.notices]
        if notices:
            self._say(" ".join(notices))
        if self._context.workbench.as_window and not library.read_only:
            self._context.jobs.read(self, self._copy_and_look, self._looked, failed=self._not_kept)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Somebody is there: begin to count anew."""
        if event.type() in SIGNS_OF_LIFE:
            self._count()
        return False

    def _count(self) -> None:
        minutes = self._context.settings["lock_after"]
        if minutes and locking.was_unlocked(self._context.path):
            self._idle.start(minutes * 60_000)
        else:
            self._idle.stop()

    def lock(self) -> None:
        """Lock the library, which has been left alone, once no long work is going on; its passphrase is asked for."""
        path = self._context.path
        if self._context.jobs.busy:
            self._count()
        else:
            self._context.anew(lambda: locking.forget(path))

    def keep_copy(self) -> None:
        """Keep a copy if one is due."""
        self._context.jobs.read(self, self._context.workbench.keep_copy, lambda _path: None, failed=self._not_kept)

    def _copy_and_look(self) -> Health:
        self._context.workbench.keep_copy()
        return safekeeping.check(self._context.library)

    def _looked(self, health: Health | None) -> None:
        if health is not None and not health.well:
            lost = safekeeping.losses(self._context.library)
            self._offer(" ".join(dict.fromkeys((*health.sentences, *lost[:3]))))

    def _not_kept(self, trouble: Trouble) -> None:
        """Say once, not each hour, that there is no copy: the library may be damaged, or the disk full."""
        if not self._told:
            self._told = True
            self._say(f"{tr('No copy of the library could be kept.')} {trouble.sentence}", trouble.remedy, trouble=True)

    def _offer(self, sentence: str) -> None:
        library = self._context.library

        def say(copy: Copy | None) -> None:
            if copy is None:
                self._say(sentence, tr("There is no automatic copy of it."), trouble=True)
                return
            words = f"{tr('Put back the copy of')} {copy.at.day} {copy.at:%B %Y, %H:%M}"
            remedy = tr("The damaged library is kept beside it; what was done after the copy is in that one alone.")
            self._say(sentence, remedy, trouble=True, actions=((words, lambda: self._put_back(copy)),))

        self._context.jobs.read(self, lambda: safekeeping.last_good(library), say)

    def _put_back(self, copy: Copy) -> None:
        path = self._context.path
        self._context.anew(lambda: safekeeping.restore(path, copy.path))
