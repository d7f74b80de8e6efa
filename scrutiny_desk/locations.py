"""Where things live: the resources that ship with the program, the user's library, settings and logs."""

import os
import sys
from pathlib import Path

LIBRARY_VARIABLE = "SCRUTINY_DESK_LIBRARY"
_LIBRARY_NAME = "Library.scrutiny"
_SAMPLE_NAME = "Sample library.scrutiny"


def resources() -> Path:
    """The folder of resources: in a frozen program, an installed wheel or a source tree, whichever this is.

    Raises FileNotFoundError, naming where was looked, if the program was installed without them.
    """
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [
        *([Path(frozen) / "resources"] if frozen else []),
        package / "resources",
        package.parent / "resources",
        Path(sys.prefix) / "share" / "scrutiny-desk" / "resources",
    ]
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError("No resources in any of: " + ", ".join(map(str, places)))


def data_folder() -> Path:
    """The user's own folder for the library; made if it is not there."""
    from platformdirs import user_data_path

    return user_data_path("Scrutiny Desk", appauthor=False, ensure_exists=True)


def own_styles() -> Path | None:
    """The folder of the user's own house styles; None where there is none."""
    from platformdirs import user_data_path

    folder = user_data_path("Scrutiny Desk", appauthor=False) / "house_styles"
    return folder if folder.is_dir() else None


def settings_file() -> Path:
    """Where the settings are kept; it need not exist."""
    from platformdirs import user_config_path

    return user_config_path("Scrutiny Desk", appauthor=False, ensure_exists=True) / "settings.toml"


def log_folder() -> Path:
    """Where reports of faults are kept; made if it is not there."""
    from platformdirs import user_log_path

    return user_log_path("Scrutiny Desk", appauthor=False, ensure_exists=True)


def default_library() -> Path:
    """The library named by SCRUTINY_DESK_LIBRARY, else the one in the user's data folder."""
    named = os.environ.get(LIBRARY_VARIABLE)
    return Path(named).expanduser() if named else data_folder() / _LIBRARY_NAME


def sample_library() -> Path:
    """Where the sample library is put when no other place is named."""
    return data_folder() / _SAMPLE_NAME
