"""Ceilings that keep one file from harming the program; time and memory are watched by the process that reads."""

from dataclasses import dataclass
from pathlib import Path

from scrutiny_desk.domain.troubles import UnreadableFile

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader may take on: sizes in bytes, `pages` and `files` in pieces, `depth` in archives within archives."""

    file_bytes: int = 300 * MEGABYTE
    expanded_bytes: int = 600 * MEGABYTE
    text_bytes: int = 40 * MEGABYTE
    pages: int = 5_000
    blocks: int = 200_000
    files: int = 2_000
    depth: int = 3


USUAL = Limits()


def too_large(name: str, size: int, ceiling: int) -> UnreadableFile:
    """The trouble of a file above a ceiling, both in bytes."""
    return UnreadableFile(
        f"“{name}” is too large to read: {size / MEGABYTE:.0f} MB, where the most is {ceiling / MEGABYTE:.0f} MB.",
        "Split it into smaller files, or save it without its pictures, and import those.",
    )


def load(path: Path, limits: Limits) -> bytes:
    """The bytes of a file within the limits.

    Raises `UnreadableFile` for a file that is missing, empty, too large or not ours to open.
    """
    name = path.name
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UnreadableFile(f"“{name}” is a folder, not a file.", "Import the folder as a whole.")
        if size > limits.file_bytes:
            raise too_large(name, size, limits.file_bytes)
        data = path.read_bytes()
    except FileNotFoundError as missing:
        raise UnreadableFile(
            f"“{name}” is not there any more.", "Check where the file is and import it again."
        ) from missing
    except OSError as trouble:
        raise UnreadableFile(
            f"“{name}” could not be opened: {trouble.strerror or 'the system refused'}.",
            "Check that you may open the file, or copy it to another folder, and import it again.",
        ) from trouble
    if not data.strip(b"\0 \t\r\n\f"):
        raise UnreadableFile(f"“{name}” is empty.", "Ask whoever sent it for the file again.")
    return data
