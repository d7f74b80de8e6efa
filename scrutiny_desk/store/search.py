"""Full-text search over every block: the user's own words, never a syntax error."""

from dataclasses import dataclass

from sqlite_utils import Database

from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.store import restrictions, rows, typed_forms, typed_words


@dataclass(frozen=True, slots=True)
class Hit:
    """One block in which the words stand. `paragraph` counts from 1; `marks` are the matched stretches of `text` as
    (start, end); `snippet` is the part of the text around the first of them and `snippet_marks` those within it."""

    document_id: int
    file_name: str
    title: str | None
    committee: str | None
    date: str | None
    page: int | None
    printed_page: str | None
    paragraph: int
    block: int
    text: str
    marks: tuple[tuple[int, int], ...]
    snippet: str
    snippet_marks: tuple[tuple[int, int], ...]
    classification: Classification


OPEN, SHUT = "\x01", "\x02"
SNIPPET = 180
BEFORE = 60


def find(
    db: Database,
    words: str,
    *,
    limit: int = 100,
    offset: int = 0,
    document_id: int | None = None,
) -> list[Hit]:
    """The blocks that hold what was typed (words, "phrases", AND OR NOT, prefix*), best first; within one document,
    in reading order. Accents and capitals do not matter: `sian` finds Siân."""
    expression = typed_words.expression(words)
    if not expression:
        return []
    asked = {"words": expression, "document": document_id, "limit": limit, "offset": offset}
    sql = IN_DOCUMENT if document_id is not None else BEST
    best = [row[0] for row in db.execute(sql, {**asked, "weighed": max(WEIGHED, offset + limit)})]
    stretch = {"lowest": min(best, default=0), "highest": max(best, default=0), "ids": rows.id_list(best)}
    hits = {row[0]: row[1:] for row in db.execute(HITS, {"words": expression, **stretch})}
    return [_hit(db, *hits[block_id]) for block_id in best]


def passages(db: Database, words: str, *, limit: int) -> list[tuple[int, int, str]]:
    """The blocks that hold what was typed, best first, as (document, block, text): weighed more thoroughly than by
    `find`, without their marks and what else a person is shown."""
    asked = {"words": typed_words.expression(words), "limit": limit, "offset": 0, "weighed": WEIGHED_THOROUGHLY}
    if not asked["words"]:
        return []
    best = [row[0] for row in db.execute(BEST, asked)]
    of = {row[0]: row[1:] for row in db.execute(PASSAGES, {"ids": rows.id_list(best)})}
    return [of[block_id] for block_id in best]


WEIGHED = 2_000
"""At least so many of the blocks that hold the words, the last imported first, are weighed against each other.

To weigh each of fifty thousand takes half a second, and tells little: a word that common is no way to find anything.
"""
WEIGHED_THOROUGHLY = 20_000
"""The same where nobody waits for the answer and a passage of years ago may be the one that is sought."""
PASSAGES = f"SELECT id, document_id, ord, text FROM block WHERE id {rows.IN}"
IN_DOCUMENT = """SELECT b.id FROM block b JOIN block_words ON block_words.rowid = b.id
    WHERE b.document_id = :document AND block_words MATCH :words
    AND NOT (SELECT withdrawn FROM document WHERE id = :document) ORDER BY b.ord LIMIT :limit OFFSET :offset"""
BEST = """WITH held AS MATERIALIZED (SELECT rowid AS id, bm25(block_words) AS weight FROM block_words
        WHERE block_words MATCH :words ORDER BY rowid DESC LIMIT :weighed)
    SELECT held.id FROM held JOIN block b ON b.id = held.id JOIN document d ON d.id = b.document_id
    WHERE NOT d.withdrawn
    ORDER BY CASE WHEN b.kind = 'heading' OR length(b.text) < 60 THEN weight * 0.25 ELSE weight END, held.id
    LIMIT :limit OFFSET :offset"""
"""What was said comes before headings and names in lists, which hold little else than the words; a weight is below
nought."""
HITS = f"""SELECT b.id, d.id, d.file_name, d.title, d.committee, d.date, b.page, b.printed_page, b.ord, b.text,
    highlight(block_words, 0, '{OPEN}', '{SHUT}') FROM block_words
    JOIN block b ON b.id = block_words.rowid JOIN document d ON d.id = b.document_id
    WHERE block_words MATCH :words AND block_words.rowid BETWEEN :lowest AND :highest
    AND +block_words.rowid {rows.IN}"""
"""One walk over the stretch of blocks; asked for each by its number, the words would be looked up anew each time."""


def numbered(db: Database, typed: str) -> list[Hit]:
    """The heads of the items that bear the number typed ("34/25", "PH.12", "minute 38"), the latest meeting's first:
    found also where the number is no word of the text but stands beside it."""
    wanted = typed_forms.item_number(typed)
    if not wanted:
        return []
    some = f"%{wanted.rsplit(' ', 1)[-1]}%"
    ids = [row[0] for row in db.execute(NUMBERS, [some]) if typed_forms.bare_number(row[1]) == wanted]
    return [_hit(db, *row) for row in db.execute(HEADS, {"ids": rows.id_list(ids)})]


NUMBERS = "SELECT id, number FROM item WHERE number LIKE ?"
HEADS = f"""SELECT d.id, d.file_name, d.title, d.committee, d.date, b.page, b.printed_page, b.ord, b.text, b.text
    FROM item_document i JOIN document d ON d.id = i.document_id AND NOT d.withdrawn
    JOIN block b ON b.document_id = d.id AND b.ord = i.first_block
    WHERE i.item_id {rows.IN} ORDER BY d.date DESC NULLS LAST, d.id, b.ord LIMIT 50"""


def count(db: Database, words: str, *, document_id: int | None = None, most: int | None = None) -> int:
    """How many blocks hold what was typed; with `most` no more than so many are counted, those taken out with them."""
    expression = typed_words.expression(words)
    if not expression:
        return 0
    asked = {"words": expression, "document": document_id}
    if document_id is not None:
        return int(db.execute(COUNT_IN_DOCUMENT, asked).fetchone()[0])
    if most is not None:
        return int(db.execute(COUNT_TO, {**asked, "most": most}).fetchone()[0])
    return int(db.execute(COUNT, asked).fetchone()[0]) - int(db.execute(COUNT_WITHDRAWN, asked).fetchone()[0])


COUNT = "SELECT count(*) FROM block_words WHERE block_words MATCH :words"
COUNT_TO = "SELECT count(*) FROM (SELECT rowid FROM block_words WHERE block_words MATCH :words LIMIT :most)"
COUNT_IN_DOCUMENT = """SELECT count(*) FROM block_words JOIN block b ON b.id = block_words.rowid
    WHERE block_words MATCH :words AND b.document_id = :document
    AND NOT (SELECT withdrawn FROM document WHERE id = :document)"""
COUNT_WITHDRAWN = """SELECT count(*) FROM document d CROSS JOIN block b ON b.document_id = d.id
    CROSS JOIN block_words ON block_words.rowid = b.id WHERE d.withdrawn AND block_words MATCH :words"""
"""Those of documents taken out, which are few: subtracted, so that the others need not be looked at one by one."""


def _hit(
    db: Database,
    document_id: int,
    file_name: str,
    title: str | None,
    committee: str | None,
    date: str | None,
    page: int | None,
    printed_page: str | None,
    order: int,
    text: str,
    highlighted: str,
) -> Hit:
    marks = _marks(text, highlighted)
    snippet, snippet_marks = _snippet(text, marks)
    return Hit(
        document_id=document_id,
        file_name=file_name,
        title=title,
        committee=committee,
        date=date,
        page=page,
        printed_page=printed_page,
        paragraph=order + 1,
        block=order,
        text=text,
        marks=marks,
        snippet=snippet,
        snippet_marks=snippet_marks,
        classification=restrictions.classification_of(db, document_id, [order]),
    )


def _marks(text: str, highlighted: str) -> tuple[tuple[int, int], ...]:
    """Where the highlighted stretches are in the text; none where the text itself holds the signs used for them."""
    marks: list[tuple[int, int]] = []
    head, *pieces = highlighted.split(OPEN)
    at = len(head)
    for piece in pieces:
        inside, _, after = piece.partition(SHUT)
        marks.append((at, at + len(inside)))
        at += len(inside) + len(after)
    plain = highlighted.replace(OPEN, "").replace(SHUT, "")
    return tuple(marks) if plain == text else ()


def _snippet(text: str, marks: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """About `SNIPPET` characters of the text around the first mark, cut between words, with what was cut shown."""
    if len(text) <= SNIPPET:
        return text, marks
    first = max(marks[0][0] - BEFORE, 0) if marks else 0
    start = text.find(" ", first) + 1 if first else 0
    if marks and start > marks[0][0]:
        start = marks[0][0]
    end = min(start + SNIPPET, len(text))
    if end < len(text):
        end = max(text.rfind(" ", start, end), marks[0][1] if marks else start + 1)
    lead, tail = "… " if start else "", " …" if end < len(text) else ""
    inside = tuple((s - start + len(lead), e - start + len(lead)) for s, e in marks if e <= end)
    return f"{lead}{text[start:end]}{tail}", inside
