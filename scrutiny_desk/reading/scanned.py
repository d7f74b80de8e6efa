"""What the scan reader hands over for one page."""

from dataclasses import dataclass

from scrutiny_desk.reading.pdf_lines import Line


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page read from its picture: its `page`, counted from 1, its lines in reading order, and how sure, 0 to 1.

    `height` is that of the page in points.
    """

    page: int
    lines: tuple[Line, ...]
    confidence: float
    height: float
