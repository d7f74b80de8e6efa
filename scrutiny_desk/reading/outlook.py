"""Messages saved by Outlook (MSG), through python-oxmsg."""

import io
import struct

from oxmsg import Message

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.domain.documents import Attachment, ReadDocument
from scrutiny_desk.reading.archive import damaged
from scrutiny_desk.reading.limits import Limits
from scrutiny_desk.reading.mail import bare_name, body_pieces
from scrutiny_desk.reading.mending import fold
from scrutiny_desk.reading.pieces import Piece, finish

_FAULTS = (
    OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError, struct.error, StopIteration,
    OverflowError, RecursionError, NotImplementedError,
)  # fmt: skip


def read(name: str, data: bytes, limits: Limits) -> ReadDocument:
    """The message's words, headed by its fields as rows; its attachments as files of their own."""
    try:
        message = Message.load(io.BytesIO(data))
        sent, body = message.sent_date, message.body or ""
        fields = {
            "From": fold(message.sender or ""),
            "Date": sent.strftime("%a, %d %b %Y %H:%M") if sent else "",
            "To": "; ".join(fold(person.name or person.email_address or "") for person in message.recipients),
            "Subject": fold(message.subject or ""),
        }
        page = message.html_body or ""
        held = [(part.file_name, part.file_bytes) for part in message.attachments[: limits.files]]
    except _FAULTS as trouble:
        raise damaged(name) from trouble
    rows = [Piece("", BlockKind.TABLE_ROW, cells=(f"{field}:", value)) for field, value in fields.items() if value]
    return ReadDocument(
        name,
        "msg",
        finish([*rows, *body_pieces([("plain", body), ("html", page)])]),
        attachments=tuple(
            Attachment(bare_name(file, number), inside) for number, (file, inside) in enumerate(held, 1) if inside
        ),
        sender=fields["From"] or None,
        sent=sent.date().isoformat() if sent else None,
        subject=fields["Subject"] or None,
    )
