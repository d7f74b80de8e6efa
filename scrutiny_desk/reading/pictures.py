"""Pictures of pages (PNG, JPEG, TIFF): no text of their own until the scan reader has been over them."""

import io
import warnings
from collections.abc import Mapping

from PIL import Image, ImageSequence, UnidentifiedImageError

from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading.limits import Limits
from scrutiny_desk.reading.paper import blocks_of
from scrutiny_desk.reading.scanned import ScannedPage, of_scans

MOST_DOTS = 120_000_000
"""A picture with more dots than this would fill the memory."""


NOT_READ = "This file is a picture and cannot be searched until the words in it have been recognised."
_NOTHING: Mapping[int, ScannedPage] = {}


def read(name: str, data: bytes, limits: Limits, scanned: Mapping[int, ScannedPage] = _NOTHING) -> ReadDocument:
    """The pages of a picture file: without text, or with that which the scan reader found in them."""
    pictures = open_pictures(name, data, limits)
    pages = [scanned.get(number) for number in range(1, len(pictures) + 1)]
    blocks = blocks_of(
        [list(page.lines) if page else [] for page in pages], [page.height if page else 842.0 for page in pages]
    )
    done = sum(page is not None for page in pages)
    notices = (() if done == len(pages) else (NOT_READ,)) + of_scans(scanned.values())
    return ReadDocument(name, "image", blocks, len(pages), done, notices=notices)


def open_pictures(name: str, data: bytes, limits: Limits) -> list[Image.Image]:
    """The pages of a picture file, grey; raises `UnreadableFile` where it is damaged or too large."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                if picture.width * picture.height > MOST_DOTS or getattr(picture, "n_frames", 1) > limits.pages:
                    raise UnreadableFile(f"“{name}” is too large a picture to read.", "Save it smaller, or as a PDF.")
                return [frame.convert("L") for frame in ImageSequence.Iterator(picture)]
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        Image.DecompressionBombWarning,
    ) as trouble:
        raise UnreadableFile(
            f"“{name}” is damaged and could not be opened as a picture.", "Scan or save it again."
        ) from trouble
