"""The door of the reading room: a file in, its blocks out, in reading order, whole, each where it stood.

`read(path)` tells the format by the bytes and hands the file to its reader. Nothing is fetched, no macro runs. The
conventions, the same in every format:

* `order` counts from 0 and `blocks[i].order == i`; `text` is one line with single spaces, never empty.
* A number, letter or bullet at the head of a paragraph is its `marker` and not part of `text`: "34. WEBCASTING" is
  marker "34.", text "WEBCASTING"; "(a) That..." is "(a)"; "· Item" is "·"; "4. (a) That" is marker "4. (a)".
  The marker stands as the page shows it, stops and brackets kept. A number alone on its line belongs to the block after
  it. Times and sums ("7.30 pm", "1.5 million") are no markers; "Q1", "Item 5" and "CAB12." are text.
* `kind` is LIST_ITEM for every marked paragraph that is no heading, bulleted or numbered, however long. HEADING is what
  the file calls a heading; in formats that call nothing so, it is a guess: a numbered short line standing alone (text),
  a line in larger type (PDF). `strong` says that all of it is bold or capitals. Headings that are mere bold lines or
  plain short lines stay PARAGRAPH.
* A row of label and value ("Date:<tab>Monday") or of a table is one TABLE_ROW with its `cells`; `text` is the cells
  joined by a tab. Empty cells at the end are dropped, others stay as "". A cell of several paragraphs (a list of names)
  has them parted by a line feed in `cells` and by a space in `text`.
* A sentence cut by a page break, a hard line end or a blank line is one block, with `end_page`. Running heads, page
  numbers and "this page is intentionally left blank" are gone; the page's own number is in `printed_page`.
* A message begins with a row for each of its fields ("From:", "Date:", "To:", "Subject:"). Its attachments, and the
  files of an archive, are not read here: `attachments` holds them, for `read_bytes`.
* Footnotes are FOOTNOTE blocks at the end of the page or document, with their number as marker.
"""

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading.limits import USUAL, Limits, load
from scrutiny_desk.reading.registry import SCANNED, reader_of
from scrutiny_desk.reading.sniff import sniff

if TYPE_CHECKING:
    from scrutiny_desk.reading.scanned import ScannedPage

__all__ = ["Limits", "read", "read_bytes"]

_NOTHING: "Mapping[int, ScannedPage]" = {}
KINDS_READ = "PDF, Word (.docx), OpenDocument, RTF, a web page or text"


def read(path: Path, *, limits: Limits = USUAL, scanned: "Mapping[int, ScannedPage]" = _NOTHING) -> ReadDocument:
    """The blocks of the file and what is known of it; raises `UnreadableFile` with a sentence and a remedy."""
    return read_bytes(path.name, load(path, limits), limits=limits, scanned=scanned)


def read_bytes(
    name: str, data: bytes, *, limits: Limits = USUAL, scanned: "Mapping[int, ScannedPage]" = _NOTHING
) -> ReadDocument:
    """As `read`, for a file that came inside another and has only a name and bytes.

    `scanned` are pages of this file, by number, that the scan reader has been over (`reading.scan.read_pages`).
    """
    kind = sniff(name, data)
    reader = reader_of(kind, PurePath(name).suffix)
    if reader is None:
        what = kind or PurePath(name).suffix.lstrip(".").lower() or "unknown"
        raise UnreadableFile(
            f"“{name}” is of a kind that cannot be read ({what}).", f"Save it as {KINDS_READ}, and import that."
        )
    more = {"scanned": scanned} if scanned and kind in SCANNED else {}
    try:
        document = reader(name, data, limits, **more)
    except RecursionError as trouble:
        raise UnreadableFile(
            f"“{name}” is nested too deeply to be read.", "Open it in the program that made it and save it as text."
        ) from trouble
    if not document.blocks and not document.attachments and document.pages is None:
        raise UnreadableFile(f"“{name}” holds no text.", "Check in the program that made it that it is not blank.")
    if len(document.blocks) > limits.blocks:
        raise UnreadableFile(f"“{name}” holds more paragraphs than can be read.", "Split it into smaller files.")
    return document
