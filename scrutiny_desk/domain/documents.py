"""Documents: what a reader hands over, what kind of paper it is, and who may see it."""

from dataclasses import dataclass
from enum import StrEnum

from scrutiny_desk.domain.blocks import Block


class DocumentKind(StrEnum):
    """What kind of paper a document is."""

    MINUTES = "minutes"
    REPORT = "report"
    AGENDA = "agenda"
    QUESTIONS = "questions"
    TRANSCRIPT = "transcript"
    CORRESPONDENCE = "correspondence"
    OTHER = "other"


class Classification(StrEnum):
    """Who may see a passage. Declared from the most open to the strictest."""

    PUBLIC = "public"
    UNKNOWN = "unknown"
    EXEMPT = "exempt"
    CONFIDENTIAL = "confidential"
    PRIVATE = "private"


def strictest(*classes: Classification) -> Classification:
    """The strictest of these; `UNKNOWN` where none is given, since silence is no permission."""
    order = list(Classification)
    return max(classes, key=order.index, default=Classification.UNKNOWN)


class Circulation(StrEnum):
    """For whom an output is made."""

    PUBLIC = "public"
    MEMBERS = "members"
    RESTRICTED = "restricted"


MAY_HOLD: dict[Circulation, frozenset[Classification]] = {
    Circulation.PUBLIC: frozenset({Classification.PUBLIC}),
    Circulation.MEMBERS: frozenset({Classification.PUBLIC, Classification.UNKNOWN}),
    Circulation.RESTRICTED: frozenset(
        {Classification.PUBLIC, Classification.UNKNOWN, Classification.EXEMPT, Classification.CONFIDENTIAL}
    ),
}
"""What each circulation may hold. Private notes are in none of them: they go out only when asked for by name."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came inside another (an e-mail's attachment, a file of an archive)."""

    file_name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark that somebody laid on a passage in their word processor; no word of the paper itself.

    `made` is ISO text; `block` is the paragraph it lies on, None where that is not to be found.
    """

    text: str
    author: str | None = None
    made: str | None = None
    block: int | None = None


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What a reader hands over: the blocks in reading order and what is known of the file itself.

    `format` is the short name of the file format ("text", "html", "pdf", "docx"...). `pages` is None where the
    format knows no pages; `searchable_pages` counts those whose text could be read. `notices` are sentences a
    person should see ("This file holds tracked changes..."). `title` is the file's own title property, if any.
    `sender`, `sent` (ISO date) and `subject` are those of a message. `comments` stand apart from the text.
    """

    file_name: str
    format: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    searchable_pages: int | None = None
    title: str | None = None
    notices: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    sender: str | None = None
    sent: str | None = None
    subject: str | None = None
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document the library holds. Dates are ISO text; `joined_to` is the document this is a copy of."""

    id: int
    file_name: str
    sha256: str
    kind: DocumentKind
    title: str | None
    body: str | None
    committee: str | None
    date: str | None
    meeting_id: int | None
    pages: int | None
    searchable_pages: int | None
    classification: Classification
    joined_to: int | None
    imported_at: str
    format: str = ""
    notices: tuple[str, ...] = ()
