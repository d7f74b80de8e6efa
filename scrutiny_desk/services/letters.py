"""Letters and e-mails: which of the two a paper of correspondence is."""

import re

from scrutiny_desk.domain.documents import Document, DocumentKind
from scrutiny_desk.store import Database, documents

MESSAGES = ("eml", "msg")
HEAD = 12
"""In so many first paragraphs an e-mail that was kept as another file has its lines of who wrote to whom."""
_HEAD_LINE = re.compile(r"^(?:sent\s*:\s*\S|(?:from|to|cc)\s*:.*\S@\S)", re.I)
"""When it was sent, or an address: letters and memoranda have lines of a subject and of copies too."""


def is_e_mail(db: Database, document: Document) -> bool:
    """Whether correspondence came as an e-mail, or shows the head of one."""
    if document.kind is not DocumentKind.CORRESPONDENCE:
        return False
    if document.format in MESSAGES:
        return True
    return any(_HEAD_LINE.match(block.text) for block in documents.blocks(db, document.id, 0, HEAD))
