"""E-mail messages (EML) and pages saved as one file (MHTML): the words, who sent them when, and what was attached."""

import email
import email.message
import email.policy
import email.utils
from datetime import UTC
from pathlib import PurePosixPath, PureWindowsPath

from selectolax.lexbor import LexborHTMLParser

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.domain.documents import Attachment, ReadDocument
from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading import html, rtf
from scrutiny_desk.reading.limits import Limits
from scrutiny_desk.reading.mending import fold
from scrutiny_desk.reading.pieces import Piece, finish
from scrutiny_desk.reading.plain import pieces_of
from scrutiny_desk.reading.winmail import Winmail, opened

_FIELDS = ("From", "Date", "To", "Cc", "Subject")
_FAULTS = (ValueError, TypeError, LookupError, AttributeError, OverflowError)
"""What the standard library's mail parser raises at fields that break the rules."""

DEEPEST = 40
"""Parts within parts beyond this depth are not opened."""


def read(name: str, data: bytes, limits: Limits) -> ReadDocument:
    """The message's words, headed by its fields as rows; its attachments as files of their own."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    fields = {field: _field(message, field) for field in _FIELDS}
    attachments: list[Attachment] = []
    bodies: list[tuple[str, str]] = []
    packed: list[Winmail] = []
    _open(message, bodies, attachments, packed, limits, 0)
    pieces = [piece for body in bodies for piece in body_pieces([body])]
    for inside in packed if not pieces else ():
        pieces += body_pieces([("plain", inside.body)]) or rich_pieces(name, inside.rich, limits)
    rows = [Piece("", BlockKind.TABLE_ROW, cells=(f"{field}:", value)) for field, value in fields.items() if value]
    return ReadDocument(
        name,
        "eml",
        finish([*rows, *pieces]),
        attachments=tuple(attachments),
        sender=fields["From"] or None,
        sent=sent_on(fields["Date"]),
        subject=fields["Subject"] or None,
    )


def read_page(name: str, data: bytes, limits: Limits) -> ReadDocument:
    """A web page saved with its parts as one file (MHTML): the page alone, nothing it refers to."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
    if not pages:
        raise UnreadableFile(f"“{name}” holds no web page.", "Open it in a browser and save the page as HTML.")
    document = html.read(name, _bytes_of(pages[0]), limits)
    subject = _field(message, "Subject") or None
    return ReadDocument(name, "mhtml", document.blocks, title=document.title or subject, notices=document.notices)


def body_pieces(bodies: list[tuple[str, str]]) -> list[Piece]:
    """The pieces of a message's bodies, each a kind ("plain" or "html") and its text; plain text goes first."""
    texts = [text for kind, text in bodies if kind == "plain" and text.strip()]
    if texts:
        return [piece for text in texts for piece in pieces_of(text.replace("\r", "").split("\n"))]
    return [piece for kind, text in bodies if kind == "html" for piece in html.pieces(LexborHTMLParser(text))]


def rich_pieces(name: str, data: bytes, limits: Limits) -> list[Piece]:
    """The pieces of a body that is rich text; none where it is empty."""
    if not data.strip(b"\0 \r\n"):
        return []
    blocks = rtf.read(name, data, limits).blocks
    return [Piece(b.text, b.kind, b.marker, b.level, b.strong, b.cells, fixed=True, whole=True) for b in blocks]


def bare_name(name: str | None, number: int) -> str:
    """The file name alone, without the folders that a hostile one may hold; one by number where there is none."""
    bare = PurePosixPath(PureWindowsPath(fold(name or "")).as_posix()).name.strip(". ")
    return (
        "".join(letter for letter in bare if letter.isprintable() and letter not in '<>:"|?*')[:200] or f"file {number}"
    )


def sent_on(date: str) -> str | None:
    """The day of a message as an ISO date, None where its field is missing or no date."""
    try:
        moment = email.utils.parsedate_to_datetime(date)
    except _FAULTS:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC).date().isoformat()


def _open(
    part: email.message.Message,
    bodies: list[tuple[str, str]],
    files: list[Attachment],
    packed: list[Winmail],
    limits: Limits,
    depth: int,
) -> None:
    if depth > DEEPEST or len(files) >= limits.files:
        return
    kind = part.get_content_type()
    name, placed = _file_name(part), _placing(part)
    if kind == "message/rfc822" and depth:
        inner = part.get_payload()
        held = inner[0].as_bytes() if isinstance(inner, list) and inner else b""
        files.append(Attachment(bare_name(name or "message.eml", len(files) + 1), held))
    elif part.is_multipart():
        held: list[tuple[str, str]] = []
        for inner in part.get_payload():
            _open(inner, held, files, packed, limits, depth + 1)
        plain = [body for body in held if body[0] == "plain" and body[1].strip()]
        bodies += plain if kind == "multipart/alternative" and plain else held
    elif kind in ("text/plain", "text/html") and placed != "attachment" and not name:
        bodies.append((kind.removeprefix("text/"), _text_of(part)))
    elif not (kind.startswith("image/") and (placed == "inline" or part.get("Content-ID"))):
        held = _bytes_of(part)
        if (inside := opened(held)) is not None:
            packed.append(inside)
            files += [
                Attachment(bare_name(title, len(files) + number), data)
                for number, (title, data) in enumerate(inside.files[: limits.files], 1)
                if data
            ]
        elif held:
            files.append(Attachment(bare_name(name, len(files) + 1), held))


def _field(message: email.message.Message, field: str) -> str:
    try:
        return fold(str(message.get(field) or ""))
    except _FAULTS:
        return ""


def _file_name(part: email.message.Message) -> str | None:
    try:
        return part.get_filename()
    except _FAULTS:
        return None


def _placing(part: email.message.Message) -> str | None:
    try:
        return part.get_content_disposition()
    except _FAULTS:
        return None


def _bytes_of(part: email.message.Message) -> bytes:
    held = part.get_payload(decode=True)
    return held if isinstance(held, bytes) else b""


def _text_of(part: email.message.Message) -> str:
    data = _bytes_of(part)
    for charset in (part.get_content_charset(), "utf-8"):
        try:
            return data.decode(charset or "utf-8")
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", "replace")
