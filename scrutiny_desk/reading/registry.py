"""Which reader takes which format; others join through the entry-point group `scrutiny_desk.readers`."""

from collections.abc import Callable
from importlib import import_module

from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.reading.limits import Limits

ReadBytes = Callable[[str, bytes, Limits], ReadDocument]
"""A reader: file name, bytes and limits in, a document out; raises `UnreadableFile`, never anything else."""

BUILT_IN = {
    "text": "scrutiny_desk.reading.text",
    "html": "scrutiny_desk.reading.html",
    "pdf": "scrutiny_desk.reading.pdf",
    "docx": "scrutiny_desk.reading.docx",
    "odt": "scrutiny_desk.reading.odt",
    "rtf": "scrutiny_desk.reading.rtf",
}
"""Format to the module that reads it; a module is loaded when its first file comes."""


def reader_of(kind: str) -> ReadBytes | None:
    """The reader of a format, or None where there is none."""
    return import_module(BUILT_IN[kind]).read if kind in BUILT_IN else None
