"""Where two documents tell the same business in different words: shown, never resolved by the program."""

from dataclasses import dataclass

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.services import alike
from scrutiny_desk.store import Database, documents, meetings

_CONTEXT = 40
_MOST = 500
"""Beyond this many places two texts are not two tellings of one."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place at which two copies of one text differ: the words of each ("" where one has none)."""

    here: str
    there: str
    here_span: Span | None
    there_span: Span | None
    context: str


@dataclass(frozen=True, slots=True)
class _Text:
    """Blocks as one run of words, each of which knows where it stands."""

    words: list[str]
    spans: list[Span]


def between(db: Database, document_id: int, other_id: int) -> tuple[Difference, ...]:
    """The differences within the items both documents hold; within the whole texts where they share no item."""
    here, there = documents.blocks(db, document_id), documents.blocks(db, other_id)
    ours = {item.id: _range(first, last) for item, first, last in meetings.items_of_document(db, document_id)}
    theirs = {item.id: _range(first, last) for item, first, last in meetings.items_of_document(db, other_id)}
    shared = [item_id for item_id in ours if item_id in theirs]
    if not shared:
        return tuple(_differences(_text(here), _text(there)))
    found: list[Difference] = []
    for item_id in shared:
        found += _differences(_text(_part(here, ours[item_id])), _text(_part(there, theirs[item_id])))
    return tuple(found)


def _range(first: int | None, last: int | None) -> tuple[int, int]:
    return (0, -1) if first is None else (first, first if last is None else last)


def _part(blocks: list[Block], where: tuple[int, int]) -> list[Block]:
    return blocks[where[0] : where[1] + 1]


def _text(blocks: list[Block]) -> _Text:
    words: list[str] = []
    spans: list[Span] = []
    for block in blocks:
        for start, end in alike.word_places(block.text):
            words.append(block.text[start:end])
            spans.append(Span(block.order, start, end))
    return _Text(words, spans)


def _differences(here: _Text, there: _Text) -> list[Difference]:
    found = []
    for start, end, other_start, other_end in alike.word_edits(here.words, there.words):
        if _beyond(start, end, other_start, other_end, len(here.words)):
            continue
        if _beyond(other_start, other_end, start, end, len(there.words)):
            continue
        context = " ".join(here.words[max(0, start - 6) : end + 6])
        found.append(
            Difference(
                " ".join(here.words[start:end]),
                " ".join(there.words[other_start:other_end]),
                _span(here.spans[start:end]),
                _span(there.spans[other_start:other_end]),
                context,
            )
        )
    return found[:_MOST]


def _beyond(start: int, end: int, other_start: int, other_end: int, words: int) -> bool:
    """Whether one text has nothing here and the other has what stands before, after or beyond it, or a whole passage:
    that is more text, and no different wording of the same."""
    return start == end and (start in (0, words) or other_end - other_start > _CONTEXT)


def _span(spans: list[Span]) -> Span | None:
    if not spans:
        return None
    within = [span for span in spans if span.block == spans[0].block]
    return Span(spans[0].block, spans[0].start, within[-1].end)
