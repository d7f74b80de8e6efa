"""The sample library: a fictional council, imported from the files under resources/sample."""

from pathlib import Path

from scrutiny_desk.domain.work import Reporter, silent


def make(path: Path, *, reporter: Reporter = silent) -> Path:
    """Make a fresh sample library at `path`, in place of whatever sample was there; where it is.

    `Trouble` where a library stands there that is not a sample: nobody's own papers are ever replaced.
    """
    raise NotImplementedError


def is_sample(path: Path) -> bool:
    """Whether the library at this path was made by `make`."""
    raise NotImplementedError
