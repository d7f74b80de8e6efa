"""Papers made on the spot: PDF pages with words at given places, Word files, small web pages."""

import io
from collections.abc import Callable

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
