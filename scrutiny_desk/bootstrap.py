"""The one place that builds the parts and joins them."""

from dataclasses import dataclass
from pathlib import Path

from scrutiny_desk import locations
from scrutiny_desk.services import libraries
from scrutiny_desk.settings import Settings
from scrutiny_desk.store import Library


@dataclass
class Workbench:
    """What the desk and the command line work with: the open library, where it is, and the settings."""

    library: Library
    path: Path
    settings: Settings

    def close(self) -> None:
        """Close the library; safe to call twice."""
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
    )
