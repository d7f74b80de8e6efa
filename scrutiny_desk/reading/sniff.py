"""What a file really is: by its bytes first, by its suffix only where the bytes could be several things."""

import io
import re
import zipfile
import zlib
from pathlib import PurePath

HEAD = 4096
_OFFICE = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "ppt/presentation.xml": "pptx",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|h[1-6]|p)[\s>]", re.IGNORECASE)
_MAIL = re.compile(rb"\A(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2,}", re.IGNORECASE)
_MAIL_FIELD = re.compile(
    rb"^(?:from|mime-version|received|message-id|return-path|content-type):", re.IGNORECASE | re.MULTILINE
)
_PICTURE = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_BINARY = (
    b"GIF8",
    b"MZ",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"SQLite format 3",
)


def sniff(name: str, data: bytes) -> str:
    """The short name of the format ("pdf", "docx", "text"...), or "" for a kind that no reader knows."""
    head, suffix = data[:HEAD], PurePath(name).suffix.lower()
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, suffix)
    if head.startswith(_OLE):
        return "msg" if _outlook(data) else "doc"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(_PICTURE):
        return "image"
    if head.startswith(_BINARY):
        return ""
    if _MAIL.match(head.lstrip()) and _MAIL_FIELD.search(head):
        return "mhtml" if suffix in (".mht", ".mhtml") or b"multipart/related" in head.lower() else "eml"
    plain = head.replace(b"\0", b"")
    if suffix not in (".txt", ".md") and _HTML.search(plain):
        return "html"
    if suffix in (".htm", ".html", ".aspx") and b"<" in plain:
        return "html"
    return "text" if _texty(head) else ""


def _zipped(data: bytes, suffix: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                kind = archive.read("mimetype").decode("ascii", "replace").strip()
                return {"application/vnd.oasis.opendocument.text": "odt"}.get(kind, "")
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError, zlib.error):
        return suffix[1:] if suffix in (".docx", ".odt") else "zip"
    return next((kind for part, kind in _OFFICE.items() if part in names), "zip")


def _outlook(data: bytes) -> bool:
    return "__properties_version1.0".encode("utf-16-le") in data


def _texty(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    nulls = head.count(b"\0")
    if nulls and abs(head[::2].count(b"\0") - head[1::2].count(b"\0")) > len(head) // 4:
        return True
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13, 26, 27) for byte in head)
    return controls <= len(head) // 100
