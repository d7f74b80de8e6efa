"""Passages as the inspector shows them: in their paragraph, each stretch in the colour of what it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_desk.desk import words
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.documents import Document
from scrutiny_desk.domain.sources import Source
from scrutiny_desk.domain.troubles import NotFound
from scrutiny_desk.services import documents

AROUND = 160

Part = tuple[Source, str]
"""A source and the role of its colour."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: `pieces` are (text, role), role "" for what stands around it."""

    where: str
    document_id: int
    spans: tuple[Span, ...]
    pieces: tuple[tuple[str, str], ...]
    block: int | None


def citation(document: Document, source: Source | None = None) -> str:
    """Where something comes from: "Minutes, Overview Committee, 12 June 2025, page 4, paragraph 31"."""
    parts = [tr(words.DOCUMENT_WORDS[document.kind])]
    if document.committee:
        parts.append(document.committee)
    parts.append(words.day(document.date))
    if source is not None and (where := words.page_words(source.page, source.printed_page, source.paragraph)):
        parts.append(where)
    return ", ".join(parts)


def passages(library, parts: Sequence[Part]) -> tuple[Passage, ...]:  # noqa: ANN001 - the store's class
    """The passages of these sources: those of one paragraph together, papers whose date is known first."""
    groups: list[list[Part]] = []
    for part in parts:
        group = next((g for g in groups if _together(g, part[0])), None)
        if group is None:
            groups.append([part])
        else:
            group.append(part)
    made = [_passage(library, group) for group in groups]
    return tuple(passage for _undated, passage in sorted(made, key=lambda one: one[0]))


def _together(group: list[Part], source: Source) -> bool:
    blocks = {span.block for span in source.spans}
    return any(
        held.document_id == source.document_id and blocks & {span.block for span in held.spans} for held, _role in group
    )


def _passage(library, group: list[Part]) -> tuple[bool, Passage]:  # noqa: ANN001 - the store's class
    first = group[0][0]
    marked = [(span, role) for source, role in group for span in source.spans]
    try:
        document = documents.get(library, first.document_id)
        where, undated = citation(document, first), document.date is None
        blocks = documents.blocks(library, first.document_id) if marked else ()
    except NotFound:
        where, undated, blocks = tr("A document that is no longer in the library"), True, ()
    pieces = pieces_of(blocks, marked) if blocks else tuple((source.quote, role) for source, role in group)
    block = first.spans[0].block if first.spans else (first.paragraph - 1 if first.paragraph else None)
    return undated, Passage(where, first.document_id, tuple(span for span, _role in marked), pieces, block)


def pieces_of(blocks: Sequence[Block], marked: Sequence[tuple[Span, str]]) -> tuple[tuple[str, str], ...]:
    """The paragraphs of these spans in pieces: (text, role); long stretches around them are shortened."""
    found: list[tuple[str, str]] = []
    for order in sorted({span.block for span, _role in marked}):
        if not 0 <= order < len(blocks):
            continue
        text, at = blocks[order].text, 0
        for span, role in sorted((s, r) for s, r in marked if s.block == order):
            if span.start > at:
                found.append((_shortened(text[at : span.start], begins=at == 0, ends=False), ""))
            if span.end > at:
                found.append((text[max(span.start, at) : span.end], role))
                at = span.end
        if at < len(text):
            found.append((_shortened(text[at:], begins=False, ends=True), ""))
        found.append((" ", ""))
    return tuple(found)


def _shortened(text: str, *, begins: bool, ends: bool) -> str:
    if len(text) <= 2 * AROUND:
        return text
    if begins:
        return "… " + text[-AROUND:]
    return text[:AROUND] + " …" if ends else f"{text[:AROUND]} … {text[-AROUND:]}"
