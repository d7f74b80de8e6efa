"""Word documents: our own walk, since python-docx drops tracked insertions and knows no list numbers."""

from scrutiny_desk.domain.blocks import BlockKind
from scrutiny_desk.domain.documents import Comment, ReadDocument
from scrutiny_desk.domain.markings import marking_in
from scrutiny_desk.reading.archive import Archive, damaged
from scrutiny_desk.reading.comments import notices, placed
from scrutiny_desk.reading.limits import Limits
from scrutiny_desk.reading.mending import fold
from scrutiny_desk.reading.pieces import Piece, finish
from scrutiny_desk.reading.plain import as_text
from scrutiny_desk.reading.word_styles import Styles
from scrutiny_desk.reading.word_walk import W, WordWalk

MAIN = "word/document.xml"
_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CHANGES = tuple(f"{W}{tag}" for tag in ("ins", "del", "moveFrom", "moveTo"))


def read(name: str, data: bytes, limits: Limits) -> ReadDocument:
    """The paragraphs of a Word file, numbered as Word shows them; tracked insertions in, deletions out."""
    with Archive(name, data, limits) as archive:
        if MAIN not in archive:
            raise damaged(name)
        root = archive.xml(MAIN)
        body = root.find(f"{W}body")
        if body is None:
            raise damaged(name)
        numbering = archive.xml("word/numbering.xml") if "word/numbering.xml" in archive else None
        styles = Styles(archive.xml("word/styles.xml") if "word/styles.xml" in archive else None)
        walk = WordWalk(styles, numbering)
        walk.body(body)
        pieces = [*_headers(archive, styles, walk.pieces), *walk.pieces, *_notes(archive, styles, walk.note_ids)]
        tracked = any(True for _ in root.iter(*_CHANGES))
        comments = _comments(archive, styles, walk.comment_ids)
        title = _title(archive)
    blocks = finish(as_text(pieces))
    return ReadDocument(
        name, "docx", blocks, title=title, notices=_notices(tracked, len(comments)), comments=placed(comments, blocks)
    )


def _title(archive: Archive) -> str | None:
    if _CORE not in archive:
        return None
    return fold(archive.xml(_CORE).findtext(_TITLE) or "") or None


_TEXT_OF_ART = "{urn:schemas-microsoft-com:vml}textpath"
"""What a watermark says."""


def _headers(archive: Archive, styles: Styles, body: list[Piece]) -> list[Piece]:
    """The words of page headers that the body lacks: some councils put the committee and date nowhere else.

    Before them what heads, feet and watermarks say of who may read the paper, whether the body says it or not.
    """
    said = " ".join(fold(piece.text or " ".join(piece.cells)).lower() for piece in body)
    found: list[Piece] = []
    marked: list[str] = []
    parts = [
        name for name in archive.names if name.startswith(("word/header", "word/footer")) and name.endswith(".xml")
    ]
    for part in sorted(parts):
        root = archive.xml(part)
        walk = WordWalk(styles, None)
        walk.body(root)
        marked += [marking_in(fold(art.get("string", ""))) for art in root.iter(_TEXT_OF_ART)]
        for piece in walk.pieces:
            words = fold(piece.text or " ".join(piece.cells)).lower()
            mark = marking_in(piece.text or "\t".join(piece.cells))
            marked.append(mark)
            if mark or part.startswith("word/footer"):
                continue
            if sum(map(str.isalpha, words)) >= 8 and words not in said:
                found.append(piece)
                said += f" {words}"
    return [*(Piece(mark, strong=True, fixed=True, whole=True) for mark in dict.fromkeys(filter(None, marked))), *found]


def _notes(archive: Archive, styles: Styles, wanted: list[tuple[str, str]]) -> list[Piece]:
    """Footnotes and endnotes in the order their marks stand in the text."""
    texts: dict[tuple[str, str], str] = {}
    for kind in ("footnote", "endnote"):
        part = f"word/{kind}s.xml"
        if part not in archive or not any(which == kind for which, _key in wanted):
            continue
        for node in archive.xml(part).iterfind(f"{W}{kind}"):
            walk = WordWalk(styles, None)
            walk.body(node)
            texts[kind, node.get(f"{W}id", "")] = " ".join(piece.text for piece in walk.pieces if piece.text)
    return [
        Piece(texts[key], BlockKind.FOOTNOTE, str(number), fixed=True)
        for number, key in enumerate(wanted, 1)
        if texts.get(key)
    ]


def _comments(archive: Archive, styles: Styles, lying: dict[str, str]) -> list[tuple[Comment, str]]:
    """The comments in the order they lie in the text, each with the words of its paragraph."""
    if "word/comments.xml" not in archive:
        return []
    places = {number: place for place, number in enumerate(lying)}
    nodes = list(archive.xml("word/comments.xml").iterfind(f"{W}comment"))
    nodes.sort(key=lambda node: places.get(node.get(f"{W}id", ""), len(places)))
    found = []
    for node in nodes:
        walk = WordWalk(styles, None)
        walk.body(node)
        text = " ".join(fold(piece.text or " ".join(piece.cells)) for piece in walk.pieces).strip()
        made = (node.get(f"{W}date") or "")[:19] or None
        if text:
            comment = Comment(text, fold(node.get(f"{W}author") or "") or None, made)
            found.append((comment, fold(lying.get(node.get(f"{W}id", ""), ""))))
    return found


def _notices(tracked: bool, comments: int) -> tuple[str, ...]:
    changes = ("This file holds tracked changes: insertions were read as text, deletions were left out.",)
    return (changes if tracked else ()) + notices(comments)
