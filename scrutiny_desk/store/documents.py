"""Documents: the original bytes, the blocks read from them, and what is known of the paper."""

import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.documents import Classification, Document, DocumentKind, ReadDocument
from scrutiny_desk.domain.troubles import LibraryTrouble
from scrutiny_desk.store import rows

COLUMNS = (
    "id, file_name, sha256, kind, title, body, committee, date, meeting_id, pages, searchable_pages, "
    "classification, joined_to, imported_at, format, notices"
)


def add(
    db: Database,
    read: ReadDocument,
    data: bytes,
    *,
    imported_at: str,
    kind: DocumentKind = DocumentKind.OTHER,
    title: str | None = None,
    body: str | None = None,
    committee: str | None = None,
    date: str | None = None,
    meeting_id: int | None = None,
    classification: Classification = Classification.UNKNOWN,
    classification_reason: str = "",
    joined_to: int | None = None,
    joined_as: str = "",
    arrived_in: int | None = None,
    path: str | None = None,
    house_style: str = "",
) -> int:
    """Keep a document: its original bytes, its blocks, and what is known of it; the new document's id.

    `title` is kept as given: falling back on `read.title` is the caller's choice. `joined_as` says what the document
    is to the one it is `joined_to`: "copy" (the same words in another file), "part" (an item of it), "version".
    `arrived_in` is the message or archive that brought it; `path` is where the file stood.
    """
    document_id = rows.insert(
        db,
        "document",
        {
            "file_name": read.file_name,
            "path": path,
            "sha256": hashlib.sha256(data).hexdigest(),
            "format": read.format,
            "kind": str(kind),
            "title": title,
            "body": body,
            "committee": committee,
            "date": date,
            "meeting_id": meeting_id,
            "pages": read.pages,
            "searchable_pages": read.searchable_pages,
            "classification": str(classification),
            "classification_reason": classification_reason,
            "joined_to": joined_to,
            "joined_as": joined_as,
            "arrived_in": arrived_in,
            "imported_at": imported_at,
            "notices": json.dumps(read.notices, ensure_ascii=False),
            "house_style": house_style,
            "sender": read.sender,
            "sent": read.sent,
            "subject": read.subject,
        },
    )
    keep_original(db, document_id, data)
    add_blocks(db, document_id, read.blocks)
    rows.put(db, "document", document_id, {"text_sha256": text_digest(db, document_id)})
    return document_id


def keep_original(db: Database, document_id: int, data: bytes) -> None:
    """Keep the file's own bytes, compressed."""
    db.execute("INSERT INTO original VALUES (?, ?, ?)", [document_id, len(data), zlib.compress(data, 6)])


def original(db: Database, document_id: int) -> bytes:
    """The file's own bytes, as they were imported. Raises LibraryTrouble where they are damaged."""
    found = db.execute("SELECT data FROM original WHERE document_id = ?", [document_id]).fetchall()
    try:
        return zlib.decompress(rows.only(found, "document", document_id)[0])
    except (zlib.error, TypeError) as damage:
        raise LibraryTrouble(
            f"The kept copy of document {document_id} is damaged.", "Restore a backup, or import the file again."
        ) from damage


def add_blocks(db: Database, document_id: int, blocks: Iterable[Block]) -> None:
    """Keep a document's blocks and make them searchable."""
    db.conn.executemany(
        "INSERT INTO block (document_id, ord, kind, text, page, end_page, printed_page, marker, level, strong, cells)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                document_id, b.order, str(b.kind), b.text, b.page, b.end_page, b.printed_page, b.marker, b.level,
                int(b.strong), json.dumps(b.cells, ensure_ascii=False) if b.cells else "[]",
            )
            for b in blocks
        ),
    )  # fmt: skip
    # No trigger keeps the index: with trusted_schema off, as a file from elsewhere needs, triggers cannot reach FTS5.
    sql = "INSERT INTO block_words (rowid, text) SELECT id, text FROM block WHERE document_id = ?"
    db.execute(sql, [document_id])


def text_digest(db: Database, document_id: int) -> str:
    """A digest of a document's blocks as they are kept, by which a later check knows that none has changed."""
    digest = hashlib.sha256()
    for row in db.execute(
        """SELECT json_array(ord, kind, text, page, end_page, printed_page, marker, level, strong, cells) FROM block
           WHERE document_id = ? ORDER BY ord""",
        [document_id],
    ):
        digest.update(row[0].encode() + b"\n")
    return digest.hexdigest()


def purge(db: Database, document_id: int) -> None:
    """Delete a withdrawn document for good, its words out of the search index too. No part of undo."""
    db.execute(
        "INSERT INTO block_words (block_words, rowid, text) SELECT 'delete', id, text FROM block WHERE document_id = ?",
        [document_id],
    )
    db.execute("DELETE FROM document WHERE id = ? AND withdrawn", [document_id])


def blocks(db: Database, document_id: int, first: int = 0, last: int | None = None) -> list[Block]:
    """The blocks of a document from order `first` to `last` inclusive, or to the end, in reading order."""
    found = db.execute(
        """SELECT ord, kind, text, page, end_page, printed_page, marker, level, strong, cells FROM block
           WHERE document_id = ? AND ord BETWEEN ? AND ? ORDER BY ord""",
        [document_id, first, 1 << 60 if last is None else last],
    )
    kinds = {kind.value: kind for kind in BlockKind}
    return [Block(r[0], kinds[r[1]], *r[2:8], bool(r[8]), _cells(r[9])) for r in found]


def _cells(kept: str) -> tuple[str, ...]:
    """The cells of a row; hardly any block is one."""
    return () if kept == "[]" else tuple(json.loads(kept))


def block_count(db: Database, document_id: int) -> int:
    """How many blocks a document has."""
    return int(db.execute("SELECT count(*) FROM block WHERE document_id = ?", [document_id]).fetchone()[0])


def get(db: Database, document_id: int) -> Document:
    """The document with this number; NotFound if there is none or its import was undone."""
    return rows.only(load(db, [document_id]), "document", document_id)


def load(db: Database, ids: Sequence[int]) -> list[Document]:
    """The documents with these numbers, in order of number."""
    return _documents(db, f"id {rows.IN}", {"ids": rows.id_list(ids)})


def everything(db: Database) -> list[Document]:
    """Every document of the library, in order of number."""
    return _documents(db, "1", {})


def by_sha256(db: Database, sha256: str) -> Document | None:
    """The document with these very bytes, if the library holds it."""
    return next(iter(_documents(db, "sha256 = :sha256", {"sha256": sha256})), None)


def of_meeting(db: Database, meeting_id: int) -> list[Document]:
    """The papers of one meeting."""
    return _documents(db, "meeting_id = :id", {"id": meeting_id})


def joined_with(db: Database, document_id: int) -> list[Document]:
    """The other copies and versions of this document."""
    sql = """id <> :id AND (joined_to = :id OR id = (SELECT joined_to FROM document WHERE id = :id)
             OR joined_to = (SELECT joined_to FROM document WHERE id = :id))"""
    return _documents(db, sql, {"id": document_id})


def arrived_in(db: Database, document_id: int) -> list[Document]:
    """The documents that a pack, message or archive brought with it."""
    return _documents(db, "arrived_in = :id", {"id": document_id})


def extras(db: Database, document_id: int) -> dict[str, Any]:
    """What the row holds beside a Document: path, sender, sent, subject, house_style, joined_as, arrived_in,
    classification_reason, and `edited`, the names of the fields a person has set."""
    sql = """SELECT path, sender, sent, subject, house_style, joined_as, arrived_in, classification_reason, edited
             FROM document WHERE id = ? AND NOT withdrawn"""
    row = rows.only(list(rows.dicts(db, sql, [document_id])), "document", document_id)
    row["edited"] = tuple(name for name in row["edited"].split(",") if name)
    return row


def update(db: Database, document_id: int, *, by_person: bool = True, **fields: Any) -> tuple[str, ...]:
    """Set columns of a document (kind, title, body, committee, date, meeting_id, classification, joined_to...).

    The program (`by_person=False`) passes over what a person has set; the names of those set come back.
    """
    return rows.change(db, "document", document_id, fields, by_person)


def _documents(db: Database, where: str, params: dict[str, Any]) -> list[Document]:
    found = db.execute(f"SELECT {COLUMNS} FROM document WHERE NOT withdrawn AND {where} ORDER BY id", params)
    return [
        Document(
            *r[:3], DocumentKind(r[3]), *r[4:11], Classification(r[11]), *r[12:15], notices=tuple(json.loads(r[15]))
        )
        for r in found
    ]
