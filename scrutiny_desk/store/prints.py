"""Prints of sentences: numbers that are equal where two papers hold one sentence, and tell nothing of its words."""

from collections.abc import Iterable
from hashlib import blake2b

from sqlite_utils import Database

from scrutiny_desk.store import meta, rows

_ALL_TAKEN = "prints of sentences"
"""The library's note that every document in it has its prints: those taken in before there were any lacked them."""


def put(db: Database, document_id: int, sentences: Iterable[str]) -> None:
    """Keep the prints of a document's sentences in place of those it had."""
    db.execute("DELETE FROM sentence_print WHERE document_id = ?", [document_id])
    prints = sorted({_print(sentence) for sentence in sentences})
    db.conn.executemany("INSERT INTO sentence_print VALUES (?, ?)", ((each, document_id) for each in prints))


def sharing(db: Database, sentences: Iterable[str]) -> dict[int, int]:
    """The documents in which some of these sentences stand, each with how many of them."""
    sql = f"""SELECT p.document_id, count(*) FROM sentence_print p
              JOIN document d ON d.id = p.document_id AND NOT d.withdrawn
              WHERE p.print {rows.IN} GROUP BY p.document_id"""
    ids = rows.id_list(sorted({_print(sentence) for sentence in sentences}))
    return dict(db.execute(sql, {"ids": ids}).fetchall())


def lacking(db: Database) -> list[int] | None:
    """The documents of an older library, whose prints have not been taken yet; None once that is done."""
    if meta.value(db, _ALL_TAKEN) is not None:
        return None
    return [row[0] for row in db.execute("SELECT id FROM document ORDER BY id")]


def all_taken(db: Database) -> None:
    """Remember that no document lacks its prints, as long as every new one is given them."""
    meta.put(db, _ALL_TAKEN, "yes")


def _print(sentence: str) -> int:
    return int.from_bytes(blake2b(sentence.encode(), digest_size=8).digest(), "big", signed=True)
