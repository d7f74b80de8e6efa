"""Messages saved by Outlook (MSG), through python-oxmsg; messages attached to them are messages of their own."""

import io
import struct
from email.message import EmailMessage

from oxmsg import Message
from oxmsg.attachment import Attachment as Part
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.domain.documents import Attachment, ReadDocument
from scrutiny_desk.domain.troubles import UnreadableFile
from scrutiny_desk.reading.archive import damaged
from scrutiny_desk.reading.limits import Limits
from scrutiny_desk.reading.mail import bare_name, body_pieces, rich_pieces, sent_on
from scrutiny_desk.reading.mending import fold
from scrutiny_desk.reading.pieces import Piece, finish
from scrutiny_desk.reading.winmail import unpacked

_FAULTS = (
    OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError, struct.error, StopIteration,
    OverflowError, RecursionError, NotImplementedError, LookupError,
)  # fmt: skip

DEEPEST = 20
"""Messages within messages beyond this depth are not opened."""

_INNER_HEADER = 24
"""Bytes before the properties of a message within another."""

_RTF, _DELIVERED, _SMTP, _SHORT_NAME, _SHOWN_NAME, _INSIDE = 0x1009, 0x0E06, 0x5D01, 0x3704, 0x3001, 0x3701
_RECIPIENT_KIND, _COPIED = 0x0C15, 2


class _Inner(Message):
    """A message that lies in another as an attachment."""

    @property
    def properties(self) -> Properties:
        return Properties(self._storage, properties_header_offset=_INNER_HEADER)


def read(name: str, data: bytes, limits: Limits) -> ReadDocument:
    """The message's words, headed by its fields as rows; its attachments as files of their own."""
    try:
        message = Message.load(io.BytesIO(data))
        fields, sent = _fields(message)
        body, page, rich = message.body or "", message.html_body or "", _rich(message)
        held = [_file(part, limits, 0) for part in message.attachments[: limits.files]]
    except _FAULTS as trouble:
        raise damaged(name) from trouble
    rows = [Piece("", BlockKind.TABLE_ROW, cells=(f"{field}:", value)) for field, value in fields.items() if value]
    pieces = body_pieces([("plain", body), ("html", page)]) or rich_pieces(name, rich, limits)
    return ReadDocument(
        name,
        "msg",
        finish([*rows, *pieces]),
        attachments=tuple(
            Attachment(bare_name(file, number), inside) for number, (file, inside) in enumerate(held, 1) if inside
        ),
        sender=fields["From"] or None,
        sent=sent,
        subject=fields["Subject"] or None,
    )


def _fields(message: Message) -> tuple[dict[str, str], str | None]:
    """What stands at the head of the message, and the day (ISO) it was sent."""
    properties = message.properties
    moment = message.sent_date or properties.date_prop_value(_DELIVERED)
    printed = message.message_headers.get("Date", "") if moment is None else ""
    to: dict[bool, list[str]] = {False: [], True: []}
    for person in message.recipients:
        copied = person.properties.int_prop_value(_RECIPIENT_KIND) == _COPIED
        to[copied].append(fold(person.name or person.email_address or ""))
    fields = {
        "From": _sender(message),
        "Date": moment.strftime("%a, %d %b %Y %H:%M") if moment else fold(printed),
        "To": "; ".join(filter(None, to[False])),
        "Cc": "; ".join(filter(None, to[True])),
        "Subject": fold(message.subject or ""),
    }
    return fields, moment.date().isoformat() if moment else sent_on(printed)


def _sender(message: Message) -> str:
    """Who sent it; the address by which a mail server knows its own people says nothing to anybody."""
    found = fold(message.sender or "")
    name, _bracket, address = found.partition("<")
    if not address.lower().startswith("/o="):
        return found
    real = message.properties.str_prop_value(_SMTP)
    return f"{name.strip()} <{real}>" if real else name.strip(' "')


def _rich(message: Message) -> bytes:
    """The body as rich text; empty where there is none."""
    packed = message.properties.binary_prop_value(_RTF)
    return unpacked(packed) if packed else b""


def _file(part: Part, limits: Limits, depth: int) -> tuple[str | None, bytes | None]:
    """The name and bytes of an attachment; a message in a message becomes one file."""
    properties = part.properties
    name = part.file_name or properties.str_prop_value(_SHORT_NAME) or properties.str_prop_value(_SHOWN_NAME)
    inside = _inside(part)
    if inside is None:
        return name, part.file_bytes
    if depth >= DEEPEST:
        return name, None
    return f"{name or 'message'}.eml".replace(".msg.eml", ".eml"), _as_file(_Inner(inside), limits, depth + 1)


def _inside(part: Part) -> Storage | None:
    """The message that is the attachment; None where it is a file."""
    wanted = f"__substg1.0_{_INSIDE:04X}000D"
    found = [each for each in getattr(part, "_storage").storages if each.name == wanted]  # noqa: B009 - no other way in
    held = found and any(stream.name == "__properties_version1.0" for stream in found[0].streams)
    return found[0] if held else None


def _as_file(message: Message, limits: Limits, depth: int) -> bytes:
    """A message as a mail file, to be read as any other."""
    fields, _sent = _fields(message)
    made = EmailMessage()
    for field, value in fields.items():
        if value:
            try:
                made[field] = value
            except _FAULTS:
                made[f"X-{field}"] = value.encode("ascii", "replace").decode()
    body, page, rich = message.body or "", message.html_body or "", _rich(message)
    made.set_content(
        body or _words(rich, limits) if body or not page else page, subtype="html" if page and not body else "plain"
    )
    for file, inside in [_file(part, limits, depth) for part in message.attachments[: limits.files]]:
        if inside:
            made.add_attachment(inside, maintype="application", subtype="octet-stream", filename=file or "file")
    return made.as_bytes()


def _words(rich: bytes, limits: Limits) -> str:
    try:
        pieces = finish(rich_pieces("message", rich, limits))
    except UnreadableFile:
        return ""
    return "\n\n".join(f"{block.marker} {block.text}".strip() for block in pieces)
