"""The one place that builds the parts and joins them."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scrutiny_desk import locations
from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.services import libraries, safekeeping
from scrutiny_desk.settings import Settings
from scrutiny_desk.store import Library


@dataclass
class Workbench:
    """What the desk and the command line work with: the open library, where it is, and the settings.

    `as_window` says that it is a window's, which keeps copies of its library by itself.
    """

    library: Library
    path: Path
    settings: Settings
    as_window: bool = False

    def keep_copy(self) -> Path | None:
        """Make an automatic copy if one is due; where it is. May take seconds. `LibraryTrouble` where it cannot."""
        if not self.as_window or self.library.read_only:
            return None
        return safekeeping.copy_if_due(self.library, datetime.now())

    def close(self) -> None:
        """Close the library, a copy of it made first where one is due; safe to call twice."""
        with suppress(LibraryTrouble):  # a copy that cannot be made must keep nobody from closing
            self.keep_copy()
        self.as_window = False
        self.library.close()


def open_workbench(
    path: Path | None = None,
    *,
    read_only: bool = False,
    as_window: bool = False,
    settings: Settings | None = None,
) -> Workbench:
    """Open the library at `path` (the user's own without one), made on first use, and read the settings.

    `as_window` is for a window that stays: a second one on the same library is for reading only. What a person
    should know of it (`library.notices`) is for the caller to show. Raises `LibraryTrouble` where it cannot be
    opened, `LockedLibrary` where it needs a passphrase first (`services.locking.unlock`).
    """
    place = path or locations.default_library()
    return Workbench(
        library=libraries.open_or_create(place, read_only=read_only, as_window=as_window),
        path=place,
        settings=settings or Settings(locations.settings_file()),
        as_window=as_window,
    )
