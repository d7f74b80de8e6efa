"""Zipped files opened with care: sizes counted before anything is expanded, XML parsed without entities or network."""

import io
import lzma
import zipfile
import zlib
from types import TracebackType

from lxml import etree

from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading.limits import Limits, too_large

LARGEST_RATIO = 400
"""A part that grows by more than this factor on expansion is a bomb."""

_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    KeyError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    OSError,
    ValueError,
    OverflowError,
)


class Archive:
    """A zipped file as a mapping of part names to bytes; raises `UnreadableFile` for a damaged or harmful one."""

    def __init__(self, name: str, data: bytes, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._left = limits.expanded_bytes
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = [
                entry.filename for entry in self._zip.infolist() if entry.filename and entry.filename[-1] != "/"
            ]
        except _FAULTS as trouble:
            raise damaged(name) from trouble
        self._known = set(self.names)
        if len(self.names) > 20 * limits.files:
            self.close()
            raise UnreadableFile(
                f"“{name}” holds {len(self.names)} files, more than can be read.", "Unpack it by hand."
            )

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._zip.close()

    def __contains__(self, part: str) -> bool:
        return part in self._known

    def bytes_of(self, part: str) -> bytes:
        """The bytes of a part; raises `UnreadableFile` where it is missing, damaged, locked or a bomb."""
        try:
            entry = self._zip.getinfo(part)
            if entry.file_size > self._left:
                raise too_large(self._name, entry.file_size, self._limits.expanded_bytes)
            if entry.file_size > 1_000_000 and entry.file_size > LARGEST_RATIO * max(entry.compress_size, 1):
                raise UnreadableFile(
                    f"“{self._name}” grows out of all measure when it is unpacked, and was not read.",
                    "Ask whoever sent it what it is.",
                )
            if entry.flag_bits & 1:
                raise UnreadableFile(
                    f"“{self._name}” is locked with a password.",
                    "Unpack it with the password and import what is in it.",
                )
            with self._zip.open(entry) as stream:
                data = stream.read(entry.file_size + 1)
        except _FAULTS as trouble:
            raise damaged(self._name) from trouble
        self._left -= len(data)
        return data

    def xml(self, part: str) -> etree._Element:
        """The root of a part that is XML; raises `UnreadableFile` where it is no sound XML."""
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(self.bytes_of(part), parser)
        except etree.XMLSyntaxError as trouble:
            raise damaged(self._name) from trouble


def damaged(name: str) -> UnreadableFile:
    """The trouble of a file whose inside is broken."""
    return UnreadableFile(
        f"“{name}” is damaged and could not be read.",
        "Open it in the program that made it, save it again, and import that.",
    )
