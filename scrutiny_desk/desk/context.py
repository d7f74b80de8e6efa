"""What every pane is given: the library, the settings, the threads to work on, and the places one can go."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from scrutiny_desk.bootstrap import Workbench
from scrutiny_desk.desk.jobs import Jobs
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services.meaning import Meanings, points_apart


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in the window: a pane, and what it shows. `finding` is lit on arrival; `block` is scrolled to."""

    pane: str
    id: int | None = None
    finding: tuple[Kind, int] | None = None
    block: int | None = None
    words: str = ""
    view: View | None = None
    tab: str = ""


@dataclass
class Context:
    """The library as the panes reach it. `today` gives the ISO date and `now` the time as 10:41; tests set them.

    `anew` closes the window and its library, does what it is given, and opens both again.
    """

    workbench: Workbench
    jobs: Jobs
    go: Callable[[Place], None] = lambda _place: None
    anew: Callable[[Callable[[], object]], None] = lambda _between: None
    now: Callable[[], str] = field(default=lambda: datetime.now().strftime("%H:%M"))
    today: Callable[[], str] = field(default=lambda: date.today().isoformat())

    @property
    def library(self):  # noqa: ANN201 - the store's class, which the desk must not name
        """The open library."""
        return self.workbench.library

    @cached_property
    def meanings(self) -> Meanings:
        """The library's questions by what they mean; made on first use, asked off the main thread."""
        return Meanings(self.library, points_apart)

    @property
    def path(self) -> Path:
        """Where the library is."""
        return self.workbench.path

    @property
    def settings(self):  # noqa: ANN201 - see bootstrap
        """The user's settings."""
        return self.workbench.settings
