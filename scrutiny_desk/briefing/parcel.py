"""Office files are zip parcels: the same content gives the same bytes, and they tell nobody when it was made."""

import io
import zipfile
from pathlib import Path

from scrutiny_desk.domain.troubles import Trouble

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest moment a zip file can name; says nothing of when a briefing was made."""

FIRST = ("[Content_Types].xml", "mimetype")


def settled(parcel: bytes, *, without: tuple[str, ...] = ()) -> bytes:
    """The same parts, in a fixed order and with a fixed moment; parts named in `without` are left out."""
    with zipfile.ZipFile(io.BytesIO(parcel)) as source:
        parts = {name: source.read(name) for name in source.namelist() if name not in without}
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip of the parts, the content types first as readers expect, the rest by name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(parts, key=lambda name: (name not in FIRST, name)):
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            target.writestr(info, parts[name])
    return buffer.getvalue()


def put(path: Path, data: bytes) -> None:
    """Write the bytes; a plain `Trouble` where the file is open in Word, the folder gone or the disk full."""
    try:
        path.write_bytes(data)
    except OSError as fault:
        remedy = "Close the file if it is open in Word, or choose another name or folder."
        raise Trouble(f"The briefing could not be written to {path.name}.", remedy) from fault
