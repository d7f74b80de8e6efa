"""What a person did with one version of a paper, carried to the same words of the next; the old one stays readable."""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_desk.domain.blocks import Block, Span, quote_of
from scrutiny_desk.domain.documents import strictest
from scrutiny_desk.domain.people import folded
from scrutiny_desk.domain.sources import Review, Source
from scrutiny_desk.services.alike import like, word_places
from scrutiny_desk.store import (
    Database,
    documents,
    issues,
    notes,
    placings,
    questions,
    restrictions,
    sources,
    undertakings,
)

_NEAR = 0.88
"""How alike a paragraph must be to a passage whose very words are nowhere in the new version."""


@dataclass(frozen=True, slots=True)
class Carried:
    """How many tags, notes and settled findings found their words again, and the words of those that fit twice or
    nowhere."""

    placed: int = 0
    unsure: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a person should look at, a sentence each."""
        found = [f"Words you worked on fit in more than one place of the new version: “{q}”." for q in self.unsure]
        found += [f"Words you worked on are not in the new version: “{quote}”." for quote in self.lost]
        return tuple(found)


def carry(db: Database, old_id: int, new_id: int) -> Carried:
    """Give what a person did with a passage of the old version its place in the new one too, where that is sure: tags,
    notes, and findings they settled that the new version was not found to hold. The rest is entered to be settled.
    """
    blocks, before = documents.blocks(db, new_id), documents.blocks(db, old_id)
    placed, unsure, lost = 0, [], []
    for owner, row_id, source in (*_passages(db, old_id), *_settled(db, old_id, new_id)):
        places = find(blocks, source.quote)
        if len(places) > 1:
            places = _by_context(blocks, before, places, source)
        if len(places) == 1:
            lay(db, owner, row_id, _source(new_id, blocks, places[0]))
            placed += 1
            continue
        (unsure if places else lost).append(_short(source.quote))
        placings.add(db, owner, row_id, old_id, new_id, source.quote, places)
    return Carried(placed, tuple(unsure), tuple(lost))


def lay(db: Database, owner: str, row_id: int, source: Source) -> None:
    """Let a row rest on one more passage; a finding is from then on held as strictly as the stricter of them."""
    sources.add(db, owner, row_id, source)
    if owner not in _UPDATE:
        return
    here = restrictions.classification_of(db, source.document_id, {span.block for span in source.spans})
    held = (
        questions.get(db, row_id).classification
        if owner == "question"
        else undertakings.extras(db, owner, row_id)["classification"]
    )
    if (strict := strictest(held, here)) is not held:
        _UPDATE[owner](db, row_id, by_person=False, classification=str(strict))


_UPDATE = {
    "question": questions.update,
    "undertaking": undertakings.update,
    "decision": undertakings.update_decision,
    "action": undertakings.update_action,
}


def find(blocks: Sequence[Block], quote: str) -> list[tuple[Span, ...]]:
    """Every place where these words stand one after the other, breaks between paragraphs, case and points apart.

    Where they stand nowhere, the one paragraph that is nearly the same, if there is just one.
    """
    words = [folded(quote[start:end]) for start, end in word_places(quote)]
    spans = [Span(block.order, start, end) for block in blocks for start, end in word_places(block.text)]
    text = [folded(blocks[span.block].text[span.start : span.end]) for span in spans]
    first = words[0] if words else None
    starts = [
        at for at, word in enumerate(text) if word == first and text[at : at + len(words)] == words and len(words) > 0
    ]
    if starts:
        return [_joined(spans[at : at + len(words)]) for at in starts]
    near = [block for block in blocks if words and like(quote, block.text) >= _NEAR]
    return [(Span(near[0].order, 0, len(near[0].text)),)] if len(near) == 1 else []


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """One span for each block that the words touch."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].block == span.block:
            found[-1] = Span(span.block, found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def _passages(db: Database, document_id: int) -> list[tuple[str, int, Source]]:
    """The tags and notes that a person laid on passages of a document."""
    tagged = [tag.id for tag in issues.tags_of_document(db, document_id)]
    noted = [note.id for note in notes.everything(db) if note.source and note.source.document_id == document_id]
    found = []
    for owner, ids in (("tag", tagged), ("note", noted)):
        for row_id, held in sources.load(db, owner, ids).items():
            found += [(owner, row_id, source) for source in held if source.document_id == document_id]
    return found


def _settled(db: Database, old_id: int, new_id: int) -> list[tuple[str, int, Source]]:
    """The findings of the old version that a person has settled, where the new version was not found to hold them."""
    found = []
    for owner, held in (
        ("question", questions.of_document(db, old_id)),
        ("undertaking", undertakings.of_document(db, old_id)),
        ("decision", undertakings.decisions_of_document(db, old_id)),
        ("action", undertakings.actions_of_document(db, old_id)),
    ):
        for row in held:
            within = {source.document_id: source for source in reversed(row.sources)}
            if row.review not in (Review.SUGGESTED, Review.REJECTED) and new_id not in within:
                found.append((owner, row.id, within[old_id]))
    return found


def _by_context(
    blocks: Sequence[Block], before: Sequence[Block], places: list[tuple[Span, ...]], source: Source
) -> list[tuple[Span, ...]]:
    """Of several places, the one with the old place's neighbouring paragraphs; all of them, where none stands out."""
    if not source.spans:
        return places
    around = _around(before, source.spans[0].block)
    scored = sorted(((like(around, _around(blocks, place[0].block)), place) for place in places), reverse=True)
    return [scored[0][1]] if scored[0][0] - scored[1][0] >= 0.1 else places


def _around(blocks: Sequence[Block], at: int) -> str:
    return " ".join(block.text for block in blocks[max(0, at - 2) : at + 3])


def _source(document_id: int, blocks: Sequence[Block], spans: tuple[Span, ...]) -> Source:
    first = blocks[spans[0].block]
    quote = " ".join(quote_of(tuple(blocks), spans).split())
    return Source(document_id, first.page, first.paragraph, quote, spans, first.printed_page)


def _short(quote: str, most: int = 80) -> str:
    return quote if len(quote) <= most else quote[:most].rsplit(" ", 1)[0] + " …"
