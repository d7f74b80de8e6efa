"""What Outlook packs for itself: rich text in a mail's body (LZFu), and the file winmail.dat (TNEF) of other mail."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

_PRIMER = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""The words that packed rich text may refer to from its first byte on."""

_RING = 4096
_PACKED, _PLAIN = 0x75465A4C, 0x414C454D
MOST = 40_000_000
"""Bytes of rich text beyond which unpacking ends: a pair of bytes becomes seventeen at the most."""

SIGNATURE = b"\x78\x9f\x3e\x22"
_BEGIN_FILE, _FILE_TITLE, _FILE_DATA, _FILE_FIELDS = 0x9002, 0x8010, 0x800F, 0x9005
_FIELDS = 0x9003
_LONG_NAME, _BODY, _RTF = 0x3707, 0x1000, 0x1009
_FIXED = {2: 4, 3: 4, 4: 4, 10: 4, 11: 4, 5: 8, 6: 8, 7: 8, 20: 8, 64: 8, 72: 16}
"""How many bytes a value of each kind takes; those of other kinds tell it themselves."""


@dataclass(slots=True)
class Winmail:
    """What a winmail.dat holds: the body as plain and as rich text, where it has them, and the files."""

    body: str = ""
    rich: bytes = b""
    files: list[tuple[str, bytes]] = field(default_factory=list)


def unpacked(data: bytes) -> bytes:
    """Rich text as it was before Outlook packed it; `ValueError` for what is none."""
    if len(data) < 16:
        raise ValueError("too short")
    _size, whole, kind, _check = struct.unpack_from("<4I", data)
    if kind == _PLAIN:
        return data[16 : 16 + whole]
    if kind != _PACKED:
        raise ValueError("of no known kind")
    ring, write = bytearray(_PRIMER.ljust(_RING, b"\0")), len(_PRIMER)
    done, place = bytearray(), 16
    while place < len(data) and len(done) < min(whole, MOST):
        control = data[place]
        place += 1
        for bit in range(8):
            if control >> bit & 1:
                if place + 1 >= len(data):
                    return bytes(done)
                pair = data[place] << 8 | data[place + 1]
                place += 2
                start, length = pair >> 4, (pair & 15) + 2
                if start == write:
                    return bytes(done)
                letters = [(start + step) % _RING for step in range(length)]
            else:
                if place >= len(data):
                    return bytes(done)
                ring[write] = data[place]
                letters = [write]
                place += 1
            for at in letters:
                letter = ring[at]
                done.append(letter)
                ring[write] = letter
                write = (write + 1) % _RING
    return bytes(done)


def opened(data: bytes) -> Winmail | None:
    """What is in a winmail.dat; None where it is none or is damaged."""
    if not data.startswith(SIGNATURE):
        return None
    found = Winmail()
    try:
        for number, value in _attributes(data):
            _take(found, number, value)
    except (struct.error, ValueError, IndexError):
        return None
    return found


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    place = 6
    while place + 9 <= len(data):
        number, _kind, length = struct.unpack_from("<HHI", data, place + 1)
        place += 9
        if place + length > len(data):
            raise ValueError("cut off")
        yield number, data[place : place + length]
        place += length + 2


def _take(found: Winmail, number: int, value: bytes) -> None:
    if number == _BEGIN_FILE:
        found.files.append(("", b""))
    elif number == _FILE_TITLE and found.files:
        found.files[-1] = (found.files[-1][0] or value.split(b"\0")[0].decode("cp1252", "replace"), found.files[-1][1])
    elif number == _FILE_DATA and found.files:
        found.files[-1] = (found.files[-1][0], value)
    elif number == _FILE_FIELDS and found.files:
        name = dict(_fields(value)).get(_LONG_NAME)
        if name:
            found.files[-1] = (_text(name), found.files[-1][1])
    elif number == _FIELDS:
        held = dict(_fields(value))
        found.body = _text(held[_BODY]) if _BODY in held else ""
        found.rich = unpacked(held[_RTF][1]) if _RTF in held else b""


def _text(value: tuple[int, bytes]) -> str:
    kind, data = value
    return data.decode("utf-16-le" if kind == 31 else "cp1252", "replace").rstrip("\0")


def _fields(data: bytes) -> Iterator[tuple[int, tuple[int, bytes]]]:
    """Each field of a message by its number: of what kind it is, and its first value."""
    (count,) = struct.unpack_from("<I", data)
    place = 4
    for _ in range(min(count, 10_000)):
        kind, number = struct.unpack_from("<HH", data, place)
        place += 4
        if number >= 0x8000:
            (named,) = struct.unpack_from("<I", data, place + 16)
            place += 20
            (length,) = struct.unpack_from("<I", data, place)
            place += 4 + (_padded(length) if named else 0)
        several, kind = kind & 0x1000, kind & 0xFFF
        values = 1
        if several or kind not in _FIXED:
            (values,) = struct.unpack_from("<I", data, place)
            place += 4
        first = b""
        for at in range(min(values, 10_000)):
            length = _FIXED.get(kind, 0)
            if kind not in _FIXED:
                (length,) = struct.unpack_from("<I", data, place)
                place += 4
            first = data[place : place + length] if at == 0 else first
            place += _padded(length)
        yield number, (kind, first)


def _padded(length: int) -> int:
    return length + -length % 4
