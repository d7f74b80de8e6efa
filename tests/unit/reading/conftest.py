"""Papers made on the spot: PDF pages with words at given places, Word files, small web pages."""

import io
import struct
from collections.abc import Callable
from datetime import UTC, datetime

import docx
import pytest

Words = tuple[float, float, str] | tuple[float, float, str, float] | tuple[float, float, str, float, bool]


def _pdf(
    pages: list[list[Words]],
    *,
    title: str = "",
    width: int = 595,
    height: int = 842,
    bookmarks: list[tuple[str, int]] | None = None,
) -> bytes:
    """A PDF whose pages hold these words: (left, baseline, text[, size[, bold]]) in points.

    Bookmarks are titles and page numbers, from 1.
    """
    objects: list[bytes] = [b"", b""]
    kids = []
    for page in pages:
        stream = b""
        for left, baseline, text, *more in page:
            size, bold = (*more, 11.0, False)[:1][0], bool(more[1:2] and more[1])
            words = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            stream += b"BT /F%d %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (2 if bold else 1, size, left, baseline, words)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R/Resources<</Font<<"
            b"/F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
            b"/F2<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>>>>>>>"
            % (width, height, len(objects))
        )
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    if bookmarks:
        root = len(objects) + 1
        objects[0] = b"<</Type/Catalog/Pages 2 0 R/Outlines %d 0 R>>" % root
        objects.append(b"<</First %d 0 R/Last %d 0 R>>" % (root + 1, root + len(bookmarks)))
        for number, (name, page) in enumerate(bookmarks, 1):
            after = b"/Next %d 0 R" % (root + number + 1) if number < len(bookmarks) else b""
            objects.append(
                b"<</Title(%s)/Parent %d 0 R/Dest[%d 0 R/Fit]%s>>"
                % (name.encode("latin-1"), root, kids[page - 1], after)
            )
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    info = len(objects) + 1
    objects.append(b"<</Title(%s)>>" % title.encode("latin-1"))
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    end = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF"
    return out + end % (size, info, out.rindex(b"xref\n0"))


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """Makes a PDF from words at given places."""
    return _pdf


@pytest.fixture
def save_docx() -> Callable[[object], bytes]:
    """The bytes of a python-docx document."""

    def save(document: object) -> bytes:
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()

    return save


@pytest.fixture
def word() -> object:
    """An empty Word document to fill."""
    return docx.Document()


class _Compound:
    """Writes a compound file, as Outlook's messages are, from a tree of names to bytes or further trees (MS-CFB)."""

    END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD

    def __init__(self, tree: dict) -> None:
        self.entries: list[list] = [["Root Entry", 5, None, None, b""]]
        self._add(0, tree)

    def _add(self, parent: int, tree: dict) -> None:
        before, added = None, []
        for name, held in sorted(tree.items(), key=lambda one: (len(one[0]), one[0].upper())):
            self.entries.append([name, 2 if isinstance(held, bytes) else 1, None, None, held])
            number = len(self.entries) - 1
            if before is None:
                self.entries[parent][2] = number
            else:
                self.entries[before][3] = number
            before = number
            added.append(number)
        for number in added:
            if isinstance(self.entries[number][4], dict):
                self._add(number, self.entries[number][4])

    def data(self) -> bytes:
        sectors: list[bytes] = []
        fat: list[int] = []

        def put(data: bytes) -> int:
            start = len(sectors)
            pieces = [data[at : at + 512].ljust(512, b"\0") for at in range(0, len(data), 512)]
            sectors.extend(pieces)
            fat.extend([*range(start + 1, start + len(pieces)), self.END] if pieces else [])
            return start if pieces else self.END

        mini, minifat, places = b"", [], {}
        for number, (_name, kind, _child, _right, held) in enumerate(self.entries):
            if kind == 2 and len(held) >= 4096:
                places[number] = put(held)
            elif kind == 2 and held:
                start, count = len(minifat), -(-len(held) // 64)
                places[number] = start
                minifat += [*range(start + 1, start + count), self.END]
                mini += held.ljust(count * 64, b"\0")
        places[0] = put(mini)
        first_minifat = put(
            struct.pack(f"<{len(minifat)}I", *minifat).ljust(-(-len(minifat) * 4 // 512) * 512, b"\xff")
        )
        directory = b""
        for number, (name, kind, child, right, held) in enumerate(self.entries):
            word = name.encode("utf-16-le") + b"\0\0"
            size = len(mini) if number == 0 else len(held) if kind == 2 else 0
            directory += word.ljust(64, b"\0") + struct.pack(
                "<HBBIII16sIQQIQ", len(word), kind, 1, self.FREE, self.FREE if right is None else right,
                self.FREE if child is None else child, b"", 0, 0, 0, places.get(number, self.END if kind != 1 else 0), size,
            )  # fmt: skip
        first_directory = put(directory)
        count = 1
        while (len(sectors) + count) > count * 128:
            count += 1
        first_fat = len(sectors)
        fat += [self.FAT] * count
        table = struct.pack(f"<{len(fat)}I", *fat).ljust(count * 512, b"\xff")
        difat = [*range(first_fat, first_fat + count)] + [self.FREE] * (109 - count)
        head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack(
            "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, count, first_directory, 0, 4096, first_minifat,
            -(-len(minifat) * 4 // 512), self.END, 0,
        )  # fmt: skip
        return (head + struct.pack("<109I", *difat)).ljust(512, b"\0") + b"".join(sectors) + table


def _storage(values: dict[int, object], *, header: bytes, unicode: bool = True) -> dict:
    """The streams of one thing in an Outlook message: its fields by number, strings, bytes, whole numbers, moments."""
    streams: dict = {}
    table = header
    for number, value in values.items():
        if isinstance(value, int):
            table += struct.pack("<HHIQ", 3, number, 6, value)
        elif isinstance(value, datetime):
            since = int((value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
            table += struct.pack("<HHIQ", 64, number, 6, since)
        else:
            kind = 258 if isinstance(value, bytes) else 31 if unicode else 30
            data = value if isinstance(value, bytes) else value.encode("utf-16-le" if unicode else "cp1252")
            table += struct.pack("<HHIII", kind, number, 6, len(data) + (2 if kind == 31 else kind == 30), 0)
            streams[f"__substg1.0_{number:04X}{kind:04X}"] = data
    return streams | {"__properties_version1.0": table}


def _message(
    fields: dict[int, object],
    to: list[dict[int, object]] = (),
    files: list[dict[int, object] | dict] = (),
    *,
    unicode: bool = True,
    inner: bool = False,
) -> dict:
    """The tree of an Outlook message; a file may be fields of its own, or {"inside": tree of a message, ...}."""
    counts = struct.pack("<8x4I", len(to), len(files), len(to), len(files)) + (b"" if inner else bytes(8))
    tree = _storage(fields, header=counts, unicode=unicode)
    for number, person in enumerate(to):
        tree[f"__recip_version1.0_#{number:08X}"] = _storage(person, header=bytes(8), unicode=unicode)
    for number, file in enumerate(files):
        inside = file.get("inside")
        held = _storage({k: v for k, v in file.items() if k != "inside"}, header=bytes(8), unicode=unicode)
        tree[f"__attach_version1.0_#{number:08X}"] = held | ({"__substg1.0_3701000D": inside} if inside else {})
    return tree


@pytest.fixture
def make_msg() -> Callable[..., bytes]:
    """Makes a message as Outlook saves it, from fields by their numbers (MS-OXMSG)."""

    def make(*arguments: object, **options: object) -> bytes:
        return _Compound(_message(*arguments, **options)).data()

    return make


@pytest.fixture
def message_tree() -> Callable[..., dict]:
    """A message to lie in another."""
    return lambda *arguments, **options: _message(*arguments, inner=True, **options)
