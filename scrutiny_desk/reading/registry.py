"""Which reader takes which format; others join through the entry-point group `scrutiny_desk.readers`."""

from collections.abc import Callable
from importlib import import_module

from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.reading.limits import Limits

ReadBytes = Callable[[str, bytes, Limits], ReadDocument]
"""A reader: file name, bytes and limits in, a document out; raises `UnreadableFile`, never anything else."""

BUILT_IN = {
    "text": "scrutiny_desk.reading.text:read",
    "html": "scrutiny_desk.reading.html:read",
    "pdf": "scrutiny_desk.reading.pdf:read",
    "image": "scrutiny_desk.reading.pictures:read",
    "docx": "scrutiny_desk.reading.docx:read",
    "odt": "scrutiny_desk.reading.odt:read",
    "rtf": "scrutiny_desk.reading.rtf:read",
    "eml": "scrutiny_desk.reading.mail:read",
    "mhtml": "scrutiny_desk.reading.mail:read_page",
    "msg": "scrutiny_desk.reading.outlook:read",
    "zip": "scrutiny_desk.reading.zipped:read",
    "doc": "scrutiny_desk.reading.olddoc:read",
}
"""Format to the function that reads it; its module is loaded when its first file comes."""

SCANNED = ("pdf", "image")
"""The formats whose pages may be pictures; their readers also take the pages that the scan reader has been over."""

PLUG_INS = "scrutiny_desk.readers"
"""The entry-point group for readers of others. The entry's name is the file name's ending, without its dot ("wpd"), and
its object a `ReadBytes`. It is asked only for files that no reader of ours takes."""


def reader_of(kind: str, suffix: str = "") -> ReadBytes | None:
    """The reader of a format, else a plug-in's for files of this suffix (".wpd"), or None where there is none."""
    if kind in BUILT_IN:
        module, function = BUILT_IN[kind].split(":")
        return getattr(import_module(module), function)
    from importlib.metadata import entry_points  # here, since it is slow to load and seldom asked

    wanted = suffix.lower().removeprefix(".")
    found = next(iter(entry_points(group=PLUG_INS, name=wanted)), None) if wanted else None
    return found.load() if found else None
