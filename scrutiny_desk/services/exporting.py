"""The whole library as the open form "scrutiny-desk/1", and lists as JSON or CSV."""

from pathlib import Path
from typing import Any

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.store import Library

FORMAT = "scrutiny-desk/1"


def as_data(library: Library) -> dict[str, Any]:
    """The whole library in the form "scrutiny-desk/1", as plain lists and dicts."""
    raise NotImplementedError


def rows(library: Library, kind: Kind, ids: list[int]) -> list[dict[str, Any]]:
    """These rows of one kind with the export's fields, in the order of the ids."""
    raise NotImplementedError


def write(library: Library, path: Path) -> None:
    """Write the whole library to a file, whole or not at all."""
    raise NotImplementedError
