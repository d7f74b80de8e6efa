"""What the scan reader hands over for one page."""

from collections.abc import Iterable
from dataclasses import dataclass

from scrutiny_desk.reading.pdf_lines import Line


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page read from its picture: its `page`, counted from 1, its lines in reading order, and how sure, 0 to 1.

    `height` is that of the page in points; `notice` is what is to be said of how it was read.
    """

    page: int
    lines: tuple[Line, ...]
    confidence: float
    height: float
    notice: str = ""


def of_scans(pages: Iterable[ScannedPage]) -> tuple[str, ...]:
    """What is to be said of how these pages were read, each thing once."""
    return tuple(dict.fromkeys(page.notice for page in pages if page.notice))
