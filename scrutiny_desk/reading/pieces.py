"""Pieces are blocks in the making: a reader lists them in order, `finish` turns them into numbered Blocks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.reading.markers import BULLET, is_marker, take_marker
from scrutiny_desk.reading.mending import LONGEST_PARAGRAPH, Vocabulary, ends_sentence, fold, is_open

SHORTEST_PART = 25
"""Below this many characters a line is too short to be held for half a sentence."""

LONGEST_HEAD = 80
"""What a column is called, or who is to act, is no longer than this."""

SHORTEST_PROSE = 25
_FIRST_POINT = re.compile(r"(\d{1,3})\.1\.?")
_SYMBOLS = re.compile("[\ue000-\uf8ff]")
BLANK_PAGE = re.compile(r"\W*this page (is|has been|was)?\s*(intentionally)?\s*(left)?\s*blank\W*", re.IGNORECASE)


@dataclass(slots=True)
class Piece:
    """One piece of text as its format gives it, before markers are taken off and split sentences joined.

    `fixed` says that the format itself told the marker (or that there is none), so none is looked for in the text.
    `whole` says that the format itself ended the paragraph here for certain, so that nothing is joined to it.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    marker: str = ""
    level: int = 0
    strong: bool = False
    cells: tuple[str, ...] = ()
    page: int | None = None
    end_page: int | None = None
    printed_page: str | None = None
    fixed: bool = False
    whole: bool = False


def finish(pieces: Iterable[Piece], words: Vocabulary | None = None) -> tuple[Block, ...]:
    """Blocks in the order of the pieces: text folded, markers apart, split sentences whole, empty pieces gone."""
    done: list[Piece] = []
    words = words or Vocabulary()
    for piece in tidy(pieces):
        if done and piece.marker and (head := _head_before(done[-1], piece.marker)):
            done.append(head)
        if done and continues(done[-1], piece):
            _join(done[-1], piece, words)
        else:
            done.append(piece)
    return tuple(_block(order, piece) for order, piece in enumerate(done))


def tidy(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with markers off their text; empty ones gone; a number alone on its line put to the piece after it."""
    done: list[Piece] = []
    waiting = ""
    for piece in pieces:
        _clean(piece)
        if not piece.text:
            waiting = waiting or ("" if BULLET.fullmatch(piece.marker) else piece.marker)
            continue
        if waiting and not piece.marker and piece.kind is not BlockKind.TABLE_ROW:
            piece.marker = waiting
            if piece.kind is BlockKind.PARAGRAPH:
                piece.kind = BlockKind.LIST_ITEM
        waiting = ""
        done.append(piece)
    return done


def _head_before(before: Piece, marker: str) -> Piece | None:
    """The head of an item that stands at the end of the paragraph before its first point; None where there is none.

    It is taken off that paragraph: "... were thanked. 9. Review of policies." before "9.1 Data protection policy".
    """
    first = _FIRST_POINT.fullmatch(marker)
    if first is None or before.kind is BlockKind.TABLE_ROW:
        return None
    found = re.search(rf"(?<=[.!?]) {first[1]}\. (?=[A-Z][^.!?]{{3,{LONGEST_HEAD}}}[.:]?$)", before.text)
    if found is None:
        return None
    title = before.text[found.end() :]
    before.text = before.text[: found.start()]
    page = before.end_page or before.page
    return Piece(
        title,
        BlockKind.LIST_ITEM,
        f"{first[1]}.",
        page=page,
        end_page=page,
        printed_page=before.printed_page,
        fixed=True,
    )


def tabbed(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Piece:
    """A paragraph whose tabs may part a label from its value; a tab after a marker or at either end parts nothing."""
    marker, rest = take_marker(text.strip())
    cells = [cell.strip() for cell in rest.split("\t")]
    if kind is not BlockKind.HEADING and sum(map(bool, cells)) > 1:
        return Piece("", BlockKind.TABLE_ROW, cells=(marker, *cells) if marker else tuple(cells))
    if marker and kind is BlockKind.PARAGRAPH:
        kind = BlockKind.LIST_ITEM
    return Piece(rest, kind, marker, fixed=True)


def row_of(cells: list[list[Piece]], heads: Sequence[str] = ()) -> list[Piece]:
    """A table's row as one piece; the pieces themselves where the row only places things on the page.

    That is so where one cell alone is filled, or a cell is a page of its own: with headings, a dozen paragraphs, or, as
    in minutes laid out in a table, prose beside its number, its title and who is to act. A number in the first of two
    cells is the marker of what stands in the second. `heads` are what the table's columns are called.
    """
    filled = [cell for cell in cells if cell]
    if laid := laid_out(cells, heads):
        return laid
    if len(filled) == 1 or any(_is_page(cell) for cell in filled):
        return [piece for cell in filled for piece in cell]
    if len(filled) == 2 and len(filled[0]) == 1 and is_marker(in_words(filled[0][0])) and not filled[1][0].marker:
        first = filled[1][0]
        if first.kind is not BlockKind.TABLE_ROW:
            first.marker = in_words(filled[0][0])
            first.kind = BlockKind.LIST_ITEM if first.kind is BlockKind.PARAGRAPH else first.kind
            return filled[1]
    if not filled:
        return []
    strong = all(piece.strong for cell in filled for piece in cell)
    return [
        Piece("", BlockKind.TABLE_ROW, cells=tuple("\n".join(map(in_words, cell)) for cell in cells), strong=strong)
    ]


def heads_of(cells: Sequence[Sequence[Piece]]) -> tuple[str, ...]:
    """What a table's first row calls its columns; nothing where it is no row of short names."""
    names = tuple(" ".join(map(in_words, cell)) for cell in cells)
    return names if all(len(name) <= LONGEST_HEAD and not ends_sentence(name) for name in names) else ()


def laid_out(cells: Sequence[list[Piece]], heads: Sequence[str]) -> list[Piece]:
    """The pieces of a row of minutes: one cell of prose, its number, its title, and who is to act in their own cells.

    What stands behind the prose stays a row, with what its column is called; nothing where the row is another's.
    """
    filled = [place for place, cell in enumerate(cells) if cell]
    prose = [place for place in filled if _is_prose(cells[place])]
    others = [place for place in filled if place not in prose]
    if len(prose) != 1 or not others or not all(_is_short(cells[place]) for place in others):
        return []
    number = in_words(cells[others[0]][0]) if others[0] < prose[0] else ""
    marker = number if is_marker(number) else f"{number}." if number.isdigit() else ""
    before = [place for place in others if place < prose[0]][1 if marker else 0 :]
    found = [piece for place in (*before, prose[0]) for piece in cells[place]]
    if marker and found[0].kind is not BlockKind.TABLE_ROW and not found[0].marker:
        found[0].marker, found[0].fixed = marker, True
        found[0].kind = BlockKind.LIST_ITEM if found[0].kind is BlockKind.PARAGRAPH else found[0].kind
    elif marker:
        found.insert(0, Piece("", marker=marker, fixed=True))
    for place in others:
        if place > prose[0]:
            words = "\n".join(map(in_words, cells[place]))
            name = heads[place] if place < len(heads) else ""
            row = Piece("", BlockKind.TABLE_ROW, cells=(name, words), fixed=True)
            found.append(row if name else Piece(words.replace("\n", " "), fixed=True, whole=True))
    return found


def _is_prose(cell: Sequence[Piece]) -> bool:
    """Whether a cell holds paragraphs of sentences."""
    said = sum(ends_sentence(piece.text) and len(piece.text) > SHORTEST_PROSE for piece in cell)
    return said > 1 or (said == 1 and len(cell) > 1)


def _is_short(cell: Sequence[Piece]) -> bool:
    words = " ".join(map(in_words, cell))
    return len(words) <= LONGEST_HEAD and not any(ends_sentence(piece.text) for piece in cell)


def in_words(piece: Piece) -> str:
    """The piece as one line, its marker in front."""
    text = piece.text or " ".join(piece.cells)
    return f"{piece.marker} {text}".strip() if piece.marker else text


def _is_page(cell: list[Piece]) -> bool:
    return len(cell) > 12 or any(piece.kind is BlockKind.HEADING for piece in cell)


def continues(before: Piece, after: Piece) -> bool:
    """Whether `after` is the rest of a sentence that `before` began.

    Only a plain paragraph in lower case goes on; headings, list items and table rows always begin anew.
    """
    if before.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or after.kind is not BlockKind.PARAGRAPH:
        return False
    if after.marker or before.whole or after.whole or before.strong != after.strong:
        return False
    if ends_sentence(before.text) or before.text.isupper() or not (after.text[0].islower() or is_open(before.text)):
        return False
    return SHORTEST_PART <= len(before.text) < LONGEST_PARAGRAPH and (
        len(after.text) >= SHORTEST_PART or ends_sentence(after.text)
    )


def _clean(piece: Piece) -> None:
    if piece.cells:
        cells = ["\n".join(filter(None, map(fold, cell.split("\n")))) for cell in piece.cells]
        while cells and not cells[-1]:
            cells.pop()
        piece.cells, piece.kind = tuple(cells), BlockKind.TABLE_ROW
        piece.text = "\t".join(cells).replace("\n", " ").strip("\t")
        return
    if not piece.fixed and not piece.marker:
        piece.marker, piece.text = take_marker(piece.text)
        if piece.marker and piece.kind is BlockKind.PARAGRAPH:
            piece.kind = BlockKind.LIST_ITEM
    piece.marker = _SYMBOLS.sub("•", fold(piece.marker))
    piece.text = fold(piece.text)
    if BLANK_PAGE.fullmatch(piece.text):
        piece.text = ""


def _join(before: Piece, after: Piece, words: Vocabulary) -> None:
    before.text = words.join(before.text, after.text)
    before.end_page = after.end_page or after.page or before.end_page


def _block(order: int, piece: Piece) -> Block:
    return Block(
        order=order,
        kind=piece.kind,
        text=piece.text,
        page=piece.page,
        end_page=piece.end_page or piece.page,
        printed_page=piece.printed_page,
        marker=piece.marker,
        level=piece.level,
        strong=piece.strong,
        cells=piece.cells,
    )
