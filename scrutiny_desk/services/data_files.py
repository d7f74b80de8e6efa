"""Rules and tables that are data: the user's own file where there is one, else the program's."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from scrutiny_desk import locations
from scrutiny_desk.domain.troubles import Trouble


def table(name: str) -> dict[str, Any]:
    """What the file of this name holds: the one in the user's data folder where there is one, else the program's."""
    own = locations.data_folder() / name
    return loaded(own if own.is_file() else locations.resources() / name)


def shipped(name: str) -> dict[str, Any]:
    """What the program's own file of this name holds."""
    return loaded(locations.resources() / name)


def own(name: str) -> dict[str, Any]:
    """What the user's own file of this name holds; nothing where there is none."""
    path = locations.data_folder() / name
    return loaded(path) if path.is_file() else {}


def loaded(path: Path) -> dict[str, Any]:
    """What a file holds, read anew only once it has changed. `Trouble` where it cannot be read."""
    return _loaded(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=16)
def _loaded(path: Path, _changed: int) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise Trouble(f"{path.name} cannot be read ({fault}).", f"Correct {path}, or take it away.") from fault
